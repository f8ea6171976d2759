"""The summary for machines: one key for each part that is in, and what stands under each."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import DefinitionList, Heading, Page, Text
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.summary import SECTION_PAGES
from hrjournal.pages.trends.data import iso, span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.summary import Summary

VERSION: Final = 2
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
        "date": "the person's day",
        "substance": "its name, or its letter",
        "status": "use, none or missing (not logged)",
        "amount_low": "least amount of that day, in unit; empty where it is not known",
        "amount_high": "most",
        "unit": "what they are counted in; g_alc is grams of pure alcohol",
        "grams": "of pure alcohol, the middle of both",
        "mood": "mean of the day, 0 to 10; the same in every row of a day",
        "urge_max": "the strongest urge of the day, 0 to 10",
        "sleep_h": "hours slept",
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
        Text(
            "One long table (Timeline Followback): a row for each day and substance. "
            "To bring it in again: hrjournal import csv FILE"
        ),
        DefinitionList(tuple(COLUMNS.items())),
    )
    data = {"file": dict(FILE), "parts": parts, "columns": dict(COLUMNS)}
    return Page("The summary as data", blocks, data)


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Everything that the page says."""
    scope = summary.scope
    since = None if scope.session is None else iso(scope.session)
    found: dict[str, Any] = {
        "version": VERSION,
        "window": {**span(scope.window), "days": scope.window.length, "since_session": since},
        "made_on": iso(scope.today),
        "self_reported": True,
        "aliased": scope.hidden,
        "parts": [part.value for part in Section if part in summary.parts],
    }
    return found | {
        part.value: SECTION_PAGES[part].data(summary, known)
        for part in Section
        if part in summary.parts
    }
