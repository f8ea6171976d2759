"""The figures of the second page, beside those of the measures page and of trials."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hrjournal.content.definitions import definitions
from hrjournal.domain.history import DateRange, DayUse, History
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.summary.sections import Section
from hrjournal.pages import summary as pages
from hrjournal.pages.summary.explain import data
from hrjournal.pages.summary.methods import APART, THEMES
from support.builders import CANNABIS, TODAY, history, together
from support.pages import measuring
from support.pages.reading import DRINK, tables
from support.pages.summing import KNOWN, NINETY, facts, headings, section, shown, summed, table
from support.places import DATA, SHARED

HERE = DATA / "ctn0094"
ALL = SHARED / "data" / "ctn0094"  # everyone, where it is at hand
PEOPLE = sorted({(HERE, path.name) for path in HERE.glob("*.csv")}) + sorted(
    (ALL, path.name) for path in ALL.glob("*.csv")
)
FOUND = together(
    history("4*40 0 2 2 0 6 . 1-3*84", each=DRINK),
    history("1*40 0 . 1*60", substance=CANNABIS),
)
FIGURES = "All figures of this period"


@pytest.mark.parametrize("place", [0, 1])
def test_each_figure_is_the_one_of_the_measures_page(place: int) -> None:
    measures = measuring.figures(tables(measuring.shown(FOUND, NINETY))[2 * place])
    names = {
        name: one.id
        for one in definitions().values()
        for name in (one.name, f"{one.name} / {one.other}", one.other)
    }
    rows = table(shown(FOUND), FIGURES)
    column = list(next(iter(rows.values())))[2 + place]
    mine = {names[name]: row[column] for name, row in rows.items() if name in names}
    compared = {name for name, said in mine.items() if said} & set(measures)
    assert len(compared) > 12
    if "who_level" in compared:  # here with its grams
        compared.remove("who_level")
        assert mine["who_level"].startswith(f"{measures['who_level']}: 20 to 40 g a day (")
    for name in compared:
        assert mine[name].rpartition(" (")[0] == measures[name], name


@pytest.mark.slow
@pytest.mark.parametrize(("shelf", "name"), PEOPLE)
def test_figures_agree_with_those_computed_elsewhere(shelf: Path, name: str) -> None:
    for substance, expected in _expected(shelf, name).items():
        found, window = _history(shelf / name, substance)
        page = pages.page(summed(found, window), KNOWN)
        rows = {row: cells[substance] for row, cells in table(page, FIGURES).items()}
        written = expected["days_with_data"]
        percent = expected["percent_days_abstinent"]
        without, used = expected["longest_run_without"], expected["longest_run_with_use"]
        assert rows["Days with data"] == f"{written} of {window.length}"
        assert int(rows["Days used"].split()[0]) == expected["use_days"]
        assert abs(float(rows["Percent days abstinent (PDA)"].partition("%")[0]) - percent) <= 0.05
        assert _days(rows["Longest run without"]) == without
        assert _days(rows["Longest run with use"]) == used
        assert _days(rows["Drug days in 30"]) == expected["use_days_last_30"]
        weeks = data(summed(found, window), KNOWN)["charts"]["substances"][substance]
        if summed(found, window).trends.view.by == "week":
            counted = {one["label"]: one["use_days"] for one in weeks["periods"]}
            assert counted == expected["use_days_by_iso_week"]


def test_every_measure_has_its_theme() -> None:
    themed = [*APART, *(name for names in THEMES.values() for name in names)]
    assert sorted(themed) == sorted(definitions())


def test_the_table_explains_its_measures_where_it_has_room() -> None:
    row = table(shown(FOUND), FIGURES)["Percent days abstinent (PDA)"]
    assert row["How it is counted"] == "100 x days with none / days with data"
    narrow = pages.page(summed(FOUND), KNOWN._replace(wide=False))
    assert "How it is counted" not in table(narrow, FIGURES)["Percent days abstinent (PDA)"]
    said = facts(narrow, "How it is counted")["Days"]
    assert "Percent days abstinent (PDA): 100 x days with none / days with data." in said


def test_without_the_measures_the_first_page_is_explained() -> None:
    found = shown(FOUND, parts=frozenset({Section.CHANGES, Section.DEFINITIONS}))
    assert headings(found) == ["What changed", "How it is counted"]
    said = " ".join(facts(found, "How it is counted").values())
    assert "Drinks per day / Amount per day: amount of the known days" in said
    assert "Largest day" not in said


def test_what_figures_lie_beside_is_named() -> None:
    found = facts(shown(FOUND), "How it is counted")
    assert found["The 28 days before"] == (
        "29 Jul to 25 Aug 2026; days logged: Alcohol 28 and Cannabis 12"
    )
    assert found["My start"] == "Alcohol 17 Jul to 13 Aug 2026 (28 of 28 days logged)"
    assert found["Heavy day"].startswith("4 US standard drinks (56 g) or more, the lower of two")
    assert found["WHO levels"] == "20/40/60 g of pure alcohol a day, the lower of two sets"


def test_unknown_amounts_are_explained_where_there_are_any() -> None:
    told = str(section(shown(history("2 ? 3*40", each=DRINK)), FIGURES))
    assert "Use of an amount that is not known makes a day of use" in told
    assert "Use of an amount" not in str(section(shown(FOUND), FIGURES))


def _days(said: str) -> int:
    return int(said.removeprefix("at least ").split()[0])


def _history(path: Path, substance: str) -> tuple[History, DateRange]:
    with path.open(newline="", encoding="utf-8") as file:
        days = {
            date.fromisoformat(row["date"]).toordinal(): DayUse(used, unknown=used)
            for row in csv.DictReader(file)
            if row["substance"] == substance
            for used in [int(row["used"])]
        }
    window = DateRange(min(days), max(days) + 1)
    one = Substance(substance, substance)
    assert window.end <= TODAY
    return History(window, {substance: one}, {substance: days}, written=frozenset(days)), window


def _expected(shelf: Path, name: str) -> dict[str, Any]:
    number = str(int(name.removeprefix("person_").removesuffix(".csv")))
    people: dict[str, dict[str, Any]] = json.loads((shelf / "expected.json").read_bytes())
    return people[number]
