"""Other names of substances and servings of a person's own: rows in, each undoable."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hrjournal.store.rows import SERVING_NAMES, checksum, placeholders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.substances.substance import OwnServing
    from hrjournal.store.journal import JournalChange

ALIAS: Final = "alias"
SERVING: Final = "serving"
COLUMNS: Final = {ALIAS: "word, substance", SERVING: SERVING_NAMES}  # the first is the key


def set_alias(change: JournalChange, word: str, substance: int) -> None:
    """Lets a folded word mean the substance with this number."""
    _write(change, ALIAS, (word, substance))


def set_serving(change: JournalChange, key: str, serving: OwnServing) -> None:
    """Keeps a serving under its folded name."""
    _write(change, SERVING, (key, *serving))


def forget(change: JournalChange, part: str, key: str) -> bool:
    """Takes a name out; gives whether it was there."""
    was = _row(change, part, key)
    if was is not None:
        change.remember(part, key, json.dumps(was))
        _delete(change, part, key)
    return was is not None


def put_back(change: JournalChange, part: str, key: str, was: str | None) -> None:
    """What was there before a change, or nothing."""
    _delete(change, part, key)
    if was is not None:
        _insert(change, part, json.loads(was))


def _write(change: JournalChange, part: str, values: Sequence[object]) -> None:
    key = str(values[0])
    if not forget(change, part, key):
        change.remember(part, key, None)
    _insert(change, part, (*values, checksum(values)))


def _insert(change: JournalChange, part: str, row: Sequence[object]) -> None:
    change.journal.connection.execute(
        f"INSERT INTO {part} ({COLUMNS[part]}, checksum) VALUES {placeholders(len(row))}", row
    )


def _row(change: JournalChange, part: str, key: str) -> Sequence[object] | None:
    name, *_ = COLUMNS[part].split(",")
    found: Sequence[object] | None = change.journal.connection.execute(
        f"SELECT {COLUMNS[part]}, checksum FROM {part} WHERE {name}=?", (key,)
    ).fetchone()
    return found


def _delete(change: JournalChange, part: str, key: str) -> None:
    name, *_ = COLUMNS[part].split(",")
    change.journal.connection.execute(f"DELETE FROM {part} WHERE {name}=?", (key,))
