"""Editing, deleting and taking back: what was there before is kept with each change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hrjournal.errors import NotFoundError
from hrjournal.named import NamedTuple
from hrjournal.store import keepsakes
from hrjournal.store.rows import (
    COLUMNS,
    FORGET_SEEN_TO,
    INSERT,
    INSERT_START,
    START_NAMES,
    entry_of,
    row,
    start_row,
    stored_row,
    widened,
)
from hrjournal.store.substances import named
from hrjournal.store.substances import rows as substance_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal, JournalChange


class UndoResult(NamedTuple):
    """What was taken back: the verb of the change, and records before and after."""

    verb: str
    gone: tuple[Entry, ...]
    back: tuple[Entry, ...]


def replace(change: JournalChange, entry: Entry, substance: Substance | None) -> None:
    """Writes an entry over the one with its number."""
    stored = change.stored(entry.id)
    if stored is None:
        raise NotFoundError(f"There is no record {entry.id}. To see numbers: hrjournal days")
    delete(change, entry.id)
    origin = stored[COLUMNS.index("origin")]
    values = row(entry, substance.id if substance else None, change.number, origin)
    change.journal.connection.execute(INSERT, stored_row(values))
    change.invalidate_wins_from(entry.moment.day(change.journal.day_start))


def delete(change: JournalChange, number: int) -> None:
    """Takes an entry out."""
    stored = change.stored(number)
    if stored is None:
        raise NotFoundError(f"There is no record {number}. To see numbers: hrjournal days")
    entry = entry_of(stored, change.journal.keys())
    change.journal.connection.execute("DELETE FROM entry WHERE id=?", (number,))
    change.remember("entry", number, json.dumps(stored))
    change.invalidate_wins_from(entry.moment.day(change.journal.day_start))


def undo(journal: Journal, now: int) -> UndoResult | None:
    """Takes back the last change that has not been taken back; None when there is none."""
    with journal.change("undo", now) as change:
        found = journal.connection.execute(
            "SELECT id, verb FROM change WHERE NOT undone AND verb!='undo' "
            "AND id IN (SELECT change FROM past) ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if found is None:
            return None
        number, verb = found
        undone = _take_back(change, number, verb)
        journal.connection.execute("UPDATE change SET undone=1 WHERE id=?", (number,))
        journal.connection.execute("DELETE FROM past WHERE change=?", (number,))
    return undone


def _take_back(change: JournalChange, number: int, verb: str) -> UndoResult:
    gone: list[Entry] = []
    back: list[Entry] = []
    parts = change.journal.connection.execute(
        "SELECT part, key, was FROM past WHERE change=? ORDER BY part, CAST(key AS INTEGER), key",
        (number,),
    ).fetchall()
    _put_substances_back(change, parts)
    keys = change.journal.keys()
    for part, key, was in parts:
        if part == "entry":
            removed, restored = _put_back(change, int(key), was, keys)
            gone += removed
            back += restored
        else:
            _put_back_beside(change, part, key, was)
    for entry in (*gone, *back):
        change.invalidate_wins_from(entry.moment.day(change.journal.day_start))
    return UndoResult(verb, tuple(gone), tuple(back))


def _put_back(
    change: JournalChange,
    number: int,
    was: str | None,
    keys: Mapping[int, str],
) -> tuple[list[Entry], list[Entry]]:
    """Puts an entry back as it was; gives what is gone and what is there again."""
    gone, back = [], []
    stored = change.stored(number)
    if stored is not None:
        gone.append(entry_of(stored, keys))
        change.journal.connection.execute("DELETE FROM entry WHERE id=?", (number,))
    if was is not None:
        values = widened(json.loads(was))
        change.journal.connection.execute(INSERT, values)
        back.append(entry_of(values, keys))
    return gone, back


def _put_back_beside(change: JournalChange, part: str, key: str, was: str | None) -> None:
    """What is no record: a substance, a choice, a start, or something kept."""
    match part:
        case "substance":
            if was is None:
                _untrack(change, int(key))
        case "setting":
            change.put_setting(key, was)
        case "keepsake":
            keepsakes.put_back(change, int(key), was)
        case "alias" | "serving":
            named.put_back(change, part, key, was)
        case _:
            _pin(change, int(key), json.loads(was) if was else None)


def _put_substances_back(
    change: JournalChange, parts: Sequence[tuple[str, str, str | None]]
) -> None:
    """What was renamed, hidden or put together with another; records can name it again then."""
    for part, _, was in parts:
        if part == "substance" and was is not None:
            substance_rows.put_back(change, was)


def _untrack(change: JournalChange, number: int) -> None:
    """Forgets a substance that came with a change, unless something else speaks of it by now."""
    change.journal.connection.execute(
        "DELETE FROM substance WHERE id=:id "
        "AND NOT EXISTS (SELECT 1 FROM entry WHERE substance=:id) "
        "AND NOT EXISTS (SELECT 1 FROM start WHERE substance=:id) "
        "AND NOT EXISTS (SELECT 1 FROM alias WHERE substance=:id)",
        {"id": number},
    )


def set_setting(journal: Journal, key: str, value: str | None, now: int) -> None:
    """Sets what the person chose; None takes the choice back to the usual."""
    set_settings(journal, {key: value}, now)


def set_settings(
    journal: Journal, chosen: Mapping[str, str | None], now: int, verb: str = "config"
) -> None:
    """Sets several choices in one change."""
    with journal.change(verb, now) as change:
        for key, value in chosen.items():
            change.choose(key, value)


def set_baseline(
    journal: Journal, substance: Substance, start: BaselinePin | None, now: int
) -> None:
    """Pins where a substance began, or unpins it."""
    with journal.change("start", now) as change:
        tracked = change.track(substance)
        before = journal.connection.execute(
            f"SELECT {START_NAMES} FROM start WHERE substance=?", (tracked.id,)
        ).fetchone()
        change.remember("start", tracked.id, json.dumps(before[1:]) if before else None)
        _pin(change, tracked.id, start_row(start) if start else None)


def _pin(change: JournalChange, number: int, values: Sequence[object] | None) -> None:
    connection = change.journal.connection
    connection.execute("DELETE FROM start WHERE substance=?", (number,))
    connection.execute(FORGET_SEEN_TO)
    if values is not None:
        connection.execute(INSERT_START, (number, *values))
