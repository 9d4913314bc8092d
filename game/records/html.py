"""A debrief as one HTML file that needs no network: it prints, follows light and dark, and can be read aloud."""

from collections.abc import Iterable
from html import escape
from math import ceil
from typing import Final

from game.core.session import Play
from game.core.state import BOILING_FROM, GOAL, HOT_FROM, WARM_FROM
from game.review.audit import GRADES, signed
from game.review.debrief import Debrief, better_line, did, rating_sentences

_LIGHT: Final = """--text: #23262d; --muted: #50565f; --line: #c4baa6; --back: #faf7f0; --goal: #17695a;
  --cool: #1259ad; --warm: #7f6b06; --hot: #7d2a00; --boiling: #b81d6b;"""
_DARK: Final = """--text: #e8e4da; --muted: #a5adba; --line: #39424f; --back: #12151c; --goal: #86d1bd;
  --cool: #72abf5; --warm: #f7dd8c; --hot: #f4762c; --boiling: #f274ad;"""
_STYLE: Final = f"""
:root {{ color-scheme: light dark; {_LIGHT} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_DARK} }} }}
body {{ margin: 2rem auto; max-width: 46rem; padding: 0 1rem; background: var(--back); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }}
h1 {{ margin-bottom: .2rem; }} h2 {{ margin: 2rem 0 .4rem; font-size: 1.1rem; color: var(--muted); }}
.wide {{ overflow-x: auto; }} .wide table {{ min-width: 36rem; }}
table {{ border-collapse: collapse; width: 100%; }} th, td {{ text-align: start; vertical-align: top;
  padding: .3rem .6rem; border-bottom: 1px solid var(--line); }}
tbody th {{ font-weight: inherit; }} .number {{ text-align: right; white-space: nowrap; }}
thead th, td:nth-child(2) {{ overflow-wrap: normal; }}
.goal {{ border-left: 4px solid var(--goal); padding: .4rem 1rem; }} .small {{ color: var(--muted); font-size: .9rem; }}
dt {{ font-weight: 600; }} dd {{ margin: 0 0 .6rem; }} svg {{ width: 100%; height: auto; }}
svg text {{ fill: var(--muted); font: 11px system-ui, sans-serif; }}
@media (max-width: 34rem) {{ svg text {{ font-size: 13px; }} }}
@media print {{ :root {{ color-scheme: light; {_LIGHT} --text: #000; --muted: #333; --back: #fff; }}
  body {{ margin: 0 auto; font-size: .85rem; print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
  h2, dt {{ break-after: avoid; }} tr, svg, dd, p {{ break-inside: avoid; }} .wide {{ overflow: visible; }} }}
"""
_CONTROL: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))
_WIDTH, _HEIGHT, _LEFT, _BOTTOM = 640, 220, 70, 30
_LONGEST: Final = 240
"""Characters of a line that a table shows."""
_LABEL_WIDTH: Final = 26
"""Pixels that a number under or over a bar needs; where bars are narrower, only every second, third … has one."""


def html(play: Play, report: Debrief) -> str:
    """The whole debrief as one page."""
    title = escape(play.scenario.title)
    body = "\n".join((
        f"<h1>{title}</h1>",
        f'<p class="small">Seed {play.opening.seed} · {len(play.turns)} turns · accuracy {report.accuracy} of 100</p>',
        f"<p>{escape(report.felt)} <strong>{escape(report.headline)}</strong> {escape(report.summary)}</p>",
        _curve(report),
        _section("How you rated it", _rating(report)),
        _section("Turning points", _turning_points(report)),
        _section("What you did", _done(report)),
        _section("Not used", f"<p>{escape(', '.join(report.unused))}</p>" if report.unused else ""),
        _section("Turn by turn", _turns(report)),
        _section("The call", _call(report)),
        _section("What you couldn't see", f"<p>{escape(report.backstory)}</p>" if report.backstory else ""),
        _section("Told to somebody afterwards", f"<p>{escape(report.last_word)}</p>" if report.last_word else ""),
        _section("Your goal, from last time", _carried(report)),
        _section("One thing for next time", f'<p class="goal">{escape(report.goal.text)}</p>'),
        f'<p class="small">{_proofs()}</p>',
    ))  # fmt: skip
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}: debrief</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    """Text that a person wrote: nothing in it is markup, and no control character."""
    return escape(text.translate(_CONTROL))


def _proofs() -> str:
    grades = " · ".join(f"{grade} {meaning}" for grade, meaning in GRADES.items())
    return f"Proof: {grades}. Directions are researched; sizes in points are ours."


def _section(title: str, content: str) -> str:
    return f"<section>\n<h2>{title}</h2>\n{content}\n</section>" if content else ""


def _rating(report: Debrief) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in rating_sentences(report))


def _carried(report: Debrief) -> str:
    if report.carried is None:
        return ""
    return f"<p>{escape(report.carried.text)} <strong>{'kept' if report.carried_kept else 'not yet'}</strong></p>"


def _turning_points(report: Debrief) -> str:
    return "".join(
        f"<p><strong>Turn {point.turn}, {signed(point.change)}</strong>: “<bdi>{_text(point.quote)}</bdi>”<br>"
        f"{_text(point.note)}</p>"
        for point in report.turning_points
    )


def _done(report: Debrief) -> str:
    rows = [(done.label, str(done.times or ""), signed(done.points)) for done in report.done]
    return _table("What you did", ("kind of move", "times", "points"), rows, numbers=(1, 2))


def _turns(report: Debrief) -> str:
    rows = []
    for judged in report.turns:
        better, turn = better_line(judged), judged.turn
        told = f"“{_cut(better.text)}” ({better.turn.state.anger})" if better else ""
        rows.append((str(turn.number), judged.quality, str(turn.state.anger), _cut(did(turn)), told))
    heads = ("turn", "grade", "meter", "yours", "said better, and where it left the meter")
    table = _table("Turn by turn", heads, rows, numbers=(0, 2))
    return f'<div class="wide" tabindex="0" role="region" aria-label="Turn by turn, a wide table">{table}</div>'


def _cut(text: str) -> str:
    """A line as a table can hold it; the call itself has it whole."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: tuple[int, ...]) -> str:
    head = "".join(f'<th scope="col"{_number(at in numbers)}>{escape(text)}</th>' for at, text in enumerate(heads))
    body = "".join(f"<tr>{_cells(row, numbers)}</tr>\n" for row in rows)
    return f'<table aria-label="{title}">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>'


def _number(is_number: bool) -> str:
    return ' class="number"' if is_number else ""


def _cells(row: tuple[str, ...], numbers: tuple[int, ...]) -> str:
    """The first cell heads its row; text runs the way it is written."""
    first = f'<th scope="row"{_number(0 in numbers)}>{_text(row[0])}</th>'
    return first + "".join(
        f'<td class="number">{text}</td>' if at in numbers else f'<td dir="auto">{_text(text)}</td>'
        for at, text in enumerate(row[1:], start=1)
    )


def _call(report: Debrief) -> str:
    return (
        "<dl>"
        + "".join(f'<dt>{_text(one.who)}</dt><dd dir="auto">{_text(one.text)}</dd>' for one in report.lines)
        + "</dl>"
    )


def _curve(report: Debrief) -> str:
    """The meter as bars, each with its number, in a picture that also says itself in words."""
    step = (_WIDTH - _LEFT) / len(report.curve)
    marks = (("boiling", BOILING_FROM), ("hot", HOT_FROM), ("warm", WARM_FROM), ("goal", GOAL))
    lines = "".join(
        f'<line x1="{_LEFT}" x2="{_WIDTH}" y1="{_y(at):.0f}" y2="{_y(at):.0f}" stroke="var(--line)"/>'
        f'<text x="{_LEFT - 6}" y="{_y(at) + 4:.0f}" text-anchor="end">{name} {at}</text>'
        for name, at in marks
    )
    bars = "".join(_bar(turn, value, step) for turn, value in enumerate(report.curve))
    words = ", ".join(f"{f'turn {turn}' if turn else 'start'} {value}" for turn, value in enumerate(report.curve))
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="curve-title curve-values">'
        f'<title id="curve-title">The meter, turn by turn</title><desc id="curve-values">{words}</desc>'
        f"{lines}{bars}</svg>"
    )


def _bar(turn: int, value: int, step: float) -> str:
    left, middle, top = _LEFT + turn * step + step * 0.15, _LEFT + turn * step + step / 2, _y(value)
    bar = (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{step * 0.7:.1f}" height="{_y(0) - top:.1f}" '
        f'fill="var(--{_band(value)})"/>'
    )
    if turn % ceil(_LABEL_WIDTH / step):
        return bar
    return (
        f'{bar}<text x="{middle:.1f}" y="{top - 4:.1f}" text-anchor="middle">{value}</text>'
        f'<text x="{middle:.1f}" y="{_HEIGHT - 10}" text-anchor="middle">{turn or "start"}</text>'
    )


def _y(value: int) -> float:
    return (_HEIGHT - _BOTTOM) - value / 100 * (_HEIGHT - _BOTTOM - 20)


def _band(value: int) -> str:
    bands = (("boiling", BOILING_FROM), ("hot", HOT_FROM), ("warm", WARM_FROM))
    return next((name for name, at in bands if value >= at), "cool")
