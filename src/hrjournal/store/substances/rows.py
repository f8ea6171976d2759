"""What is tracked as rows: written over, and put back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from hrjournal.store.rows import (
    FORGET_SEEN_TO,
    SUBSTANCE_NAMES,
    checksum,
    placeholders,
    substance_row,
)

if TYPE_CHECKING:
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import JournalChange

ROW: Final = f"id, {SUBSTANCE_NAMES}, checksum"
UPSERT: Final = (
    f"INSERT INTO substance ({ROW}) VALUES {placeholders(7)} ON CONFLICT (id) DO UPDATE SET "
    "(key, name, kind, unit, hidden, checksum)=(excluded.key, excluded.name, excluded.kind, "
    "excluded.unit, excluded.hidden, excluded.checksum)"
)


def write(change: JournalChange, one: Substance) -> None:
    """Writes a substance over the one with its number: another name, hidden or not."""
    remember(change, one.id)
    values = substance_row(one)
    _put(change, (one.id, *values, checksum(values)))


def remember(change: JournalChange, number: int) -> None:
    """Keeps a substance as it is, so that undo can bring it back."""
    row = change.journal.connection.execute(f"SELECT {ROW} FROM substance WHERE id=?", (number,))
    change.remember("substance", number, json.dumps(row.fetchone()))


def put_back(change: JournalChange, was: str) -> None:
    """A substance as it was before a change."""
    _put(change, json.loads(was))


def _put(change: JournalChange, row: Any) -> None:
    """Small wins may speak of it by its name, so they are looked for again."""
    change.journal.connection.execute(UPSERT, row)
    change.journal.connection.execute(FORGET_SEEN_TO)
