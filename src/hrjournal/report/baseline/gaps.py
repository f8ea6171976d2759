"""The time between uses, each gap measured once, by instants and not by the wall clock."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import DayUse
    from hrjournal.report.baseline import Course


class Gap(NamedTuple):
    """From a use day to the next."""

    start: int
    end: int
    seconds: int | None  # None where a use of either day has no time
    logged: bool  # every day between is written


class Gaps:
    """Every gap of one substance."""

    def __init__(self, course: Course) -> None:
        """Takes the days of a substance."""
        self.course = course

    @cached_property
    def _ended(self) -> Sequence[Gap]:
        """A gap for each use day but the last: the one that starts there."""
        return [self._between(start, end) for start, end in pairwise(self.course.uses)]

    def ended_on(self, day: int) -> Gap | None:
        """The gap that ended on a use day."""
        return next(iter(self.ended_in(DateRange(day, day + 1))), None)

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
