"""Shares and means of a span: the measures that can be set beside another span."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.summary.sections import Section
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import FEWEST_NOW, FEWEST_USES, USUAL
from hrjournal.report.clinical.counts import exact, fair, missing
from hrjournal.report.clinical.results import (
    Interval,
    Measure,
    MeasureResult,
    MissingReason,
    ValueKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import BaselinePin
    from hrjournal.report.measures import Measures

PDA: Final = Measure("pda", ValueKind.PERCENT, Section.MEASURES)
PDD: Final = Measure("pdd", ValueKind.PERCENT, Section.MEASURES)
DPD: Final = Measure("dpd", ValueKind.AMOUNT, Section.MEASURES)
AVG_WEEK: Final = Measure("avg_week", ValueKind.AMOUNT, Section.MEASURES)
DDD: Final = Measure("ddd", ValueKind.AMOUNT, Section.MEASURES)
PHDD: Final = Measure("phdd", ValueKind.PERCENT, Section.MEASURES)
WEEK = 7


class Rated(NamedTuple):
    """A measure, and on how many days of data a comparison of it would rest."""

    measured: MeasureResult
    data: int


def rates(counted: Measures, *, heavy: bool = False) -> Mapping[str, Rated]:
    """The shares and means of a span by their ids; with `heavy`, also the share of heavy days."""
    rateds = [*_shares(counted), *_means(counted), _per_use_day(counted)]
    if heavy:
        rateds.append(_heavy_share(counted))
    return {rated.measured.id: rated for rated in rateds}


def estimated(start: BaselinePin, unit: str) -> Mapping[str, Rated]:
    """The shares and means of a person's own estimate of where they began."""
    share = Fraction(start.use_days or 0, WEEK)
    means = {PDA: 100 * (1 - share), PDD: 100 * share}
    if start.doubled is not None and start.unit == unit:
        each = Fraction(start.doubled, 2)
        means[DPD] = share * each
        means[AVG_WEEK] = WEEK * share * each
        means[DDD] = each
    return {
        measure.id: Rated(MeasureResult(measure, exact(mean), USUAL), USUAL)
        for measure, mean in means.items()
    }


def _shares(counted: Measures) -> Iterator[Rated]:
    """Of written days: the percent without, and the percent with use."""
    without, written = counted.percent_days_abstinent, counted.written
    if without is None or written < FEWEST_NOW:
        for measure in (PDA, PDD):
            yield Rated(MeasureResult(measure, None, written, _few(counted)), written)
        return
    yield Rated(MeasureResult(PDA, exact(without), written), written)
    yield Rated(MeasureResult(PDD, exact(100 - without), written), written)


def _means(counted: Measures) -> Iterator[Rated]:
    """Of days whose amount is known: the mean of a day, and of a week."""
    told, why = counted.told_days, _unknown(counted)
    for measure, times in ((DPD, 1), (AVG_WEEK, WEEK)):
        value = None
        if why is None:
            known = counted.known
            value = Interval(Fraction(times * known.low, told), Fraction(times * known.high, told))
        yield Rated(MeasureResult(measure, value, told, why), told)


def _heavy_share(counted: Measures) -> Rated:
    """Of days whose amount is known: the percent of heavy ones."""
    told, found = counted.told_days, counted.heavy_days
    why = MissingReason.UNKNOWN if found is None else _unknown(counted)
    value = exact(Fraction(100 * (found or 0), told)) if why is None else None
    return Rated(MeasureResult(PHDD, value, told, why), told)


def _per_use_day(counted: Measures) -> Rated:
    mean = counted.per_use_day
    data = counted.told_days if counted.known_days >= FEWEST_USES else 0
    if mean is None:
        return Rated(MeasureResult(DDD, None, 0, missing(counted)), data)
    return Rated(MeasureResult(DDD, Interval(mean.low, mean.high), mean.days), data)


def _few(counted: Measures) -> MissingReason:
    return MissingReason.FEW if counted.written else MissingReason.UNWRITTEN


def _unknown(counted: Measures) -> MissingReason | None:
    """Why nothing can be said of the mean of a day; None where it can."""
    if counted.written < FEWEST_NOW:
        return _few(counted)
    return None if fair(counted) and counted.told_days >= FEWEST_NOW else MissingReason.UNKNOWN
