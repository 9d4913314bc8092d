"""How it looks: three themes that can be read, motion that can be stilled, and windows of any size."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme
from tui.stage import box, defuse, drawn, enter, reads, talking, until

from game.tui.app import DefuseApp
from game.tui.options import Options
from game.tui.screens.first_run import FirstRunScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.too_small import TooSmallScreen
from game.tui.theme import BANDS, THEMES, next_theme
from game.tui.widgets.meter import Thermometer


def contrast(theme: Theme, role: str) -> float:
    """How far a role stands out from the background, as WCAG counts it."""
    colours = {**theme.variables, "foreground": theme.foreground, "accent": theme.accent}
    return _ratio(Color.parse(str(colours[role])), Color.parse(str(theme.background)))


def _ratio(one: Color, other: Color) -> float:
    def luminance(colour: Color) -> float:
        parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_theme_can_be_read(theme: Theme) -> None:
    assert contrast(theme, "foreground") >= 14
    for band in (*BANDS, "accent"):
        assert contrast(theme, band) >= 4.5
    assert contrast(theme, "muted") >= 4.5


def test_no_theme_leaves_colours_to_the_terminal() -> None:
    assert not any(theme.ansi for theme in THEMES)


def test_the_themes_come_round() -> None:
    assert [next_theme(name) for name in ("dusk", "paper", "contrast", "something else")] == [
        "paper",
        "contrast",
        "dusk",
        "dusk",
    ]


async def test_c_changes_the_colours_and_says_which(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        for name in ("light", "high contrast", "dark"):
            await pilot.press("c")
            await reads(pilot, f"c {name}")


async def test_m_stills_the_motion(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await reads(pilot, "m off")
        await pilot.press("m")
        await reads(pilot, "m on")


@pytest.mark.parametrize("theme", ["paper", "contrast"])
async def test_a_call_can_be_played_in_every_theme(theme: str) -> None:
    async with talking() as (pilot, talk):
        pilot.app.theme = theme
        await enter(pilot, "1")
        assert talk.call.state.turn == 1


async def test_without_motion_the_meter_is_there_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEFUSE_MOTION", "off")
    app = DefuseApp(Options(saves="/nonexistent", scenarios=str(Path(__file__).parent), only=True))
    assert app.animation_level == "none"


async def test_with_motion_the_meter_gets_there_and_typing_does_not_wait() -> None:
    async with talking(mode="typed") as (pilot, talk):
        pilot.app.animation_level = "full"
        await enter(pilot, "I am so sorry, that must have been humiliating.")
        await pilot.press("a", "b")
        assert box(pilot).text == "ab"
        await until(pilot, lambda: talk.query_one(Thermometer).level == talk.call.state.anger, "the meter there")


async def test_no_colour_is_still_played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with talking() as (pilot, talk):
        await enter(pilot, "1")
        assert talk.call.state.turn == 1
        assert pilot.app.theme == "dusk"


async def test_a_window_too_small_says_so_and_keeps_what_lies_under_it() -> None:
    async with talking(mode="typed") as (pilot, _):
        box(pilot).put("half a li")
        await pilot.resize_terminal(48, 12)
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmallScreen), "the page")
        await reads(pilot, "48 × 12")
        await pilot.resize_terminal(60, 18)
        await until(pilot, lambda: isinstance(pilot.app.screen, TalkScreen), "the call again")
        assert box(pilot).text == "half a li"


async def test_a_start_in_a_small_window_goes_on_when_it_grows(tmp_path: Path) -> None:
    async with defuse(tmp_path, (30, 8)) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, TooSmallScreen), "the page")
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(pilot.app.screen, FirstRunScreen), "the first start")


async def test_no_size_ends_the_game() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot, "1")
        for size in ((1, 1), (2, 40), (59, 17), (60, 18), (99, 24), (100, 24), (110, 34), (300, 100), (120, 36)):
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: isinstance(pilot.app.screen, TalkScreen), "the call")
        assert f"{talk.call.state.anger}" in drawn(pilot.app)
