"""Later: a later first use, an earlier last one, a slower pace, beside the same weekdays.

Only of what is written use by use: of a day's total the time says when it was written down.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH, EntryType
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup, WinMeasure
from hrjournal.report.baseline import ExactMean
from hrjournal.report.wins.days import FEWEST, like_uses, ranked
from hrjournal.report.wins.rule import Finding, fact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse
    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import SubstanceDay

HALF_HOUR: Final = 1800
HOUR: Final = 3600
MEASURED: Final = frozenset({"mg", "g", "ml", "ug"})  # units of which one use may hold many


@fact(
    "later_start",
    group=WinGroup.LATER,
    measure=WinMeasure.FIRST_USE,
    section=Section.WINS,
    says="{name}: the first at {now:clock} on {weekday}, your latest of the last {rank} {weekday}s "
    "with any. Next latest: {then:clock}.",
)
def later_start(look: SubstanceDay) -> Iterator[Finding]:
    """A first use half an hour or more after that of each of the last 4 same weekdays."""
    days = _like_timed(look)
    if days:
        now, *before = (_within(look, day, lambda here: here.first) for day in days)
        then = max(before)
        if now >= then + HALF_HOUR:
            yield _clocks(look, now, then, days[1:])


@fact(
    "earlier_stop",
    group=WinGroup.LATER,
    measure=WinMeasure.FIRST_USE,
    section=Section.WINS,
    says="{name}: the last at {now:clock} on {weekday}, your earliest of the last {rank} "
    "{weekday}s with any. Next earliest: {then:clock}.",
)
def earlier_stop(look: SubstanceDay) -> Iterator[Finding]:
    """A last use half an hour or more before that of each of the last 4 same weekdays.

    Only where all of these days hold several uses: the time of a single one tells when it began.
    """
    days = _like_timed(look)
    if days and all(look.course.days[day].uses > 1 for day in days):
        now, *before = (_within(look, day, lambda here: here.last) for day in days)
        then = min(before)
        if now + HALF_HOUR <= then:
            yield _clocks(look, now, then, days[1:])


@fact(
    "slower",
    group=WinGroup.LATER,
    measure=WinMeasure.AMOUNT,
    section=Section.WINS,
    guarded=True,
    says="{name}: at most {now:amount} an hour on {weekday}, your slowest of the last {rank} "
    "{weekday}s with any. Next slowest: {then:figure}.",
)
def slower(look: SubstanceDay) -> Iterator[Finding]:
    """A pace below that of each of the last 4 same weekdays, on a day that is no larger.

    The pace of this day is its fastest stretch, that of the others their mean: taking more, later,
    never makes a day slower.
    """
    days, unit = _like_timed(look), look.used.unit if look.used else ""
    amounts = [look.course.days[day].doubled(unit) for day in days]
    now, fastest = amounts[0] if amounts else None, _fastest(look, unit)
    paces = [
        ExactMean(HOUR * amount, seconds)
        for day, amount in zip(days[1:], amounts[1:], strict=True)
        if amount and (seconds := _length(look.course.days[day])) > 0 and now and now <= amount
    ]
    if not fastest or len(paces) < FEWEST:
        return
    slowest = min(paces, key=lambda pace: pace.rounded())
    hourly = ExactMean(HOUR * fastest.total, fastest.among)
    if hourly.rounded() + look.scene.piece(unit) <= slowest.rounded():
        figures: dict[str, Figure] = {
            "now": hourly.rounded(2),
            "then": slowest.rounded(2),
            "unit": unit,
        }
        yield ranked(look, days[1:], figures)


def _like_timed(look: SubstanceDay) -> Sequence[int]:
    """The day and the last 4 same weekdays with use, if the times of all of them are told."""
    if not look.used:
        return ()
    days = [look.day, *(day for day, _ in zip(like_uses(look), range(FEWEST), strict=False))]
    told = len(days) == FEWEST + 1 and all(_use_by_use(look, look.course.days[day]) for day in days)
    return days if told else ()


def _use_by_use(look: SubstanceDay, here: DayUse) -> bool:
    """Whether the times of a day are those of its uses."""
    if here.untimed or here.first is None:
        return False
    if look.course.substance.key in look.scene.yardstick.day_totals:
        return False
    amount = here.doubled(here.unit)
    one = amount is not None and amount <= 2 * look.scene.piece(here.unit)
    return here.uses > 1 or here.unit in MEASURED or one


def _within(look: SubstanceDay, day: int, told: Callable[[DayUse], int | None]) -> int:
    """Seconds of the clock on the wall, from the start of a day for the person."""
    local = told(look.course.days[day]) or 0
    return local - (day - EPOCH) * DAY - look.scene.history.day_starts


def _length(here: DayUse) -> int:
    """Seconds from the first use of a day to its last."""
    return (here.last_instant or 0) - (here.first_instant or 0)


def _clocks(look: SubstanceDay, now: int, then: int, days: Sequence[int]) -> Finding:
    starts = look.scene.history.day_starts
    return ranked(look, days, {"now": (now + starts) % DAY, "then": (then + starts) % DAY})


def _fastest(look: SubstanceDay, unit: str) -> ExactMean | None:
    """The fastest stretch from one use to a later one, per second; None where it is not known."""
    uses = [
        entry
        for entry in look.scene.entries
        if entry.type is EntryType.USE and entry.substance == look.course.substance.key
    ]
    if not look.used or len(uses) != look.used.uses or len(uses) < 2:
        return None
    taken = sorted(
        (entry.moment.instant, amount) for entry in uses if (amount := _amount(entry, unit))
    )
    if len(taken) < len(uses) or look.used.untimed:
        return None
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
