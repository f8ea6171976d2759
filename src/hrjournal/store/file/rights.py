"""Whose the journal is, and who could put another file in its place."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from hrjournal.errors import JournalError

if TYPE_CHECKING:
    from pathlib import Path

ROOT = 0  # can do everything in any case
WRITABLE = stat.S_IWGRP | stat.S_IWOTH


def make_folder(folder: Path) -> None:
    """Makes a folder for this person alone. One that is there stays as it is.

    Raises:
        OSError: when it cannot be made, or something else lies there.
    """
    for part in reversed([part for part in (folder, *folder.parents) if not part.is_dir()]):
        part.mkdir(mode=0o700, exist_ok=True)
        tighten(part, 0o700)  # a umask may have taken even the person's own rights


def tighten(path: Path, mode: int) -> None:
    """Gives something that the program made the rights that it should have."""
    if stat.S_IMODE(path.stat().st_mode) != mode:
        with suppress(PermissionError):  # a disk that keeps no modes
            path.chmod(mode)


def refuse_replaceable(path: Path) -> None:
    """Refuses a file that somebody else on this computer could change or replace.

    A link is followed: what counts is the file behind it, and the folder that it lies in.

    Raises:
        JournalError: when somebody could.
        OSError: when it cannot be looked at.
    """
    if os.name != "posix":
        return
    file = path.resolve() if path.is_symlink() else path
    for here in (file, file.parent):
        with suppress(FileNotFoundError):
            _refuse(here, here.stat())


def _refuse(path: Path, found: os.stat_result) -> None:
    if found.st_uid not in {os.geteuid(), ROOT}:
        what = "folder" if stat.S_ISDIR(found.st_mode) else "file"
        raise JournalError(
            f"The journal's {what} belongs to another account of this computer, so it was not "
            "opened. Choose another place with --db FILE."
        )
    if is_replaceable(found):
        raise JournalError(
            "Others on this computer can change your journal or put another in its place, so it "
            f"was not opened. To close it to them: chmod go-w '{path}'"
        )


def is_replaceable(found: os.stat_result) -> bool:
    """Whether others may write into this file, or into this folder over what lies in it."""
    if not found.st_mode & WRITABLE or (
        stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX
    ):
        return False
    return bool(found.st_mode & stat.S_IWOTH) or not _is_private_group(found.st_gid)


def _is_private_group(number: int) -> bool:
    """Whether a group has this person alone, as many systems make one for each."""
    import grp  # noqa: PLC0415 - few folders are open to a group
    import pwd  # noqa: PLC0415

    try:
        group, person = grp.getgrgid(number), pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return group.gr_name == person.pw_name and set(group.gr_mem) <= {person.pw_name}
