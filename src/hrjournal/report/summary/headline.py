"""The headline: how often and how much, at the start, before, in these days, and at their end."""

from __future__ import annotations

from bisect import bisect_left
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import FEWEST_USES, USUAL, Course, start, usual
from hrjournal.report.measures import chosen_unit, measures
from hrjournal.report.safety.mixes import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.measures import Measures

LATELY: Final = 28  # logged days at the start and at the end that are looked at by themselves


class HeadlineSpan(StrEnum):
    """Which days a column is about."""

    START = "start"
    BEFORE = "before"
    PERIOD = "period"
    LATELY = "lately"


class HeadlineColumn(NamedTuple):
    """What is counted over some days; an estimate of the person's own has none."""

    span: HeadlineSpan
    counted: Measures | None = None
    estimate: BaselinePin | None = None
    largest: tuple[int, int] | None = None  # of one day, with what is known of days not all known
    heavy: int | None = None  # days that were heavy for sure, those not all known too


class SubstanceHeadline(NamedTuple):
    """One substance, its columns by what they are about, and the days of a medicine."""

    substance: Substance
    unit: str
    columns: Mapping[HeadlineSpan, HeadlineColumn]
    start_inside: bool = False  # the start is the first logged days of these days themselves
    taken_since: int | None = None  # of a medicine: the first day on which it was taken

    @property
    def period(self) -> Measures:
        """What is counted over all of these days."""
        counted = self.columns[HeadlineSpan.PERIOD].counted
        assert counted is not None  # noqa: S101 - made with it
        return counted

    def counted(self, span: HeadlineSpan) -> Measures | None:
        """What is counted over some of the days, if anything is written of them."""
        column = self.columns.get(span)
        return column.counted if column else None


Spans = dict[HeadlineSpan, DateRange | BaselinePin]


def headline(
    history: History, substance: Substance, window: DateRange, heavy: int | None
) -> SubstanceHeadline:
    """Counts a substance; where it begins in the window, its first and last logged days."""
    days = history.of(substance.key)
    unit = chosen_unit(days, window, substance.unit)
    cut = heavy if substance.kind.id == "alcohol" else None
    spans: Spans = {HeadlineSpan.PERIOD: window}
    if substance.kind.medicine:
        first = next((day for day, one in sorted(days.items()) if one.used), None)
    else:
        first = None
        spans = _spans(history, Course(substance, days), window)
    columns = {
        span: _column(span, days, over, unit, cut)
        if isinstance(over, DateRange)
        else HeadlineColumn(span, None, over)
        for span, over in spans.items()
    }
    began = spans.get(HeadlineSpan.START)
    inside = isinstance(began, DateRange) and began.end > window.start
    return SubstanceHeadline(substance, unit, columns, start_inside=inside, taken_since=first)


def _inside(history: History, course: Course, late: int) -> DateRange | None:
    """A start that lies in the window, at least in part, and before its last logged days."""
    given = history.baseline_pins.get(course.substance.key)
    first = DateRange(course.written[0], course.written[LATELY - 1] + 1)
    began = given.days if given and given.days else first
    return began if began.end <= late else None


def _column(
    span: HeadlineSpan, days: Mapping[int, DayUse], over: DateRange, unit: str, cut: int | None
) -> HeadlineColumn:
    counted = measures(days, over, unit, cut)
    used = [day for day in over.of(days).values() if day.used and day.unit == unit and day.high]
    largest = max(used, key=lambda day: day.low + day.high, default=None)
    heavy = None if cut is None else sum(day.low + day.high >= 2 * cut for day in used)
    ends = (largest.low, largest.high) if largest else None
    return HeadlineColumn(span, counted, None, ends, heavy)


def _spans(history: History, course: Course, window: DateRange) -> Spans:
    """The days of each column, as far as anything is written there."""
    spans: Spans = {HeadlineSpan.PERIOD: window}
    began, before = start(history, course, window), usual(window)
    written = [day for day in window.every if day in course.days]
    long = len(written) >= 2 * LATELY
    if began is None and long:
        began = _inside(history, course, written[-LATELY])
    if began is not None:
        spans[HeadlineSpan.START] = began
    if began != before and before.of(course.days):
        spans[HeadlineSpan.BEFORE] = before
    if long:
        spans[HeadlineSpan.LATELY] = DateRange(written[-LATELY], window.end)
    return spans


class HeadlineChange(NamedTuple):
    """Two columns beside each other; `percent` less per day where the counts carry one."""

    then: HeadlineSpan
    now: HeadlineSpan
    amount: bool  # the percent is of amounts; else of days of use
    percent: int | None


def changes(one: SubstanceHeadline) -> Iterator[HeadlineChange]:
    """The end of the days, or all of them, beside the start and what was before.

    A percent needs five days of use on each side, and of amounts that none of them is unknown.
    """
    now = HeadlineSpan.LATELY if one.start_inside else HeadlineSpan.PERIOD
    for then in (HeadlineSpan.START, HeadlineSpan.BEFORE):
        before, after = one.counted(then), one.counted(now)
        if before is None or after is None or not _enough(before, after):
            continue
        amount = _known(before, after)
        yield HeadlineChange(then, now, amount, _percent(before, after, amount=amount))


def _enough(before: Measures, after: Measures) -> bool:
    return min(before.written, after.written) >= USUAL // 2


def _known(before: Measures, after: Measures) -> bool:
    """Whether every use of both sides has an amount in the one unit."""
    return all(one.known_days == one.use_days for one in (before, after))


def _percent(before: Measures, after: Measures, *, amount: bool) -> int | None:
    if min(before.use_days, after.use_days) < FEWEST_USES:
        return None
    then = before.per_told_day if amount else before.use_rate
    now = after.per_told_day if amount else after.use_rate
    if not then or now is None:
        return None
    share = 100 * (then - now) / then
    return int(share + (1 if share >= 0 else -1) * type(share)(1, 2))


def substance_order(
    history: History, window: DateRange, substances: tuple[Substance, ...]
) -> tuple[Substance, ...]:
    """What was used on most days first; nicotine and caffeine after the others, medicines last."""

    def rank(one: Substance) -> tuple[bool, bool, int]:
        daily = one.kind.group in EVERYDAY
        return one.kind.medicine, daily, -_use_days(history.of(one.key), window)

    return tuple(sorted(substances, key=rank))


def _use_days(days: Mapping[int, DayUse], window: DateRange) -> int:
    ordered = sorted(day for day, one in days.items() if one.used)
    return bisect_left(ordered, window.end) - bisect_left(ordered, window.start)
