"""Shares and means of a span: the measures that can be set beside another span."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple
from hrjournal.report.baseline import FEWEST_NOW, FEWEST_USES, USUAL
from hrjournal.report.clinical.counts import exact, fair, missing
from hrjournal.report.clinical.results import Between, In, Measured, Why

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import Start
    from hrjournal.report.measures import Measures

WEEK = 7


class Rated(NamedTuple):
    """A measure, and on how many days of data a comparison of it would rest."""

    measured: Measured
    data: int


def rates(counted: Measures, *, heavy: bool = False) -> Mapping[str, Rated]:
    """The shares and means of a span by their ids; with `heavy`, also the share of heavy days."""
    found = [*_shares(counted), *_means(counted), _per_use_day(counted)]
    if heavy:
        found.append(_heavy_share(counted))
    return {rated.measured.id: rated for rated in found}


def estimated(start: Start, unit: str) -> Mapping[str, Rated]:
    """The shares and means of a person's own estimate of where they began."""
    share = Fraction(start.use_days or 0, WEEK)
    found: dict[str, tuple[In, Fraction]] = {
        "pda": (In.PERCENT, 100 * (1 - share)),
        "pdd": (In.PERCENT, 100 * share),
    }
    if start.doubled is not None and start.unit == unit:
        each = Fraction(start.doubled, 2)
        found["dpd"] = (In.AMOUNT, share * each)
        found["avg_week"] = (In.AMOUNT, WEEK * share * each)
        found["ddd"] = (In.AMOUNT, each)
    return {
        name: Rated(Measured(name, kind, exact(value), USUAL), USUAL)
        for name, (kind, value) in found.items()
    }


def _shares(counted: Measures) -> Iterator[Rated]:
    """Of written days: the percent without, and the percent with use."""
    without, written = counted.percent_days_abstinent, counted.written
    if without is None or written < FEWEST_NOW:
        for name in ("pda", "pdd"):
            yield Rated(Measured(name, In.PERCENT, None, written, _few(counted)), written)
        return
    yield Rated(Measured("pda", In.PERCENT, exact(without), written), written)
    yield Rated(Measured("pdd", In.PERCENT, exact(100 - without), written), written)


def _means(counted: Measures) -> Iterator[Rated]:
    """Of days whose amount is known: the mean of a day, and of a week."""
    told, why = counted.told_days, _unknown(counted)
    for name, times in (("dpd", 1), ("avg_week", WEEK)):
        value = None
        if why is None:
            known = counted.known
            value = Between(Fraction(times * known.low, told), Fraction(times * known.high, told))
        yield Rated(Measured(name, In.AMOUNT, value, told, why), told)


def _heavy_share(counted: Measures) -> Rated:
    """Of days whose amount is known: the percent of heavy ones."""
    told, found = counted.told_days, counted.heavy_days
    why = Why.UNKNOWN if found is None else _unknown(counted)
    value = exact(Fraction(100 * (found or 0), told)) if why is None else None
    return Rated(Measured("phdd", In.PERCENT, value, told, why), told)


def _per_use_day(counted: Measures) -> Rated:
    mean = counted.per_use_day
    data = counted.told_days if counted.known_days >= FEWEST_USES else 0
    if mean is None:
        return Rated(Measured("ddd", In.AMOUNT, None, 0, missing(counted)), data)
    return Rated(Measured("ddd", In.AMOUNT, Between(mean.low, mean.high), mean.days), data)


def _few(counted: Measures) -> Why:
    return Why.FEW if counted.written else Why.UNWRITTEN


def _unknown(counted: Measures) -> Why | None:
    """Why nothing can be said of the mean of a day; None where it can."""
    if counted.written < FEWEST_NOW:
        return _few(counted)
    return None if fair(counted) and counted.told_days >= FEWEST_NOW else Why.UNKNOWN
