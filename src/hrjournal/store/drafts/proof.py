"""Proof that the journal can be written, before a person is asked for words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.private_file import prove_room
from hrjournal.store.rows import INSERT_SETTING

if TYPE_CHECKING:
    from hrjournal.store import Journal, Place

ROOM: Final = 64 * 1024  # bytes; a long letter and what SQLite needs around it
PATIENCE: Final = 3000  # milliseconds; nobody waits longer to be asked


def prove_writable(journal: Journal) -> None:
    """Writes to the journal for real, down to the disk, and takes it back.

    Raises:
        JournalError: when it cannot be written now.
    """
    connection = journal.connection
    with translating_sqlite_errors():
        tuned = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("busy_timeout", "cache_size")
        }
        try:
            # With no room in memory, what is written goes to the disk before the end.
            connection.execute(f"PRAGMA busy_timeout={PATIENCE}")
            connection.execute("PRAGMA cache_size=1")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(INSERT_SETTING, ("proof", "x" * ROOM))
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            for name, value in tuned.items():
                connection.execute(f"PRAGMA {name}={value}")


def prove_place(place: Place) -> None:
    """The same where there is no journal yet; none is made by asking.

    Raises:
        HrjournalError: when nothing can be written there.
    """
    folder = place.path.parent
    while not folder.exists():
        folder = folder.parent
    prove_room(folder, ROOM)
