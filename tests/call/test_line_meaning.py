"""What a typed line means, in both front ends."""

import pytest

from game.line import Again, Body, Later, Meaning, Misput, Number, Observed, Silent, Spoken, Steer, meaning

MEANINGS: list[tuple[str, bool, Meaning]] = [
    ("", True, Silent()),
    ("   ", False, Silent()),
    ("I hear you.", True, Spoken("I hear you.")),
    ("3", True, Number(3)),
    ("3", False, Spoken("3")),
    ("/3", False, Number(3)),
    ("!", False, Steer("dispute")),
    ("! no", False, Spoken("! no")),
    ("/nod", False, Body("nod")),
    ("/NOD", False, Body("nod")),
    (" /nod", False, Spoken("/nod")),
    ("/", False, Spoken("/")),
    ("/later 30h Did it arrive?", False, Later(30, "Did it arrive?")),
    ("/later 2 days: how did it go", False, Later(48, "how did it go")),
    ("/heard empathy, paraphrase", False, Observed(("empathy", "paraphrase"))),
    ("/again 3", False, Again(3)),
    *((f"/{word}", False, Steer(word)) for word in ("why", "brief", "coach", "help", "back", "dispute", "end", "quit")),
]  # fmt: skip


@pytest.mark.parametrize(("line", "numbers_choose", "expected"), MEANINGS)
def test_a_line_means(line: str, numbers_choose: bool, expected: Meaning) -> None:
    assert meaning(line, numbers_choose=numbers_choose) == expected


REFUSED = [
    ("/nodd", "Did you mean /nod?"),
    ("/xyzzy", "Type /help"),
    ("/later soon", "Write the hours first"),
    ("/heard", "What was heard?"),
    ("/again", "From which turn?"),
    ("x" * 501, "501 characters; 500 is the most"),
    ("x" * 1_000_000, "1,000,000 characters"),
]


@pytest.mark.parametrize(("line", "said"), REFUSED)
def test_a_line_that_cannot_be_taken_is_told_with_a_remedy(line: str, said: str) -> None:
    answer = meaning(line, numbers_choose=False)
    assert isinstance(answer, Misput)
    assert said in answer.sentence
