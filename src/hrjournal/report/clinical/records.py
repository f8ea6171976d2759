"""Measures of what was written beside use: urges, moods, triggers, steps and money."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.history import DateRange
from hrjournal.report.clinical.counts import exact
from hrjournal.report.clinical.results import Count, Counts, MeasureResult, MissingReason, ValueKind
from hrjournal.report.mood import Feeling, average
from hrjournal.report.steps import step_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.steps import StepShare

    Dated = tuple[int, Entry]

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
        _top("triggers", found, lambda entry: entry.triggers),
        _top("strategies", found, lambda entry: entry.copings),
        _spend([(day, entry) for day, entry in found if key in {None, entry.substance}]),
    ]


def moods(history: History, window: DateRange, key: str) -> list[MeasureResult]:
    """The mean mood of days with use of a substance, and of days without."""
    days = {day: found.used for day, found in window.of(history.of(key)).items()}
    return [
        _mood("mood", history, [day for day, used in days.items() if used]),
        _mood("mood_without", history, [day for day, used in days.items() if not used]),
    ]


def safety(history: History, window: DateRange, substances: Sequence[Substance]) -> MeasureResult:
    """Use days with safer steps: of one substance, or of all of them together."""
    shares = step_shares(history, window, substances)
    whole = len(substances) == 1
    share = next((one for one in shares if whole or one.substance is None), None)
    if share is None:
        return MeasureResult("safety", ValueKind.WORD, None, 0, MissingReason.NONE)
    return MeasureResult("safety", ValueKind.WORD, _steps(share), share.use_days)


def _steps(share: StepShare) -> Counts:
    return Counts(share.use_days, tuple(Count(*found) for found in share.days))


def _craving(
    history: History, window: DateRange, key: str | None, found: Sequence[Dated]
) -> list[MeasureResult]:
    mean = average(history, window, Feeling.URGE, key)
    ended = [(day, entry) for day, entry in found if entry.type is EntryType.URGE and entry.outcome]
    ridden = sum(entry.outcome is Outcome.RODE_OUT for _, entry in ended)
    share = MeasureResult("craving_ridden", ValueKind.PERCENT, None, 0, MissingReason.NONE)
    if ended:
        value = exact(Fraction(100 * ridden, len(ended)))
        share = MeasureResult("craving_ridden", ValueKind.PERCENT, value, _days(ended))
    if mean is None:
        names = ("craving", "craving_peak")
        return [
            *(MeasureResult(name, ValueKind.SCALE, None, 0, MissingReason.NONE) for name in names),
            share,
        ]
    peak = max(entry.urge for _, entry in found if entry.urge is not None)
    return [
        MeasureResult("craving", ValueKind.SCALE, exact(mean.value), mean.days),
        MeasureResult("craving_peak", ValueKind.SCALE, exact(peak), mean.days),
        share,
    ]


def _top(
    measure: str, found: Sequence[Dated], words: Callable[[Entry], tuple[str, ...]]
) -> MeasureResult:
    """The three words in the most records; of two as frequent, by the order of letters."""
    telling = [(day, entry) for day, entry in found if words(entry)]
    if not telling:
        return MeasureResult(measure, ValueKind.WORD, None, 0, MissingReason.NONE)
    counted = Counter(word for _, entry in telling for word in set(words(entry)))
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:TOP]
    value = Counts(len(telling), tuple(Count(*one) for one in ordered))
    return MeasureResult(measure, ValueKind.WORD, value, _days(telling))


def _spend(found: Sequence[Dated]) -> MeasureResult:
    spent = [(day, entry) for day, entry in found if entry.spend is not None]
    if not spent:
        return MeasureResult("spend", ValueKind.MONEY, None, 0, MissingReason.NONE)
    value = exact(sum(entry.spend or 0 for _, entry in spent))
    return MeasureResult("spend", ValueKind.MONEY, value, _days(spent))


def _mood(measure: str, history: History, days: Iterable[int]) -> MeasureResult:
    each = [average(history, DateRange(day, day + 1), Feeling.MOOD) for day in days]
    told = [mean.value for mean in each if mean is not None]
    if not told:
        return MeasureResult(measure, ValueKind.SCALE, None, 0, MissingReason.NONE)
    return MeasureResult(
        measure, ValueKind.SCALE, exact(sum(told, Fraction()) / len(told)), len(told)
    )


def _days(found: Sequence[Dated]) -> int:
    return len({day for day, _ in found})
