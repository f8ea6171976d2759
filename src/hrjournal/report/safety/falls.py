"""Whether use fell short of zero, beyond what is usual for the person.

The means of seven days of a steady person lie far apart, so a fall counts below *every* seven days
of the last eight weeks. Measured on steady people with a day-to-day spread of 0.3 to 0.6 and gaps,
that holds on 1 to 2 of 100 days; of falls by seven tenths 87 of 100 are seen within a week.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.report.baseline import WEEK, ExactMean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.domain.knowledge.stop_rule import StopRule
    from hrjournal.report.baseline import Course

LOOKED_AT: Final = 56  # days before that a person is measured against
USUALLY: Final = 28
FEWEST: Final = 4  # known days of a week
FEWEST_BEFORE: Final = 14  # known days of the four weeks before
CLEARLY: Final = 15  # percent below the lightest seven days


def under(low: ExactMean, percent: int, high: ExactMean) -> bool:
    """Whether one mean lies more than so many percent below another."""
    return 100 * low.total * high.among < (100 - percent) * high.total * low.among


def fell(course: Course, day: int, rule: StopRule) -> bool:
    """Whether the seven days up to a day are a sudden fall for this person.

    Where a pace was read, that is more than `fall_percent` below any seven days that ended
    `pace_days` ago or earlier. Else it is that much below the four weeks before, and clearly
    below any seven days of eight weeks.
    """
    if rule.pace_days:
        return _below_all(course, day, rule.fall_percent, ago=rule.pace_days)
    now = _week(course, day)
    before = DateRange(day - WEEK - USUALLY + 1, day - WEEK + 1)
    then = course.tally(before, _unit(course, day))
    if now is None or then.known < FEWEST_BEFORE or not under(now, rule.fall_percent, then.mean):
        return False
    return _below_all(course, day, CLEARLY, ago=WEEK)


def stepped(course: Course, day: int, rule: StopRule) -> bool:
    """Whether the seven days up to a day are a larger step than the pace that guidelines name.

    Half as much again is allowed, since pills come in whole steps.
    """
    return bool(rule.pace_days) and _below_all(
        course, day, rule.pace_percent * 3 // 2, ago=rule.pace_days
    )


def rose_above_all(course: Course, day: int) -> bool:
    """Whether the seven days up to a day lie over a quarter above all seven days of eight weeks."""
    now = _week(course, day)
    before = list(_weeks(course, day, WEEK)) if now else []
    return now is not None and bool(before) and all(under(one, 20, now) for one in before)


def _below_all(course: Course, day: int, percent: int, *, ago: int) -> bool:
    now = _week(course, day)
    found = False
    for one in _weeks(course, day, ago) if now else ():
        found = True
        if now is None or not under(now, percent, one):
            return False
    return found


def _weeks(course: Course, day: int, ago: int) -> Iterator[ExactMean]:
    """Every seven days with enough known ones that ended so many days ago, within eight weeks."""
    unit = _unit(course, day)
    for end in range(day - ago, day - LOOKED_AT, -1):
        tally = course.tally(DateRange(end - WEEK + 1, end + 1), unit)
        if tally.known >= FEWEST:
            yield tally.mean


def _week(course: Course, day: int) -> ExactMean | None:
    tally = course.tally(DateRange(day - WEEK + 1, day + 1), _unit(course, day))
    return tally.mean if tally.known >= FEWEST else None


def _unit(course: Course, day: int) -> str:
    return course.unit(DateRange(day - LOOKED_AT, day + 1))
