"""Meaning beyond words: negation, modality, mention, quotation, and lines that look like their opposite."""

import pytest

from game.recogniser import recognise

LINES = [
    ("I can refund you.", {"solution"}),
    ("I won't refund you.", {"closing_off"}),
    ("I was going to apologise.", set()),
    ("She told you to “calm down”?", set()),
    ("Take your time.", {"encourager"}),
    ("Calm down.", {"command"}),
    ("CALM DOWN!!!", {"command"}),
    ("Sorry, but that's how it is.", {"non_apology"}),
    ("I'm sorry you feel that way.", {"non_apology"}),
    ("Sorry to hear that.", {"apology"}),
    ("im srry abt this", {"apology"}),
    ("Why didn't you read the email?", {"blame"}),
    ("Which address did you enter?", {"clarifying_question"}),
    ("That's our mistake.", {"ownership"}),
    ("You're wrong.", {"argument"}),
    ("Anything else?", set()),
    ("I understand.", {"encourager"}),
    ("I understand how frustrating this is.", {"empathy"}),
    ("I want to help you, and I can't do that while I'm being sworn at.", {"boundary"}),
    ("Shut up or I hang up.", {"command", "hostility"}),
    ("Not my department, call back tomorrow.", {"passing_the_buck"}),
    ("Let me bring in my supervisor, who can approve that.", {"handover"}),
    ("What I can do is send a new one.", {"positive_framing", "solution"}),
    ("You'll have an email within the hour.", {"expectations"}),
    ("I'll call you tomorrow to make sure it arrived.", {"follow_up"}),
    ("Would that work for you?", {"agreement_check"}),
    ("Calm down, it's our policy.", {"command", "policy_shield"}),
    ("Can you tell me more about what happened with your order?", {"open_question"}),
    ("It's not a big deal.", {"dismissal"}),
    ("You're being ridiculous.", {"hostility"}),
    ("There's nothing I can do.", {"closing_off"}),
    ("Anyone would be upset.", {"empathy"}),
]


@pytest.mark.parametrize(("said", "does"), LINES, ids=[said for said, _ in LINES])
def test_a_line_does_what_its_words_do(said: str, does: set[str]) -> None:
    assert set(recognise(said).techniques) == does


def test_the_evidence_names_the_words_and_a_reason() -> None:
    (evidence,) = recognise("Oh. Well then, please calm down now.").evidence
    assert evidence.quote.casefold().endswith("calm down") or "calm down" in evidence.quote
    assert evidence.why.startswith(f"“{evidence.quote}”")
    assert evidence.pattern
