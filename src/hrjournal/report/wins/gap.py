"""Longer between: the gap that runs, or the one that ended on the day, beside earlier ones.

A gap runs from the last use of one use day to the first of the next. Every day between is
written as none. One that still runs on a day that is over reaches to the end of that day. Gaps
are compared in seconds where all of them are timed, else in whole days.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.entry import DAY, EPOCH
from hrjournal.domain.history import Days
from hrjournal.domain.win import Against, Group
from hrjournal.report.baseline import USUAL, Mean, middle, size
from hrjournal.report.guards import is_opioid
from hrjournal.report.wins.rule import OPIOID_BREAK, SUDDEN_STOP, Finding, rule
from hrjournal.report.wins.rule import USUAL as AGAINST_USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.history import Day
    from hrjournal.report.baseline import Course
    from hrjournal.report.wins.rule import Look

FEWEST = 3  # earlier gaps
LONG_VIEW = 90
WATCHED = (SUDDEN_STOP, OPIOID_BREAK)


class Gap(NamedTuple):
    """From a use day to the next, or to the day after the last one known."""

    start: int
    end: int
    seconds: int | None  # None where a use of either day has no time
    logged: bool  # every day between is written

    @property
    def days(self) -> int:
        """Its length in whole days."""
        return self.end - self.start

    def length(self, *, timed: bool) -> int:
        """Its length in seconds or in days."""
        return self.seconds or 0 if timed else self.days


@rule(
    "longer_gap",
    group=Group.LESS_OFTEN,
    against=AGAINST_USUAL,
    guards=WATCHED,
    every=7,
    says="{name}: {now:gap} between, {longer} your usual of {then:gap} "
    "(the middle of {gaps} gaps, {rests} days written).",
)
def longer_gap(look: Look) -> Iterator[Finding]:
    """A gap above the middle one of the 28 days before it."""
    gap = _latest(look)
    if gap is None or not gap.logged:
        return
    earlier = [one for one in _earlier(look.course, gap, USUAL) if one.logged]
    timed = _timed([gap, *earlier])
    now, then = gap.length(timed=timed), middle(one.length(timed=timed) for one in earlier)
    if len(earlier) >= FEWEST and then.below(Mean(now, 1)):
        yield _found(look, gap, earlier, {"now": now, "then": then.rounded(), "timed": int(timed)})


@rule(
    "longest_gap",
    group=Group.LESS_OFTEN,
    against=AGAINST_USUAL,
    guards=WATCHED,
    every=7,
    says="{name}: {now:gap} between, the longest of the last 90 days, was {then:gap} "
    "({gaps} earlier gaps, {rests} days written).",
)
def longest_gap(look: Look) -> Iterator[Finding]:
    """A gap above the longest of the 90 days before.

    An earlier gap with unwritten days in it may have been as long as it looks, so it counts
    against this one; but 3 earlier gaps are fully written. Where the substance is an opioid,
    the note on tolerance always goes with it.
    """
    gap = _latest(look)
    if gap is None or not gap.logged:
        return
    earlier = _earlier(look.course, gap, LONG_VIEW)
    timed = _timed([gap, *earlier])
    now = gap.length(timed=timed)
    then = max((one.length(timed=timed) for one in earlier), default=now)
    if now > then and sum(one.logged for one in earlier) >= FEWEST:
        figures = {"now": now, "then": then, "timed": int(timed)}
        if is_opioid(look.kind):
            figures[OPIOID_BREAK] = gap.days
        yield _found(look, gap, earlier, figures)


def _found(look: Look, gap: Gap, earlier: Sequence[Gap], figures: dict[str, int]) -> Finding:
    first = earlier[0].start
    return Finding(
        since=first,
        against=Against.USUAL,
        size=size(Mean(figures["now"], 1), Mean(figures["then"], 1)),
        rests=len(look.course.written_in(Days(first, look.day + 1))),
        figures={
            **figures,
            "gaps": len(earlier),
            "now_from": gap.start,
            "now_to": look.day,
            "then_from": first,
            "then_to": gap.start,
        },
    )


def _latest(look: Look) -> Gap | None:
    """The gap that ended on the day, or that still ran when it was over."""
    last = look.course.use_before(look.day)
    if last is None or look.now is None:
        return None
    if look.now.used:
        return _between(look.course, last, look.day)
    end = look.day + 1
    over = (end - EPOCH) * DAY + look.scene.history.day_starts
    since = _sure(look.course.days[last]).last
    return Gap(last, end, None if since is None else over - since, _logged(look.course, last, end))


def _earlier(course: Course, gap: Gap, days: int) -> list[Gap]:
    """The gaps within this many days before the start of another."""
    uses = course.use_days(Days(gap.start - days, gap.start + 1))
    return [_between(course, one, other) for one, other in pairwise(uses)]


def _between(course: Course, start: int, end: int) -> Gap:
    since, until = _sure(course.days[start]).last, _sure(course.days[end]).first
    seconds = None if since is None or until is None else until - since
    return Gap(start, end, seconds, _logged(course, start, end))


def _sure(day: Day) -> Day:
    """A use day, whose first and last times are not known if a use has no time."""
    return day._replace(first=None, last=None) if day.untimed else day


def _logged(course: Course, start: int, end: int) -> bool:
    return len(course.written_in(Days(start + 1, end))) == end - start - 1


def _timed(gaps: Sequence[Gap]) -> bool:
    return all(gap.seconds is not None for gap in gaps)
