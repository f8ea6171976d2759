"""Urges: met, ridden out, eased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup
from hrjournal.report.wins.rule import Finding, act
from hrjournal.report.wins.safer import uses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.wins.rule import PersonDay

TWO_HOURS = 7200


@act(
    "strategy",
    group=WinGroup.URGES,
    section=Section.HELPED,
    says="You answered an urge with: {strategy:words}.",
)
def strategy(scene: PersonDay) -> Iterator[Finding]:
    """Something tried when an urge came, whatever happened then."""
    words = [word for entry in scene.entries for word in entry.copings]
    if words:
        yield Finding({"strategy": ", ".join(dict.fromkeys(words))})


@act(
    "rode",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="An urge passed without use.",
)
def rode(scene: PersonDay) -> Iterator[Finding]:
    """An urge that passed, with no use written for the two hours after it."""
    passed = [
        entry
        for entry in scene.entries
        if entry.outcome is Outcome.RODE_OUT and not _used_after(scene, entry)
    ]
    if passed:
        yield Finding({"now": len(passed)}, substance=_tracked(scene, passed[0]))


def _used_after(scene: PersonDay, urge: Entry) -> bool:
    return any(
        0 <= use.moment.instant - urge.moment.instant <= TWO_HOURS
        for use in uses(scene)
        if use.moment.timed and urge.substance in {None, use.substance}
    )


def _tracked(scene: PersonDay, entry: Entry) -> str | None:
    return entry.substance if entry.substance in scene.courses else None


@act(
    "craving_down",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="An urge eased, from {then} to {now} of 10.",
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
        yield Finding({"now": now, "then": then})


@act(
    "urge_later",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="You put an urge off for a while.",
)
def later(scene: PersonDay) -> Iterator[Finding]:
    """An urge after which use came later than it wanted."""
    return _ended(scene, Outcome.DELAYED)


@act(
    "urge_less",
    group=WinGroup.URGES,
    section=Section.MOOD,
    says="You used less than an urge asked for.",
)
def less(scene: PersonDay) -> Iterator[Finding]:
    """An urge after which there was less than it asked for."""
    return _ended(scene, Outcome.LESS)


def _ended(scene: PersonDay, outcome: Outcome) -> Iterator[Finding]:
    if any(entry.outcome is outcome for entry in scene.entries):
        yield Finding()
