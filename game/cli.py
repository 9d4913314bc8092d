"""The command line: what can be typed after `defuse`.

Each command lives in `game/commands/` and is imported only when it is the one called, so that `--help` is
there at once and a pipe never waits for the screens.
"""

import argparse
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from game import crash, paths
from game.core.difficulty import MOST_HEAT
from game.errors import DefuseError

_MOST_SEED: Final = 999_999_999
_MOST_SECONDS: Final = 600


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 fine, 1 failed, 2 wrong usage, 3 not saved, 128+n on a signal."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    options = parser().parse_args(arguments)
    module, function = options.command.split(":")
    try:
        command: Callable[[argparse.Namespace], int] = getattr(import_module(f"game.commands.{module}"), function)
        return command(options)
    except DefuseError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nStopped. What was said is saved.", file=sys.stderr)
        return 128 + signal.SIGINT
    except BrokenPipeError:
        # Nobody reads any more. Python flushes at exit and would complain again, so the rest goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except Exception as error:  # the last resort: a person gets a sentence, the log gets the rest
        print(crash.report(error, paths.saves_folder(getattr(options, "saves", None))), file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    top = argparse.ArgumentParser(
        prog="defuse",
        description="Practise calming an upset customer. Without a command, the game opens.",
        epilog="example: defuse play late-movers --typed",
    )
    _places(top)
    top.add_argument("--plain", action="store_true", help="a line at a time, for screen readers and pipes")
    top.set_defaults(command="play:game")
    commands = top.add_subparsers(metavar="COMMAND", title="commands")
    add = partial(_add, commands)

    play = add(
        "play",
        "play:play",
        "Play a scenario, with as much help as you still need.",
        "defuse play late-movers --typed --seed 7",
    )
    play.add_argument("scenario", help="a scenario's name, or a path to its file")
    _modes(play)
    play.add_argument("--seed", type=_seed, help="the same seed and lines give the same call")
    _plain(play)
    _dials(play)

    _add_looking_back(add)
    _add_authoring(add)
    return top


Add = Callable[..., argparse.ArgumentParser]


def _add_looking_back(add: Add) -> None:
    resume = add("resume", "saves:resume", "Go on with a call.", "defuse resume --plain")
    resume.add_argument("save", nargs="?", help="a save's name or path (default: the newest call not over)")
    resume.add_argument("--turn", type=int, metavar="N", help="with --plain: try again from turn N of this call")
    _modes(resume)
    _plain(resume)
    _settings(resume.add_argument_group("other than it was played so far"))

    review = add("review", "saves:review", "The debrief of a call again.", "defuse review 20261121-late-movers --json")
    review.add_argument("save", help="a save's name or path")
    form = review.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json", help="as one JSON object")
    form.add_argument("--markdown", dest="form", action="store_const", const="markdown", help="as Markdown")
    form.add_argument("--html", dest="form", action="store_const", const="html", help="as one HTML file")
    form.add_argument("--play", dest="form", action="store_const", const="play", help="as a .play transcript")
    review.add_argument("-o", "--output", metavar="FILE", help="write it there")

    goal = add("goal", "goal:goal", "What to mind in the next call, and what else would fit.", "defuse goal 2")
    goal.add_argument("number", nargs="?", type=int, metavar="N", help="take this one of the goals that are shown")

    going = add("progress", "profile:show_progress", "How it is going, and what to play next.", "defuse progress")
    going.add_argument("--json", action="store_true", help="as one JSON object")

    drill = add("drill", "practice:drill", "Answer your own mistakes again, when they are due.", "defuse drill")
    drill.add_argument("--plain", action="store_true", help="a line at a time, as always where there is no terminal")
    drill.add_argument("--technique", metavar="ID", help="say near misses so that they do this, as in empathy")
    drill.add_argument("--most", type=int, default=5, metavar="N", help="how many to answer (default: 5)")


def _add_authoring(add: Add) -> None:
    listing = add("list", "library:list_all", "Scenarios and saves.", "defuse list")
    listing.add_argument("--json", action="store_true", help="as one JSON object")

    recognise = add("recognise", "recognise:recognised", "What a reply is heard to do, and why.",
                    'defuse recognise "So the van came at three. That must have been awful."')  # fmt: skip
    recognise.add_argument("text", nargs="?", help="the reply")
    recognise.add_argument("--context", default="", metavar="TEXT", help="what the customer had said")
    recognise.add_argument("--scenario", metavar="S", help="hear it in this scenario")
    recognise.add_argument("--jsonl", action="store_true", help='read {"id","customer","reply"} a line')
    recognise.add_argument("--explain", action="store_true", help="show clauses, mended words, patterns tried")

    check = add("check", "library:check", "Find mistakes in scenarios.", "defuse check my-scenarios")
    check.add_argument("paths", nargs="*", metavar="PATH", help="files or folders (default: the scenarios in use)")
    check.add_argument("--json", action="store_true", help="as a JSON list")
    check.add_argument("--strict", action="store_true", help="fail on warnings too")
    check.add_argument("--deep", action="store_true", help="play each one through, as a single file always is")
    check.add_argument("--against", metavar="FILE", help="the original of which these are translations")
    check.add_argument("--catalogue", action="store_true", help="show every problem that can be found")

    test = add("test", "workbench:test", "Replay .play transcripts and samples.", "defuse test my-scenarios")
    test.add_argument("paths", nargs="*", metavar="PATH", help="scenarios or folders (default: those in use)")
    test.add_argument("--junit", metavar="FILE", help="also write a JUnit report there")

    _add_looking_closer(add)


def _add_looking_closer(add: Add) -> None:
    simulate = add("simulate", "workbench:simulate", "What players who always play one way come to.",
                   "defuse simulate late-movers --runs 200 --json")  # fmt: skip
    simulate.add_argument("scenario", nargs="*", help="scenarios by name or path (default: all)")
    simulate.add_argument("--runs", type=int, default=200, metavar="N", help="calls a bot (default: 200)")
    simulate.add_argument("--seed", type=_seed, default=0, help="the first seed")
    simulate.add_argument("--json", action="store_true", help="as a JSON list")

    items = add("items", "items:items", "What real calls say about each line and turn; samples to add.",
                "defuse items late-movers")  # fmt: skip
    items.add_argument("scenario", help="a scenario's name, or a path to its file")
    items.add_argument("--json", action="store_true", help="as one JSON object")

    new = add("new", "new:new", "Write a scenario that plays at once.", "defuse new bike-shop --setting counter")
    _answers(new)

    picture = add("map", "map:show_map", "A scenario as a picture.", "defuse map late-movers --mermaid")
    picture.add_argument("scenario", help="a scenario's name, or a path to its file")
    picture.add_argument("--mermaid", action="store_true", help="as a Mermaid flowchart")

    refs = add("refs", "map:refs", "Where an id is used.", "defuse refs late-movers half_fee")
    refs.add_argument("scenario", help="a scenario's name, or a path to its file")
    refs.add_argument("id", help="a fact, remedy, choice, technique …")

    watch = add("watch", "workbench:watch", "Problems and a live call, side by side, renewed on each save.",
                "defuse watch my-scenarios/parcel.yaml")  # fmt: skip
    watch.add_argument("scenario", help="a scenario's name, or a path to its file")
    watch.add_argument("--seed", type=_seed, default=7, help="which call (default: 7)")

    add("schema", "library:schema", "The JSON Schema of a scenario.", "defuse schema > scenario.schema.json")


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, command: str, does: str, example: str
) -> argparse.ArgumentParser:
    added = commands.add_parser(name, help=does, description=does, epilog=f"example: {example}")
    added.set_defaults(command=command)
    _places(added)
    return added


def _places(to: argparse.ArgumentParser) -> None:
    """The options that say where things are. Suppressed defaults: given before or after the command, they count."""
    to.add_argument("--saves", metavar="DIR", default=argparse.SUPPRESS, help="where calls are saved")
    to.add_argument("--learner", metavar="NAME", default=argparse.SUPPRESS, help="whose calls these are; only a name")
    to.add_argument("--scenarios", metavar="DIR", default=argparse.SUPPRESS, help="your scenarios, beside the shipped")
    to.add_argument("--only", action="store_true", default=argparse.SUPPRESS, help="only those of --scenarios")


def _plain(to: argparse.ArgumentParser) -> None:
    to.add_argument("--plain", action="store_true", help="a line at a time, for screen readers and pipes")
    to.add_argument("--json", action="store_true", help="with --plain: one JSON object a line")


def _dials(to: argparse.ArgumentParser) -> None:
    dials = to.add_argument_group("harder or easier")
    dials.add_argument("--persona", default="", metavar="NAME", help="who is calling: proud, anxious …, or any")
    dials.add_argument("--candour", type=int, choices=range(4), help="how readily they tell, from 0 to 3")
    dials.add_argument("--patience", choices=("short", "usual", "long"), default="usual")
    dials.add_argument("--heat", type=_heat, default=0, metavar="N", help="points added to their anger, -25 to 25")
    _settings(dials)
    dials.add_argument("--noise", action="store_true", help="things come in between: a queue, a second problem")


def _modes(to: argparse.ArgumentParser) -> None:
    mode = to.add_mutually_exclusive_group()
    mode.add_argument("--labelled", dest="mode", action="store_const", const="labelled",
                      help="choose from lines that say what they do")  # fmt: skip
    mode.add_argument("--menu", dest="mode", action="store_const", const="menu", help="choose from lines")
    mode.add_argument("--hybrid", dest="mode", action="store_const", const="hybrid", help="hints; the words are yours")
    mode.add_argument("--typed", dest="mode", action="store_const", const="typed", help="your own words")
    mode.add_argument("--spoken", dest="mode", action="store_const", const="spoken", help="aloud; observers type")


def _settings(to: "argparse._ArgumentGroup") -> None:
    """How a call is played. What is not given is None: a call that is gone on with keeps what it had."""
    to.add_argument("--hidden-meter", action=argparse.BooleanOptionalAction, help="no meter before the debrief")
    to.add_argument("--clock", type=_seconds, metavar="S", help="S seconds without a line are silence; 0: no clock")


def _seconds(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_SECONDS:
        raise argparse.ArgumentTypeError(f"{text} is no number of seconds from 0 to {_MOST_SECONDS}")
    return int(text)


def _answers(to: argparse.ArgumentParser) -> None:
    """What `new` asks for, one by one; those that can be given several times are a list."""
    to.add_argument(
        "file", metavar="NAME", help="the file's name, without .yaml; it is written here, or to --scenarios"
    )
    answers = to.add_argument_group("answers, so that they need not be asked")
    answers.add_argument("--title", metavar="TEXT")
    answers.add_argument("--you-are", metavar="TEXT", help="who the player is: support at a book shop")
    answers.add_argument("--situation", metavar="TEXT", help="what the player knows")
    answers.add_argument("--name", metavar="TEXT", help="the customer's full name")
    answers.add_argument("--pronoun", metavar="WORD", help="she, he or they")
    answers.add_argument("--feelings", metavar="WORD", action="append", help="what they feel; once for each")
    answers.add_argument("--setting", metavar="WORD", help="phone, counter or chat")
    answers.add_argument("--level", metavar="WORD", help="gentle, firm, rough or fierce")
    answers.add_argument("--happened", metavar="TEXT", action="append", help="in their words; once for each sentence")
    answers.add_argument("--may", metavar="TEXT", action="append", help="what may be offered; once for each")
    answers.add_argument("--may-not", metavar="TEXT", action="append", help="what may not; once for each")
    to.add_argument("--yes", action="store_true", help="ask nothing; what is not given is an example")


def _heat(text: str) -> int:
    if not re.fullmatch(r"[+-]?\d{1,2}", text) or abs(int(text)) > MOST_HEAT:
        raise argparse.ArgumentTypeError(f"{text} is too much or no number; give -{MOST_HEAT} to {MOST_HEAT}")
    return int(text)


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) > _MOST_SEED:
        raise argparse.ArgumentTypeError(f"{text} is no seed; give a whole number from 0 to {_MOST_SEED}")
    return int(text)
