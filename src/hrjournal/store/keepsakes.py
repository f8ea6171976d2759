"""What is kept beside the days: rows in, keepsakes out; each with a checksum, each undoable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hrjournal.domain.entries.entry import Moment
from hrjournal.domain.keepsake import Keepsake
from hrjournal.errors import NotFoundError
from hrjournal.store.file import damaged, translating_sqlite_errors
from hrjournal.store.rows import checksum, placeholders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.journal import Journal, JournalChange

NAMES = "id, sort, subject, instant, offset, zone, timed, text, score, more, written"
INSERT = f"INSERT INTO keepsake ({NAMES}, checksum) VALUES {placeholders(12)}"


@translating_sqlite_errors()
def keepsakes(
    journal: Journal, sort: KeepsakeType | None = None, subject: str | None = None
) -> tuple[Keepsake, ...]:
    """Everything kept, or of one sort, or about one subject; the oldest first."""
    found = journal.connection.execute(
        f"SELECT {NAMES}, checksum FROM keepsake WHERE (:sort IS NULL OR sort=:sort) "
        "AND (:subject IS NULL OR subject=:subject) ORDER BY instant, id",
        {"sort": sort, "subject": subject},
    )
    return tuple(_keepsake(row) for row in found)


def keepsake(journal: Journal, number: int, sort: KeepsakeType | None = None) -> Keepsake:
    """The one with this number.

    Raises:
        NotFoundError: when there is none, or it is of another sort.
    """
    row = _row(journal, number)
    found = None if row is None else _keepsake(row)
    if found is None or sort not in {None, found.type}:
        raise NotFoundError(f"There is nothing kept under the number {number}.")
    return found


def add(change: JournalChange, one: Keepsake) -> int:
    """Writes a new one and gives its number."""
    connection = change.journal.connection
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name='keepsake'").fetchone()
    number = one.id or (int(last[0]) if last else 0) + 1
    _write(change, _values(one, number))
    change.remember("keepsake", number, None)
    return number


def replace(change: JournalChange, one: Keepsake) -> None:
    """Writes one over the one with its number.

    Raises:
        NotFoundError: when there is none.
    """
    forget(change, one.id)
    _write(change, _values(one, one.id))


def forget(change: JournalChange, number: int) -> None:
    """Takes one out.

    Raises:
        NotFoundError: when there is none.
    """
    row = _row(change.journal, number)
    if row is None:
        raise NotFoundError(f"There is nothing kept under the number {number}.")
    change.journal.connection.execute("DELETE FROM keepsake WHERE id=?", (number,))
    change.remember("keepsake", number, json.dumps(row))


def put_back(change: JournalChange, number: int, was: str | None) -> None:
    """What was there before a change, or nothing."""
    change.journal.connection.execute("DELETE FROM keepsake WHERE id=?", (number,))
    if was is not None:
        change.journal.connection.execute(INSERT, json.loads(was))


def _row(journal: Journal, number: int) -> Sequence[Any] | None:
    with translating_sqlite_errors():
        found: Sequence[Any] | None = journal.connection.execute(
            f"SELECT {NAMES}, checksum FROM keepsake WHERE id=?", (number,)
        ).fetchone()
    return found


def _values(one: Keepsake, number: int) -> tuple[object, ...]:
    return (
        number,
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
    )


def _write(change: JournalChange, values: Sequence[object]) -> None:
    change.journal.connection.execute(INSERT, (*values, checksum(values)))


def _keepsake(row: Sequence[Any]) -> Keepsake:
    *values, stored = row
    if checksum(values) != stored:
        raise damaged()
    number, sort, subject, instant, offset, zone, timed, text, score, more, written = values
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
