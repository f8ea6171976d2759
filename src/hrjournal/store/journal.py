"""The open journal: one connection, changes as whole steps, settings and substances."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrjournal.domain.settings import Preferences, is_readable
from hrjournal.domain.substances.substance import OTHER, Kind, OwnServing, Substance
from hrjournal.errors import JournalError, UnwritableJournalError
from hrjournal.named import NamedTuple
from hrjournal.store.checked import Unsound, note_checked
from hrjournal.store.file import SETTINGS, Place, sqlite_errors, translating_sqlite_errors
from hrjournal.store.identity import stamps
from hrjournal.store.rows import (
    FORGET_SEEN_TO,
    INSERT,
    INSERT_SETTING,
    NAMES,
    SEEN_TO,
    SERVING_NAMES,
    SUBSTANCE_NAMES,
    checksum,
    digest,
    insert,
    placeholders,
    row,
    seal,
    stored_row,
    substance_row,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.entries.entry import Entry

UNDO_KEPT = 50  # how many changes back can be taken back


class Journal:
    """A journal that is open. `kinds` says what the program knows of substances."""

    def __init__(
        self, connection: sqlite3.Connection, place: Place, kinds: Mapping[str, Kind]
    ) -> None:
        """Takes a connection that is ready for use."""
        self.connection = connection
        connection.create_function("digest", -1, digest)
        self.place = place
        self.kinds = kinds
        self.unsound = Unsound()  # what was found not to be as it was written
        self.unread: tuple[str, ...] = ()  # choices that mean nothing, once they were looked at
        self.checked = False  # whether every row was found as it was written
        self.saved = False  # whether the last change is safe in the file
        self.in_memory = False  # whether it is a copy, of which nothing is kept
        self._wrote = False
        self._file = _file(place)

    def read_from_memory(self) -> None:
        """Goes on with a copy in memory, without what is not as it was written.

        What is worked out in it is shown, and not kept.
        """
        from hrjournal.store.checked import leave_out, memory_copy  # noqa: PLC0415 - rare

        memory = memory_copy(self.place, self.connection)
        self.connection.close()
        memory.create_function("digest", -1, digest)
        self.connection, self.in_memory = memory, True
        if self.unsound != Unsound():
            leave_out(memory, self.unsound)

    @cached_property
    @translating_sqlite_errors()
    def preferences(self) -> Preferences:
        """What the person chose, as far as it can be read; the usual holds for the rest."""
        told = dict(self.connection.execute(SETTINGS))
        self.unread = tuple(key for key, value in told.items() if not is_readable(key, value))
        return Preferences({key: told[key] for key in told if key not in self.unread})

    def forget_preferences(self) -> None:
        """Lets the choices be read again after they may have changed."""
        self.__dict__.pop("preferences", None)

    @property
    def day_start(self) -> int:
        """Seconds after midnight at which the person's day starts."""
        return self.preferences.day_start

    @translating_sqlite_errors()
    def setting(self, key: str) -> str | None:
        """What is kept under a key, as it stands in the file now; or None."""
        found = self.connection.execute("SELECT value FROM setting WHERE key=?", (key,)).fetchone()
        return str(found[0]) if found else None

    @translating_sqlite_errors()
    def substances(self) -> dict[str, Substance]:
        """Every tracked substance by its key, in the order in which they came."""
        found = self.connection.execute(f"SELECT id, {SUBSTANCE_NAMES} FROM substance ORDER BY id")
        return {
            key: Substance(
                key,
                name,
                self.kinds.get(kind, OTHER._replace(id=kind)),
                unit,
                number,
                hidden=bool(hidden),
            )
            for number, key, name, kind, unit, hidden in found
        }

    @translating_sqlite_errors()
    def aliases(self) -> dict[str, str]:
        """The key of a tracked substance by each other name, folded, that the person gave it."""
        return dict(
            self.connection.execute(
                "SELECT word, key FROM alias JOIN substance ON id=alias.substance ORDER BY word"
            )
        )

    @translating_sqlite_errors()
    def servings(self) -> dict[str, OwnServing]:
        """The person's own servings by their folded names."""
        found = self.connection.execute(f"SELECT {SERVING_NAMES} FROM serving ORDER BY key")
        return {key: OwnServing(*told) for key, *told in found}

    @translating_sqlite_errors()
    def keys(self) -> dict[int, str]:
        """The key of each substance by its number."""
        return dict(self.connection.execute("SELECT id, key FROM substance"))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is saved at its end, or none of it.

        Raises:
            JournalError: when it could not be saved; nothing of it is kept then.
        """
        with translating_sqlite_errors():
            self.connection.execute("BEGIN IMMEDIATE")
        try:
            self._refuse_replaced()
            with translating_sqlite_errors():
                yield
                self._commit()
        except BaseException:
            with suppress(*sqlite_errors()):  # the file takes it back when it is opened next
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            raise
        self._wrote = True

    def _commit(self) -> None:
        try:
            self.connection.execute("COMMIT")
        except sqlite_errors():
            if self.connection.in_transaction:
                raise
            # The commit may have reached the disk before the disk gave up.
            raise JournalError(
                "The disk did not answer at the end of saving, so it may be saved or not. "
                "Please look before you write it again: hrjournal days"
            ) from None

    def _refuse_replaced(self) -> None:
        """Refuses to write into a file that is not the journal any more.

        What puts another file in its place holds the old one locked while it does.
        """
        if not self.in_memory and self._file != _file(self.place):
            raise UnwritableJournalError(
                "Another hrjournal put another file in the journal's place at this moment.",
                "Please try again.",
            )

    @contextmanager
    def change(self, verb: str, now: int) -> Iterator[JournalChange]:
        """One whole step that can be taken back later."""
        self.saved = False
        try:
            with self.transaction():
                yield from self._remembering(verb, now)
        except UnwritableJournalError as error:
            raise error.unsaved() from None
        self.saved = not self.in_memory

    def _remembering(self, verb: str, now: int) -> Iterator[JournalChange]:
        yield JournalChange(self, numbered(self.connection, now, verb), now)
        self.connection.execute(
            "DELETE FROM past WHERE change<=(SELECT id FROM change "
            "WHERE NOT undone AND verb!='undo' ORDER BY id DESC LIMIT 1 OFFSET ?)",
            (UNDO_KEPT,),
        )

    def close(self) -> None:
        """Lets go of the file, and notes that it was found whole as it lies there now."""
        self.connection.close()
        if self.checked and not self.in_memory:
            note_checked(self.place, anew=self._wrote)


def _file(place: Place) -> tuple[int, int] | None:
    """Which file lies at a place."""
    try:
        found = place.path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def numbered(connection: sqlite3.Connection, at: int, verb: str, undone: int = 0) -> int:
    """Begins a change and gives its number; one that is `undone` is nothing to take back."""
    number = connection.execute(
        f"INSERT INTO change (at, verb, undone) VALUES {placeholders(3)}", (at, verb, undone)
    ).lastrowid
    connection.execute(f"{seal('change')} WHERE id=?", (number,))
    return int(number or 0)


class JournalChange(NamedTuple):
    """A step under way. What was there before is remembered, so that it can be taken back."""

    journal: Journal
    number: int
    now: int

    def remember(self, part: str, key: int | str, was: str | None) -> None:
        """Keeps what was there before; the first memory of a step is the one that counts."""
        self.journal.connection.execute(
            insert("past", "INSERT OR IGNORE"),
            (self.number, part, str(key), was),
        )

    def track(self, substance: Substance) -> Substance:
        """The substance with its number; one that is new is tracked from now on."""
        if substance.id:
            return substance
        # Another process may have begun to track it since the caller looked.
        tracked = self.journal.substances().get(substance.key)
        if tracked is not None:
            return tracked
        values = substance_row(substance)
        number = self.journal.connection.execute(
            f"INSERT INTO substance ({SUBSTANCE_NAMES}, checksum) VALUES {placeholders(6)}",
            (*values, checksum(values)),
        ).lastrowid
        self.remember("substance", int(number or 0), None)
        return substance._replace(id=int(number or 0))

    def add(
        self, entry: Entry, substance: Substance | None = None, origin: str | None = None
    ) -> int:
        """Writes a new entry and gives its number."""
        connection = self.journal.connection
        number = entry.id or self._next()
        about = substance.id if substance else None
        at = self.now if origin is None else entry.written
        stamp = stamps.begun(connection, (about, entry.moment.local), at, origin)
        values = (number, *row(entry, about, self.number, origin, stamp)[1:])
        connection.execute(INSERT, stored_row(values))
        self.remember("entry", number, None)
        self.invalidate_wins_from(entry.moment.day(self.journal.day_start))
        return number

    def choose(self, key: str, value: str | None) -> None:
        """Sets what the person chose; None takes the choice back to the usual."""
        self.remember("setting", key, self.journal.setting(key))
        self.put_setting(key, value)

    def put_setting(self, key: str, value: str | None) -> None:
        """Writes a choice over the one that is there; small wins may be measured by it."""
        connection = self.journal.connection
        connection.execute("DELETE FROM setting WHERE key=?", (key,))
        connection.execute(FORGET_SEEN_TO)
        if value is not None:
            connection.execute(INSERT_SETTING, (key, value))

    def stored(self, number: int) -> tuple[Any, ...] | None:
        """The row of an entry as it lies in the file, or None."""
        found: tuple[Any, ...] | None = self.journal.connection.execute(
            f"SELECT {NAMES}, checksum FROM entry WHERE id=?",
            (number,),
        ).fetchone()
        return found

    def invalidate_wins_from(self, day: int) -> None:
        """Lets small wins be looked for again from this day on."""
        self.journal.connection.execute(
            "UPDATE setting SET value=?, checksum=digest(key, ?) "
            "WHERE key=? AND CAST(value AS INTEGER)>=?",
            (str(day - 1), str(day - 1), SEEN_TO, day),
        )

    def _next(self) -> int:
        # Numbers are never used twice, so that undo can bring a record back under its own.
        found = self.journal.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name='entry'"
        ).fetchone()
        return (int(found[0]) if found else 0) + 1
