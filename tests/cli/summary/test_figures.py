"""Every figure of a summary is the one that measures, trends and wins tell of the same days."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from hrjournal.cli.app import app
from hrjournal.cli.context import AppContext
from hrjournal.cli.demo.sample_journal import fill

NOW = 1_795_423_200  # Mon 23 Nov 2026 at 09:20 on UTC


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal."""
    found = tmp_path_factory.mktemp("sample") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        fill(session(found))
    return found


def session(place: Path) -> AppContext:
    return AppContext(file=place, clock=lambda: NOW)


@pytest.fixture
def told(place: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """What a command tells as data."""

    def tell(*words: str) -> Any:
        app([*words, "--json"], standalone_mode=False, obj=session(place))
        return json.loads(capsys.readouterr().out)

    return tell


WINDOWS = {
    "usual": (("--days", "90"), ("--from", "2026-08-26", "--to", "2026-11-23")),
    "a past month": (
        ("--since", "2026-09-01", "--until", "2026-09-30"),
        ("--from", "2026-09-01", "--to", "2026-09-30"),
    ),
    "a week": (("--since", "2026-11-10"), ("--from", "2026-11-10")),
}


@pytest.mark.parametrize("window", WINDOWS)
def test_its_measures_are_those_of_measures(window: str, told: Any) -> None:
    mine, theirs = WINDOWS[window]
    asked = theirs if "--days" not in mine else mine
    found, measures = told("summary", *mine, "--include", "money"), told("measures", *asked)
    assert found["measures"] == measures
    for name, one in found["changes"]["this_period"].items():
        whole = measures["substances"][name]["measures"]
        assert one["measures"] == {key: whole[key] for key in one["measures"]}
        assert set(one["measures"]) <= {"pdd", "dpd", "ddd", "phdd", "who_level"}
    together = measures["together"]
    assert found["money"] == together["spend"]


def test_the_last_days_of_it_are_measured_as_such(told: Any) -> None:
    found = told("summary")["changes"]["last_28_days"]
    last = told("measures", "--days", "28")["substances"]
    for name, one in found.items():
        assert one["baselines"] == last[name]["baselines"]
        assert one["measures"] == {key: last[name]["measures"][key] for key in one["measures"]}
    assert told("summary", "--days", "55")["changes"]["last_28_days"] is None


@pytest.mark.parametrize(
    ("window", "by"), [("usual", "week"), ("a past month", "week"), ("a week", "day")]
)
def test_its_lines_are_those_of_trends(window: str, by: str, told: Any) -> None:
    mine, theirs = WINDOWS[window]
    found, trends = told("summary", *mine), told("trends", *theirs, "--by", by)
    assert found["charts"] == {name: trends[name] for name in ("view", "substances")}
    assert found["mood"] == {name: trends[name] for name in ("mood", "urge", "sleep")}
    assert found["steps"] == trends["steps"]
    assert found["coverage"]["days_written"] == trends["days_written"]


def test_its_wins_are_those_of_wins(told: Any) -> None:
    found, wins = told("summary")["wins"], told("wins", "--all")["wins"]
    assert 3 <= len(found) <= 5
    assert len({win["group"] for win in found}) == len(found)
    assert [win for win in found if win not in wins] == []
    assert all("2026-08-26" <= win["day"] <= "2026-11-23" for win in found)


def test_its_calendar_is_the_one_of_calendar(told: Any) -> None:
    days = ("--from", "2026-08-26", "--to", "2026-11-23")
    calendar = told("calendar", *days)
    assert told("summary")["calendar"] == {name: calendar[name] for name in ("view", "substances")}


def test_its_definitions_are_those_that_measures_explains(told: Any) -> None:
    found, explained = told("summary"), told("measures", "--explain")["definitions"]
    assert len(found["definitions"]) > 15
    assert [name for name, one in found["definitions"].items() if explained[name] != one] == []
