"""Which record a person means: by its number, the last one, or the only use of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.domain.entries.entry import EntryType, day_name
from hrjournal.domain.history import DateRange
from hrjournal.errors import NotFoundError, NotUnderstoodError, UsageError
from hrjournal.pages.entries.confirmation import what_words, when_words
from hrjournal.sanitize import quote
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.store import Journal

LAST = "last"
LONGEST = 18  # digits of a number that a file can hold


def find_record(app: AppContext, journal: Journal, text: str) -> Entry:
    """The record that `12`, `#12`, `last` or a day means.

    Raises:
        NotFoundError: when there is none.
        NotUnderstoodError: when it can be more than one.
        UsageError: when it is neither a number nor a day.
    """
    word = text.strip().casefold()
    number = word.removeprefix("#")
    if word == LAST:
        entry = queries.last_entry(journal)
    elif number.isascii() and number.isdigit() and len(number) <= LONGEST:
        entry = queries.entry(journal, int(number))
    else:
        return _only_use(app, journal, text)
    if entry is None:
        there = "is no record yet" if word == LAST else f"is no record #{int(number)}"
        raise NotFoundError(f"There {there}. To see numbers: hrjournal days")
    return entry


def _only_use(app: AppContext, journal: Journal, text: str) -> Entry:
    """The only use of a day; which of several is asked at a terminal."""
    try:
        day = arguments.parse_date(app, journal, text)
    except UsageError:
        raise UsageError(
            f"{quote(text)} is no record. Write its number, such as 12, or last. "
            "To see numbers: hrjournal days"
        ) from None
    here = queries.entries(journal, DateRange(day, day + 1))
    uses = [entry for entry in here if entry.type is EntryType.USE]
    if not uses:
        raise NotFoundError(f"There is no use on {day_name(day)}. To see numbers: hrjournal days")
    return uses[0] if len(uses) == 1 else _chosen(app, journal, uses)


def _chosen(app: AppContext, journal: Journal, uses: Sequence[Entry]) -> Entry:
    tracked, units, today = journal.substances(), app.units(journal), app.today(journal)
    said = [
        f"#{entry.id} {what_words(entry, tracked, units)}, "
        f"{when_words(entry, today, journal.day_start)}"
        for entry in uses
    ]
    which = f"There are {len(uses)} on that day"
    if app.is_interactive:
        from hrjournal.cli.prompts import prompt

        app.print_lines(f"{which}:", *(f"  {line}" for line in said))
        answer = str(prompt(app, "Which number?") or "").strip().removeprefix("#")
        for entry in uses:
            if answer == str(entry.id):
                return entry
    raise NotUnderstoodError(f"{which}. Say which by its number: {'; '.join(said)}")
