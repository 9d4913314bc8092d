"""A first scenario from a few answers: complete enough to play at once, with remarks where to go on.

Whatever was answered, the file loads; so an author begins with something that works, and changes it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Final, get_args

from game.authoring.declared import LENGTHS, Spot
from game.core.scenario import Beat, Brief, Customer, Fact, Level, Pronoun, Remedy, Scenario, Setting
from game.core.slots import turned_round
from game.core.text import clean
from game.recogniser.gist import key_of

_ANGER: Final[dict[Level, int]] = {"gentle": 55, "firm": 70, "rough": 78, "fierce": 84}
_MONEY: Final = re.compile(r"\b(refund|money|discount|voucher|credit|free|price|bill|fee|cost|pay)", re.IGNORECASE)
_PLAIN: Final = re.compile(r"[^\W\d_][\w ,.!?'’“”()…–/$€£%;+-]*")
_MOST_PHRASES: Final = 3
_LONGEST_PHRASE: Final = 3
"""Words of a phrase by which a fact is recognised."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What an author is asked. The defaults name no trade, so that any of them may stay."""

    title: str
    you_are: str = "the front desk"
    situation: str = "Something was promised for today. It was not done, and nobody rang."
    name: str = "Alex Morgan"
    pronoun: Pronoun = "they"
    feelings: tuple[str, ...] = ("let down", "worried")
    setting: Setting = "phone"
    level: Level = "firm"
    happened: tuple[str, ...] = (
        "You said it would be ready today, and it isn't!",
        "I left work early to fetch it.",
        "My daughter needs it tomorrow morning.",
    )
    may: tuple[str, ...] = ("do it first thing tomorrow", "take something off the bill")
    may_not: tuple[str, ...] = ("have it ready tonight",)


SPOTS: Final[dict[str, Spot]] = {
    "title": (Scenario, "title"),
    "you_are": (Brief, "you_are"),
    "situation": (Brief, "situation"),
    "name": (Customer, "name"),
    "feelings": (Customer, "feelings"),
    "happened": (Beat, "say"),
    "may": (Remedy, "heard_as"),
    "may_not": (Remedy, "heard_as"),
}
"""Where each free text goes, which says how long it may be."""
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "pronoun": get_args(Pronoun),
    "setting": get_args(Setting),
    "level": get_args(Level),
}
"""Answers that are one of a few words."""
FEWEST: Final = {"happened": 2}
"""How many are needed at least: with one thing alone to hear, there is nothing to listen for."""


def tidy(answer: str) -> str:
    """An answer on one line, without what cannot be seen."""
    return " ".join(clean(answer).split())


def fault(name: str, answer: str) -> str:
    """Why this answer cannot be taken, as a sentence; empty if it can."""
    spot = SPOTS.get(name)
    most = LENGTHS[spot] if spot else None
    if name in WORDS and answer not in WORDS[name]:
        return f"Possible: {', '.join(WORDS[name])}."
    if not answer:
        return "There are no words in it."
    if most is not None and len(answer) > most:
        return f"It has {len(answer)} characters; {most} is the most."
    return "Curly brackets { } have a meaning of their own; leave them out." if {"{", "}"} & set(answer) else ""


def faults(answers: Answers) -> Iterator[tuple[str, str]]:
    """Every answer that cannot be taken, by name, with the reason."""
    for field in fields(Answers):
        given = getattr(answers, field.name)
        for text in given if isinstance(given, tuple) else (given,):
            reason = fault(field.name, text)
            if reason:
                yield field.name, reason
    for name, fewest in FEWEST.items():
        if len(getattr(answers, name)) < fewest:
            yield name, f"At least {fewest} are needed."


def scaffold(answers: Answers, schema: str, guide: str) -> str:
    """The file's text. `schema` and `guide` are where the editor's schema and the author's guide lie."""
    facts = tuple(_facts(answers.happened))
    return "\n".join(
        (
            f"# yaml-language-server: $schema={schema}",
            "#",
            "# Everything after a # is a remark. Lines that begin with # and no space are examples: take the # away.",
            f"# All that can stand here is told in {guide}",
            "",
            f"title: {quoted(answers.title)}",
            f"setting: {answers.setting}  # phone, counter or chat",
            f"level: {answers.level}  # gentle, firm, rough or fierce",
            "",
            *_brief(answers),
            "",
            *_customer(answers),
            "",
            *_remarked_once(_story(facts)),
            "",
            *_remarked_once(_remedies(answers, facts)),
            "",
            *_follow_up(facts),
            "",
            *_EXAMPLES,
            "",
        )
    )


def quoted(text: str) -> str:
    """A text as YAML, in quotes only where it needs them."""
    safe = _PLAIN.fullmatch(text) and text.casefold() not in {"null", "true", "false"}
    return text if safe else json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Told:
    id: str
    say: str
    words: tuple[str, ...]
    said_back: str


def _facts(lines: tuple[str, ...]) -> Iterator[_Told]:
    taken: set[str] = set()
    ids: set[str] = set()
    for line in lines:
        phrases = list(_phrases(line))
        fresh = [phrase for phrase in phrases if phrase not in taken] or phrases or [line[:100]]
        taken.update(fresh)
        id = _unused(_slug(fresh[0]), ids)
        ids.add(id)
        yield _Told(id, line, tuple(fresh[:_MOST_PHRASES]), turned_round(line))


def _phrases(line: str) -> Iterator[str]:
    """What is left of a line between its small words, the longest pieces first: "ready today".

    A word by itself, such as "said", stands in too many sentences to show much; it serves where there is no more.
    """
    pieces: list[list[str]] = [[]]
    for word in re.findall(r"[\w'’$€£%-]+|[^\w\s]", line.casefold()):
        plain, _, ending = word.replace("’", "'").partition("'")
        small = ending not in ("", "s") or not key_of(plain) or not re.search(r"\w", plain)
        if small or len(pieces[-1]) == _LONGEST_PHRASE:
            pieces.append([])
        if not small:
            pieces[-1].append(word)
    found = dict.fromkeys(" ".join(piece) for piece in sorted(pieces, key=len, reverse=True) if piece)
    yield from [phrase for phrase in found if " " in phrase] or found


def _slug(phrase: str) -> str:
    return "_".join(re.findall(r"\w+", re.sub("['’]", "", phrase)))[:30].strip("_") or "what_happened"


def _unused(id: str, taken: set[str]) -> str:
    return next(one for one in (id, *(f"{id}_{number}" for number in range(2, 99))) if one not in taken)


def _remarked_once(lines: Iterable[str]) -> Iterator[str]:
    """The lines; a remark that stood behind one of them already is not said again."""
    said: set[str] = set()
    for line in lines:
        text, sign, remark = line.partition("  # ")
        yield text if sign and remark in said else line
        said.add(remark)


def _brief(answers: Answers) -> Iterator[str]:
    yield "# What the player knows before the call."
    yield "brief:"
    yield f"  you_are: {quoted(answers.you_are)}"
    yield f"  situation: {quoted(answers.situation)}"
    yield "  you_may:"
    yield from (f"    - {quoted(phrase)}" for phrase in answers.may)
    yield "  you_may_not:"
    yield from (f"    - {quoted(phrase)}" for phrase in answers.may_not)


def _customer(answers: Answers) -> Iterator[str]:
    yield "customer:"
    yield f"  name: {quoted(answers.name)}"
    yield f"  pronoun: {answers.pronoun}"
    yield f"  anger: {_ANGER[answers.level]}  # from 0 to 100; from 65 on a solution is not taken in"
    yield "  feelings:  # words that follow “you must feel”"
    yield from (f"    - {quoted(feeling)}" for feeling in answers.feelings)
    yield "#  backstory: What the player cannot know; told in the debrief."


def _story(facts: tuple[_Told, ...]) -> Iterator[str]:
    yield "# What happened, piece by piece, in the customer's own words. The first line opens the call."
    yield "story:"
    for number, fact in enumerate(facts):
        yield f"  - say: {quoted(fact.say)}"
        yield "    fact:"
        yield f"      id: {quoted(fact.id)}"
        yield "      words:  # by these the game knows that the player took it in; more are better"
        yield from (f"        - {quoted(words)}" for words in fact.words)
        if 0 < len(fact.said_back) <= LENGTHS[Fact, "said_back"]:
            yield f"      said_back: {quoted(fact.said_back)}  # as the player would say it"
        if number > 1 and number == len(facts) - 1:
            yield "    when_asked: true  # told only to somebody who asks"


def _remedies(answers: Answers, facts: tuple[_Told, ...]) -> Iterator[str]:
    yield "# What would put it right, or only seems to."
    yield "remedies:"
    taken: set[str] = set()
    for phrase, allowed in [(one, True) for one in answers.may] + [(one, False) for one in answers.may_not]:
        pieces = list(_phrases(phrase))
        id = _unused(_slug(pieces[0] if pieces else phrase.casefold()), taken)
        taken.add(id)
        yield f"  - id: {quoted(id)}"
        yield "    heard_as:  # the first follows “I can”; add other ways to say it"
        yield f"      - {quoted(phrase)}"
        yield "    settles:  # the facts that it answers"
        yield from (f"      - {quoted(fact.id)}" for fact in facts)
        if _MONEY.search(phrase):
            yield "    kind: money"
        if not allowed:
            yield "    beyond_authority: true  # promised all the same, it comes back at the follow-up"


def _follow_up(facts: tuple[_Told, ...]) -> Iterator[str]:
    yield "# Getting back to the customer after the call: between these hours, with a word about this case."
    yield "follow_up:"
    yield "  due_hours: [24, 48]"
    yield "  mentions:"
    yield from (f"    - {quoted(fact.words[0])}" for fact in facts)


_EXAMPLES: Final = """\
# What the customer answers to something that the player does. A shared voice says all that is not here.
#reactions:
#  - to: [dismissal]
#    when: {phase: [hot]}
#    say:
#      - It may be nothing to you. It was my whole day!
#      - Don't make it small!

# Lines on the menu: good ones, and ones that tempt.
#choices:
#  - id: where-are-you-now
#    say: What does this mean for your plans?
#    does: [open_question]
#  - id: busy-week
#    say: You have to understand that this is our busiest week.
#    does: [excuse]
#    when: {phase: [hot, warm]}

# What is heard or seen as the call ends.
#endings:
#  settled: [Then that's settled. Thank you.]
#  lost: [Forget it. I'll go somewhere else.]

# Lines that a player might type, and what must be heard in them; `defuse test` tries them.
#samples:
#  - say: I'm so sorry about this.
#    hears: [apology]""".splitlines()
