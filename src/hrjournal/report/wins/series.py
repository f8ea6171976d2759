"""One number a day: amounts, days with use, heavy days. Whole weeks of it, weekdays evened out.

Weeks are those of the person's calendar, numbered so that `number % 4 == 3` ends four of them on
one grid for all journals.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import combinations
from math import lcm
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import ExactMean, known_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.report.baseline import Course

WEEK: Final = 7
FEWEST: Final = 5  # logged days of a week that is compared
SHARES: Final = lcm(5, 6, 7)


def week_number(day: int, week_starts: int) -> int:
    """The number of the week in which a day lies; the first ordinal is a Monday."""
    return (day - 1 - week_starts) // WEEK


def week_days(number: int, week_starts: int) -> DateRange:
    """The days of a week."""
    start = number * WEEK + 1 + week_starts
    return DateRange(start, start + WEEK)


class Series:
    """The days of which a number is known, each with its number."""

    def __init__(self, values: Mapping[int, int]) -> None:
        """Takes the number of each day."""
        self.values = values
        self._days = sorted(values)

    def within(self, days: DateRange) -> Sequence[int]:
        """The days of a window of which the number is known."""
        low, high = (bisect_left(self._days, end) for end in days)
        return self._days[low:high]

    def total(self, days: DateRange) -> ExactMean:
        """The sum of a window, and how many days it is among."""
        known = self.within(days)
        return ExactMean(sum(self.values[day] for day in known), len(known))

    def expected(self, days: Iterable[int], before: DateRange) -> ExactMean:
        """What these days would come to by the same weekdays of a window before, as one sum.

        A weekday that the window does not know counts by the mean of all of them.
        """
        known: dict[int, list[int]] = {}
        for day in self.within(before):
            known.setdefault(day % WEEK, []).append(self.values[day])
        everything = [value for values in known.values() for value in values]
        total, among = 0, 1
        for day in days:
            values = known.get(day % WEEK, everything)
            total, among = total * len(values) + sum(values) * among, among * len(values)
        return ExactMean(total, among)

    @cached_property
    def _weekdays(self) -> Mapping[int, tuple[Sequence[int], Sequence[int]]]:
        """The days of each weekday, and the sums of their numbers up to each."""
        found: dict[int, tuple[list[int], list[int]]] = {}
        for day in self._days:
            days, sums = found.setdefault(day % WEEK, ([], [0]))
            days.append(day)
            sums.append(sums[-1] + self.values[day])
        return found

    def evened(self, weeks: Iterable[DateRange], end: int) -> list[int]:
        """Each week as its mean beside the person's own weekdays, in one measure for all.

        The weekdays are those of all days before `end`. What is common to all weeks is left out:
        the numbers say how weeks differ, and nothing else.
        """
        profile = {}
        for weekday, (days, sums) in self._weekdays.items():
            if count := bisect_left(days, end):
                profile[weekday] = ExactMean(sums[count], count)
        whole = lcm(*(mean.among for mean in profile.values()))
        level = {day: mean.total * (whole // mean.among) for day, mean in profile.items()}
        found = []
        for week in weeks:
            days = self.within(week)
            apart = sum(self.values[day] * whole - level[day % WEEK] for day in days)
            found.append(apart * (SHARES // len(days)))
        return found

    def largest(self, weeks: Iterable[DateRange]) -> list[int]:
        """The largest number of each week."""
        return [max(self.values[day] for day in self.within(week)) for week in weeks]

    def full(self, week: DateRange) -> bool:
        """Whether enough of a week is known to compare it."""
        return len(self.within(week)) >= FEWEST


class PermutationTest(NamedTuple):
    """Of all ways to pick as many weeks, how many are as light or lighter, and as heavy or so."""

    lighter: int
    heavier: int
    ways: int

    def light(self, hundredths: int) -> bool:
        """Whether luck alone makes weeks as light in at most so many of a hundred ways."""
        return 100 * self.lighter <= hundredths * self.ways

    def heavy(self, hundredths: int) -> bool:
        """Whether luck alone makes weeks as heavy in at most so many of a hundred ways."""
        return 100 * self.heavier <= hundredths * self.ways


def permuted(now: Sequence[int], before: Sequence[int]) -> PermutationTest:
    """Every way to pick as many weeks out of all of them, beside those that came last.

    An exact permutation test: if nothing changed, each way is as likely as any other.
    """
    told = sum(now)
    sums = [sum(picked) for picked in combinations((*now, *before), len(now))]
    return PermutationTest(
        sum(one <= told for one in sums), sum(one >= told for one in sums), len(sums)
    )


def series(course: Course, measure: WinMeasure, unit: str, heavy: int) -> Series:
    """The days of one substance by a measure; `heavy` is twice the line of a heavy day."""
    if measure is WinMeasure.DAYS:
        return Series({day: int(here.used) for day, here in course.days.items()})
    if measure is WinMeasure.HEAVY_DAYS:
        return Series(
            {
                day: int((part if whole is None else whole) >= heavy)
                for day, here in course.days.items()
                for whole, part in [(here.doubled(GRAMS), known_part(here, GRAMS))]
                if whole is not None or part >= heavy
            }
        )
    amounts = ((day, here.doubled(unit)) for day, here in course.days.items())
    return Series({day: amount for day, amount in amounts if amount is not None})
