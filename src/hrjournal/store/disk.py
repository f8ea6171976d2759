"""What is asked of the disk itself: to keep what was written, and under which name."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

STALE_SECONDS: Final = 3600  # after which whoever made a half file is not at work on it any more
# What SQLite may lay beside a database file; it belongs to that file and to no other.
SIDES: Final = ("-journal", "-wal", "-shm")


def settle(folder: Path) -> None:
    """Asks the disk to keep the names in a folder, where folders can be asked."""
    with suppress(OSError):
        _sync(folder)


def settle_file(path: Path) -> None:
    """Asks the disk to keep what a file holds.

    Raises:
        OSError: when it does not.
    """
    _sync(path)


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def sides(path: Path) -> list[Path]:
    """The side files that lie beside a database file."""
    names = (path.with_name(path.name + side) for side in SIDES)
    return [side for side in names if os.path.lexists(side)]


def remove_sides(path: Path) -> None:
    """Takes away the side files of a database file that is gone or not yet there."""
    for side in sides(path):
        side.unlink(missing_ok=True)


def make_empty(path: Path) -> None:
    """Makes an empty file for this person alone.

    Raises:
        OSError: when it cannot be made, or something of that name is there.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
