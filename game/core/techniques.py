"""The thirty kinds of move: what each is called, how it is told to a trainee, and who describes it.

Seventeen help, thirteen are missteps. `S0` to `S4` are the articles that the game's knowledge comes
from; `SOURCES` names them.
"""

from dataclasses import dataclass
from typing import Final

SOURCES: Final = {
    "S0": "How to Deescalate an Upset Customer?",
    "S1": "Customer Service – Defusing an Upset Customer (Lift Strategies)",
    "S2": "De-escalation in customer service (Pollack Peacebuilding Systems)",
    "S3": "Customer De-Escalation Techniques For Ensuring Customer Satisfaction (Answering Specialists Inc.)",
    "S4": "How to Cope with Upset Customers (Best Service Magazine)",
}


@dataclass(frozen=True, slots=True)
class Technique:
    """One kind of move.

    `did` completes "you …" after the fact ("named the feeling"); `does` is for hints while typing
    ("names the feeling"); `example` is a line that does it.
    """

    id: str
    helpful: bool
    did: str
    does: str
    meaning: str
    example: str
    sources: tuple[str, ...]


def _helps(id: str, did: str, does: str, meaning: str, example: str, sources: str) -> Technique:
    return Technique(id, True, did, does, meaning, example, tuple(sources.split()))


def _hurts(id: str, did: str, does: str, meaning: str, example: str, sources: str) -> Technique:
    return Technique(id, False, did, does, meaning, example, tuple(sources.split()))


_ALL: Final = (
    _helps("encourager", "kept them talking", "keeps them talking",
           "A short signal that you are listening and want to hear more.",
           "I see. Go on, I'm listening.", "S0 S2"),
    _helps("open_question", "asked openly", "asks openly",
           "A question that lets them tell it in their own words.",
           "Can you tell me more about what happened?", "S0 S2"),
    _helps("clarifying_question", "asked for a detail", "asks for a detail",
           "A closed question for a fact that you need.",
           "What's your order number?", "S0 S2"),
    _helps("paraphrase", "said it back", "says it back",
           "What happened, said back in your own words.",
           "So the movers came at three instead of one.", "S0 S1 S2 S3"),
    _helps("empathy", "named the feeling", "names the feeling",
           "Names their feeling, or takes their side of it.",
           "I can see how stressful that must have been.", "S0 S1 S2 S3 S4"),
    _helps("apology", "apologised", "apologises",
           "Regret for what happened, or for the trouble.",
           "I'm truly sorry for the trouble this caused you.", "S0 S2 S3 S4"),
    _helps("ownership", "owned it", "owns it",
           "Takes responsibility, for the fault or for putting it right.",
           "That's our mistake, and I'll see it through.", "S0 S3 S4"),
    _helps("gratitude", "thanked them", "thanks them",
           "Thanks for telling, for patience, for loyalty.",
           "Thank you for bringing this to us.", "S0"),
    _helps("reassurance", "reassured them", "reassures them",
           "They are in good hands; it will be dealt with.",
           "I'm here to help. We'll get this sorted out together.", "S0 S2"),
    _helps("solution", "offered a fix", "offers a fix",
           "One concrete thing that puts it right.",
           "I can send a replacement today.", "S0 S2 S3"),
    _helps("options", "gave a choice", "gives a choice",
           "Two or more ways forward, for them to choose from.",
           "I can refund you now or deliver a new one tomorrow: which suits you better?", "S0 S2 S3"),
    _helps("expectations", "said what will happen", "says what will happen",
           "What will happen and when, or what is possible and why.",
           "You'll have an email within the hour.", "S0 S2 S3"),
    _helps("agreement_check", "checked it suits them", "checks it suits them",
           "Asks whether it suits them, or whether you got it right.",
           "Would that work for you?", "S0 S4"),
    _helps("boundary", "set a limit", "sets a limit",
           "A respectful limit on abuse that leaves the door open.",
           "I want to help you, and I can't do that while I'm being sworn at.", "S4"),
    _helps("handover", "brought someone in", "brings someone in",
           "Brings in the person with the authority or the knowledge, and says so.",
           "Let me bring in my supervisor, who can approve that.", "S0 S3"),
    _helps("follow_up", "promised to get back", "promises to get back",
           "Promises or makes later contact, or asks how it went.",
           "I'll call you tomorrow to make sure it arrived.", "S0 S2 S4"),
    _helps("positive_framing", "said what can be done", "says what can be done",
           "What can be done, in place of what cannot.",
           "What I can do is get you on the next one.", "S0 S2"),
    _hurts("command", "gave an order", "gives an order",
           "Orders them how to feel or behave.",
           "Calm down.", "S0 S3"),
    _hurts("dismissal", "made it small", "makes it small",
           "Makes the problem or the feeling small.",
           "It's only two hours.", "S0 S2"),
    _hurts("blame", "put it on them", "puts it on them",
           "Puts the fault on the customer.",
           "You should have called earlier.", "S0 S2"),
    _hurts("excuse", "explained it away", "explains it away",
           "Explains the fault in place of dealing with it.",
           "We've been really short-staffed.", "S0 S2"),
    _hurts("policy_shield", "leaned on a rule", "leans on a rule",
           "Hides behind a rule.",
           "That's our policy.", "S0 S2"),
    _hurts("argument", "disputed their word", "disputes their word",
           "Contradicts them or disputes what they say.",
           "That's not true. Our records say otherwise.", "S0 S2"),
    _hurts("non_apology", "apologised without meaning it", "takes the apology back",
           "Sounds like an apology and takes nothing on.",
           "I'm sorry you feel that way.", "S0"),
    _hurts("passing_the_buck", "pushed it onto someone else", "pushes it onto someone else",
           "Pushes them, or the fault, on to someone else.",
           "That's not my department.", "S0 S3"),
    _hurts("condescension", "talked down", "talks down",
           "Talks down to them, or is sarcastic.",
           "As I already explained…", "S0 S4"),
    _hurts("hostility", "answered anger with anger", "answers anger with anger",
           "Insults, swears, threatens, or mirrors the anger.",
           "You're being ridiculous.", "S0 S3"),
    _hurts("self_story", "made it about yourself", "makes it about you",
           "Turns the talk to your own experience.",
           "The same thing happened to me last year.", "S1"),
    _hurts("jargon", "used inside words", "uses inside words",
           "Words that only your trade knows.",
           "Your RMA is stuck in the WMS queue.", "S0"),
    _hurts("closing_off", "shut the talk down", "shuts the talk down",
           "Refuses, with nothing in its place.",
           "There's nothing I can do.", "S0 S2"),
)  # fmt: skip

TECHNIQUES: Final = {technique.id: technique for technique in _ALL}
"""Every technique by its id, helpful ones first."""

HELPFUL: Final = tuple(technique.id for technique in _ALL if technique.helpful)
MISSTEPS: Final = tuple(technique.id for technique in _ALL if not technique.helpful)


def is_misstep(technique: str) -> bool:
    """Whether this technique id is one of the thirteen that make things worse."""
    return technique in TECHNIQUES and not TECHNIQUES[technique].helpful
