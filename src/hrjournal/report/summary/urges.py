"""Urges and situations: how urges ended, what came with use, and all that was tried."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry

    Dated = tuple[int, Entry]

MOST: Final = 8  # rows of a table


class UrgeOutcomes(NamedTuple):
    """How many urges ended in which way; `unsaid` of them have no end written."""

    urges: int
    ended: Mapping[Outcome, int]
    unsaid: int


class TriggerCount(NamedTuple):
    """What came together with a trigger: days of use, heavy days, urges, and those that passed."""

    word: str
    use_days: int
    heavy_days: int
    urges: int
    passed: int


class WayTried(NamedTuple):
    """Something that was tried with urges, and how all of these urges ended."""

    word: str
    outcomes: UrgeOutcomes


class Urges(NamedTuple):
    """All of it, the most frequent first."""

    outcomes: UrgeOutcomes
    triggers: tuple[TriggerCount, ...]
    ways: tuple[WayTried, ...]


def urges(records: Sequence[Dated], heavy_days: Collection[int]) -> Urges:
    """Counts the records of a window; `heavy_days` are its heavy days."""
    found = [entry for _, entry in records if entry.type is EntryType.URGE]
    ways = Counter(word for urge in found for word in set(urge.copings))
    return Urges(
        _outcomes(found),
        tuple(_triggers(records, heavy_days)),
        tuple(
            WayTried(word, _outcomes(urge for urge in found if word in urge.copings))
            for word, _ in _ordered(ways)
        ),
    )


def _outcomes(some: Iterable[Entry]) -> UrgeOutcomes:
    ends = [urge.outcome for urge in some]
    ended = Counter(outcome for outcome in ends if outcome is not None)
    return UrgeOutcomes(len(ends), dict(ended), len(ends) - ended.total())


def _triggers(records: Sequence[Dated], heavy_days: Collection[int]) -> Iterable[TriggerCount]:
    days: dict[str, set[int]] = {}
    met: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    for day, entry in records:
        for word in set(entry.triggers):
            if entry.type is EntryType.USE:
                days.setdefault(word, set()).add(day)
            elif entry.type is EntryType.URGE:
                met[word] += 1
                passed[word] += entry.outcome is Outcome.RODE_OUT
    weight = Counter({word: len(found) for word, found in days.items()}) + met
    for word, _ in _ordered(weight):
        used = days.get(word, set())
        heavy = len(used & set(heavy_days))
        yield TriggerCount(word, len(used), heavy, met[word], passed[word])


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
