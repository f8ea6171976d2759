"""The time between uses, each gap measured once, by instants and not by the wall clock."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import DayUse
    from hrjournal.report.baseline import Course


class Gap(NamedTuple):
    """From a use day to the next, or to the day after the last one known."""

    start: int
    end: int
    seconds: int | None  # None where a use of either day has no time
    logged: bool  # every day between is written

    @property
    def days(self) -> int:
        """Its length in whole days."""
        return self.end - self.start


class Gaps:
    """Every gap of one substance."""

    def __init__(self, course: Course, day_starts: int) -> None:
        """Takes the days of a substance, and when the person's day starts."""
        self.course = course
        self.day_starts = day_starts

    @cached_property
    def _ended(self) -> Sequence[Gap]:
        """A gap for each use day but the last: the one that starts there."""
        return [self._between(start, end) for start, end in pairwise(self.course.uses)]

    def latest(self, day: int) -> Gap | None:
        """The gap that ended on a written day, or that still ran when the day was over."""
        here, last = self.course.day(day), self.course.use_before(day)
        if here is None or last is None:
            return None
        if here.used:
            return self._ended[bisect_left(self.course.uses, last)]
        end = day + 1
        over = (end - EPOCH) * DAY + self.day_starts - here.ahead
        since = _sure(self.course.days[last]).last_instant
        return Gap(
            last, end, None if since is None else max(0, over - since), self._logged(last, end)
        )

    def ended_in(self, days: DateRange) -> Sequence[Gap]:
        """The gaps that ended on one of these days, the oldest first."""
        low, high = (bisect_left(self.course.uses, end) for end in days)
        return self._ended[max(0, low - 1) : max(0, high - 1)]

    def _between(self, start: int, end: int) -> Gap:
        since = _sure(self.course.days[start]).last_instant
        until = _sure(self.course.days[end]).first_instant
        # Who flies towards the evening may begin a day before the last one was over.
        seconds = None if since is None or until is None else max(0, until - since)
        return Gap(start, end, seconds, self._logged(start, end))

    def _logged(self, start: int, end: int) -> bool:
        return len(self.course.written_in(DateRange(start + 1, end))) == end - start - 1


def _sure(day: DayUse) -> DayUse:
    """A use day, whose first and last times are not known if a use has no time."""
    return day._replace(first_instant=None, last_instant=None) if day.untimed else day
