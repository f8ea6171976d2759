"""Measures that are counted straight from the days of a span."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.units import GRAMS
from hrjournal.report.baseline import known_part
from hrjournal.report.clinical.results import Answer, Between, In, Measured, Sum, Why

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.history import Day
    from hrjournal.report.clinical.results import Value
    from hrjournal.report.measures import Measures

ENOUGH_KNOWN: Final = Fraction(4, 5)  # of the window, before it is called free of heavy days


def exact(number: Fraction | int) -> Between:
    """A number that is known."""
    return Between(Fraction(number), Fraction(number))


def fair(counted: Measures) -> bool:
    """Whether at most a quarter of the use days have no known amount."""
    return counted.per_told_day is not None


def counts(counted: Measures) -> list[Measured]:
    """What needs no cut-off: days, amounts and runs."""
    return [
        Measured("days_covered", In.DAYS, exact(counted.written), counted.written),
        _total(counted),
        _written("use_days", In.DAYS, exact(counted.use_days), counted),
        _largest(counted),
        _written("longest_none", In.DAYS, counted.longest_run_without, counted),
        _written("longest_use", In.DAYS, counted.longest_run_with_use, counted),
        _abstinent(counted),
    ]


def heavy(counted: Measures, days: Mapping[int, Day], cut: int) -> list[Measured]:
    """Heavy days, and whether there were none; `cut` is in thousandths of a gram."""
    found = counted.heavy_days
    known = found is not None and (found > 0 or fair(counted))
    days_heavy = _known("heavy_days", In.DAYS, exact(found or 0) if known else None, counted)
    if not known:
        return [days_heavy, _known("nhdd", In.WORD, None, counted)]
    none, why = _no_heavy(counted, days, cut)
    return [days_heavy, Measured("nhdd", In.WORD, none, counted.told_days, why)]


def over(counted: Measures, days: Mapping[int, Day], line: int) -> Measured:
    """Use days of a known amount above a line, in thousandths of a gram."""
    found = 0
    for day in counted.span.every:
        doubled = days[day].doubled(GRAMS) if day in days else None
        found += doubled is not None and doubled > 2 * line
    known = counted.unit == GRAMS and (found > 0 or fair(counted))
    return _known("guide_days", In.DAYS, exact(found) if known else None, counted)


def beside_week(counted: Measures, week: Measured, line: int) -> Measured:
    """How far a mean week lies above a line, or below it."""
    value = week.value
    if not isinstance(value, Between) or counted.unit != GRAMS:
        return Measured("guide_week", In.AMOUNT, None, week.rests, week.why or Why.UNKNOWN)
    apart = Between(value.low - line, value.high - line)
    return Measured("guide_week", In.AMOUNT, apart, week.rests)


def _total(counted: Measures) -> Measured:
    total, others = counted.total, counted.others
    if counted.use_days and not total.high and not others:
        return Measured("total", In.AMOUNT, None, counted.written, Why.UNKNOWN)
    summed = Sum(total.low, total.high, others, counted.unknown_uses)
    return _written("total", In.AMOUNT, summed, counted)


def _largest(counted: Measures) -> Measured:
    why = None if counted.largest else missing(counted)
    return Measured("max_day", In.AMOUNT, counted.largest, counted.known_days, why)


def missing(counted: Measures) -> Why:
    """Why the amount of a use day cannot be said."""
    if not counted.written:
        return Why.UNWRITTEN
    return Why.UNKNOWN if counted.use_days else Why.NO_USE


def _abstinent(counted: Measures) -> Measured:
    if counted.use_days:
        return Measured("abstinent_window", In.WORD, Answer.NO, counted.written)
    if counted.written and counted.written == counted.days:
        return Measured("abstinent_window", In.WORD, Answer.YES, counted.written)
    why = Why.FEW if counted.written else Why.UNWRITTEN
    return Measured("abstinent_window", In.WORD, None, counted.written, why)


def _no_heavy(
    counted: Measures, days: Mapping[int, Day], cut: int
) -> tuple[Answer | None, Why | None]:
    """Whether no day was heavy. A day whose known part is heavy already forbids a yes."""
    if counted.heavy_days:
        return Answer.NO, None
    written = (days[day] for day in counted.span.every if day in days)
    if any(known_part(day, GRAMS) >= 2 * cut for day in written):
        return None, Why.UNKNOWN
    enough = counted.told_days >= ENOUGH_KNOWN * counted.days
    return (Answer.YES, None) if enough else (None, Why.FEW)


def _written(measure: str, kind: In, value: Value, counted: Measures) -> Measured:
    """A measure of written days."""
    if not counted.written:
        return Measured(measure, kind, None, 0, Why.UNWRITTEN)
    return Measured(measure, kind, value, counted.written)


def _known(measure: str, kind: In, value: Between | None, counted: Measures) -> Measured:
    """A measure of days whose amount is known."""
    if not counted.written:
        return Measured(measure, kind, None, 0, Why.UNWRITTEN)
    return Measured(measure, kind, value, counted.told_days, Why.UNKNOWN if value is None else None)
