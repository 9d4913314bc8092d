"""Smells of bad teaching in who calls, how they tell it, and what is promised without the author's knowing."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_CUSTOMER: Final = "customer:\n  name: Dana Whitfield\n  feelings: [stressed, humiliated]\n"
_STORY: Final = (
    "story:\n  - say: You told me one o'clock and nobody showed up until three!\n"
    "    fact: {id: late, words: [two hours late, three instead of one]}\n"
)
_BRIEF: Final = (
    "brief:\n  you_are: front desk at Swift Movers\n  situation: Dana booked a van for 1 pm. It came at 3.\n"
)
_REMEDIES: Final = (
    "remedies:\n  - {id: half_fee, heard_as: [refund half the fee], settles: [late]}\n"
    "  - {id: whole_fee, heard_as: [refund the whole fee], beyond_authority: true}\n"
    "follow_up: {due_hours: [24, 48], mentions: [fee]}\n"
)

ENTRIES: Final = (
    Entry(
        "nothing-to-calm", "warning", "A customer who is calm already",
        "The call begins at {anger} points, and {goal} and below count as calm.",
        "Let `anger` begin higher: gentle calls begin at 40 to 58, fierce ones at 80 to 92.",
        "There would be nothing to practise: only the facts and an offer are missing.",
        _CUSTOMER + "  anger: 12\n", _CUSTOMER + "  anger: 55\n",
    ),
    Entry(
        "cares-for-nothing", "warning", "A customer who cares about nothing",
        "Being heard, informed and helped are all at 0, so hardly anything that helps counts.",
        "Give what weighs most with them a 2 or 3, or leave `cares_about` out.",
        "A trainee who does everything right would see the meter stand still.",
        _CUSTOMER + "  anger: 45\n  cares_about: {heard: 0, informed: 0, helped: 0}\n",
        _CUSTOMER + "  anger: 45\n  cares_about: {heard: 3, informed: 0, helped: 1}\n",
    ),
    Entry(
        "hot-button-helps", "warning", "A hot button that is no misstep",
        "`{technique}` helps, so it never heats, and as a hot button it does nothing.",
        "Name a misstep here: {known}.",
        "The author believes that this customer minds something, and the game does not.",
        _CUSTOMER + "  hot_buttons: [apology]\n", _CUSTOMER + "  hot_buttons: [non_apology]\n",
    ),
    Entry(
        "story-breaks-off", "warning", "A line that breaks off, and nothing goes on",
        "This line ends in “—”, as if more came, and no later piece of the story comes unasked.",
        "End it with a full stop, or add a piece that begins with “— ”.",
        "The player waits for the rest, as the game teaches, and is met with silence.",
        _STORY + "  - say: And I had no time to clean before —\n    fact: {id: inspection, words: [clean, time]}\n",
        _STORY + "  - say: And I had no time to clean before —\n    fact: {id: inspection, words: [clean, time]}\n"
        "  - say: — before the inspection. Nothing was clean.\n",
    ),
    Entry(
        "brief-forbids", "warning", "A remedy that the brief forbids",
        "This is heard as an offer of `{remedy}`, which is not marked `beyond_authority: true`.",
        "Mark the remedy `beyond_authority: true`, or take this out of `you_may_not:`.",
        "Whoever promises it against the brief would be told that all is settled.",
        _BRIEF + "  you_may: [send flowers]\n  you_may_not: [refund half the fee]\n" + _REMEDIES,
        _BRIEF + "  you_may: [refund half the fee]\n  you_may_not: [refund the whole fee]\n" + _REMEDIES,
    ),
    Entry(
        "offer-not-named", "warning", "A menu line that promises more than it says it does",
        "“{start}” is heard as an offer of `{remedy}`, which the brief does not allow, and is not marked as one.",
        "Add `remedies: [{remedy}]`, or say it in other words.",
        "Chosen, the line promises nothing; typed, the same words come back at the follow-up.",
        _REMEDIES + "choices:\n  - {say: I can refund the whole fee., does: solution}\n",
        _REMEDIES + "choices:\n  - {say: I can refund the whole fee., does: solution, remedies: [whole_fee]}\n",
    ),
    Entry(
        "swears-unmarked", "warning", "A swear word that nobody was warned of",
        "“{word}” is a swear word, and this reaction is not marked `swears: true`.",
        "Mark it `swears: true`, and the customer `swears: true`; give another wording for customers who do not.",
        "Only marked lines can be left out where people do not want to hear such words.",
        "reactions:\n  - {to: apology, say: I don't give a shit about sorry.}\n",
        _CUSTOMER + "  anger: 72\n  swears: true\n"
        "reactions:\n  - {to: apology, say: I don't give a shit about sorry., swears: true}\n",
    ),
    Entry(
        "not-on-the-menu", "warning", "Something of this case that is not on the menu",
        "No line of your menu {what}, though others of its kind have a line.",
        "Add a choice with `{add}: [{id}]`. Until then, it takes typed words, or the voice's line for any call.",
        "Whoever plays by the menu meets this part of the case in words that could be anybody's.",
        _STORY + "  - say: I had no time to clean before the inspection.\n"
        "    fact: {id: inspection, words: [clean, inspection]}\n"
        "choices:\n  - {say: So the van came at three., does: paraphrase, facts: late}\n",
        _STORY + "  - say: I had no time to clean before the inspection.\n"
        "    fact: {id: inspection, words: [clean, inspection]}\n"
        "choices:\n  - {say: So the van came at three., does: paraphrase, facts: late}\n"
        "  - {say: So there was no time to clean., does: paraphrase, facts: inspection}\n",
    ),
)  # fmt: skip
