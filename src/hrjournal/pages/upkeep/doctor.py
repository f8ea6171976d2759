"""What was looked at, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.blocks import Block, DefinitionList, Heading, ItemList, Page, Text
from hrjournal.domain.upkeep import Trouble
from hrjournal.pages.upkeep.findings import mended, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.file import FileStatus
    from hrjournal.domain.upkeep import CheckFinding, Checkup


def doctor_page(found: Checkup) -> Page:
    """What was read, what was put right, what needs the person, and what is worth knowing."""
    hints = [one for one in found.findings if not one.is_fault]
    blocks: list[Block] = [DefinitionList(_rows(found))]
    blocks += _section("Put right", [mended(one) for one in found.mended])
    blocks += _section("Needs you", [_told(one) for one in found.faults])
    if not found.faults:
        blocks.append(Text(_calm(found)))
    blocks += _section("Good to know", [_told(one) for one in hints])
    return Page("Doctor", tuple(blocks), _data(found))


def _section(title: str, items: Sequence[str]) -> list[Block]:
    return [Heading(title), ItemList(tuple(items))] if items else []


def _told(one: CheckFinding) -> str:
    return " ".join(filter(None, words(one)))


def _calm(found: Checkup) -> str:
    if found.content is None:
        return (
            "There is no journal here yet, so there was nothing to check. It begins with the "
            "first thing you save."
        )
    return "Everything that was looked at is as it was written, and open to you alone."


def _rows(found: Checkup) -> tuple[tuple[str, str], ...]:
    rows = [(one.what, f"{one.path} ({_state(one)})") for one in found.files if one.what != "Copy"]
    copies = [one for one in found.files if one.what == "Copy"]
    if copies:
        odd = sum(one.trouble is Trouble.COPY for one in found.findings)
        state = f"{odd} not as written" if odd else "as written"
        rows.append(("Copies", f"{len(copies)} ({state}), the newest of {copies[0].changed}"))
    if (read := found.content) is not None:
        rows += [
            ("Records", f"{read.entries:,}"),
            ("Substances", f"{read.substances:,}"),
            ("Small wins", f"{read.wins:,}"),
            ("Other things kept", f"{read.kept:,}"),
        ]
    return tuple(rows)


def _state(one: FileStatus) -> str:
    if not one.there:
        return "not there"
    who = "for you alone" if one.private else "others can get at it"
    return who if one.what == "Folder" else f"{one.size:,} bytes, {who}, {one.changed}"


def _data(found: Checkup) -> dict[str, Any]:
    read = found.content
    return {
        "ok": not found.faults,
        "files": [
            {
                "what": one.what.lower(),
                "path": one.path,
                "there": one.there,
                "bytes": one.size,
                "changed": one.changed or None,
                "private": one.private,
            }
            for one in found.files
        ],
        "read": None
        if read is None
        else {
            "records": read.entries,
            "substances": read.substances,
            "wins": read.wins,
            "kept": read.kept,
        },
        "faults": [_finding(one) for one in found.findings if one.is_fault],
        "hints": [_finding(one) for one in found.findings if not one.is_fault],
        "mended": [mended(one) for one in found.mended],
    }


def _finding(one: CheckFinding) -> dict[str, Any]:
    told = words(one)
    return {
        "what": one.trouble.value,
        "number": one.number or None,
        "says": told.says,
        "advice": told.advice or None,
    }
