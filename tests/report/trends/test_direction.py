from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange
from hrjournal.report.measures import Measures, measures
from hrjournal.report.trends.comparison import ComparedBy, Way
from hrjournal.report.trends.direction import Direction, common_scale, direction
from support.builders import TODAY, history


def weeks(*marks: str) -> list[Measures]:
    """One week for each mark, which stands for all seven of its days; or for its days in words."""
    spread = [mark if " " in mark else f"{mark}*7" for mark in marks]
    days = history(spread_days(spread)).of("alcohol")
    first = TODAY + 1 - 7 * len(marks)
    return [
        measures(days, DateRange(first + 7 * place, first + 7 * place + 7), "g_alc")
        for place in range(len(marks))
    ]


def spread_days(marks: list[str]) -> list[str]:
    return [day for mark in marks for day in mark.split()]


def found(marks: str) -> Direction:
    return direction(weeks(*marks.split()))


@pytest.mark.parametrize(
    ("marks", "counted", "way"),
    [
        ("9 8 7 6 5", 5, None),
        ("9 8 7 6 5 4", 6, Way.LESS),
        ("2 3 4 5 6 7 8 9", 8, Way.MORE),
        ("2 9 3 8 2 9 3 8", 8, Way.SAME),
        ("4 4 4 4 4 4 4 4", 8, Way.SAME),
        ("9 8 7 . 5 4", 5, None),
        ("9 8 7 . 6 5 . 4 3 2", 8, Way.LESS),
        ("", 0, None),
    ],
)
def test_a_direction_needs_six_weeks(marks: str, counted: int, way: Way | None) -> None:
    said = found(marks)
    assert (said.weeks, said.way) == (counted, way)
    assert (said.p is None) == (said.slope is None) == (way is None)


def test_a_week_with_fewer_than_five_logged_days_is_left_out() -> None:
    full = ["9", "8", "7", "6", "5"]
    assert direction(weeks(*full, "4 4 4 4 . . .")).way is None
    assert direction(weeks(*full, "4 4 4 4 4 . .")).way is Way.LESS


def test_a_week_not_logged_is_a_gap_and_not_a_zero() -> None:
    said = found("9 8 . . 5 4 3 2 1 1")
    assert (said.slope, said.weeks, said.over) == (-1000.0, 8, 10)
    assert said.ends == pytest.approx((9000.0, 0.0), abs=1000)


def test_a_week_with_an_unknown_amount_is_left_out_of_amounts() -> None:
    known = weeks("9", "8", "7", "6", "5", "4", "3")
    partly = weeks("9", "8", "7 7 7 ? 7 7 7", "6", "5", "4", "3")
    assert (direction(known).weeks, direction(partly).weeks) == (7, 6)
    assert direction(partly).scale is ComparedBy.AMOUNT
    assert direction(partly).slope == direction(known).slope


@given(st.integers(0, 6), st.sampled_from(["0", "2", "40"]))
def test_what_stands_beside_an_unknown_amount_changes_nothing(place: int, mark: str) -> None:
    days = ["7"] * 7
    days[place - 1], days[place] = mark, "?"
    changed = weeks("9", "8", " ".join(days), "6", "5", "4", "3")
    assert direction(changed) == direction(weeks("9", "8", "7 7 7 ? 7 7 7", "6", "5", "4", "3"))


def test_where_too_few_amounts_are_known_days_with_use_are_looked_at() -> None:
    falling = [" ".join(["?"] * (7 - week) + ["0"] * week) for week in range(7)]
    said = direction(weeks(*falling))
    assert (said.scale, said.weeks, said.way) == (ComparedBy.DAYS, 7, Way.LESS)
    assert said.ends == pytest.approx((1.0, 1 / 7))


def test_one_change_of_level_is_a_step_on_the_first_day_of_its_week() -> None:
    said = found("9 9 8 9 9 4 4 5 4 4 4")
    assert said.way is Way.LESS
    assert said.step is not None
    assert said.step.day == TODAY + 1 - 7 * 6
    assert (said.step.before, said.step.after) == pytest.approx((8800.0, 25000 / 6))
    assert found("4 4 5 4 4 9 9 8 9 9 9").step is not None
    assert found("9 8 8 7 7 6 6 5 5 4 4 3").step is None


def test_the_line_never_ends_below_none() -> None:
    assert min(found("9 6 3 1 0 0 0 0 0").ends) == 0


@given(st.lists(st.sampled_from(["0", "1", "3", "9", "?", "."]), max_size=30))
def test_more_weeks_than_are_looked_at_and_odd_weeks_are_never_too_much(marks: list[str]) -> None:
    said = direction(weeks(*marks))
    assert said.weeks <= said.over <= len(marks)
    assert (said.way is None) == (said.weeks < 6)
    assert said.step is None or said.way in {Way.LESS, Way.MORE}
    assert said.p is None or 0 <= said.p <= 1


def test_five_years_are_looked_at_and_what_was_before_is_not() -> None:
    assert direction(weeks(*["9"] * 40, *["2"] * 260)) == direction(weeks(*["2"] * 260))


def test_the_share_of_use_days_stands_in_where_amounts_are_not_known() -> None:
    assert common_scale(weeks("2", "3", "0", ".")) is ComparedBy.AMOUNT
    assert common_scale(weeks("2", "3", "?", "4")) is ComparedBy.AMOUNT
    assert common_scale(weeks("2", "?", "?", "4")) is ComparedBy.DAYS
    assert common_scale(weeks("0", "0")) is ComparedBy.DAYS
    assert common_scale([]) is ComparedBy.DAYS
