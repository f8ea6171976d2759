"""What a journal says day by day about one substance, as the questions need it."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.named import NamedTuple
from hrjournal.report.patterns.noted import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance

    Words = Mapping[int, frozenset[str]]  # by day

FEWEST_HEAVIER: Final = Fraction(15, 100)  # of days; where fewer lie above the line, it counts too
OF_USE: Final = frozenset({EntryType.USE, EntryType.NONE})
OF_URGES: Final = frozenset({EntryType.URGE})


class HeavierLine(NamedTuple):
    """The person's own upper third of a logged day's amount, none among them."""

    line: int  # two thirds of days hold as much or less
    reached: bool  # whether a day right at the line is a heavier one

    def above(self, amount: float) -> bool:
        """Whether a day with so much is a heavier one."""
        return amount > self.line or (self.reached and amount == self.line)


class Diary:
    """The logged days of one substance, and what was written of it or of no substance by name.

    Days not logged are not in it. Days lie in their order; amounts are twice their thousandths.
    """

    def __init__(self, history: History, substance: Substance, end: int) -> None:
        """Takes the days of a history before `end`."""
        key = substance.key
        self.unit = substance.unit
        self.day_starts = history.day_starts
        self.uses: Mapping[int, DayUse] = {
            day: one for day, one in sorted(history.of(key).items()) if day < end
        }
        self.records: Mapping[int, Sequence[Entry]] = {
            day: about
            for day, told in sorted(history.records.items())
            if day < end and (about := [one for one in told if one.substance in {key, None}])
        }

    @cached_property
    def first(self) -> int | None:
        """The first day on which anything of this was written."""
        return min([*self.uses, *self.records], default=None)

    @cached_property
    def amounts(self) -> Mapping[int, int]:
        """How much on each day; days with an amount that is not known are left out."""
        told = ((day, one.doubled(self.unit)) for day, one in self.uses.items())
        return {day: amount for day, amount in told if amount is not None}

    @cached_property
    def heavier(self) -> HeavierLine:
        """What a heavier day is for this person."""
        ordered = sorted(self.amounts.values())
        line = ordered[ceil(2 * len(ordered) / 3) - 1] if ordered else 0
        above = sum(amount > line for amount in ordered)
        return HeavierLine(line, reached=above < FEWEST_HEAVIER * len(ordered))

    @cached_property
    def moods(self) -> Mapping[int, float]:
        """The mean mood of each day."""
        return self._means(lambda entry: entry.mood)

    @cached_property
    def sleeps(self) -> Mapping[int, float]:
        """The sleep that was written on each day, in minutes: that of the night before."""
        return self._means(lambda entry: entry.sleep)

    @cached_property
    def urges(self) -> Sequence[Entry]:
        """Every urge, in the order in which they came."""
        found = [one for told in self.records.values() for one in told if _is_urge(one)]
        return sorted(found, key=_in_time)

    @cached_property
    def ended_urges(self) -> Sequence[Entry]:
        """Urges whose strength and end are known."""
        return [one for one in self.urges if one.urge is not None and one.outcome is not None]

    @cached_property
    def urge_counts(self) -> Mapping[int, int]:
        """The number of urges on each day that has any."""
        counts = {day: sum(map(_is_urge, told)) for day, told in self.records.items()}
        return {day: count for day, count in counts.items() if count}

    @cached_property
    def words(self) -> Words:
        """The trigger words of each logged day, wherever they were noted."""
        return self._words_outside(frozenset())

    @cached_property
    def tied(self) -> tuple[bool, bool]:
        """Whether words were noted along with use, and with urges: too much so to compare them."""
        if self.words == self._words_outside(OF_USE | OF_URGES):
            return False, False  # each stands by itself
        used = frozenset(day for day, one in self.uses.items() if one.used)
        sides = used, self.uses.keys() & self.urge_counts.keys()
        beside_use, beside_urges = (
            alike(self.words, side, self.uses.keys() - side) for side in sides
        )
        return not beside_use, not beside_urges

    def _words_outside(self, kinds: frozenset[EntryType]) -> Words:
        """The trigger words of each logged day that stand in other kinds of records."""
        found = {
            day: frozenset(word for one in told if one.type not in kinds for word in one.triggers)
            for day, told in self.records.items()
            if day in self.uses
        }
        return {day: words for day, words in found.items() if words}

    def _means(self, figure: Callable[[Entry], int | None]) -> Mapping[int, float]:
        means = {}
        for day, told in self.records.items():
            said = [found for one in told if (found := figure(one)) is not None]
            if said:
                means[day] = sum(said) / len(said)
        return means


def passed(urge: Entry) -> bool:
    """Whether an urge passed without use."""
    return urge.outcome is Outcome.RODE_OUT


def most_frequent(places: Iterable[tuple[int, frozenset[str]]], most: int) -> tuple[str, ...]:
    """The words that stand at most places; of two alike, the one that came first.

    Two words at the same places say the same; their letters decide, and nothing else does.
    """
    found: dict[str, list[int]] = {}
    for place, words in places:
        for word in words:
            found.setdefault(word, []).append(place)
    ordered = sorted(found, key=lambda word: (-len(found[word]), found[word], word))
    return tuple(ordered[:most])


def _is_urge(entry: Entry) -> bool:
    return entry.type is EntryType.URGE


def _in_time(urge: Entry) -> tuple[int, int, int, str, tuple[str, ...]]:
    strength = -1 if urge.urge is None else urge.urge
    return urge.moment.instant, urge.id, strength, urge.outcome or "", urge.copings
