"""What `defuse test` tests: transcripts beside a scenario, and the samples that stand in it."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from game.authoring.library import load
from game.core.scenario import Sample, Scenario
from game.errors import UsageError
from game.recogniser import recognise
from game.records.transcript import run_transcript, transcripts_beside


@dataclass(frozen=True, slots=True)
class Tested:
    """One transcript, or all samples of a scenario: what did not come true is in `failures`."""

    scenario: str
    name: str
    failures: tuple[str, ...]


def tested(path: Path) -> list[Tested]:
    """Every case of this scenario's file. A file that cannot be played is one failed case."""
    loaded = load(path)
    if loaded.scenario is None:
        return [Tested(loaded.name, "it loads", (f"{path}: cannot be played; see: defuse check {path}",))]
    scenario = loaded.scenario
    cases = [
        Tested(loaded.name, file.name, tuple(str(failure) for failure in run_transcript(file, scenario)))
        for file in transcripts_beside(path)
    ]
    if scenario.samples:
        failures = tuple(filter(None, (_misheard(path, scenario, sample) for sample in scenario.samples)))
        cases.append(Tested(loaded.name, "samples", failures))
    return cases


def _misheard(path: Path, scenario: Scenario, sample: Sample) -> str:
    heard = set(recognise(sample.say, scenario.story[0].say[0], scenario).techniques)
    if heard == set(sample.hears):
        return ""
    return f"{path}: sample “{sample.say}”: heard {_listed(heard)}, not {_listed(set(sample.hears))}."


def _listed(techniques: set[str]) -> str:
    return ", ".join(sorted(techniques)) or "nothing"


def write_junit(path: Path, cases: list[Tested]) -> None:
    """The cases as a JUnit report. Raises UsageError if it cannot be written."""
    suite = ElementTree.Element("testsuite", name="defuse", tests=str(len(cases)))
    suite.set("failures", str(sum(bool(case.failures) for case in cases)))
    for case in cases:
        element = ElementTree.SubElement(suite, "testcase", classname=case.scenario, name=case.name)
        if case.failures:
            ElementTree.SubElement(element, "failure", message=case.failures[0]).text = "\n".join(case.failures)
    try:
        ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written ({(problem.strerror or '').lower()}).") from problem
