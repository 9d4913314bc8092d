"""How past runs are told on a list: the best of them, their outcome in words, and when they were."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from game.core.personas import persona_of
from game.core.scenario import Departure, Outcome, Scenario, Setting
from game.core.session import Play
from game.records.store import Save

LEVELS: Final = ("gentle", "firm", "rough", "fierce")
BY: Final[dict[Setting, str]] = {"phone": "by phone", "counter": "at the counter", "chat": "by chat"}
_GOES: Final[dict[Departure, str]] = {
    "hangs_up": "hung up", "walks_out": "walked out", "demands_a_manager": "wanted a manager",
    "posts_a_review": "posted a review",
}  # fmt: skip
_WORDS: Final[dict[Outcome, str]] = {
    "settled": "settled", "settled_at_a_cost": "at a cost", "agreed_to_differ": "agreed to differ",
    "handed_over": "handed over", "limit_kept": "limit kept", "lost": "lost",
}  # fmt: skip
_RANK: Final[dict[Outcome, int]] = {
    "settled": 0, "handed_over": 0, "limit_kept": 0, "agreed_to_differ": 1, "settled_at_a_cost": 2, "lost": 3,
}  # fmt: skip


def outcome_in_words(play: Play) -> str:
    """How it ended, in two words; for a lost call, what the customer did."""
    outcome = play.state.outcome
    if outcome is None:
        return "not over"
    return _GOES[persona_of(play.scenario, play.opening.seed).gives_up] if outcome == "lost" else _WORDS[outcome]


def best(saves: Iterable[Save], scenario: str) -> Play | None:
    """The best finished run of this scenario: by outcome, then by how calm she was."""
    plays = [
        save.play for save in saves
        if save.play is not None and not save.paused and save.header is not None and save.header.scenario == scenario
    ]  # fmt: skip
    return min(plays, key=lambda play: (_RANK[play.state.outcome or "lost"], play.state.anger), default=None)


def when(save: Save, now: datetime) -> str:
    """When this run was begun, as a person would say it."""
    try:
        started = datetime.fromisoformat(save.header.started if save.header else "")
    except ValueError:
        return ""
    days = (now.astimezone(started.tzinfo).date() - started.date()).days
    if days in (0, 1):
        return ("today", "yesterday")[days]
    return f"{started.day} {started:%b}" if days < 300 else f"{started.day} {started:%b %Y}"


def in_order_of_level(scenario: Scenario) -> int:
    """Where this scenario's level stands."""
    return LEVELS.index(scenario.level)
