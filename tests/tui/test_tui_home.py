"""Home: the first start, the list, the call that waits, past runs."""

from functools import partial
from pathlib import Path

from textual.pilot import Pilot
from tui.stage import NARROW, SMALL, arrives, box, defuse, drawn, enter, on, plain, reads, seen, until

from game.tui.screens.ask import AskScreen
from game.tui.screens.brief import BriefScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.first_run import FirstRunScreen
from game.tui.screens.help import HelpScreen
from game.tui.screens.home import HomeScreen
from game.tui.screens.past import PastScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.reading import ReadingScreen
from game.tui.screens.talk import TalkScreen
from game.tui.widgets.frame import KeyHint
from game.tui.widgets.picker import PickerRow


def is_drawn(pilot: Pilot[int], text: str) -> bool:
    """Whether this stands on the screen."""
    return text in drawn(pilot.app)


async def leave_a_call(pilot: Pilot[int], *lines: str, draft: str = "") -> None:
    """From the first start: play these lines, then go home."""
    await pilot.press("enter")
    await arrives(pilot, TalkScreen)
    for line in lines:
        await enter(pilot, line)
    box(pilot).put(draft)
    await pilot.press("escape", "l")
    await arrives(pilot, HomeScreen)
    await until(pilot, lambda: "Pick up where you left off" in seen(pilot.app), "the card")


async def test_the_first_start_plays_at_once(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        on(pilot, FirstRunScreen)
        await pilot.press("enter")
        await arrives(pilot, TalkScreen)
        await reads(pilot, "nobody showed up until three")


async def test_one_can_look_around_first(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l")
        await arrives(pilot, HomeScreen)
        await reads(pilot, "The movers came two hours late")
        await reads(pilot, "not played yet")


async def test_a_customer_leads_to_the_brief_and_the_brief_to_the_call(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l", "enter")
        brief = await arrives(pilot, BriefScreen)
        for text in ("front desk at Swift Movers", "refund up to half the fee", "pay the deposit", "hot 72"):
            await reads(pilot, text)
        await pilot.press("m", "m", "m", "c", "h")
        assert (brief.mode, brief.desk.taste.coach, brief.desk.taste.hints) == ("typed", "full", False)
        await pilot.press("enter")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.mode == "typed"


async def test_a_second_click_takes_the_customer(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l")
        await arrives(pilot, HomeScreen)
        await pilot.click(PickerRow)
        await arrives(pilot, BriefScreen)


async def test_the_keys_in_the_last_row_can_be_clicked(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("l")
        await arrives(pilot, HomeScreen)
        hint = next(hint for hint in pilot.app.screen.query(KeyHint) if "help" in plain(hint))
        await pilot.click(hint)
        await arrives(pilot, HelpScreen)


async def test_a_call_that_was_left_is_offered_again_at_the_same_turn_with_the_half_typed_line(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.", draft="half a li")
        await reads(pilot, "turn 2")
        await pilot.press("r")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == 1
        assert box(pilot).text == "half a li"


async def test_a_line_that_waits_to_be_understood_is_not_lost_when_the_call_is_left(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.", "xyzzy plugh")
        await pilot.press("r")
        await arrives(pilot, TalkScreen)
        assert box(pilot).text == "xyzzy plugh"


async def test_the_card_can_be_clicked(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot)
        await pilot.click("#resume")
        await arrives(pilot, TalkScreen)


async def test_another_start_finds_the_call_too(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.")
    async with defuse(tmp_path) as pilot:
        on(pilot, HomeScreen)
        await pilot.press("r")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == 1


async def test_a_scenario_that_was_edited_since_asks_old_words_or_anew(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.")
    file = tmp_path / "scenarios" / "small.yaml"
    file.write_text(file.read_text().replace("It came at 3.", "It came at four."))
    async with defuse(tmp_path) as pilot:
        await pilot.press("r")
        await arrives(pilot, AskScreen)
        await reads(pilot, "Dana has changed since.")
        await pilot.press("o")
        talk = await arrives(pilot, TalkScreen)
        assert "at 3" in talk.call.scenario.brief.situation


async def test_a_finished_call_is_on_the_list_and_opens_its_debrief(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await pilot.press("enter")
        await arrives(pilot, TalkScreen)
        await enter(pilot, "Please calm down.")
        await enter(pilot, "/end")
        await enter(pilot)
        await arrives(pilot, RateScreen)
        await pilot.press("s")
        await arrives(pilot, DebriefScreen)
        await until(pilot, lambda: "What you did" in seen(pilot.app), "the findings")
        await pilot.press("w")
        await pilot.press("escape", "escape")
        await arrives(pilot, HomeScreen)
        await until(pilot, lambda: "hung up" in seen(pilot.app), "the run")
        await pilot.press("v")
        await arrives(pilot, PastScreen)
        await pilot.press("enter")
        await arrives(pilot, DebriefScreen)
        await pilot.press("escape")
        await arrives(pilot, PastScreen)


async def test_an_older_call_that_still_waits_is_found_among_the_past_runs(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.")
        await pilot.press("enter", "enter")
        await arrives(pilot, TalkScreen)
        await pilot.press("escape", "l")
        await arrives(pilot, HomeScreen)
        await pilot.press("v")
        await arrives(pilot, PastScreen)
        assert seen(pilot.app).count("still waits") == 2
        await pilot.press("end", "enter")
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == 1


async def test_on_a_narrow_screen_the_debrief_has_three_pages(tmp_path: Path) -> None:
    async with defuse(tmp_path, NARROW) as pilot:
        await pilot.press("enter")
        await arrives(pilot, TalkScreen)
        await enter(pilot, "Please calm down.")
        await enter(pilot, "/end")
        await enter(pilot)
        await arrives(pilot, RateScreen)
        await pilot.press("s")
        await arrives(pilot, DebriefScreen)
        await until(pilot, lambda: "One thing for next time" in drawn(pilot.app), "page one")
        for text in ("What you did", "What you couldn't see", "One thing for next time"):
            await pilot.press("space")
            await until(pilot, partial(is_drawn, pilot, text), text)


async def test_a_broken_scenario_stays_on_the_list_with_its_problems_and_the_rest_plays(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "broken.yaml").write_text("title: x\nbrief: {you_are: y\n")
    (tmp_path / "scenarios" / "small.yaml").write_bytes(SMALL.read_bytes())
    async with defuse(tmp_path) as pilot:
        await pilot.press("l")
        await arrives(pilot, HomeScreen)
        await reads(pilot, "× cannot be read: line")
        await pilot.press("end", "o")
        await arrives(pilot, ReadingScreen)
        await reads(pilot, "broken.yaml")
        await pilot.press("escape", "home", "enter")
        await arrives(pilot, BriefScreen)


async def test_a_named_scenario_opens_at_its_brief(tmp_path: Path) -> None:
    async with defuse(tmp_path, scenario="small", mode="typed") as pilot:
        assert on(pilot, BriefScreen).mode == "typed"


async def test_a_save_that_is_named_opens_at_its_turn(tmp_path: Path) -> None:
    async with defuse(tmp_path) as pilot:
        await leave_a_call(pilot, "I am so sorry about that.")
    save = next((tmp_path / "saves").glob("*.jsonl"))
    async with defuse(tmp_path, resume=save) as pilot:
        talk = await arrives(pilot, TalkScreen)
        assert talk.call.state.turn == 1


async def test_a_folder_that_cannot_be_written_is_said_and_the_call_goes_on(tmp_path: Path) -> None:
    (tmp_path / "saves").write_text("a file where a folder should be")
    async with defuse(tmp_path) as pilot:
        await pilot.press("enter")
        talk = await arrives(pilot, TalkScreen)
        assert "not being saved" in drawn(pilot.app)
        await enter(pilot, "I am so sorry.")
        assert talk.call.state.turn == 1
        await pilot.press("escape")
        await until(pilot, lambda: "this call is gone" in seen(pilot.app), "the warning")
