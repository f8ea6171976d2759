"""What lies where, and who can read it."""

from __future__ import annotations

import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hrjournal.domain.file import FileStatus
from hrjournal.errors import JournalError
from hrjournal.store.backups import list_backups

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.store.file import Place


def file_status(place: Place) -> tuple[FileStatus, ...]:
    """The journal, its folder and its copies; nothing is opened.

    Raises:
        JournalError: when the folder may not be looked into.
    """
    try:
        copies = list_backups(place)
    except PermissionError:
        raise JournalError(
            f"The folder {place.path.parent} may not be looked into by you. Check its rights."
        ) from None
    file_statuses = [
        _look("Journal", place.path),
        _look("Folder", place.path.parent),
        *(_look("Copy", path) for path in reversed(copies)),
    ]
    return tuple(file_statuses)


def _look(what: str, path: Path) -> FileStatus:
    try:
        status = path.lstat()
    except OSError:
        return FileStatus(what, str(path), there=False)
    changed = datetime.fromtimestamp(status.st_mtime, UTC).strftime("%Y-%m-%d %H:%M UTC")
    private = not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return FileStatus(
        what, str(path), there=True, size=status.st_size, changed=changed, private=private
    )
