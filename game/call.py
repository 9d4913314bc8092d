"""One call as both front ends play it: a line typed, and what comes of it.

A Call is a value; `take` gives the next one and an Answer to show. Nothing here prints, reads or writes.
"""

from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from game import line as typed
from game.core.engine import MoveError, why_not
from game.core.menu import in_words, menu
from game.core.moves import Choose, End, FollowUp, Gesture, Listen, Move, Say
from game.core.reading import Guess, Promise, Reading, told_reading
from game.core.scenario import Choice, Scenario
from game.core.session import Play, start
from game.core.state import State, Turn
from game.core.techniques import TECHNIQUES, is_misstep
from game.core.text import clean
from game.recogniser import recognise

Mode = typed.Mode
CHOOSING: Final[tuple[Mode, ...]] = ("labelled", "menu")
"""The modes in which a bare number is a line to say."""
YOU_SAID_SO: Final = "you said so"
"""The pattern of evidence that the player gave by picking a guess."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A line that is not sent yet: which of these was meant?"""

    text: str
    reading: Reading
    guesses: tuple[Guess, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """How a call is played, whatever is said in it; a save keeps it."""

    mode: Mode = "menu"
    hidden_meter: bool = False
    """Nothing of the meter is told before the debrief."""
    clock: int = 0
    """Seconds of silence that count as listening; 0 is no clock."""

    def but(self, mode: Mode | None, hidden_meter: bool | None, clock: int | None) -> "Settings":
        """These settings, with what is not None in place of theirs."""
        return Settings(
            self.mode if mode is None else mode,
            self.hidden_meter if hidden_meter is None else hidden_meter,
            self.clock if clock is None else clock,
        )


@dataclass(frozen=True, slots=True)
class Call:
    """A play in progress, how it is played, and a line waiting to be understood."""

    name: str
    """The scenario's name, which is its file's stem."""
    play: Play = field(repr=False)
    settings: Settings = Settings()  # frozen
    pending: Pending | None = None

    @property
    def mode(self) -> Mode:
        """How it is answered."""
        return self.settings.mode

    @property
    def scenario(self) -> Scenario:
        """Who is on the line."""
        return self.play.scenario

    @property
    def state(self) -> State:
        """Where the call stands."""
        return self.play.state

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The menu as it stands now."""
        return menu(self.scenario, self.state)

    @property
    def hints(self) -> tuple[str, ...]:
        """What the helpful lines of the menu do, without their words; as in "says it back, names the feeling"."""
        helpful = (choice for choice in self.choices if not any(map(is_misstep, choice.does)))
        return tuple(dict.fromkeys(in_words(choice) for choice in helpful))


@dataclass(frozen=True, slots=True)
class Moved:
    """A move was made. `dispute` is set where the player said what a line was meant to do."""

    turn: Turn
    dispute: "Dispute | None" = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """Nothing was sent: the line was not understood, or its reading is disputed."""

    pending: Pending
    took_back: bool = False
    """Whether the last turn was taken back because its reading is disputed."""


@dataclass(frozen=True, slots=True)
class TookBack:
    """The last turn was taken back; or, with `kept`, the call begins again after so many turns, and what was
    played stays as a branch.
    """

    kept: int | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to look up; no move."""

    what: typed.Look


@dataclass(frozen=True, slots=True)
class Helped:
    """The call goes on with more or with less help."""

    mode: Mode


@dataclass(frozen=True, slots=True)
class Left:
    """The player leaves; the call is saved as it stands."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing happened, and why."""

    sentence: str


Answer = Moved | Unsure | TookBack | Shown | Helped | Left | Refused


@dataclass(frozen=True, slots=True)
class Dispute:
    """A line that was misheard: what the customer had said, what was heard, what the player meant."""

    customer: str
    text: str
    heard: tuple[str, ...]
    meant: str
    """A technique id, or empty for "something else"."""


def new_call(name: str, scenario: Scenario, seed: int, settings: Settings) -> Call:
    """A call in which only the opening line was said."""
    return Call(name, start(scenario, seed), settings)


def take(call: Call, line: str) -> tuple[Call, Answer]:
    """What comes of a line. The call returned is the one to go on with; a refusal returns the same one."""
    line = clean(line.rstrip("\r\n")).replace("\n", " ") if len(line) <= typed.MOST_CHARACTERS else line
    choosing = call.mode in CHOOSING or call.pending is not None
    said = typed.meaning(line, numbers_choose=choosing)
    match said:
        case typed.Misput(sentence):
            return call, Refused(sentence)
        case typed.Spoken(text):
            return _say(call, text)
        case typed.Silent():
            return _move(call, Listen())
        case typed.Number(number):
            return _number(call, number)
        case typed.Body(kind):
            return _move(call, Gesture(kind))
        case typed.Observed(words):
            return _observed(call, words)
        case typed.Later(hours, text):
            return _later(call, hours, text)
        case typed.Again(turn):
            return try_again(call, turn)
        case typed.Steer(what):
            return _steer(call, what)


def typed_again(call: Call, lines: tuple[str, ...]) -> tuple[Call, tuple[str, ...]]:
    """A call with these lines typed into it one after the other, each read anew, and the lines that could be taken.

    It stops before the first line that cannot be taken any more.
    """
    taken: list[str] = []
    for line in lines:
        after, answer = take(call, line)
        if isinstance(answer, Refused | Unsure):
            break
        call = after
        taken.append(line)
    return call, tuple(taken)


def _steer(call: Call, what: typed.Steering) -> tuple[Call, Answer]:
    match what:
        case "dispute":
            return _dispute(call)
        case "back":
            return take_back(call)
        case "end":
            return _move(call, End())
        case "quit":
            return call, Left()
        case "labelled" | "menu" | "hybrid" | "typed" | "spoken":
            return replace(call, settings=replace(call.settings, mode=what)), Helped(what)
        case look:
            return call, Shown(look)


def _move(call: Call, move: Move, dispute: Dispute | None = None) -> tuple[Call, Answer]:
    try:
        play = call.play.then(move)
    except MoveError as refusal:
        return call, Refused(str(refusal))
    return replace(call, play=play, pending=None), Moved(play.turns[-1], dispute)


def hear(call: Call, text: str) -> Reading:
    """What this line would be heard to do now."""
    return recognise(text, call.state.said, call.scenario)


def _say(call: Call, text: str) -> tuple[Call, Answer]:
    if call.mode == "hybrid" and text.isdecimal():
        return call, Refused("These are hints, not lines to choose. Say it in your own words, or /menu for the lines.")
    refusal = why_not(call.scenario, call.state, Say(text, Reading(text=text)))
    if refusal is not None:
        return call, Refused(refusal)
    reading = hear(call, text)
    if not reading.recognised:
        pending = Pending(text, reading, reading.guesses)
        return replace(call, pending=pending), Unsure(pending)
    return _move(call, Say(text, reading))


def _number(call: Call, number: int) -> tuple[Call, Answer]:
    if call.pending is not None:
        return _meant(call, call.pending, number)
    choices = call.choices
    if not choices:
        return _move(call, Choose(""))
    if not 1 <= number <= len(choices):
        return call, Refused(f"There are {len(choices)} lines to choose from: type 1 to {len(choices)}.")
    return _move(call, Choose(choices[number - 1].id))


def _meant(call: Call, pending: Pending, number: int) -> tuple[Call, Answer]:
    """The player picks one of the guesses."""
    if not 1 <= number <= len(pending.guesses):
        return call, Refused(f"Type 1 to {len(pending.guesses)}, ! for none of these, or say it another way.")
    guess = pending.guesses[number - 1]
    stated = told_reading(pending.text, (guess.technique,), YOU_SAID_SO, "you said that this is what you meant")
    reading = replace(pending.reading, evidence=stated.evidence, guesses=())
    dispute = Dispute(call.state.said, pending.text, pending.reading.techniques, guess.technique)
    return _move(call, Say(pending.text, reading), dispute)


def _dispute(call: Call) -> tuple[Call, Answer]:
    """Not what was meant. The last typed line comes back to be read again; a second time, it just passes."""
    if call.pending is not None:
        text = call.pending.text
        dispute = Dispute(call.state.said, text, call.pending.reading.techniques, "")
        return _move(call, Say(text, Reading(text=text)), dispute)
    last = call.play.turns[-1] if call.play.turns else None
    if last is None or not isinstance(last.move, Say):
        return call, Refused("There is no line of yours to dispute yet.")
    pending = Pending(last.move.text, last.move.reading, _other_guesses(call, last.move))
    return replace(call, play=call.play.back(), pending=pending), Unsure(pending, took_back=True)


def _other_guesses(call: Call, move: Say) -> tuple[Guess, ...]:
    """What else the line may have meant, without what was heard the first time."""
    reading = recognise(move.text, call.play.back().state.said, call.scenario)
    usual = ("paraphrase", "empathy", "apology", "open_question", "solution")
    spare = tuple(Guess(id, 0.0, "", TECHNIQUES[id].example) for id in usual)
    fresh = {guess.technique: guess for guess in reading.guesses + spare}
    return tuple(guess for id, guess in fresh.items() if id not in move.reading.techniques)[:3]


def take_back(call: Call) -> tuple[Call, Answer]:
    """Take the last turn back, or the line that is waiting."""
    if call.pending is not None:
        return replace(call, pending=None), Refused("Your line was not sent, so nothing was taken back.")
    if not call.play.turns:
        return call, Refused("Nothing was said yet.")
    return replace(call, play=call.play.back()), TookBack()


def try_again(call: Call, turn: int) -> tuple[Call, Answer]:
    """Begin again before turn `turn`, counted from 1; what was played stays as a branch of the save."""
    turns = len(call.play.turns)
    if not 1 <= turn <= turns:
        return call, Refused(f"There is no turn {turn} to try again; {turns} were played.")
    return replace(call, play=call.play.first(turn - 1), pending=None), TookBack(kept=turn - 1)


def _observed(call: Call, words: tuple[str, ...]) -> tuple[Call, Answer]:
    if call.mode != "spoken":
        return call, Refused("/heard is for the spoken mode: start with --spoken.")
    techniques = tuple(word for word in words if word in TECHNIQUES)
    offering = any(technique in ("solution", "options") for technique in techniques)
    offers = {remedy.id for remedy in call.scenario.remedies if offering}
    remedies = tuple(word for word in words if word in offers)
    facts = tuple(fact.id for fact in call.scenario.facts if fact.id in words and fact.id not in remedies)
    for word in words:
        if word not in TECHNIQUES and word not in facts + remedies:
            near = get_close_matches(word, [*TECHNIQUES, *facts], n=1)
            hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(TECHNIQUES)}."
            return call, Refused(f"“{word[:30]}” is no kind of move. {hint}")
    if not techniques:
        return call, Refused("Name at least one kind of move, as in /heard empathy paraphrase.")
    if not facts and "paraphrase" in techniques:
        facts = tuple(fact for fact in call.state.told if fact not in call.state.heard)[:1]
    text = " ".join(words)
    stated = told_reading(text, techniques, "observers", "your observers heard it")
    promises = tuple(Promise(text, remedy) for remedy in remedies)
    reading = replace(stated, facts=facts, remedies=remedies, promises=promises)
    return _move(call, Say(f"({', '.join(techniques)})", reading))


def _later(call: Call, hours: int, text: str) -> tuple[Call, Answer]:
    return _move(call, FollowUp(hours, text, hear(call, text) if text else Reading()))
