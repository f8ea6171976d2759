"""The journal file: SQL, rights, copies. The door opens a journal for reading or writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.store.file import VERSION, Place, connect, translating_sqlite_errors, version
from hrjournal.store.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.substances.substance import Kind

__all__ = ["Journal", "Place", "open_journal"]


def open_journal(
    place: Place, kinds: Mapping[str, Kind], stamp: str, *, write: bool = False
) -> Journal:
    """Opens the journal. Reading a missing one gives an empty one that lies nowhere.

    A file that is behind is brought up to date after a verified copy named by `stamp`.

    Raises:
        JournalError: when the file is refused; it is left untouched then.
    """
    connection = connect(place, write=write)
    try:
        with translating_sqlite_errors():
            behind = version(connection)
            if behind < VERSION:
                from hrjournal.store.backups import back_up
                from hrjournal.store.schema import bring_up_to_date

                if behind:
                    back_up(connection, place, stamp)
                bring_up_to_date(connection)
            if not write:
                connection.execute("PRAGMA query_only=ON")
    except BaseException:
        connection.close()
        raise
    return Journal(connection, place, kinds)
