"""Everything in a journal at once: all of it out, and what is new of another one in."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from hrjournal.domain.archive import Archive, MergePlan, Record, compared
from hrjournal.domain.archive.fields import LAST_DAY
from hrjournal.domain.archive.model import NAME, chosen, derived_origin
from hrjournal.domain.substances.substance import OTHER, Substance, fold
from hrjournal.errors import JournalError
from hrjournal.named import NamedTuple
from hrjournal.store import keepsakes
from hrjournal.store.file import SETTINGS, damaged, translating_sqlite_errors
from hrjournal.store.identity import stamps
from hrjournal.store.journal import numbered
from hrjournal.store.queries import SELECT, starts
from hrjournal.store.rows import (
    COLUMNS,
    FORGET_SEEN_TO,
    INSERT,
    INSERT_SETTING,
    INSERT_START,
    SUBSTANCE_NAMES,
    checksum,
    entry_of,
    insert,
    row,
    stamp_of,
    start_row,
    stored_row,
)
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from hrjournal.domain.history import BaselinePin
    from hrjournal.store.journal import Journal, JournalChange

    Row = tuple[Any, ...]

ORIGIN = COLUMNS.index("origin")
SUBSTANCE = COLUMNS.index("substance")


class Prepared(NamedTuple):
    """What is to be taken in, and the state of the file that it was compared with."""

    plan: MergePlan
    state: int


def give_name(journal: Journal) -> None:
    """Gives the journal a name by chance, once, so that its records are known again elsewhere."""
    if journal.setting(NAME) is None:
        with journal.transaction():
            journal.connection.execute(
                insert("setting", "INSERT OR IGNORE"), (NAME, os.urandom(8).hex())
            )


def everything(journal: Journal) -> Archive:
    """All that the journal holds, as it was at one time.

    Raises:
        JournalError: when something in it is not as it was written.
    """
    with _at_once(journal):
        return beside_records(journal)._replace(
            entries=tuple(_records(journal)),
            keepsakes=tuple(sorted(keepsakes.keepsakes(journal), key=lambda one: one.id)),
        )


def beside_records(journal: Journal) -> Archive:
    """Choices, substances, names and starts alone.

    Raises:
        JournalError: when something in it is not as it was written.
    """
    tracked = _substances(journal)
    pinned = starts(journal, {substance.key: substance for substance in tracked})
    settings = journal.connection.execute(SETTINGS)
    return Archive(
        settings={key: value for key, value in settings if chosen(key)},
        substances=tuple(one._replace(id=0) for one in tracked),
        aliases=journal.aliases(),
        servings=tuple(journal.servings().values()),
        starts={one.key: pinned[one.key] for one in tracked if one.key in pinned},
    )


def prepared(journal: Journal, given: Archive) -> Prepared:
    """What of another journal is new to this one."""
    state = state_of(journal)
    return Prepared(compared(everything(journal), given), state)


def take(
    journal: Journal,
    ready: Prepared,
    now: int,
    walk: Callable[[Sequence[Record]], Iterable[Record]] = iter,
) -> None:
    """Saves what is new in one change, so that undo takes it all back.

    `walk` goes through the records, and may tell how far it is.

    Raises:
        JournalError: when the journal has changed since it was compared; nothing is saved then.
    """
    new = ready.plan.new
    with journal.change("import", now) as change:
        refuse_changed(journal, ready.state)
        numbers = take_beside_records(change, new)
        wanted = [record.entry.id for record in new.entries]
        write_records(change, walk(new.entries), wanted, numbers)
        _keep(change, new)


def take_beside_records(change: JournalChange, new: Archive) -> dict[str, int]:
    """Saves choices, substances, names and starts; gives each substance's number by its key."""
    _choose(change, new.settings)
    for substance in new.substances:
        change.track(substance)
    numbers = {key: number for number, key in change.journal.keys().items()}
    for word, key in new.aliases.items():
        named.set_alias(change, word, numbers[key])
    for serving in new.servings:
        named.set_serving(change, fold(serving.name), serving)
    _pin(change, new.starts, numbers)
    if new.settings or new.starts:  # wins are measured by them
        change.journal.connection.execute(FORGET_SEEN_TO)
    return numbers


@contextmanager
def _at_once(journal: Journal) -> Iterator[None]:
    """Nothing that another process writes meanwhile is seen within the block."""
    with translating_sqlite_errors():
        journal.connection.execute("BEGIN")
        try:
            yield
        finally:
            journal.connection.execute("ROLLBACK")


def state_of(journal: Journal) -> int:
    """A number that changes with every change that another process makes."""
    return int(journal.connection.execute("PRAGMA data_version").fetchone()[0])


def refuse_changed(journal: Journal, state: int) -> None:
    """Refuses to go on where another process has changed what something was compared with."""
    if state_of(journal) != state:
        raise JournalError(
            "Something else was written at the same time. Nothing was saved. Please try again."
        )


def _substances(journal: Journal) -> list[Substance]:
    """Every tracked substance by its own name, also where names are masked on the screen."""
    found = []
    for number, *values, stored in journal.connection.execute(
        f"SELECT id, {SUBSTANCE_NAMES}, checksum FROM substance ORDER BY id"
    ):
        if checksum(values) != stored:
            raise damaged()
        key, name, kind, unit, hidden = values
        kept = OTHER._replace(id=kind)
        found.append(Substance(key, name, kept, unit, number, hidden=bool(hidden)))
    return found


def _records(journal: Journal) -> Iterator[Record]:
    rows = journal.connection.execute(SELECT + "ORDER BY change, id").fetchall()
    return _named(journal, _as_said(rows))


def records_by_number(journal: Journal) -> Iterator[Record]:
    """Every record, one at a time."""
    with _at_once(journal):
        yield from _named(journal, journal.connection.execute(SELECT + "ORDER BY id"))


def _named(journal: Journal, rows: Iterable[Row]) -> Iterator[Record]:
    keys, name = journal.keys(), journal.setting(NAME) or ""
    for values in rows:
        entry = entry_of(values, keys)
        yield Record(entry, values[ORIGIN] or derived_origin(entry, name, stamp_of(values).uid))


def _as_said(rows: Sequence[Row]) -> list[Row]:
    """Rows with the words about each substance in the order in which they were said.

    It is the order in which they were written, but for what came from another copy.
    """
    found = list(rows)
    places: dict[int | None, list[int]] = {}
    for place, values in enumerate(rows):
        places.setdefault(values[SUBSTANCE], []).append(place)
    places.pop(None, None)
    for of_one in places.values():
        words = sorted((rows[place] for place in of_one), key=lambda row: stamp_of(row).said)
        for place, values in zip(of_one, words, strict=True):
            found[place] = values
    return found


def _choose(change: JournalChange, settings: Mapping[str, str]) -> None:
    for key, value in settings.items():
        change.remember("setting", key, None)
        change.journal.connection.execute(INSERT_SETTING, (key, value))
    change.journal.forget_preferences()


def _pin(
    change: JournalChange, pinned: Mapping[str, BaselinePin], numbers: Mapping[str, int]
) -> None:
    for key, start in pinned.items():
        change.remember("start", numbers[key], None)
        change.journal.connection.execute(INSERT_START, (numbers[key], *start_row(start)))


def write_records(
    change: JournalChange,
    records: Iterable[Record],
    wanted: Sequence[int],
    substances: Mapping[str, int],
) -> None:
    """Writes records so that their numbers, and which of them is the later word, stay in order.

    `wanted` are their numbers, in the order in which they come.
    """
    numbers = free_numbers(change, "entry", wanted)
    connection, word, before = change.journal.connection, 0, 0
    written, first = change.number, LAST_DAY
    for entry, origin in records:
        if entry.id < before:
            written = _later(change)
        about = substances[entry.substance] if entry.substance is not None else None
        at = max(word + (entry.id < before), min(entry.written, change.now))
        stamp = stamps.begun(connection, (about, entry.moment.local), at, origin)
        stamp = stamp._replace(revised=entry.written)
        before, number, word = entry.id, numbers[entry.id], stamp.said
        values = (number, *row(entry, about, written, origin, stamp)[1:])
        connection.execute(INSERT, stored_row(values))
        change.remember("entry", number, None)
        first = min(first, entry.moment.day(change.journal.day_start))
    if wanted:
        change.invalidate_wins_from(first)


def _keep(change: JournalChange, new: Archive) -> None:
    """What stands beside the records."""
    kept = free_numbers(change, "keepsake", [one.id for one in new.keepsakes])
    for keepsake in new.keepsakes:
        keepsakes.add(change, keepsake.replace(id=kept[keepsake.id]))


def _later(change: JournalChange) -> int:
    """A number for words that are later than those before; it is no change to be taken back."""
    return numbered(change.journal.connection, change.now, "import", 1)


def free_numbers(
    change: JournalChange, table: str, wanted: Sequence[int]
) -> Mapping[int, int] | range:
    """The number that each one gets: its own where all of them are free, else one after the last.

    Free is what nothing goes by, and nothing that undo can bring back. The order stays.
    """
    connection = change.journal.connection
    taken = {number for (number,) in connection.execute(f"SELECT id FROM {table}")}
    remembered = connection.execute("SELECT key FROM past WHERE part=?", (table,))
    taken |= {int(key) for (key,) in remembered}
    if taken.isdisjoint(wanted):
        return range(max(wanted, default=0) + 1)
    ordered = sorted(wanted)
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name=?", (table,)).fetchone()
    return {number: place for place, number in enumerate(ordered, int(last[0]) + 1)}
