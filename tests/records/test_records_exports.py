"""A debrief to take away: everything is on the page, and nothing a person wrote becomes markup."""

from html.parser import HTMLParser

import pytest
from scenes import DANA, played, say

from game.core.moves import End, Listen
from game.core.session import Play
from game.records.html import html
from game.records.markdown import markdown
from game.review.debrief import debrief

NASTY = "<script>alert(1)</script> [click](x) *bold* | cell & “quote” `code`"
PLAY = played(DANA, Listen(), say("apology empathy", NASTY, feelings=("stressed",)), say("command", "Calm down"), End())


class Page(HTMLParser):
    """Tags and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any((value or "").startswith("http") for _, value in attrs), "the page must need no network"

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_html_shows_everything_and_takes_nothing_for_markup() -> None:
    page = Page(html(PLAY, debrief(PLAY)))
    assert "script" not in page.tags
    assert NASTY in page.text
    for title in ("Turning points", "What you did", "Turn by turn", "The call", "One thing for next time"):
        assert title in page.text
    assert page.tags.count("rect") == len(PLAY.anger)


def test_the_picture_says_itself_in_words() -> None:
    page = html(PLAY, debrief(PLAY))
    assert 'role="img" aria-labelledby="curve-title curve-values"' in page
    words = ", ".join(f"turn {turn} {value}" for turn, value in enumerate(PLAY.anger) if turn)
    assert f'<desc id="curve-values">start {PLAY.anger[0]}, {words}</desc>' in page


LONG = played(DANA, *(say("empathy", f"{'x' * 500} {n}") for n in range(3)), say("apology", "\x00\x1b[31m אני מצטער"))


def test_long_words_and_other_scripts_keep_the_page_in_shape() -> None:
    page = html(LONG, debrief(LONG))
    assert "\x1b" not in page
    assert "\x00" not in page
    assert 'dir="auto">[31m אני מצטער</dd>' in page.replace('dir="auto"> ', 'dir="auto">')
    table = page[page.index("<h2>Turn by turn") : page.index("<h2>The call")]
    assert "x" * 240 in table
    assert "x" * 241 not in table
    assert "x" * 500 in page


def test_every_row_and_column_of_a_table_is_headed() -> None:
    page = html(PLAY, debrief(PLAY))
    rows = page.count("<tr>")
    assert page.count('scope="row"') == rows - page.count("<table")
    assert '<th scope="col"></th>' not in page


def test_the_markdown_shows_everything_and_takes_nothing_for_markup() -> None:
    page = markdown(PLAY, debrief(PLAY))
    assert r"\<script\>alert(1)\</script\> \[click\](x) \*bold\* \| cell" in page
    assert page.startswith(f"# {DANA.title}\n")
    assert "| Turn" not in page
    assert "## One thing for next time" in page


@pytest.mark.parametrize("play", [played(DANA), played(DANA, Listen())])
def test_a_call_that_has_hardly_begun_can_be_written_down(play: Play) -> None:
    assert markdown(play, debrief(play))
    assert html(play, debrief(play))
