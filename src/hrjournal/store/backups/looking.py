"""What is in a copy, and in the journal itself, without a need for it to open."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING

from hrjournal.domain.copies import copy_name
from hrjournal.domain.file import Contents, CopyStatus
from hrjournal.errors import JournalError, NotFoundError
from hrjournal.store.backups import list_backups, made
from hrjournal.store.backups.soundness import contents, is_whole, rows_are_right
from hrjournal.store.disk import sides
from hrjournal.store.file import open_other

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from hrjournal.store.file import Place


def copies(place: Place) -> list[CopyStatus]:
    """Every copy with its number, the newest first.

    Raises:
        JournalError: when the folder may not be looked into.
    """
    return [status(place, path, number) for number, path in enumerate(_newest_first(place), 1)]


def copy_path(place: Place, number: int) -> Path:
    """The copy with this number.

    Raises:
        NotFoundError: when there is none.
    """
    found = _newest_first(place)
    if not 0 < number <= len(found):
        raise NotFoundError(
            f"There is no copy {number}. To see them all: hrjournal backup --list"
            if found
            else "There are no copies yet. To make one: hrjournal backup"
        )
    return found[number - 1]


def number_of(place: Place, copy: Path) -> int:
    """The number of a copy in the list."""
    return _newest_first(place).index(copy) + 1


def _newest_first(place: Place) -> list[Path]:
    try:
        return list_backups(place)[::-1]
    except PermissionError:
        raise JournalError(
            "The folder of the copies may not be looked into by you. "
            "To see what is wrong: hrjournal doctor"
        ) from None


def status(place: Place, path: Path, number: int) -> CopyStatus:
    """What is known of a copy; it counts as sound if all of it is as it was written."""
    name = copy_name(path.name)
    found, sound = look(place, path)
    label = name.label if name else ""
    return CopyStatus(
        number=number,
        name=path.name,
        made=int(made(path).timestamp()),
        label=label,
        contents=found,
        sound=sound,
    )


def look(place: Place, path: Path) -> tuple[Contents | None, bool]:
    """What a journal file holds, None where it cannot be opened; and whether it is sound."""
    held = None
    with suppress(JournalError, OSError), closing(_opened(place, path)) as connection:
        held = contents(connection)
        return held, is_whole(connection) and rows_are_right(connection)
    return held, False


def _opened(place: Place, path: Path) -> sqlite3.Connection:
    # An interrupted write beside it has to be taken back before anything can be read.
    return open_other(place, path, read_only=not sides(path))
