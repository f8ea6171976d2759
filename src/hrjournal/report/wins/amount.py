"""Less: beside the usual, beside the start, and after a break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, BaselineKind, WinGroup
from hrjournal.report.baseline import FEWEST_USES, USUAL, ExactMean, middle, size
from hrjournal.report.wins.findings import found, less
from hrjournal.report.wins.rule import EITHER, SUBSTITUTION, Finding, rule
from hrjournal.report.wins.rule import USUAL as AGAINST_USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.report.baseline import Course, WindowPair
    from hrjournal.report.wins.rule import SubstanceDay

BREAK = 3
WATCHED = (SUDDEN_STOP, OPIOID_BREAK, SUBSTITUTION)


@rule(
    "lower_week",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=7,
    says="{name} this week: {less} {against}: {change:a day} ({days}).",
)
def lower_week(look: SubstanceDay) -> Iterator[Finding]:
    """A lower mean per day in the latest 7 days."""
    for pair in look.pairs:
        if pair.amounts_enough() and pair.now.at_least.below(pair.then.mean):
            yield less(pair)


@rule(
    "lower_peak",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=7,
    says="{name}, the largest day this week: {less} the largest of {against}: {change} ({days}).",
)
def lower_peak(look: SubstanceDay) -> Iterator[Finding]:
    """A lower largest day, in a week with use whose amounts are all known."""
    for pair in look.pairs:
        known = pair.amounts_enough() and pair.now.used and not pair.now.left
        if known and pair.then.window.length:
            now = ExactMean(_largest(look.course, pair.now.window, pair.now.unit), 1)
            then = ExactMean(_largest(look.course, pair.then.window, pair.now.unit), 1)
            if now.below(then):
                yield _peak(pair, now, then)


def _peak(pair: WindowPair, now: ExactMean, then: ExactMean) -> Finding:
    finding = found(pair, now, then, {"now": now.rounded(2), "then": then.rounded(2)})
    days = {"now_days": pair.now.known, "then_days": pair.then.known, "now_left": 0}
    figures = {**finding.figures, **days, "then_left": pair.then.left}
    return finding._replace(figures=figures, rests=pair.now.known + pair.then.known)


def _largest(course: Course, window: DateRange, unit: str) -> int:
    return max((course.days[day].doubled(unit) or 0 for day in course.use_days(window)), default=0)


@rule(
    "lower_day",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=AGAINST_USUAL,
    guards=WATCHED,
    says="{name}: {less} your usual use day: {change} "
    "(the middle of {then_days} use days in the 28 days before).",
)
def lower_day(look: SubstanceDay) -> Iterator[Finding]:
    """A use day below the middle one of the 28 days before."""
    if look.used:
        yield from _below_usual(look, DateRange(look.day - USUAL, look.day))


@rule(
    "small_return",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=AGAINST_USUAL,
    guards=(SUDDEN_STOP,),
    says="{name}, the first after {without} days without: {less} before: {change} "
    "(the middle of {then_days} use days in the 28 days before the break).",
)
def small_return(look: SubstanceDay) -> Iterator[Finding]:
    """A first use after 3 or more days without, below the middle use day before them."""
    last = look.course.use_before(look.day) if look.used else None
    if last is None:
        return
    without = look.day - last - 1
    between = look.course.written_in(DateRange(last + 1, look.day))
    if without >= BREAK and len(between) == without:
        for finding in _below_usual(look, DateRange(last + 1 - USUAL, last + 1)):
            yield finding._replace(figures={**finding.figures, "without": without})


def _below_usual(look: SubstanceDay, window: DateRange) -> Iterator[Finding]:
    """Whether the amount of a use day lies below the middle one of a window."""
    unit = look.used.unit if look.used else ""
    amount = look.used.doubled(unit) if look.used else None
    before = [look.course.days[day].doubled(unit) for day in look.course.use_days(window)]
    known = [doubled for doubled in before if doubled is not None]
    now, then = ExactMean(amount or 0, 1), middle(known)
    if amount and len(known) >= FEWEST_USES and now.below(then):
        yield Finding(
            since=window.start,
            against=BaselineKind.USUAL,
            size=size(now, then),
            rests=len(known) + 1,
            figures={
                "now": now.rounded(2),
                "then": then.rounded(2),
                "unit": unit,
                "now_days": 1,
                "now_from": look.day,
                "now_to": look.day,
                "then_days": len(known),
                "then_from": window.start,
                "then_to": window.end - 1,
            },
        )
