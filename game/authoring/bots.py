"""Players that always play the same way, to prove what a scenario rewards. Deterministic: a bot is a function."""

from collections.abc import Callable
from typing import Final

from game.core.chance import pick
from game.core.lines import line
from game.core.menu import every_line, reading_of
from game.core.moves import End, FollowUp, Listen, Move, Say
from game.core.order import order_that_works
from game.core.scenario import Outcome, Scenario
from game.core.session import Play, start
from game.core.state import State
from game.core.techniques import MISSTEPS, TECHNIQUES
from game.review.search import best_move

Bot = Callable[[Scenario, State], Move]
MOST_TURNS: Final = 40
"""No call goes on longer; patience ends it before."""


def played_by(bot: Bot, scenario: Scenario, seed: int) -> Play:
    """The whole call as this bot plays it, follow-up included."""
    play = start(scenario, seed)
    while play.state.stage != "over" and len(play.turns) < MOST_TURNS:
        play = play.then(_afterwards(play, bot) if play.state.stage == "afterwards" else bot(scenario, play.state))
    return play


def _afterwards(play: Play, bot: Bot) -> Move:
    """Only those who care get back, in time and with the details."""
    plan = play.scenario.follow_up
    if bot not in (order_that_works, best) or plan is None:
        return End()
    detail = (*plan.mentions, play.scenario.title)[0]
    text = f"I am calling back about the {detail}. How did it go?"
    return FollowUp(sum(plan.due_hours) // 2, text, line(text, "follow_up").reading)


def solver_first(scenario: Scenario, state: State) -> Move:
    """Offers everything at once, whatever was told, and asks whether it will do."""
    spare = [remedy for remedy in scenario.remedies if remedy.id not in state.offered]
    if spare:
        text = f"I can {spare[0].heard_as[0]}. Would that solve it?"
        return line(text, "solution agreement_check", remedies=(spare[0].id,))
    return _next_of(_ASKING_TO_ACCEPT, state)


def gusher(_scenario: Scenario, state: State) -> Move:
    """Feels with them, and does nothing else."""
    return _next_of(_GUSHING, state)


def script_reader(_scenario: Scenario, state: State) -> Move:
    """Reads the same four lines from a card."""
    return _next_of(_SCRIPT, state)


def hostile(_scenario: Scenario, state: State) -> Move:
    """Every misstep in turn."""
    return _next_of(_HOSTILE, state)


def silent(_scenario: Scenario, _state: State) -> Move:
    """Never says a word."""
    return Listen()


def random(scenario: Scenario, state: State) -> Move:
    """Anything that fits now, drawn by seed."""
    said = [Say(choice.say, reading_of(choice)) for choice in every_line(scenario, state)]
    moves: list[Move] = [*said, Listen()]
    return pick(moves, state.seed, state.turn, "random bot")


def best(scenario: Scenario, state: State) -> Move:
    """The move that the review thinks best, looking ahead."""
    return best_move(scenario, state)


def _next_of(lines: tuple[tuple[str, str], ...], state: State) -> Move:
    text, does = lines[state.turn % len(lines)]
    return line(text, does)


_ASKING_TO_ACCEPT: Final = (
    ("Would you take that?", "agreement_check"),
    ("That is a good offer. Shall I do it?", "agreement_check"),
    ("I can do it right now for you.", "solution"),
)
_GUSHING: Final = (
    ("I can hear how hard this is.", "empathy"),
    ("That must feel dreadful.", "empathy"),
    ("Anyone would be upset by that.", "empathy"),
    ("I really feel for you.", "empathy"),
    ("What a horrible day you must have had.", "empathy"),
)
_SCRIPT: Final = (
    ("I understand your frustration.", "empathy"),
    ("I apologise for the inconvenience.", "apology"),
    ("As per our policy that is not possible.", "policy_shield"),
    ("Your satisfaction is important to us.", "reassurance"),
)
_HOSTILE: Final = tuple((TECHNIQUES[misstep].example, misstep) for misstep in MISSTEPS)

BOTS: Final[dict[str, Bot]] = {
    "skilled": order_that_works,
    "solver-first": solver_first,
    "gusher": gusher,
    "script-reader": script_reader,
    "hostile": hostile,
    "silent": silent,
    "random": random,
    "best": best,
}
"""Every bot by the name that reports call it."""
ENDS_WELL: Final[frozenset[Outcome]] = frozenset({"settled", "agreed_to_differ", "handed_over", "limit_kept"})
"""How a call that ended well ended."""
BOUNDS: Final = {
    "skilled": (0.9, 1.0),
    "solver-first": (0.0, 0.4),
    "script-reader": (0.0, 0.2),
    "hostile": (0.0, 0.02),
    "silent": (0.0, 0.02),
}
"""Shares of seeds that each bot may end well in, from and to: what a scenario that teaches must show."""
