"""Which way a view went as a whole, said when there is enough to say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple
from hrjournal.report.trends.comparison import Scale, Way, level
from hrjournal.report.trends.slope import Slope, theil_sen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.report.measures import Measures
    from hrjournal.report.periods import By

ENOUGH_PERIODS: Final = 8


class Direction(NamedTuple):
    """Which way: SAME is no clear direction, None is too few periods to say.

    `slope` is the change per period: in thousandths of an amount a day, or in use days a day.
    """

    by: By
    scale: Scale
    periods: int  # whole periods with data
    way: Way | None = None
    slope: Slope | None = None


def common_scale(counted: Sequence[Measures]) -> Scale:
    """The amount, if it is known in three in four of the spans with data; else days used."""
    written = [found for found in counted if found.written]
    told = sum(found.per_told_day is not None for found in written)
    known = any(found.known_days for found in written)
    return Scale.AMOUNT if known and 4 * told >= 3 * len(written) else Scale.DAYS


def direction(counted: Sequence[Measures], by: By, scale: Scale) -> Direction:
    """The direction over whole periods in a row; those without data leave a gap."""
    levels = [level(found, scale) for found in counted]
    points = [(place, float(found)) for place, found in enumerate(levels) if found is not None]
    if len(points) < ENOUGH_PERIODS:
        return Direction(by, scale, len(points))
    slope = theil_sen(points)
    return Direction(by, scale, len(points), _way(slope), slope)


def _way(slope: Slope | None) -> Way:
    if slope is None or not slope.clear:
        return Way.SAME
    return Way.LESS if slope.middle < 0 else Way.MORE
