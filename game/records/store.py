"""Reading saves: what was whole is folded again, what was torn is said so, nothing is thrown away."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from pathlib import Path

from game.authoring.library import Loaded, digest, from_plain, to_plain
from game.call import Call, Settings
from game.core.engine import MoveError
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.errors import DefuseError, SavesError
from game.records.journal import SNAPSHOTS, Header, Journal, now
from game.records.lines import FORMAT, Whole, whole_part
from game.records.moves import move_from_plain
from game.records.reflections import reflected
from game.records.settings import changes, settings_in
from game.review.goals import Goal, goal, named
from game.review.rating import Rating
from game.review.reflection import NOTHING_SAID, Reflection

_MOST_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Save:
    """One save as it was found. `play` is None only where `problem` says why."""

    path: Path
    header: Header | None = None
    play: Play | None = field(default=None, repr=False)
    note: str = ""
    """What a person should know: a torn tail, rules that have changed since."""
    problem: str = ""
    entries: int = 0
    length: int = 0
    branches: tuple[Play, ...] = field(default=(), repr=False)
    """Earlier tries at this call, from the first on; `play` is the latest."""
    reflections: tuple[Reflection, ...] = ()
    """What the player said of each try, in the order of `tries`."""
    times: tuple[datetime, ...] = ()
    """When it was begun, and when each move was made."""
    settings: Settings = Settings()  # noqa: RUF009  # frozen
    """How it was played at last."""

    @property
    def paused(self) -> bool:
        """Whether this call can be gone on with."""
        return self.play is not None and self.play.state.stage != "over"

    @property
    def tries(self) -> tuple[Play, ...]:
        """Every try at this call, the first one first."""
        return self.branches if self.play is None else (*self.branches, self.play)

    @property
    def reflection(self) -> Reflection:
        """What the player said of the latest try."""
        latest = len(self.branches)
        return self.reflections[latest] if latest < len(self.reflections) else NOTHING_SAID

    @property
    def rated(self) -> tuple[tuple[Play, Rating], ...]:
        """Every try that was rated, with its rating, the first one first."""
        return tuple(
            (play, said.rating) for play, said in zip(self.tries, self.reflections, strict=False) if said.rating
        )


def saves(folder: Path, known: Iterable[Loaded] = ()) -> list[Save]:
    """Every save in the folder, the newest first. `known` scenarios need not be read again."""
    if not folder.is_dir():
        return []
    by_digest = _by_digest(known)
    return [read_save(path, by_digest) for path in sorted(folder.glob("*.jsonl"), reverse=True) if _is_save(path)]


def _by_digest(known: Iterable[Loaded]) -> dict[str, Scenario]:
    return {loaded.digest: loaded.scenario for loaded in known if loaded.scenario is not None}


def _is_save(path: Path) -> bool:
    return path.name[:1].isdigit()


def read_save(path: Path, known: dict[str, Scenario] | None = None) -> Save:
    """One save. Never raises for what is in the file; the answer is in `problem` and `note`."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return Save(path, problem=f"{path} is not a save of this game.")
        whole = whole_part(path.read_bytes())
    except OSError as problem:
        return Save(path, problem=f"{path} cannot be read ({(problem.strerror or '').lower()}).")
    header = _header(whole)
    if isinstance(header, str):
        return Save(path, problem=f"{path.name} {header}")
    save = Save(path, header, entries=len(whole.entries), length=whole.length, note=_torn(whole),
                times=_times(whole), settings=_settings(whole))  # fmt: skip
    try:
        scenario = (known or {}).get(header.digest) or _snapshot(path, header)
        return _folded(save, scenario, header, whole)
    except DefuseError as problem:
        return replace(save, problem=str(problem))


def _header(whole: Whole) -> Header | str:
    if not whole.entries or whole.entries[0].get("kind") != "session":
        return "cannot be read: its first line is damaged. It was left as it is."
    first = whole.entries[0]
    if int(first.get("format", 0)) > FORMAT:
        return "was written by a newer Defuse. It was left as it is; update to open it."
    try:
        return Header(
            str(first["scenario"]), str(first["title"]), str(first["digest"]),
            int(first["seed"]), settings_in(first), str(first["started"]),
        )  # fmt: skip
    except (KeyError, ValueError):
        return "cannot be read: its first line is damaged. It was left as it is."


def _torn(whole: Whole) -> str:
    return "The end of this save was torn, so what came after it was dropped." if whole.torn else ""


def _settings(whole: Whole) -> Settings:
    said = (entry for entry in whole.entries if entry["kind"] in ("session", "settings"))
    return reduce(lambda now, entry: settings_in(entry, now), said, Settings())


def _times(whole: Whole) -> tuple[datetime, ...]:
    found = []
    for entry in whole.entries:
        with suppress(ValueError):
            found.append(datetime.fromisoformat(str(entry.get("started") or entry.get("at"))))
    return tuple(time for time in found if time.tzinfo is not None)


def _snapshot(path: Path, header: Header) -> Scenario:
    kept = path.parent / SNAPSHOTS / f"{header.digest}.json"
    try:
        return from_plain(json.loads(kept.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as problem:
        raise SavesError(
            f"{path.name} needs the scenario “{header.title}” as it was then, and {kept} cannot be read."
        ) from problem


def _folded(save: Save, scenario: Scenario, header: Header, whole: Whole) -> Save:
    play, branches, said = start(scenario, header.seed), list[Play](), [NOTHING_SAID]
    note, changed = "", False
    for entry in whole.entries[1:]:
        try:
            match entry["kind"]:
                case "back":
                    play = play.back()
                case "fork":
                    branches.append(play)
                    said.append(Reflection(goal=said[-1].goal))  # what was chosen holds until another is
                    play = play.first(int(entry["turns"]))
                case "rating" | "goal":
                    said[-1] = reflected(said[-1], entry)
                case "settings":
                    continue
                case _:
                    play = play.then(move_from_plain(entry))
                    changed = changed or play.state.anger != entry.get("anger")
        except (MoveError, ValueError, KeyError, TypeError):
            note = "The rules have changed since this was played, so it was replayed only up to here."
            break
    else:
        changes = "The rules have changed since this was played: the numbers are today's." if changed else ""
        note = " ".join(filter(None, (save.note, changes)))
    return replace(save, play=play, branches=tuple(branches), reflections=tuple(said), note=note)


def begin(call: Call, loaded: Loaded, folder: Path) -> Journal:
    """A journal for a call that begins now, with the scenario as it is played: its dials may have been turned."""
    mark = loaded.digest if call.scenario == loaded.scenario else digest(call.scenario)
    header = Header(call.name, call.scenario.title, mark, call.state.seed, call.settings, now())
    return Journal.begin(folder, header, to_plain(call.scenario))


def resume(save: Save, settings: Settings | None = None) -> tuple[Call, Journal]:
    """The call where it was left, and its journal; played as it was, or from here on with these settings.

    Raises SavesError if it cannot be gone on with.
    """
    if save.play is None or save.header is None:
        raise SavesError(save.problem)
    journal, settings = Journal.again(save.path, save.entries, save.length), settings or save.settings
    journal.change(changes(save.settings, settings))
    return Call(save.header.scenario, save.play, settings), journal


def try_again(save: Save, turn: int, settings: Settings | None = None) -> tuple[Call, Journal]:
    """The call before its turn `turn`, counted from 1, and its journal; the first try stays as a branch.

    Raises SavesError if there is no such turn.
    """
    if save.play is None or not 1 <= turn <= len(save.play.turns):
        most = len(save.play.turns) if save.play is not None else 0
        raise SavesError(f"There is no turn {turn} in this call; it has {most}.")
    call, journal = resume(save, settings)
    journal.fork(turn - 1)
    return replace(call, play=save.play.first(turn - 1)), journal


def over(saves: Iterable[Save]) -> tuple[Save, ...]:
    """The saves of calls that are over, in the order given. Where another try still waits, the one before it counts."""
    return tuple(done for done in map(_last_one_over, saves) if done.play is not None and not done.paused)


def _last_one_over(save: Save) -> Save:
    if save.paused and save.branches:
        return replace(save, play=save.branches[-1], branches=save.branches[:-1])
    return save


def last_over(folder: Path, known: Iterable[Loaded] = (), before: str = "~") -> Save | None:
    """The newest call that is over, of those whose file is named before this; None if there is none.

    The names of saves begin with the time, and older ones than the one found are not read.
    """
    by_digest = _by_digest(known)
    names = sorted((path for path in folder.glob("*.jsonl") if _is_save(path) and path.name < before), reverse=True)
    return next((done for path in names for done in over([read_save(path, by_digest)])), None)


def rated_tries(saves: Iterable[Save]) -> tuple[tuple[Play, Rating], ...]:
    """Every try that was rated, with its rating, the oldest call first."""
    oldest_first = sorted(saves, key=lambda save: save.path.name)
    return tuple(rated for save in oldest_first for rated in save.rated)


def goal_after(save: Save) -> Goal | None:
    """The goal for the next call: the one that was chosen after this one, else the one that it suggests.

    Judges every turn of the call where none was chosen, which takes a moment.
    """
    if save.play is None:
        return None
    return named(save.reflection.goal) or goal(save.play)


def find_save(folder: Path, name: str | None, known: Iterable[Loaded] = ()) -> Save:
    """The save of this name or path, or the newest paused one. Raises SavesError if there is none."""
    if name is None:
        paused = [save for save in saves(folder, known) if save.paused]
        if not paused:
            raise SavesError(f"No call is waiting in {folder}. Start one with: defuse play SCENARIO")
        return paused[0]
    for path in (Path(name), folder / name, folder / f"{name}.jsonl"):
        if path.is_file():
            save = read_save(path, _by_digest(known))
            if save.problem:
                raise SavesError(save.problem)
            return save
    raise SavesError(f"There is no save {name} in {folder}. See them with: defuse list --saves-only")
