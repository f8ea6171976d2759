"""Measures beside the person's own past: their usual, and their start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import BaselinePin
from hrjournal.domain.win import BaselineKind
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import FEWEST_THEN, USUAL, Course, start, usual
from hrjournal.report.clinical.rates import Rated, estimated, rates
from hrjournal.report.clinical.results import Baseline, Interval, MeasureChange
from hrjournal.report.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from hrjournal.domain.history import DateRange, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.clinical.results import MeasureResult

NO_PERCENT: Final = {"pda"}  # a percent of a percent of days without would say little


class Past(NamedTuple):
    """A baseline and what it comes to."""

    baseline: Baseline
    rates: Mapping[str, Rated]

    def rated(self, measure: str) -> Rated | None:
        """A measure of it, where it rests on enough days."""
        rated = self.rates.get(measure)
        return rated if rated and rated.data >= FEWEST_THEN else None


def pasts(
    history: History, substance: Substance, window: DateRange, unit: str, heavy: int | None
) -> tuple[Past, ...]:
    """What a window of a substance is measured against, as far as anything is written there."""
    days = history.of(substance.key)
    spans: list[tuple[BaselineKind, DateRange | BaselinePin]] = [
        (BaselineKind.USUAL, usual(window))
    ]
    began = start(history, Course(substance, days), window)
    if began and began != usual(window):
        spans.append((BaselineKind.START, began))
    found = []
    for against, span in spans:
        if isinstance(span, BaselinePin):
            found.append(Past(Baseline(against, None, USUAL), estimated(span, unit)))
        else:
            counted = measures(days, span, unit, heavy)
            found.append(
                Past(
                    Baseline(against, span, counted.written),
                    rates(counted, heavy=heavy is not None),
                )
            )
    return tuple(past for past in found if past.baseline.written)


def compared(now: Mapping[str, Rated], before: Sequence[Past]) -> list[MeasureResult]:
    """Each measure with its changes, where both sides rest on enough days."""
    return [
        rated.measured._replace(changes=tuple(_changes(name, rated, before)))
        for name, rated in now.items()
    ]


def _changes(name: str, now: Rated, before: Sequence[Past]) -> Iterator[MeasureChange]:
    value = now.measured.value
    if now.data < FEWEST_THEN or not isinstance(value, Interval):
        return
    for past in before:
        rated = past.rated(name)
        if rated and isinstance(then := rated.measured.value, Interval):
            percent = None if name in NO_PERCENT else _percent_less(value, then)
            yield MeasureChange(past.baseline.against, then, rated.measured.rests, percent)


def _percent_less(now: Interval, then: Interval) -> Fraction | None:
    """How far it lies below what it was, by the middles; None where it was nothing."""
    return 100 * (then.middle - now.middle) / then.middle if then.middle else None
