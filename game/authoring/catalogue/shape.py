"""What can be wrong with a name or its value, before anything is compared with anything else."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_BRIEF_AND_STORY: Final = (
    "brief:\n  you_are: front desk\n  situation: Dana booked a van.\n"
    "story:\n  - say: You are late!\n"
)  # fmt: skip

ENTRIES: Final = (
    Entry(
        "unknown-name", "error", "A name that does not exist",
        "There is no `{name}` in {where}.{guess}",
        "Known here: {known}.",
        "What stands under a misspelt name would never be used.",
        "customer:\n  name: Dana\n  angr: 72\n",
        "customer:\n  name: Dana\n  anger: 72\n",
    ),
    Entry(
        "missing-name", "error", "Something needed is missing",
        "{where} needs `{name}`.",
        "Add a line `{name}: …`. {meaning}",
        "The call cannot be played without it.",
        "title: Late movers\n" + _BRIEF_AND_STORY + "customer:\n  anger: 72\n",
        "title: Late movers\n" + _BRIEF_AND_STORY + "customer:\n  name: Dana\n  anger: 72\n",
    ),
    Entry(
        "nothing-given", "warning", "A name with nothing after it",
        "Nothing stands after `{name}`, so it counts as left out.",
        "Write something after the colon, or take the line out.",
        "It is easily forgotten when one writes the rest first.",
        "customer:\n  name: Dana\n  backstory:\n",
        "customer:\n  name: Dana\n  backstory: She had taken a day off.\n",
    ),
    Entry(
        "unknown-word", "error", "A word that is not one of the choices",
        "`{value}` is not possible for {where}.{guess}",
        "Possible: {known}.",
        "Only these words mean something here.",
        "setting: telephone\n",
        "setting: phone\n",
    ),
    Entry(
        "not-a-number", "error", "A whole number is needed",
        "{where} needs a whole number, not “{value}”.",
        "Write a number in digits, without quotes or units: 72.",
        "The game has to count with it.",
        "customer:\n  name: Dana\n  anger: very\n",
        "customer:\n  name: Dana\n  anger: 72\n",
    ),
    Entry(
        "not-true-or-false", "error", "True or false is needed",
        "{where} is either true or false, not “{value}”.",
        "Write true or false.",
        "Anything else could mean either.",
        "story:\n  - say: They keep my deposit.\n    when_asked: maybe\n",
        "story:\n  - say: They keep my deposit.\n    when_asked: true\n",
    ),
    Entry(
        "out-of-range", "error", "A number too small or too big",
        "{where} goes from {low} to {high}; {value} is outside.",
        "Choose a number from {low} to {high}.",
        "The meter and the clock have two ends.",
        "customer:\n  name: Dana\n  anger: 140\n",
        "customer:\n  name: Dana\n  anger: 90\n",
    ),
    Entry(
        "text-needed", "error", "A text is needed",
        "{where} needs a text, and here is {what}.",
        "Write the text on the same line, after the colon.",
        "A list or a group cannot be said or shown.",
        "title:\n  - Late\n  - movers\n",
        "title: Late movers\n",
    ),
    Entry(
        "colon-in-item", "error", "A colon inside a text",
        "There is a colon inside this text, so its beginning “{start}” was taken for a name.",
        "Put the whole text in quotes: {example}",
        "A colon followed by a space ends a name, wherever it stands.",
        "story:\n  - say:\n      - I told you: one o'clock!\n",
        'story:\n  - say:\n      - "I told you: one o\'clock!"\n',
    ),
    Entry(
        "list-without-brackets", "warning", "A list without brackets",
        "This counts as one, commas included; it looks like several.",
        "Put square brackets around them: [{whole}].",
        "“stressed, humiliated” is one feeling that nobody will ever name; [stressed, humiliated] are two.",
        "customer:\n  name: Dana\n  feelings: stressed, humiliated\n",
        "customer:\n  name: Dana\n  feelings: [stressed, humiliated]\n",
    ),
    Entry(
        "cut-at-comma", "warning", "A sentence cut at its comma",
        "In square brackets a comma ends a text, so “{start}” and what follows here are two.",
        'Put the sentence in quotes: "{whole}". Or write each sentence on a line of its own, after a dash.',
        "The customer would say one half of the sentence or the other.",
        "endings:\n  settled: [I'll leave it with you, then. Goodbye.]\n",
        'endings:\n  settled: ["I\'ll leave it with you, then. Goodbye."]\n',
    ),
    Entry(
        "group-needed", "error", "Names with values are needed",
        "{where} needs names with values under it, and here is {what}.",
        "Write these on lines of their own, indented: {known}.",
        "It has several parts, and each is told by its name.",
        "brief: front desk at Swift Movers\n",
        "brief:\n  you_are: front desk at Swift Movers\n  situation: Dana booked a van.\n",
    ),
    Entry(
        "wrong-count", "error", "Too many or too few in a list",
        "{where} needs exactly {count}; here are {given}.",
        "Write it as [24, 48].",
        "Each place in this list has its own meaning.",
        "follow_up:\n  due_hours: [24]\n",
        "follow_up:\n  due_hours: [24, 48]\n",
    ),
    Entry(
        "text-too-long", "error", "A text that is too long",
        "{where} has {given} characters; {most} is the most.",
        "Shorten it, or split it into two.",
        "A longer one does not fit on the screen, and nobody talks like that in one breath.",
        "title: " + "late " * 20 + "\n",
        "title: Late movers\n",
    ),
    Entry(
        "text-empty", "error", "A text with nothing in it",
        "{where} has no words in it.",
        "Write something between the quotes, or take it out.",
        "The customer would say nothing, and the screen would stay blank.",
        'story:\n  - say: ""\n',
        "story:\n  - say: You are late!\n",
    ),
    Entry(
        "list-empty", "error", "A list with nothing in it",
        "{where} needs at least one.",
        "Add one.",
        "With none, there is nothing to say or to recognise.",
        "story: []\n",
        "story:\n  - say: You are late!\n",
    ),
    Entry(
        "bad-id", "error", "A short name with other signs in it",
        "“{value}” cannot be a short name.",
        "Use letters, digits, - and _ only, as in half_fee; at most {most} of them.",
        "Short names are used in other places of the file, in saves and in reports.",
        "remedies:\n  - id: half the fee!\n    heard_as: half the fee\n",
        "remedies:\n  - id: half_fee\n    heard_as: half the fee\n",
    ),
)  # fmt: skip
