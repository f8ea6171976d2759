"""The latest 7 days beside the usual, and beside the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.win import BaselineKind
from hrjournal.named import NamedTuple
from hrjournal.report.baseline.course import FEWEST_THEN, USUAL, Tally

if TYPE_CHECKING:
    from hrjournal.domain.history import History
    from hrjournal.report.baseline.course import Course

WEEK = 7
FEWEST_NOW = 5  # known days that the latest 7 hold at least
FEWEST_USES = 5  # use days behind a comparison of single days
NOWHERE = DateRange(0, 0)  # the days of an estimate


class WindowPair(NamedTuple):
    """A window beside what it is measured against."""

    against: BaselineKind
    now: Tally
    then: Tally

    def amounts_enough(self, now: int = FEWEST_NOW, then: int = FEWEST_THEN) -> bool:
        """Whether enough days on both sides have an amount that is known."""
        return self.now.known >= now and self.then.known >= then

    def days_enough(self) -> bool:
        """Whether enough days on both sides are written."""
        return self.now.written >= FEWEST_NOW and self.then.written >= FEWEST_THEN


def latest(day: int) -> DateRange:
    """The 7 days that end at a day."""
    return DateRange(day - WEEK + 1, day + 1)


def usual(now: DateRange) -> DateRange:
    """The 28 days before a window."""
    return DateRange(now.start - USUAL, now.start)


def start(history: History, course: Course, now: DateRange) -> DateRange | BaselinePin | None:
    """Where the person began, if it lies before a window: days of the journal or an estimate.

    Unless they pinned a period or gave an estimate, it is their first 28 written days.
    """
    given = history.baseline_pins.get(course.substance.key)
    if given and given.days:
        return given.days if given.days.end <= now.start else None
    if given and given.use_days is not None:
        return given
    if len(course.written) < USUAL or course.written[USUAL - 1] >= now.start:
        return None
    return DateRange(course.written[0], course.written[USUAL - 1] + 1)


def pairs(history: History, course: Course, now: DateRange) -> tuple[WindowPair, ...]:
    """A window beside the usual, and beside the start where that is something else."""
    before = usual(now)
    window_pairs = [_pair(BaselineKind.USUAL, course, now, before)]
    began = start(history, course, now)
    if isinstance(began, BaselinePin):
        window_pairs.append(_estimated(began, course, now))
    elif began and began != before:
        window_pairs.append(_pair(BaselineKind.START, course, now, began))
    return tuple(window_pairs)


def _pair(against: BaselineKind, course: Course, now: DateRange, then: DateRange) -> WindowPair:
    unit = course.unit(now, then)
    return WindowPair(against, course.tally(now, unit), course.tally(then, unit))


def _estimated(began: BaselinePin, course: Course, now: DateRange) -> WindowPair:
    """A window beside the person's own estimate, stretched to 28 days."""
    used = 4 * (began.use_days or 0)
    unit = began.unit or course.substance.unit
    known = 0 if began.doubled is None else USUAL
    then = Tally(
        NOWHERE,
        unit=unit,
        written=USUAL,
        used=used,
        known=known,
        doubled=used * (began.doubled or 0),
    )
    return WindowPair(BaselineKind.START, course.tally(now, unit), then)
