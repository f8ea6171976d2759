"""Closed weeks of one substance, and what four of them say beside the weeks before."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import combinations
from math import lcm
from statistics import variance
from typing import TYPE_CHECKING, NamedTuple

from support.wins.plain_past import START, USUAL, mean, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.win import BaselineKind
    from support.wins.plain_past import PlainPast


class PlainSeries:
    """One measure of the logged days of a past, in the week that ends with it and before."""

    def __init__(self, past: PlainPast, measure: str) -> None:
        self.past, self.measure = past, measure
        told = {day: self._value(day) for day in past.logged}
        self.days = {day: value for day, value in sorted(told.items()) if value is not None}
        starts = past.yardstick.week_starts
        self.number = week_number(past.today, starts)
        weeks = {week_number(day, starts) for day in self.days}
        self._full = sorted(week for week in weeks if len(self.of_week(week)) >= 5)

    def _value(self, day: int) -> int | None:
        if self.measure == "days":
            return int(self.past.used(day))
        if self.measure == "heavy_days":
            return self._heavy(day)
        return self.past.doubled(day)

    def _heavy(self, day: int) -> int | None:
        """Whether a day is heavy; a day of which some is not known is when the rest is enough."""
        use = self.past.logged[day]
        if self.past.unit != "g_alc":
            return None
        parts = [(use.unit, use.low, use.high), *use.others]
        known = sum(low + high for unit, low, high in parts if unit == "g_alc")
        if known >= 2 * self.past.yardstick.lines.heavy:
            return 1
        return None if self.past.doubled(day) is None else 0

    def of_week(self, week: int) -> list[int]:
        return [day for day in week_days(week, self.past.yardstick.week_starts) if day in self.days]

    def full_weeks(self) -> list[int]:
        """Every week up to this one with five days or more, the oldest first."""
        return self._full

    def evened(self, week: int) -> Fraction:
        """The mean of a week's days beside the usual of their weekday; or its largest day."""
        days = self.of_week(week)
        if self.measure == "largest":
            return Fraction(max(self.days[day] for day in days))
        return mean([self.days[day] - self.weekday_means[day % 7] for day in days])

    @cached_property
    def weekday_means(self) -> dict[int, Fraction]:
        found: dict[int, list[int]] = {}
        for day, value in self.days.items():
            found.setdefault(day % 7, []).append(value)
        return {weekday: mean(values) for weekday, values in found.items()}

    def last(self) -> list[int]:
        return [week for week in self.full_weeks() if self.number - 3 <= week]

    def before(self, against: BaselineKind) -> list[int]:
        """The weeks of a comparator, however few."""
        full = [week for week in self.full_weeks() if week <= self.number - 4]
        usual = [week for week in full if self.number - 11 <= week]
        return usual if against is USUAL else self._start(full, usual)

    def _start(self, full: list[int], usual: list[int]) -> list[int]:
        pin = self.past.pin
        if pin is not None and pin.days is None:
            return []
        start = full[:8]
        if pin is not None and pin.days is not None:
            starts = self.past.yardstick.week_starts
            start = [one for one in full if all(d in pin.days for d in week_days(one, starts))]
        return start if len(start) >= 4 and start != usual else []

    def compared(self, against: BaselineKind) -> Picks | None:
        """The last four weeks beside a comparator; None where there are too few weeks."""
        last, before = self.last(), self.before(against)
        if len(last) < 3 or len(before) < 4:
            return None
        return picks([self.evened(week) for week in last], [self.evened(week) for week in before])

    def looks_heavier(self, against: BaselineKind) -> bool:
        """By chance; where there are too few weeks to compare, by the figures that are shown."""
        found = self.compared(against)
        if found is not None:
            return Fraction(found.heavier, found.ways) <= Fraction(15, 100)
        level = self.level(against)
        return level is not None and level < self.mean_of(self.last())

    def mean_of(self, weeks: Sequence[int]) -> Fraction:
        """Per logged day; of the largest day: the largest."""
        values = [self.days[day] for week in weeks for day in self.of_week(week)]
        return Fraction(max(values)) if self.measure == "largest" else mean(values)

    def level(self, against: BaselineKind) -> Fraction | None:
        """What a day of a comparator holds; None where there is none."""
        pin = self.past.pin
        if against is START and pin is not None and pin.days is None:
            return self._estimated()
        weeks = self.before(against)
        if not weeks:
            return None
        if against is USUAL or self.measure == "largest":
            return self.mean_of(weeks)
        share = Fraction(rounded(1000 * self._trust(len(weeks))), 1000)
        first = self.of_week(self.full_weeks()[0])[0]
        first -= (first - 1 - self.past.yardstick.week_starts) % 7
        whole = mean([value for day, value in self.days.items() if day >= first])
        return share * self.mean_of(weeks) + (1 - share) * whole

    def _estimated(self) -> Fraction | None:
        pin = self.past.pin
        if pin is None or pin.use_days is None or pin.doubled is None:
            return None
        if self.measure == "days":
            return Fraction(pin.use_days, 7)
        if self.measure == "amount" and pin.unit == self.past.unit:
            return Fraction(pin.doubled * pin.use_days, 7)
        return None

    def _trust(self, count: int) -> Fraction:
        """How much of a start of so many weeks is its own, from how weeks and months differ."""
        blocks: dict[int, list[Fraction]] = {}
        for week in self.full_weeks():
            blocks.setdefault(week // 4, []).append(self.mean_of([week]))
        kept = [block for block in blocks.values() if len(block) >= 2]
        if len(kept) < 2:
            return Fraction(1)
        apart = sum((variance(block) * (len(block) - 1) for block in kept), Fraction(0))
        within = apart / sum(len(block) - 1 for block in kept)
        if within == 0:
            return Fraction(1)
        size = Fraction(sum(map(len, kept)), len(kept))
        between = max(Fraction(0), variance([mean(block) for block in kept]) - within / size)
        return between / (between + within / count)


class Picks(NamedTuple):
    """Of all ways to pick as many as the last ones: how many are as light, and as heavy."""

    ways: int
    lighter: int
    heavier: int

    @property
    def chance(self) -> Fraction:
        return Fraction(self.lighter, self.ways)


def picks(last: Sequence[Fraction], before: Sequence[Fraction]) -> Picks:
    whole = lcm(*(value.denominator for value in (*last, *before)))
    values = [int(value * whole) for value in (*last, *before)]
    real = sum(values[: len(last)])
    sums = [sum(some) for some in combinations(values, len(last))]
    return Picks(len(sums), sum(one <= real for one in sums), sum(one >= real for one in sums))


def week_number(day: int, week_starts: int) -> int:
    return (day - 1 - week_starts) // 7


def week_days(number: int, week_starts: int) -> range:
    first = 7 * number + 1 + week_starts
    return range(first, first + 7)
