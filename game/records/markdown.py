"""A debrief as Markdown: for a person's own file, or for a coach. Nothing leaves the machine unless it is exported."""

from collections.abc import Iterable, Iterator

from game.core.session import Play
from game.review.audit import GRADES, signed
from game.review.debrief import Debrief, better_line, did, rating_sentences

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in r"\`*_{}[]<>#|~"})


def markdown(play: Play, report: Debrief) -> str:
    """The whole debrief, as a page of Markdown."""
    return "\n".join(_lines(play, report)).rstrip() + "\n"


def _plain(text: str) -> str:
    """Foreign text, with everything escaped that Markdown would take for markup."""
    return text.translate(_MARKS).replace("\n", " ")


def _lines(play: Play, report: Debrief) -> Iterator[str]:
    yield f"# {_plain(play.scenario.title)}"
    yield ""
    yield " ".join(filter(None, (report.felt, f"**{report.headline}**", _plain(report.summary))))
    yield ""
    yield f"Seed {play.opening.seed} · {len(play.turns)} turns · accuracy {report.accuracy} of 100"
    yield ""
    yield f"Meter: {' → '.join(str(value) for value in report.curve)}"
    yield from _section("How you rated it", [f"- {sentence}" for sentence in rating_sentences(report)])
    yield from _section("Turning points", (
        f"- Turn {point.turn}, {signed(point.change)}: “{_plain(point.quote)}” {_plain(point.note)}"
        for point in report.turning_points
    ))  # fmt: skip
    yield from _section("What you did", ("| | times | points |", "|---|---|---|", *(
        f"| {_plain(done.label)} | {done.times or ''} | {signed(done.points)} |" for done in report.done
    )))  # fmt: skip
    if report.unused:
        yield from _section("Not used", (", ".join(report.unused),))
    yield from _section("Turn by turn", _turns(report))
    yield from _section("The call", (f"- **{_plain(line.who)}:** {_plain(line.text)}" for line in report.lines))
    if report.backstory:
        yield from _section("What you couldn't see", (_plain(report.backstory),))
    if report.last_word:
        yield from _section("Told to somebody afterwards", (_plain(report.last_word),))
    if report.carried is not None:
        verdict = "kept" if report.carried_kept else "not yet"
        yield from _section("Your goal, from last time", (f"{_plain(report.carried.text)} **{verdict}**",))
    yield from _section("One thing for next time", (_plain(report.goal.text),))
    yield ""
    proofs = " · ".join(f"{grade} {meaning}" for grade, meaning in GRADES.items())
    yield f"Proof: {proofs}. Directions are researched; sizes in points are ours."


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", f"## {title}", "", *found)


def _turns(report: Debrief) -> Iterator[str]:
    yield "| turn | grade | meter | yours | said better |"
    yield "|---|---|---|---|---|"
    for judged in report.turns:
        better = better_line(judged)
        told = f"“{_plain(better.text)}” ({better.turn.state.anger})" if better else ""
        turn = judged.turn
        yield f"| {turn.number} | {judged.quality} | {turn.state.anger} | {_plain(did(turn))} | {told} |"
