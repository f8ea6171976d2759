"""The journal file: SQL, rights, copies. The door opens a journal for reading or writing."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrjournal.errors import JournalError
from hrjournal.store.checked import Unsound, is_checked
from hrjournal.store.file import (
    GLANCE_SECONDS,
    VERSION,
    WAIT_SECONDS,
    Place,
    connect,
    damaged,
    translating_sqlite_errors,
    version,
)
from hrjournal.store.file.expected import check_schema
from hrjournal.store.journal import Journal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Kind

__all__ = ["Journal", "Place", "open_journal"]


def open_journal(
    place: Place,
    kinds: Mapping[str, Kind],
    stamp: str,
    *,
    write: bool = False,
    viewing: bool = False,
    mending: bool = False,
) -> Journal:
    """Opens the journal. Reading a missing one gives an empty one that lies nowhere.

    To write, a file that is behind is brought up to date after a verified copy named by `stamp`.
    To read, that is done in memory, as is leaving out what is not as it was written: reading
    never needs to write. For `viewing`, small wins that are due may be entered where they can. For
    `mending`, a file that is not as it was written is opened all the same.

    Raises:
        JournalError: when the file is refused; it is left untouched then.
    """
    known = is_checked(place)
    connection = connect(place, write=write, patience=WAIT_SECONDS if write else GLANCE_SECONDS)
    try:
        with translating_sqlite_errors():
            if not mending:
                _refuse_foreign(connection)
            if write and not known:
                _finish(place)
            journal = _opened(connection, place, kinds, stamp, write=write)
            journal.checked = known
            if not (known or mending):
                _check(journal, write=write)
            if not (write or viewing or journal.in_memory):
                journal.connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return journal


def _finish(place: Place) -> None:
    """Ends a change of the encryption that was cut short: the marker tells nothing then."""
    if place.marked is not None or not place.copies.is_dir():
        return
    from hrjournal.store.encryption import finish

    with suppress(
        JournalError, OSError
    ):  # the copies stay as they are until they can be put in their places
        finish(place)


def _refuse_foreign(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN")  # another process may be making the tables at this moment
    check_schema(connection, version(connection))
    connection.execute("COMMIT")


def _opened(
    connection: sqlite3.Connection,
    place: Place,
    kinds: Mapping[str, Kind],
    stamp: str,
    *,
    write: bool,
) -> Journal:
    behind = version(connection)
    journal = Journal(connection, place, kinds)
    journal.in_memory = not (write or _has_file(connection))
    if behind < VERSION:
        from hrjournal.store.backups import back_up
        from hrjournal.store.schema import bring_up_to_date

        if behind and write:
            back_up(connection, place, stamp)
        if behind and not write:
            journal.read_from_memory()
        bring_up_to_date(journal.connection)
    return journal


def _has_file(connection: sqlite3.Connection) -> bool:
    """Whether a connection is to a file; where there is no journal, it is to nothing."""
    return bool(connection.execute("PRAGMA database_list").fetchone()[2])


def _check(journal: Journal, *, write: bool) -> None:
    from hrjournal.store.checked import find_unsound

    journal.unsound = find_unsound(journal.connection)
    journal.checked = journal.unsound == Unsound()
    if journal.unsound.structure and write:
        raise damaged()
    if not journal.checked and not write:
        journal.read_from_memory()
