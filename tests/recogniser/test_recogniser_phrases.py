"""The pattern language does what its table says."""

import pytest

from game.recogniser.phrases import Concepts, PhraseError, PhraseTree, check
from game.recogniser.sentences import sentences

CONCEPTS = Concepts({"FEELING": ["upset", "fed up", "angry"], "TIME": ["today", "next week"]})


def fits(phrase: str, text: str) -> bool:
    check(phrase, CONCEPTS.names | {"NUMBER"})
    tree = PhraseTree()
    tree.add(phrase, 0)
    return any(tree.find(sentence, CONCEPTS.labels(sentence)) for sentence in sentences(text))


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("i am sorry", "I'm sorry", True),
        ("i am sorry", "im sory", True),
        ("i am sorry", "I am not sorry", False),
        ("refund/replace it", "We'll replace it", True),
        ("you are FEELING", "You're fed up", True),
        ("so (very) sorry", "so very sorry", True),
        ("so (very) sorry", "so sorry", True),
        ("so (very) sorry", "so terribly sorry", False),
        ("(very) sorry", "sorry", True),
        ("send .. TIME", "send it again today", True),
        ("send .. TIME", "send you a completely new one today", False),
        ("send ... TIME", "send you a completely new one next week", True),
        ("can .. refund", "I can not refund", False),
        ("^ no", "No, sorry", True),
        ("^ no", "There is no seat", False),
        ("^ no", "I looked, but no", True),
        ("no $", "The answer is no.", True),
        ("no $", "no seat", False),
        ("is that right ?", "Is that right?", True),
        ("is that right ?", "Is that right.", False),
        ("in NUMBER days", "in 3 days", True),
        ("refund it", "Refund. It works", False),
    ],
)
def test_a_phrase_fits_what_it_says_and_nothing_else(phrase: str, text: str, expected: bool) -> None:
    assert fits(phrase, text) is expected


@pytest.mark.parametrize(
    ("phrase", "complaint"),
    [
        ("so (very sorry", "bracket"),
        ("sorry [very]", "can't stand"),
        ("(a+)+$ .*", "can't stand"),
        ("you are FELING", "no concept FELING"),
        (".. sorry", "gap"),
        ("sorry ..", "gap"),
        ("(so) (very)", "not optional"),
        ("(a) (b) (c) (d) (e) (f) (g) sorry", "too many"),
        ("", "can't stand"),
    ],
)
def test_a_faulty_phrase_is_refused_with_a_sentence(phrase: str, complaint: str) -> None:
    with pytest.raises(PhraseError, match=complaint):
        check(phrase, CONCEPTS.names)
