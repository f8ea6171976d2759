from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
START = [f"2026-09-{day:02}" for day in range(1, 29)]
THEN = [f"2026-10-{day:02}" for day in range(26, 32)]
NOW = [f"2026-11-{day:02}" for day in range(1, 23)]


def write_three_months(run: Run) -> None:
    """A start of six drinks a day, and a last month of two on every second day."""
    for day in START:
        run("log", "alcohol", "6", "--at", f"{day} 20:00")
    for number, day in enumerate((*THEN, *NOW)):
        if number % 2:
            run("none", "alcohol", "--day", day)
        else:
            run("log", "alcohol", "2", "--at", f"{day} 21:{number:02}")
    run("log", "cannabis", "?", "--at", "2026-11-20 22:00")


def data(run: Run, *words: str) -> dict[str, Any]:
    answer = run("measures", *words, "--json")
    assert (answer.code, answer.err) == (0, "")
    found: dict[str, Any] = json.loads(answer.out)
    return found


def of_alcohol(run: Run, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = data(run, "alcohol", *words)["substances"]["Alcohol"]["measures"]
    return found


@pytest.mark.slow
def test_the_last_30_days_are_measured_unless_said(run: Run) -> None:
    write_three_months(run)
    found = data(run)
    assert found["window"] == {"from": "2026-10-25", "to": "2026-11-23", "days": 30}
    alcohol = found["substances"]["Alcohol"]["measures"]
    assert alcohol["days_covered"]["value"] == 28
    assert alcohol["use_days"] == {
        "in": "days",
        "value": 14,
        "rests": 28,
        "why": None,
        "change": {},
    }
    assert alcohol["pda"]["value"] == 50.0
    assert alcohol["ddd"]["value"] == {"low": 28.0, "high": 28.0}
    assert alcohol["dpd"]["change"]["start"] == {
        "then": {"low": 84.0, "high": 84.0},
        "rests": 28,
        "percent_less": 83.3333,
        "levels_lower": None,
    }
    assert alcohol["who_level"]["value"]["id"] == "low"
    assert alcohol["who_level"]["change"]["start"]["levels_lower"] == 3
    assert alcohol["first_time"]["value"] == "21:13"
    assert found["together"]["poly"]["value"] == 0


@pytest.mark.slow
def test_any_window_can_be_measured(run: Run) -> None:
    write_three_months(run)
    assert data(run, "--days", "7")["window"]["from"] == "2026-11-17"
    september = data(run, "--from", "2026-09-01", "--to", "2026-09-28")
    assert september["window"] == {"from": "2026-09-01", "to": "2026-09-28", "days": 28}
    week = data(run, "--days", "7", "--to", "2026-09-28")
    assert week["window"] == {"from": "2026-09-22", "to": "2026-09-28", "days": 7}
    chosen = of_alcohol(run, "--from", "2026-10-01")
    assert chosen["first_use"]["value"] == {"low": 1, "high": 26}
    assert "first_use" not in of_alcohol(run, "--days", "30")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--days", "7", "--from", "2026-11-01"], "Either --days or --from, please."),
        (["--from", "2026-11-02", "--to", "2026-11-01"], "The first day lies after the last."),
        (["--to", "2027-03-01"], "is still to come"),
        (["--days", "0"], "--days"),
    ],
)
def test_a_window_that_cannot_be_is_refused_calmly(run: Run, words: list[str], said: str) -> None:
    answer = run("measures", *words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


@pytest.mark.slow
def test_a_substance_that_is_not_tracked_is_said_calmly(run: Run) -> None:
    write_three_months(run)
    answer = run("measures", "ketamine")
    assert answer.code == 1
    assert "That substance is not tracked yet. Tracked: " in answer.err
    assert list(data(run, "alcohol")["substances"]) == ["Alcohol"]


@pytest.mark.slow
def test_lines_are_those_that_the_person_chose(run: Run) -> None:
    write_three_months(run)
    usual = data(run)["settings"]
    assert usual["heavy_day"] == {"grams": 56.0, "own": False}
    assert usual["who_levels"] == {"set": "20/40/60", "own": False}
    run("config", "heavy_day", "28")
    run("config", "who_levels", "40/60/100")
    own = data(run)["settings"]
    assert own["heavy_day"] == {"grams": 28.0, "own": True}
    assert own["who_levels"] == {"set": "40/60/100", "own": True}
    assert of_alcohol(run)["heavy_days"]["value"] == 14
    assert of_alcohol(run)["who_level"]["change"]["start"]["levels_lower"] == 2
    assert "It is your own line." in run("measures").out


@pytest.mark.slow
def test_a_guide_is_there_when_asked_for(run: Run) -> None:
    write_three_months(run)
    assert "guide" not in run("measures").out
    run("config", "country", "AU")
    found = data(run, "--guide")
    assert found["settings"]["guide"]["week_grams"] == 100.0
    told = found["substances"]["Alcohol"]["measures"]
    assert told["guide_days"]["value"] == 0
    assert told["guide_week"]["value"] == {"low": -2.0, "high": -2.0}
    assert "Australia's NHMRC, 2020" in " ".join(run("measures", "--guide").out.split())
    run("config", "country", "PL")
    assert data(run, "--guide")["settings"]["guide"] is None
    assert "No guide is known here for Poland." in run("measures", "--guide").out


@pytest.mark.slow
def test_each_definition_is_one_word_away_and_needs_no_journal(run: Run, home: Path) -> None:
    answer = run("measures", "--explain")
    assert answer.code == 0
    assert "Percent days abstinent (PDA)" in answer.out
    assert not home.exists()
    told = json.loads(run("measures", "--explain", "--json").out)["definitions"]
    write_three_months(run)
    found = data(run, "--from", "2026-11-01", "--guide")
    shown = {name for one in found["substances"].values() for name in one["measures"]}
    assert shown | set(found["together"]) <= set(told)


def test_looking_at_nothing_makes_no_file(run: Run, home: Path) -> None:
    answer = run("measures")
    assert (answer.code, answer.err) == (0, "")
    assert "Nothing is written yet." in answer.out
    assert not home.exists()


@pytest.mark.slow
def test_the_figures_are_those_of_the_trends(run: Run) -> None:
    write_three_months(run)
    window = ["--from", "2026-10-26", "--to", "2026-11-22"]
    told = of_alcohol(run, *window)
    trends = json.loads(run("trends", "alcohol", *window, "--json").out)
    beside = trends["substances"]["Alcohol"]["measures"]
    assert told["days_covered"]["value"] == beside["days_with_data"]
    assert told["pda"]["value"] == beside["percent_days_abstinent"]
    assert told["heavy_days"]["value"] == beside["heavy_days"]
    assert told["longest_none"]["value"] == beside["longest_run_without"]
    assert told["ddd"]["value"] == {key: beside["per_use_day"][key] for key in ("low", "high")}
    assert told["max_day"]["value"] == beside["largest_day"]


def test_unwritten_days_are_never_zero(run: Run) -> None:
    run("log", "alcohol", "4", at="2026-11-20 22:00")
    told = of_alcohol(run)
    assert told["days_covered"]["value"] == 1
    for name in ("pda", "dpd", "avg_week", "who_level", "abstinent_window"):
        assert told[name]["value"] in {None, False}, name
    assert told["total"]["value"]["low"] == 56.0
    assert told["longest_none"]["value"] == {"days": 0, "at_least": False}


@pytest.mark.parametrize("form", [[], ["--plain"], ["--json"]])
def test_every_form_works_at_every_size(run: Run, form: list[str]) -> None:
    run("checkin", "--mood", "5")
    assert run("measures", *form).code == 0
    run("none", "alcohol")
    assert run("measures", "--days", "1", *form).code == 0
    assert run("measures", "--days", "40000", *form).code == 0
