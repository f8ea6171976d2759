from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.errors import JournalError
from hrjournal.store import Place, checked, queries
from hrjournal.store.checked import Unsound, is_checked
from support.builders import entry
from support.keeping import RELEASED, keep, make_release, opened

ALL_TIME = DateRange(1, 3_000_000)


def written(place: Place) -> None:
    with opened(place) as journal:
        keep(
            journal, *(entry(EntryType.USE, substance="alcohol", note=f"no {n}") for n in range(5))
        )


def changed(place: Place, statement: str) -> None:
    with closing(sqlite3.connect(place.path)) as other:
        other.execute(statement)
        other.commit()


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one each time that every row is looked at."""
    looked: list[int] = []
    find: Callable[[sqlite3.Connection], Unsound] = checked.find_unsound

    def find_and_count(connection: sqlite3.Connection) -> Unsound:
        looked.append(1)
        return find(connection)

    monkeypatch.setattr(checked, "find_unsound", find_and_count)
    return looked


def test_a_state_of_the_file_is_looked_at_once(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = counted(monkeypatch)
    written(place)
    made = len(looked)
    for write in (False, True, False):
        with opened(place, write=write) as journal:
            assert journal.checked
            if write:
                keep(journal, entry(EntryType.EVENT, note="one more"))
    assert len(looked) == made
    changed(place, "UPDATE entry SET note='else' WHERE id=2")
    assert not is_checked(place)
    for _ in range(2):
        with opened(place, write=False) as journal:
            assert journal.unsound.entries == (2,)
    assert len(looked) == made + 2


def test_what_is_not_as_it_was_written_is_left_out_and_the_rest_is_there(place: Place) -> None:
    written(place)
    changed(place, "UPDATE entry SET low=1, high=1 WHERE id=3")
    with opened(place, write=False) as journal:
        assert [one.id for one in queries.entries(journal, ALL_TIME)] == [1, 2, 4, 5]
        (day,) = queries.load_history(journal, ALL_TIME).of("alcohol").values()
        assert day.uses == 4
    with opened(place) as journal:  # more can be written all the same
        keep(journal, entry(EntryType.EVENT, note="six"))
    with opened(place, write=False) as journal:
        assert [one.id for one in queries.entries(journal, ALL_TIME)] == [1, 2, 4, 5, 6]
        assert not journal.checked


def test_records_of_a_substance_that_cannot_be_told_are_left_out(place: Place) -> None:
    written(place)
    changed(place, "UPDATE substance SET unit='ml'")
    with opened(place, write=False) as journal:
        assert queries.entries(journal, ALL_TIME) == []
        assert journal.unsound.rows == (("substance", 1),)


def test_an_index_that_was_lost_is_made_again_in_memory(place: Place) -> None:
    written(place)
    with closing(sqlite3.connect(place.path)) as other:
        (root,) = other.execute(
            "SELECT rootpage FROM sqlite_master WHERE name='entry_by_time'"
        ).fetchone()
    data = bytearray(place.path.read_bytes())
    data[(root - 1) * 4096 + 3 : (root - 1) * 4096 + 5] = b"\0\0"  # it has no cells any more
    place.path.write_bytes(data)
    with opened(place, write=False) as journal:
        assert [one.id for one in queries.entries(journal, ALL_TIME)] == [1, 2, 3, 4, 5]
    with pytest.raises(JournalError, match="damaged"), opened(place):
        pass
    assert place.path.read_bytes() == bytes(data)


def test_looking_leaves_nothing_beside_a_file(place: Place) -> None:
    written(place)
    place.marker.unlink()
    place.copies.rmdir()
    with opened(place, write=False):
        pass
    assert [path.name for path in place.path.parent.iterdir()] == ["journal.db"]


def test_an_older_journal_is_read_without_being_changed(place: Place) -> None:
    make_release(RELEASED[0], place.path)
    before = place.path.read_bytes()
    with opened(place, write=False) as journal:
        assert journal.in_memory
        assert queries.entries(journal, ALL_TIME)
    assert place.path.read_bytes() == before
