"""Copies of the journal: made by SQLite's own backup, verified, dated, and let go by and by."""

from __future__ import annotations

import os
import time
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from hrjournal.domain.copies import UNSOUND, CopyName, copy_name, staying
from hrjournal.errors import JournalError
from hrjournal.store.backups.soundness import is_whole, rows_are_right
from hrjournal.store.disk import STALE_SECONDS, make_empty, remove_sides, settle, settle_file, sides
from hrjournal.store.file import copy_into, is_encrypted, open_file
from hrjournal.store.file.rights import make_folder

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from hrjournal.store.file import Place

PART: Final = ".part"
ANEW: Final = ".anew"  # behind the name of a copy: written anew, for the journal to go first


def back_up(connection: sqlite3.Connection, place: Place, stamp: str, label: str = "") -> Path:
    """Makes a verified copy named by `stamp`, and lets those go that have served their time.

    Where a record is not as it was written, the copy is marked so and no other goes for it.

    Raises:
        JournalError: when the copy could not be made or its structure is not whole; nothing is
            left half made.
    """
    with _calm(), part_of_copy(place, stamp) as part:
        if not copied(place, connection, part):
            label = label or UNSOUND
        return claim(place, part, stamp, label)


def back_up_sound(connection: sqlite3.Connection, place: Place, stamp: str) -> Path | None:
    """The same, but of a journal that is not sound nothing is made, and None is given."""
    with _calm(), part_of_copy(place, stamp) as part:
        return claim(place, part, stamp) if copied(place, connection, part) else None


@contextmanager
def _calm() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise JournalError(
            "A copy of the journal could not be made, so nothing was changed. "
            "Check the space on the disk and the rights of the folder."
        ) from None


@contextmanager
def part_of_copy(place: Place, stamp: str) -> Iterator[Path]:
    """An empty file among the copies to write one into; in the end it is gone.

    What runs that were killed left there goes first.
    """
    make_folder(place.copies)
    sweep(place.copies, STALE_SECONDS)
    # Two runs may make one at the same second.
    with part_file(place.copies / f"{stamp}-{os.getpid()}{PART}") as part:
        yield part


@contextmanager
def part_file(part: Path) -> Iterator[Path]:
    """An empty file of this name, for this person alone; in the end it is gone."""
    part.unlink(missing_ok=True)
    remove_sides(part)
    try:
        make_empty(part)
        yield part
    finally:
        # What was to be done is done by now, or is said: a part that stays is swept later.
        with suppress(OSError):
            part.unlink(missing_ok=True)
            remove_sides(part)


def copied(place: Place, connection: sqlite3.Connection, part: Path) -> bool:
    """Copies the journal into an empty file; gives whether every row of it is sound.

    Raises:
        JournalError: when it could not be copied, or is not whole.
    """
    copy_into(place, connection, part)
    encrypted = is_encrypted(connection)
    with closing(open_file(place, part, encrypted=encrypted)) as other:
        if not is_whole(other):
            raise JournalError("The copy was not whole, so nothing was changed.")
        return rows_are_right(other)


def claim(place: Place, part: Path, stamp: str, label: str = "") -> Path:
    """Gives a part that is whole its name among the copies, safe on the disk.

    Raises:
        OSError: when the disk does not keep it.
    """
    settle_file(part)
    made = datetime.strptime(stamp, "%Y%m%d-%H%M%S").replace(tzinfo=UTC)
    name = CopyName(made, label=label)
    while (target := place.copies / f"{name.stem}.db").exists():
        name = name._replace(number=name.number + 1)
    for side in sides(part):
        side.rename(target.with_name(target.name + side.name.removeprefix(part.name)))
    part.rename(target)
    settle(place.copies)
    _let_go(place, name)
    return target


def _let_go(place: Place, new: CopyName) -> None:
    """Takes away the copies that need not stay beside a new one; what has no such name stays."""
    found = {path: name for path in list_backups(place) if (name := copy_name(path.name))}
    kept = staying(found.values(), new)
    for path, name in found.items():
        if name not in kept:
            with suppress(OSError):  # it goes another day
                delete(path)


def delete(path: Path) -> None:
    """Does away with a copy and what lies beside it.

    Raises:
        OSError: when it cannot be taken away.
    """
    path.unlink(missing_ok=True)
    remove_sides(path)
    settle(path.parent)


def sweep(folder: Path, seconds: int = 0, names: str = f"*{PART}*") -> None:
    """Takes away half-made copies that are older than so many seconds, with their side files."""
    for part in folder.glob(names):
        with suppress(OSError):
            # Of a clock that was ahead, the age says nothing: such a part goes too.
            if not 0 <= time.time() - part.lstat().st_mtime < seconds:
                part.unlink()


def list_backups(place: Place) -> list[Path]:
    """Every copy, the oldest first.

    Raises:
        PermissionError: when the folder may not be looked into.
    """
    if not place.copies.is_dir():
        return []
    return sorted((path for path in place.copies.iterdir() if path.suffix == ".db"), key=_age)


def anew_copies(place: Place) -> list[Path]:
    """Copies written anew that wait to be put in their places; none where they cannot be seen."""
    try:
        return sorted(path for path in place.copies.iterdir() if path.name.endswith(f".db{ANEW}"))
    except OSError:
        return []


def _age(path: Path) -> tuple[datetime, int, str]:
    return (made(path), name.number if (name := copy_name(path.name)) else 0, path.name)


def made(path: Path) -> datetime:
    """When a copy was made, as its name says, else as the disk says."""
    name = copy_name(path.name)
    return name.made if name else datetime.fromtimestamp(int(path.lstat().st_mtime), UTC)
