"""The last four closed weeks of a substance beside the eight before, and beside the start."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import BaselineKind, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import ExactMean
from hrjournal.report.wins.series import (
    WEEK,
    PermutationTest,
    Series,
    permuted,
    series,
    week_days,
    week_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.report.baseline import Course
    from hrjournal.report.wins.rule import PersonDay

LATEST: Final = 4  # weeks
USUAL: Final = 8  # weeks before them
FEWEST_LATEST: Final = 3  # of them that can be compared
FEWEST_BEFORE: Final = 4
START: Final = 8  # weeks, at most
LOOKS: Final = 15  # of a hundred ways
THOUSAND: Final = 1000


class CourseWeeks:
    """One substance through its weeks, by any measure."""

    def __init__(self, course: Course, week_starts: int, heavy: int) -> None:
        """Takes the days of a substance, and the line of a heavy day in thousandths of a gram."""
        self.course = course
        self.week_starts = week_starts
        self.heavy = heavy
        self._series: dict[tuple[WinMeasure, str], Series] = {}
        self._first: dict[tuple[WinMeasure, str], list[int]] = {}

    def series(self, measure: WinMeasure, unit: str) -> Series:
        """Every day of which a measure is known."""
        if (measure, unit) not in self._series:
            self._series[measure, unit] = series(self.course, measure, unit, 2 * self.heavy)
        return self._series[measure, unit]

    def days(self, number: int) -> DateRange:
        """The days of a week."""
        return week_days(number, self.week_starts)

    def full(self, numbers: Sequence[int], measure: WinMeasure, unit: str) -> list[int]:
        """Those of these weeks that can be compared."""
        told = self.series(measure, unit)
        return [number for number in numbers if told.full(self.days(number))]

    def first_full(self, measure: WinMeasure, unit: str) -> list[int]:
        """The first weeks that can be compared, as many as a start has."""
        if (measure, unit) not in self._first:
            self._first[measure, unit] = list(self._from_the_first(measure, unit))
        return self._first[measure, unit]

    def _from_the_first(self, measure: WinMeasure, unit: str) -> Iterator[int]:
        if not self.course.written:
            return
        ends = (self.course.written[0], self.course.written[-1])
        low, high = (week_number(day, self.week_starts) for day in ends)
        found = 0
        for number in range(low, high + 1):
            if found < START and self.full([number], measure, unit):
                found += 1
                yield number


class Beside(NamedTuple):
    """Four weeks beside others.

    `now` and `level` are the means of a day there, weekdays as they fell; the level of a start is
    drawn towards the long mean. `compared` is None where there are too few weeks to compare.
    """

    now: ExactMean
    level: ExactMean
    weeks: DateRange
    days: int = 0  # that the level rests on; 0 of the person's own estimate
    compared: PermutationTest | None = None

    @property
    def looks_heavier(self) -> bool:
        """Whether the four weeks look heavier than the others, or cannot be told from heavier."""
        if self.compared is None:
            return self.level.below(self.now)
        return self.compared.heavy(LOOKS)


class FourWeeks:
    """The four weeks of a substance that end with one week, and all that they lie beside."""

    def __init__(self, scene: PersonDay, weeks: CourseWeeks) -> None:
        """Takes the last day of the week as `scene`."""
        self.scene = scene
        self.weeks = weeks
        self.course = weeks.course
        self.number = week_number(scene.day, weeks.week_starts)
        self.week = weeks.days(self.number)
        self._beside: dict[tuple[BaselineKind, WinMeasure], Beside | None] = {}

    @cached_property
    def unit(self) -> str:
        """The unit of most use days so far."""
        return self.course.unit(DateRange(0, self.week.end))

    @property
    def span(self) -> DateRange:
        """The days of all four weeks."""
        return DateRange(self.week.end - LATEST * WEEK, self.week.end)

    def series(self, measure: WinMeasure) -> Series:
        """Every day of which a measure is known; later ones are there and not to be looked at."""
        return self.weeks.series(measure, self.unit)

    def full(self, first: int, last: int, measure: WinMeasure) -> list[int]:
        """The weeks from so many before this one to so many before it that can be compared."""
        numbers = range(self.number - first, self.number - last + 1)
        return self.weeks.full(numbers, measure, self.unit)

    def latest(self, measure: WinMeasure) -> list[int]:
        """Those of the four weeks that can be compared."""
        return self.full(LATEST - 1, 0, measure)

    def beside(self, against: BaselineKind, measure: WinMeasure) -> Beside | None:
        """The four weeks beside others; None where nothing can be said of either."""
        key = (against, measure)
        if key not in self._beside:
            self._beside[key] = self._compared(against, measure)
        return self._beside[key]

    def evened(self, numbers: Sequence[int], measure: WinMeasure) -> list[int]:
        """These weeks in numbers that can be compared with each other."""
        told = self.series(measure)
        weeks = [self.weeks.days(number) for number in numbers]
        if measure is WinMeasure.LARGEST:
            return told.largest(weeks)
        return told.evened(weeks, self.week.end)

    def compared(
        self, now: Sequence[int], then: Sequence[int], measure: WinMeasure
    ) -> PermutationTest | None:
        """Some weeks beside others, where there are enough of both."""
        if len(now) < FEWEST_LATEST or len(then) < FEWEST_BEFORE:
            return None
        values = self.evened([*now, *then], measure)
        return permuted(values[: len(now)], values[len(now) :])

    def mean(self, numbers: Sequence[int], measure: WinMeasure) -> ExactMean:
        """The mean of a day of these weeks."""
        told = [self.series(measure).total(self.weeks.days(number)) for number in numbers]
        if measure is WinMeasure.LARGEST:
            days = [self.weeks.days(number) for number in numbers]
            return ExactMean(max(self.series(measure).largest(days), default=0), min(1, len(days)))
        return ExactMean(sum(one.total for one in told), sum(one.among for one in told))

    def known_days(self, numbers: Sequence[int], measure: WinMeasure) -> int:
        """How many days of these weeks a figure of them rests on."""
        return sum(len(self.series(measure).within(self.weeks.days(one))) for one in numbers)

    def _compared(self, against: BaselineKind, measure: WinMeasure) -> Beside | None:
        then = self.others(against, measure)
        latest = self.latest(measure)
        now = self.mean(latest, measure)
        if against is BaselineKind.START and (guess := self._estimate(measure)):
            return Beside(now, guess, DateRange(0, 0))
        if not then:
            return None
        level = self.mean(then, measure)
        ends = self.weeks.days(then[0]).start, self.weeks.days(then[-1]).end
        days = self.known_days(then, measure)
        if against is BaselineKind.START and measure is not WinMeasure.LARGEST:
            level = self._drawn(level, len(then), measure)
        return Beside(now, level, DateRange(*ends), days, self.compared(latest, then, measure))

    def others(self, against: BaselineKind, measure: WinMeasure) -> list[int]:
        """The weeks that the four lie beside."""
        usual = self.full(LATEST + USUAL - 1, LATEST, measure)
        if against is BaselineKind.USUAL:
            return usual
        first = self._first(measure)
        return first if len(first) >= FEWEST_BEFORE and first != usual else []

    def _first(self, measure: WinMeasure) -> list[int]:
        last = self.number - LATEST
        pin = self.scene.history.baseline_pins.get(self.course.substance.key)
        if pin is None:
            first = self.weeks.first_full(measure, self.unit)
            return [number for number in first if number <= last]
        if pin.days is None:  # an estimate is a level, and has no weeks
            return []
        ends = (week_number(day, self.weeks.week_starts) for day in (pin.days.start, pin.days.end))
        low, high = ends
        whole = [
            number
            for number in range(low, min(high, last) + 1)
            if (days := self.weeks.days(number)).start >= pin.days.start
            and days.end <= pin.days.end
        ]
        return self.weeks.full(whole, measure, self.unit)

    def _estimate(self, measure: WinMeasure) -> ExactMean | None:
        """The person's own estimate of a day at the start."""
        pin = self.scene.history.baseline_pins.get(self.course.substance.key)
        if pin is None or pin.use_days is None:
            return None
        if measure is WinMeasure.DAYS:
            return ExactMean(pin.use_days, WEEK)
        known = pin.doubled is not None and pin.unit == self.unit
        if measure is not WinMeasure.AMOUNT or not known:
            return None
        return ExactMean(pin.use_days * (pin.doubled or 0), WEEK)

    def _drawn(self, mean: ExactMean, count: int, measure: WinMeasure) -> ExactMean:
        """A mean of first weeks, drawn towards the mean of all days, for people begin in bad times.

        As far as weeks that follow each other differ by more than chance, it stays where it is:
        B = between / (between + within / n), of blocks of four weeks of one grid.
        """
        first = self.weeks.first_full(measure, self.unit)
        numbers = self.weeks.full(range(first[0], self.number + 1), measure, self.unit)
        among = DateRange(self.weeks.days(first[0]).start, self.week.end)
        told, everything = self.series(measure), self.series(measure).total(among)
        blocks: dict[int, list[float]] = {}
        for number in numbers:
            week = told.total(self.weeks.days(number))
            blocks.setdefault(number // LATEST, []).append(week.total / week.among)
        share = round(THOUSAND * _stays([one for one in blocks.values() if len(one) > 1], count))
        own, all_days = share * mean.total * everything.among, everything.total * mean.among
        total = own + (THOUSAND - share) * all_days
        return ExactMean(total, THOUSAND * mean.among * everything.among)


def _stays(blocks: Sequence[Sequence[float]], count: int) -> float:
    """How much of a start stays, from 0 to 1."""
    if len(blocks) < 2:
        return 1.0
    free = sum(len(block) - 1 for block in blocks)
    within = fsum(_spread(block) for block in blocks) / free
    if not within:
        return 1.0
    means = [fsum(block) / len(block) for block in blocks]
    each = sum(len(block) for block in blocks) / len(blocks)
    between = max(0.0, _spread(means) / (len(means) - 1) - within / each)
    return between / (between + within / count)


def _spread(values: Sequence[float]) -> float:
    """The squares of how far values lie from their mean, summed."""
    mean = fsum(values) / len(values)
    return fsum((value - mean) ** 2 for value in values)
