"""Measures of what was written beside use: urges, moods, triggers, steps and money."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome, Sort
from hrjournal.domain.history import Days
from hrjournal.report.clinical.counts import exact
from hrjournal.report.clinical.results import Count, Counts, In, Measured, Why
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


def beside(history: History, window: Days, key: str | None = None) -> list[Measured]:
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


def moods(history: History, window: Days, key: str) -> list[Measured]:
    """The mean mood of days with use of a substance, and of days without."""
    days = {day: found.used for day, found in window.of(history.of(key)).items()}
    return [
        _mood("mood", history, [day for day, used in days.items() if used]),
        _mood("mood_without", history, [day for day, used in days.items() if not used]),
    ]


def safety(history: History, window: Days, substances: Sequence[Substance]) -> Measured:
    """Use days with safer steps: of one substance, or of all of them together."""
    shares = step_shares(history, window, substances)
    whole = len(substances) == 1
    share = next((one for one in shares if whole or one.substance is None), None)
    if share is None:
        return Measured("safety", In.WORD, None, 0, Why.NONE)
    return Measured("safety", In.WORD, _steps(share), share.use_days)


def _steps(share: StepShare) -> Counts:
    return Counts(share.use_days, tuple(Count(*found) for found in share.days))


def _craving(
    history: History, window: Days, key: str | None, found: Sequence[Dated]
) -> list[Measured]:
    mean = average(history, window, Feeling.URGE, key)
    ended = [(day, entry) for day, entry in found if entry.sort is Sort.URGE and entry.outcome]
    ridden = sum(entry.outcome is Outcome.RODE_OUT for _, entry in ended)
    share = Measured("craving_ridden", In.PERCENT, None, 0, Why.NONE)
    if ended:
        value = exact(Fraction(100 * ridden, len(ended)))
        share = Measured("craving_ridden", In.PERCENT, value, _days(ended))
    if mean is None:
        names = ("craving", "craving_peak")
        return [*(Measured(name, In.SCALE, None, 0, Why.NONE) for name in names), share]
    peak = max(entry.urge for _, entry in found if entry.urge is not None)
    return [
        Measured("craving", In.SCALE, exact(mean.value), mean.days),
        Measured("craving_peak", In.SCALE, exact(peak), mean.days),
        share,
    ]


def _top(
    measure: str, found: Sequence[Dated], words: Callable[[Entry], tuple[str, ...]]
) -> Measured:
    """The three words in the most records; of two as frequent, by the order of letters."""
    telling = [(day, entry) for day, entry in found if words(entry)]
    if not telling:
        return Measured(measure, In.WORD, None, 0, Why.NONE)
    counted = Counter(word for _, entry in telling for word in set(words(entry)))
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:TOP]
    value = Counts(len(telling), tuple(Count(*one) for one in ordered))
    return Measured(measure, In.WORD, value, _days(telling))


def _spend(found: Sequence[Dated]) -> Measured:
    spent = [(day, entry) for day, entry in found if entry.spend is not None]
    if not spent:
        return Measured("spend", In.MONEY, None, 0, Why.NONE)
    value = exact(sum(entry.spend or 0 for _, entry in spent))
    return Measured("spend", In.MONEY, value, _days(spent))


def _mood(measure: str, history: History, days: Iterable[int]) -> Measured:
    each = [average(history, Days(day, day + 1), Feeling.MOOD) for day in days]
    told = [mean.value for mean in each if mean is not None]
    if not told:
        return Measured(measure, In.SCALE, None, 0, Why.NONE)
    return Measured(measure, In.SCALE, exact(sum(told, Fraction()) / len(told)), len(told))


def _days(found: Sequence[Dated]) -> int:
    return len({day for day, _ in found})
