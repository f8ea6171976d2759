"""The journal file itself, and what holds for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrjournal.blocks import Column, DefinitionList, Note, Page, Table, Text, Tone
from hrjournal.domain.settings import CHOICES, SETTINGS
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.settings import Preferences
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units


def resting_page() -> Page:
    """What is shown in place of numbers while they rest."""
    return Page(
        "Numbers rest",
        (
            Text("You asked for a pause from numbers. Everything you write is kept as ever."),
            Note("To see them again: hrjournal pause off", Tone.HINT),
        ),
    )


def config_page(preferences: Preferences, key: str | None) -> Page:
    """What can be set, and what holds."""
    keys = [key] if key else CHOICES
    rows = tuple((name, preferences.value(name), SETTINGS[name].meaning) for name in keys)
    columns = (Column("Name"), Column("Now"), Column("What it is"))
    blocks = (Table(columns, rows), Text("To change one: hrjournal config country GB"))
    return Page("Config", blocks, {name: preferences.value(name) for name in keys})


def start_page(
    starts: Mapping[str, BaselinePin], substances: Mapping[str, Substance], units: Units
) -> Page:
    """Where each substance began."""
    rows = tuple((own(one.name), _start(starts.get(key), units)) for key, one in substances.items())
    words = Text(
        "Small wins are measured against your start and against your usual. "
        "To pin a start: hrjournal config start alcohol 5 --days-a-week 6"
    )
    data = {
        own(substance.name): _start(starts.get(key), units) for key, substance in substances.items()
    }
    return Page("Start", (DefinitionList(rows), words), data)


def _start(start: BaselinePin | None, units: Units) -> str:
    if start is None:
        return "the first 28 days written"
    if start.days:
        first, last = date.fromordinal(start.days.start), date.fromordinal(start.days.end - 1)
        return f"{first} to {last}"
    half = (start.doubled or 0) // 2
    return f"your estimate: {units.say(half, half, start.unit)} on {start.use_days} days a week"
