"""What stands in a summary as data: every key of the JSON, and every column of the CSV."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import DefinitionList, Heading, Page, Text
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import SECTION_PAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1
FILE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "version": f"of this form of data, now {VERSION}",
        "window": "from, to and days; since_session where it begins with a session, else null",
        "made_on": "the day on which it was made",
        "self_reported": "always true: all of it is what a person wrote down themselves",
        "aliased": "true where letters stand in place of substances",
        "parts": "which of the parts below are in it; the others have no key",
    }
)
COLUMNS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "day": "the person's day; in the last row of a substance, the first and last day",
        "substance": "its name, or its letter",
        "pattern": "+ use, - none, o not written; in the last row, a sign for each of the days",
        "low": "least amount of that day, in unit; empty where none is known",
        "high": "most",
        "unit": "what low and high are counted in",
        "unknown_uses": "uses of that day whose amount is not known",
        "also": "amounts in units that do not convert",
    }
)


def page() -> Page:
    """What a program can read out of a summary."""
    parts = {part.value: SECTION_PAGES[part].meaning for part in Section}
    blocks = (
        Text("The same figures as on the page, for programs. What is left out has no key at all."),
        Heading("JSON: hrjournal summary --as json"),
        DefinitionList(tuple(FILE.items())),
        Heading("Parts, each under its name"),
        DefinitionList(tuple(parts.items())),
        Heading("CSV: hrjournal summary --as csv"),
        Text("A calendar of days (Timeline Followback): a row a day and substance."),
        DefinitionList(tuple(COLUMNS.items())),
    )
    data = {"file": dict(FILE), "parts": parts, "columns": dict(COLUMNS)}
    return Page("The summary as data", blocks, data)
