from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.backups import KEPT, back_up, list_backups
from support.builders import entry
from support.keeping import keep, names_in


def dump(path: object) -> list[str]:
    """Everything in a database file, as SQL."""
    with closing(sqlite3.connect(str(path))) as other:
        return list(other.iterdump())


def test_a_copy_holds_everything(journal: Journal, place: Place) -> None:
    keep(
        journal,
        entry(EntryType.USE, substance="alcohol"),
        entry(EntryType.EVENT, note="long " * 900),
    )
    made = back_up(journal.connection, place, "20261123-094000")
    assert made == place.copies / "20261123-094000.db"
    assert dump(made) == dump(place.path)
    assert names_in(place.copies) == ["20261123-094000.db"]


def test_the_last_seven_are_kept(journal: Journal, place: Place) -> None:
    for number in range(10):
        made = back_up(journal.connection, place, f"20261123-0940{number:02}")
        os.utime(made, (number, number))
    assert [path.name for path in list_backups(place)] == [
        f"20261123-0940{number:02}.db" for number in range(3, 10)
    ]


def test_a_new_copy_stays_even_where_the_clock_was_set_back(journal: Journal, place: Place) -> None:
    for number in range(KEPT):
        made = back_up(journal.connection, place, f"20301123-0940{number:02}")
        os.utime(made, (4_000_000_000, 4_000_000_000 + number))
    made = back_up(journal.connection, place, "20261123-094000")
    assert made.exists()
    assert len(list_backups(place)) == KEPT


def test_copies_of_one_second_get_names_of_their_own(journal: Journal, place: Place) -> None:
    made = [back_up(journal.connection, place, "20261123-094000").name for _ in range(3)]
    assert made == ["20261123-094000.db", "20261123-094000-2.db", "20261123-094000-3.db"]
    assert len(list_backups(place)) == 3


def test_a_copy_that_cannot_be_made_is_said_calmly(journal: Journal, place: Place) -> None:
    place.copies.write_text("something else")
    place.copies.chmod(0o640)
    with pytest.raises(JournalError, match="could not be made, so nothing was changed"):
        back_up(journal.connection, place, "20261123-094000")
    assert place.copies.read_text() == "something else"
    assert stat.S_IMODE(place.copies.stat().st_mode) == 0o640


def test_what_was_left_half_made_is_made_anew(journal: Journal, place: Place) -> None:
    place.copies.mkdir()
    (place.copies / "20261123-094000.part").write_bytes(b"half of it")
    back_up(journal.connection, place, "20261123-094000")
    assert names_in(place.copies) == ["20261123-094000.db"]


def test_a_folder_without_copies_lists_none(place: Place) -> None:
    assert list_backups(place) == []
