"""Whether every row is as it was written: looked at once for each state of the file.

What was found whole is noted beside the journal with the time and size of the file, and again
after each change of ours. A file that something else changed is read row by row when it is next
opened, so that no figure rests on a row that nobody checked.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple
from hrjournal.store.file import (
    FileState,
    damaged,
    is_encrypted,
    passphrase,
    sqlite_errors,
    state_of,
    translated,
    tuned,
)
from hrjournal.store.file.rights import make_folder
from hrjournal.store.rows import (
    DIGESTED,
    KEEPSAKE_NAMES,
    NAMES,
    SERVING_NAMES,
    SUBSTANCE_NAMES,
    checksum,
    keepsake_checksum,
    row_checksum,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.store.file import Place

CHECKED: Final = {  # tables whose rows have a checksum: the columns it is over, and the key
    "substance": (SUBSTANCE_NAMES, "id"),
    "setting": (DIGESTED["setting"], "key"),
    "start": (DIGESTED["start"], "substance"),
    "keepsake": (KEEPSAKE_NAMES, "id"),
    "alias": ("word, substance", "word"),
    "serving": (SERVING_NAMES, "key"),
}


class Unsound(NamedTuple):
    """What is not as it was written: numbers of records, keys of rows in other tables, an index."""

    entries: tuple[int, ...] = ()
    rows: tuple[tuple[str, object], ...] = ()
    structure: bool = False


def is_checked(place: Place) -> bool:
    """Whether the file is in a state that was found whole."""
    try:
        return place.marker.read_text(encoding="ascii") == _state(place)
    except (OSError, ValueError):
        return False


def note_checked(place: Place, *, anew: bool) -> None:
    """Notes that the file as it lies there was found whole. Where it cannot, it is looked at again.

    It is the sign, too, that there is a journal. Without `anew` nothing new is made: looking at a
    file leaves nothing beside it.
    """
    with suppress(OSError):
        state = _state(place)
        if anew or place.marker.read_text(encoding="ascii") != state:
            _write(place, state)


def write_marker(place: Place, state: FileState | None) -> None:
    """Notes that there is a journal, plain or encrypted (None: one of them), to be looked at.

    Raises:
        OSError: when it cannot be written.
    """
    _write(place, f"{state.value if state else 'either'}\n")


def _write(place: Place, text: str) -> None:
    if not place.copies.is_dir():
        make_folder(place.copies)
    part = place.marker.with_suffix(".part")
    part.unlink(missing_ok=True)
    number = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(number, "w", encoding="ascii") as file:
        file.write(text)
    part.replace(place.marker)


def _state(place: Place) -> str:
    found = place.path.stat()
    return f"{state_of(place.path).value} {found.st_mtime_ns} {found.st_size}\n"


def find_unsound(connection: sqlite3.Connection) -> Unsound:
    """Every row that is not as it was written.

    Raises:
        JournalError: when the tables themselves cannot be read.
    """
    before, connection.text_factory = connection.text_factory, lenient
    try:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
        entries, rows = tuple(_bad_entries(connection)), tuple(_bad_rows(connection))
        return Unsound(entries, rows, structure=not whole)
    except sqlite_errors() as error:
        raise translated(error) from None
    finally:
        connection.text_factory = before


def lenient(text: bytes) -> str:
    """Text that is no text any more is read too; its checksum cannot fit."""
    return text.decode("utf-8", "surrogateescape")


def _bad_entries(connection: sqlite3.Connection) -> Iterator[int]:
    for number, *values, stored in connection.execute(f"SELECT {NAMES}, checksum FROM entry"):
        if row_checksum((number, *values)) != stored:
            yield number


def _bad_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, object]]:
    for table, (columns, key) in CHECKED.items():
        digest = keepsake_checksum if table == "keepsake" else checksum
        found = connection.execute(f"SELECT {key}, {columns}, checksum FROM {table}")
        yield from ((table, row[0]) for row in found if digest(row[1:-1]) != row[-1])


def memory_copy(place: Place, connection: sqlite3.Connection) -> sqlite3.Connection:
    """All of an open journal in memory, to read from and to work things out in.

    Raises:
        JournalError: when it cannot be read.
    """
    try:
        if is_encrypted(connection):
            from hrjournal.store.file.cipher import in_memory  # noqa: PLC0415 - few are

            return tuned(in_memory(place.path, passphrase(place)))
        memory = sqlite3.connect(":memory:", isolation_level=None)
        try:
            connection.backup(memory)
        except BaseException:
            memory.close()
            raise
        return tuned(memory)
    except sqlite_errors() as error:
        raise translated(error) from None


def leave_out(memory: sqlite3.Connection, unsound: Unsound) -> None:
    """Takes what is not as it was written out of a copy in memory, and what was made of it."""
    memory.execute("PRAGMA foreign_keys=OFF")
    memory.execute("BEGIN")
    memory.executemany("DELETE FROM entry WHERE id=?", [(number,) for number in unsound.entries])
    for table, key in unsound.rows:
        memory.execute(f"DELETE FROM {table} WHERE {CHECKED[table][1]}=?", (key,))
        if table == "substance":
            for other in ("entry", "alias", "start"):
                memory.execute(f"DELETE FROM {other} WHERE substance=?", (key,))
    for made in ("win", "verdict"):
        memory.execute(f"DELETE FROM {made}")
    memory.execute("DELETE FROM setting WHERE key='wins_seen_to'")
    memory.execute("COMMIT")
    memory.execute("REINDEX")
    if memory.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise damaged()
