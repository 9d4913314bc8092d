"""A scenario as a Mermaid flowchart: for a wiki, a pull request, or a printed handout."""

import re
from collections.abc import Iterator

from game.authoring.map import OUTCOMES, cut, leads_to
from game.core.scenario import Outcome, Scenario

_LONGEST_LABEL = 60


def mermaid_lines(scenario: Scenario) -> Iterator[str]:
    """The flowchart, a line at a time. Names of nodes are numbers, so that no id can break it."""
    yield "flowchart LR"
    yield f"  start([{_label(f'{scenario.customer.name}, anger {scenario.customer.anger}')}])"
    yield from _story(scenario)
    yield from _telling(scenario)
    yield from _remedies(scenario)
    yield from _endings(scenario)


def _story(scenario: Scenario) -> Iterator[str]:
    before = "start"
    for number, beat in enumerate(scenario.story, start=1):
        arrow = "-. when asked .->" if beat.when_asked else "-->"
        yield f"  {before} {arrow} beat{number}[{_label(beat.say[0])}]"
        before = f"beat{number}"
    for number, one in enumerate(scenario.complications, start=1):
        yield f"  between{number}[{_label(one.say[0])}]"
    for node, fact in _facts(scenario).items():
        yield f"  {node} --- {_fact(scenario, fact)}([{_label(fact)}])"


def _telling(scenario: Scenario) -> Iterator[str]:
    """Reactions that give a fact away."""
    for number, reaction in enumerate(scenario.reactions, start=1):
        if reaction.tells:
            cues = ", ".join(reaction.to) or "anything"
            yield f"  cue{number}{{{{{_label(cues)}}}}} -. tells .-> {_fact(scenario, reaction.tells)}"


def _remedies(scenario: Scenario) -> Iterator[str]:
    for number, remedy in enumerate(scenario.remedies, start=1):
        yield f"  remedy{number}[/{_label(remedy.heard_as[0])}/]"
        yield from (f"  {_fact(scenario, fact)} --> remedy{number}" for fact in remedy.settles)
        outcome: Outcome = "settled_at_a_cost" if remedy.beyond_authority else "settled"
        yield f"  remedy{number} -- agreed --> {outcome}"


def _endings(scenario: Scenario) -> Iterator[str]:
    for outcome in OUTCOMES:
        why = leads_to(scenario, outcome)
        if not why.startswith("cannot"):
            yield f"  {outcome}{{{{{_label(outcome.replace('_', ' '))}}}}}"
            if outcome not in ("settled", "settled_at_a_cost"):
                yield f"  start -. {_label(why)} .-> {outcome}"


def _facts(scenario: Scenario) -> dict[str, str]:
    """Every fact's id by the node that tells it, those that may come in between last."""
    nodes = {f"beat{number}": beat.fact for number, beat in enumerate(scenario.story, start=1)}
    nodes |= {f"between{number}": one.fact for number, one in enumerate(scenario.complications, start=1)}
    return {node: fact.id for node, fact in nodes.items() if fact is not None}


def _fact(scenario: Scenario, id: str) -> str:
    return f"fact{list(_facts(scenario).values()).index(id) + 1}"


def _label(text: str) -> str:
    """A label in quotes. Everything that means something to Mermaid or to a browser is written as a number."""
    safe = re.sub(r"[^\w\s.,:;!?'’“”…—–()/+−-]", lambda sign: f"#{ord(sign.group())};", cut(text, _LONGEST_LABEL))
    return f'"{safe}"'
