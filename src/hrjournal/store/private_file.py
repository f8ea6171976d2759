"""Files that leave the house: whole or not at all, private, and never in place of another."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hrjournal.errors import HrjournalError
from hrjournal.store.disk import STALE_SECONDS, settle

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAKEN: Final = (
    "A file of that name is there already. It was left as it is. "
    "Choose another name, or add --force to replace it."
)
_NOT_THERE: Final = "The folder for the file is not there. Make it first, or choose another place."
_NOT_ALLOWED: Final = (
    "The file may not be written there. Nothing was written. Choose another place."
)
_FULL: Final = "The disk is full. Nothing was written. Free some space, or choose another place."
_NO_NAME: Final = "A file cannot have that name. Nothing was written. Choose another name."
_SENTENCES: Final = {
    errno.EEXIST: _TAKEN,
    errno.ENOENT: _NOT_THERE,
    errno.ENOTDIR: _NOT_THERE,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.ENAMETOOLONG: _NO_NAME,
    errno.EINVAL: _NO_NAME,
}
PREFIX: Final = ".hrjournal-"
SUFFIX: Final = ".part"
_NO_LINKS: Final = {errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}


def write_private_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Writes a file that this person alone can read; under its name it is whole or not there.

    With `force` it takes the place of a file of that name, never of anything else.

    Raises:
        HrjournalError: when it was not written; what lies there was left as it is.
    """
    with _calm():
        _refuse(path, force=force)
        with _part(path.parent, content) as part:
            _sweep(part)
            if force:
                part.replace(path)
            else:
                _claim(part, path)
        settle(path.parent)


def prove_room(folder: Path, size: int) -> None:
    """Writes so many bytes in a folder and takes them away again.

    Raises:
        HrjournalError: when it cannot be done.
    """
    with _calm(), _part(folder, bytes(size)):
        pass


def _refuse(path: Path, *, force: bool) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise HrjournalError("That is a folder. Nothing was written. Add a name for the file.")
    if stat.S_ISLNK(mode):
        raise HrjournalError(
            "That name is a link to another place. It was left as it is. Choose another name."
        )
    if not stat.S_ISREG(mode):
        raise HrjournalError(
            "What lies there is not a file. It was left as it is. Choose another name."
        )
    if not force:
        raise HrjournalError(_TAKEN)


@contextmanager
def _part(folder: Path, content: bytes) -> Iterator[Path]:
    """The content under a name of its own, safe on the disk; the name goes in the end."""
    number, name = tempfile.mkstemp(prefix=PREFIX, suffix=SUFFIX, dir=folder)
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            part.chmod(0o600)  # a umask may have taken even the person's own rights
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)


def _sweep(part: Path) -> None:
    """Takes away what a run that was killed left here long before this part was made."""
    made = part.stat().st_mtime
    for old in part.parent.glob(f"{PREFIX}*{SUFFIX}"):
        with suppress(OSError):
            if made - old.lstat().st_mtime > STALE_SECONDS:
                old.unlink()


def _claim(part: Path, path: Path) -> None:
    """Gives the part its name unless somebody took it meanwhile."""
    try:
        path.hardlink_to(part)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A disk without links: an empty file of our own holds the name for a moment.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            part.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@contextmanager
def _calm() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise HrjournalError(
            _SENTENCES.get(
                error.errno or 0,
                "The file could not be written there. Nothing was written. Choose another place.",
            )
        ) from None
    except ValueError:  # a name with a character that no name can have
        raise HrjournalError(_NO_NAME) from None
