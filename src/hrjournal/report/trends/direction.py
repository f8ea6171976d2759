"""Which way a view went as a whole, said when there is enough to say it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple
from hrjournal.report.trends.comparison import ComparedBy, Way, level

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.report.measures import Measures
    from hrjournal.report.periods import By


NORMAL_95: Final = 1.959963984540054  # 95% of a normal curve lies within this many deviations


class Slope(NamedTuple):
    """A rise per step (a fall is below 0), its 95% interval, and how many points it rests on."""

    middle: float
    low: float
    high: float
    points: int

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0


def theil_sen(points: Iterable[tuple[int, float]]) -> Slope | None:
    """The median of the slopes between all pairs of points; None for fewer than two points.

    Each point is a place and a value, and no two points share a place. Places may have gaps.
    """
    placed = sorted(points)
    if len(placed) < 2:
        return None
    slopes = sorted(
        (value - earlier) / (place - before)
        for index, (place, value) in enumerate(placed)
        for before, earlier in placed[:index]
    )
    low, high = _ranks(len(slopes), [value for _, value in placed])
    return Slope(_median(slopes), slopes[low], slopes[high], len(placed))


def _ranks(pairs: int, values: Sequence[float]) -> tuple[int, int]:
    """Which of the sorted slopes are the ends of the interval (Sen 1968, equation 2.6)."""
    ties = [values.count(value) for value in set(values)]
    variance = (_weight(len(values)) - sum(_weight(tie) for tie in ties)) / 18
    reach = NORMAL_95 * sqrt(variance)
    return max(round((pairs - reach) / 2) - 1, 0), min(round((pairs + reach) / 2), pairs - 1)


def _weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def _median(ordered: Sequence[float]) -> float:
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


ENOUGH_PERIODS: Final = 8


class Direction(NamedTuple):
    """Which way: SAME is no clear direction, None is too few periods to say.

    `slope` is the change per period: in thousandths of an amount a day, or in use days a day.
    """

    by: By
    scale: ComparedBy
    periods: int  # whole periods with data
    way: Way | None = None
    slope: Slope | None = None


def common_scale(counted: Sequence[Measures]) -> ComparedBy:
    """The amount, if it is known in three in four of the spans with data; else days used."""
    written = [measures for measures in counted if measures.written]
    told = sum(found.per_told_day is not None for found in written)
    known = any(found.known_days for found in written)
    return ComparedBy.AMOUNT if known and 4 * told >= 3 * len(written) else ComparedBy.DAYS


def direction(counted: Sequence[Measures], by: By, scale: ComparedBy) -> Direction:
    """The direction over whole periods in a row; those without data leave a gap."""
    levels = [level(measures, scale) for measures in counted]
    points = [(place, float(found)) for place, found in enumerate(levels) if found is not None]
    if len(points) < ENOUGH_PERIODS:
        return Direction(by, scale, len(points))
    slope = theil_sen(points)
    return Direction(by, scale, len(points), _way(slope), slope)


def _way(slope: Slope | None) -> Way:
    if slope is None or not slope.clear:
        return Way.SAME
    return Way.LESS if slope.middle < 0 else Way.MORE
