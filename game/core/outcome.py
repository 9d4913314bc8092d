"""How a call ends. A falling meter alone is no win: being heard and a next step that can be kept come too."""

from dataclasses import dataclass

from game.core.scenario import Outcome, Scenario
from game.core.state import GOAL, State


@dataclass(frozen=True, slots=True)
class Needs:
    """What a good end needs, and how far each has come."""

    calm: bool
    """Anger is at 25 points or below."""
    heard: int
    """How many of the facts that matter were heard."""
    to_hear: int
    """How many facts matter."""
    next_step: bool
    """A next step was agreed; in a case that cannot be solved, what is possible was explained."""
    keepable: bool
    """Nothing was promised that the brief does not allow."""

    @property
    def all_heard(self) -> bool:
        """Whether every fact that matters was heard."""
        return self.heard >= self.to_hear

    @property
    def met(self) -> bool:
        """Whether the call can end well now."""
        return self.calm and self.all_heard and self.next_step


def needs(scenario: Scenario, state: State) -> Needs:
    """How far the call has come towards a good end."""
    matters = [fact.id for fact in scenario.must_hear(state.told)]
    beyond = {remedy.id for remedy in scenario.remedies if remedy.beyond_authority}
    return Needs(
        calm=state.anger <= GOAL,
        heard=sum(fact in state.heard for fact in matters),
        to_hear=len(matters),
        next_step=_agreed(scenario, state) and not state.promise_broken,
        keepable=not any(promise.remedy in beyond for promise in state.promises),
    )


def solvable(scenario: Scenario) -> bool:
    """Whether anything that the brief allows would put it right."""
    return any(not remedy.beyond_authority for remedy in scenario.remedies)


def verdict(scenario: Scenario, state: State) -> Outcome:
    """The outcome if the call ended here."""
    need = needs(scenario, state)
    if state.outcome in ("handed_over", "limit_kept"):
        return state.outcome
    if need.met and (state.agreed or solvable(scenario)):
        return "settled" if need.keepable and not state.second_call else "settled_at_a_cost"
    if state.outcome == "settled_at_a_cost":
        return "settled_at_a_cost"
    if state.limits and state.phase != "cool":
        return "limit_kept"
    if need.all_heard and state.phase != "hot" and (need.next_step or _explained(state)):
        return "agreed_to_differ" if need.keepable else "settled_at_a_cost"
    return "lost"


def made_good(scenario: Scenario, state: State) -> bool:
    """Whether, after a broken promise, apology and compensation both came (row 19)."""
    allowed = {remedy.id for remedy in scenario.remedies if not remedy.beyond_authority}
    offered = any(remedy in allowed for remedy in state.offered) or not allowed
    return "apology" in state.techniques and offered


def _agreed(scenario: Scenario, state: State) -> bool:
    return bool(state.agreed) or (not solvable(scenario) and _explained(state))


def _explained(state: State) -> bool:
    return "expectations" in state.techniques
