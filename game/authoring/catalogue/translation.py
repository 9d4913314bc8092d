"""What can be wrong with a translation; looked for only where the original is given."""

from typing import Final

from game.authoring.catalogue.entry import Entry

ENTRIES: Final = (
    Entry(
        "translation-lacks", "error", "Something that the translation lacks",
        "The original has the {kind}{told} on line {there}; here it is missing.",
        "Translate it. Short names, cues and conditions stay as they are; only what is said changes.",
        "The call would play otherwise than in the other language, and results could not be compared.",
        "remedies:\n  - {id: refund, heard_as: die Hälfte erstatten}\n",
        "remedies:\n  - {id: refund, heard_as: die Hälfte erstatten}\n"
        "  - {id: letter, heard_as: dem Vermieter schreiben}\n",
    ),
    Entry(
        "translation-extra", "error", "Something that only the translation has",
        "The original has no {kind}{told}.",
        "Take it out, write it as in the original, or add it there too.",
        "Two calls of one name that play differently cannot be compared.",
        "remedies:\n  - {id: erstattung, heard_as: die Hälfte erstatten}\n",
        "remedies:\n  - {id: refund, heard_as: die Hälfte erstatten}\n",
    ),
    Entry(
        "translation-differs", "error", "Something that is done differently in the translation",
        "The {what} is not as in the original (line {there}).",
        "Copy that from the original. Only what is said changes.",
        "The same line would move the meter differently in the other language.",
        "choices:\n  - {id: no-rule, say: So sind die Regeln., does: blame}\n",
        "choices:\n  - {id: no-rule, say: So sind die Regeln., does: policy_shield}\n",
    ),
)  # fmt: skip
"""Each faulty example is tried against its mended one as the original."""
