"""Whether a substance rose clearly, and a depressant that rises beside one that is taken daily."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import BaselineKind, Notice
from hrjournal.report.baseline import Course, WindowPair, latest, usual
from hrjournal.report.safety.falls import rose_above_all, under
from hrjournal.report.safety.stop_rules import USUALLY
from hrjournal.report.safety.urgency import Urgency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Kind

RISE: Final = "rise"
BACK: Final = 70  # days that are looked at
LATELY: Final = 21  # days in which the last logged ones say what is taken daily


def substitution(history: History, day: int, substance: str) -> tuple[str, ...]:
    """The other substances that rose in the latest 7 days."""
    return tuple(
        key
        for key, other in history.substances.items()
        if key != substance and rose(Course(other, history.of(key)), day)
    )


def rose(course: Course, day: int) -> bool:
    """Whether the latest 7 days lie over a quarter above the usual, in amount or else in days.

    Where amounts are known they lie so far above any seven days of the last eight weeks too,
    since the weeks of a steady person differ by as much.
    """
    if course.substance.kind.medicine:
        return False
    window = latest(day)
    before = usual(window)
    unit = course.unit(window, before)
    pair = WindowPair(BaselineKind.USUAL, course.tally(window, unit), course.tally(before, unit))
    if pair.amounts_enough():
        return under(pair.then.mean, 20, pair.now.mean) and rose_above_all(course, day)
    return pair.days_enough() and under(pair.then.rate, 20, pair.now.rate)


def rises(history: History, day: int) -> Iterator[Notice]:
    """A depressant that rises while another is taken on most days; each is told by itself."""
    slowing = {
        key: Course(one, DateRange(day - BACK, day + 1).of(history.of(key)))
        for key, one in history.substances.items()
        if slows(one.kind)
    }
    daily = [key for key, course in slowing.items() if _daily(course, day)]
    for key, course in slowing.items():
        beside = next((one for one in daily if one != key), None)
        if beside and rose(course, day):
            since = day - 1 - (day - 1) % 28
            yield Notice(RISE, key, Urgency.RISE, figures={"beside": beside}, since=since)


def slows(kind: Kind) -> bool:
    """Whether it slows breathing: an opioid or a sedative, a medicine too."""
    return kind.opioid or kind.family.startswith("depressant")


def _daily(course: Course, day: int) -> bool:
    days = [past for past in course.last(USUALLY.of_days, day) if past > day - LATELY]
    return sum(course.days[past].used for past in days) >= USUALLY.near_daily_days
