"""Measures that are counted straight from the days of a span."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.report.baseline import known_part
from hrjournal.report.clinical.results import (
    Answer,
    Interval,
    Measure,
    MeasureResult,
    MissingReason,
    Sum,
    ValueKind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.history import DayUse
    from hrjournal.report.clinical.results import Value
    from hrjournal.report.measures import Measures

DAYS_COVERED: Final = Measure("days_covered", ValueKind.DAYS, Section.MEASURES)
TOTAL: Final = Measure("total", ValueKind.AMOUNT, Section.MEASURES)
USE_DAYS: Final = Measure("use_days", ValueKind.DAYS, Section.MEASURES)
MAX_DAY: Final = Measure("max_day", ValueKind.AMOUNT, Section.MEASURES)
LONGEST_NONE: Final = Measure("longest_none", ValueKind.DAYS, Section.MEASURES)
LONGEST_USE: Final = Measure("longest_use", ValueKind.DAYS, Section.MEASURES)
ABSTINENT_WINDOW: Final = Measure("abstinent_window", ValueKind.WORD, Section.MEASURES)
HEAVY_DAYS: Final = Measure("heavy_days", ValueKind.DAYS, Section.MEASURES)
NHDD: Final = Measure("nhdd", ValueKind.WORD, Section.MEASURES)
GUIDE_WEEK: Final = Measure("guide_week", ValueKind.AMOUNT, Section.MEASURES)
GUIDE_DAYS: Final = Measure("guide_days", ValueKind.DAYS, Section.MEASURES)
ENOUGH_KNOWN: Final = Fraction(4, 5)  # of the window, before it is called free of heavy days


def exact(number: Fraction | int) -> Interval:
    """A number that is known."""
    return Interval(Fraction(number), Fraction(number))


def fair(counted: Measures) -> bool:
    """Whether at most a quarter of the use days have no known amount."""
    return counted.per_told_day is not None


def counts(counted: Measures) -> list[MeasureResult]:
    """What needs no cut-off: days, amounts and runs."""
    return [
        MeasureResult(DAYS_COVERED, exact(counted.written), counted.written),
        _total(counted),
        _written(USE_DAYS, exact(counted.use_days), counted),
        _largest(counted),
        _written(LONGEST_NONE, counted.longest_run_without, counted),
        _written(LONGEST_USE, counted.longest_run_with_use, counted),
        _abstinent(counted),
    ]


def heavy(counted: Measures, days: Mapping[int, DayUse], cut: int) -> list[MeasureResult]:
    """Heavy days, and whether there were none; `cut` is in thousandths of a gram."""
    found = counted.heavy_days
    known = found is not None and (found > 0 or fair(counted))
    days_heavy = _known(HEAVY_DAYS, exact(found or 0) if known else None, counted)
    if not known:
        return [days_heavy, _known(NHDD, None, counted)]
    none, why = _no_heavy(counted, days, cut)
    return [days_heavy, MeasureResult(NHDD, none, counted.told_days, why)]


def over(counted: Measures, days: Mapping[int, DayUse], line: int) -> MeasureResult:
    """Use days of a known amount above a line, in thousandths of a gram."""
    found = 0
    for day in counted.span.every:
        doubled = days[day].doubled(GRAMS) if day in days else None
        found += doubled is not None and doubled > 2 * line
    known = counted.unit == GRAMS and (found > 0 or fair(counted))
    return _known(GUIDE_DAYS, exact(found) if known else None, counted)


def beside_week(counted: Measures, week: MeasureResult, line: int) -> MeasureResult:
    """How far a mean week lies above a line, or below it."""
    value = week.value
    if not isinstance(value, Interval) or counted.unit != GRAMS:
        return MeasureResult(GUIDE_WEEK, None, week.rests, week.why or MissingReason.UNKNOWN)
    apart = Interval(value.low - line, value.high - line)
    return MeasureResult(GUIDE_WEEK, apart, week.rests)


def _total(counted: Measures) -> MeasureResult:
    total, others = counted.total, counted.others
    if counted.use_days and not total.high and not others:
        return MeasureResult(TOTAL, None, counted.written, MissingReason.UNKNOWN)
    summed = Sum(total.low, total.high, others, counted.unknown_uses)
    return _written(TOTAL, summed, counted)


def _largest(counted: Measures) -> MeasureResult:
    why = None if counted.largest else missing(counted)
    return MeasureResult(MAX_DAY, counted.largest, counted.known_days, why)


def missing(counted: Measures) -> MissingReason:
    """Why the amount of a use day cannot be said."""
    if not counted.written:
        return MissingReason.UNWRITTEN
    return MissingReason.UNKNOWN if counted.use_days else MissingReason.NO_USE


def _abstinent(counted: Measures) -> MeasureResult:
    if counted.use_days:
        return MeasureResult(ABSTINENT_WINDOW, Answer.NO, counted.written)
    if counted.written and counted.written == counted.days:
        return MeasureResult(ABSTINENT_WINDOW, Answer.YES, counted.written)
    why = MissingReason.FEW if counted.written else MissingReason.UNWRITTEN
    return MeasureResult(ABSTINENT_WINDOW, None, counted.written, why)


def _no_heavy(
    counted: Measures, days: Mapping[int, DayUse], cut: int
) -> tuple[Answer | None, MissingReason | None]:
    """Whether no day was heavy. A day whose known part is heavy already forbids a yes."""
    if counted.heavy_days:
        return Answer.NO, None
    written = (days[day] for day in counted.span.every if day in days)
    if any(known_part(day, GRAMS) >= 2 * cut for day in written):
        return None, MissingReason.UNKNOWN
    enough = counted.told_days >= ENOUGH_KNOWN * counted.days
    return (Answer.YES, None) if enough else (None, MissingReason.FEW)


def _written(measure: Measure, value: Value, counted: Measures) -> MeasureResult:
    """A measure of written days."""
    if not counted.written:
        return MeasureResult(measure, None, 0, MissingReason.UNWRITTEN)
    return MeasureResult(measure, value, counted.written)


def _known(measure: Measure, value: Interval | None, counted: Measures) -> MeasureResult:
    """A measure of days whose amount is known."""
    if not counted.written:
        return MeasureResult(measure, None, 0, MissingReason.UNWRITTEN)
    return MeasureResult(
        measure, value, counted.told_days, MissingReason.UNKNOWN if value is None else None
    )
