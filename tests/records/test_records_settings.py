"""How a call is played stands in its save too, and saves of earlier formats open as they are."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from scenes import DANA

from game.authoring.library import Loaded, digest
from game.call import Call, Settings, new_call, take
from game.records.journal import Journal
from game.records.lines import sealed
from game.records.settings import settings_in
from game.records.store import Save, begin, resume, saves
from game.review.rating import Rating

LOADED = Loaded("dana", Path("dana.yaml"), digest(DANA), DANA, ())
HARD = Settings("typed", hidden_meter=True, clock=20)
OPEN: list[Journal] = []


@pytest.fixture(autouse=True)
def _close() -> Iterator[None]:
    yield
    while OPEN:
        OPEN.pop().close()


def begun(folder: Path, settings: Settings) -> tuple[Call, Journal]:
    call = new_call("dana", DANA, 7, settings)
    OPEN.append(begin(call, LOADED, folder))
    return call, OPEN[-1]


def only(folder: Path) -> Save:
    (found,) = saves(folder)
    return found


def as_of_format(number: int, path: Path | None, *more: dict[str, object]) -> None:
    """Write this save anew as the game wrote it in an earlier format, with more entries at its end."""
    assert path is not None
    first, *rest = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    first = {key: value for key, value in first.items() if key not in ("hidden_meter", "clock")}
    old = [{**first, "format": number}, *rest, *more]
    entries = [{key: value for key, value in entry.items() if key not in ("n", "sum")} for entry in old]
    path.write_text("".join(sealed(number, entry) + "\n" for number, entry in enumerate(entries)))


def test_a_save_of_the_first_format_opens_with_its_one_number(tmp_path: Path) -> None:
    path = begun(tmp_path, Settings("typed"))[1].path
    as_of_format(1, path, {"kind": "rating", "whole": 70, "at": "2026-01-01T00:00:00+00:00"})
    assert only(tmp_path).reflection.rating == Rating(whole=70)
    assert only(tmp_path).note == ""


@pytest.mark.parametrize("number", [1, 2])
def test_a_save_without_meter_and_clock_opens_with_the_meter_shown_and_none(tmp_path: Path, number: int) -> None:
    call, journal = begun(tmp_path, Settings("typed"))
    as_of_format(number, journal.path)
    save = only(tmp_path)
    assert (save.play, save.settings, save.note) == (call.play, Settings("typed"), "")


def test_how_a_call_is_played_is_kept_and_what_was_changed_in_it(tmp_path: Path) -> None:
    call, journal = begun(tmp_path, HARD)
    assert only(tmp_path).settings == HARD
    call, answer = take(call, "/hybrid")
    journal.record(answer)
    journal.fork(0)
    assert only(tmp_path).settings == call.settings == replace(HARD, mode="hybrid")
    journal.close()
    again, reopened = resume(only(tmp_path))
    OPEN.append(reopened)
    assert again.settings == call.settings
    assert only(tmp_path).entries == 3


ODD: list[dict[str, object]] = [{}, {"mode": "sung"}, {"hidden_meter": "no"}, {"clock": -1}, {"clock": True}]


@pytest.mark.parametrize("entry", ODD)
def test_a_setting_that_is_not_ours_is_passed_over(entry: dict[str, object]) -> None:
    assert settings_in({"kind": "settings", **entry}, HARD) == HARD
