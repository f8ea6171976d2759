"""Taking a substance out for good: after it, nothing that the program keeps names it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrjournal.domain.reflection.reflection import about
from hrjournal.domain.settings import OWN_NAMES, relisted
from hrjournal.domain.summary.options import CHOICE, from_json, names
from hrjournal.errors import UsageError
from hrjournal.store import keepsakes
from hrjournal.store.file import SETTINGS
from hrjournal.store.identity import stamps
from hrjournal.store.rows import FORGET_SEEN_TO, NAMES, stamp_of
from hrjournal.store.substances.tracked import told_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import JournalChange


def remove(change: JournalChange, one: Substance, means: Callable[[str], bool]) -> None:
    """Takes out a substance with all its records, and every memory of what was there before.

    `means` tells whether a word is a name of it. Own words of other records stay.
    """
    connection = change.journal.connection
    for keepsake in keepsakes.keepsakes(change.journal):
        if about(keepsake) == one.key:
            keepsakes.forget(change, keepsake.id)  # its memory goes below
    for key, value in connection.execute(SETTINGS).fetchall():
        kept = _setting(key, value, one, means)
        if kept != value:
            change.put_setting(key, kept)
    _bury(change, one)
    for table in ("entry", "start", "alias", "verdict", "win"):
        connection.execute(f"DELETE FROM {table} WHERE substance=?", (one.id,))
    connection.execute("DELETE FROM serving WHERE substance=?", (one.key,))
    connection.execute("DELETE FROM win WHERE instr(figures, ?)", (json.dumps(one.key),))
    connection.execute("DELETE FROM substance WHERE id=?", (one.id,))
    # What undo remembers of other changes may hold its records, its names, and words of its days.
    connection.execute("DELETE FROM past")
    connection.execute(FORGET_SEEN_TO)


def _bury(change: JournalChange, one: Substance) -> None:
    """Leaves tombstones for its records, so that no copy of the journal brings them back."""
    connection = change.journal.connection
    found = connection.execute(f"SELECT {NAMES}, checksum FROM entry WHERE substance=?", (one.id,))
    for row in found.fetchall():
        stamps.bury(connection, stamps.ENTRY, stamp_of(row), change.now)


def _setting(key: str, value: str, one: Substance, means: Callable[[str], bool]) -> str | None:
    """A choice without a name of it; None where nothing is left of it."""
    if key in OWN_NAMES:
        return relisted(value, one.key)
    if key.startswith(CHOICE):
        return _summary(value, means)
    return None if one.key in told_of(key) else value


def _summary(value: str, means: Callable[[str], bool]) -> str | None:
    """A remembered choice of a summary; None for one that cannot be read any more."""
    try:
        chosen = from_json(value)
    except UsageError:
        return None
    without = names(chosen.without)
    kept = tuple(word for word in without if not means(word))
    return value if kept == without else chosen._replace(without=kept).to_json()
