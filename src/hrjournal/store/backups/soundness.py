"""Whether a journal file of any version is as it was written, and how much it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.file import Contents
from hrjournal.domain.settings import Preferences
from hrjournal.store import ledger
from hrjournal.store.file import SETTINGS, translating_sqlite_errors, version
from hrjournal.store.rows import (
    COLUMNS,
    DIGESTED,
    KEEPSAKE_NAMES,
    SUBSTANCE_NAMES,
    checksum,
    keepsake_checksum,
    row_checksum,
)
from hrjournal.store.substances import named

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

# The columns that a checksum stands for, in its order. A file of an earlier version has fewer.
SUMMED: Final = {
    "substance": SUBSTANCE_NAMES,
    **DIGESTED,
    "win": ledger.COLUMNS,
    **named.COLUMNS,
}
WINS_BY_GRADE: Final = 3  # the version since which small wins have their checksum over these


@translating_sqlite_errors()
def contents(connection: sqlite3.Connection) -> Contents:
    """How many records there are, and the person's day of the latest."""
    number, local = connection.execute("SELECT count(*), max(local) FROM entry").fetchone()
    starts = Preferences(dict(connection.execute(SETTINGS))).day_start
    return Contents(int(number), None if local is None else (int(local) - starts) // DAY + EPOCH)


@translating_sqlite_errors()
def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the structure of the file is whole; what its rows say is not looked at."""
    return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


@translating_sqlite_errors()
def rows_are_right(connection: sqlite3.Connection) -> bool:
    """Whether every row says what was once written, and refers to rows that are there."""
    dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    return not dangling and all(_rows_right(connection))


def _rows_right(connection: sqlite3.Connection) -> Iterator[bool]:
    """Whether the rows of each table have the checksums that they should have."""
    names = _there(connection, "entry", COLUMNS)
    rows = connection.execute(f"SELECT {', '.join(names)}, checksum FROM entry")
    yield all(row_checksum(row[:-1]) == row[-1] for row in rows)
    if names := _there(connection, "keepsake", KEEPSAKE_NAMES.split(", ")):
        rows = connection.execute(f"SELECT {', '.join(names)}, checksum FROM keepsake")
        yield all(keepsake_checksum(row[:-1]) == row[-1] for row in rows)
    for table, columns in SUMMED.items():
        names = _there(connection, table, columns.split(", "))
        if "checksum" not in _there(connection, table, ["checksum"]) or (
            table == "win" and version(connection) < WINS_BY_GRADE
        ):
            continue
        rows = connection.execute(f"SELECT {', '.join(names)}, checksum FROM {table}")
        yield all(checksum(row[:-1]) == row[-1] for row in rows)


def _there(connection: sqlite3.Connection, table: str, names: Iterable[str]) -> list[str]:
    """Which of these columns a table has; none where there is no such table."""
    found = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    return [name for name in names if name in found]
