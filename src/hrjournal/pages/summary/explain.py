"""What stands in a summary as data: every key of the JSON, and every column of the CSV."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Facts, Heading, Page, Text
from hrjournal.domain.summary.options import Part

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
PARTS: Final[Mapping[Part, str]] = MappingProxyType(
    {
        Part.COVERAGE: "days of the window, and days_written",
        Part.SAFETY: "a list of sentences",
        Part.TALK: "a list of points that are still open: day and text",
        Part.CHANGES: "the measures of the first page for this_period and, of a long window, for "
        "last_28_days; each with its unit and baselines, as in measures --json",
        Part.CHARTS: "view and substances, as in trends --json for these days",
        Part.MOOD: "mood, urge and sleep, as in trends --json",
        Part.WINS: "a list, as in wins --json; id is null for one that is found for this alone",
        Part.STEPS: "safer steps by substance, as in trends --json",
        Part.TRIGGERS: "among how many records they were counted, and top: the most frequent",
        Part.HELPED: "tried: counted like triggers; eased: how often an urge passed, came later or "
        "led to less after each, among how many",
        Part.RULERS: "a list: scale, about, and the first and last day and score",
        Part.REASONS: "a list: day and text",
        Part.SCREENS: "a list: screen, day and score",
        Part.PEOPLE: "records among which they were counted, and counts by word",
        Part.ROUTES: "the same",
        Part.MONEY: "what was spent in the person's own currency, and the days that it rests on",
        Part.PLACES: "naloxone_place and naloxone_expires",
        Part.ROOTS: "a list of words",
        Part.EVENTS: "a list: day and text",
        Part.NOTES: "a list: day and text",
        Part.LETTER: "a list of one: day and text",
        Part.CALENDAR: "every day of each substance, as in calendar --json",
        Part.MEASURES: "every measure of each substance, as in measures --json",
        Part.DEFINITIONS: "what each measure means, as in measures --explain --json",
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
    parts = {part.value: PARTS[part] for part in Part}
    blocks = (
        Text("The same figures as on the page, for programs. What is left out has no key at all."),
        Heading("JSON: hrjournal summary --as json"),
        Facts(tuple(FILE.items())),
        Heading("Parts, each under its name"),
        Facts(tuple(parts.items())),
        Heading("CSV: hrjournal summary --as csv"),
        Text("A calendar of days (Timeline Followback): a row a day and substance."),
        Facts(tuple(COLUMNS.items())),
    )
    data = {"file": dict(FILE), "parts": parts, "columns": dict(COLUMNS)}
    return Page("The summary as data", blocks, data)
