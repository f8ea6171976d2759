"""What is kept beside the days: rows in, keepsakes out; each with a checksum, each undoable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hrjournal.domain.entries.entry import Moment
from hrjournal.domain.keepsake import Keepsake
from hrjournal.errors import NotFoundError
from hrjournal.store.file import damaged, translating_sqlite_errors
from hrjournal.store.identity import stamps
from hrjournal.store.rows import (
    KEEPSAKE_NAMES,
    KEEPSAKE_WRITTEN,
    Stamp,
    keepsake_checksum,
    placeholders,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.journal import Journal, JournalChange

INSERT: Final = f"INSERT INTO keepsake ({KEEPSAKE_NAMES}, checksum) VALUES {placeholders(15)}"


@translating_sqlite_errors()
def keepsakes(
    journal: Journal, sort: KeepsakeType | None = None, subject: str | None = None
) -> tuple[Keepsake, ...]:
    """Everything kept, or of one sort, or about one subject; the oldest first."""
    found = journal.connection.execute(
        f"SELECT {KEEPSAKE_NAMES}, checksum FROM keepsake WHERE (:sort IS NULL OR sort=:sort) "
        "AND (:subject IS NULL OR subject=:subject) ORDER BY instant, id",
        {"sort": sort, "subject": subject},
    )
    return tuple(keepsake_of(row) for row in found)


def keepsake(journal: Journal, number: int, sort: KeepsakeType | None = None) -> Keepsake:
    """The one with this number.

    Raises:
        NotFoundError: when there is none, or it is of another sort.
    """
    row = _row(journal, number)
    found = None if row is None else keepsake_of(row)
    if found is None or sort not in {None, found.type}:
        raise NotFoundError(f"There is nothing kept under the number {number}.")
    return found


def add(change: JournalChange, one: Keepsake) -> int:
    """Writes a new one and gives its number."""
    connection = change.journal.connection
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name='keepsake'").fetchone()
    number = one.id or (int(last[0]) if last else 0) + 1
    at = change.now

    write(connection, one.replace(id=number), Stamp(stamps.new_uid(), at, None, at))
    change.remember("keepsake", number, None)
    return number


def replace(change: JournalChange, one: Keepsake) -> None:
    """Writes one over the one with its number.

    Raises:
        NotFoundError: when there is none.
    """
    row = take_out(change, one.id)
    write(change.journal.connection, one, stamps.changed(stamp_of(row), change.now))


def forget(change: JournalChange, number: int) -> None:
    """Takes one out.

    Raises:
        NotFoundError: when there is none.
    """
    row = take_out(change, number)
    stamps.bury(change.journal.connection, stamps.KEEPSAKE, stamp_of(row), change.now)


def put_back(change: JournalChange, number: int, was: str | None, *, as_it_was: bool) -> None:
    """What was there before a change, or nothing.

    With `as_it_was` its stamp is the one that it had, as if the change had never been.
    """
    connection = change.journal.connection
    stored = _row(change.journal, number)
    stands = None if stored is None else stamp_of(stored)
    connection.execute("DELETE FROM keepsake WHERE id=?", (number,))
    if was is None:
        if stands is not None and not as_it_was:
            stamps.bury(connection, stamps.KEEPSAKE, stands, change.now)
        return
    row = _widened(json.loads(was))
    before = stamp_of(row)
    if not as_it_was:
        name = f"{stamps.KEEPSAKE}.{number}.{row[KEEPSAKE_WRITTEN]}"
        before = stamps.remembered(before, name, row[KEEPSAKE_WRITTEN])
        before = stamps.put_back(connection, stands, before, change.now)
    write(connection, keepsake_of(row), before)


def stamp_of(row: Sequence[Any]) -> Stamp:
    """The stamp of a row and its checksum; what is kept is no word about a day."""
    uid, revised, former = row[KEEPSAKE_WRITTEN + 1 : KEEPSAKE_WRITTEN + 4]
    return Stamp(uid, revised, former, revised)


def _widened(row: Sequence[Any]) -> Sequence[Any]:
    """A row as an earlier version remembered it, with nothing in the columns that came since."""
    *values, digest = row
    return (*values, *(None,) * (KEEPSAKE_WRITTEN + 4 - len(values)), digest)


def take_out(change: JournalChange, number: int, *, remember: bool = True) -> Sequence[Any]:
    """Takes the row of one out of the file, and gives it; undo knows of it with `remember`.

    Raises:
        NotFoundError: when there is none.
    """
    row = _row(change.journal, number)
    if row is None:
        raise NotFoundError(f"There is nothing kept under the number {number}.")
    change.journal.connection.execute("DELETE FROM keepsake WHERE id=?", (number,))
    if remember:
        change.remember("keepsake", number, json.dumps(row))
    return row


def _row(journal: Journal, number: int) -> Sequence[Any] | None:
    with translating_sqlite_errors():
        found: Sequence[Any] | None = journal.connection.execute(
            f"SELECT {KEEPSAKE_NAMES}, checksum FROM keepsake WHERE id=?", (number,)
        ).fetchone()
    return found


def write(connection: sqlite3.Connection, one: Keepsake, stamp: Stamp) -> None:
    """Writes the row of one that has its number."""
    values = (
        one.id,
        one.type.value,
        one.subject,
        one.moment.instant,
        one.moment.offset,
        one.moment.zone,
        int(one.moment.timed),
        one.text,
        one.score,
        json.dumps(dict(one.more), sort_keys=True),
        one.written,
        *stamp[:3],
    )
    connection.execute(INSERT, (*values, keepsake_checksum(values)))


def keepsake_of(row: Sequence[Any]) -> Keepsake:
    """What is kept, from a row and its checksum.

    Raises:
        JournalError: when the row is not what was once written.
    """
    *values, stored = row
    if keepsake_checksum(values) != stored:
        raise damaged()
    told = values[: KEEPSAKE_WRITTEN + 1]
    number, sort, subject, instant, offset, zone, timed, text, score, more, written = told
    return Keepsake(
        sort,
        Moment(instant, offset, zone, bool(timed)),
        subject=subject,
        text=text,
        score=score,
        more=json.loads(more),
        id=number,
        written=written,
    )
