from __future__ import annotations

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.upkeep import Mend, Mended, Trouble
from hrjournal.store import Journal, Place, open_journal
from hrjournal.store.backups import list_backups
from hrjournal.store.integrity import verify_journal
from hrjournal.store.search.records import refold
from hrjournal.store.upkeep.mending import mend_around, mend_inside
from support.builders import entry
from support.keeping import KINDS, NOW, STAMP, keep, opened
from support.store.damage import write_all


def modes(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.rglob("*"))}


def test_what_the_program_made_is_closed_and_nothing_else(place: Place, tmp_path: Path) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
    place.copies.mkdir(exist_ok=True)
    (place.copies / f"{STAMP}.db").touch()
    theirs, outside = tmp_path / "theirs.txt", tmp_path / "outside"
    theirs.touch()
    outside.touch()
    (place.copies / "20261123-090000.db").symlink_to(outside)
    for path in (place.path.parent, place.path, place.copies, place.copies / f"{STAMP}.db"):
        path.chmod(0o777)
    for path in (theirs, outside):
        path.chmod(0o666)
    done = list(mend_around(place, NOW))
    assert {one.mend for one in done} == {Mend.CLOSED}
    assert len(done) == 4
    assert [stat.S_IMODE(one.stat().st_mode) for one in (theirs, outside)] == [0o666, 0o666]
    (place.copies / "20261123-090000.db").unlink()
    assert modes(place.path.parent) == {0o700, 0o600}
    assert list(mend_around(place, NOW)) == []


def test_a_folder_with_what_others_put_there_stays_open(place: Place) -> None:
    with opened(place):
        pass
    (place.path.parent / "theirs.txt").touch()
    place.path.parent.chmod(0o755)
    assert list(mend_around(place, NOW)) == []


def test_a_folder_that_is_not_its_own_stays_open(tmp_path: Path) -> None:
    place = Place(tmp_path / "journal.db")
    with opened(place):
        pass
    tmp_path.chmod(0o755)
    assert list(mend_around(place, NOW)) == []
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_half_files_go_when_nobody_can_be_at_work_on_them(place: Place) -> None:
    place.copies.mkdir(parents=True, mode=0o700)
    place.path.parent.chmod(0o700)
    old, new = place.copies / "20261123-080000.part", place.path.parent / ".hrjournal-x.part"
    for path, age in ((old, 3601), (new, 60)):
        path.touch(0o600)
        os.utime(path, (NOW - age, NOW - age))
    assert list(mend_around(place, NOW)) == [Mended(Mend.SWEPT, str(old))]
    assert (old.exists(), new.exists()) == (False, True)


def mended(journal: Journal) -> list[Mend]:
    """What was put right of all that is found."""
    faults = verify_journal(journal).faults
    return [one.mend for one in mend_inside(journal, faults, STAMP, NOW)]


def troubles(journal: Journal) -> set[Trouble]:
    return {one.trouble for one in verify_journal(journal).faults}


@pytest.mark.parametrize(
    ("damage", "done"),
    [
        ("UPDATE search_text SET text='x' WHERE entry=5", [Mend.SEARCH]),
        ("UPDATE win SET day=day+1 WHERE id=2", [Mend.WINS]),
        ("UPDATE verdict SET lighter=1-lighter", [Mend.WINS]),
        ("UPDATE setting SET value='x' WHERE key='wins_seen_to'", [Mend.WINS]),
        ("UPDATE setting SET value='x' WHERE key='told:alone'", [Mend.SETTING]),
    ],
)
def test_what_is_made_of_records_is_made_anew(place: Place, damage: str, done: list[Mend]) -> None:
    write_all(place)
    with opened(place) as journal:
        journal.connection.execute(damage)
        assert troubles(journal)
        before = list_backups(place)
        assert mended(journal) == done
        assert troubles(journal) == set()
    assert list_backups(place) == before


def test_an_index_that_says_something_else_is_made_anew(place: Place) -> None:
    data = bytearray(write_all(place))
    with opened(place) as journal:
        ((page,),) = journal.connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name='entry_by_time'"
        )
    data[page * 4096 - 2] ^= 1  # in the last of its entries
    place.path.write_bytes(data)
    with closing(open_journal(place, KINDS, STAMP, write=True, mending=True)) as journal:
        before = journal.connection.execute("SELECT * FROM entry NOT INDEXED").fetchall()
        assert Trouble.STRUCTURE in troubles(journal)
        assert mended(journal) == [Mend.INDEXES]
        assert troubles(journal) == set()
        assert journal.connection.execute("SELECT * FROM entry NOT INDEXED").fetchall() == before


def test_settings_that_cannot_be_read_go_back_to_the_usual_after_a_copy(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
        with journal.change("config", NOW) as change:
            change.choose("heavy_day", "many")
            change.choose("country", "PL")
        assert mended(journal) == [Mend.COPIED, Mend.SETTING]
        assert journal.preferences.values == {"country": "PL"}
        assert troubles(journal) == set()
    assert len(list_backups(place)) == 1


def test_a_record_that_is_not_as_it_was_written_stays_so(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="first"), entry(EntryType.EVENT, note="second"))
        with journal.transaction():
            refold(journal)
        journal.connection.execute("UPDATE entry SET note='else' WHERE id=1")
        before = list(journal.connection.iterdump())
        assert mended(journal) == []
        assert list(journal.connection.iterdump()) == before
