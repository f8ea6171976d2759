"""What stands in a summary as data: every key of the JSON, and every column of the CSV."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import DefinitionList, Heading, Page, Text
from hrjournal.domain.summary.options import Section

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
PARTS: Final[Mapping[Section, str]] = MappingProxyType(
    {
        Section.COVERAGE: "days of the window, and days_written",
        Section.SAFETY: "a list of sentences",
        Section.TALK: "a list of points that are still open: day and text",
        Section.CHANGES: "the measures of the first page for this_period and, of a long window, "
        "for last_28_days; each with its unit and baselines, as in measures --json",
        Section.CHARTS: "view and substances, as in trends --json for these days",
        Section.MOOD: "mood, urge and sleep, as in trends --json",
        Section.WINS: "a list, as in wins --json; id is null for one that is found for this alone",
        Section.STEPS: "safer steps by substance, as in trends --json",
        Section.TRIGGERS: "among how many records they were counted, and top: the most frequent",
        Section.HELPED: "tried: counted like triggers; eased: how often an urge passed, came later "
        "or led to less after each, among how many",
        Section.RULERS: "a list: scale, about, and the first and last day and score",
        Section.REASONS: "a list: day and text",
        Section.SCREENS: "a list: screen, day and score",
        Section.PEOPLE: "records among which they were counted, and counts by word",
        Section.ROUTES: "the same",
        Section.MONEY: "what was spent in the person's own currency, and the days that it rests on",
        Section.PLACES: "naloxone_place and naloxone_expires",
        Section.ROOTS: "a list of words",
        Section.EVENTS: "a list: day and text",
        Section.NOTES: "a list: day and text",
        Section.LETTER: "a list of one: day and text",
        Section.CALENDAR: "every day of each substance, as in calendar --json",
        Section.MEASURES: "every measure of each substance, as in measures --json",
        Section.DEFINITIONS: "what each measure means, as in measures --explain --json",
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
    parts = {part.value: PARTS[part] for part in Section}
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
