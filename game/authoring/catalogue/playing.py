"""Smells that show when a scenario is played: what cannot be reached, won or lost, and what gives itself away."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_STORY: Final = (
    "story:\n  - say: You told me one o'clock and nobody showed up until three!\n"
    "    fact: {id: late, words: [two hours late, three instead of one]}\n"
)
_DANA: Final = "customer:\n  name: Dana Whitfield\n  feelings: [stressed, humiliated]\n"
_REMEDY: Final = "remedies:\n  - {id: half_fee, heard_as: [refund half the fee], settles: [late]}\n"
_FIVE_BEATS: Final = _STORY + (
    "  - say: Then there was no time left to clean.\n  - say: Then my landlord walked in.\n"
    "  - say: Then they kept my deposit.\n  - say: And nobody rang me.\n"
)
_PADDING: Final = ", and I want you to know that I say so with all my heart, here and now"

_MENU: Final = (
    ("The van came at three and not at one", "paraphrase, facts: [late]"),
    ("You had to wait for two whole hours", "paraphrase, facts: [late]"),
    ("It came two hours late", "paraphrase, facts: [late]"),
    ("I'm very sorry", "apology"),
    ("We got it wrong, and I'll see it through", "[apology, ownership]"),
    ("You must feel humiliated", "empathy, feelings: [humiliated]"),
    ("That must have been stressful", "empathy, feelings: [stressed]"),
    ("I can refund half the fee", "solution, remedies: [half_fee]"),
    ("What I can do is refund half the fee", "[solution, positive_framing], remedies: [half_fee]"),
    ("You'll have the money on Thursday", "expectations"),
    ("Would that be all right for you", "agreement_check"),
    ("What happened then", "open_question"),
)
_SHORT_MISSTEPS: Final = "  - {say: Calm down., does: command}\n  - {say: Rules are rules., does: policy_shield}\n"
_LONG_MISSTEPS: Final = (
    "  - {say: 'I have to ask you to calm down first, or I cannot look into it at all.', does: command}\n"
    "  - {say: 'It is in the terms that you signed, on page four, so rules are rules.', does: policy_shield}\n"
)
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
        "cannot-be-lost", "warning", "A customer who puts up with anything",
        "Whoever makes every mistake there is never drives this customer away.",
        "Look at `rules`, `heats` and `anger`: missteps must cost something.",
        "Where mistakes cost nothing, nothing is learnt from them.",
        "rules:\n" + "".join(
            f"  {rule}: {{points: 0}}\n"
            for rule in (
                "hostility", "condescension", "command", "blame", "argument", "dismissal", "passing_the_buck",
                "policy_shield", "closing_off", "non_apology", "excuse", "self_story", "jargon",
            )
        ),
        "rules:\n  command: {points: 12}\n",
    ),
    Entry(
        "cannot-be-won", "warning", "A customer whom nobody can calm",
        "Whoever listens first, says it back, owns it and offers what is allowed never comes to a good end.",
        "Look at `patience`, `rules` and `anger`, and at how many facts must be heard.",
        "A trainee who does everything right and fails learns that it is not worth trying.",
        _DANA + "  patience: 4\n", _DANA + "  patience: 20\n",
    ),
    Entry(
        "won-by-one-line", "warning", "A call that one line wins",
        "Said again and again, “{start}” ends the call well.",
        "Let it say back fewer facts, or offer the remedy in a line of its own.",
        "A trainee would learn a sentence, and not how to listen.",
        "choices:\n  - say: Two hours late! I'm so sorry. Half the fee back, or a letter to your landlord?\n"
        "    does: [paraphrase, empathy, apology, options]\n    facts: [late, inspection]\n"
        "    feelings: [stressed]\n    remedies: [half_fee, letter]\n",
        "choices:\n  - say: Two hours late! I'm so sorry.\n    does: [paraphrase, apology]\n    facts: [late]\n",
    ),
    Entry(
        "handed-over-at-once", "warning", "A handover that is right before anything was heard",
        "Whoever brings in {to} with the very first line has ended the call well.",
        "Add `told:` with the fact that only they can decide about.",
        "A trainee would learn to pass every customer on.",
        _DANA + "  anger: 60\nhandover: {to: my supervisor}\n",
        _DANA + "  anger: 60\nhandover: {to: my supervisor, told: [inspection]}\n",
    ),
    Entry(
        "best-is-longest", "warning", "The best line is always the longest",
        "In {share}% of {menus} menus, the best line is the longest one.",
        "Shorten good lines, and give missteps the politeness and the length that they have in life.",
        "A trainee soon reads the length and not the words.",
        "choices:\n"
        + "".join(f"  - {{say: \"{say}{_PADDING}.\", does: {does}}}\n" for say, does in _MENU)
        + _SHORT_MISSTEPS,
        "choices:\n" + "".join(f'  - {{say: "{say}.", does: {does}}}\n' for say, does in _MENU) + _LONG_MISSTEPS,
    ),
    Entry(
        "one-of-each-grade", "warning", "One option of each grade on every menu",
        "In {share}% of {menus} menus, each of your lines has another grade: one good, one middling, one bad.",
        "Let there be menus with two good lines, and menus with several tempting mistakes.",
        "A trainee soon looks for the odd one out and not for what the customer needs.",
    ),
    Entry(
        "never-reached", "warning", "Something that no call reaches",
        "No call reaches this {what}: {tried} were played, and others were searched for it.",
        "Loosen its condition, or see whether something else is always said in its place.",
        "It is work that nobody will ever see, or a condition that says something else than was meant.",
    ),
)  # fmt: skip
