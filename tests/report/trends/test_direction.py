from __future__ import annotations

import pytest

from hrjournal.domain.history import DateRange
from hrjournal.report.measures import Measures, measures
from hrjournal.report.periods import By
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.report.trends.direction import common_scale, direction
from support.builders import TODAY, history


def weeks(*marks: str) -> list[Measures]:
    """One week for each mark, which stands for all seven of its days."""
    days = history([f"{mark}*7" for mark in marks]).of("alcohol")
    first = TODAY + 1 - 7 * len(marks)
    return [
        measures(days, DateRange(first + 7 * place, first + 7 * place + 7), "g_alc")
        for place in range(len(marks))
    ]


@pytest.mark.parametrize(
    ("marks", "periods", "way"),
    [
        ("9 8 7 6 5 4 3", 7, None),
        ("9 8 7 6 5 4 3 2", 8, Way.LESS),
        ("2 3 4 5 6 7 8 9", 8, Way.MORE),
        ("2 9 3 8 2 9 3 8", 8, Way.SAME),
        ("4 4 4 4 4 4 4 4", 8, Way.SAME),
        ("9 8 7 . 5 4 3 2", 7, None),
        ("9 8 7 . 6 5 . 4 3 2", 8, Way.LESS),
    ],
)
def test_a_direction_needs_eight_periods_with_data(
    marks: str, periods: int, way: Way | None
) -> None:
    found = direction(weeks(*marks.split()), By.WEEK, ComparedBy.AMOUNT)
    assert (found.periods, found.way) == (periods, way)
    assert (found.slope is None) == (way is None)


def test_a_week_not_written_is_a_gap_and_not_a_zero() -> None:
    marks = ("9", "8", ".", ".", "5", "4", "3", "2", "1", "1")
    found = direction(weeks(*marks), By.WEEK, ComparedBy.AMOUNT)
    assert found.slope is not None
    assert found.slope.middle == -1000.0


def test_the_share_of_use_days_stands_in_where_amounts_are_not_known() -> None:
    assert common_scale(weeks("2", "3", "0", ".")) is ComparedBy.AMOUNT
    assert common_scale(weeks("2", "3", "?", "4")) is ComparedBy.AMOUNT
    assert common_scale(weeks("2", "?", "?", "4")) is ComparedBy.DAYS
    assert common_scale(weeks("0", "0")) is ComparedBy.DAYS
    assert common_scale([]) is ComparedBy.DAYS
