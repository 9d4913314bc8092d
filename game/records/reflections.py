"""What a player said of a try, as the lines of a save hold it: a rating, and the goal that was chosen."""

from dataclasses import replace

from game.records.moves import Plain
from game.review.goals import named
from game.review.rating import DOING, FEELINGS, MOST, Rating
from game.review.reflection import Reflection


def reflected(said: Reflection, entry: Plain) -> Reflection:
    """The reflection with this entry of a save taken in; what the entry holds beyond is passed over."""
    if entry["kind"] == "goal":
        chosen = named(str(entry.get("goal", "")))
        return replace(said, goal=chosen.id if chosen is not None else "")
    skills = entry.get("skills")
    rated = skills if isinstance(skills, dict) else {}
    return replace(
        said,
        rating=Rating(
            next((feeling for feeling in FEELINGS if feeling == entry.get("felt")), None),
            _number(entry.get("whole")),
            tuple((skill, value) for skill in rated if skill in DOING and (value := _number(rated[skill])) is not None),
        ),
    )


def _number(said: object) -> int | None:
    return said if isinstance(said, int) and 0 <= said <= MOST else None
