from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.pages.direction_words import around, direction_words
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.report.trends.direction import Direction, LevelStep
from support.builders import TODAY
from support.pages.reading import UNITS

SLOPE = Direction(ComparedBy.AMOUNT, 12, over=12, way=Way.LESS, p=0.01, slope=-1.0)
DAYS = SLOPE._replace(scale=ComparedBy.DAYS)


def said(found: Direction, unit: str = "joint") -> str:
    return direction_words(found, unit, UNITS, TODAY)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (3600, 2400, "from about 3.6 a day to about 2.4"),
        (23_400, 11_600, "from about 23 a day to about 12"),
        (2000, 0, "from about 2 a day to none"),
        (0, 2000, "from none to about 2 a day"),
        (2000, 0.7, "from about 2 a day to almost none"),
        (2000, 90, "from about 2 a day to almost none"),
        (2000, 100, "from about 2 a day to about 0.1"),
        (500, 250, "from about 0.5 a day to about 0.25"),
    ],
)
def test_a_slope_is_said_from_where_to_where(first: float, last: float, words: str) -> None:
    assert said(SLOPE._replace(ends=(first, last))) == f"Down over 12 weeks: {words}."


def test_days_of_use_are_said_of_a_week() -> None:
    assert said(DAYS._replace(ends=(6 / 7, 1 / 7))) == (
        "Down over 12 weeks: from about 6 days of use a week to about 1."
    )
    assert said(DAYS._replace(way=Way.MORE, ends=(0.0, 1 / 7))) == (
        "Up over 12 weeks: from none to about 1 day of use a week."
    )
    assert said(DAYS._replace(ends=(0.5, 0.5))) == "Down in days of use over 12 weeks."


@pytest.mark.parametrize("ends", [(0.0, 0.0), (0.3, 0.0), (2040, 2010)])
def test_levels_that_read_alike_are_not_set_beside_each_other(ends: tuple[float, float]) -> None:
    assert said(SLOPE._replace(ends=ends)) == "Down over 12 weeks."
    assert said(SLOPE._replace(step=LevelStep(TODAY, *ends))) == "Down over 12 weeks."


def test_a_step_says_both_levels_and_since_when() -> None:
    day = date(2026, 6, 8).toordinal()
    found = SLOPE._replace(step=LevelStep(day, 3600, 2400), weeks=10)
    assert said(found) == "About 3.6 a day until early June, about 2.4 since (10 of 12 weeks)."
    stopped = found._replace(step=LevelStep(day, 3600, 0), weeks=12)
    assert said(stopped) == "About 3.6 a day until early June, none since (12 weeks)."
    begun = found._replace(way=Way.MORE, step=LevelStep(day, 0, 3600), weeks=12)
    assert said(begun) == "None until early June, about 3.6 a day since (12 weeks)."


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 6, 1), "early June"),
        (date(2026, 6, 10), "early June"),
        (date(2026, 6, 11), "mid-June"),
        (date(2026, 6, 20), "mid-June"),
        (date(2026, 6, 21), "late June"),
        (date(2025, 12, 31), "late December 2025"),
    ],
)
def test_about_when_is_said_as_people_do(day: date, words: str) -> None:
    assert around(day.toordinal(), 2026) == words


@given(
    st.sampled_from(ComparedBy),
    st.sampled_from(["g_alc", "joint", "mg"]),
    st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)),
    st.booleans(),
)
def test_any_levels_make_one_plain_sentence(
    scale: ComparedBy, unit: str, levels: tuple[float, float], stepped: bool
) -> None:
    step = LevelStep(TODAY - 30, *levels) if stepped else None
    words = said(SLOPE._replace(scale=scale, ends=levels, step=step), unit)
    assert re.fullmatch(r"[A-Z][^!?]+\.", words)
    assert "under" not in words
    assert "12 weeks" in words
