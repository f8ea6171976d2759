"""Measures of what was written beside use: urges, moods, triggers, steps and money."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.report.clinical.counts import exact
from hrjournal.report.clinical.results import (
    Counts,
    Measure,
    MeasureResult,
    MissingReason,
    ValueKind,
    WordCount,
)
from hrjournal.report.mood import Feeling, average
from hrjournal.report.steps import step_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.steps import StepShare

    Dated = tuple[int, Entry]

MOOD: Final = Measure("mood", ValueKind.SCALE, Section.MOOD)
MOOD_WITHOUT: Final = Measure("mood_without", ValueKind.SCALE, Section.MOOD)
CRAVING: Final = Measure("craving", ValueKind.SCALE, Section.MOOD)
CRAVING_PEAK: Final = Measure("craving_peak", ValueKind.SCALE, Section.MOOD)
CRAVING_RIDDEN: Final = Measure("craving_ridden", ValueKind.PERCENT, Section.URGES)
TRIGGERS: Final = Measure("triggers", ValueKind.WORD, Section.TRIGGERS)
STRATEGIES: Final = Measure("strategies", ValueKind.WORD, Section.HELPED)
SAFETY: Final = Measure("safety", ValueKind.WORD, Section.STEPS)
SPEND: Final = Measure("spend", ValueKind.MONEY, Section.MONEY)
TOP: Final = 3


def record_measures(
    history: History, window: DateRange, key: str | None = None
) -> list[MeasureResult]:
    """Urges, what came before, what was tried, and money.

    With a key, of records of that substance or of none by name; money of that substance alone.
    """
    found = [
        (day, entry)
        for day in window.every
        for entry in history.records.get(day, ())
        if key is None or entry.substance in {key, None}
    ]
    return [
        *_craving(history, window, key, found),
        _top(TRIGGERS, found, lambda entry: entry.triggers),
        _top(STRATEGIES, found, lambda entry: entry.copings),
        _spend([(day, entry) for day, entry in found if key in {None, entry.substance}]),
    ]


def moods(history: History, window: DateRange, key: str) -> list[MeasureResult]:
    """The mean mood of days with use of a substance, and of days without."""
    days = {day: day_use.used for day, day_use in window.of(history.of(key)).items()}
    return [
        _mood(MOOD, history, [day for day, used in days.items() if used]),
        _mood(MOOD_WITHOUT, history, [day for day, used in days.items() if not used]),
    ]


def safety(history: History, window: DateRange, substances: Sequence[Substance]) -> MeasureResult:
    """Use days with safer steps: of one substance, or of all of them together."""
    shares = step_shares(history, window, substances)
    whole = len(substances) == 1
    share = next(
        (step_share for step_share in shares if whole or step_share.substance is None), None
    )
    if share is None:
        return MeasureResult(SAFETY, None, 0, MissingReason.NONE)
    return MeasureResult(SAFETY, _steps(share), share.use_days)


def _steps(share: StepShare) -> Counts:
    return Counts(share.use_days, tuple(WordCount(*found) for found in share.days))


def _craving(
    history: History, window: DateRange, key: str | None, found: Sequence[Dated]
) -> list[MeasureResult]:
    mean = average(history, window, Feeling.URGE, key)
    ended = [(day, entry) for day, entry in found if entry.type is EntryType.URGE and entry.outcome]
    ridden = sum(entry.outcome is Outcome.RODE_OUT for _, entry in ended)
    share = MeasureResult(CRAVING_RIDDEN, None, 0, MissingReason.NONE)
    if ended:
        value = exact(Fraction(100 * ridden, len(ended)))
        share = MeasureResult(CRAVING_RIDDEN, value, _days(ended))
    if mean is None:
        return [
            MeasureResult(CRAVING, None, 0, MissingReason.NONE),
            MeasureResult(CRAVING_PEAK, None, 0, MissingReason.NONE),
            share,
        ]
    peak = max(entry.urge for _, entry in found if entry.urge is not None)
    return [
        MeasureResult(CRAVING, exact(mean.value), mean.days),
        MeasureResult(CRAVING_PEAK, exact(peak), mean.days),
        share,
    ]


def _top(
    measure: Measure, found: Sequence[Dated], words: Callable[[Entry], tuple[str, ...]]
) -> MeasureResult:
    """The three words in the most records; of two as frequent, by the order of letters."""
    telling = [(day, entry) for day, entry in found if words(entry)]
    if not telling:
        return MeasureResult(measure, None, 0, MissingReason.NONE)
    counted = Counter(word for _, entry in telling for word in set(words(entry)))
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:TOP]
    value = Counts(len(telling), tuple(WordCount(*one) for one in ordered))
    return MeasureResult(measure, value, _days(telling))


def _spend(found: Sequence[Dated]) -> MeasureResult:
    spent = [(day, entry) for day, entry in found if entry.spend is not None]
    if not spent:
        return MeasureResult(SPEND, None, 0, MissingReason.NONE)
    value = exact(sum(entry.spend or 0 for _, entry in spent))
    return MeasureResult(SPEND, value, _days(spent))


def _mood(measure: Measure, history: History, days: Iterable[int]) -> MeasureResult:
    each = [average(history, DateRange(day, day + 1), Feeling.MOOD) for day in days]
    told = [mean.value for mean in each if mean is not None]
    if not told:
        return MeasureResult(measure, None, 0, MissingReason.NONE)
    return MeasureResult(measure, exact(sum(told, Fraction()) / len(told)), len(told))


def _days(found: Sequence[Dated]) -> int:
    return len({day for day, _ in found})
