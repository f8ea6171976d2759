"""Mood, urge and sleep over spans of days: means of days, and on how many days they rest."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DateRange, History
    from hrjournal.report.periods import Period


class Feeling(StrEnum):
    """What can be said of a day by a number."""

    MOOD = "mood"
    URGE = "urge"
    SLEEP = "sleep"  # minutes


class Average(NamedTuple):
    """A mean of days; a day with several figures counts once, with their mean."""

    value: Fraction
    days: int


class Feelings(NamedTuple):
    """The means of one period, each None where nothing was written of it."""

    period: Period
    mood: Average | None
    urge: Average | None
    sleep: Average | None

    @property
    def told(self) -> bool:
        """Whether anything was written of any of them."""
        return not (self.mood is None and self.urge is None and self.sleep is None)


def feelings(history: History, period: Period) -> Feelings:
    """How a period was, whatever was used in it."""
    days = period.days
    return Feelings(
        period,
        average(history, days, Feeling.MOOD),
        average(history, days, Feeling.URGE),
        average(history, days, Feeling.SLEEP),
    )


def average(
    history: History, days: DateRange, feeling: Feeling, key: str | None = None
) -> Average | None:
    """The mean over a span; with a key, of records of that substance or of none by name."""
    means = []
    for day in days.every:
        if day not in history.records:
            continue
        told = [
            figure
            for entry in history.records[day]
            if key is None or entry.substance in {key, None}
            if (figure := _figure(entry, feeling)) is not None
        ]
        if told:
            means.append(Fraction(sum(told), len(told)))
    return Average(sum(means, Fraction()) / len(means), len(means)) if means else None


def _figure(entry: Entry, feeling: Feeling) -> int | None:
    match feeling:
        case Feeling.MOOD:
            return entry.mood
        case Feeling.URGE:
            return entry.urge
        case Feeling.SLEEP:
            return entry.sleep
        case _ as never:
            assert_never(never)
