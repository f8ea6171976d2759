"""Merging another copy into the journal: one change, which undo takes back as a whole."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from hrjournal.domain.archive.merge import (
    CopiesMerge,
    JournalCopy,
    RecordsMerge,
    RecordVersion,
    merged,
    root_names,
    under_names,
)
from hrjournal.domain.entries.entry import Entry
from hrjournal.store import keepsakes
from hrjournal.store.archive import free_numbers, take_beside_records
from hrjournal.store.changes import COPIES
from hrjournal.store.identity import stamps
from hrjournal.store.merge.read import copy_of
from hrjournal.store.rows import INSERT, START_NAMES, Stamp, restamped, row, stored_row
from hrjournal.store.substances import named, tracked
from hrjournal.store.substances import rows as substance_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal, JournalChange

ORIGINS: Final = "SELECT origin FROM entry WHERE origin IS NOT NULL"


def merge_copy(journal: Journal, there: JournalCopy, now: int) -> CopiesMerge:
    """Merges another copy into the journal; gives what became of both."""
    with journal.change(COPIES, now) as change:
        names = root_names(journal.aliases(), there.beside.aliases)
        there = under_names(there, names)
        _rename(change, names, there)
        here = copy_of(journal)
        merge = merged(here, there)
        numbers = take_beside_records(change, merge.beside)
        _write_entries(change, here.entries, merge.entries, numbers)
        _write_keepsakes(change, here.keepsakes, merge.keepsakes)
        for key in merge.untracked:
            _untrack(change, journal.substances()[key])
        journal.forget_preferences()
    return merge


def _rename(change: JournalChange, names: Mapping[str, str], there: JournalCopy) -> None:
    """Lets substances go by the name that the other copy gave them."""
    given = {one.key: one for one in there.beside.substances}
    for word, key in names.items():
        here = change.journal.substances()
        if word not in here:
            continue
        if key in here:
            tracked.merge(change, here[word], here[key], {})
        elif key in given:
            new = given[key]._replace(id=here[word].id, hidden=here[word].hidden)
            tracked.rename(change, here[word], new, {})


def _write_entries(
    change: JournalChange,
    here: Mapping[int, RecordVersion],
    part: RecordsMerge,
    substances: Mapping[str, int],
) -> None:
    connection = change.journal.connection
    _write_tombstones(change, stamps.ENTRY, part)
    loud = {uid: one for uid, one in part.rewritten.items() if uid not in part.quiet}
    for uid in part.quiet:
        _restamp(change, here[uid].what.id, _stamp(uid, part.rewritten[uid]))
    for uid in (*part.gone, *loud):
        number = here[uid].what.id
        change.remember(stamps.ENTRY, number, json.dumps(change.stored(number)))
        connection.execute("DELETE FROM entry WHERE id=?", (number,))
    new = _numbered(change, stamps.ENTRY, part.new)
    for number in (one.what.id for one in new.values()):
        change.remember(stamps.ENTRY, number, None)
    taken = {origin for (origin,) in connection.execute(ORIGINS)}
    for uid, version in {**loud, **new}.items():
        entry = version.what
        if not isinstance(entry, Entry):
            continue
        origin = None if version.origin in taken else version.origin
        taken.add(origin)
        about = substances[entry.substance] if entry.substance is not None else None
        values = row(entry, about, change.number, origin, _stamp(uid, version))
        connection.execute(INSERT, stored_row(values))
    before = [here[uid] for uid in (*part.gone, *loud)]
    _judge_anew(change, [*before, *loud.values(), *new.values()])


def _restamp(change: JournalChange, number: int, stamp: Stamp) -> None:
    """Notes of a record that it is known as a later version; it says the same as before."""
    stored = change.stored(number) or ()
    connection = change.journal.connection
    connection.execute("DELETE FROM entry WHERE id=?", (number,))
    connection.execute(INSERT, restamped(stored, stamp))


def _judge_anew(change: JournalChange, versions: Iterable[RecordVersion]) -> None:
    """Lets small wins be looked for again from the first day on that is different."""
    days = [one.what.moment.day(change.journal.day_start) for one in versions]
    if days:
        change.invalidate_wins_from(min(days))


def _write_keepsakes(
    change: JournalChange, here: Mapping[int, RecordVersion], part: RecordsMerge
) -> None:
    connection = change.journal.connection
    _write_tombstones(change, stamps.KEEPSAKE, part)
    for uid in (*part.gone, *part.rewritten):
        keepsakes.take_out(change, here[uid].what.id, remember=uid not in part.quiet)
    new = _numbered(change, stamps.KEEPSAKE, part.new)
    for number in (one.what.id for one in new.values()):
        change.remember(stamps.KEEPSAKE, number, None)
    for uid, version in {**part.rewritten, **new}.items():
        if not isinstance(version.what, Entry):
            keepsakes.write(connection, version.what, _stamp(uid, version))


def _numbered(
    change: JournalChange, table: str, versions: Mapping[int, RecordVersion]
) -> dict[int, RecordVersion]:
    """Versions that are new here under numbers that are free."""
    numbers = free_numbers(change, table, [one.what.id for one in versions.values()])
    return {
        uid: one._replace(what=one.what._replace(id=numbers[one.what.id]))
        for uid, one in versions.items()
    }


def _stamp(uid: int, version: RecordVersion) -> Stamp:
    former = " ".join(map(str, sorted(version.former))) or None
    return Stamp(uid, version.revised, former, version.said)


def _write_tombstones(change: JournalChange, part: str, merge: RecordsMerge) -> None:
    connection = change.journal.connection
    for uid, at in merge.dead.items():
        found = connection.execute("SELECT part, revised FROM tombstone WHERE uid=?", (uid,))
        was = found.fetchone()
        change.remember(stamps.TOMBSTONE, uid, None if was is None else json.dumps(was))
        connection.execute(stamps.BURY, (uid, part, at))


def _untrack(change: JournalChange, one: Substance) -> None:
    """Lets go of a substance that is not in the other copy any more, with all that names it."""
    connection = change.journal.connection
    for word, key in change.journal.aliases().items():
        if key == one.key:
            named.forget(change, named.ALIAS, word)
    for name, serving in change.journal.servings().items():
        if serving.substance == one.key:
            named.forget(change, named.SERVING, name)
    start = connection.execute(
        f"SELECT {START_NAMES} FROM start WHERE substance=?", (one.id,)
    ).fetchone()
    if start is not None:
        change.remember("start", one.id, json.dumps(start[1:]))
        connection.execute("DELETE FROM start WHERE substance=?", (one.id,))
    substance_rows.remember(change, one.id)
    connection.execute("DELETE FROM substance WHERE id=?", (one.id,))
