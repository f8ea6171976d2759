"""The journal file: where it lies, who may read it, and the one function that opens it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, contextmanager, suppress
from enum import Enum
from typing import TYPE_CHECKING

from hrjournal.errors import DamagedError, JournalError, UnwritableJournalError
from hrjournal.named import NamedTuple
from hrjournal.store.file.rights import make_folder, refuse_replaceable, tighten

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAGIC = b"SQLite format 3\0"
HOT_JOURNAL = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
APPLICATION_ID = 0x68724A31  # "hrJ1"
VERSION = 6  # how many steps of schema.py a file has been through
WAIT_SECONDS = 30.0  # that a write waits for others to end theirs
GLANCE_SECONDS = 1.0  # that a look waits
DOCTOR = "To see what is wrong: hrjournal doctor."
OLDEST_SQLITE = (3, 37)  # the first with STRICT tables
SETTINGS = "SELECT key, value FROM setting"
# Of every connection. Freed pages are wiped, nothing spills to temporary files, and the last commit
# survives a power cut (EXTRA: the folder is synced when the rollback journal goes).
TUNING = (
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
    "cell_size_check=ON",
)


class FileState(Enum):
    """What lies at the journal's place."""

    MISSING = "missing"
    PLAIN = "plain"
    ENCRYPTED = "encrypted"


class Place(NamedTuple):
    """Where a journal lies. `own` says that its folder belongs to the program alone.

    `unlock` gives the passphrase of an encrypted one.
    """

    path: Path
    own: bool = False
    unlock: Callable[[], str] | None = None

    @property
    def copies(self) -> Path:
        """The folder that holds earlier copies of the file."""
        return self.path.with_name(self.path.name + ".copies")

    @property
    def marker(self) -> Path:
        """A small file that says that there is a journal, and whether it is encrypted."""
        return self.copies / "marker"

    @property
    def was_there(self) -> bool:
        """Whether there has been a journal here, by what lies beside it."""
        return self.marker.exists() or any(self.copies.glob("*.db"))

    @property
    def marked(self) -> FileState | None:
        """What the journal was when it was last written, by its marker, if there is one."""
        try:
            return FileState(self.marker.read_text(encoding="ascii").partition(" ")[0].strip())
        except (OSError, ValueError):
            return None

    def has_copy_of(self, day: str) -> bool:
        """Whether a sound copy was made on a day on UTC, such as `20261123`, by its name alone."""
        try:
            names = os.listdir(self.copies)  # noqa: PTH208 - pathlib adds nothing here
        except OSError:
            return False
        # Before the ending is a number, or a word where it is no copy of the day.
        return any(name.startswith(day) and name[-4:-3].isdigit() for name in names)


def connect(place: Place, *, write: bool, patience: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Opens the journal with every setting it needs, or a new one in memory to read from.

    With `write`, a missing file and its folder are made first, for this person alone. The
    caller looks at `version()` and brings a file that is behind up to date.

    Raises:
        JournalError: when the file is not ours, newer, damaged or cannot be read, others could
            replace it, or SQLite is too old for it; untouched.
    """
    _check_sqlite()
    try:
        state = examine(place)
        refuse_replaceable(place.path)
        if state is FileState.MISSING:
            if not write:
                return tuned(sqlite3.connect(":memory:", isolation_level=None))
            _make(place)
        elif write:
            tighten(place.path, 0o600)
    except OSError as error:
        raise _unreadable(place, error) from None
    return open_file(place, place.path, encrypted=state is FileState.ENCRYPTED, patience=patience)


def open_file(
    place: Place,
    path: Path,
    *,
    encrypted: bool,
    read_only: bool = False,
    patience: float | None = None,
) -> sqlite3.Connection:
    """Opens a file that is there: the journal, a copy of it, or another journal.

    Raises:
        JournalError: when it cannot be opened.
    """
    patience = WAIT_SECONDS if patience is None else patience
    try:
        if encrypted:
            from hrjournal.store.file.cipher import open_encrypted  # noqa: PLC0415 - few are

            connection: sqlite3.Connection = open_encrypted(
                path, passphrase(place), patience=patience, read_only=read_only
            )
            return tuned(connection)
        address = f"{path.absolute().as_uri()}?mode=ro" if read_only else str(path)
        connection = sqlite3.connect(address, timeout=patience, isolation_level=None, uri=read_only)
        return tuned(connection)
    except sqlite_errors() as error:
        raise translated(error) from None


def open_other(place: Place, path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Opens a copy of the journal, or another journal, with the passphrase where it needs one.

    Raises:
        JournalError: when it cannot be opened, or is none.
        OSError: when it cannot be read.
    """
    state = examine(place._replace(path=path))
    if state is FileState.MISSING:
        raise damaged()
    encrypted = state is FileState.ENCRYPTED
    return open_file(place, path, encrypted=encrypted, read_only=read_only)


def copy_into(place: Place, connection: sqlite3.Connection, part: Path) -> None:
    """Copies all of an open journal into an empty file, encrypted where the journal is.

    Raises:
        JournalError: when it could not be copied.
    """
    with translating_sqlite_errors():
        if is_encrypted(connection):
            from hrjournal.store.file.cipher import rewrite  # noqa: PLC0415 - few are

            rewrite(connection, part, passphrase(place))
        else:
            with closing(open_file(place, part, encrypted=False)) as other:
                connection.backup(other)


def passphrase(place: Place) -> str:
    """What opens an encrypted journal, as the person gives it.

    Raises:
        JournalError: where nobody can be asked.
    """
    if place.unlock is None:
        raise JournalError("The journal is encrypted, and no passphrase is at hand here.")
    return place.unlock()


def state_of(path: Path) -> FileState:
    """Whether a journal file is plain or encrypted, by its first bytes."""
    with path.open("rb") as file:
        return FileState.PLAIN if file.read(len(MAGIC)) == MAGIC else FileState.ENCRYPTED


def is_encrypted(connection: object) -> bool:
    """Whether a connection is one of SQLCipher's."""
    return not isinstance(connection, sqlite3.Connection)


def sqlite_errors() -> tuple[type[Exception], ...]:
    """What SQLite raises; its encrypting sister has errors of its own, once it was loaded."""
    import sys  # noqa: PLC0415

    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if cipher is None else (sqlite3.Error, cipher.Error)


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


def examine(place: Place) -> FileState:
    """What lies at the journal's place: one of ours, plain or encrypted, or none yet.

    Nothing is opened by SQLite before the header has been read, so a file that is not ours is
    never touched.

    Raises:
        JournalError: when something else lies there, the file is newer or damaged, or a journal
            that was there is gone.
        OSError: when it cannot be read.
    """
    try:
        status = place.path.stat()
    except FileNotFoundError:
        if place.path.is_symlink():
            raise _foreign(
                place,
                "The journal is a link to a file that is not there. Bring that file back, or take "
                "the link away.",
            ) from None
        _refuse_gone(place, "is not where it was")
        return FileState.MISSING
    if not stat.S_ISREG(status.st_mode):
        raise _foreign(
            place,
            "What lies at the journal's place is not a file. It was left as it is, for you to move "
            "away.",
        )
    with place.path.open("rb") as file:
        header = file.read(100)
    hot = _hot(place)
    if not header and not hot:
        _refuse_gone(place, "is empty")
        return FileState.MISSING
    return _state_of(place, header, hot=hot)


def _state_of(place: Place, header: bytes, *, hot: bool) -> FileState:
    # The size is asked for last: another process may make the file grow meanwhile.
    size = place.path.stat().st_size
    if _is_encrypted(header, size):
        return FileState.ENCRYPTED
    if not (hot and not header.strip(b"\0")):
        _check_header(place, header, 0 if hot else size)
        _refuse_unencrypted(place)
    return FileState.PLAIN


def _is_encrypted(header: bytes, size: int) -> bool:
    if header.startswith(MAGIC):
        return False
    from hrjournal.store.file.cipher import may_be_encrypted  # noqa: PLC0415 - few are

    return may_be_encrypted(header, size)


def _refuse_unencrypted(place: Place) -> None:
    """A file that was put in the place of an encrypted journal is not written into."""
    if place.marked is FileState.ENCRYPTED:
        raise JournalError(
            "Your journal was encrypted, and the file that lies in its place is not. It was "
            "left as it is. To bring your journal back: hrjournal restore"
        )


def _refuse_gone(place: Place, how: str) -> None:
    """A journal that is gone is not greeted as a new one."""
    if place.was_there:
        from hrjournal.store.file.refusals import gone  # noqa: PLC0415 - hardly ever

        raise gone(place, how)


def _foreign(place: Place, what: str) -> JournalError:
    """What lies at the journal's place is something else."""
    from hrjournal.store.file.refusals import foreign  # noqa: PLC0415 - hardly ever

    return foreign(place, what)


def _check_header(place: Place, header: bytes, size: int) -> None:
    """Refuses a header that is not ours, newer or of a shorter file; `size` 0 skips the last."""
    if not header.startswith(MAGIC) or len(header) < 100:
        raise _foreign(place, "This file is not a journal of hrjournal. It was left as it is.")
    if header[18:20] != b"\x01\x01" or header[68:72] != APPLICATION_ID.to_bytes(4, "big"):
        what = "This file belongs to another program or is damaged. It was left as it is."
        raise _foreign(place, what)
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
        f"The journal file is damaged and was left as it is. {DOCTOR} "
        "To go back to a copy: hrjournal restore"
    )


def translated(error: Exception) -> JournalError:
    """What went wrong in SQLite, as a sentence without any value."""
    code = getattr(error, "sqlite_errorcode", None) or 0
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return UnwritableJournalError(
                "Another program holds the journal at this moment.", "Please try again."
            )
        case sqlite3.SQLITE_FULL:
            return UnwritableJournalError("The disk is full.", "Free some space, then try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UnwritableJournalError(
                "The journal cannot be written there.",
                "To see its place and rights: hrjournal doctor",
            )
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_NOMEM:
            return UnwritableJournalError(
                "The disk did not answer as it needs to.", "Please try again."
            )
        case _:
            return damaged()


@contextmanager
def translating_sqlite_errors() -> Iterator[None]:
    """Turns whatever SQLite refuses into a calm sentence."""
    try:
        yield
    except OverflowError:
        raise damaged() from None
    except UnicodeDecodeError:
        raise damaged() from None
    except sqlite_errors() as error:
        raise translated(error) from None


def tuned(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with the settings that every one of ours has."""
    try:
        for setting in TUNING:
            connection.execute(f"PRAGMA {setting}")
    except UnicodeDecodeError:  # what SQLite complains of is no text any more
        connection.close()
        raise damaged() from None
    except sqlite_errors() as error:
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


def _make(place: Place) -> None:
    """Makes a new, empty journal, and the sign that there is one."""
    make_folder(place.path.parent)
    with suppress(FileExistsError):
        os.close(os.open(place.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    tighten(place.path, 0o600)


def _unreadable(place: Place, error: OSError) -> JournalError:
    if isinstance(error, PermissionError):
        words = "The journal may not be opened by you. Check the rights of its file and folder."
    elif not place.path.parent.is_dir() and place.path.parent.exists():
        words = "The journal's folder is not a folder. Choose another place with --db FILE."
    else:
        words = "The journal cannot be opened there. Choose another place with --db FILE."
    return JournalError(words)
