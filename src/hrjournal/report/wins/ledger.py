"""Which wins are new to the ledger. It only ever grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import Size
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import WEEK, Course, holds, pairs
from hrjournal.report.safety.stops import SuddenStopDetector
from hrjournal.report.wins.rule import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.win import Win

    Ledger = Mapping[tuple[str, str | None, str], Mapping[int, Size]]
    from collections.abc import Collection, Iterator

    from hrjournal.domain.history import History
    from hrjournal.report.baseline import WindowPair


SIZES = (Size.UNSAID, Size.LITTLE, Size.SOME, Size.LOT, Size.VERY)


def fresh(found: Iterable[Win], ledger: Ledger) -> tuple[Win, ...]:
    """The wins that say something new.

    One that lies near to another of its kind, in the ledger or among them, is new when it is of
    a larger size: a week that grows lighter day by day is told again as it grows.
    """
    taken: dict[tuple[str, str | None, str], dict[int, Size]] = {}
    new: list[Win] = []
    for win in found:
        key = (win.rule, win.substance, win.baseline.value)
        beside = taken.setdefault(key, {})
        if not (_told(win, ledger.get(key, {})) or _told(win, beside)):
            beside[win.day] = win.size
            new.append(win)
    return tuple(new)


def _told(win: Win, days: Mapping[int, Size]) -> bool:
    """Whether one at least as large lies nearer than the rule allows."""
    if win.day in days:
        return True
    apart = RULES[win.rule, win.baseline].every
    return apart > 1 and any(
        -apart < win.day - day < apart and SIZES.index(size) >= SIZES.index(win.size)
        for day, size in days.items()
    )


class Streak(NamedTuple):
    """How many in a row now, how many at the longest, and how many in all."""

    now: int = 0
    longest: int = 0
    total: int = 0

    def then(self, *, won: bool) -> Streak:
        """The run after one more."""
        if not won:
            return Streak(0, self.longest, self.total)
        return Streak(self.now + 1, max(self.longest, self.now + 1), self.total + 1)


def winning_days(wins: Iterable[Win], written: Collection[int], today: int) -> Streak:
    """Written days in a row with a small win other than having been written.

    An unwritten day neither adds nor ends a run, and neither does today before it has its win.
    """
    won = {win.day for win in wins if win.rule != "logged"}
    run = Streak()
    for day in sorted(written):
        if day < today or (day == today and day in won):
            run = run.then(won=day in won)
    return run


def lighter_weeks(history: History, key: str, today: int, week_starts: int = 0) -> Streak:
    """Whole weeks in a row below the usual or the start, or at a lower level reached before.

    A week with too few days to tell neither adds nor ends a run, and neither does one that ended
    while a sudden stop can be dangerous. Monday is 0.
    """
    substance = history.substances.get(key)
    run = Streak()
    if substance is None or substance.kind.medicine:
        return run
    course = Course(substance, history.of(key))
    stop = SuddenStopDetector(course)
    for week in _weeks(course, today, week_starts):
        lighter = _lighter(history, course, week)
        if lighter is not None and not stop.due(week.end - 1):
            run = run.then(won=lighter)
    return run


def _weeks(course: Course, today: int, week_starts: int) -> Iterator[DateRange]:
    """The weeks that are over, from the first with a written day."""
    if not course.written:
        return
    first = course.written[0]
    start = first - (first - 1 - week_starts) % WEEK  # the first ordinal is a Monday
    for day in range(start, today - WEEK + 1, WEEK):
        yield DateRange(day, day + WEEK)


def _lighter(history: History, course: Course, week: DateRange) -> bool | None:
    """Whether a week was lighter; None where its days are too few to tell."""
    told = [_below(pair) for pair in pairs(history, course, week)]
    unit = course.unit(week)
    extremes = course.extremes(week.start - 1, unit)
    if extremes and extremes.lowest.mean.below(extremes.highest.mean):
        told.append(holds(course.tally(week, unit), extremes.lowest.mean) or None)
    known = [lighter for lighter in told if lighter is not None]
    return any(known) if known else None


def _below(pair: WindowPair) -> bool | None:
    """Whether a week lies below another window: by amount, or else by days."""
    if pair.amounts_enough():
        return pair.now.at_least.below(pair.then.mean)
    return pair.now.rate.below(pair.then.rate) if pair.days_enough() else None
