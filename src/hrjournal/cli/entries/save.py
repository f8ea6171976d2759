"""Saving what is not about an amount, and what follows every save."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.errors import HrjournalError, UsageError
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal


def save_entry(
    app: AppContext, entry_type: EntryType, at: str | None, fields: dict[str, Any]
) -> None:
    """Saves a record that is not about an amount, and answers."""
    if is_empty(fields):
        raise UsageError("There is nothing to write down yet. To see what can be: add --help")
    with app.open_journal(write=True) as journal:
        moment = arguments.parse_at(app, journal, at)
        entry = Entry(type=entry_type, moment=moment, written=app.instant, **fields)
        tracked = journal.substances()
        with journal.change(entry_type.value, app.instant) as change:
            number = change.add(entry, tracked.get(entry.substance or ""))
        entry = entry.replace(id=number)
        today = app.today(journal)
        app.print_lines(
            confirmation.saved(entry, tracked, app.units(journal), today, journal.day_start)
        )
        print_follow_up(app, journal, [entry])


def is_empty(fields: dict[str, Any]) -> bool:
    """Whether nothing was given."""
    return all(value is None or value is False or value in {(), ""} for value in fields.values())


def print_follow_up(app: AppContext, journal: Journal, entries: Sequence[Entry]) -> None:
    """Says what follows a save. It is saved by now, so nothing here may look like a refusal."""
    from hrjournal.cli.entries.follow_up import follow_up_lines

    with suppress(HrjournalError):
        app.print_lines(*follow_up_lines(app, journal, entries))
