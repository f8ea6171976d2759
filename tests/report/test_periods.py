from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange
from hrjournal.report.periods import By, opening, periods, recent

days = st.dates(date(1990, 1, 1), date(2100, 1, 1)).map(date.toordinal)
TODAY = date(2026, 11, 23).toordinal()


def at(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def until(first: str, last: str) -> DateRange:
    return DateRange(at(first), at(last) + 1)


@given(days, st.integers(0, 400), st.sampled_from(By), st.integers(0, 6))
def test_periods_cover_a_view_once_and_in_order(
    start: int, length: int, by: By, week_starts: int
) -> None:
    view = DateRange(start, start + length)
    cut = periods(view, by, TODAY, week_starts)
    seen = [day for period in cut for day in range(period.days.start, period.days.end)]

    assert seen == list(range(view.start, view.end))
    for period in cut:
        assert period.whole.start <= period.days.start < period.days.end <= period.whole.end
        assert period.running == (TODAY in period.whole)


@given(days, st.integers(0, 6))
def test_a_week_has_seven_days_and_begins_when_it_is_said_to(start: int, week_starts: int) -> None:
    (period,) = periods(DateRange(start, start + 1), By.WEEK, TODAY, week_starts)
    assert period.whole.length == 7
    assert date.fromordinal(period.whole.start).weekday() == week_starts
    assert period.before == DateRange(period.whole.start - 7, period.whole.start)


@given(days)
def test_a_month_is_that_of_the_calendar(day: int) -> None:
    (period,) = periods(DateRange(day, day + 1), By.MONTH, TODAY)
    found = date.fromordinal(day)
    assert period.label == found.strftime("%Y-%m")
    assert date.fromordinal(period.whole.end) == (
        found.replace(day=1) + timedelta(days=31)
    ).replace(day=1)
    assert date.fromordinal(period.before.end - 1).month == (found.month - 2) % 12 + 1
    assert period.before.start == opening(period.before.end - 1, By.MONTH)


@given(days)
def test_a_monday_week_goes_by_its_iso_name(day: int) -> None:
    (period,) = periods(DateRange(day, day + 1), By.WEEK, TODAY)
    assert period.label == date.fromordinal(day).strftime("%G-W%V")


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
        ("2024-12-29", "2024-W52"),
        ("2024-12-30", "2025-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-01", "2026-W53"),
    ],
)
def test_iso_weeks_run_across_the_new_year(day: str, label: str) -> None:
    (period,) = periods(until(day, day), By.WEEK, TODAY)
    assert period.label == label


def test_a_week_that_begins_on_another_day_goes_by_its_first_day() -> None:
    (period,) = periods(until("2026-11-18", "2026-11-18"), By.WEEK, TODAY, 6)
    assert period.label == "2026-11-15"


def test_what_lies_in_view_of_the_first_and_last_period_is_kept() -> None:
    first, second, last = periods(until("2026-11-11", "2026-11-23"), By.WEEK, TODAY)
    assert (first.days, first.complete) == (until("2026-11-11", "2026-11-15"), False)
    assert (second.days, second.complete) == (until("2026-11-16", "2026-11-22"), True)
    assert (last.days, last.running, last.complete) == (
        until("2026-11-23", "2026-11-23"),
        True,
        False,
    )


def test_a_period_that_holds_today_is_never_complete() -> None:
    (period,) = periods(until("2026-11-23", "2026-11-29"), By.WEEK, TODAY)
    assert (period.running, period.complete) == (True, False)
    assert not any(
        period.complete for period in periods(DateRange(TODAY, TODAY + 1), By.DAY, TODAY)
    )


@pytest.mark.parametrize(
    ("by", "first", "last", "words"),
    [
        (By.WEEK, "2026-11-16", "2026-11-22", "16-22 Nov"),
        (By.WEEK, "2026-10-26", "2026-11-01", "26 Oct-1 Nov"),
        (By.WEEK, "2026-11-23", "2026-11-23", "23 Nov"),
        (By.WEEK, "2025-12-29", "2026-01-04", "29 Dec-4 Jan"),
        (By.WEEK, "2025-12-22", "2025-12-28", "22-28 Dec 2025"),
        (By.MONTH, "2026-10-01", "2026-10-31", "Oct"),
        (By.MONTH, "2025-10-01", "2025-10-31", "Oct 2025"),
        (By.MONTH, "2026-11-01", "2026-11-23", "1-23 Nov"),
        (By.DAY, "2026-11-16", "2026-11-16", "Mon 16 Nov"),
    ],
)
def test_a_period_is_said_in_few_words(by: By, first: str, last: str, words: str) -> None:
    (period,) = periods(until(first, last), by, TODAY)
    assert period.words(2026) == words


@pytest.mark.parametrize(
    ("by", "count", "first"),
    [(By.WEEK, 8, "2026-09-28"), (By.MONTH, 6, "2026-05-01"), (By.DAY, 7, "2026-11-16")],
)
def test_a_recent_view_holds_whole_periods_and_the_running_one(
    by: By, count: int, first: str
) -> None:
    view = recent(TODAY, by, count)
    cut = periods(view, by, TODAY)
    assert view == until(first, "2026-11-23")
    assert [period.complete for period in cut] == [True] * count + [False]
