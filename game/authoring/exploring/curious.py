"""A player who wants to meet everything that an author wrote, and steers each call towards what is left.

Deterministic: where a call goes follows from its seed and from what the calls before it in this row have met. He
cheats nobody: his moves are those of any player, from the first line of a call on. He is no measure of the
scenario, so his calls enter no bot's share.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from game.authoring.bots import MOST_TURNS
from game.authoring.draft import Path
from game.authoring.exploring.reached import Reached
from game.authoring.exploring.wishes import Wish, wish_for
from game.authoring.teaching.goals import moves_for, nearly
from game.core.chance import draw
from game.core.engine import LATEST_FOLLOW_UP, step, why_not
from game.core.lines import line
from game.core.menu import menu
from game.core.moves import Choose, End, FollowUp, Move
from game.core.scenario import Scenario
from game.core.session import Play, start
from game.core.state import State, Turn

_BESIDE: Final = 3
"""Reactions beside the one wished for that are looked for in each turn."""
_MOVES_LOOKED_AT: Final = 24
"""Moves tried for each reaction in each turn."""
_GOES_BACK: Final = 3
"""Of so many looks for one reaction, one begins where an earlier call came near it."""
_REMEMBERS: Final = 150
"""Calls that he may go back to."""
_MOST_TRIED: Final = 150
"""Places in them that he tries."""
_WEARS_OUT: Final = 0.3
"""How often he asks for a reaction although another one will come: once that was said, it makes room."""
_STRAYS: Final = 0.5
"""How often, with a wish of another kind, he takes up what he meets on the way."""


class Curious:
    """One player over a row of calls."""

    def __init__(self, scenario: Scenario) -> None:
        self.reached = Reached(scenario)
        self._scenario = scenario
        self._tried: Counter[Path] = Counter()
        self._played: tuple[Play, ...] = ()

    def play(self, seed: int) -> Play:
        """One call, follow-up and second call included."""
        wish = self._wish()
        again = self._tried[wish.path] % _GOES_BACK == 0 and self._gone_back(wish)
        play = again or start(self._scenario, seed)
        while play.state.stage != "over" and len(play.turns) < MOST_TURNS:
            play = Play(self._scenario, play.opening, (*play.turns, self._turn(play.state, wish)))
        self.reached.add(play)
        self._played = (*self._played, play)[-_REMEMBERS:]
        return play

    def _gone_back(self, wish: Wish) -> Play | None:
        """An earlier call up to where it came near, and there the move that meets what is wished for."""
        if wish.path[0] != "reactions":
            return None
        one = self._scenario.reactions[int(wish.path[1])]
        came_near = [
            (play, number)
            for play in self._played
            for number, state in enumerate((play.opening, *(turn.state for turn in play.turns)))
            if state.stage == "call" and nearly(self._scenario, one, state)
        ]
        for play, number in came_near[:: max(1, len(came_near) // _MOST_TRIED)]:
            begun = play.first(number)
            for move in moves_for(self._scenario, begun.state, one.to, one.fact, one.remedy):
                if why_not(self._scenario, begun.state, move) is None:
                    turn = step(self._scenario, begun.state, move)
                    if wish.path in self.reached.new_in(turn):
                        return Play(self._scenario, begun.opening, (*begun.turns, turn))
        return None

    def _wish(self) -> Wish:
        """What was looked for least often of all that is left."""
        path = min(self.reached.left, key=lambda one: self._tried[one])
        self._tried[path] += 1
        return wish_for(self._scenario, path, self._tried[path])

    def _turn(self, state: State, wish: Wish) -> Turn:
        """The turn that meets what is wished for, or anything new; else one on the way there."""
        if state.stage == "afterwards":
            return self._afterwards(state, wish)
        on_the_way: Turn | None = None
        worn: Turn | None = None
        stray = draw(state.seed, state.turn, "strays") < _STRAYS
        for move in self._looked_at(state, wish):
            if why_not(self._scenario, state, move) is None:
                turn = step(self._scenario, state, move)
                new = self.reached.new_in(turn)
                if wish.path in new:
                    return turn
                goes_on = turn.state.stage == "call"
                on_the_way = on_the_way or (turn if new and stray and goes_on else None)
                asked = set(turn.cues[:1]) & set(wish.cues) and not set(turn.reading.facts) & set(wish.unheard)
                worn = worn or (turn if goes_on and asked else None)
        if worn is not None and draw(state.seed, state.turn, "wears out") < _WEARS_OUT:
            return worn
        return on_the_way or step(self._scenario, state, wish.towards(self._scenario, state))

    def _looked_at(self, state: State, wish: Wish) -> Iterator[Move]:
        left = self.reached.left
        numbers = {choice.id: at for at, choice in enumerate(self._scenario.choices)}
        offered = menu(self._scenario, state)
        yield from (Choose(one.id) for one in offered if ("choices", numbers.get(one.id, -1), "say") in left)
        if wish.ends_with is not None:
            yield from wish.ends_with(self._scenario, state)
        beside = dict.fromkeys(int(path[1]) for path in left if path[0] == "reactions")
        wished = [int(wish.path[1])] if wish.path[0] == "reactions" else []
        near = (at for at in beside if nearly(self._scenario, self._scenario.reactions[at], state))
        for at in dict.fromkeys((*wished, *islice(near, _BESIDE))):
            one = self._scenario.reactions[at]
            moves = moves_for(self._scenario, state, one.to, one.fact, one.remedy)
            yield from islice(moves, _MOVES_LOOKED_AT)

    def _afterwards(self, state: State, wish: Wish) -> Turn:
        """Leaves it at that if this is the end wished for; else gets back to them, with something new to meet."""
        plan = self._scenario.follow_up
        if plan is None or wish.path[:2] == ("says_to_others", state.outcome):
            return step(self._scenario, state, End())
        detail, (low, high) = (*plan.mentions, self._scenario.title)[0], plan.due_hours
        moves = [
            FollowUp(hours, text, line(text, "follow_up").reading)
            for hours in (max(1, low // 2), (low + high) // 2, min(2 * high, LATEST_FOLLOW_UP))
            for text in (f"I am calling back about the {detail}. How did it go?", "How did it go?")
        ]
        turns = [step(self._scenario, state, move) for move in moves]
        usual = turns[int(draw(state.seed, state.turn, "follow up") * len(turns))]
        return next((turn for turn in turns if self.reached.new_in(turn)), usual)
