"""Taking in many records at once: what is there already stays, the rest comes in one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.archive.csv_records import known_by
from hrjournal.domain.entries.entry import EntryType
from hrjournal.named import NamedTuple
from hrjournal.store.archive import (
    records_by_number,
    refuse_changed,
    state_of,
    write_records,
)
from hrjournal.store.backups import back_up
from hrjournal.store.file import translating_sqlite_errors
from hrjournal.store.queries import ORDINAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.domain.archive.csv_index import CsvIndex
    from hrjournal.domain.archive.model import Record
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal


class Planned(NamedTuple):
    """A record to take in, its substance (new ones have no number yet), and its origin."""

    entry: Entry
    substance: Substance | None
    origin: str | None


class TableMatch(NamedTuple):
    """Which rows of a table the journal holds, and the state of its file."""

    rows: bytearray  # 1 for each row that is there
    differing: int  # how many of these say something else there
    state: int


class TableTake(NamedTuple):
    """What is to be taken in from a table, in the order in which it was written."""

    substances: Sequence[Substance]
    wanted: Sequence[int]  # the numbers of the records
    records: Iterable[Record]
    state: int


def matched(journal: Journal, given: CsvIndex) -> TableMatch:
    """What of a table is there.

    Raises:
        JournalError: when something in the journal is not as it was written.
    """
    state, there, differing = state_of(journal), bytearray(len(given)), 0
    for entry, origin in records_by_number(journal):
        row = given.find(origin)
        if row is None:
            row = given.find(known_by(entry.id, entry.written))
        if row is not None and not there[row]:
            there[row] = 1
            differing += not given.says(row, entry)
    return TableMatch(there, differing, state)


def take_table(journal: Journal, new: TableTake, now: int) -> None:
    """Saves what is new of a table in one change, so that undo takes it all back.

    Raises:
        JournalError: when the journal has changed since it was compared; nothing is saved then.
    """
    with journal.change("import", now) as change:
        refuse_changed(journal, new.state)
        for substance in new.substances:
            change.track(substance)
        numbers = {key: number for number, key in journal.keys().items()}
        write_records(change, new.records, new.wanted, numbers)


def told_days(journal: Journal) -> set[tuple[str | None, int]]:
    """The days with a word about each substance; and under None, those with mood, urge or sleep."""
    with translating_sqlite_errors():
        found = journal.connection.execute(
            f"SELECT key, {ORDINAL} FROM entry JOIN substance ON substance.id=entry.substance "
            f"WHERE sort IN ('{EntryType.USE.value}', '{EntryType.NONE.value}') "
            f"UNION SELECT NULL, {ORDINAL} FROM entry "
            "WHERE mood IS NOT NULL OR urge IS NOT NULL OR sleep IS NOT NULL",
            {"starts": journal.day_start},
        )
        return set(found)


def missing_entries(journal: Journal, planned: Sequence[Planned]) -> list[Planned]:
    """Those whose origin is not in the journal."""
    with translating_sqlite_errors():
        found = journal.connection.execute("SELECT origin FROM entry WHERE origin IS NOT NULL")
        there = {origin for (origin,) in found}
    return [one for one in planned if one.origin not in there]


def backup_before(journal: Journal, stamp: str) -> None:
    """Makes a verified copy, unless there is nothing in the journal to lose."""
    if journal.connection.execute("SELECT 1 FROM change LIMIT 1").fetchone():
        back_up(journal.connection, journal.place, stamp)


def insert_entries(journal: Journal, planned: Iterable[Planned], now: int) -> None:
    """Saves all of them in one change, so that undo takes them all back."""
    tracked = journal.substances()
    with journal.change("import", now) as change:
        for entry, substance, origin in planned:
            one = substance
            if one is not None:
                if one.key not in tracked:
                    tracked[one.key] = change.track(one._replace(id=0))
                one = tracked[one.key]
            change.add(entry, one, origin)
