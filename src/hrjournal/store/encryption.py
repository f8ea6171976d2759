"""Encrypting the journal and its copies, changing the passphrase, and taking it off again.

The journal is written anew beside itself, read again, and put in its place in one step while
nobody else can write; whatever stops this in between leaves the one or the other, whole.
"""

from __future__ import annotations

import os
from contextlib import closing
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from hrjournal.errors import HrjournalError, JournalError, UnwritableJournalError
from hrjournal.named import NamedTuple
from hrjournal.store.backups import PART, list_backups, part_file
from hrjournal.store.checked import write_marker
from hrjournal.store.disk import settle, settle_file
from hrjournal.store.file import (
    WAIT_SECONDS,
    FileState,
    examine,
    passphrase,
    sqlite_errors,
    state_of,
    translated,
)
from hrjournal.store.file.cipher import library, open_encrypted, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.store.file import Place


class Rewritten(NamedTuple):
    """How many copies were written anew too, and the names of those that could not be."""

    copies: int
    left: tuple[str, ...]


def rewrite_journal(place: Place, new: str | None) -> Rewritten:
    """Writes the journal and its copies anew under a passphrase; plain, where there is none.

    Raises:
        JournalError: when it cannot be done; the journal is as it was then.
        MissingPartError: where there is no SQLCipher.
    """
    state = examine(place)
    if state is FileState.MISSING:
        raise JournalError("There is no journal yet. To begin one: hrjournal log")
    old = passphrase(place) if state is FileState.ENCRYPTED else None
    try:
        write_marker(place, None)
        _in_its_place(place.path, old, new, locked=True)
    except sqlite_errors() as error:
        raise translated(error) from None
    except OSError:
        raise _unwritten() from None
    write_marker(place, FileState.PLAIN if new is None else FileState.ENCRYPTED)
    return _rewrite_copies(place, old, new)


def _unwritten() -> JournalError:
    return UnwritableJournalError(
        "The journal could not be written anew, so it was left as it was.",
        "Check the space on the disk and the rights of its folder.",
    )


def _rewrite_copies(place: Place, old: str | None, new: str | None) -> Rewritten:
    done, left = 0, []
    for copy in list_backups(place):
        try:
            _in_its_place(copy, old, new, locked=False)
            done += 1
        except (HrjournalError, OSError):
            left.append(copy.name)
        except sqlite_errors():
            left.append(copy.name)
    return Rewritten(done, tuple(left))


def _in_its_place(path: Path, old: str | None, new: str | None, *, locked: bool) -> None:
    """A file written anew, proven, and put in its place."""
    plain = state_of(path) is FileState.PLAIN
    with (
        part_file(path.with_name(f"{path.name}.{os.getpid()}{PART}")) as part,
        closing(_opened(path, None if plain else old)) as connection,
    ):
        if locked:
            _hold(connection)
        rewrite(connection, part, new)
        _prove(connection, part, new)
        settle_file(part)
        part.replace(path)
        settle(path.parent)


def _opened(path: Path, passphrase: str | None) -> Any:
    """A file by SQLCipher, which opens plain files too."""
    if passphrase is not None:
        return open_encrypted(path, passphrase, patience=WAIT_SECONDS, read_only=False)
    return library().connect(str(path), timeout=WAIT_SECONDS, isolation_level=None)


def _hold(connection: Any) -> None:
    """Keeps everybody else from the file until the connection is closed."""
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def _prove(connection: Any, part: Path, passphrase: str | None) -> None:
    """Refuses a new file that does not hold, row by row, what the old one does."""
    with closing(_opened(part, passphrase)) as other:
        same = all(
            one == two for one, two in zip_longest(_everything(connection), _everything(other))
        )
        whole = other.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    if not (same and whole and (state_of(part) is FileState.PLAIN) == (passphrase is None)):
        raise JournalError("What was written was not whole, so the journal was left as it was.")


def _everything(connection: Any) -> Iterator[object]:
    """Every table with its rows."""
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type='table' ORDER BY name"
    ).fetchall()
    for name, sql in tables:
        yield name, sql
        yield from connection.execute(f'SELECT * FROM "{name}"')
