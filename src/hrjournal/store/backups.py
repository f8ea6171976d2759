"""Copies of the journal: made by SQLite's own backup, verified, the last seven kept."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from hrjournal.errors import JournalError
from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.file.rights import make_folder

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.store.file import Place

KEPT = 7


def back_up(connection: sqlite3.Connection, place: Place, stamp: str) -> Path:
    """Makes a verified copy named by `stamp` and lets the oldest go beyond the last seven.

    Raises:
        JournalError: when the copy could not be made or is not whole; nothing is left half made.
    """
    try:
        make_folder(place.copies)
        target = _free(place.copies, stamp)
        _make(connection, target)
    except OSError:
        raise JournalError(
            "A copy of the journal could not be made, so nothing was changed. "
            "Check the space on the disk and the rights of the folder."
        ) from None
    # The new one stays, even where the clock was set back and others look newer.
    for old in [path for path in list_backups(place) if path != target][: 1 - KEPT]:
        old.unlink(missing_ok=True)
    return target


def _make(connection: sqlite3.Connection, target: Path) -> None:
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with (
            translating_sqlite_errors(),
            closing(sqlite3.connect(part, isolation_level=None)) as other,
        ):
            connection.backup(other)
            if other.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                raise JournalError("The copy was not whole, so nothing was changed.")
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def list_backups(place: Place) -> list[Path]:
    """Every copy, the oldest first."""
    if not place.copies.is_dir():
        return []
    return sorted(place.copies.glob("*.db"), key=lambda path: (path.stat().st_mtime_ns, path.name))


def _free(folder: Path, stamp: str) -> Path:
    """A name that is not taken; two copies of one second get a number."""
    target = folder / f"{stamp}.db"
    number = 1
    while target.exists():
        number += 1
        target = folder / f"{stamp}-{number}.db"
    return target
