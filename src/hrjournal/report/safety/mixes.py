"""Mixes: what was taken close enough together to act at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.knowledge.mixing import HOUR, Mixing, MixPart, SubstancePair
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.entries.entry import Entry, Moment
    from hrjournal.domain.substances.substance import Substance


class Use(NamedTuple):
    """One use of a substance, and the first and last second at which it may have been."""

    substance: Substance
    first: int
    last: int

    @property
    def part(self) -> MixPart:
        """What it was, as the person calls it."""
        return MixPart(self.substance.name, self.substance.kind)


class Mix(NamedTuple):
    """Two uses within the window of the earlier one. Substances are named by their keys."""

    pair: SubstancePair
    earlier: str
    later: str
    seconds: int  # from one to the other; where a time is not known, the least it can be
    timed: bool  # whether both times are known

    @property
    def hours(self) -> int:
        """Whole hours from one to the other, half ones upwards."""
        return (self.seconds + HOUR // 2) // HOUR


def uses(
    entries: Iterable[Entry], substances: Mapping[str, Substance], starts: int
) -> tuple[Use, ...]:
    """The uses among records; a day begins `starts` seconds after 0:00."""
    return tuple(
        Use(substance, *_span(entry.moment, starts))
        for entry in entries
        if entry.type is EntryType.USE and (substance := substances.get(entry.substance or ""))
    )


def mixes(now: Use, others: Iterable[Use], table: Mixing) -> tuple[Mix, ...]:
    """What one use is mixed with, before or after it: the worst first, then the closest.

    Of several uses of one substance, the closest stands for all.
    """
    nearest: dict[str, Mix] = {}
    for other in others:
        mix = _mix(now, other, table)
        before = nearest.get(other.substance.key)
        if mix and (before is None or mix.seconds < before.seconds):
            nearest[other.substance.key] = mix
    return tuple(sorted(nearest.values(), key=lambda mix: (-mix.pair.status, mix.seconds)))


def _mix(now: Use, other: Use, table: Mixing) -> Mix | None:
    if now.substance.key == other.substance.key:
        return None
    earlier, later = sorted((other, now), key=lambda use: (use.first, use.last))
    apart = max(0, later.first - earlier.last)
    pair = table.worst_between(earlier.part, later.part)
    if pair is None or apart > table.seconds(earlier.part):
        return None
    timed = earlier.first == earlier.last and later.first == later.last
    return Mix(pair, earlier.substance.key, later.substance.key, apart, timed)


def _span(moment: Moment, starts: int) -> tuple[int, int]:
    """The seconds at which something may have been: any of its day, where no time is known."""
    if moment.timed:
        return moment.instant, moment.instant
    start = (moment.day(starts) - EPOCH) * DAY + starts - moment.offset
    return start, start + DAY - 1
