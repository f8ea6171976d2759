"""Less often: fewer use days, and days without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, BaselineKind, WinGroup
from hrjournal.report.baseline import WindowPair
from hrjournal.report.wins.findings import seldomer
from hrjournal.report.wins.rule import EITHER, SUBSTITUTION, USUAL, Finding, rule, rule_at_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.report.wins.rule import SubstanceDay

STIMULANTS = frozenset({"cocaine", "amphetamines", "cathinones"})
MONTH = 30
MONTH_WRITTEN = 27
OFTEN = 5
WATCHED = (SUDDEN_STOP, OPIOID_BREAK, SUBSTITUTION)


@rule(
    "fewer_days",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=7,
    says="{name} this week: {seldomer} {against}: "
    "{now} of {now_days} written days, was {then} of {then_days}.",
)
def fewer_days(look: SubstanceDay) -> Iterator[Finding]:
    """A lower share of use days in a week with use.

    A week of written days without any is told as more_none_days, so that one change is never
    praised twice.
    """
    for pair in look.pairs:
        if pair.days_enough() and pair.now.used and pair.now.rate.below(pair.then.rate):
            yield seldomer(pair)


@rule(
    "more_none_days",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    against=EITHER,
    guards=WATCHED,
    every=7,
    says="{name} this week: without on all {now_days} written days, {seldomer} {against}: "
    "used on {then} of {then_days} written days.",
)
def more_none_days(look: SubstanceDay) -> Iterator[Finding]:
    """A week whose written days are all without, where there was use before."""
    for pair in look.pairs:
        if pair.days_enough() and not pair.now.used and pair.now.rate.below(pair.then.rate):
            yield seldomer(pair)


@rule(
    "freq_band",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    against=USUAL,
    guards=WATCHED,
    every=30,
    says="{name}: {seldomer} the 30 days before: "
    "{now} use days of {now_days} written in the last 30 days, was {then} of {then_days}.",
)
def freq_band(look: SubstanceDay) -> Iterator[Finding]:
    """From 5 or more use days in 30 to 1 to 4: the change that was studied for stimulants."""
    if look.kind.group not in STIMULANTS:
        return
    now = DateRange(look.day - MONTH + 1, look.day + 1)
    then = DateRange(now.start - MONTH, now.start)
    unit = look.course.unit(now, then)
    pair = WindowPair(
        BaselineKind.USUAL, look.course.tally(now, unit), look.course.tally(then, unit)
    )
    enough = min(pair.now.written, pair.then.written) >= MONTH_WRITTEN
    if enough and 1 <= pair.now.used < OFTEN <= pair.then.used:
        yield seldomer(pair)


@rule_at_once(
    "none_day",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    guards=(SUDDEN_STOP, OPIOID_BREAK),
    says="{name}: one day without.",
)
def none_day(look: SubstanceDay) -> Iterator[Finding]:
    """A day that the person wrote down as none."""
    if look.now and not look.now.used:
        yield Finding(look.day)
