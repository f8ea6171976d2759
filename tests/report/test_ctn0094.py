from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrjournal.domain.history import DateRange, DayUse
from hrjournal.report.measures import Measures, measures
from hrjournal.report.periods import By, periods
from support.places import DATA, SHARED

HERE = DATA / "ctn0094"
ALL = SHARED / "data" / "ctn0094"  # everyone, where it is at hand
PEOPLE = sorted({(HERE, path.name) for path in HERE.glob("*.csv")}) + sorted(
    (ALL, path.name) for path in ALL.glob("*.csv")
)


@pytest.mark.parametrize(("shelf", "name"), PEOPLE)
def test_measures_agree_with_figures_computed_elsewhere(shelf: Path, name: str) -> None:
    for substance, expected in _expected(shelf, name).items():
        days = _days(shelf / name, substance)
        span = DateRange(min(days), max(days) + 1)
        found = measures(days, span, "times")
        last = measures(days, DateRange(span.end - 30, span.end), "times")

        assert found.percent_days_abstinent is not None
        assert {
            "days_with_data": found.written,
            "use_days": found.use_days,
            "percent_days_abstinent": round(float(found.percent_days_abstinent), 4),
            "longest_run_without": found.longest_run_without.length,
            "longest_run_with_use": found.longest_run_with_use.length,
            "use_days_last_30": last.use_days,
            "days_last_30": last.written,
            "use_days_by_iso_week": _by_week(days, span),
        } == expected


def test_three_people_are_always_at_hand() -> None:
    assert sum(shelf == HERE for shelf, _ in PEOPLE) == 3


def _by_week(days: dict[int, DayUse], span: DateRange) -> dict[str, int]:
    weeks = periods(span, By.WEEK, span.end)
    counted: dict[str, Measures] = {
        week.label: measures(days, week.days, "times") for week in weeks
    }
    return {label: found.use_days for label, found in counted.items()}


def _days(path: Path, substance: str) -> dict[int, DayUse]:
    with path.open(newline="", encoding="utf-8") as file:
        return {
            date.fromisoformat(row["date"]).toordinal(): DayUse(1, unknown=1)
            if row["used"] == "1"
            else DayUse(0)
            for row in csv.DictReader(file)
            if row["substance"] == substance
        }


def _expected(shelf: Path, name: str) -> dict[str, Any]:
    number = str(int(name.removeprefix("person_").removesuffix(".csv")))
    people = json.loads((shelf / "expected.json").read_text(encoding="utf-8"))
    found: dict[str, Any] = people[number]
    return found
