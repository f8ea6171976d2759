"""Urges: met, ridden out, eased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import EntryType, Outcome
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, WinGroup
from hrjournal.report.baseline import ExactMean, latest, size, usual
from hrjournal.report.wins.rule import Finding, life_rule, step_rule
from hrjournal.report.wins.safer import uses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DateRange
    from hrjournal.report.wins.rule import PersonDay

TWO_HOURS = 7200
FEWEST = 4  # urges on each side


@step_rule(
    "strategy",
    group=WinGroup.URGES,
    section=Section.HELPED,
    says="One day on which you met an urge with: {strategy:words}. "
    "That counts, however it went on.",
)
def strategy(scene: PersonDay) -> Iterator[Finding]:
    """Something tried when an urge came, whatever happened then."""
    words = [word for entry in scene.entries for word in entry.copings]
    if words:
        yield Finding(scene.day, {"strategy": ", ".join(dict.fromkeys(words))})


@step_rule(
    "rode",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="One day on which an urge passed without use.",
)
def rode(scene: PersonDay) -> Iterator[Finding]:
    """An urge that passed, with no use written for the two hours after it."""
    passed = [
        entry
        for entry in scene.entries
        if entry.outcome is Outcome.RODE_OUT and not _used_after(scene, entry)
    ]
    if passed:
        yield Finding(scene.day, {"now": len(passed)}, substance=_tracked(scene, passed[0]))


def _used_after(scene: PersonDay, urge: Entry) -> bool:
    return any(
        0 <= use.moment.instant - urge.moment.instant <= TWO_HOURS
        for use in uses(scene)
        if use.moment.timed and urge.substance in {None, use.substance}
    )


def _tracked(scene: PersonDay, entry: Entry) -> str | None:
    return entry.substance if entry.substance in scene.courses else None


@step_rule(
    "craving_down",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="One day on which an urge eased, from {then} to {now} of 10.",
)
def eased(scene: PersonDay) -> Iterator[Finding]:
    """An urge that was lower in the end; of several, the one that eased most."""
    found = [
        (entry.urge - entry.urge_after, entry.urge, entry.urge_after)
        for entry in scene.entries
        if entry.urge is not None and entry.urge_after is not None
    ]
    most, then, now = max(found, default=(0, 0, 0))
    if most > 0:
        yield Finding(scene.day, {"now": now, "then": then})


@life_rule(
    "craving_down",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="Urges this week: {lower} {against}: {now:tenth} of 10 at the start, was {then:tenth} "
    "({now_count} urges on {now_days} days, beside {then_count} on {then_days} days).",
)
def craving_down(scene: PersonDay) -> Iterator[Finding]:
    """A lower mean strength of urges in the latest 7 days than in the 28 before."""
    window = latest(scene.day)
    here, before = _urges(scene, window), _urges(scene, usual(window))
    now = ExactMean(sum(strength for _, strength in here), len(here))
    then = ExactMean(sum(strength for _, strength in before), len(before))
    if min(now.among, then.among) < FEWEST or not now.below(then):
        return
    days = [len({day for day, _ in found}) for found in (here, before)]
    yield Finding(
        since=usual(window).start,
        against=BaselineKind.USUAL,
        size=size(now, then),
        rests=sum(days),
        figures={
            "now": now._replace(total=10 * now.total).rounded(),
            "then": then._replace(total=10 * then.total).rounded(),
            "now_count": now.among,
            "then_count": then.among,
            "now_days": days[0],
            "then_days": days[1],
            "now_from": window.start,
            "now_to": window.end - 1,
            "then_from": usual(window).start,
            "then_to": window.start - 1,
        },
    )


def _urges(scene: PersonDay, window: DateRange) -> Sequence[tuple[int, int]]:
    return [
        (day, entry.urge)
        for day in window.every
        for entry in scene.history.records.get(day, ())
        if entry.type is EntryType.URGE and entry.urge is not None
    ]
