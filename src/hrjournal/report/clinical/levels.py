"""Levels and bands: the WHO level of drinking, and how often in 30 days."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.report.clinical.counts import exact
from hrjournal.report.clinical.results import (
    Interval,
    LevelReached,
    Measure,
    MeasureChange,
    MeasureResult,
    MissingReason,
    ValueKind,
)
from hrjournal.report.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from hrjournal.domain.history import DayUse
    from hrjournal.report.clinical.baselines import Past
    from hrjournal.report.clinical.rates import Rated
    from hrjournal.report.clinical.results import Thresholds
    from hrjournal.report.measures import Measures

WHO_LEVEL: Final = Measure("who_level", ValueKind.WORD, Section.MEASURES)
DRUG_DAYS: Final = Measure("drug_days", ValueKind.DAYS, Section.MEASURES)
DRUG_BAND: Final = Measure("drug_band", ValueKind.WORD, Section.MEASURES)
MONTH: Final = 30
MONTH_WRITTEN: Final = 27  # days of it, before a low band is said
BANDS: Final = (
    LevelReached("0", "0 days", 0),
    LevelReached("1-4", "1 to 4 days", 1),
    LevelReached("5+", "5 or more", 2),
)
OFTEN: Final = 5


def who_level(
    counted: Measures, per_day: Rated, before: Sequence[Past], lines: Thresholds
) -> MeasureResult:
    """The level of the mean day in grams, and how many levels lower it is than before."""
    mean = per_day.measured.value
    if counted.unit != GRAMS or not isinstance(mean, Interval):
        why = per_day.measured.why or MissingReason.UNKNOWN
        return MeasureResult(WHO_LEVEL, None, counted.told_days, why)
    half = counted.told_days * lines.levels.window_days >= lines.levels.fewest_days * counted.days
    if counted.told_days < lines.levels.fewest_days or not half:
        return MeasureResult(WHO_LEVEL, None, counted.told_days, MissingReason.FEW)
    now = _rung(mean.middle, lines)
    changes = tuple(_changes(now, before, lines))
    return MeasureResult(WHO_LEVEL, now, counted.told_days, changes=changes)


def often(days: Mapping[int, DayUse], window: DateRange, unit: str) -> list[MeasureResult]:
    """Use days among the last 30 of a window, and their band."""
    if window.length < MONTH:
        return [
            MeasureResult(measure, None, 0, MissingReason.FEW) for measure in (DRUG_DAYS, DRUG_BAND)
        ]
    last = measures(days, DateRange(window.end - MONTH, window.end), unit)
    if not last.written:
        return [
            MeasureResult(measure, None, 0, MissingReason.UNWRITTEN)
            for measure in (DRUG_DAYS, DRUG_BAND)
        ]
    band = _band(last)
    why = None if band else MissingReason.FEW
    return [
        MeasureResult(DRUG_DAYS, exact(last.use_days), last.written),
        MeasureResult(DRUG_BAND, band, last.written, why),
    ]


def _band(last: Measures) -> LevelReached | None:
    """Five use days are five, however few are written; a lower band needs nearly all days."""
    if last.use_days >= OFTEN:
        return BANDS[2]
    if last.written < MONTH_WRITTEN:
        return None
    return BANDS[1] if last.use_days else BANDS[0]


def _changes(
    now: LevelReached, before: Sequence[Past], lines: Thresholds
) -> Iterator[MeasureChange]:
    for past in before:
        rated = past.rated("dpd")
        if rated and isinstance(mean := rated.measured.value, Interval):
            then = _rung(mean.middle, lines)
            levels = then.order - now.order
            yield MeasureChange(past.baseline.against, then, rated.measured.rests, levels=levels)


def _rung(thousandths: Fraction, lines: Thresholds) -> LevelReached:
    grams = Decimal(thousandths.numerator) / Decimal(thousandths.denominator) / THOUSAND
    level = lines.levels.sets[lines.chosen].level(grams)
    return LevelReached(level.id, level.name, level.order)
