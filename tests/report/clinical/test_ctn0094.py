"""Calendars of people in a trial: figures computed elsewhere, and a plain count of all others."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrjournal.domain.substances.substance import Substance
from support.places import DATA, SHARED
from support.report import plain_clinical
from support.report.diaries import bare, measured, plainly
from support.report.plain_clinical import Count, Diary, Use

HERE = DATA / "ctn0094"
ALL = SHARED / "data" / "ctn0094"  # everyone, where it is at hand
PEOPLE = sorted({(HERE, path.name) for path in HERE.glob("*.csv")}) + sorted(
    (ALL, path.name) for path in ALL.glob("*.csv")
)


@pytest.mark.parametrize(("shelf", "name"), PEOPLE)
def test_every_measure_of_a_person_agrees(shelf: Path, name: str) -> None:
    number = str(int(name.removeprefix("person_").removesuffix(".csv")))
    people: dict[str, Any] = json.loads((shelf / "expected.json").read_text(encoding="utf-8"))
    for word, elsewhere in people[number].items():
        diary = _diary(shelf / name, word)
        first, last = min(diary), max(diary)
        one = Substance(word.casefold(), word)
        whole = measured(diary, first, last, substance=one, today=last)
        month = measured(diary, last - 29, last, substance=one, today=last)

        assert _figures_computed_elsewhere(whole, month) == {
            name: figure for name, figure in elsewhere.items() if name != "use_days_by_iso_week"
        }
        for days, found in (((first, last), whole), ((last - 29, last), month)):
            count = Count(diary, *days, "times")
            for measure, value in (
                plain_clinical.every(count) | plain_clinical.of_others(diary, *days)
            ).items():
                assert bare(found[measure]) == plainly(value), measure


def _figures_computed_elsewhere(whole: dict[str, Any], month: dict[str, Any]) -> dict[str, Any]:
    return {
        "days_with_data": bare(whole["days_covered"]),
        "use_days": bare(whole["use_days"]),
        "percent_days_abstinent": round(float(bare(whole["pda"])), 4),
        "longest_run_without": bare(whole["longest_none"])[0],
        "longest_run_with_use": bare(whole["longest_use"])[0],
        "use_days_last_30": bare(whole["drug_days"]),
        "days_last_30": month["days_covered"].rests,
    }


@pytest.mark.slow
@pytest.mark.parametrize(("shelf", "name"), PEOPLE)
def test_use_days_of_a_week_agree(shelf: Path, name: str) -> None:
    number = str(int(name.removeprefix("person_").removesuffix(".csv")))
    people: dict[str, Any] = json.loads((shelf / "expected.json").read_text(encoding="utf-8"))
    for word, elsewhere in people[number].items():
        diary = _diary(shelf / name, word)
        one = Substance(word.casefold(), word)
        for week, used in elsewhere["use_days_by_iso_week"].items():
            monday = date.fromisoformat(f"{week}-1").toordinal()
            found = measured(diary, monday, monday + 6, substance=one, today=max(diary))
            assert bare(found["use_days"]) == used, week


def test_three_people_are_always_at_hand() -> None:
    assert sum(shelf == HERE for shelf, _ in PEOPLE) == 3


def _diary(path: Path, word: str) -> Diary:
    with path.open(newline="", encoding="utf-8") as file:
        return {
            date.fromisoformat(row["date"]).toordinal(): [Use(None, None)]
            if row["used"] == "1"
            else []
            for row in csv.DictReader(file)
            if row["substance"] == word
        }
