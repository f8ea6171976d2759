"""Urges: put off, led to less, ridden out, answered, eased. Each urge is one fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup
from hrjournal.report.wins.rule import Finding, act
from hrjournal.report.wins.safer import uses

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import PersonDay

TWO_HOURS: Final = 7200


def _way(scene: PersonDay, entry: Entry) -> str:
    """What is best to say of an urge, by the name of its rule; nothing where it only came."""
    if entry.outcome is Outcome.RODE_OUT and not _used_after(scene, entry):
        return "rode"
    if entry.outcome is Outcome.DELAYED:
        return "urge_later"
    if entry.outcome is Outcome.LESS:
        return "urge_less"
    if entry.copings:
        return "strategy"
    eased = _fall(entry) > 0 and entry.outcome is not Outcome.USED  # what eased it was the use
    return "urge_eased" if eased else ""


def _used_after(scene: PersonDay, urge: Entry) -> bool:
    return any(
        0 <= use.moment.instant - urge.moment.instant <= TWO_HOURS
        for use in uses(scene)
        if use.moment.timed and urge.substance in {None, use.substance}
    )


def _fall(entry: Entry) -> int:
    """By how much an urge was lower in the end."""
    if entry.urge is None or entry.urge_after is None:
        return 0
    return entry.urge - entry.urge_after


def _those(scene: PersonDay, way: str) -> Iterator[Finding]:
    """The urges of a day that went one way, with what was tried and how far one eased most."""
    found = [entry for entry in scene.entries if _way(scene, entry) == way]
    if not found:
        return
    figures: dict[str, Figure] = {"urges": len(found)}
    words = dict.fromkeys(word for entry in found for word in entry.copings)
    if words:
        figures["strategy"] = ", ".join(words)
    most = max(found, key=_fall)
    if _fall(most) > 0:
        figures |= {"now": most.urge_after or 0, "then": most.urge or 0}
    yield Finding(figures, substance=_tracked(scene, found))


def _tracked(scene: PersonDay, found: Sequence[Entry]) -> str | None:
    """What all of them were about, where that is tracked."""
    about = {entry.substance for entry in found}
    key = about.pop() if len(about) == 1 else None
    return key if key in scene.courses else None


@act(
    "rode",
    group=WinGroup.URGES,
    section=Section.URGES,
    says="An urge passed without use{eased}{tried}.",
)
def rode(scene: PersonDay) -> Iterator[Finding]:
    """An urge that passed, with no use written for the two hours after it."""
    return _those(scene, "rode")


@act(
    "urge_later",
    group=WinGroup.URGES,
    section=Section.URGES,
    says="You put an urge off for a while{tried}.",
)
def later(scene: PersonDay) -> Iterator[Finding]:
    """An urge after which use came later than it wanted."""
    return _those(scene, "urge_later")


@act(
    "urge_less",
    group=WinGroup.URGES,
    section=Section.URGES,
    says="You used less than an urge asked for{tried}.",
)
def less(scene: PersonDay) -> Iterator[Finding]:
    """An urge after which there was less than it asked for."""
    return _those(scene, "urge_less")


@act(
    "strategy",
    group=WinGroup.URGES,
    section=Section.HELPED,
    says="You answered an urge{tried}.",
)
def strategy(scene: PersonDay) -> Iterator[Finding]:
    """Something tried when an urge came, however it turned out."""
    return _those(scene, "strategy")


@act("urge_eased", group=WinGroup.URGES, section=Section.MOOD, says="An urge eased{eased}.")
def eased(scene: PersonDay) -> Iterator[Finding]:
    """An urge that was lower in the end."""
    return _those(scene, "urge_eased")
