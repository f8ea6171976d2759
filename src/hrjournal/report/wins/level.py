"""Four weeks at a time: heavy days, WHO levels, a level held, and a slow step down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, BaselineKind, WinGroup
from hrjournal.report.baseline import (
    FEWEST_NOW,
    FEWEST_THEN,
    WEEK,
    ExactMean,
    WindowPair,
    holds,
    known_part,
    pairs,
    size,
)
from hrjournal.report.baseline import USUAL as FOUR_WEEKS
from hrjournal.report.wins.findings import less
from hrjournal.report.wins.rule import EITHER, SUBSTITUTION, USUAL, Finding, SubstanceDay, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WATCHED = (SUDDEN_STOP, OPIOID_BREAK, SUBSTITUTION)
FARTHEST = 112  # days within which twice 28 known days lie


def is_alcohol(look: SubstanceDay) -> bool:
    """Whether grams of pure alcohol can be told."""
    return look.kind.id == "alcohol"


@rule(
    "fewer_heavy",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=USUAL,
    guards=WATCHED,
    every=28,
    says="{name}, heavy days: {seldomer} before: {now} in the last {now_days} days with a known "
    "amount, was {then} in the {then_days} before those.",
)
def fewer_heavy(look: SubstanceDay) -> Iterator[Finding]:
    """Fewer heavy days in the last 28 days with a known amount than in the 28 before those."""
    if not is_alcohol(look):
        return
    told = _heaviness(look)
    if len(told) < 2 * FOUR_WEEKS:
        return
    last, first = told[:FOUR_WEEKS], told[FOUR_WEEKS : 2 * FOUR_WEEKS]
    now = ExactMean(sum(heavy for _, heavy in last), FOUR_WEEKS)
    then = ExactMean(sum(heavy for _, heavy in first), FOUR_WEEKS)
    if now.below(then):
        yield Finding(
            since=first[-1][0],
            against=BaselineKind.USUAL,
            size=size(now, then),
            rests=2 * FOUR_WEEKS,
            figures={
                "now": now.total,
                "then": then.total,
                "heavy": look.scene.yardstick.heavy,
                "unit": GRAMS,
                "now_days": FOUR_WEEKS,
                "then_days": FOUR_WEEKS,
                "now_from": last[-1][0],
                "now_to": last[0][0],
                "then_from": first[-1][0],
                "then_to": first[0][0],
            },
        )


def _heaviness(look: SubstanceDay) -> Sequence[tuple[int, bool]]:
    """The days of which it is known whether they were heavy, newest first."""
    cut = 2 * look.scene.yardstick.heavy
    told: list[tuple[int, bool]] = []
    for day in reversed(look.course.written_in(DateRange(look.day - FARTHEST + 1, look.day + 1))):
        here = look.course.days[day]
        whole = here.doubled(GRAMS)
        part = known_part(here, GRAMS)
        if whole is not None or part >= cut:
            told.append((day, (part if whole is None else whole) >= cut))
    return told


@rule(
    "who_drop1",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=28,
    says="{name}: one WHO level down from {against}, {size} in amount: "
    "{change:a day} over four weeks ({days}).",
)
def who_drop1(look: SubstanceDay) -> Iterator[Finding]:
    """One level lower over 28 days than in the 28 before, or than at the start."""
    return _levels_down(look, (1,))


@rule(
    "who_drop2",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=28,
    says="{name}: {levels} WHO levels down from {against}, {size} in amount: "
    "{change:a day} over four weeks ({days}).",
)
def who_drop2(look: SubstanceDay) -> Iterator[Finding]:
    """Two or more levels lower; then one level lower is not told as well."""
    return _levels_down(look, (2, 3, 4))


def _levels_down(look: SubstanceDay, wanted: tuple[int, ...]) -> Iterator[Finding]:
    if not is_alcohol(look):
        return
    now = DateRange(look.day - FOUR_WEEKS + 1, look.day + 1)
    for pair in pairs(look.scene.history, look.course, now):
        told = pair.now.unit == GRAMS and pair.amounts_enough(FEWEST_THEN, FEWEST_THEN)
        if told:
            down = _level(pair.then.mean, look) - _level(pair.now.at_least, look)
            if down in wanted:
                finding = less(pair)
                yield finding._replace(figures={**finding.figures, "levels": down})


def _level(mean: ExactMean, look: SubstanceDay) -> int:
    """The order of the level of a mean: 0 for none, then 1 for low to 4 for very high."""
    tops = (0, *look.scene.yardstick.levels)
    return sum(mean.total > 2 * top * mean.among for top in tops)


@rule(
    "held",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=USUAL,
    guards=WATCHED,
    every=28,
    says="{name}: four weeks held at a lower level, {less} your highest four weeks before: "
    "{change:a day} ({days}).",
)
def held(look: SubstanceDay) -> Iterator[Finding]:
    """Four weeks in a row within a twentieth of the lowest four weeks so far.

    It has to be a level that was reached: below the highest four weeks before them. Each week
    rests on 5 days with a known amount.
    """
    window = DateRange(look.day - FOUR_WEEKS + 1, look.day + 1)
    course, unit = look.course, look.course.unit(window)
    so_far, before = (course.extremes(day, unit) for day in (look.day, window.start - 1))
    if so_far is None or before is None:
        return
    if not all(holds(course.tally(week, unit), so_far.lowest.mean) for week in _weeks(look.day)):
        return
    now, then = course.tally(window, unit), course.tally(before.highest.days, unit)
    if now.at_least.below(then.mean):
        yield less(WindowPair(BaselineKind.USUAL, now, then))


def _weeks(day: int) -> Iterator[DateRange]:
    return (DateRange(end - WEEK + 1, end + 1) for end in range(day, day - FOUR_WEEKS, -WEEK))


@rule(
    "slow_taper",
    group=WinGroup.LESS,
    section=Section.WINS,
    against=USUAL,
    every=7,
    says="{name}: a steady, slow step down, {less} the week before: {change:a day} ({days}).",
)
def slow_taper(look: SubstanceDay) -> Iterator[Finding]:
    """A step down of at most a tenth, out of near-daily use of what is dangerous to stop at once.

    It rests on as many use days as before, so a jump to none is never one.
    """
    if look.stop.last_near(look.day) is None:
        return
    now = look.pairs[0].now
    before = look.course.last(WEEK, now.window.start - 1)
    if len(before) < WEEK:
        return
    then = look.course.tally(DateRange(before[0], now.window.start), now.unit)
    pair = WindowPair(BaselineKind.USUAL, now, then)
    mean = now.at_least
    slow = 10 * mean.total * then.known >= 9 * then.doubled * mean.among
    steady = not now.rate.below(then.rate) and pair.amounts_enough(then=FEWEST_NOW)
    if steady and slow and mean.below(then.mean):
        yield less(pair)
