"""Taking something out for good: of the journal, of what undo remembers, and of every copy.

The copies come first. So whoever is stopped in the middle finds it in the journal as before, and
can take it out again; and no copy is ever half of what it was.
"""

from __future__ import annotations

import json
import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.file import Forgotten
from hrjournal.errors import JournalError
from hrjournal.store.backups import PART, back_up, list_backups, part_of_copy, sweep
from hrjournal.store.backups.looking import look
from hrjournal.store.backups.soundness import is_whole, rows_are_right
from hrjournal.store.disk import remove_sides, settle, settle_file, sides
from hrjournal.store.file import (
    VERSION,
    copy_into,
    damaged,
    is_encrypted,
    open_file,
    open_other,
    translating_sqlite_errors,
    version,
)
from hrjournal.store.identity import stamps
from hrjournal.store.journal import Journal
from hrjournal.store.rows import COLUMNS, FORGET_SEEN_TO, KEEPSAKE_WRITTEN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from hrjournal.store.file import Place
    from hrjournal.store.journal import JournalChange

    Erase = Callable[[JournalChange], None]

# Where a row that undo remembers says when it was written.
WRITTEN: Final = {
    "entry": COLUMNS.index("written"),
    "keepsake": KEEPSAKE_WRITTEN,
}


def forget(journal: Journal, verb: str, now: int, stamp: str, erase: Erase) -> Forgotten:
    """Does what `erase` does, in the journal and in every copy; a copy of all else comes first.

    Raises:
        JournalError: when the journal itself could not be changed.
    """
    with suppress(JournalError):  # without one, it is taken out all the same
        back_up(journal.connection, journal.place, stamp)
    rewriter = _Rewriter(journal, verb, now, stamp, erase)
    rewriter.rewrite()
    with journal.change(verb, now) as change:
        erase(change)
    journal.forget_preferences()
    # Another run may have made a copy meanwhile; one that it is still making goes.
    rewriter.rewrite()
    return Forgotten(
        rewriter.rewritten, rewriter.numbers_left(), wiped=_wiped(journal), seen=rewriter.sees
    )


def record(number: int, written: int) -> Erase:
    """Takes out a record that was written at an instant; numbers may mean others in a copy."""

    def erase(change: JournalChange) -> None:
        connection = change.journal.connection
        found = connection.execute(
            "SELECT local FROM entry WHERE id=? AND written=?", (number, written)
        ).fetchone()
        _erase(change, "entry", number, written)
        if found:
            day = (int(found[0]) - change.journal.day_start) // DAY + EPOCH
            change.invalidate_wins_from(day)

    return erase


def keepsake(number: int, written: int) -> Erase:
    """Takes out something that was kept at an instant."""

    def erase(change: JournalChange) -> None:
        _erase(change, "keepsake", number, written)

    return erase


def _erase(change: JournalChange, table: str, number: int, written: int) -> None:
    """Takes out a row, and what undo remembers of it; its uid stays as a tombstone."""
    connection = change.journal.connection
    row = f"FROM {table} WHERE id=? AND written=?"
    for uid, revised in connection.execute(f"SELECT uid, revised {row}", (number, written)):
        connection.execute(stamps.BURY, (uid, table, max(change.now, revised + 1)))
    gone = connection.execute(f"DELETE {row}", (number, written)).rowcount
    memories = connection.execute(
        "SELECT change, was FROM past WHERE part=? AND key=?", (table, str(number))
    ).fetchall()
    for of_change, was in memories:
        if gone if was is None else json.loads(was)[WRITTEN[table]] == written:
            connection.execute(
                "DELETE FROM past WHERE change=? AND part=? AND key=?",
                (of_change, table, str(number)),
            )


class _Rewriter:
    """Writes copies anew without something, each of them once."""

    def __init__(self, journal: Journal, verb: str, now: int, stamp: str, erase: Erase) -> None:
        self.journal = journal
        self.verb = verb
        self.now = now
        self.stamp = stamp
        self.erase = erase
        self.seen: set[str] = set()
        self.sees = True  # whether the folder of the copies could be read
        self.rewritten = 0
        self.left: list[str] = []

    def rewrite(self) -> None:
        """Goes through the copies that it has not seen, and takes away what was half made."""
        place = self.journal.place
        try:
            sweep(place.copies)
            target = place.path.resolve()
            sweep(target.parent, names=f"{target.name}.*{PART}*")
            _sweep_sides(place)
            copies = [path for path in list_backups(place) if path.name not in self.seen]
        except OSError:
            self.sees = False
            return
        for path in copies:
            self.seen.add(path.name)
            try:
                self._rewrite(path)
                self.rewritten += 1
            except (JournalError, OSError, ValueError):
                self.left.append(path.name)

    def numbers_left(self) -> tuple[int, ...]:
        """The numbers of the copies that could not be written anew, as a list shows them."""
        newest_first = list_backups(self.journal.place)[::-1] if self.left and self.sees else ()
        return tuple(n for n, path in enumerate(newest_first, 1) if path.name in self.left)

    def _rewrite(self, path: Path) -> None:
        place = self.journal.place
        with part_of_copy(place, self.stamp) as part:
            # What an interrupted write left beside it is taken back first.
            with closing(open_other(place, path, read_only=not sides(path))) as source:
                copy_into(place, source, part)
                encrypted = is_encrypted(source)
            opened = open_file(place, part, encrypted=encrypted)
            with translating_sqlite_errors(), closing(opened) as other:
                self._erase_in(other, part)
                # A copy that was not sound before cannot be sound now.
                if not (is_whole(other) and (rows_are_right(other) or not look(place, path)[1])):
                    raise damaged()
            status = path.stat()
            os.utime(part, ns=(status.st_atime_ns, status.st_mtime_ns))
            settle_file(part)
            remove_sides(path)
            part.replace(path)
            settle(path.parent)

    def _erase_in(self, connection: sqlite3.Connection, part: Path) -> None:
        """Takes it out of a copy of any version, which is one of this version then."""
        if version(connection) < VERSION:
            from hrjournal.store.schema import bring_up_to_date  # noqa: PLC0415 - heavy

            bring_up_to_date(connection)
        place = self.journal.place._replace(path=part)
        with Journal(connection, place, self.journal.kinds).change(self.verb, self.now) as change:
            self.erase(change)
            # Small wins follow from the records, and are worked out anew.
            for table in ("win", "verdict"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute(FORGET_SEEN_TO)
        connection.execute("VACUUM")


def _sweep_sides(place: Place) -> None:
    """Takes away side files of copies that are gone: pages of an old journal may be in them."""
    for side in place.copies.glob("*.db-*"):
        if not side.with_name(side.name.rpartition("-")[0]).exists():
            side.unlink()


def _wiped(journal: Journal) -> bool:
    """Writes the file of the journal anew: rows that were moved leave traces between others."""
    try:
        with translating_sqlite_errors():
            journal.connection.execute("VACUUM")
    except JournalError:
        return False
    return True
