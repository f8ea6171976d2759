"""Mixes: what was taken close enough together to act at once.

An occasion is what one use makes together with all that is still at work: three or more are one
mix with the status of their worst pair. A prescribed medicine that is taken each day opens none.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.knowledge.mixing import HOUR, Mixing, MixPart, Status, SubstancePair
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry, Moment
    from hrjournal.domain.substances.substance import Substance


TWO_DAYS: Final = 2 * DAY  # how far apart two doses of a daily medicine can lie
EVERYDAY: Final = frozenset({"nicotine", "caffeine"})


class UseSpan(NamedTuple):
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
    more: tuple[str, ...] = ()  # what else is in it; all of them in the order of their times

    @property
    def keys(self) -> tuple[str, ...]:
        """All that is in it."""
        return (self.earlier, self.later, *self.more)

    @property
    def hours(self) -> int:
        """Whole hours from one to the other, half ones upwards."""
        return (self.seconds + HOUR // 2) // HOUR


def uses(
    entries: Iterable[Entry], substances: Mapping[str, Substance], starts: int
) -> tuple[UseSpan, ...]:
    """The uses among records; a day begins `starts` seconds after 0:00."""
    return tuple(
        UseSpan(substance, *_span(entry.moment, starts))
        for entry in entries
        if entry.type is EntryType.USE and (substance := substances.get(entry.substance or ""))
    )


def mixes(now: UseSpan, others: Iterable[UseSpan], table: Mixing) -> tuple[Mix, ...]:
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


def occasions(
    now: UseSpan, others: Sequence[UseSpan], table: Mixing, prescribed: Collection[str] = ()
) -> tuple[Mix, ...]:
    """What one use makes with all that is still at work: what is known first, the worst of it.

    Of pairs that are at least as serious as high risk, or of those that ask for care where none
    is, two or more are one mix of all their substances. `prescribed` are keys.
    """
    met = [mix for mix in mixes(now, others, table) if not _by_itself(mix, now, others, prescribed)]
    least = min(Status.HIGH, met[0].pair.status) if met else Status.HIGH
    if least < Status.CAUTION:
        return tuple(met)
    strong = [mix for mix in met if mix.pair.status >= least]
    if least is Status.CAUTION:  # a coffee or a cigarette makes no three of two
        strong = [mix for mix in strong if EVERYDAY.isdisjoint((mix.pair.first, mix.pair.second))]
    if len(strong) < 2:
        return tuple(met)
    among = {key for mix in strong for key in mix.keys}
    told = _together([now, *_nearest(now, others, among)], table)
    return (told, *(mix for mix in met if mix not in strong))


def _by_itself(
    mix: Mix, now: UseSpan, others: Sequence[UseSpan], prescribed: Collection[str]
) -> bool:
    """Whether a prescribed medicine alone would open it: it was there before the other came."""
    if mix.later not in prescribed:
        return False
    if mix.earlier in prescribed:
        return True
    if now.substance.key != mix.later:
        return False
    came = now.first - mix.seconds
    return any(
        other.substance.key == mix.later and came - TWO_DAYS <= other.first < came
        for other in others
    )


def _nearest(now: UseSpan, others: Iterable[UseSpan], keys: Collection[str]) -> list[UseSpan]:
    """The closest use of each of these substances."""
    found: dict[str, UseSpan] = {}
    for other in sorted(others, key=lambda use: abs(use.first - now.first)):
        if other.substance.key in keys and other.substance.key != now.substance.key:
            found.setdefault(other.substance.key, other)
    return list(found.values())


def _together(uses_: Sequence[UseSpan], table: Mixing) -> Mix:
    """Three or more as one: the status of the worst pair, and the most that helps with any."""
    ordered = sorted(uses_, key=lambda use: (use.first, use.last))
    pairs = [
        pair
        for one, other in combinations(ordered, 2)
        if (pair := table.worst_between(one.part, other.part))
    ]
    worst = max(pairs, key=lambda pair: (pair.status, len(pair.helps)))
    serious = [pair.helps for pair in pairs if pair.status.serious]
    helps = max(serious, key=len, default=worst.helps)
    earlier, later, *more = (use.substance.key for use in ordered)
    return Mix(
        pair=worst._replace(helps=helps),
        earlier=earlier,
        later=later,
        seconds=max(0, ordered[-1].first - ordered[0].last),
        timed=all(use.first == use.last for use in ordered),
        more=tuple(more),
    )


def _mix(now: UseSpan, other: UseSpan, table: Mixing) -> Mix | None:
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
