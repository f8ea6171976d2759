from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes, queries
from hrjournal.store.backups import list_backups
from hrjournal.store.bulk import Planned, backup_before, insert_entries, missing_entries
from hrjournal.store.search.records import search
from support.builders import TODAY, entry
from support.keeping import KNOWN, NOW, keep

ALL_TIME = DateRange(1, 3_000_000)


def planned(*names: str) -> list[Planned]:
    """One record a name, a day apart."""
    return [
        Planned(entry(EntryType.USE, TODAY - back, substance=name), KNOWN[name], f"{back} {name}")
        for back, name in enumerate(names)
    ]


ROWS = planned("alcohol", "cocaine", "alcohol", "cocaine", "cannabis")


def test_taking_in_twice_changes_nothing(journal: Journal) -> None:
    insert_entries(journal, missing_entries(journal, ROWS), NOW)
    before = list(journal.connection.iterdump())
    assert missing_entries(journal, ROWS) == []
    assert list(journal.connection.iterdump()) == before


def test_what_is_new_comes_in_beside_what_is_there(journal: Journal) -> None:
    insert_entries(journal, ROWS[:2], NOW)
    assert missing_entries(journal, ROWS) == ROWS[2:]
    insert_entries(journal, missing_entries(journal, ROWS), NOW)
    found = queries.entries(journal, ALL_TIME)
    assert [one.moment for one in found] == [one.entry.moment for one in reversed(ROWS)]


def test_it_is_one_change_that_can_be_taken_back(journal: Journal) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    insert_entries(journal, ROWS, NOW)
    assert journal.connection.execute("SELECT verb FROM change").fetchall() == [
        ("log",),
        ("import",),
    ]
    undone = changes.undo(journal, NOW)
    assert undone is not None
    assert len(undone.gone) == len(ROWS)
    assert [one.id for one in queries.entries(journal, ALL_TIME)] == [1]
    assert list(journal.substances()) == ["alcohol"]
    assert missing_entries(journal, ROWS) == ROWS


def test_new_substances_are_tracked_once_and_known_ones_found(journal: Journal) -> None:
    keep(journal, entry(EntryType.USE, substance="cocaine"))
    insert_entries(journal, ROWS, NOW)
    assert list(journal.substances()) == ["cocaine", "alcohol", "cannabis"]
    assert list(queries.load_history(journal, ALL_TIME).of("cocaine")) == [
        TODAY - 3,
        TODAY - 1,
        TODAY,
    ]


def test_the_same_origin_twice_saves_none_of_it(journal: Journal) -> None:
    with pytest.raises(JournalError):
        insert_entries(journal, [*ROWS, ROWS[0]], NOW)
    assert queries.entries(journal, ALL_TIME) == []
    assert journal.substances() == {}


def test_a_record_without_a_substance_comes_in_too(journal: Journal) -> None:
    insert_entries(journal, [Planned(entry(EntryType.EVENT, note="moved house"), None, "1")], NOW)
    assert [one.note for one in search(journal, ["house"])] == ["moved house"]


def test_a_copy_comes_first_where_there_is_something_to_lose(
    journal: Journal, place: Place
) -> None:
    backup_before(journal, "20261123-094000")
    assert list_backups(place) == []
    keep(journal, entry(EntryType.EVENT))
    backup_before(journal, "20261123-094000")
    assert [path.name for path in list_backups(place)] == ["20261123-094000.db"]
