"""Smells that show when a scenario is played: what cannot be reached, won or lost, and what gives itself away."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_STORY: Final = (
    "story:\n  - say: You told me one o'clock and nobody showed up until three!\n"
    "    fact: {id: late, words: [two hours late, three instead of one]}\n"
)
_DANA: Final = "customer:\n  name: Dana Whitfield\n  feelings: [stressed, humiliated]\n"
_CALMER: Final = _DANA + "  anger: 60\n"
_REMEDY: Final = "remedies:\n  - {id: half_fee, heard_as: [refund half the fee], settles: [late]}\n"
_FIVE_BEATS: Final = _STORY + (
    "  - say: Then there was no time left to clean.\n  - say: Then my landlord walked in.\n"
    "  - say: Then they kept my deposit.\n  - say: And nobody rang me.\n"
)
_HELPFUL: Final = (
    "say: The van came at three and not at one., does: paraphrase, facts: [late]",
    "say: You had no time to clean before the inspection., does: paraphrase, facts: [inspection]",
    "say: I am sorry that this happened to you., does: apology",
    "say: You must have felt quite humiliated by that., does: empathy, feelings: [humiliated]",
    "say: I can refund half the fee for you today., does: solution, remedies: [half_fee]",
    "say: What I can do is write to your landlord., does: positive_framing, remedies: [letter]",
    "say: Please tell me what happened after that., does: open_question",
)
_BOTH: Final = "does: [paraphrase, empathy], facts: [late, inspection], feelings: [stressed]"
_WAITED: Final = "does: [paraphrase, empathy], facts: [late], feelings: [humiliated]"
_OFFER: Final = "does: [solution, expectations, agreement_check], remedies: [half_fee, letter]"
_LONG_AND_BEST: Final = (
    f"say: The van came two hours late and you never had time to clean before all of them came round., {_BOTH}",
    f"say: You waited for two hours and that must have been dreadful for you on such a day., {_WAITED}",
    f"say: I can refund half the fee and write to your landlord. Would that be all right?, {_OFFER}",
)
_ONE_OF_EACH: Final = (
    "say: Two hours late., does: [paraphrase, empathy], facts: [late], when: {unheard: [late]}",
    "say: Thank you for calling., does: gratitude, when: {unheard: [late]}",
    "say: Calm down first., does: command, when: {unheard: [late]}",
    "say: No time to clean., does: [paraphrase, empathy], facts: [inspection], when: {heard: [late]}",
    "say: Thank you for your patience., does: gratitude, when: {heard: [late]}",
    "say: Rules are rules., does: policy_shield, when: {heard: [late]}",
)


def _menu(lines: tuple[str, ...]) -> str:
    return "choices:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


_SHORT_MISSTEPS: Final = "  - {say: Calm down., does: command}\n  - {say: Rules are rules., does: policy_shield}\n"
_LONG_MISSTEPS: Final = (
    "  - {say: 'I have to ask you to calm down first, or I cannot look into it at all.', does: command}\n"
    "  - {say: 'It is in the terms that you signed, on page four, so rules are rules.', does: policy_shield}\n"
)
_NOTHING_HURTS: Final = "rules:\n" + "".join(
    f"  {rule}: {{points: 0}}\n"
    for rule in (
        "order", "invalidating", "rule-before-person", "false-apology", "anger-in-kind", "blame", "excuse", "jargon",
        "condescension", "self-story", "scripted", "passed-on",
    )
)  # fmt: skip
ENTRIES: Final = (
    Entry(
        "condition-never-true", "warning", "A condition that can never hold",
        "This can never be: {why}.",
        "Change the condition, or take out what waits for it.",
        "What waits for it is never said, and nobody notices.",
        _STORY + "reactions:\n  - {say: I told you that., when: {told: [late], untold: [late]}}\n",
        _STORY + "reactions:\n  - {say: I told you that., when: {told: [late], unheard: [late]}}\n",
    ),
    Entry(
        "ending-never-reached", "warning", "An ending that no call can have",
        "No call here ends as `{outcome}`: {why}.",
        "Take this ending out, or add what it needs.",
        "It is work that nobody will ever see, or something else was forgotten.",
        "endings:\n  handed_over: [Put them on., All right then.]\n",
        "endings:\n  handed_over: [Put them on., All right then.]\nhandover: {to: my supervisor, told: [late]}\n",
    ),
    Entry(
        "follow-up-never-said", "warning", "An answer to a follow-up that cannot be",
        "What stands under `{kind}` is never said: {why}.",
        "Take it out, or add what it needs.",
        "It is work that nobody will ever see, or something else was forgotten.",
        _REMEDY + "follow_up: {mentions: [fee], broken: [Where is my money?]}\n",
        _REMEDY + "follow_up: {mentions: [fee], kept: [You rang!]}\n",
    ),
    Entry(
        "story-outlasts-patience", "warning", "A story that is longer than the customer's patience",
        "This is piece {number} of the story, and the customer gives up after turn {last}.",
        "Raise `patience`, or tell the story in fewer pieces.",
        "One piece comes out in a turn at most, so nobody can ever hear this one.",
        _FIVE_BEATS + _DANA + "  patience: 4\n", _FIVE_BEATS + _DANA + "  patience: 20\n",
    ),
    Entry(
        "complication-never-heard", "warning", "Something that can never come in between",
        "This never comes in between: {why}.",
        "Change `settings` or `from_turn`, or take it out.",
        "It is work that nobody will ever hear.",
        "setting: phone\ncomplications:\n  - {say: (The queue coughs.), settings: [counter]}\n",
        "setting: phone\ncomplications:\n  - {say: (A dog barks.), settings: [phone]}\n",
    ),
    Entry(
        "cannot-be-lost", "warning", "A customer who puts up with anything",
        "Whoever makes every mistake there is never drives this customer away.",
        "Look at `rules`, `heats` and `anger`: missteps must cost something.",
        "Where mistakes cost nothing, nothing is learnt from them.",
        _NOTHING_HURTS, _NOTHING_HURTS.replace("points: 0", "points: 9"),
    ),
    Entry(
        "cannot-be-won", "warning", "A customer whom nobody can calm",
        "Whoever listens first, says it back, owns it and offers what is allowed never comes to a good end.",
        "Look at `patience`, `rules` and `anger`, and at how many facts must be heard.",
        "A trainee who does everything right and fails learns that it is not worth trying.",
        "rules:\n  specific-acknowledgement: {points: 20, reason: She hates to have it said back.}\n",
        "rules:\n  specific-acknowledgement: {points: -4, reason: She takes little comfort in it.}\n",
    ),
    Entry(
        "won-by-one-line", "warning", "A call that one line wins",
        "Said again and again, “{start}” ends the call well.",
        "Let it say back fewer facts, or offer the remedy in a line of its own.",
        "A trainee would learn a sentence, and not how to listen.",
        _CALMER + "choices:\n  - say: Two hours late, and no time to clean! I'm so sorry. Which would you like today?\n"
        "    does: [paraphrase, empathy, apology, options, expectations]\n    facts: [late, inspection]\n"
        "    feelings: [stressed]\n    remedies: [half_fee, letter]\n",
        _CALMER + "choices:\n  - {say: Two hours late! I'm so sorry., does: [paraphrase, apology], facts: [late]}\n",
    ),
    Entry(
        "handed-over-at-once", "warning", "A handover that is right before anything was heard",
        "Whoever brings in {to} with the very first line has ended the call well.",
        "Add `told:` with the fact that only they can decide about.",
        "A trainee would learn to pass every customer on.",
        _CALMER + "handover: {to: my supervisor}\n",
        _CALMER + "handover: {to: my supervisor, told: [inspection]}\n",
    ),
    Entry(
        "best-is-longest", "warning", "The best line is always the longest",
        "{told}",
        "Shorten good lines, and give missteps the politeness and the length that they have in life.",
        "A trainee soon reads the length and not the words.",
        _menu(_LONG_AND_BEST) + _SHORT_MISSTEPS, _menu(_HELPFUL) + _LONG_MISSTEPS,
    ),
    Entry(
        "longest-is-safe", "warning", "The longest line is never a misstep",
        "{told}",
        "Give missteps the politeness and the length that they have in life.",
        "A trainee soon takes the longest line unread.",
        _menu(_HELPFUL) + _SHORT_MISSTEPS, _menu(_HELPFUL) + _LONG_MISSTEPS,
    ),
    Entry(
        "one-of-each-grade", "warning", "One option of each grade on every menu",
        "{told}",
        "Let there be menus with two good lines, and menus with several tempting mistakes.",
        "A trainee soon looks for the odd one out and not for what the customer needs.",
        _menu(_ONE_OF_EACH), _menu(_ONE_OF_EACH[::3]) + _LONG_MISSTEPS,
    ),
    Entry(
        "never-reached", "warning", "Something that no call reaches",
        "No call reaches this {what}: it did not come up in {calls} calls, nor in a search for it.",
        "Loosen its condition, or see whether something else is always said in its place.",
        "It is work that nobody will ever see, or a condition that says something else than was meant.",
        "reactions:\n  - {to: interrupted, say: Let me finish., when: {phase: [cool]}}\n",
        "reactions:\n  - {to: silence, say: Are you still there?, when: {phase: [cool]}}\n",
    ),
)  # fmt: skip
