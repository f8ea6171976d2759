"""The journal file: where it lies, who may read it, and the one function that opens it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hrjournal.errors import DamagedError, JournalError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAGIC = b"SQLite format 3\0"
HOT_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
APPLICATION_ID = 0x68724A31  # "hrJ1"
VERSION = 4  # how many steps of schema.py a file has been through
WAIT_SECONDS = 30.0
OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
SETTINGS = "SELECT key, value FROM setting"


class Place(NamedTuple):
    """Where a journal lies. `own` says that its folder belongs to the program alone."""

    path: Path
    own: bool = False

    @property
    def copies(self) -> Path:
        """The folder that holds earlier copies of the file."""
        return self.path.with_name(self.path.name + ".copies")

    def has_copy_of(self, day: str) -> bool:
        """Whether a sound copy was made on a day on UTC, such as `20261123`, by its name alone."""
        try:
            names = os.listdir(self.copies)  # noqa: PTH208 - pathlib adds nothing here
        except OSError:
            return False
        # Before the ending is a number, or a word where it is no copy of the day.
        return any(name.startswith(day) and name[-4:-3].isdigit() for name in names)


def connect(place: Place, *, write: bool) -> sqlite3.Connection:
    """Opens the journal with every setting it needs, or a new one in memory to read from.

    With `write`, a missing file and its folder are made first, for this person alone. The
    caller looks at `version()` and brings a file that is behind up to date.

    Raises:
        JournalError: when the file is not ours, newer, damaged or cannot be read, or SQLite is too
            old for it; untouched.
    """
    _check_sqlite()
    try:
        there = examine(place)
        if write:
            _make_private(place, there=there)
        elif not there:
            return _tuned(sqlite3.connect(":memory:", isolation_level=None))
        connection = sqlite3.connect(place.path, timeout=WAIT_SECONDS, isolation_level=None)
    except OSError as error:
        raise _unreadable(place, error) from None
    except sqlite3.Error as error:
        raise translated(error) from None
    return _tuned(connection)


def open_file(path: Path, *, write: bool) -> sqlite3.Connection:
    """Opens a journal file that is there, such as a copy, as it is: nothing is brought up to date.

    Raises:
        JournalError: when it cannot be opened.
    """
    address = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
    try:
        connection = sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise translated(error) from None
    return _tuned(connection)


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise JournalError(
            f"Your journal needs SQLite {needed} or newer, and this Python has "
            f"{sqlite3.sqlite_version}. Nothing was changed. Please install a newer Python."
        )


def version(connection: sqlite3.Connection) -> int:
    """How many schema steps the file has been through; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def examine(place: Place) -> bool:
    """Whether a journal of ours is there; False when there is none yet.

    Nothing is opened by SQLite before the header has been read, so a file that is not ours is
    never touched.

    Raises:
        JournalError: when something else lies there, or the file is newer or damaged.
        OSError: when it cannot be read.
    """
    try:
        status = place.path.stat()
    except FileNotFoundError:
        if place.path.is_symlink():
            raise JournalError(
                "The journal is a link to a file that is not there. "
                "Bring that file back, or remove the link."
            ) from None
        return False
    if not stat.S_ISREG(status.st_mode):
        raise JournalError(
            "What lies at the journal's place is not a file. It was left as it is. "
            "Choose another place with --db FILE."
        )
    with place.path.open("rb") as file:
        header = file.read(100)
    hot = _hot(place)
    if not header and not hot:
        _refuse_emptied(place)
        return False
    if not (hot and not header.strip(b"\0")):
        # The size is asked for last: another process may make the file grow meanwhile.
        _check_header(header, 0 if hot else place.path.stat().st_size)
    return True


def _check_header(header: bytes, size: int) -> None:
    """Refuses a header that is not ours, newer or of a shorter file; `size` 0 skips the last."""
    if not header.startswith(MAGIC) or len(header) < 100:
        raise JournalError(
            "This file is not a journal of hrjournal. It was left as it is. "
            "Choose another place with --db FILE."
        )
    if header[18:20] != b"\x01\x01" or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        raise JournalError(
            "This file belongs to another program or is damaged. It was left as it is. "
            "Choose another place with --db FILE."
        )
    if int.from_bytes(header[60:64], "big", signed=True) > VERSION:
        raise JournalError(
            "This journal was written by a newer hrjournal. It was left as it is. "
            "Update hrjournal to open it."
        )
    page = int.from_bytes(header[16:18], "big")
    page = 65_536 if page == 1 else page
    if size and int.from_bytes(header[28:32], "big") * page > size:
        raise damaged()


def damaged() -> DamagedError:
    """The sentence for a file that cannot be trusted any more."""
    return DamagedError(
        "The journal file is damaged and was left as it is. "
        "To see your copies: hrjournal backup --list"
    )


def translated(error: sqlite3.Error) -> JournalError:
    """What went wrong in SQLite, as a sentence without any value."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return JournalError(
                "Another hrjournal is writing at this moment. Nothing was saved. Please try again."
            )
        case sqlite3.SQLITE_FULL:
            return JournalError("The disk is full. Nothing was saved. Free some space, try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return JournalError(
                "The journal cannot be written there. Nothing was saved. "
                "Check its place and rights with: hrjournal where"
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOMEM:
            return JournalError(
                "The disk did not answer as it needs to. Nothing was saved. Please try again."
            )
        case _:
            return damaged()


@contextmanager
def translating_sqlite_errors() -> Iterator[None]:
    """Turns whatever SQLite refuses into a calm sentence."""
    try:
        yield
    except (sqlite3.Error, OverflowError) as error:
        raise (translated(error) if isinstance(error, sqlite3.Error) else damaged()) from None
    except UnicodeDecodeError:
        raise damaged() from None


def _tuned(connection: sqlite3.Connection) -> sqlite3.Connection:
    # Freed pages are wiped, nothing spills to temporary files, and the last commit survives
    # a power cut (EXTRA: the folder is synced when the rollback journal goes).
    try:
        for setting in (
            "synchronous=EXTRA",
            "foreign_keys=ON",
            "secure_delete=ON",
            "trusted_schema=OFF",
            "temp_store=MEMORY",
            "cell_size_check=ON",
        ):
            connection.execute(f"PRAGMA {setting}")
    except sqlite3.Error as error:
        connection.close()
        raise translated(error) from None
    return connection


def _hot(place: Place) -> bool:
    """Whether an interrupted write waits to be taken back by SQLite."""
    try:
        with place.path.with_name(place.path.name + "-journal").open("rb") as file:
            return file.read(8) == HOT_JOURNAL
    except OSError:
        return False


def _refuse_emptied(place: Place) -> None:
    if place.copies.is_dir() and any(place.copies.glob("*.db")):
        raise JournalError(
            "The journal file is empty, but earlier copies of it are there. It was left as it "
            "is. To go back to one: hrjournal restore"
        )


def _make_private(place: Place, *, there: bool) -> None:
    make_folder(place.path.parent, own=place.own)
    if not there:
        with suppress(FileExistsError):
            os.close(os.open(place.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    _tighten(place.path, 0o600)


def make_folder(folder: Path, *, own: bool) -> None:
    """Makes a folder for this person alone; one that is ours already is closed to others.

    Raises:
        OSError: when it cannot be made, or something else lies there.
    """
    missing = [part for part in (folder, *folder.parents) if not part.is_dir()]
    for part in reversed(missing):
        part.mkdir(mode=0o700, exist_ok=True)
    if own or missing:
        _tighten(folder, 0o700)


def _tighten(path: Path, mode: int) -> None:
    if stat.S_IMODE(path.stat().st_mode) != mode:
        with suppress(PermissionError):  # somebody else's, or a disk that keeps no modes
            path.chmod(mode)


def _unreadable(place: Place, error: OSError) -> JournalError:
    if isinstance(error, PermissionError):
        words = "The journal may not be opened by you. Check the rights of its file and folder."
    elif not place.path.parent.is_dir() and place.path.parent.exists():
        words = "The journal's folder is not a folder. Choose another place with --db FILE."
    else:
        words = "The journal cannot be opened there. Choose another place with --db FILE."
    return JournalError(words)
