"""Saving what is not about an amount, and what follows every save."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.domain.entries.entry import Entry, Sort
from hrjournal.errors import HrjournalError, UsageError
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import Session
    from hrjournal.store import Journal


def keep(now: Session, sort: Sort, at: str | None, fields: dict[str, Any]) -> None:
    """Saves a record that is not about an amount, and answers."""
    if empty(fields):
        raise UsageError("There is nothing to write down yet. To see what can be: add --help")
    with now.open(write=True) as journal:
        entry = Entry(
            sort=sort, moment=arguments.moment(now, journal, at), written=now.instant, **fields
        )
        tracked = journal.substances()
        with journal.change(sort.value, now.instant) as change:
            number = change.add(entry, tracked.get(entry.substance or ""))
        entry = entry.but(id=number)
        today = now.moment.day(journal.starts)
        now.say(confirmation.saved(entry, tracked, now.units(journal), today, journal.starts))
        follow(now, journal, [entry])


def empty(fields: dict[str, Any]) -> bool:
    """Whether nothing was given."""
    return all(value is None or value is False or value in {(), ""} for value in fields.values())


def follow(now: Session, journal: Journal, entries: Sequence[Entry]) -> None:
    """Says what follows a save. It is saved by now, so nothing here may look like a refusal."""
    from hrjournal.cli.entries.follow_up import after

    with suppress(HrjournalError):
        now.say(*after(now, journal, entries))
