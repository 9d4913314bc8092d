"""Rows of text whose later lines start under the first one's words, not under its mark.

Textual's Content cannot indent what it wraps; this puts a mark of fixed width beside each body.
"""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

Row = Content | tuple[Content, Content]
"""A text, or a mark and the text that hangs on it."""


class Hanging(Visual):
    """The rows, one below the other."""

    def __init__(self, *rows: Row) -> None:
        self.rows = tuple(row if isinstance(row, tuple) else (Content(""), row) for row in rows)

    @property
    def plain(self) -> str:
        """The text of every row."""
        return "\n".join(mark.plain + body.plain for mark, body in self.rows)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """The strips of all rows, the marks beside the first line of each."""
        strips: list[Strip] = []
        for mark, body in self.rows:
            indent = min(mark.cell_length, max(0, width - 1))
            beside = mark.render_strips(indent, 1, style, options) if indent else []
            for index, strip in enumerate(body.render_strips(max(1, width - indent), None, style, options)):
                left = beside[0] if beside and index == 0 else Strip.blank(indent, style.rich_style)
                strips.append(Strip.join([left, strip]) if indent else strip)
        return strips if height is None else strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """As wide as the widest row."""
        return max(
            (mark.cell_length + body.get_optimal_width(rules, container_width) for mark, body in self.rows), default=0
        )

    def get_minimal_width(self, rules: RulesMap) -> int:
        """The widest mark and word."""
        return max((mark.cell_length + body.get_minimal_width(rules) for mark, body in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The heights of all rows."""
        return sum(body.get_height(rules, max(1, width - mark.cell_length)) or 1 for mark, body in self.rows)
