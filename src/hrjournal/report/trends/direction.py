"""Which way the weeks of a view went as a whole, said when there is enough to say it.

Weeks, whatever the view is cut by: days and months hang together too closely, or are too few.
A week counts when it is over, lies in view as a whole, has five logged days, and each of its
amounts is known; what is not known is left out and never 0. Where too few weeks have known
amounts, the share of days with use is looked at.

A direction is said where chance alone goes as far in at most one of twenty journals (Mann and
Kendall), or where a step is as clear (Pettitt); a step, where one change of level explains the
weeks better than a line. Measured on simulated people (six patterns of use, memory of 0.4 from day
to day, weekdays, gaps, unknown amounts): without change 1 to 5 of 100 are told of one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple
from hrjournal.report.trends.comparison import ComparedBy, Way, level
from hrjournal.report.trends.rank_tests import best_split, mann_kendall, pettitt, theil_sen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.report.measures import Measures

FEWEST_WEEKS: Final = 6
LOGGED_OF_WEEK: Final = 5
MOST_WEEKS: Final = 260  # five years: the latest ones, for what was before says little of now
BY_CHANCE: Final = 0.05


class LevelStep(NamedTuple):
    """One change of level, on the first day of a week."""

    day: int
    before: float
    after: float


class Direction(NamedTuple):
    """Which way: SAME is no clear direction, None is too few weeks to say.

    Levels are in thousandths of an amount a day, or in use days a day, and so is `slope`, per
    week. `ends` are the levels of the line at the first and the last week, never below 0.
    """

    scale: ComparedBy
    weeks: int  # that it counts
    over: int  # from the first of them to the last, those between that are left out among them
    way: Way | None = None
    p: float | None = None
    slope: float | None = None
    ends: tuple[float, float] = (0.0, 0.0)
    step: LevelStep | None = None


def common_scale(counted: Sequence[Measures]) -> ComparedBy:
    """The amount, if it is known in three in four of the spans with data; else days used."""
    written = [measures for measures in counted if measures.written]
    told = sum(found.per_told_day is not None for found in written)
    known = any(found.known_days for found in written)
    return ComparedBy.AMOUNT if known and 4 * told >= 3 * len(written) else ComparedBy.DAYS


def direction(weeks: Sequence[Measures]) -> Direction:
    """The direction over whole closed weeks in a row, the oldest first."""
    logged = [found for found in weeks[-MOST_WEEKS:] if found.written >= LOGGED_OF_WEEK]
    known = [found for found in logged if found.known_days == found.use_days]
    used = any(found.known_days for found in known)
    enough = len(known) >= FEWEST_WEEKS and 3 * len(known) >= 2 * len(logged)
    scale = ComparedBy.AMOUNT if used and enough else ComparedBy.DAYS
    counted = known if scale is ComparedBy.AMOUNT else logged
    places = [(found.span.start - counted[0].span.start) // found.days for found in counted]
    found = Direction(scale, len(counted), over=places[-1] + 1 if places else 0)
    return found if len(counted) < FEWEST_WEEKS else _judged(found, places, counted)


def _judged(found: Direction, places: Sequence[int], counted: Sequence[Measures]) -> Direction:
    """What can be said of enough weeks."""
    values = [float(level(measures, found.scale) or 0) for measures in counted]
    balance, p = mann_kendall(values)
    line = theil_sen(places, values)
    ends = (max(0.0, line.at(places[0])), max(0.0, line.at(places[-1])))
    found = found._replace(way=Way.SAME, p=p, slope=line.rise, ends=ends)
    split = best_split(places, values)
    way = Way.LESS if balance < 0 else Way.MORE
    one_way = split is not None and (split.after < split.before) == (way is Way.LESS)
    if split and one_way and min(p, pettitt(values)) <= BY_CHANCE:
        step = LevelStep(counted[split.size].span.start, split.before, split.after)
        return found._replace(way=way, step=step)
    return found._replace(way=way) if p <= BY_CHANCE else found
