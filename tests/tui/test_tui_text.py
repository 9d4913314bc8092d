"""Foreign text is shown as it stands: never read as markup, never sent to the terminal as a command."""

from dataclasses import replace
from pathlib import Path

import pytest
from scenes import played, say
from tui.stage import ON_THE_LINE, SMALL, box, defuse, drawn, enter, reads, seen, talking, until

from game.call import Settings
from game.core.moves import FollowUp
from game.core.reading import Reading
from game.core.scenario import Beat, Brief, Choice, Fact, Remedy, Scenario
from game.tui.glyphs import ASCII, UNICODE, drawable
from game.tui.hanging import Hanging
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.home import HomeScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.why import WhyScreen
from game.tui.text import one_line, shortened, words

NASTY = [
    "I said [/ hm",
    "[@click=app.quit]x[/]",
    "[/b] and [bold",
    "I said [no] to [him]",
    "[link=https://example.com]here[/link]",
    "$accent [$hot]x[/]",
]
STEERING = "\x1b]52;c;aGk=\x07\x1b[2J\x1b[31mred\x1b[0m\u202egnirts\u200b"


def nasty(words: str) -> Scenario:
    """Dana, with these words in every place that an author writes."""
    return replace(
        ON_THE_LINE,
        title=f"T {words}",
        about=f"A {words}",
        brief=Brief(f"Y {words}", f"S {words}", (f"M {words}",), (f"N {words}",)),
        customer=replace(ON_THE_LINE.customer, name=f"[x] {words}", backstory=f"B {words}", feelings=(words,)),
        story=(Beat((f"O {words}",), Fact("late", ("late",), said_back=f"F {words}")),),
        remedies=(Remedy("fix", (f"R {words}",)),),
        choices=(Choice(f"C {words}", ("empathy",), "c"),),
    )


def without_marks(shown: str) -> str:
    """The text without the raised numbers that point from a word to its row."""
    return "".join(sign for sign in shown if sign not in UNICODE.superscripts)


@pytest.mark.parametrize("text", NASTY)
async def test_it_is_shown_as_typed_in_every_place_of_a_call(text: str) -> None:
    async with talking(nasty(text)) as (pilot, talk):
        for place in ("T", "O", "C"):
            await reads(pilot, f"{place} {text}")
        talk.call = replace(talk.call, settings=Settings("typed"))
        talk.show()
        await enter(pilot, f"xyzzy {text}")
        await reads(pilot, f"xyzzy {text}")
        await enter(pilot, "1")
        await reads(pilot, f"xyzzy {text}")
        box(pilot).put(text)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(pilot.app.screen, BriefDrawer), "the brief")
        for place in ("Y", "S", "M", "N"):
            await reads(pilot, f"{place} {text}")
        await pilot.press("escape", "f3")
        await until(pilot, lambda: isinstance(pilot.app.screen, WhyScreen), "why")
        await until(pilot, lambda: text in without_marks(seen(pilot.app)), text)
        await pilot.press("escape")
        assert box(pilot).text == text


@pytest.mark.parametrize("text", NASTY[:2])
async def test_it_is_shown_as_typed_in_the_debrief(text: str, tmp_path: Path) -> None:
    play = played(
        nasty(text),
        say("hostility", f"L {text}"),
        say("paraphrase apology", f"P {text}", facts=("late",), promises=()),
        say("solution agreement_check", remedies=("fix",)),
    )
    async with defuse(tmp_path) as pilot:
        screen = DebriefScreen(play)
        await pilot.app.push_screen(screen)
        await until(pilot, lambda: screen.found is not None, "the debrief")
        await reads(pilot, f"B {text}")
        await reads(pilot, f"T {text}")


async def test_it_is_shown_as_typed_on_home_and_in_the_brief(tmp_path: Path) -> None:
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    file = SMALL.read_text().replace("The movers came two hours late", f"'{NASTY[0]}'")
    (scenarios / "odd.yaml").write_text(
        file.replace("Dana booked a van", "'[/b] Dana [booked] a van'").replace("It came at 3.", "")
    )
    (scenarios / "broken.yaml").write_text("title: [/ hm\n  x: ][")
    async with defuse(tmp_path, scenario=None) as pilot:
        await pilot.press("l")
        await until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen), "home")
        await reads(pilot, "cannot be read")
        await pilot.press("end", "o")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReadingScreen), "the problems")


async def test_what_would_steer_the_terminal_never_reaches_it() -> None:
    async with talking(nasty(STEERING)) as (pilot, _):
        await enter(pilot, f"xyzzy {STEERING}")
        shown = drawn(pilot.app) + seen(pilot.app)
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "red" in shown


@pytest.mark.parametrize("text", NASTY)
def test_the_door_keeps_every_character_and_adds_no_style(text: str) -> None:
    content = words(text)
    assert content.plain == text
    assert not content.spans


def test_a_hanging_row_keeps_its_indent_when_it_wraps() -> None:
    hanging = Hanging((words("12 "), words("one two three four five")))
    assert hanging.get_height({}, 12) == 3


def test_a_text_is_cut_at_a_word() -> None:
    assert shortened("one two three", 8) == "one two…"
    assert shortened("one", 8) == "one"
    assert one_line(" a\nb \x1b[31mc") == "a b c"


def test_foreign_letters_stay_where_the_terminal_can_show_them() -> None:
    assert drawable("Амели é 日本", UNICODE) == "Амели é 日本"
    assert drawable("é", ASCII) == "?"


async def test_a_follow_up_is_shown_as_typed() -> None:
    play = played(ON_THE_LINE, FollowUp(30, NASTY[1], Reading(text=NASTY[1])))
    async with talking() as (pilot, talk):
        talk.call = replace(talk.call, play=play)
        talk.show()
        assert NASTY[1] in seen(pilot.app)
