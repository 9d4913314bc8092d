"""What can be wrong when each part is well written, and the parts do not fit together."""

from typing import Final

from game.authoring.catalogue.entry import Entry

_STORY = (
    "story:\n  - say: You came at three!\n    fact: {id: late, words: [two hours late]}\n"
    "remedies:\n  - {id: half_fee, heard_as: [refund half the fee]}\n"
)


def _unknown(kind: str, what: str, faulty: str, mended: str, known: str, noun: str = "") -> Entry:
    return Entry(
        f"unknown-{kind}", "error", f"{what} that does not exist",
        f"There is no {noun or kind} `{{value}}`.{{guess}}",
        f"{known}: {{known}}.",
        "A reference that leads nowhere never comes true.",
        _STORY + faulty, _STORY + mended,
    )  # fmt: skip


ENTRIES: Final = (
    _unknown(
        "fact", "A fact",
        "handover: {to: my supervisor, told: [lat]}\n",
        "handover: {to: my supervisor, told: [late]}\n",
        "Facts of this story",
    ),
    _unknown(
        "remedy", "A remedy",
        "reactions:\n  - {say: Fine., remedy: full_fee}\n",
        "reactions:\n  - {say: Fine., remedy: half_fee}\n",
        "Remedies of this file",
    ),
    _unknown(
        "technique", "A technique",
        "trains: [empathie]\n",
        "trains: [empathy]\n",
        "Techniques",
    ),
    _unknown(
        "cue", "An occasion",
        "reactions:\n  - {say: Hello?, to: silense}\n",
        "reactions:\n  - {say: Hello?, to: silence}\n",
        "Possible are the techniques (empathy, command …), the gestures (nod, sigh …) and",
        "technique, gesture or occasion",
    ),
    _unknown(
        "rule", "A rule of the meter",
        "rules: {apologies: {points: -3}}\n",
        "rules: {apology: {points: -3}}\n",
        "Rules",
    ),
    _unknown(
        "feeling", "A feeling of this customer",
        "customer: {name: Dana, feelings: [stressed]}\nchoices:\n"
        "  - {say: You must be stresed., does: empathy, feelings: stresed}\n",
        "customer: {name: Dana, feelings: [stressed]}\nchoices:\n"
        "  - {say: You must be stressed., does: empathy, feelings: stressed}\n",
        "Feelings of this customer",
    ),
    _unknown(
        "persona", "A persona",
        "customer: {name: Dana, feelings: [stressed], persona: prowd}\n",
        "customer: {name: Dana, feelings: [stressed], persona: proud}\n",
        "Personas",
    ),
    Entry(
        "unknown-slot", "error", "A slot that does not exist",
        "There is no slot {{{value}}} here.{guess}",
        "Slots that can stand here: {known}. Write anything else in your own words, without curly brackets.",
        "What the game cannot fill in would be shown with its brackets. An ending has only the slots that "
        "always stand for something.",
        'reactions:\n  - say: "My {nam} is on the form."\n',
        'reactions:\n  - say: "My {name} is on the form."\n',
    ),
    Entry(
        "id-twice", "error", "Two with the same short name",
        "The {kind} `{value}` is already there on line {first}.",
        "Give one of the two another short name.",
        "Nobody could tell which of them is meant.",
        "remedies:\n  - {id: refund, heard_as: half back}\n  - {id: refund, heard_as: all back}\n",
        "remedies:\n  - {id: refund, heard_as: half back}\n  - {id: all, heard_as: all back}\n",
    ),
    Entry(
        "first-when-asked", "error", "The first line waits to be asked",
        "The first line of the story opens the call, so it cannot wait to be asked.",
        "Take `when_asked` out here, or put another line first.",
        "The customer would open with silence.",
        "story:\n  - {say: You are late!, when_asked: true}\n",
        "story:\n  - {say: You are late!}\n",
    ),
    Entry(
        "phrase-unreadable", "error", "A phrase of the trade that cannot be heard",
        "{reason}",
        "{remedy}",
        "What cannot be read is never recognised, and what fits everything says nothing.",
        "words: {jargon: [forty-degree load]}\n",
        "words: {jargon: [forty degree load]}\n",
    ),
    Entry(
        "hours-order", "error", "Hours the wrong way round",
        "The follow-up is due between two times: the first must be the smaller.",
        "Write the sooner one first: [24, 48].",
        "Nobody could be in time.",
        "follow_up: {due_hours: [48, 24]}\n",
        "follow_up: {due_hours: [24, 48]}\n",
    ),
    Entry(
        "sign-without-reason", "error", "A rule turned round without a reason",
        "The rule `{rule}` normally gives {own} points; {points} turns it round, and no reason is given.",
        "Add `reason:` with a sentence that says why it is different here.",
        "The trainee can look up every rule, and must be told why it works the other way with this customer.",
        "rules: {apology: {points: 4}}\n",
        "rules: {apology: {points: 4, reason: She has heard too many of them.}}\n",
    ),
    Entry(
        "no-feelings", "warning", "A customer without feelings",
        "No feelings are given, so naming them can never be recognised as right.",
        "Add `feelings:` with two or three words that follow “you must feel”.",
        "Naming the feeling is what calms most, and the game must know which one it is.",
        "customer:\n  name: Dana\n",
        "customer:\n  name: Dana\n  feelings: [stressed, humiliated]\n",
    ),
    Entry(
        "named-twice", "warning", "The same name twice in one list",
        "`{value}` stands twice in {where}.",
        "Take one of the two out, or name what was meant.",
        "Once is enough for the game, so the second was perhaps meant to be another.",
        "trains: [apology, apology]\n",
        "trains: [apology, ownership]\n",
    ),
    Entry(
        "no-voice", "error", "A voice that is not there",
        "There is no voice `{value}`.{guess}",
        "Voices: {known}. A voice is a file in the folder voices, beside the scenarios.",
        "Where the scenario is silent, the customer would have nothing to say.",
    ),
    Entry(
        "bad-voice", "error", "A voice with problems",
        "The voice `{value}` has problems: {first}",
        "Mend the file {file}, or choose another voice.",
        "Where the scenario is silent, the customer would have nothing to say.",
    ),
)  # fmt: skip
