"""What lies where, who can read it, and what else is worth knowing of the place."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from hrjournal.domain.file import FileStatus, is_conflict_copy
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.store.backups import ANEW, anew_copies, list_backups
from hrjournal.store.drafts.files import drafts_folder
from hrjournal.store.upkeep.belongings import (
    belongings,
    half_files,
    inside,
    is_stale,
    sides,
)
from hrjournal.store.upkeep.inside import trouble_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from hrjournal.store.file import Place

DAY: Final = 86_400
OLD: Final = 30  # days, after which a copy is said to be old
LITTLE: Final = 50 * 1024 * 1024  # free bytes
TIMES: Final = 10  # as much as the journal needs to be free
OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
WRITERS: Final = stat.S_IWGRP | stat.S_IWOTH


def file_status(place: Place) -> tuple[FileStatus, ...]:
    """The journal, its folder and its copies; nothing is opened."""
    return (
        _look("Journal", place.path),
        _look("Folder", place.path.parent),
        *(_look("Copy", path) for path in reversed(backups(place))),
    )


def backups(place: Place) -> list[Path]:
    """The copies, the oldest first; none where they cannot be seen."""
    try:
        return list_backups(place)
    except OSError:
        return []


def was_there(place: Place) -> bool:
    """Whether something beside the journal shows that there was one."""
    return place.was_there or bool(inside(drafts_folder(place)))


def look_around(
    place: Place, now: int, walk: Callable[[list[Path]], Iterable[Path]] = iter
) -> tuple[CheckFinding, ...]:
    """Everything that is worth knowing of what lies around the journal.

    `walk` goes through the copies, of which each is read whole.
    """
    return (*_rights(place), *_copies(place, now, walk), *_leftovers(place, now), *_space(place))


def _look(what: str, path: Path) -> FileStatus:
    try:
        status = path.lstat()
    except OSError:
        return FileStatus(what, str(path), there=False)
    changed = datetime.fromtimestamp(status.st_mtime, UTC).strftime("%Y-%m-%d %H:%M UTC")
    private = os.name != "posix" or not status.st_mode & OTHERS
    return FileStatus(
        what, str(path), there=True, size=status.st_size, changed=changed, private=private
    )


def own_paths(place: Place) -> list[Path]:
    """What the program keeps for this person alone; a folder that others use is not among it."""
    found = [place.path.parent] if place.own and not _is_shared(place) else []
    found += [place.path, *sides(place), *half_files(place)]
    for folder in (place.copies, drafts_folder(place)):
        found += [folder, *inside(folder)]
    return list(dict.fromkeys(found))


def _is_shared(place: Place) -> bool:
    """Whether something lies beside the journal that the program did not make."""
    try:
        return any(one.parent == place.path.parent for one in belongings(place).foreign)
    except OSError:
        return False


def _rights(place: Place) -> Iterator[CheckFinding]:
    for path in own_paths(place):
        try:
            status = path.lstat()
        except OSError:
            continue
        for trouble in _rights_of(status):
            yield CheckFinding(trouble, str(path))
    if not place.own and _others_can_write(place.path.parent):
        yield CheckFinding(Trouble.WRITABLE, str(place.path.parent))


def _rights_of(status: os.stat_result) -> Iterator[Trouble]:
    """What is odd about who can get at a file or folder, which also goes by another name."""
    link = stat.S_ISLNK(status.st_mode)
    if link or (stat.S_ISREG(status.st_mode) and status.st_nlink > 1):
        yield Trouble.LINK
    if link or os.name != "posix":
        return
    if status.st_uid != os.geteuid():
        yield Trouble.OWNER
    if status.st_mode & OTHERS:
        yield Trouble.OPEN


def _others_can_write(folder: Path) -> bool:
    """Whether others may put a file in the place of one in this folder."""
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    return os.name == "posix" and bool(mode & WRITERS) and not mode & stat.S_ISVTX


def _copies(
    place: Place, now: int, walk: Callable[[list[Path]], Iterable[Path]]
) -> Iterator[CheckFinding]:
    copies = backups(place)
    if anew := anew_copies(place):  # these say what the others will be
        yield CheckFinding(Trouble.ANEW, number=len(anew))
    looked_at = [path for path in copies if path.with_name(f"{path.name}{ANEW}") not in anew]
    troubles = ((path, trouble_of(place, path)) for path in (walk(looked_at) if looked_at else ()))
    bad = [CheckFinding(trouble, str(path)) for path, trouble in troubles if trouble]
    if len(bad) == len(copies) > 1 and all(one.is_fault for one in bad):
        yield CheckFinding(Trouble.COPIES, number=len(bad))
    else:
        yield from bad
    if not copies:
        if _look("Journal", place.path).there:
            yield CheckFinding(Trouble.NO_COPY)
    elif (age := (now - int(copies[-1].lstat().st_mtime)) // DAY) > OLD:
        yield CheckFinding(Trouble.OLD_COPY, number=age)


def _leftovers(place: Place, now: int) -> Iterator[CheckFinding]:
    for path in half_files(place):
        yield CheckFinding(Trouble.HALF if is_stale(path, now) else Trouble.FRESH_HALF, str(path))
    for path in sides(place):
        if not path.name.endswith("-journal") and path.stat().st_size:
            yield CheckFinding(Trouble.SIDE_FILE, str(path))
    for path in inside(place.path.parent):
        if is_conflict_copy(path.name, place.path.name):
            yield CheckFinding(Trouble.CONFLICT, str(path))


def _space(place: Place) -> Iterator[CheckFinding]:
    try:
        free = shutil.disk_usage(place.path.parent).free
        needed = max(LITTLE, TIMES * place.path.stat().st_size)
    except OSError:
        return
    if free < needed:
        yield CheckFinding(Trouble.SPACE, number=free)
