"""What can be counted of one substance over a span of days, and on how many days it rests."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from hrjournal.domain.substances.units import GRAMS
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from hrjournal.domain.history import DateRange, DayUse


class Total(NamedTuple):
    """A sum in thousandths of `unit`: at least `low`, at most `high`."""

    unit: str
    low: int
    high: int


class MeanAmount(NamedTuple):
    """A mean between `low` and `high`, resting on this many days."""

    low: Fraction
    high: Fraction
    days: int


class Largest(NamedTuple):
    """The use day with the largest amount, by the middle of its span."""

    day: int
    low: int
    high: int


class LongestRun(NamedTuple):
    """The longest run of days; `at_least` when it may go on where nothing is known."""

    length: int
    at_least: bool


class Measures(NamedTuple):
    """The figures of one substance over a span. Unwritten days are in `days` and nowhere else."""

    span: DateRange
    unit: str
    written: int  # days with data
    use_days: int
    known_days: int  # use days whose whole amount is known in `unit`
    unknown_days: int  # use days with an amount that is not known
    unknown_uses: int
    total: Total
    others: tuple[Total, ...]  # amounts in units that do not convert
    known: Total  # what of the total falls on the known use days
    largest: Largest | None
    heavy_days: int | None  # None where no cut-off applies
    longest_run_without: LongestRun
    longest_run_with_use: LongestRun

    @property
    def days(self) -> int:
        """How many days the span has."""
        return self.span.length

    @property
    def none_days(self) -> int:
        """Written days without use."""
        return self.written - self.use_days

    @property
    def percent_days_abstinent(self) -> Fraction | None:
        """Days without use in a hundred written ones."""
        return Fraction(100 * self.none_days, self.written) if self.written else None

    @property
    def use_rate(self) -> Fraction | None:
        """The share of written days with use."""
        return Fraction(self.use_days, self.written) if self.written else None

    @property
    def per_use_day(self) -> MeanAmount | None:
        """The mean amount of the known use days, in thousandths."""
        count = self.known_days
        if not count:
            return None
        return MeanAmount(Fraction(self.known.low, count), Fraction(self.known.high, count), count)

    @property
    def maybe_heavy_days(self) -> int:
        """Use days of which it is not known whether they were heavy: the amount is not known."""
        return 0 if self.heavy_days is None else self.use_days - self.known_days

    @property
    def told_days(self) -> int:
        """Days on which the amount is known: none, or use with a known amount."""
        return self.none_days + self.known_days

    @property
    def per_told_day(self) -> Fraction | None:
        """The mean amount of a told day by the middle, in thousandths, where that is fair.

        It is None when more than a quarter of the use days have no known amount: the days
        without use would then weigh too much.
        """
        if not self.told_days or not mostly_known(self.use_days, self.known_days):
            return None
        return Fraction(self.known.low + self.known.high, 2 * self.told_days)


def mostly_known(use_days: int, known_days: int) -> bool:
    """Whether at most a quarter of the use days have no known amount."""
    return 4 * (use_days - known_days) <= use_days


def measures(
    days: Mapping[int, DayUse], span: DateRange, unit: str, heavy: int | None = None
) -> Measures:
    """Counts a span. `heavy` is the cut-off of a heavy day in thousandths of a gram of alcohol."""
    written = span.of(days)
    used = {day: day_use for day, day_use in written.items() if day_use.uses}
    known = {day: found for day, found in used.items() if found.doubled(unit) is not None}
    totals = _totals(used.values())
    low, high = totals.pop(unit, (0, 0))
    cut = 2 * heavy if heavy is not None and unit == GRAMS else None
    return Measures(
        span=span,
        unit=unit,
        written=len(written),
        use_days=len(used),
        known_days=len(known),
        unknown_days=sum([found.unknown > 0 for found in used.values()]),
        unknown_uses=sum([found.unknown for found in used.values()]),
        total=Total(unit, low, high),
        others=tuple(Total(name, *totals[name]) for name in sorted(totals)),
        known=Total(
            unit,
            sum([found.low for found in known.values()]),
            sum([found.high for found in known.values()]),
        ),
        largest=_largest(known),
        heavy_days=None if cut is None else _count_from(cut, known.values()),
        longest_run_without=_longest(written.keys() - used.keys(), written),
        longest_run_with_use=_longest(used, written),
    )


def chosen_unit(days: Mapping[int, DayUse], span: DateRange, usual: str) -> str:
    """The unit in which most use days of a span are known; of two alike, `usual` leads."""
    counts = Counter(
        day_use.unit
        for day_use in span.of(days).values()
        if day_use.used and day_use.doubled(day_use.unit) is not None
    )
    return max(sorted(counts), key=lambda unit: (counts[unit], unit == usual), default=usual)


def _totals(used: Iterable[DayUse]) -> dict[str, tuple[int, int]]:
    """Known amounts by unit."""
    sums: dict[str, tuple[int, int]] = {}
    for day_use in used:
        here = (day_use.unit, day_use.low, day_use.high)
        for unit, low, high in (here, *day_use.others) if day_use.others else (here,):
            if high:
                before = sums.get(unit, (0, 0))
                sums[unit] = (before[0] + low, before[1] + high)
    return sums


def _largest(known: Mapping[int, DayUse]) -> Largest | None:
    """The first of the largest days."""
    if not known:
        return None
    day = max(known, key=lambda at: (known[at].low + known[at].high, -at))
    return Largest(day, known[day].low, known[day].high)


def _count_from(cut: int, known: Iterable[DayUse]) -> int:
    """The days whose doubled middle reaches the cut."""
    return sum(day_use.low + day_use.high >= cut for day_use in known)


def _longest(found: Collection[int], written: Collection[int]) -> LongestRun:
    """The longest run of consecutive days; of two as long, the one that may go on.

    It may go on where a day beside it is not written.
    """
    longest = (0, False)
    for first in found:
        if first - 1 not in found:
            end = first + 1
            while end in found:
                end += 1
            may_go_on = first - 1 not in written or end not in written
            longest = max(longest, (end - first, may_go_on))
    return LongestRun(*longest)
