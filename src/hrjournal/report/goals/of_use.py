"""Goals of use: how much, on how many days, how far apart, when, and on which days."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange, DayUse
from hrjournal.report.baseline import known_part
from hrjournal.report.goals.figures import GoalFigure, Looked
from hrjournal.report.goals.near import WHOLE, at_least, at_most, mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from hrjournal.domain.goals.goal import GoalVersion
    from hrjournal.domain.history import History

LATELY: Final = 28  # days in which something was logged that a day without has to speak of


def look(
    version: GoalVersion, days: DateRange, history: History, everything: Collection[str]
) -> Looked:
    """What a version is about on these days, and before."""
    uses = history.of(version.about) if version.about else together(history, everything)
    return Looked(version, days, uses, history)


def together(history: History, keys: Collection[str]) -> dict[int, DayUse]:
    """The days of several substances as one.

    A day without is one on which none was logged of each that was logged in the four weeks before.
    """
    courses = [history.of(key) for key in sorted(keys)]
    days = sorted({day for course in courses for day in course})
    found = ((day, _one_day(courses, day)) for day in days)
    return {day: one for day, one in found if one is not None}


def _one_day(courses: Sequence[Mapping[int, DayUse]], day: int) -> DayUse | None:
    here = [course[day] for course in courses if day in course]
    used = [one for one in here if one.used]
    if used:
        firsts = [one.first for one in used if one.first is not None]
        return DayUse(
            sum(one.uses for one in used),
            unknown=1,
            first=min(firsts, default=None),
            untimed=sum(one.untimed for one in used),
        )
    lately = DateRange(day - LATELY + 1, day)
    told = all(day in course or not lately.of(course) for course in courses)
    return DayUse(0) if told else None


def day_amounts(looked: Looked) -> GoalFigure:
    """On how many logged days it was no more than the limit; a span counts by its middle."""
    shares = []
    for one in looked.logged.values():
        doubled = _doubled(one, looked.version)
        if doubled is not None:
            shares.append(at_most(doubled, 2 * looked.version.limit))
    unknown = len(looked.logged) - len(shares)
    return _held(shares, len(shares))._replace(unknown=unknown)


def _doubled(one: DayUse, version: GoalVersion) -> int | None:
    """Twice the amount of a day; what is known of it where that is more than the limit already."""
    whole = one.doubled(version.unit)
    part = known_part(one, version.unit)
    return part if whole is None and part > 2 * version.limit else whole


def week_amount(looked: Looked) -> GoalFigure:
    """The amount of all logged days."""
    version, ends = looked.version, [_ends(one, looked.version) for one in looked.logged.values()]
    low, high = (sum(one[end] for one in ends) for end in (0, 1))
    unknown = sum(one.doubled(version.unit) is None for one in looked.logged.values())
    near = None if unknown else at_most(Fraction(low + high, 2), version.limit)
    return GoalFigure(low, high, len(ends), unknown=unknown, near=near)


def _ends(one: DayUse, version: GoalVersion) -> tuple[int, int]:
    """What is known of the amount of a day in the unit of the goal."""
    if not one.used:
        return 0, 0
    every = ((one.unit, one.low, one.high), *one.others)
    ends = [(low, high) for unit, low, high in every if unit == version.unit]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def largest_day(looked: Looked) -> GoalFigure:
    """The largest amount of a logged day."""
    version, logged = looked.version, looked.logged
    low, high = max((_ends(one, version) for one in logged.values()), key=sum, default=(0, 0))
    unknown = sum(one.doubled(version.unit) is None for one in logged.values())
    near = None if unknown else at_most(Fraction(low + high, 2), version.limit)
    return GoalFigure(low, high, len(logged), unknown=unknown, near=near)


def use_days(looked: Looked) -> GoalFigure:
    """How many logged days were days of use."""
    used = sum(one.used for one in looked.logged.values())
    near = at_most(used, looked.version.limit)
    return GoalFigure(used, used, len(looked.logged), near=near)


def free_days(looked: Looked) -> GoalFigure:
    """How many logged days were days without."""
    free = sum(not one.used for one in looked.logged.values())
    near = at_least(free, looked.version.limit)
    return GoalFigure(free, free, len(looked.logged), near=near)


def none_days(looked: Looked) -> GoalFigure:
    """How many of the logged days were days without."""
    shares = [Fraction(not one.used) for one in looked.logged.values()]
    return _held(shares, len(shares))


def some_weekdays(looked: Looked) -> GoalFigure:
    """How many of the logged days of these weekdays were days without."""
    weekdays = looked.version.weekdays
    shares = [
        Fraction(not one.used)
        for day, one in looked.logged.items()
        if date.fromordinal(day).weekday() in weekdays
    ]
    return _held(shares, len(looked.logged))


def gaps(looked: Looked) -> GoalFigure:
    """How many gaps that ended on these days were long enough; a week without use is near.

    A gap in which a day is not logged is not known.
    """
    uses = sorted(day for day, one in looked.uses.items() if one.used and day < looked.days.end)
    ended = [(first, last) for first, last in pairwise(uses) if last in looked.days]
    known = [
        last - first
        for first, last in ended
        if len(DateRange(first, last).of(looked.uses)) == last - first
    ]
    shares = [at_least(gap, looked.version.limit) for gap in known]
    figure = _held(shares, len(looked.logged))
    if not any(one.used for one in looked.logged.values()):
        return figure._replace(near=WHOLE)
    return figure._replace(unknown=len(ended) - len(known))


def first_uses(looked: Looked) -> GoalFigure:
    """On how many days of use the first was not before the time; a week without use is near."""
    starts = looked.history.day_starts
    limit = looked.version.limit + (DAY if looked.version.limit < starts else 0)
    used = {day: one for day, one in looked.logged.items() if one.used}
    shares = []
    for day, one in used.items():
        since = None if one.first is None else one.first - (day - EPOCH) * DAY
        if since is not None and (since < limit or not one.untimed):
            shares.append(at_least(max(0, since - starts), limit - starts))
    figure = _held(shares, len(looked.logged))._replace(unknown=len(used) - len(shares))
    return figure if used else figure._replace(near=WHOLE)


def _held(shares: Sequence[Fraction], rests_on: int) -> GoalFigure:
    """How many of several were wholly so, and how near all of them were."""
    held = sum(share == WHOLE for share in shares)
    return GoalFigure(held, held, rests_on, of=len(shares), near=mean(shares))
