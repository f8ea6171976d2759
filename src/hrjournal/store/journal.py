"""The open journal: one connection, changes as whole steps, settings and substances."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from hrjournal.domain.settings import Preferences
from hrjournal.domain.substances.substance import OTHER, Kind, OwnServing, Substance
from hrjournal.errors import JournalError
from hrjournal.named import NamedTuple
from hrjournal.store.file import SETTINGS, Place, translating_sqlite_errors
from hrjournal.store.rows import (
    FORGET_SEEN_TO,
    INSERT,
    INSERT_SETTING,
    NAMES,
    SEEN_TO,
    SERVING_NAMES,
    SUBSTANCE_NAMES,
    checksum,
    placeholders,
    row,
    stored_row,
    substance_row,
)

if TYPE_CHECKING:
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
        self.place = place
        self.kinds = kinds
        self.changed = False  # whether something the person said was saved since it was opened

    @cached_property
    @translating_sqlite_errors()
    def preferences(self) -> Preferences:
        """What the person chose."""
        return Preferences(dict(self.connection.execute(SETTINGS)))

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
            with translating_sqlite_errors():
                yield
            self._commit()
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def _commit(self) -> None:
        with translating_sqlite_errors():
            try:
                self.connection.execute("COMMIT")
            except sqlite3.Error:
                if self.connection.in_transaction:
                    raise
                # The commit may have reached the disk before the disk gave up.
                raise JournalError(
                    "The disk did not answer at the end of saving, so it may be saved or not. "
                    "Please look before you write it again: hrjournal days"
                ) from None

    @contextmanager
    def change(self, verb: str, now: int) -> Iterator[JournalChange]:
        """One whole step that can be taken back later."""
        with self.transaction():
            number = self.connection.execute(
                f"INSERT INTO change (at, verb) VALUES {placeholders(2)}", (now, verb)
            ).lastrowid
            yield JournalChange(self, number or 0, now)
            self.connection.execute(
                "DELETE FROM past WHERE change<=(SELECT id FROM change "
                "WHERE NOT undone AND verb!='undo' ORDER BY id DESC LIMIT 1 OFFSET ?)",
                (UNDO_KEPT,),
            )
        self.changed = True

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()


class JournalChange(NamedTuple):
    """A step under way. What was there before is remembered, so that it can be taken back."""

    journal: Journal
    number: int
    now: int

    def remember(self, part: str, key: int | str, was: str | None) -> None:
        """Keeps what was there before; the first memory of a step is the one that counts."""
        self.journal.connection.execute(
            f"INSERT OR IGNORE INTO past (change, part, key, was) VALUES {placeholders(4)}",
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
        values = (number, *row(entry, substance.id if substance else None, self.number, origin)[1:])
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
            "UPDATE setting SET value=? WHERE key=? AND CAST(value AS INTEGER)>=?",
            (str(day - 1), SEEN_TO, day),
        )

    def _next(self) -> int:
        # Numbers are never used twice, so that undo can bring a record back under its own.
        found = self.journal.connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name='entry'"
        ).fetchone()
        return (int(found[0]) if found else 0) + 1
