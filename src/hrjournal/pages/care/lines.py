"""Lines and places, one after the other: as rows to read, as data, and where they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, Heading, Listing, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.knowledge.resources import EMERGENCY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from hrjournal.domain.knowledge.notices import Source
    from hrjournal.domain.knowledge.resources import Directory, Resource

OLD: Final = "It may be out of date."
UNKNOWN: Final = (
    "Call your local emergency number. Its number has not been checked for this list yet."
)
NOWHERE: Final = "Call your local emergency number. In the European Union it is 112."
READ: Final = {"page": "the page itself", "mirror": "a copy of it", "repository": "its files"}


def sections(
    directory: Directory, found: Sequence[Resource], today: date, country: str
) -> Iterator[Block]:
    """Those found under the name of their kind; the emergency number stands first, always."""
    for kind, title in directory.kinds.items():
        told = [line_words(one, today) for one in found if one.kind == kind]
        if kind == EMERGENCY and not told:
            told = [UNKNOWN if country else NOWHERE]
        if told:
            yield Heading(title)
            yield from map(Text, told)


def line_words(one: Resource, today: date) -> str:
    """Its name and how to reach it, what for, and when that was checked: one a line."""
    checked = f"Checked on {day_name(one.checked.toordinal())}."
    told = (
        " ".join([*(f"{way}." for way in one.ways), one.hours]).strip(),
        one.what_for,
        one.caution,
        one.url,
        f"{checked} {OLD}" if one.old(today) else checked,
    )
    return f"{one.name}: " + "\n".join(filter(None, told))


def line_data(one: Resource, today: date) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "name": one.name,
        "country": one.country,
        "kind": one.kind,
        "needs": list(one.needs),
        "ways": list(one.ways),
        "hours": one.hours or None,
        "what_for": one.what_for,
        "caution": one.caution or None,
        "url": one.url or None,
        "checked": one.checked.isoformat(),
        "may_be_out_of_date": one.old(today),
        "sources": list(one.sources),
    }


def source_blocks(ids: Iterable[str], sources: Mapping[str, Source]) -> list[Block]:
    """Where something was read."""
    found = [sources[name] for name in dict.fromkeys(ids)]
    items = (
        ". ".join(
            filter(
                None,
                (one.title, f"{one.publisher}, {one.year}", one.url, f"Read: {READ[one.seen]}"),
            )
        )
        for one in found
    )
    return [Heading("Where this was read"), Listing(tuple(items))] if found else []
