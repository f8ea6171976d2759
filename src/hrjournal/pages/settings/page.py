"""The journal file itself, and what holds for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, Column, DefinitionList, Heading, Note, Page, Table, Text, Tone
from hrjournal.domain.settings import CHOICES, SETTINGS
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.file import FileStatus, VerificationResult
    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.settings import Preferences
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units


def where_page(found: Sequence[FileStatus]) -> Page:
    """What lies where."""
    rows = tuple(
        (file_status.what, f"{file_status.path} ({_state(file_status)})") for file_status in found
    )
    blocks: list[Block] = [DefinitionList(rows)]
    copies = sum(one.what == "Copy" for one in found)
    if copies:
        blocks += [
            Heading("To go back to a copy"),
            Text(
                "Move the journal file aside, then put a copy in its place under the journal's "
                "name. The newest copy is listed first."
            ),
        ]
    else:
        blocks.append(
            Text("A copy is made before every import and every change of the file's form.")
        )
    if any(one.there and not one.private for one in found):
        blocks.append(Note("Others on this machine can read some of it.", Tone.HINT))
    data = {
        "files": [
            {
                "what": one.what.lower(),
                "path": one.path,
                "there": one.there,
                "bytes": one.size,
                "changed": one.changed or None,
                "private": one.private,
            }
            for one in found
        ]
    }
    return Page("Where", tuple(blocks), data)


def _state(one: FileStatus) -> str:
    if not one.there:
        return "not there yet"
    who = "for you alone" if one.private else "others can read it"
    size = "" if one.what == "Folder" else f"{one.size:,} bytes, "
    return f"{size}{who}, {one.changed}"


def resting_page() -> Page:
    """What is shown in place of numbers while they rest."""
    return Page(
        "Numbers rest",
        (
            Text("You asked for a pause from numbers. Everything you write is kept as ever."),
            Note("To see them again: hrjournal pause off", Tone.HINT),
        ),
    )


def verify_page(found: VerificationResult) -> Page:
    """What was checked."""
    rows = (
        ("Records", f"{found.entries:,}"),
        ("Substances", f"{found.substances:,}"),
        ("Small wins", f"{found.wins:,}"),
        ("Kept beside the days", f"{found.kept:,}"),
    )
    words = [Text(fault) for fault in found.faults] or [Text("All is as it was written.")]
    data: dict[str, Any] = {
        "ok": not found.faults,
        "records": found.entries,
        "substances": found.substances,
        "wins": found.wins,
        "kept": found.kept,
        "faults": list(found.faults),
    }
    return Page("Verify", (DefinitionList(rows), *words), data)


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
