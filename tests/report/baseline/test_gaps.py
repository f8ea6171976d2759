"""Gaps are told by instants: the clock on the wall jumps, and time does not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DayUse
from hrjournal.report.baseline import Course
from hrjournal.report.baseline.gaps import Gap, Gaps
from support.builders import CANNABIS, TODAY

HOUR = 3600
NEW_YORK, TOKYO = -5 * HOUR, 9 * HOUR
OFFSETS = st.integers(-12 * 4, 14 * 4).map(lambda quarters: quarters * 900)


def used(local: int, offset: int) -> DayUse:
    """A day with one use at a time on the wall, somewhere."""
    at = local - offset
    return DayUse(1, first=local, last=local, first_instant=at, last_instant=at)


def local(day: int, hour: int) -> int:
    return (day - EPOCH) * DAY + hour * HOUR


def gap(days: dict[int, DayUse], day: int = TODAY) -> Gap:
    found = Gaps(Course(CANNABIS, days)).ended_on(day)
    assert found is not None
    return found


def test_from_new_york_to_tokyo_the_hours_are_those_that_passed() -> None:
    days = {
        TODAY - 1: used(local(TODAY - 1, 20), NEW_YORK),
        TODAY: used(local(TODAY, 24), TOKYO),
    }
    assert gap(days).seconds == 14 * HOUR  # 28 by the clocks on the wall


def test_a_night_on_which_the_clock_is_changed_is_as_long_as_it_was() -> None:
    days = {
        TODAY - 1: used(local(TODAY - 1, 20), 2 * HOUR),
        TODAY: used(local(TODAY, 20), HOUR),
    }
    assert gap(days).seconds == 25 * HOUR


def test_a_day_without_use_ends_no_gap() -> None:
    days = {TODAY - 1: used(local(TODAY - 1, 20), 0), TODAY: DayUse(0)}
    gaps = Gaps(Course(CANNABIS, days))
    assert gaps.ended_on(TODAY) is None
    assert gaps.ended_on(TODAY - 1) is None


def test_who_flies_towards_the_evening_has_no_gap_below_nothing() -> None:
    days = {
        TODAY - 1: used(local(TODAY - 1, 18), -10 * HOUR),
        TODAY: used(local(TODAY, 5), TOKYO),
    }
    assert gap(days).seconds == 0


@given(st.integers(0, 40), st.integers(0, 40), OFFSETS, OFFSETS)
def test_a_gap_is_the_time_between_two_instants(
    before: int, length: int, one: int, other: int
) -> None:
    start, end = TODAY - before - length - 1, TODAY - before
    days = {start: used(local(start, 12), one), end: used(local(end, 12), other)}
    days |= {day: DayUse(0) for day in range(start + 1, end)}
    found = gap(days, end)
    assert found.seconds == max(0, (end - start) * DAY + one - other)
    assert (found.start, found.end) == (start, end)
    assert found.logged
