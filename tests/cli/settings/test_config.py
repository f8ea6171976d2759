from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
USUAL = {
    "country": "US",
    "day_starts_at": "04:00",
    "week_starts_on": "monday",
    "heavy_day": "56",
    "who_levels": "20/40/60",
    "drink_size": "country",
    "plain": "off",
    "discreet": "off",
    "today_shows": "written week wins hints",
    "notices_off": "none",
    "withdrawal_history": "no",
    "checkin_questions": "mood urge",
    "pause": "off",
}


def choices(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("config", "--json").out)
    return found


def test_everything_has_a_usual_value(run: Run) -> None:
    assert choices(run) == USUAL


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("country", "gb", "GB"),
        ("country", " AU ", "AU"),
        ("day_starts_at", "6:30", "06:30"),
        ("day_starts_at", "00:00", "00:00"),
        ("week_starts_on", "Sunday", "sunday"),
        ("week_starts_on", "sat", "saturday"),
        ("heavy_day", "60 g", "60"),
        ("heavy_day", "60 grams", "60"),
        ("heavy_day", "5 drinks", "70"),
        ("heavy_day", "6 UK units", "47"),
        ("country", "UK", "GB"),
        ("country", "england", "GB"),
        ("country", "Germany", "DE"),
        ("country", "Deutschland", "DE"),
        ("country", "new  zealand", "NZ"),
        ("country", "España", "ES"),
        ("day_starts_at", "5am", "05:00"),
        ("day_starts_at", "12:30 a.m.", "00:30"),
        ("drink_size", "10 grams", "10"),
        ("who_levels", "40/60/100", "40/60/100"),
        ("withdrawal_history", "Yes", "yes"),
    ],
)
def test_a_choice_is_kept_and_can_be_taken_back(run: Run, key: str, value: str, kept: str) -> None:
    assert run("config", key, value).out == f"{key} is now {kept}. Undo takes it back.\n"
    assert choices(run) == USUAL | {key: kept}
    assert run("undo").out.splitlines()[0] == "Taken back: the last change of what you chose."
    assert choices(run) == USUAL
    run("config", key, value)
    assert run("config", key, "--clear").out.startswith(f"{key} is now {USUAL[key]}.")
    assert choices(run) == USUAL


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("country", "XX"), ("country", "U"), ("country", "12"), ("country", "")),
        *(("day_starts_at", "12:00"), ("day_starts_at", "4"), ("day_starts_at", "04:60")),
        *(("week_starts_on", "s"), ("week_starts_on", "t"), ("week_starts_on", "someday")),
        *(("heavy_day", "0"), ("heavy_day", "-5"), ("heavy_day", "1000"), ("heavy_day", "many")),
        *(("country", "atlantis"), ("heavy_day", "2-4 drinks"), ("heavy_day", "5 pills")),
        *(("day_starts_at", "5pm"), ("day_starts_at", "4:am"), ("day_starts_at", "13am")),
        *(("who_levels", "20"), ("colour", "red"), ("country", "\x1b[2J")),
    ],
)
def test_a_value_that_cannot_be_read_is_refused(run: Run, home: Path, key: str, value: str) -> None:
    answer = run("config", key, "--", value)
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) == 1
    assert "\x1b" not in answer.err
    assert choices(run) == USUAL
    assert not home.exists()


def test_a_choice_that_is_not_there_lists_those_that_are(run: Run) -> None:
    for words in (["config", "color"], ["config", "color", "red"], ["config", "color", "--clear"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (2, "")
        assert all(key in answer.err for key in USUAL)


@pytest.mark.parametrize("words", [(), ("methadone",), ("--clear",)])
@pytest.mark.parametrize("key", ["prescribed", "day_totals"])
def test_what_is_said_of_one_substance_is_set_beside_it(
    run: Run, key: str, words: tuple[str, ...]
) -> None:
    answer = run("config", key, *words)
    assert (answer.code, answer.out) == (2, "")
    assert "hrjournal substances" in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("drink", "size", "10", "grams"), "drink_size is now 10."),
        (("heavy", "day", "5", "drinks"), "heavy_day is now 70."),
        (("day-starts-at", "6:30"), "day_starts_at is now 06:30."),
        (("week", "starts", "on", "sun"), "week_starts_on is now sunday."),
        (("country", "united", "kingdom"), "country is now GB."),
    ],
)
def test_a_choice_can_be_written_in_plain_words(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    assert run("config", *words).out == f"{said} Undo takes it back.\n"


def test_one_choice_can_be_seen_alone(run: Run) -> None:
    assert json.loads(run("config", "heavy_day", "--json").out) == {"heavy_day": "56"}


def test_the_start_of_a_day_moves_the_view_and_not_the_record(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-21 05:00")
    run("config", "day_starts_at", "06:00")
    found = json.loads(run("show", "1", "--json").out)
    assert (found["day"], found["time"]) == ("2026-11-20", "05:00")
    run("config", "day_starts_at", "04:00")
    assert json.loads(run("show", "1", "--json").out)["day"] == "2026-11-21"


def test_a_country_changes_the_words_and_not_the_grams(run: Run) -> None:
    run("log", "alcohol", "2")
    run("config", "country", "GB")
    found = json.loads(run("show", "1", "--json").out)
    assert found["amount"]["low"] == 28
    assert "Alcohol: 3.5" in run("show", "1").out
    assert "1 UK unit (7.9 g)" in run("log", "alcohol", "1").out
