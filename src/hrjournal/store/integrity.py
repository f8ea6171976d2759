"""Whether a journal is whole: the file, its references, every row, and what was made of them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.stored_settings import can_be_read, is_known
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.domain.win import Grade
from hrjournal.errors import HrjournalError
from hrjournal.named import NamedTuple
from hrjournal.store import ledger
from hrjournal.store.checked import lenient
from hrjournal.store.file import MAGIC, SETTINGS, translating_sqlite_errors
from hrjournal.store.rows import (
    COLUMNS,
    DIGESTED,
    KEEPSAKE_NAMES,
    NAMES,
    SUBSTANCE_NAMES,
    checksum,
    entry_of,
    keepsake_checksum,
)
from hrjournal.store.schema import schema_differences, went_through_all_steps
from hrjournal.store.search.records import unfitting
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.store.journal import Journal

LOCAL: Final = COLUMNS.index("local")
NOTED: Final = {  # small tables of which it is said how many rows are not as they were written
    "change": Trouble.CHANGE,
    "past": Trouble.MEMORY,
    "tombstone": Trouble.MEMORY,
    "verdict": Trouble.VERDICT,
    "start": Trouble.START,
}
NAMED: Final = {named.ALIAS: Trouble.ALIAS, named.SERVING: Trouble.SERVING}
NUMBERED: Final = ("change", "substance", "entry", "keepsake", "win")
GRADE: Final = ledger.COLUMNS.split(", ").index("grade")
ZEROS: Final = ((48, 56), (64, 68), (72, 92))  # bytes of a header that hold nothing
FIXED: Final = {20: b"\0\x40\x20\x20", 44: b"\0\0\0\x04", 56: b"\0\0\0\x01"}  # and what others hold


class Checked(NamedTuple):
    """How much was read, and what was found not to be as it was written."""

    entries: int
    substances: int
    wins: int
    kept: int
    faults: tuple[CheckFinding, ...]


def verify_journal(journal: Journal) -> Checked:
    """Checks everything there is to check; reads all, changes nothing."""
    found: list[CheckFinding] = []
    before, journal.connection.text_factory = journal.connection.text_factory, lenient
    try:
        for check in (_structure, _references, _schema, _steps, _sequences, _settings, _search):
            with _noticing(found):
                found += check(journal)
        for table, trouble in (NOTED | NAMED).items():
            with _noticing(found):
                found += _counted(trouble, _unfit(journal, table))
        counts = [_count(journal, found, check) for check in (_entries, _substances, _wins, _kept)]
    finally:
        journal.connection.text_factory = before
    entries, substances, wins, kept = counts
    return Checked(entries, substances, wins, kept, tuple(dict.fromkeys(found)))


def header_findings(header: bytes) -> tuple[CheckFinding, ...]:
    """What is odd in the first 100 bytes of a file that SQLite still opens; none of another kind.

    Some of them change nothing that can be read; they are as the program wrote them all the same.
    """
    if not header.startswith(MAGIC):
        return ()
    odd = any(header[start:end].strip(b"\0") for start, end in ZEROS) or any(
        header[at : at + len(held)] != held
        for at, held in {**FIXED, 24: header[92:96]}.items()  # both count the writes
    )
    return (CheckFinding(Trouble.HEADER),) if odd else ()


@contextmanager
def _noticing(found: list[CheckFinding]) -> Iterator[None]:
    """What cannot be read at all within it says that the file is not whole."""
    try:
        with translating_sqlite_errors():
            yield
    except (HrjournalError, ValueError, TypeError):
        found.append(CheckFinding(Trouble.STRUCTURE))


def _count(
    journal: Journal,
    found: list[CheckFinding],
    check: Callable[[Journal, list[CheckFinding]], Iterator[None]],
) -> int:
    """How many rows a check read, as far as it came."""
    count = 0
    with _noticing(found):
        for _ in check(journal, found):
            count += 1
    return count


def _structure(journal: Journal) -> list[CheckFinding]:
    found = [row[0] for row in journal.connection.execute("PRAGMA integrity_check(5)")]
    return [] if found == ["ok"] else [CheckFinding(Trouble.STRUCTURE)]


def _references(journal: Journal) -> list[CheckFinding]:
    dangling = journal.connection.execute("PRAGMA foreign_key_check").fetchone()
    return [CheckFinding(Trouble.REFERENCE)] if dangling else []


def _schema(journal: Journal) -> list[CheckFinding]:
    return [CheckFinding(Trouble.SCHEMA, one) for one in schema_differences(journal.connection)]


def _steps(journal: Journal) -> list[CheckFinding]:
    return [] if went_through_all_steps(journal.connection) else [CheckFinding(Trouble.STEPS)]


def _sequences(journal: Journal) -> list[CheckFinding]:
    """Numbers are never used twice: the last that was given is not below any that is there."""
    rows = journal.connection.execute("SELECT name, seq FROM sqlite_sequence").fetchall()
    last = dict(rows)
    right = len(rows) == len(last) and set(last) <= {*NUMBERED}
    for table in NUMBERED:
        (most,) = journal.connection.execute(f"SELECT max(id) FROM {table}").fetchone()
        right = right and (most or 0) <= last.get(table, 0)
    return [] if right else [CheckFinding(Trouble.SEQUENCE)]


def _settings(journal: Journal) -> Iterator[CheckFinding]:
    for key, *_ in _unfit(journal, "setting"):
        yield CheckFinding(Trouble.SETTING, str(key))
    for key, value in journal.connection.execute(SETTINGS).fetchall():
        if not (isinstance(key, str) and isinstance(value, str)):
            continue  # the structure is not whole, which was said
        if not is_known(key):
            yield CheckFinding(Trouble.UNKNOWN, key)
        elif not can_be_read(key, value):
            yield CheckFinding(Trouble.UNREAD, key)


def _search(journal: Journal) -> list[CheckFinding]:
    return _counted(Trouble.SEARCH, unfitting(journal))


def _counted(trouble: Trouble, rows: Sequence[object]) -> list[CheckFinding]:
    return [CheckFinding(trouble, number=len(rows))] if rows else []


def _unfit(journal: Journal, table: str) -> list[Sequence[Any]]:
    """The rows of a table that are not as their checksum says."""
    columns = {**DIGESTED, **named.COLUMNS}[table]
    found = journal.connection.execute(f"SELECT {columns}, checksum FROM {table}")
    return [row for row in found if checksum(row[:-1]) != row[-1]]


def _entries(journal: Journal, found: list[CheckFinding]) -> Iterator[None]:
    keys = dict(journal.connection.execute("SELECT id, key FROM substance NOT INDEXED"))
    for row in journal.connection.execute(f"SELECT {NAMES}, checksum FROM entry NOT INDEXED"):
        yield
        try:
            entry_of(row, keys)
        except (HrjournalError, TypeError, ValueError):
            found.append(CheckFinding(Trouble.RECORD, number=row[0], day=_day(journal, row[LOCAL])))


def _day(journal: Journal, local: object) -> int | None:
    """The day of a record, where it can still be told."""
    if not (isinstance(local, int) and abs(local) < 10**11):
        return None
    try:
        starts = journal.day_start
    except (HrjournalError, ValueError):
        starts = 0
    day = (local - starts) // DAY + EPOCH
    return day if 0 < day < 3_000_000 else None


def _substances(journal: Journal, found: list[CheckFinding]) -> Iterator[None]:
    rows = journal.connection.execute(f"SELECT id, {SUBSTANCE_NAMES}, checksum FROM substance")
    for number, *values, stored in rows:
        yield
        if checksum(values) != stored:
            found.append(CheckFinding(Trouble.SUBSTANCE, number=number))


def _wins(journal: Journal, found: list[CheckFinding]) -> Iterator[None]:
    wrong = 0
    rows = journal.connection.execute(f"SELECT {ledger.COLUMNS}, checksum FROM win")
    for *values, stored in rows:
        if values[GRADE] != Grade.LOOKS:  # no win yet
            yield
        wrong += checksum(values) != stored
    if wrong:
        found.append(CheckFinding(Trouble.WIN, number=wrong))


def _kept(journal: Journal, found: list[CheckFinding]) -> Iterator[None]:
    for row in journal.connection.execute(f"SELECT {KEEPSAKE_NAMES}, checksum FROM keepsake"):
        yield
        if keepsake_checksum(row[:-1]) != row[-1]:
            found.append(CheckFinding(Trouble.KEPT, number=row[0]))
