"""A call, played on the screen with the keys and the mouse that a player has."""

from dataclasses import replace
from functools import partial

from scenes import played, say, with_anger
from textual.pilot import Pilot
from textual.widgets import Static
from tui.stage import NARROW, ON_THE_LINE, box, drawn, enter, on, plain, reads, said, seen, shows, talking, until

from game.core.session import Play
from game.tui.screens.ask import AskScreen
from game.tui.screens.debrief import DebriefScreen
from game.tui.screens.drawer import BriefDrawer
from game.tui.screens.help import HelpScreen
from game.tui.screens.rate import RateScreen
from game.tui.screens.talk import TalkScreen
from game.tui.screens.why import WhyScreen
from game.tui.widgets.answering import Answering
from game.tui.widgets.below import MenuLine
from game.tui.widgets.meter import Thermometer
from game.tui.widgets.transcript import Block, Transcript

UNHEARD = "xyzzy plugh"


async def test_a_number_takes_that_line_of_the_menu() -> None:
    async with talking() as (pilot, talk):
        line = talk.call.choices[1].say
        await enter(pilot, "2")
        assert line in said(pilot)[1]
        assert talk.call.state.turn == 1
        assert box(pilot).text == ""


async def test_a_click_takes_a_line_of_the_menu() -> None:
    async with talking() as (pilot, talk):
        line = talk.call.choices[2].say
        await pilot.click(list(talk.query(MenuLine))[2])
        await until(pilot, lambda: talk.call.state.turn == 1, "the turn")
        assert line in said(pilot)[1]


async def test_the_number_that_is_typed_lights_its_line() -> None:
    async with talking() as (pilot, talk):
        await pilot.press("3")
        assert [row.number for row in talk.query(MenuLine) if row.has_class("-picked")] == [3]


async def test_own_words_work_beside_the_menu() -> None:
    async with talking() as (pilot, _talk):
        await enter(pilot, "I'm so sorry about that.")
        assert "I'm so sorry about that." in said(pilot)[1]


async def test_enter_on_empty_lets_her_talk() -> None:
    async with talking() as (pilot, _):
        await enter(pilot)
        assert "you said nothing" in said(pilot)[1]


async def test_while_she_is_not_done_it_is_said_and_enter_lets_her() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot)
        assert talk.call.state.mid_sentence
        await reads(pilot, "she is still talking")
        await enter(pilot)
        assert "you let her finish" in said(pilot)[3]
        assert "she is still talking" not in seen(pilot.app)


async def test_a_line_that_is_not_understood_costs_nothing_and_offers_guesses() -> None:
    async with talking(mode="typed") as (pilot, talk):
        await enter(pilot, UNHEARD)
        assert talk.call.state.turn == 0
        await reads(pilot, "Not sure what that line does")
        assert UNHEARD in seen(pilot.app)
        await enter(pilot, "1")
        assert UNHEARD in said(pilot)[1]
        assert "Not sure" not in seen(pilot.app)


async def test_a_guess_can_be_clicked_and_an_exclamation_mark_means_none_of_them() -> None:
    async with talking(mode="typed") as (pilot, talk):
        await enter(pilot, UNHEARD)
        await pilot.click("Below > Clickable")
        await until(pilot, lambda: talk.call.state.turn == 1, "the guess to be taken")
        await enter(pilot, "plugh xyzzy")
        await enter(pilot, "!")
        assert talk.call.state.turn == 2
        assert talk.call.play.turns[-1].change in (0, -1)


async def test_up_in_the_empty_box_brings_the_line_back_that_waits() -> None:
    async with talking(mode="typed") as (pilot, _):
        await enter(pilot, UNHEARD)
        await pilot.press("up")
        await until(pilot, lambda: box(pilot).text == UNHEARD, "the line again")


async def test_taking_back_a_line_that_waits_puts_it_into_the_box_again() -> None:
    async with talking(mode="typed") as (pilot, talk):
        await enter(pilot, UNHEARD)
        await pilot.press("f8")
        await until(pilot, lambda: box(pilot).text == UNHEARD, "the line again")
        assert talk.call.pending is None


async def test_taking_back_restores_the_turn_before() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot, "1")
        await pilot.press("f8")
        await until(pilot, lambda: len(said(pilot)) == 1, "the first line alone")
        assert talk.call.state.turn == 0


async def test_what_cannot_be_done_is_said_and_the_text_stays() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot, "/arms")
        assert box(pilot).text == "/arms"
        await reads(pilot, "cannot be noticed here")
        assert talk.call.state.turn == 0


async def test_a_typed_word_opens_what_its_key_opens() -> None:
    async with talking() as (pilot, _):
        await enter(pilot, "1")
        for word, kind in (("/why", WhyScreen), ("/brief", BriefDrawer), ("/help", HelpScreen)):
            await enter(pilot, word)
            await until(pilot, partial(shows, pilot, kind), word)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, TalkScreen), "the call again")


async def test_the_way_of_answering_can_be_typed_too_and_comes_back() -> None:
    async with talking(mode="spoken") as (pilot, talk):
        for mode in ("labelled", "menu", "hybrid", "typed", "spoken"):
            await enter(pilot, f"/{mode}")
            assert talk.call.mode == mode
        await enter(pilot, "/heard empathy")
        assert talk.call.state.turn == 1


async def test_a_click_on_a_line_tells_why() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot, "1")
        await enter(pilot, "1")
        await pilot.click(list(talk.query(Block))[1])
        await until(pilot, partial(shows, pilot, WhyScreen), "why")
        await reads(pilot, "in turn 1")


async def test_a_reader_who_scrolled_up_stays_there_when_nothing_new_was_said() -> None:
    async with talking(size=NARROW) as (pilot, talk):
        for _ in range(4):
            await enter(pilot)
        transcript = talk.query_one(Transcript)
        await pilot.press("pageup")
        await until(pilot, lambda: not transcript.is_vertical_scroll_end, "further up")
        before = transcript.scroll_y
        await pilot.press("f9")
        await pilot.pause()
        assert transcript.scroll_y <= before


async def test_half_a_line_survives_every_page_a_new_mode_and_a_new_size() -> None:
    half = "I understand that you"
    async with talking(mode="typed") as (pilot, _):
        await enter(pilot, "I'm so sorry about that.")
        box(pilot).put(half)
        for key in ("f1", "f2", "f3", "escape"):
            await pilot.press(key)
            await pilot.press("escape")
        await pilot.press("f9", "f9", "f4", "pageup", "pagedown")
        for size in ((80, 24), (40, 10), (10, 3), (120, 36)):
            await pilot.resize_terminal(*size)
        await until(pilot, lambda: isinstance(pilot.app.screen, TalkScreen), "the call again")
        assert box(pilot).text == half
        assert box(pilot).has_focus


async def test_the_coach_folds_and_opens() -> None:
    async with talking() as (pilot, _):
        assert "So " not in coach(pilot)
        await pilot.press("f4")
        assert "for example" in coach(pilot)
        await pilot.press("f4")
        assert "folded" in coach(pilot)
        await pilot.press("f4")
        assert "Still hot" in coach(pilot)


def coach(pilot: Pilot[int]) -> str:
    return plain(on(pilot, TalkScreen).query_one("#coach", Static))


async def test_the_meter_goes_where_the_call_stands() -> None:
    async with talking() as (pilot, talk):
        await enter(pilot, "I am so sorry. That must have been humiliating.")
        anger = talk.call.state.anger
        assert anger < 72
        await until(pilot, lambda: talk.query_one(Thermometer).level == anger, "the meter there")
        assert f"{anger} " in drawn(pilot.app)


async def test_on_a_narrow_screen_the_meter_lies_above_and_nothing_is_lost() -> None:
    async with talking(size=NARROW) as (pilot, talk):
        await enter(pilot, "I am so sorry. That must have been humiliating.")
        anger = f"{talk.call.state.anger}"
        await until(pilot, lambda: anger in drawn(pilot.app).splitlines()[1], "the meter there")
        rows = drawn(pilot.app).splitlines()
        assert "▼" in rows[2]
        assert "f1 help" in rows[-1]


async def test_hints_tell_what_was_heard_so_far_and_never_points() -> None:
    async with talking(mode="typed") as (pilot, _):
        await pilot.press(*"That must have been awful".replace(" ", "_").replace("_", " "))
        await until(pilot, lambda: "names the feeling" in seen(pilot.app), "the hint")


async def test_without_hints_the_row_stays_blank() -> None:
    async with talking(mode="typed") as (pilot, talk):
        talk.desk.taste = replace(talk.desk.taste, hints=False)
        talk.show()
        box(pilot).put("That must have been awful")
        talk.query_one(Answering).look_at_draft()
        assert "heard so far  ✓" not in seen(pilot.app)


async def test_leaving_asks_and_stay_stays() -> None:
    async with talking() as (pilot, _):
        await pilot.press("escape")
        await until(pilot, partial(shows, pilot, AskScreen), "the question")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, TalkScreen), "the call again")


async def test_after_the_call_a_message_can_be_sent_later_and_then_comes_the_debrief() -> None:
    async with talking() as (pilot, talk):
        talk.call = replace(talk.call, play=settled())
        talk.show()
        await reads(pilot, "The call has ended.")
        await pilot.press("tab")
        assert box(pilot).text == "/later 30h "
        await enter(pilot, "/later 30h Did the refund arrive, and did your landlord write?")
        assert talk.call.state.stage == "over"
        assert "30 hours later" in said(pilot)[-2]
        await enter(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, RateScreen), "the question")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen), "the debrief")


async def test_after_the_call_enter_leaves_it_at_that() -> None:
    async with talking() as (pilot, talk):
        talk.call = replace(talk.call, play=settled())
        talk.show()
        await enter(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, RateScreen), "the question")
        await pilot.press("s")
        await until(pilot, lambda: isinstance(pilot.app.screen, DebriefScreen), "the debrief")
        assert talk.call.state.stage == "over"


async def test_ending_the_call_from_the_pause_leads_to_its_end() -> None:
    async with talking() as (pilot, talk):
        await pilot.press("escape", "e")
        await until(pilot, lambda: talk.call.state.stage != "call", "the end")


def settled() -> Play:
    """A short call that went well; the follow-up is still to come."""
    easy = replace(with_anger(30, ON_THE_LINE), story=ON_THE_LINE.story[:1])
    offered = say("solution agreement_check", "I can refund half the fee. Would that suit you?", remedies=("half_fee",))
    return played(easy, say("paraphrase", facts=("late",)), offered)
