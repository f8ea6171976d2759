"""The tables that a journal has, and no others: what is not ours could make a word untrue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from hrjournal.errors import JournalError

if TYPE_CHECKING:
    import sqlite3

# Digests of the tables and indexes after each step of schema.py.
DIGESTS: Final = {
    0: 0,
    1: 4256444680,
    2: 743419471,
    3: 2180387027,
    4: 1736534162,
    5: 1413810502,
    6: 455263694,
}
OBJECTS: Final = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL "
    "AND name NOT IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4') "
    "AND (tbl_name!='_sqlite_migrations' OR type NOT IN ('table', 'index')) ORDER BY name"
)


def schema_digest(connection: sqlite3.Connection) -> int:
    """A digest of every table, index, trigger and view, as they were written; 0 for none."""
    return crc32("\n".join(" ".join(row) for row in connection.execute(OBJECTS)).encode())


def check_schema(connection: sqlite3.Connection, version: int) -> None:
    """Refuses a file with a trigger, a view or a table that is not ours, or without one of ours.

    Raises:
        JournalError: when there is one; untouched.
    """
    if schema_digest(connection) != DIGESTS.get(version):
        raise JournalError(
            "The journal's tables are not as hrjournal made them, so it was left as it is. "
            "To see what is different: hrjournal doctor. To go back to a copy: hrjournal restore"
        )
