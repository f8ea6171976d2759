"""The inside of a journal file or a copy of it, looked at without changing a byte."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from hrjournal.domain.upkeep import CheckFinding, Content, Trouble
from hrjournal.errors import HrjournalError, JournalError
from hrjournal.store.checked import memory_copy
from hrjournal.store.file import (
    DOCTOR,
    HOT_JOURNAL,
    VERSION,
    FileState,
    Place,
    damaged,
    examine,
    open_file,
    translating_sqlite_errors,
    version,
)
from hrjournal.store.file.cipher import WRONG
from hrjournal.store.integrity import Checked, header_findings, verify_journal
from hrjournal.store.journal import Journal
from hrjournal.store.schema import bring_up_to_date
from hrjournal.store.upkeep.belongings import sides

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

HEADER: Final = 100  # bytes
CHOICES: Final = frozenset({Trouble.SETTING, Trouble.UNREAD})


def is_unfinished(place: Place) -> bool:
    """Whether a write was cut short, so that opening the journal to write takes it back.

    While another process is at its write, the same lies beside the journal, and it can be read.
    """
    left = [side for side in sides(place) if side.name.endswith("-journal")]
    return any(_begins(side) == HOT_JOURNAL for side in left) and not _can_be_read(place)


def _can_be_read(place: Place) -> bool:
    try:
        if not place.path.stat().st_size:
            return False
        with translating_sqlite_errors(), closing(_opened(place)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except (JournalError, OSError):
        return False
    return True


def lies_encrypted(place: Place) -> bool:
    """Whether an encrypted journal lies there, as far as its first bytes tell."""
    try:
        return examine(place) is FileState.ENCRYPTED
    except (JournalError, OSError):
        return False


def _opened(place: Place) -> sqlite3.Connection:
    """The file as it is: nothing is brought up to date."""
    encrypted = examine(place) is FileState.ENCRYPTED
    return open_file(place, place.path, encrypted=encrypted, read_only=True)


def _begins(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(HOT_JOURNAL))
    except OSError:
        return b""


def look_inside(place: Place) -> tuple[Content | None, tuple[CheckFinding, ...]]:
    """All that a journal says of itself; no content where it could not be read.

    A file of an earlier version is brought up to date in memory, and stays as it is.
    """
    try:
        with closing(_opened(place)) as connection:
            checked = _checked(connection, place)
        with place.path.open("rb") as file:
            odd = header_findings(file.read(HEADER))
    except HrjournalError as error:
        why = str(error).replace(f"{DOCTOR} ", "")
        return None, (CheckFinding(Trouble.REFUSED, why),)
    except OSError:
        return None, (CheckFinding(Trouble.REFUSED, "The journal may not be read by you."),)
    return Content(*checked[:-1]), (*odd, *checked.faults)


def _checked(connection: sqlite3.Connection, place: Place) -> Checked:
    with translating_sqlite_errors():
        behind = version(connection) < VERSION
    if not behind:
        return verify_journal(Journal(connection, place, {}))
    with closing(memory_copy(place, connection)) as memory:
        try:
            with translating_sqlite_errors():
                bring_up_to_date(memory)
        except (JournalError, ValueError):
            raise damaged() from None
        return verify_journal(Journal(memory, place, {}))


def trouble_of(place: Place, copy: Path) -> Trouble | None:
    """What is wrong with a copy, if it is not as it was written; choices can be made again."""
    _, findings = look_inside(place._replace(path=copy))
    faults = [one for one in findings if one.is_fault and one.trouble not in CHOICES]
    if any(one.name == WRONG for one in faults):
        return Trouble.OTHER_KEY
    return Trouble.COPY if faults else None
