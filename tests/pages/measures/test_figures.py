"""Figures on the measures page are those in its data, and those of the trends."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.content.definitions import definitions
from hrjournal.domain.history import DateRange
from hrjournal.pages.measures.page import page
from hrjournal.pages.trends import page as trends_page
from hrjournal.report.clinical import clinical
from hrjournal.report.periods import By
from hrjournal.report.trends.view import trends
from support.builders import ALCOHOL, TODAY
from support.pages.measuring import data, figures, measures_of, shown
from support.pages.reading import UNITS, column, tables
from support.report.diaries import GUIDE, HEAVY, diaries, history_of, lines
from support.report.plain_clinical import Diary

HOLDS = {"g_alc": 14, "jar": 1}  # base units in one of the shown unit


@given(diaries())
@pytest.mark.slow
def test_every_figure_of_the_table_is_the_one_in_the_data(diary: Diary) -> None:
    found = shown(history_of({ALCOHOL: diary}), chosen=True, by=lines(guide=GUIDE))
    for table in tables(found)[:1]:
        told, holds = measures_of(found), HOLDS[data(found)["substances"]["Alcohol"]["unit"]]
        for name, cell in figures(table).items():
            assert _agrees(name, cell, told[name], holds), (name, cell, told[name])
        rests = [int(days) for days in column(table, "Days it rests on")]
        assert rests == [told[name]["rests"] for name in figures(table)]


def _agrees(name: str, cell: str, told: dict[str, Any], holds: int) -> bool:
    value = told["value"]
    words = {None: "none", True: "yes", False: "no"}
    if value is None or isinstance(value, bool):
        return cell == words[value]
    if told["in"] in {"clock", "word"}:
        return bool(cell == (value if told["in"] == "clock" else value["name"]))
    return _alike(_numbers(cell), _values(name, told, holds))


def _values(name: str, told: dict[str, Any], holds: int) -> list[float]:
    value = told["value"]
    if told["in"] == "amount":
        ends = [value["low"] / holds, value["high"] / holds]
        if name == "guide_week":
            return [abs(end) for end in ends]
        if name == "total" and value["other_units"] and not value["high"]:
            ends = []
        return [*ends, *(end for other in value.get("other_units", ()) for end in _ends(other))]
    if isinstance(value, dict):
        return [value[key] for key in ("days", "low", "high") if key in value]
    return [value]


def _ends(other: dict[str, Any]) -> list[float]:
    return [other["low"] / HOLDS[other["unit"]], other["high"] / HOLDS[other["unit"]]]


def _numbers(cell: str) -> list[float]:
    shown = cell.replace("under 0.1", "0")
    return [float(number) for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", shown)]


def _alike(cell: list[float], told: list[float]) -> bool:
    """Each figure told is on the page, as far as its decimals go; alike ends stand there once."""
    near = [[abs(seen - one) <= 0.0501 for seen in cell] for one in told]
    return all(map(any, near)) and all(map(any, zip(*near, strict=True)))


@given(diaries(), st.integers(1, 60))
@pytest.mark.slow
def test_the_same_window_has_the_same_figures_in_the_trends(diary: Diary, length: int) -> None:
    found, window = history_of({ALCOHOL: diary}), DateRange(TODAY - length + 1, TODAY + 1)
    view = trends(found, window, By.DAY, TODAY, heavy=HEAVY, keys=["alcohol"])
    beside = trends_page.page(view, UNITS).data["substances"]["Alcohol"]["measures"]
    measured = clinical(found, window, TODAY, lines(), ["alcohol"])
    told = measures_of(page(measured, definitions(), UNITS))

    same = {
        "days_covered": beside["days_with_data"],
        "use_days": beside["use_days"],
        "pda": beside["percent_days_abstinent"],
        "heavy_days": beside["heavy_days"],
        "longest_none": beside["longest_run_without"],
        "longest_use": beside["longest_run_with_use"],
        "max_day": beside["largest_day"],
    }
    seen = set()
    for name, value in same.items():
        if told[name]["value"] is not None:
            assert told[name]["value"] == value, name
            seen.add(name)
    assert "days_covered" in seen
    total, mean = told["total"]["value"], told["ddd"]["value"]
    if total is not None:
        kept = {key: beside["total"][key] for key in ("low", "high", "unknown_uses")}
        assert {key: total[key] for key in kept} == kept
        assert total["other_units"] == beside["other_units"]
    assert (mean and {**mean, "rests": told["ddd"]["rests"]}) == beside["per_use_day"]
