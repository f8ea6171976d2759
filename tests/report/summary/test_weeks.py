"""The last twelve weeks of a window: each day in its week, and each week as it is counted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.report.mood import Average
from hrjournal.report.summary.weeks import WeekPeak, WindowWeeks, window_weeks
from support.builders import ALCOHOL, TODAY, entry, history

NINETY = DateRange(TODAY - 89, TODAY + 1)  # Wed 26 Aug to Mon 23 Nov
MONDAY = TODAY


def seen(found: History, window: DateRange = NINETY, week_starts: int = 0) -> WindowWeeks:
    return window_weeks(found, window, TODAY, week_starts, [ALCOHOL])


def test_there_are_twelve_weeks_at_most_up_to_the_last_day() -> None:
    found = seen(history("1*90"))
    assert len(found.weeks) == 12
    assert found.view == DateRange(MONDAY - 77, TODAY + 1)
    assert found.weeks[-1].whole == DateRange(MONDAY, MONDAY + 7)


@pytest.mark.parametrize("week_starts", range(7))
def test_weeks_begin_on_the_day_of_the_person(week_starts: int) -> None:
    found = seen(history("1*90"), week_starts=week_starts)
    assert len(found.weeks) == 12
    assert {(period.whole.start - MONDAY) % 7 for period in found.weeks} == {week_starts}


def test_a_short_window_has_its_own_weeks_alone() -> None:
    found = seen(history("1*90"), DateRange(TODAY - 9, TODAY + 1))
    assert [period.days.length for period in found.weeks] == [2, 7, 1]
    assert found.weeks[0].whole.length == 7


def test_each_week_is_counted_by_its_logged_days() -> None:
    found = seen(history("2 0 4 . . . . 3"), DateRange(TODAY - 7, TODAY + 1))
    (one,) = found.substances
    assert [(week.use_days, week.written) for week in one.weeks] == [(2, 3), (1, 1)]
    assert [one.level(week) for week in one.weeks] == [Fraction(2000), Fraction(3000)]
    assert set(one.days) == {TODAY - 7, TODAY - 6, TODAY - 5, TODAY}
    assert set(one.steps) == {TODAY - 7, TODAY - 5, TODAY}  # a day without has none


@pytest.mark.parametrize("mark", ["?", "1+?", "2mg"])
def test_where_one_amount_is_not_known_weeks_are_told_by_their_days(mark: str) -> None:
    (one,) = seen(history(f"2*6 {mark} 1"), DateRange(TODAY - 7, TODAY + 1)).substances
    assert not one.by_amount
    assert [one.level(week) for week in one.weeks] == [1, 1]


def test_the_strongest_urge_of_a_week_stands_for_it() -> None:
    records = [entry(EntryType.URGE, TODAY - back, urge=urge) for back, urge in ((1, 3), (1, 8))]
    records += [entry(EntryType.URGE, TODAY - 3, urge=5), entry(EntryType.URGE, TODAY - 9)]
    found = seen(history("1*20", records=records))
    assert found.urge[-3:] == (None, WeekPeak(8, 2), None)


def test_feelings_are_means_of_the_days_of_which_they_are_known() -> None:
    records = [
        entry(EntryType.CHECKIN, TODAY - 1, mood=4, sleep=400, anxiety=2, pain=1),
        entry(EntryType.CHECKIN, TODAY - 2, mood=8, sleep=440, anxiety=4),
    ]
    found = seen(history("1*20", records=records))
    assert found.mood[-2] == Average(Fraction(6), 2)
    assert found.sleep[-2] == Average(Fraction(420), 2)
    assert found.anxiety[-2] == Average(Fraction(3), 2)
    assert found.pain[-2] == Average(Fraction(1), 1)
    assert {*found.mood[:-2], *found.pain[:-2]} == {None}


@given(
    st.lists(st.sampled_from(["0", "1", "3", ".", "?"]), min_size=1, max_size=120),
    st.integers(0, 6),
    st.integers(1, 120),
)
def test_every_day_of_the_view_is_in_one_week_and_counted_there(
    marks: list[str], week_starts: int, length: int
) -> None:
    found = seen(history(marks), DateRange(TODAY + 1 - length, TODAY + 1), week_starts)
    days = [day for period in found.weeks for day in period.days.every]
    assert days == list(found.view.every)
    (one,) = found.substances
    logged = {TODAY - at: mark for at, mark in enumerate(reversed(marks)) if mark != "."}
    for period, week in zip(found.weeks, one.weeks, strict=True):
        told = [logged[day] for day in period.days.every if day in logged]
        assert week.written == len(told)
        assert week.use_days == sum(mark != "0" for mark in told)
