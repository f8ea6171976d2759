"""When: days of the week, the first use of a window, and the time at which use begins."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.report.baseline import FEWEST_USES, middle
from hrjournal.report.clinical.counts import exact
from hrjournal.report.clinical.results import (
    Interval,
    Measure,
    MeasureResult,
    MissingReason,
    ValueKind,
    WeekdayBreakdown,
    WeekdayGroup,
)
from hrjournal.report.measures import mostly_known

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hrjournal.domain.history import DateRange, DayUse

WEEKDAY: Final = Measure("weekday", ValueKind.WORD, Section.MEASURES)
FIRST_USE: Final = Measure("first_use", ValueKind.NUMBER, Section.MEASURES)
FIRST_HEAVY: Final = Measure("first_heavy", ValueKind.NUMBER, Section.MEASURES)
FIRST_TIME: Final = Measure("first_time", ValueKind.CLOCK, Section.MEASURES)
EACH: Final = tuple((weekday,) for weekday in range(7))
WEEK_AND_WEEKEND: Final = ((0, 1, 2, 3), (4, 5, 6))


def split(days: Mapping[int, DayUse], window: DateRange, unit: str) -> MeasureResult:
    """Use by the day of the week."""
    written = window.of(days)
    if not written:
        return MeasureResult(WEEKDAY, None, 0, MissingReason.UNWRITTEN)
    weekdays: list[list[DayUse]] = [[] for _ in range(7)]
    for day, day_use in written.items():
        weekdays[(day - 1) % 7].append(day_use)  # the first ordinal is a Monday
    parts = tuple(
        _part([found for weekday in which for found in weekdays[weekday]], unit, which)
        for which in (*EACH, *WEEK_AND_WEEKEND)
    )
    return MeasureResult(WEEKDAY, WeekdayBreakdown(parts), len(written))


def first_use(days: Mapping[int, DayUse], window: DateRange) -> MeasureResult:
    """The number of the first day with use, counted from the first of the window."""
    return _first(FIRST_USE, window, lambda day: days[day].used if day in days else None)


def first_heavy(days: Mapping[int, DayUse], window: DateRange, cut: int) -> MeasureResult:
    """The number of the first heavy day; `cut` is in thousandths of a gram."""

    def is_heavy(day: int) -> bool | None:
        doubled = days[day].doubled(GRAMS) if day in days else None
        return None if doubled is None else doubled >= 2 * cut

    return _first(FIRST_HEAVY, window, is_heavy)


def first_time(days: Mapping[int, DayUse], window: DateRange) -> MeasureResult:
    """The middle of the times at which use began, on days with a time for every use."""
    times = [
        day_use.first - (day - EPOCH) * DAY
        for day in window.every
        if (day_use := days.get(day)) and day_use.first is not None and not day_use.untimed
    ]
    if len(times) < FEWEST_USES:
        return MeasureResult(FIRST_TIME, None, len(times), MissingReason.FEW)
    half = middle(times)
    return MeasureResult(FIRST_TIME, exact(Fraction(half.total, half.among)), len(times))


def _part(written: Sequence[DayUse], unit: str, which: tuple[int, ...]) -> WeekdayGroup:
    """These days of the week."""
    used = [day_use for day_use in written if day_use.used]
    known = [found for found in used if found.doubled(unit) is not None]
    told, mean = len(written) - len(used) + len(known), None
    if told and mostly_known(len(used), len(known)):
        low, high = sum(found.low for found in known), sum(found.high for found in known)
        mean = Interval(Fraction(low, told), Fraction(high, told))
    return WeekdayGroup(which, len(written), len(used), told, mean)


def _first(
    measure: Measure, window: DateRange, holds: Callable[[int], bool | None]
) -> MeasureResult:
    """The first day for which it holds. A day of which it is not known may have come first."""
    known, doubt = 0, None
    for number, day in enumerate(window.every, 1):
        said = holds(day)
        known += said is not None
        doubt = number if said is None and doubt is None else doubt
        if said:
            between = Interval(Fraction(doubt or number), Fraction(number))
            return MeasureResult(measure, between, known)
    return MeasureResult(
        measure,
        None,
        known,
        MissingReason.NONE if known else MissingReason.UNWRITTEN,
    )
