"""Shares and means of a span: the measures that can be set beside another span."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple
from hrjournal.report.baseline import FEWEST_NOW, FEWEST_USES, USUAL
from hrjournal.report.clinical.counts import exact, fair, missing
from hrjournal.report.clinical.results import Interval, MeasureResult, MissingReason, ValueKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import BaselinePin
    from hrjournal.report.measures import Measures

WEEK = 7


class Rated(NamedTuple):
    """A measure, and on how many days of data a comparison of it would rest."""

    measured: MeasureResult
    data: int


def rates(counted: Measures, *, heavy: bool = False) -> Mapping[str, Rated]:
    """The shares and means of a span by their ids; with `heavy`, also the share of heavy days."""
    found = [*_shares(counted), *_means(counted), _per_use_day(counted)]
    if heavy:
        found.append(_heavy_share(counted))
    return {rated.measured.id: rated for rated in found}


def estimated(start: BaselinePin, unit: str) -> Mapping[str, Rated]:
    """The shares and means of a person's own estimate of where they began."""
    share = Fraction(start.use_days or 0, WEEK)
    found: dict[str, tuple[ValueKind, Fraction]] = {
        "pda": (ValueKind.PERCENT, 100 * (1 - share)),
        "pdd": (ValueKind.PERCENT, 100 * share),
    }
    if start.doubled is not None and start.unit == unit:
        each = Fraction(start.doubled, 2)
        found["dpd"] = (ValueKind.AMOUNT, share * each)
        found["avg_week"] = (ValueKind.AMOUNT, WEEK * share * each)
        found["ddd"] = (ValueKind.AMOUNT, each)
    return {
        name: Rated(MeasureResult(name, kind, exact(value), USUAL), USUAL)
        for name, (kind, value) in found.items()
    }


def _shares(counted: Measures) -> Iterator[Rated]:
    """Of written days: the percent without, and the percent with use."""
    without, written = counted.percent_days_abstinent, counted.written
    if without is None or written < FEWEST_NOW:
        for name in ("pda", "pdd"):
            yield Rated(
                MeasureResult(name, ValueKind.PERCENT, None, written, _few(counted)), written
            )
        return
    yield Rated(MeasureResult("pda", ValueKind.PERCENT, exact(without), written), written)
    yield Rated(MeasureResult("pdd", ValueKind.PERCENT, exact(100 - without), written), written)


def _means(counted: Measures) -> Iterator[Rated]:
    """Of days whose amount is known: the mean of a day, and of a week."""
    told, why = counted.told_days, _unknown(counted)
    for name, times in (("dpd", 1), ("avg_week", WEEK)):
        value = None
        if why is None:
            known = counted.known
            value = Interval(Fraction(times * known.low, told), Fraction(times * known.high, told))
        yield Rated(MeasureResult(name, ValueKind.AMOUNT, value, told, why), told)


def _heavy_share(counted: Measures) -> Rated:
    """Of days whose amount is known: the percent of heavy ones."""
    told, found = counted.told_days, counted.heavy_days
    why = MissingReason.UNKNOWN if found is None else _unknown(counted)
    value = exact(Fraction(100 * (found or 0), told)) if why is None else None
    return Rated(MeasureResult("phdd", ValueKind.PERCENT, value, told, why), told)


def _per_use_day(counted: Measures) -> Rated:
    mean = counted.per_use_day
    data = counted.told_days if counted.known_days >= FEWEST_USES else 0
    if mean is None:
        return Rated(MeasureResult("ddd", ValueKind.AMOUNT, None, 0, missing(counted)), data)
    return Rated(
        MeasureResult("ddd", ValueKind.AMOUNT, Interval(mean.low, mean.high), mean.days), data
    )


def _few(counted: Measures) -> MissingReason:
    return MissingReason.FEW if counted.written else MissingReason.UNWRITTEN


def _unknown(counted: Measures) -> MissingReason | None:
    """Why nothing can be said of the mean of a day; None where it can."""
    if counted.written < FEWEST_NOW:
        return _few(counted)
    return None if fair(counted) and counted.told_days >= FEWEST_NOW else MissingReason.UNKNOWN
