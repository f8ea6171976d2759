"""A span of days cut into weeks, months or days, as a calendar has them."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import assert_never

from hrjournal.domain.entries.entry import DAYS, MONTHS
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple


class By(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class Period(NamedTuple):
    """What of one day, week or month lies in view; `whole` is all of it."""

    by: By
    days: DateRange
    whole: DateRange
    running: bool = False  # it holds today, so more of it is still to come

    @property
    def complete(self) -> bool:
        """Whether all of it lies in view and it is over."""
        return self.days == self.whole and not self.running

    @property
    def before(self) -> DateRange:
        """The whole period before this one."""
        if self.by is By.MONTH:
            return DateRange(opening(self.whole.start - 1, By.MONTH), self.whole.start)
        return DateRange(self.whole.start - self.whole.length, self.whole.start)

    @property
    def label(self) -> str:
        """A short name for machines: `2026-11-16`, `2026-W47`, `2026-11`.

        Weeks that do not begin on Monday are not ISO weeks and go by their first day.
        """
        first = date.fromordinal(self.whole.start)
        match self.by:
            case By.DAY:
                return first.isoformat()
            case By.WEEK:
                year, week, weekday = first.isocalendar()
                return f"{year}-W{week:02}" if weekday == 1 else first.isoformat()
            case By.MONTH:
                return f"{first.year}-{first.month:02}"
            case _ as never:
                assert_never(never)

    def words(self, year: int) -> str:
        """What of it lies in view, for people; the year is said when it is not `year`."""
        first = date.fromordinal(self.days.start)
        last = date.fromordinal(self.days.end - 1)
        tail = "" if last.year == year else f" {last.year}"
        if self.by is By.MONTH and self.days == self.whole:
            return f"{MONTHS[first.month - 1]}{tail}"
        end = f"{last.day} {MONTHS[last.month - 1]}{tail}"
        if self.by is By.DAY:
            return f"{DAYS[first.weekday()]} {end}"
        if first == last:
            return end
        same = first.month == last.month
        return f"{first.day}-{end}" if same else f"{first.day} {MONTHS[first.month - 1]}-{end}"


def periods(view: DateRange, by: By, today: int, week_starts: int = 0) -> tuple[Period, ...]:
    """The periods of a view, the oldest first; `week_starts` is 0 for Monday to 6 for Sunday."""
    found = []
    start = opening(view.start, by, week_starts) if view.length else view.end
    while start < view.end:
        whole = DateRange(start, _closing(start, by))
        seen = DateRange(max(whole.start, view.start), min(whole.end, view.end))
        found.append(Period(by, seen, whole, running=today in whole))
        start = whole.end
    return tuple(found)


def recent(today: int, by: By, count: int, week_starts: int = 0) -> DateRange:
    """The running period up to today, and the `count` whole periods before it."""
    start = opening(today, by, week_starts)
    for _ in range(count):
        start = opening(start - 1, by, week_starts)
    return DateRange(start, today + 1)


def opening(day: int, by: By, week_starts: int = 0) -> int:
    """The first day of the period that holds a day."""
    match by:
        case By.DAY:
            return day
        case By.WEEK:
            return day - (date.fromordinal(day).weekday() - week_starts) % 7
        case By.MONTH:
            return date.fromordinal(day).replace(day=1).toordinal()
        case _ as never:
            assert_never(never)


def _closing(start: int, by: By) -> int:
    """The first day after the period that begins on `start`."""
    match by:
        case By.DAY:
            return start + 1
        case By.WEEK:
            return start + 7
        case By.MONTH:
            return opening(start + 31, By.MONTH)
        case _ as never:
            assert_never(never)
