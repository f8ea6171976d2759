"""What is said about a file before it is made, once it is there, and of what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Block, DefinitionList, Heading, Page, Text
from hrjournal.domain.archive import FORMAT, VERSION
from hrjournal.domain.archive.csv_table import COLUMNS

if TYPE_CHECKING:
    from hrjournal.domain.archive import Archive

Fields = dict[str, str]

ALL_OF_IT: Final = (
    "This file holds everything: records and notes, reasons, screens, root causes, contacts "
    "and choices. It is not encrypted."
)
TABLE: Final = "This file holds every record with its notes. It is not encrypted."
MOMENT: Final[Fields] = {
    "at": "the clock on the wall, and how far it was ahead of UTC",
    "zone": "the zone of that clock",
    "timed": "false when the day is known and the time is not; at is noon then",
}
FILE: Final[Fields] = {
    "format": f"always {FORMAT}",
    "version": f"of this form of file, now {VERSION}; a program reads its own and older ones",
    "settings": "what you chose, by the names that hrjournal config shows; which medicines are "
    "prescribed, what is a day's total, and where naloxone lies",
}
PARTS: Final[dict[str, Fields]] = {
    "substances": {
        "key": "what records name it by",
        "name": "as shown",
        "kind": "what the program knows it as",
        "unit": "the unit that its amounts are kept in",
    },
    "hidden": {"substance": "its key"},
    "aliases": {"word": "the name", "substance": "the key of what it means"},
    "servings": {
        "name": "as shown",
        "substance": "the key of what it is of",
        "amount": "how much one is",
        "unit": "the unit of that amount",
        "typed": "how much one is, in your words",
    },
    "starts": {
        "substance": "its key",
        "from": "first day of a period",
        "to": "last day of it",
        "amount": "your estimate for a day of use",
        "days_a_week": "on how many days of a week",
        "unit": "the unit of that amount",
    },
    "entries": {
        "id": "its number; kept where it is free",
        "origin": "the name by which it is known again, so that nothing comes in twice",
        "sort": "use, none, checkin, urge, step, event or good",
        **MOMENT,
        "substance": "its key",
        "amount": "low and high, unit, about, typed; without low and high it is not known",
        "mood": "0 to 10, as are urge, urge_after, anxiety and pain",
        "urge": "how strong",
        "urge_after": "how strong afterwards",
        "anxiety": "how strong",
        "pain": "how strong",
        "sleep_minutes": "how long",
        "minutes": "how long an urge lasted",
        "outcome": "rode-out, delayed, less or used",
        "route": "how it was taken",
        "with": "alone, or who was there",
        "spend": "money spent",
        "planned": "true where it was planned",
        "triggers": "a list of words, as are copings and steps",
        "copings": "what you tried",
        "steps": "safer steps",
        "note": "your words",
        "gave": "what it gave you",
        "after": "what came after",
        "score": "how good a good thing was, 0 to 10",
        "written": "when it was written down, in UTC",
    },
    "keepsakes": {
        "id": "its number",
        "sort": "ruler, balance, value, reason, letter, answer, screen, root, contact and others",
        **MOMENT,
        "subject": "what or whom it is about",
        "text": "your words",
        "score": "a number on a ruler, or of a screen",
        "more": "what else belongs to it, by name",
        "written": "when it was written down, in UTC",
    },
}
NAMES: Final = {
    "substances": "What you track",
    "hidden": "Which of these are out of sight",
    "aliases": "Other names that you gave them",
    "servings": "Servings that you named",
    "starts": "Where you began",
    "entries": "Records, in the order in which they were last written",
    "keepsakes": "What you keep beside the days",
}


def file_page() -> Page:
    """What stands in a file of everything."""
    blocks: list[Block] = [
        Text(
            "All of your journal as JSON in UTF-8, a record a line. The same journal always gives "
            "the same file. What says nothing is left out."
        ),
        Text(ALL_OF_IT),
        DefinitionList(tuple(FILE.items())),
    ]
    for part, fields in PARTS.items():
        blocks += [Heading(f"{part}: {NAMES[part]}"), DefinitionList(tuple(fields.items()))]
    return Page("The file of everything", tuple(blocks), {"file": FILE, "parts": PARTS})


def table_page() -> Page:
    """What stands in the columns of a table."""
    blocks = (
        Text(
            "Every record as a row of CSV in UTF-8, the oldest first. A cell that a spreadsheet "
            "would act on has a ' in front, which is taken off when it comes in again."
        ),
        DefinitionList(tuple(COLUMNS.items())),
        Heading("To bring it in"),
        Text("hrjournal import csv FILE"),
        Text(
            "Every record comes back whole, and none twice. What stands beside the records, such "
            "as choices and reasons, goes with JSON. A spreadsheet that saves the file may change "
            "cells, such as 2-4 into a date; keep the file as it was made too. In rows that you "
            "add, sort and at are needed."
        ),
    )
    return Page("The table of records", blocks, {"columns": COLUMNS})


def done(archive: Archive, name: str) -> str:
    """The line that says what was written, and where."""
    count = len(archive.entries)
    records = "1 record" if count == 1 else f"{count:,} records"
    return f"Saved {records} to {name}, for you alone to read."
