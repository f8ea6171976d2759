"""Care: for the body on a use day, and for oneself by letting others help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import WinGroup
from hrjournal.report.wins.rule import Finding, rule, step_rule
from hrjournal.report.wins.safer import taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.report.wins.rule import PersonDay, SubstanceDay


@step_rule(
    "ate", group=WinGroup.CARE, section=Section.STEPS, says="One day with something eaten first."
)
def ate(scene: PersonDay) -> Iterator[Finding]:
    """Food before use."""
    return taken(scene, "ate")


@step_rule(
    "water", group=WinGroup.CARE, section=Section.STEPS, says="One day with water along the way."
)
def water(scene: PersonDay) -> Iterator[Finding]:
    """Water on the day."""
    return taken(scene, "water")


@step_rule(
    "asked_help",
    group=WinGroup.CARE,
    section=Section.STEPS,
    says="One day on which you reached out to someone.",
)
def asked_help(scene: PersonDay) -> Iterator[Finding]:
    """Help asked for."""
    return taken(scene, "asked-for-help")


@step_rule(
    "treatment",
    group=WinGroup.CARE,
    section=Section.STEPS,
    says="One day with your treatment taken.",
)
def treatment(scene: PersonDay) -> Iterator[Finding]:
    """A treatment taken: said as a step, or written down as a medicine."""
    if _medicine(scene):
        yield Finding(scene.day)
    else:
        yield from taken(scene, "took-treatment")


def _medicine(scene: PersonDay) -> bool:
    treatments = (
        key for key, substance in scene.history.substances.items() if substance.kind.medicine
    )
    days = (scene.history.of(key).get(scene.day) for key in treatments)
    return any(day is not None and day.used for day in days) or any(
        entry.type is EntryType.USE
        and entry.substance is not None
        and entry.substance in scene.history.substances
        and scene.history.substances[entry.substance].kind.medicine
        for entry in scene.entries
    )


@rule(
    "counted",
    group=WinGroup.CARE,
    section=Section.WINS,
    says="{name}: on one day, {now} of {uses} uses written down within half an hour.",
)
def counted(look: SubstanceDay) -> Iterator[Finding]:
    """Most drinks of a day written down as they happened."""
    if look.kind.id != "alcohol" or not look.used:
        return
    if 10 * look.used.prompt >= 6 * look.used.uses:
        yield Finding(look.day, figures={"now": look.used.prompt, "uses": look.used.uses})
