"""Later: a later first use, an earlier last one, a slower pace."""

from __future__ import annotations

from functools import cmp_to_key
from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, WinGroup
from hrjournal.report.baseline import FEWEST_USES, USUAL, ExactMean, middle, size
from hrjournal.report.wins.rule import USUAL as AGAINST_USUAL
from hrjournal.report.wins.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse
    from hrjournal.report.wins.rule import SubstanceDay

HALF_HOUR = 1800
HOUR = 3600


@rule(
    "later_start",
    group=WinGroup.LATER,
    section=Section.WINS,
    against=AGAINST_USUAL,
    says="{name}: the first at {now:clock}, usually about {then:clock} "
    "(the middle of {then_days} use days in the 28 days before).",
)
def later_start(look: SubstanceDay) -> Iterator[Finding]:
    """A first use half an hour or more after the middle one of the 28 days before."""
    before = _timed_before(look)
    first = look.used.first if look.used and not look.used.untimed else None
    if first is not None and len(before) >= FEWEST_USES:
        now = ExactMean(_within(look, first, look.day), 1)
        then = middle(_within(look, here.first or 0, day) for day, here in before)
        if now.total * then.among >= then.total + HALF_HOUR * then.among:
            yield _clocks(look, now, then, before)


@rule(
    "earlier_stop",
    group=WinGroup.LATER,
    section=Section.WINS,
    against=AGAINST_USUAL,
    says="{name}: the last at {now:clock}, usually about {then:clock} "
    "(the middle of {then_days} use days in the 28 days before).",
)
def earlier_stop(look: SubstanceDay) -> Iterator[Finding]:
    """A last use half an hour or more before the middle one of the 28 days before."""
    before = _timed_before(look)
    last = look.used.last if look.used and not look.used.untimed else None
    if last is not None and len(before) >= FEWEST_USES:
        now = ExactMean(_within(look, last, look.day), 1)
        then = middle(_within(look, here.last or 0, day) for day, here in before)
        if now.total * then.among + HALF_HOUR * then.among <= then.total:
            yield _clocks(look, now, then, before)


@rule(
    "slower",
    group=WinGroup.LATER,
    section=Section.WINS,
    against=AGAINST_USUAL,
    says="{name}: {slower} your usual pace: {change:an hour at most} "
    "(the middle of {then_days} use days in the 28 days before).",
)
def slower(look: SubstanceDay) -> Iterator[Finding]:
    """A pace below the middle one of the use days in the 28 days before.

    The pace of the day is its fastest stretch, and the day is no larger than the middle one:
    taking more, later, never makes a day slower.
    """
    unit = look.used.unit if look.used else ""
    before = [
        (amount, here.last - here.first)
        for _, here in _timed_before(look)
        if here.first is not None
        and here.last is not None
        and here.last > here.first
        and (amount := here.doubled(unit))
    ]
    fastest = _fastest(look, unit)
    if fastest is None or look.used is None or len(before) < FEWEST_USES:
        return
    usual = _middle_pace(before)
    most = middle(amount for amount, _ in before)
    whole = ExactMean(look.used.doubled(unit) or 0, 1)
    if fastest.below(usual) and not most.below(whole):
        yield _paces(look, fastest, usual, len(before))


def _timed_before(look: SubstanceDay) -> Sequence[tuple[int, DayUse]]:
    """The use days of the 28 days before on which every use has a time."""
    if not look.used:
        return ()
    days = look.course.use_days(DateRange(look.day - USUAL, look.day))
    found = [(day, look.course.days[day]) for day in days]
    return [(day, here) for day, here in found if here.first is not None and not here.untimed]


def _within(look: SubstanceDay, local: int, day: int) -> int:
    """Seconds since the person's day began."""
    return local - (day - EPOCH) * DAY - look.scene.history.day_starts


def _clocks(
    look: SubstanceDay, now: ExactMean, then: ExactMean, before: Sequence[tuple[int, DayUse]]
) -> Finding:
    starts = look.scene.history.day_starts
    return Finding(
        since=look.day - USUAL,
        against=BaselineKind.USUAL,
        rests=len(before) + 1,
        figures={
            "now": (now.rounded() + starts) % DAY,
            "then": (then.rounded() + starts) % DAY,
            **_days(look, len(before)),
        },
    )


def _days(look: SubstanceDay, count: int) -> dict[str, int]:
    return {
        "now_days": 1,
        "now_from": look.day,
        "now_to": look.day,
        "then_days": count,
        "then_from": look.day - USUAL,
        "then_to": look.day - 1,
    }


def _paces(look: SubstanceDay, now: ExactMean, then: ExactMean, count: int) -> Finding:
    hourly = [ExactMean(pace.total * HOUR, pace.among) for pace in (now, then)]
    return Finding(
        since=look.day - USUAL,
        against=BaselineKind.USUAL,
        size=size(now, then),
        rests=count + 1,
        figures={
            "now": hourly[0].rounded(2),
            "then": hourly[1].rounded(2),
            "unit": look.used.unit if look.used else "",
            **_days(look, count),
        },
    )


def _middle_pace(paces: Sequence[tuple[int, int]]) -> ExactMean:
    """The median of paces, each an amount over seconds."""
    ordered = sorted(paces, key=cmp_to_key(_by_pace))
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ExactMean(*ordered[half])
    (low, over), (high, beside) = ordered[half - 1], ordered[half]
    return ExactMean(low * beside + high * over, 2 * over * beside)


def _by_pace(one: tuple[int, int], other: tuple[int, int]) -> int:
    return one[0] * other[1] - other[0] * one[1]


def _fastest(look: SubstanceDay, unit: str) -> ExactMean | None:
    """The fastest stretch from one use to a later one; None where it is not known."""
    uses = [
        entry
        for entry in look.scene.entries
        if entry.type is EntryType.USE and entry.substance == look.course.substance.key
    ]
    if not look.used or len(uses) != look.used.uses or len(uses) < 2:
        return None
    taken = [(entry.moment.local, amount) for entry in uses if (amount := _amount(entry, unit))]
    if len(taken) < len(uses) or look.used.untimed:
        return None
    taken.sort()
    stretches = [
        ExactMean(
            sum(amount for _, amount in taken[first : last + 1]), taken[last][0] - taken[first][0]
        )
        for first in range(len(taken))
        for last in range(first + 1, len(taken))
    ]
    fastest = stretches[0]
    for stretch in stretches:
        if not stretch.among:  # two at one time: no pace can be told
            return None
        fastest = stretch if fastest.below(stretch) else fastest
    return fastest


def _amount(entry: Entry, unit: str) -> int | None:
    amount = entry.amount
    if amount is None or amount.low is None or amount.high is None or amount.unit != unit:
        return None
    return amount.low + amount.high
