"""Less on a day: beside the same weekdays before, and after a break.

A use day is compared with the same weekday alone, for weekdays differ. It has to be lower than
each of the last 4 to 8 of them by half a piece or more: of n + 1 days that are alike, any may be
the lowest, so luck alone brings it in 1 of n + 1.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, WinGroup, WinMeasure
from hrjournal.report.wins.rule import Finding, fact, one_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import SubstanceDay

FEWEST: Final = 4  # earlier days that a rank rests on at least, and
MOST: Final = 8  # at most
FAR: Final = 182  # days back in which they are looked for
BREAK: Final = 3  # days without, after which a first use is a return
OFTEN: Final = 3  # of the last 4 same weekdays with use


def like_days(look: SubstanceDay) -> Iterator[int]:
    """The written days of the same weekday before a day, the newest first."""
    for day in range(look.day - 7, look.day - FAR - 1, -7):
        if day in look.course.days:
            yield day


def like_uses(look: SubstanceDay) -> Iterator[int]:
    """Those of them with use."""
    return (day for day in like_days(look) if look.course.days[day].used)


@fact(
    "lighter_day",
    group=WinGroup.LESS,
    measure=WinMeasure.AMOUNT,
    section=Section.WINS,
    guarded=True,
    says="{name}: {now:amount} on {weekday}, your lowest of the last {rank} {weekday}s with any. "
    "Next lowest: {then:figure}.",
)
def lighter_day(look: SubstanceDay) -> Iterator[Finding]:
    """A use day lower than each of the last 4 to 8 same weekdays with use."""
    return _lower(look, like_uses(look))


@fact(
    "small_return",
    group=WinGroup.LESS,
    measure=WinMeasure.AMOUNT,
    section=Section.WINS,
    guarded=True,
    says="{name}: {now:amount} on {weekday} after {without} days without, your lowest of the last "
    "{rank} days with any. Next lowest: {then:figure}.",
)
def small_return(look: SubstanceDay) -> Iterator[Finding]:
    """A first use after 3 or more days without, lower than each of the use days before them."""
    last = look.course.use_before(look.day) if look.used else None
    if last is None:
        return
    without = look.day - last - 1
    logged = look.course.written_in(DateRange(last + 1, look.day))
    if without >= BREAK and len(logged) == without:
        uses = look.course.use_days(DateRange(look.day - FAR, look.day))
        for finding in _lower(look, reversed(uses)):
            yield finding._replace(figures={**finding.figures, "without": without})


def _lower(look: SubstanceDay, earlier: Iterable[int]) -> Iterator[Finding]:
    """That a use day is lower than each of the nearest earlier ones, as far as it is."""
    unit = look.used.unit if look.used else ""
    now = look.used.doubled(unit) if look.used else None
    if now is None:
        return
    least = now + look.scene.piece(unit)
    higher: list[tuple[int, int]] = []
    for day in earlier:
        amount = look.course.days[day].doubled(unit)
        if amount is None or amount < least or len(higher) == MOST:
            break
        higher.append((amount, day))
    if len(higher) >= FEWEST:
        figures: dict[str, Figure] = {
            "now": _half(now),
            "then": _half(min(higher)[0]),
            "unit": unit,
        }
        yield ranked(look, [day for _, day in higher], figures)


def ranked(look: SubstanceDay, days: Sequence[int], figures: dict[str, Figure]) -> Finding:
    """A day ahead of each of these others, whose chance is one in all of them."""
    return Finding(
        figures={
            **figures,
            "now_days": 1,
            "now_from": look.day,
            "now_to": look.day,
            "then_days": len(days),
            "then_from": min(days),
            "then_to": max(days),
        },
        against=BaselineKind.USUAL,
        chance=one_in(len(days) + 1),
    )


def _half(doubled: int) -> int:
    return (doubled + 1) // 2


@fact(
    "day_without",
    group=WinGroup.LESS_OFTEN,
    measure=WinMeasure.DAYS,
    section=Section.WINS,
    guarded=True,
    says="{name}: a {weekday} without. You had some on {then} of the last 4 {weekday}s.",
)
def day_without(look: SubstanceDay) -> Iterator[Finding]:
    """A day without, on a weekday with use on 3 of its last 4 or more."""
    if look.now is None or look.used:
        return
    before = [day for day, _ in zip(like_days(look), range(FEWEST), strict=False)]
    used = sum(look.course.days[day].used for day in before)
    if len(before) == FEWEST and used >= OFTEN:
        finding = ranked(look, before, {"now": 0, "then": used})
        yield finding._replace(chance=one_in(FEWEST + 1, FEWEST + 1 - used))


LONG_VIEW: Final = 90  # days
DAY: Final = 86_400  # seconds


@fact(
    "longest_gap",
    group=WinGroup.LESS_OFTEN,
    measure=WinMeasure.GAP,
    section=Section.WINS,
    says="{name}: {now:gap} between uses, the longest in 90 days, was {then:gap}.",
)
def longest_gap(look: SubstanceDay) -> Iterator[Finding]:
    """The longest time between uses in 90 days, by a day or by a quarter at least.

    Every day in it is written. An earlier one with unwritten days may have been as long as it
    looks, so it counts as it looks.
    """
    gap = look.gaps.ended_on(look.day)
    if gap is None or gap.seconds is None or not gap.logged:
        return
    earlier = look.gaps.ended_in(DateRange(look.day - LONG_VIEW, look.day))
    before = [one.seconds for one in earlier if one.seconds is not None]
    if len(before) < max(FEWEST, len(earlier)):
        return
    then = max(before)
    if gap.seconds - then >= min(DAY, -(-then // 4)):
        yield Finding(
            figures={
                "now": gap.seconds,
                "then": then,
                "gaps": len(before),
                "now_from": gap.start,
                "now_to": look.day,
                "then_from": earlier[0].start,
                "then_to": gap.start,
            },
            against=BaselineKind.USUAL,
            chance=one_in(len(before) + 1),
        )


ORDER: Final = ("longest_gap", "small_return", "lighter_day", "day_without")


def without_doubles(found: Sequence[tuple[str, Finding]]) -> Iterator[tuple[str, Finding]]:
    """One fact is one win: of those that say the same of a day, the most telling one."""
    alike = sorted(
        (one for one in found if one[0] in ORDER),
        key=lambda one: (one[1].chance, ORDER.index(one[0])),
    )
    return chain(alike[:1], (one for one in found if one[0] not in ORDER))
