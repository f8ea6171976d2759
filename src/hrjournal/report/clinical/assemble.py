"""Every measure of every substance over a window."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.knowledge.mixing import MixPart
from hrjournal.domain.summary.sections import Section
from hrjournal.named import NamedTuple
from hrjournal.report.clinical.baselines import compared, pasts
from hrjournal.report.clinical.counts import beside_week, counts, exact, heavy, over
from hrjournal.report.clinical.levels import often, who_level
from hrjournal.report.clinical.patterns import first_heavy, first_time, first_use, split
from hrjournal.report.clinical.rates import rates
from hrjournal.report.clinical.records import moods, record_measures, safety
from hrjournal.report.clinical.results import (
    Measure,
    MeasureReport,
    MeasureResult,
    MissingReason,
    SubstanceMeasures,
    ValueKind,
)
from hrjournal.report.measures import chosen_unit, measures
from hrjournal.report.trends.comparison import ENOUGH_SHARE
from hrjournal.report.trends.view import substances_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.knowledge.mixing import Mixing
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.clinical.baselines import Past
    from hrjournal.report.clinical.rates import Rated
    from hrjournal.report.clinical.results import Thresholds
    from hrjournal.report.measures import Measures

POLY: Final = Measure("poly", ValueKind.DAYS, Section.MEASURES)
POLY_RISKY: Final = Measure("poly_risky", ValueKind.DAYS, Section.MEASURES)
TREATMENT: Final = {"days_covered", "total", "use_days", "ddd", "max_day", "longest_use"}


class _Seen(NamedTuple):
    """One substance in a window, counted."""

    days: Mapping[int, DayUse]
    counted: Measures
    now: Mapping[str, Rated]
    before: tuple[Past, ...]
    lines: Thresholds


def clinical(
    history: History,
    window: DateRange,
    today: int,
    lines: Thresholds,
    keys: Sequence[str] = (),
    *,
    chosen: bool = False,
) -> MeasureReport:
    """Measures a window; days after today are left out of it.

    The history reaches back to the first written day, so that a start can be found. `chosen`
    says that the person chose the first day, from which a first use is then counted. Without
    `keys`, every substance that is written of in the window is measured.
    """
    seen = DateRange(window.start, max(window.start, min(window.end, today + 1)))
    substances = substances_of(history, seen, keys)
    return MeasureReport(
        window=seen,
        chosen=chosen,
        written=sum(day in history.written for day in seen.every),
        lines=lines,
        substances=tuple(
            _substance(history, substance, seen, lines, chosen=chosen) for substance in substances
        ),
        together=()
        if len(substances) == 1
        else tuple(_together(history, seen, substances, lines.mixing)),
    )


def _substance(
    history: History, substance: Substance, window: DateRange, lines: Thresholds, *, chosen: bool
) -> SubstanceMeasures:
    days = history.of(substance.key)
    unit = chosen_unit(days, window, substance.unit)
    alcohol = substance.kind.id == "alcohol"
    cut = lines.heavy if alcohol else None
    counted = measures(days, window, unit, cut)
    few = counted.written < ENOUGH_SHARE * counted.days
    if substance.kind.medicine:
        every = [*counts(counted), *compared(rates(counted), ())]
        taken = tuple(result for result in every if result.id in TREATMENT)
        return SubstanceMeasures(substance, unit, counted, taken, few=few)
    before = pasts(history, substance, window, unit, cut)
    now = rates(counted, heavy=alcohol)
    seen = _Seen(days, counted, now, before, lines)
    results = [
        *_plainly(seen, chosen=chosen),
        *(_of_alcohol(seen, chosen=chosen) if alcohol else often(days, window, unit)),
        *moods(history, window, substance.key),
        safety(history, window, [substance]),
        *record_measures(history, window, substance.key),
    ]
    baselines = tuple(past.baseline for past in before)
    return SubstanceMeasures(
        substance, unit, counted=counted, measured=tuple(results), baselines=baselines, few=few
    )


def _plainly(seen: _Seen, *, chosen: bool) -> Iterator[MeasureResult]:
    """What can be measured of anything."""
    days, counted = seen.days, seen.counted
    yield from counts(counted)
    yield from compared(seen.now, seen.before)
    yield split(days, counted.span, counted.unit)
    yield first_time(days, counted.span)
    if chosen:
        yield first_use(days, counted.span)


def _of_alcohol(seen: _Seen, *, chosen: bool) -> Iterator[MeasureResult]:
    """What needs grams of alcohol: heavy days, the WHO level, and a guide where one is wanted."""
    days, counted, lines = seen.days, seen.counted, seen.lines
    yield from heavy(counted, days, lines.heavy)
    yield who_level(counted, seen.now["dpd"], seen.before, lines)
    if chosen:
        yield first_heavy(days, counted.span, lines.heavy)
    if lines.guide_week is not None:
        yield beside_week(counted, seen.now["avg_week"].measured, lines.guide_week)
    if lines.guide_day is not None:
        yield over(counted, days, lines.guide_day)


def _together(
    history: History, window: DateRange, substances: Sequence[Substance], mixing: Mixing
) -> Iterator[MeasureResult]:
    """What is told of all substances at once. Medicines are no use, but count in a pair."""
    uses = [substance for substance in substances if not substance.kind.medicine]
    pairs = list(combinations(substances, 2))
    risky = [pair for pair in pairs if _risky(*pair, mixing)]
    yield _on_one_day(POLY, history, window, uses, list(combinations(uses, 2)))
    yield _on_one_day(POLY_RISKY, history, window, substances, risky)
    yield safety(history, window, uses)
    yield from record_measures(history, window)


def _on_one_day(
    measure: Measure,
    history: History,
    window: DateRange,
    substances: Sequence[Substance],
    pairs: Sequence[tuple[Substance, Substance]],
) -> MeasureResult:
    """Days on which both of a pair were used, of the days with data on two or more."""
    known = found = 0
    for day in window.every:
        here = {substance.key: history.of(substance.key).get(day) for substance in substances}
        used = {key for key, written in here.items() if written and written.used}
        known += sum(written is not None for written in here.values()) > 1
        found += any(one.key in used and other.key in used for one, other in pairs)
    if not known:
        return MeasureResult(measure, None, 0, MissingReason.UNWRITTEN)
    return MeasureResult(measure, exact(found), known)


def _risky(one: Substance, other: Substance, mixing: Mixing) -> bool:
    pair = mixing.worst_between(MixPart(one.name, one.kind), MixPart(other.name, other.kind))
    return pair is not None and pair.status.serious
