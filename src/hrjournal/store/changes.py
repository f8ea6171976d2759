"""Editing, deleting and taking back: what was there before is kept with each change."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hrjournal.domain.identity import first_name
from hrjournal.errors import NotFoundError
from hrjournal.named import NamedTuple
from hrjournal.store import keepsakes
from hrjournal.store.identity import stamps
from hrjournal.store.rows import (
    COLUMNS,
    FORGET_SEEN_TO,
    INSERT,
    INSERT_START,
    START_NAMES,
    entry_of,
    restamped,
    row,
    stamp_of,
    start_row,
    stored_row,
    widened,
)
from hrjournal.store.substances import named
from hrjournal.store.substances import rows as substance_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import BaselinePin
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal, JournalChange


ORIGIN: Final = COLUMNS.index("origin")
COPIES: Final = "copies"  # the verb of a merge of another copy; "merge" is one of substances
FROM_ELSEWHERE: Final = {"import", COPIES}  # taking these back changes nothing in other copies


class UndoResult(NamedTuple):
    """What was taken back: the verb of the change, and records before and after."""

    verb: str
    gone: tuple[Entry, ...]
    back: tuple[Entry, ...]


def replace(change: JournalChange, entry: Entry, substance: Substance | None) -> None:
    """Writes an entry over the one with its number."""
    stored = _take_out(change, entry.id)
    change.remember("entry", entry.id, json.dumps(stored))
    connection, about = change.journal.connection, substance.id if substance else None
    said = stamps.said(connection, about, entry.moment.local, change.now)
    stamp = stamps.changed(stamp_of(stored), change.now)
    stamp = stamp._replace(said=max(said, stamp.said + 1))
    values = row(entry, about, change.number, stored[ORIGIN], stamp)
    connection.execute(INSERT, stored_row(values))
    change.invalidate_wins_from(entry.moment.day(change.journal.day_start))


def delete(change: JournalChange, number: int) -> None:
    """Takes an entry out."""
    stored = _take_out(change, number)
    stamps.bury(change.journal.connection, stamps.ENTRY, stamp_of(stored), change.now)
    change.remember("entry", number, json.dumps(stored))


def _take_out(change: JournalChange, number: int) -> tuple[Any, ...]:
    """Takes the row of an entry out of the file, and gives it."""
    stored = change.stored(number)
    if stored is None:
        raise NotFoundError(f"There is no record {number}. To see numbers: hrjournal days")
    entry = entry_of(stored, change.journal.keys())
    change.journal.connection.execute("DELETE FROM entry WHERE id=?", (number,))
    change.invalidate_wins_from(entry.moment.day(change.journal.day_start))
    return stored


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
        journal.connection.execute(
            "UPDATE change SET undone=1, checksum=digest(id, at, verb, 1) WHERE id=?", (number,)
        )
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
    keys, as_it_was = change.journal.keys(), verb in FROM_ELSEWHERE
    entries = [(int(key), was) for part, key, was in parts if part == "entry"]
    stored = {key: change.stored(key) for key, _ in entries}
    # All go first: of two rows of one origin, or of one record, one may come where the other was.
    change.journal.connection.executemany(
        "DELETE FROM entry WHERE id=?", [(key,) for key in stored]
    )
    for part, name, was in parts:
        if part == stamps.KEEPSAKE:
            keepsakes.put_back(change, int(name), was, as_it_was=as_it_was)
        elif part != stamps.ENTRY:
            _put_back_beside(change, part, name, was)
    for key, was in entries:
        rows = stored[key], was
        removed, restored = _put_back(change, key, rows, keys, as_it_was=as_it_was)
        gone += removed
        back += restored
    for entry in (*gone, *back):
        change.invalidate_wins_from(entry.moment.day(change.journal.day_start))
    return UndoResult(verb, tuple(gone), tuple(back))


def _put_back(
    change: JournalChange,
    number: int,
    rows: tuple[Sequence[Any] | None, str | None],
    keys: Mapping[int, str],
    *,
    as_it_was: bool,
) -> tuple[list[Entry], list[Entry]]:
    """Puts an entry back as it was; gives what is gone and what is there again."""
    gone, back = [], []
    connection = change.journal.connection
    stored, was = rows
    if stored is not None:
        gone.append(entry_of(stored, keys))
        if was is None and not as_it_was:
            stamps.bury(connection, stamps.ENTRY, stamp_of(stored), change.now)
    if was is not None:
        values = widened(json.loads(was))
        entry = entry_of(values, keys)
        if not as_it_was:
            now = stamp_of(stored) if stored else None
            name = values[ORIGIN] or first_name(number, entry.written)
            before = stamps.remembered(stamp_of(values), name, entry.written)
            values = restamped(values, stamps.put_back(connection, now, before, change.now))
        connection.execute(INSERT, values)
        back.append(entry)
    return gone, back


def _put_back_beside(change: JournalChange, part: str, key: str, was: str | None) -> None:
    """What has no stamp: a substance, a choice, a start, or a tombstone."""
    match part:
        case "substance":
            if was is None:
                _untrack(change, int(key))
        case "setting":
            change.put_setting(key, was)
        case stamps.TOMBSTONE:
            _put_tombstone_back(change, int(key), json.loads(was) if was else None)
        case "alias" | "serving":
            named.put_back(change, part, key, was)
        case _:
            _pin(change, int(key), json.loads(was) if was else None)


def _put_tombstone_back(change: JournalChange, uid: int, was: Sequence[Any] | None) -> None:
    """A tombstone as it was before a merge, or none."""
    change.journal.connection.execute("DELETE FROM tombstone WHERE uid=?", (uid,))
    if was is not None:
        change.journal.connection.execute(stamps.BURY, (uid, *was))


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
