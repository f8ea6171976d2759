from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.integrity import verify_journal
from support.builders import entry
from support.keeping import keep, opened


def test_a_whole_journal_has_no_faults(journal: Journal) -> None:
    assert verify_journal(journal) == (0, 0, 0, 0, ())
    keep(journal, entry(EntryType.USE, substance="alcohol"), entry(EntryType.EVENT))
    assert verify_journal(journal) == (2, 1, 0, 0, ())


def test_checking_changes_nothing(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
    before = place.path.read_bytes()
    with opened(place, write=False) as journal:
        verify_journal(journal)
    assert place.path.read_bytes() == before


def test_a_record_of_something_that_is_not_there_is_noticed(journal: Journal) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    journal.connection.execute("PRAGMA foreign_keys=OFF")
    journal.connection.execute("DELETE FROM substance")
    assert verify_journal(journal).faults == (
        "A record refers to one that is not there.",
        "Record 1 is not as it was written.",
    )


@pytest.mark.parametrize("column", ["key", "name", "kind", "unit"])
def test_a_flipped_substance_is_noticed(journal: Journal, column: str) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    journal.connection.execute(f"UPDATE substance SET {column}='else'")
    assert verify_journal(journal).faults == ("A substance is not as it was written.",)


def test_an_index_that_says_something_else_is_noticed(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, Entry(type=EntryType.EVENT, moment=Moment(90_000, 3600, "Here")))
        journal.connection.execute("PRAGMA writable_schema=ON")
        journal.connection.execute(
            "UPDATE sqlite_schema SET sql=replace(sql, 'local', 'instant') "
            "WHERE name='entry_by_time'"
        )
    with pytest.raises(JournalError, match="not as hrjournal made them"), opened(place):
        pass


def test_pages_overwritten_by_something_else_are_said_calmly(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, *(entry(EntryType.EVENT, note="x" * 3000) for _ in range(30)))
    data = place.path.read_bytes()
    place.path.write_bytes(data[:110_000] + b"\xa5" * (len(data) - 110_000))
    try:
        with opened(place, write=False) as journal:
            faults = verify_journal(journal).faults
    except JournalError as error:
        faults = (str(error),)
    assert "damaged" in faults[0] or "not whole" in faults[0]
