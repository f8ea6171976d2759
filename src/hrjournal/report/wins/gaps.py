"""Longer between: the gap that runs, or the one that ended on the day, beside earlier ones.

A gap runs from the last use of one use day to the first of the next. Every day between is
written as none. One that still runs on a day that is over reaches to the end of that day. Gaps
are compared in seconds where all of them are timed, else in whole days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, BaselineKind, WinGroup
from hrjournal.report.baseline import USUAL, ExactMean, middle, size
from hrjournal.report.baseline.gaps import all_timed, lengths
from hrjournal.report.safety.tolerance import is_opioid
from hrjournal.report.wins.rule import USUAL as AGAINST_USUAL
from hrjournal.report.wins.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.report.baseline.gaps import Gap
    from hrjournal.report.wins.rule import SubstanceDay

FEWEST = 3  # earlier gaps
LONG_VIEW = 90
WATCHED = (SUDDEN_STOP, OPIOID_BREAK)


@rule(
    "longer_gap",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    against=AGAINST_USUAL,
    guards=WATCHED,
    every=7,
    says="{name}: {now:gap} between uses, {longer} your usual of {then:gap} "
    "(the middle of {gaps} gaps, {rests} days written).",
)
def longer_gap(look: SubstanceDay) -> Iterator[Finding]:
    """A gap above the middle one of the 28 days before it."""
    gap = look.gaps.latest(look.day)
    if gap is None or not gap.logged:
        return
    earlier = [one for one in look.gaps.before(gap, USUAL) if one.logged]
    now, *before = lengths([gap, *earlier])
    then = middle(before)
    if len(earlier) >= FEWEST and then.below(ExactMean(now, 1)):
        yield _found(look, gap, earlier, ExactMean(now, 1), then)


@rule(
    "longest_gap",
    group=WinGroup.LESS_OFTEN,
    section=Section.WINS,
    against=AGAINST_USUAL,
    guards=WATCHED,
    every=7,
    says="{name}: {now:gap} between uses, the longest of the last 90 days, was {then:gap} "
    "({gaps} earlier gaps, {rests} days written).",
)
def longest_gap(look: SubstanceDay) -> Iterator[Finding]:
    """A gap above the longest of the 90 days before.

    An earlier gap with unwritten days in it may have been as long as it looks, so it counts
    against this one; but 3 earlier gaps are fully written. Where the substance is an opioid,
    the note on tolerance always goes with it.
    """
    gap = look.gaps.latest(look.day)
    if gap is None or not gap.logged:
        return
    earlier = look.gaps.before(gap, LONG_VIEW)
    now, *before = lengths([gap, *earlier])
    then = max(before, default=now)
    if now > then and sum(one.logged for one in earlier) >= FEWEST:
        finding = _found(look, gap, earlier, ExactMean(now, 1), ExactMean(then, 1))
        note = {OPIOID_BREAK: gap.days} if is_opioid(look.kind) else {}
        yield finding._replace(figures={**finding.figures, **note})


def _found(
    look: SubstanceDay, gap: Gap, earlier: Sequence[Gap], now: ExactMean, then: ExactMean
) -> Finding:
    first = earlier[0].start
    return Finding(
        since=first,
        against=BaselineKind.USUAL,
        size=size(now, then),
        rests=len(look.course.written_in(DateRange(first, look.day + 1))),
        figures={
            "now": now.rounded(),
            "then": then.rounded(),
            "timed": int(all_timed([gap, *earlier])),
            "gaps": len(earlier),
            "now_from": gap.start,
            "now_to": look.day,
            "then_from": first,
            "then_to": gap.start,
        },
    )
