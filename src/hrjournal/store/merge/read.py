"""Copies of a journal as values: the one that is open, and another file that is only read."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.archive.fields import possible
from hrjournal.domain.archive.merge import JournalCopy, RecordVersion
from hrjournal.domain.archive.model import NAME, derived_origin
from hrjournal.errors import HrjournalError, ImportRefusedError
from hrjournal.store import keepsakes
from hrjournal.store.archive import beside_records
from hrjournal.store.checked import memory_copy
from hrjournal.store.file import (
    APPLICATION_ID,
    MAGIC,
    VERSION,
    FileState,
    Place,
    damaged,
    examine,
    open_file,
    translating_sqlite_errors,
    version,
)
from hrjournal.store.file.cipher import may_be_encrypted
from hrjournal.store.identity import stamps
from hrjournal.store.journal import Journal
from hrjournal.store.queries import SELECT
from hrjournal.store.rows import COLUMNS, KEEPSAKE_NAMES, Stamp, entry_of, stamp_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping
    from pathlib import Path

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import Kind

ORIGIN: Final = COLUMNS.index("origin")
LATEST: Final = 2**34  # seconds since 1970: in the year 2514
HEADER: Final = 100  # bytes


def in_memory(journal: Journal) -> Journal:
    """The journal as it is now, to try something out."""
    copy = Journal(memory_copy(journal.place, journal.connection), journal.place, journal.kinds)
    copy.in_memory = True
    return copy


def other_copy(file: Path, place: Place, kinds: Mapping[str, Kind]) -> JournalCopy:
    """What another journal file holds. It is brought up to date in memory and never written.

    Raises:
        ImportRefusedError: when it is no journal, this one, a newer one, or damaged.
    """
    _check(file, place)
    try:
        there = place._replace(path=file)
        encrypted = examine(there) is FileState.ENCRYPTED
        with closing(open_file(there, file, encrypted=encrypted, read_only=True)) as connection:
            memory = memory_copy(there, connection)
        with closing(memory):
            _bring_up_to_date(memory)
            found = copy_of(Journal(memory, Place(file), kinds))
            _check_times(found)
            return found
    except (HrjournalError, TypeError, ValueError):
        raise ImportRefusedError(
            "That file is damaged, in use, or cannot be read. Nothing was merged, and both "
            "files are as they were."
        ) from None


def _check(file: Path, place: Place) -> None:
    """Refuses what is no other journal, before anything opens it as one."""
    try:
        if not file.is_file():
            raise ImportRefusedError("There is no such file. Nothing was merged.")
        if place.path.exists() and file.samefile(place.path):
            raise ImportRefusedError(
                "That is your journal itself. Give the name of the other copy."
            )
        with file.open("rb") as opened:
            header = opened.read(HEADER)
        size = file.stat().st_size
    except OSError:
        raise ImportRefusedError("That file cannot be read. Nothing was merged.") from None
    if not may_be_encrypted(header, size):  # the passphrase of this journal may open it
        _check_header(header)


def _check_header(header: bytes) -> None:
    if not header.startswith(MAGIC) or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise ImportRefusedError(
            "That file is not a journal of hrjournal. Nothing was merged. "
            "For a file of hrjournal export json: hrjournal import json FILE"
        )
    if int.from_bytes(header[60:64], "big", signed=True) > VERSION:
        raise ImportRefusedError(
            "That journal was written by a newer hrjournal. Nothing was merged. "
            "Update hrjournal, then merge again."
        )


def _check_times(copy: JournalCopy) -> None:
    """Refuses times that no journal can have: they would stay for ever, and count as the latest."""
    for one in (*copy.entries.values(), *copy.keepsakes.values()):
        times = (one.revised, one.said, one.what.written, *one.former)
        if max(map(abs, times)) > LATEST or not possible(one.what.moment.day(0)):
            raise damaged()
    if max((*copy.dead_entries.values(), *copy.dead_keepsakes.values(), 0)) > LATEST:
        raise damaged()


def _bring_up_to_date(memory: sqlite3.Connection) -> None:
    with translating_sqlite_errors():
        if version(memory) < VERSION:
            from hrjournal.store.schema import bring_up_to_date

            bring_up_to_date(memory)


@translating_sqlite_errors()
def uids_of(journal: Journal) -> frozenset[int]:
    """Every record that a journal holds or held."""
    found = journal.connection.execute(
        "SELECT uid FROM entry UNION ALL SELECT uid FROM keepsake "
        "UNION ALL SELECT uid FROM tombstone"
    )
    return frozenset(uid for (uid,) in found)


@translating_sqlite_errors()
def copy_of(journal: Journal) -> JournalCopy:
    """All that a journal holds, by what is the same in every copy of it.

    Raises:
        JournalError: when something in it is not as it was written.
    """
    connection, keys = journal.connection, journal.keys()
    name = journal.setting(NAME)
    entries = {}
    for row in connection.execute(SELECT + "ORDER BY id"):
        entry, stamp = entry_of(row, keys), stamp_of(row)
        origin = row[ORIGIN] or (derived_origin(entry, name, stamp.uid) if name else None)
        entries[stamp.uid] = _version(entry, stamp, origin)
    kept = {}
    for row in connection.execute(f"SELECT {KEEPSAKE_NAMES}, checksum FROM keepsake ORDER BY id"):
        stamp = keepsakes.stamp_of(row)
        kept[stamp.uid] = _version(keepsakes.keepsake_of(row), stamp, None)
    return JournalCopy(
        beside_records(journal),
        entries,
        kept,
        _dead(connection, stamps.ENTRY),
        _dead(connection, stamps.KEEPSAKE),
    )


def _version(what: Entry | Keepsake, stamp: Stamp, origin: str | None) -> RecordVersion:
    former = frozenset(map(int, (stamp.former or "").split()))
    return RecordVersion(what, stamp.revised, former, stamp.said, origin)


def _dead(connection: sqlite3.Connection, part: str) -> dict[int, int]:
    found: Any = connection.execute("SELECT uid, revised FROM tombstone WHERE part=?", (part,))
    return dict(found)
