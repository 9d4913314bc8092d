"""What no call reaches is told, and what some call reaches is not, however far out of the way it lies."""

from pathlib import Path

import pytest

from game.authoring.library import loaded_from
from game.authoring.source import parse
from game.authoring.teaching import look_at_teaching

HERE = Path(__file__).parent / "data"
SOUND = (HERE / "sound.yaml").read_text(encoding="utf-8")
PROMISE = (
    "  - {id: whole_fee, heard_as: [refund everything], beyond_authority: true}\n"
    "follow_up: {due_hours: [24, 48], mentions: [fee]}\n"
)
ABUSE = "  - {to: hostility, say: You horrible people!, abuse: true, when: {phase: [hot]}}\n"


def never_reached(rest: str) -> list[str]:
    """The lines of the file that no call reaches."""
    source = parse(SOUND + rest)
    scenario = loaded_from(source, HERE / "sound.yaml").scenario
    assert scenario is not None, [problem.message for problem in source.found()]
    look_at_teaching(source, scenario, close=True)
    return [problem.quote.strip() for problem in source.found() if problem.code == "never-reached"]


@pytest.mark.parametrize(
    "rest",
    [
        "reactions:\n  - {to: command, say: I am boiling!, when: {from_anger: 90}}\n",
        "reactions:\n  - {to: hostility, say: And we had come so far., when: {phase: [cool]}}\n",
        "reactions:\n  - {to: heard_all, say: All of it. And I am still furious!, when: {phase: [hot]}}\n",
        "reactions:\n  - {to: agreed, remedy: letter, say: Both?, when: {agreed: [half_fee, letter], heard: [late]}}\n",
        "reactions:\n  - {to: gratitude, say: You sighed first., when: {after: [sigh, apology]}}\n",
        "reactions:\n  - {to: misheard, say: No. One o'clock.}\n",
        "reactions:\n  - {to: unclear, say: What was that?}\n",
        "reactions:\n" + ABUSE + "  - {to: boundary, say: I should not have said that.}\n",
        PROMISE + "reactions:\n  - {to: apology, say: Sorry again?, when: {second_call: true}}\n",
        "choices:\n  - {say: The letter comes first., does: expectations, when: {agreed: [letter], unheard: [late]}}\n",
        "choices:\n  - {say: I see you are furious., does: empathy, when: {from_anger: 90}}\n",
    ],
)
def test_what_lies_out_of_the_way_is_still_reached(rest: str) -> None:
    assert never_reached(rest) == []


@pytest.mark.parametrize(
    ("rest", "line"),
    [
        ("reactions:\n  - {to: interrupted, say: Let me finish., when: {phase: [cool]}}\n", "- {to: interrupted,"),
        (
            "reactions:\n  - {to: silence, say: Hello?}\n  - {to: silence, say: '{quote}? Hello?'}\n",
            "- {to: silence, say: '{quote}?",
        ),
        (
            "handover: {to: my supervisor}\nreactions:\n  - {to: handed_on, say: Not again!}\n",
            "- {to: handed_on,",
        ),
    ],
)  # fmt: skip
def test_what_nothing_leads_to_is_told(rest: str, line: str) -> None:
    assert [quote[: len(line)] for quote in never_reached(rest)] == [line]
