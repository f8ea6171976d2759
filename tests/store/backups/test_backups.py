from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing

import pytest

from hrjournal.domain.copies import NEWEST
from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.backups import back_up, back_up_sound, list_backups
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


def test_copies_are_numbered_by_when_they_were_made_and_let_go(
    journal: Journal, place: Place
) -> None:
    for day in range(10, 26):
        back_up(journal.connection, place, f"202611{day}-094000")
    # The last 7 days, and the Sundays of the two weeks before; the month's last is among them.
    assert [path.name[6:8] for path in list_backups(place)] == [
        *("15",),
        *("19", "20", "21", "22", "23", "24", "25"),
    ]


def test_what_the_program_did_not_name_is_never_let_go(journal: Journal, place: Place) -> None:
    place.copies.mkdir(parents=True)
    (place.copies / "mine.db").write_bytes(b"kept by hand")
    (place.copies / "20261399-000000.db").write_bytes(b"no day has this name")
    for second in range(10):
        back_up(journal.connection, place, f"20261123-0940{second:02}")
    assert {"mine.db", "20261399-000000.db"} <= {*names_in(place.copies)}
    assert len(names_in(place.copies)) == 2 + NEWEST


def test_a_new_copy_stays_even_where_the_clock_was_set_back(journal: Journal, place: Place) -> None:
    for number in range(20):
        back_up(journal.connection, place, f"20301123-0940{number:02}")
    for number in range(3):
        made = back_up(journal.connection, place, f"20261123-09400{number}")
        assert made.exists()
    assert len(list_backups(place)) == NEWEST + 3


def test_a_journal_that_is_not_sound_pushes_out_no_copy(journal: Journal, place: Place) -> None:
    keep(journal, entry(EntryType.EVENT, note="as written"))
    sound = [back_up(journal.connection, place, f"2026112{day}-094000") for day in range(3)]
    journal.connection.execute("UPDATE entry SET note='otherwise'")
    assert back_up_sound(journal.connection, place, "20261123-094000") is None
    assert list_backups(place) == sound
    for second in range(20):
        made = back_up(journal.connection, place, f"20261123-0940{second:02}")
        assert made.name == f"20261123-0940{second:02}-unsound.db"
    assert [path for path in list_backups(place) if path in sound] == sound
    assert len(list_backups(place)) == len(sound) + NEWEST
    assert not place.has_copy_of("20261123")


def test_what_runs_that_were_killed_left_is_swept(journal: Journal, place: Place) -> None:
    place.copies.mkdir()
    old, live = place.copies / "20261122-094000-7.part", place.copies / "20261123-094000-8.part"
    for path in (old, old.with_name(f"{old.name}-journal"), live):
        path.write_bytes(b"half of it")
        if path is not live:
            os.utime(path, (1_700_000_000, 1_700_000_000))
    back_up(journal.connection, place, "20261123-094000")
    assert names_in(place.copies) == ["20261123-094000-8.part", "20261123-094000.db"]


@pytest.mark.parametrize("step", ["settle_file", "settle", "is_whole", "rows_are_right"])
def test_a_disk_that_fails_leaves_nothing_half_made(
    journal: Journal, place: Place, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before = back_up(journal.connection, place, "20261122-094000")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(f"hrjournal.store.backups.{step}", fail)
    with pytest.raises(JournalError, match="could not be made"):
        back_up(journal.connection, place, "20261123-094000")
    assert not list(place.copies.glob("*.part*"))
    assert before.exists()


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


def test_a_folder_without_copies_lists_none(place: Place) -> None:
    assert list_backups(place) == []
