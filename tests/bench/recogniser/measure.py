"""The recogniser's report: accuracy on replies kept out of its making, calibration, speed and memory.

    cd tests && python -m bench.recogniser.measure

Accuracy is that of the table that ships, on replies that its making never read: the kept-out third of the labelled
rows, and two blind sets by another hand. Plain text similarity, in two forms, is measured beside it in the same run.
"""

import time
import tracemalloc
from collections.abc import Callable, Sequence
from statistics import median, quantiles

from bench.recogniser.labelled_replies import Row, rows, written
from bench.recogniser.scores import Found, Scores, calibration, confusion, scores
from rapidfuzz import process
from rapidfuzz.fuzz import WRatio, token_set_ratio

from game.recogniser.hearing import setting_of
from game.recogniser.lexicon import lexicon
from game.recogniser.recognition import Verdict, recognise, verdicts
from game.recogniser.sentences import sentences
from game.recogniser.spelling import vocabulary
from game.recogniser.weights import weights

UNSEEN = {"kept_out": "labelled replies kept out", "blind_written": "blind: written and trainees",
          "blind_agents": "blind: as real agents write"}  # fmt: skip
NONSENSE = (
    "asdf qwer", "zxcv bnm poiu lkjh", "purple monkey dishwasher", "lorem ipsum dolor sit amet", "123 456 789",
    "the cat sat on the mat", "qqqq wwww eeee", "банан апельсин", "你好世界", "🙂🙂🙂", "x", "fish bicycle seventeen",
    "hgfdsa hgfdsa", "colourless green ideas sleep furiously", "a b c d e f g", "aaaaaaa", "/// --- ///", "tralala",
    "potato potato potato", "wibble wobble",
)  # fmt: skip


def main() -> None:
    """Print the whole report."""
    for name, told in UNSEEN.items():
        accuracy(told, rows(name))
    detail(rows("kept_out"))
    accepted = sum(recognise(text).recognised for text in NONSENSE)
    print(f"\nnonsense accepted: {accepted} of {len(NONSENSE)}")
    speed([*rows("kept_out"), *rows("seen")])


def accuracy(told: str, given: Sequence[Row]) -> None:
    """Print how right the recogniser is on these replies, and plain similarity beside it."""
    print(f"{told}, {len(given)} replies")
    for name, figures in [("recogniser", scores(given, [counted(row) for row in given])), *baselines(given)]:
        print(line(name, figures))


def detail(given: Sequence[Row]) -> None:
    """Print the figures of each technique, what is taken for what, and whether strengths come true."""
    found = [counted(row) for row in given]
    print("\nby technique: F, right, wrong, missed")
    by_technique = scores(given, found).by_technique
    for technique, count in sorted(by_technique.items(), key=lambda pair: pair[1][0]):
        print(f"  {technique:20} {count[0]:.2f} {count[1]:4} {count[2]:4} {count[3]:4}")
    print("\nmost often taken for another: missed, found instead")
    for (missed, instead), times in confusion(given, found).most_common(8):
        print(f"  {times} × {missed} → {instead}")
    print("\ncalibration: findings of this strength, how many, how many of them right")
    pairs = [(one.strength, one.technique in row.labels) for row in given for one in judge_row(row)]
    for tenth, number, share in calibration(pairs):
        print(f"  {tenth:.1f}–{tenth + 0.1:.1f} {number:5} {share:.0%}")


def counted(row: Row) -> list[str]:
    """The techniques that are told to the player."""
    return [one.technique for one in judge_row(row) if one.counts]


def judge_row(row: Row) -> list[Verdict]:
    """Every technique that might be in a reply."""
    return verdicts(sentences(row.reply), setting_of(row.customer), weights())


def baselines(kept: Sequence[Row]) -> list[tuple[str, Scores]]:
    """Labels of the nearest known reply, by two measures of text similarity."""
    known = rows("seen") + written()
    replies = [row.reply.casefold() for row in known]

    def nearest(scorer: Callable[..., float]) -> list[Found]:
        best = [process.extractOne(row.reply.casefold(), replies, scorer=scorer) for row in kept]
        return [known[match[2]].labels if match else frozenset() for match in best]

    return [
        ("rapidfuzz token_set_ratio", scores(kept, nearest(token_set_ratio))),
        ("rapidfuzz WRatio", scores(kept, nearest(WRatio))),
    ]


def line(name: str, figures: Scores) -> str:
    """One line of the comparison."""
    return (
        f"  {name:26} macro-F1 {figures.macro_f1:.3f}  micro-F1 {figures.micro_f1:.3f}"
        f"  clean accused {figures.accused:.1%}  missteps read as helpful {figures.read_as_helpful:.1%}"
    )


def speed(given: Sequence[Row]) -> None:
    """Milliseconds until ready and for a reply, and memory of what is loaded."""
    parts = (lexicon, weights, vocabulary)
    for part in parts:
        part.cache_clear()
    start = time.perf_counter()
    recognise("Where were we?")
    print(f"\nready after {1000 * (time.perf_counter() - start):.0f} ms")
    short = [row for row in given if len(row.reply.split()) <= 60]
    for row in short:
        recognise(row.reply, row.customer)
    times = []
    for row in short:
        start = time.perf_counter()
        recognise(row.reply, row.customer)
        times.append(1000 * (time.perf_counter() - start))
    slow = quantiles(times, n=100)[98]
    print(f"{len(short)} replies of up to 60 words: median {median(times):.2f} ms, 99th percentile {slow:.2f} ms")
    for part in parts:
        part.cache_clear()
    tracemalloc.start()
    for row in short:
        recognise(row.reply, row.customer)
    print(f"held after reading them all: {tracemalloc.get_traced_memory()[0] / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
