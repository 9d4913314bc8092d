"""Smells of bad teaching in what is told and written: the call can be played, but a trainee learns the wrong thing."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_BRIEF: Final = (
    "brief:\n  you_are: front desk at Swift Movers\n  situation: Dana booked a van for 1 pm. It came at 3.\n"
)
_STORY: Final = (
    "story:\n  - say: You told me one o'clock and nobody showed up until three!\n"
    "    fact: {id: late, words: [two hours late, three instead of one]"
)
_NO_REMEDIES: Final = "remedies: []\n"
_REMEDIES: Final = (
    "remedies:\n  - {id: half_fee, heard_as: [refund half the fee], settles: [late]}\n"
    "  - {id: whole_fee, heard_as: [refund the whole fee], beyond_authority: true}\n"
)
_PLAN: Final = "follow_up: {due_hours: [24, 48], mentions: [fee]}\n"
_LONG: Final = (
    "I rang you at one and at half past one and at two, and every time a nice young man told me that the van was "
    "just round the corner and that it would be there in no time at all."
)

ENTRIES: Final = (
    Entry(
        "brief-is-silent", "warning", "A brief that does not say what the agent may do",
        "The brief does not say what the player may offer.",
        "Add `you_may:` with what is within reach, and `you_may_not:` with what is not.",
        "Without it, promising too much is a guess and not a mistake to learn from.",
        _BRIEF, _BRIEF + "  you_may: [refund half the fee]\n  you_may_not: [refund the whole fee]\n",
    ),
    Entry(
        "brief-allows-too-much", "warning", "A brief that allows what a remedy calls beyond it",
        "This is heard as an offer of `{remedy}`, which is marked `beyond_authority: true`.",
        "Take it out of `you_may:`, or take `beyond_authority` out there.",
        "The player would be blamed for a promise that the brief allows.",
        _BRIEF + "  you_may: [refund the whole fee]\n" + _REMEDIES + _PLAN,
        _BRIEF + "  you_may: [refund half the fee]\n" + _REMEDIES + _PLAN,
    ),
    Entry(
        "trains-in-vain", "warning", "Something to train that is never called for",
        "`{technique}` is to be trained, and {why}.",
        "Take it out of `trains:`, or add what it needs.",
        "Whoever chooses the scenario to practise it would only be marked down for it.",
        "trains: [handover]\n", "trains: [handover]\nhandover: {to: my supervisor, told: [late]}\n",
    ),
    Entry(
        "nothing-happened", "warning", "A customer who never says what happened",
        "Nothing in the story is a fact, so there is nothing to say back.",
        "Add `fact: {{id: …, words: […]}}` to the lines that tell what happened.",
        "Being heard is what calms first, and the game can only tell by the facts that are said back.",
        "story:\n  - say: I have never been so angry!\n" + _NO_REMEDIES, _STORY + "}\n" + _NO_REMEDIES,
    ),
    Entry(
        "nothing-matters", "warning", "A story in which nothing has to be heard",
        "Every fact is marked `matters: false`, so the call ends well though nothing was heard.",
        "Take `matters: false` out where a good end needs that fact to be heard.",
        "A trainee would learn that it is enough to offer something.",
        _STORY + ", matters: false}\n", _STORY + "}\n",
    ),
    Entry(
        "promise-never-due", "warning", "A promise that never comes due",
        "{what}, and this file has no `follow_up`: the promise never comes due.",
        "Add `follow_up: {{due_hours: [24, 48], mentions: […]}}`.",
        "What an empty promise costs is felt only when the customer is spoken to again.",
        _REMEDIES, _REMEDIES + _PLAN,
    ),
    Entry(
        "follow-up-without-details", "warning", "A follow-up that names no details",
        "`follow_up` says no `mentions`, so hardly anything can show that it is about this customer.",
        "Add `mentions:` with two to five words of this case, such as the refund or the landlord.",
        "A follow-up that could have gone to anybody counts for a third.",
        "follow_up: {due_hours: [24, 48]}\n", _PLAN,
    ),
    Entry(
        "long-sentence", "warning", "A sentence that is too long",
        "“{start}” is a sentence of {count} words, and {most} are the most.",
        "Make two or three of it.",
        "The player reads it against the clock, perhaps in a second language; and angry people are brief.",
        _STORY + f"}}\n  - say: {_LONG}\n", _STORY + "}\n  - say: I rang you three times!\n",
    ),
    Entry(
        "long-line", "warning", "A line that is too long",
        "A line of {count} words, and {most} are the most here.",
        "Shorten it, or tell a part of it in another line.",
        "A menu is read at a glance, and nobody says more than this in one breath.",
        "choices:\n  - does: apology\n    say: " + "I am so sorry about this. We were late. " * 4 + "\n",
        "choices:\n  - does: apology\n    say: I am so sorry about this. We were late.\n",
    ),
    Entry(
        "hard-words", "warning", "Words that are hard to read",
        "Hard to read at a glance: {words}.",
        "Say it in shorter, everyday words.",
        "People on the phone do not talk like letters, and the player has only a moment.",
        _STORY + "}\n  - say: Your unprofessionalism is unbelievable!\n",
        _STORY + "}\n  - say: I am not used to this!\n",
    ),
    Entry(
        "line-twice", "warning", "The same line twice",
        "“{start}” stands on line {first} as well.",
        "Say it in other words in one of the two places.",
        "A customer who repeats herself sounds like a machine, and the game cannot tell the two apart either.",
        "reactions:\n  - {to: empathy, say: That is what I have been saying.}\n"
        "  - {to: paraphrase, say: That is what I have been saying!}\n",
        "reactions:\n  - {to: empathy, say: So somebody gets it at last.}\n"
        "  - {to: paraphrase, say: That is what I have been saying!}\n",
    ),
    Entry(
        "choice-twice", "warning", "The same line twice on the menu",
        "“{start}” stands on line {first} as well.",
        "Take one of the two out, or say it in other words.",
        "Said once, a line is gone from the menu; its double would come as if nothing had happened.",
        "choices:\n  - {say: I am sorry about the wait., does: apology}\n"
        "  - {say: I am sorry about the wait!, does: [apology, ownership]}\n",
        "choices:\n  - {say: I am sorry about the wait., does: apology}\n"
        "  - {say: I am sorry. The wait was our mistake., does: [apology, ownership]}\n",
    ),
    Entry(
        "choice-heard-otherwise", "warning", "A menu line that does not do what it says it does",
        "“{start}” is said to do {does}, but “{quote}” is surely heard as {heard}.",
        "Mend `does`, or the words. `defuse recognise` shows what is heard in them.",
        "Chosen and typed, the same line would be judged in opposite ways.",
        "choices:\n  - {say: You need to calm down., does: empathy}\n",
        "choices:\n  - {say: You need to calm down., does: command}\n",
    ),
    Entry(
        "sample-heard-otherwise", "warning", "A sample of which the contrary is heard",
        "“{start}” should be heard as {hears}, but “{quote}” is surely heard as {heard}.",
        "Mend `hears`, or the words. `defuse test` tries every sample in full.",
        "A sample is a promise to whoever types something like it.",
        "samples:\n  - {say: You need to calm down., hears: empathy}\n",
        "samples:\n  - {say: You need to calm down., hears: command}\n",
    ),
    Entry(
        "phrase-never-heard", "warning", "A phrase that is never recognised",
        "“{phrase}” can never be recognised as {what}.",
        "Use at least one word with a meaning of its own, and no “not”: two hours late, refund the fee.",
        "Words such as “you were out” are in every other sentence, so they are passed over.",
        _STORY.replace("three instead of one", "not there") + "}\n", _STORY + "}\n",
    ),
    Entry(
        "phrase-twice", "warning", "The same phrase for two",
        "“{phrase}” stands for two {kind}: see line {first}.",
        "Keep it where it says more, and find another phrase for the other.",
        "Whoever says it is heard to mean both.",
        "remedies:\n  - {id: half_fee, heard_as: [refund half the fee]}\n"
        "  - {id: letter, heard_as: [write to your landlord, refund half the fee]}\n",
        "remedies:\n  - {id: half_fee, heard_as: [refund half the fee]}\n"
        "  - {id: letter, heard_as: [write to your landlord, send a letter]}\n",
    ),
    Entry(
        "phrase-offers-two", "warning", "An offer that promises something else as well",
        "Whoever says “{phrase}” is heard to offer `{other}` too, which the brief does not allow.",
        "Make the phrases of the two differ in a word with a meaning of its own.",
        "The player would be caught on a promise that was never made.",
        _REMEDIES.replace("whole fee", "fee") + _PLAN, _REMEDIES + _PLAN,
    ),
    Entry(
        "words-hijacked", "warning", "A phrase that another technique takes over",
        "“{phrase}” is meant for {technique}, and is heard as {other} too.",
        "Make the phrase longer, so that it says only one thing.",
        "One line would count as both, and the player could not tell why.",
        "words:\n  empathy: [what a night]\n  dismissal: [what a night to call]\n",
        "words:\n  empathy: [what a dreadful night]\n  dismissal: [no night to call]\n",
    ),
    Entry(
        "words-without-sample", "warning", "A phrase without a sample",
        "No sample shows that “{phrase}” is heard as {technique}.",
        "Add a line to `samples:` that has the phrase in it: {{say: …, hears: [{technique}]}}.",
        "A phrase that is misspelt, or never comes up in a real sentence, helps nobody, and nobody notices.",
        "words: {jargon: [goods note]}\n",
        "words: {jargon: [goods note]}\nsamples:\n  - {say: It stands on the goods note., hears: jargon}\n",
    ),
    Entry(
        "choice-outdone", "warning", "A menu line that is never worth choosing",
        "“{start}” is on the menu only beside “{better}”, which does the same and more.",
        "Give the two another `when`, or let each do something that the other does not.",
        "A choice with one right answer in every state is no choice.",
        "choices:\n  - {say: I am sorry about that., does: apology}\n"
        "  - {say: I am sorry. That was our mistake., does: [apology, ownership]}\n",
        "choices:\n  - {say: I am sorry about that., does: apology, when: {phase: [hot]}}\n"
        "  - {say: I am sorry. That was our mistake., does: [apology, ownership], when: {phase: [warm, cool]}}\n",
    ),
)  # fmt: skip
