"""A copy in the place of the journal, which is kept as a copy itself.

Whenever the program is stopped here, the journal is what it was or what it is to be. Only a file
that cannot be opened is first taken away, once it is safe among the copies.
"""

from __future__ import annotations

import os
import shutil
from contextlib import closing, contextmanager
from os.path import samestat
from typing import TYPE_CHECKING

from hrjournal.domain.copies import BEFORE_RESTORE
from hrjournal.errors import DamagedError, JournalError, UnwritableJournalError
from hrjournal.store.backups import PART, claim, part_file, part_of_copy, sweep
from hrjournal.store.backups.looking import look
from hrjournal.store.checked import write_marker
from hrjournal.store.disk import STALE_SECONDS, remove_sides, settle, settle_file, sides
from hrjournal.store.file import (
    copy_into,
    damaged,
    examine,
    open_other,
    state_of,
    translating_sqlite_errors,
)
from hrjournal.store.file.rights import make_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.store.file import Place


def restore(place: Place, copy: Path, stamp: str) -> Path | None:
    """Puts a copy in the place of the journal; gives what was there before, as a copy.

    The copy stays as it is, also where it is of an earlier version. None is given where no
    journal was there.

    Raises:
        JournalError: when it could not be done; the journal is as it was then.
    """
    try:
        # A link stays a link: what it leads to is replaced.
        target = place.path.resolve()
        if not target.is_file() and (target.exists() or place.path.is_symlink()):
            examine(place)
        make_folder(target.parent)
        sweep(target.parent, STALE_SECONDS, f"{target.name}.*{PART}*")
        with part_file(target.with_name(f"{target.name}.{os.getpid()}{PART}")) as part:
            _fill(place, part, copy)
            return _exchange(place, target, part, stamp)
    except OSError:
        raise JournalError(
            "The copy could not be put in the journal's place. "
            "Check the space on the disk and the rights of the folder: hrjournal doctor"
        ) from None


def _fill(place: Place, part: Path, copy: Path) -> None:
    """Writes the copy anew, and looks whether it can be read there."""
    _copy_bytes(copy, part)
    held, _ = look(place, part)  # SQLite takes back what a write left unfinished in it
    if held is None or sides(part):
        raise JournalError("That copy cannot be opened, so nothing was changed.")
    settle_file(part)


def _copy_bytes(path: Path, to: Path) -> None:
    """A file and what lies beside it, byte by byte and safe on the disk; the file comes last."""
    for side in sides(path):
        _copy_file(side, to.with_name(to.name + side.name.removeprefix(path.name)))
    _copy_file(path, to)


def _copy_file(path: Path, to: Path) -> None:
    shutil.copyfile(path, to)
    to.chmod(0o600)
    settle_file(to)


def _exchange(place: Place, target: Path, part: Path, stamp: str) -> Path | None:
    if not sides(target) and not (target.exists() and target.stat().st_size):
        _replace(place, part, target)
        return None
    try:
        return _exchange_open(place, target, part, stamp)
    except DamagedError:
        return _exchange_closed(place, target, part, stamp)


def _exchange_open(place: Place, target: Path, part: Path, stamp: str) -> Path:
    """The journal can be opened: it is copied, and nobody else writes from then on."""
    with part_of_copy(place, stamp) as former, _opened(place, target) as connection:
        seen, state = target.stat(), _state(connection)
        copy_into(place, connection, former)
        connection.execute("BEGIN EXCLUSIVE")
        if _state(connection) != state or not samestat(seen, target.stat()):
            raise JournalError(
                "Something else was written at the same time. Nothing was changed. "
                "Please try again."
            )
        kept = claim(place, former, stamp, BEFORE_RESTORE)
        try:
            _replace(place, part, target)
        except PermissionError:  # Windows leaves an open file in its place
            connection.close()
            _replace(place, part, target)
    return kept


@contextmanager
def _opened(place: Place, target: Path) -> Iterator[sqlite3.Connection]:
    """The journal as it is, once what a write left unfinished was taken back.

    Raises:
        DamagedError: when it cannot be read.
    """
    if any(not side.name.endswith("-journal") for side in sides(target)):
        raise damaged()
    try:
        connection = open_other(place, target)
    except UnwritableJournalError:
        raise
    except JournalError:
        raise damaged() from None
    with translating_sqlite_errors(), closing(connection):
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield connection


def _state(connection: sqlite3.Connection) -> int:
    """A number that changes with every change that another process makes."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _exchange_closed(place: Place, target: Path, part: Path, stamp: str) -> Path | None:
    """The journal cannot be opened: its bytes are kept, with what lies beside it.

    What lies beside it must never lie beside another file, for SQLite would write it into that.
    """
    kept = None
    if target.exists():
        with part_of_copy(place, stamp) as former:
            _copy_bytes(target, former)
            kept = claim(place, former, stamp, BEFORE_RESTORE)
    target.unlink(missing_ok=True)
    settle(target.parent)
    remove_sides(target)
    settle(target.parent)
    _replace(place, part, target)
    return kept


def _replace(place: Place, part: Path, target: Path) -> None:
    write_marker(place, state_of(part))
    part.replace(target)
    settle(target.parent)
