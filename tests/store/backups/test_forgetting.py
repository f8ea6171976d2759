"""Taking something out for good: no byte of it is left in any file of the home."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType, Moment
from hrjournal.domain.file import Forgotten
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes, keepsakes, queries
from hrjournal.store.backups import back_up, forgetting, list_backups
from hrjournal.store.backups.looking import copies, look
from hrjournal.store.integrity import verify_journal
from support.builders import entry
from support.keeping import NOW, RELEASED, keep, make_release, opened

MARK = "zqmarkqz"
LATER = "20261124-094000"


def traces(place: Place, mark: str = MARK) -> list[str]:
    """The files that hold a mark, as bytes of any encoding."""
    wanted = [mark.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (path for path in place.path.parent.rglob("*") if path.is_file())
    return [path.name for path in files if any(mark in path.read_bytes() for mark in wanted)]


def copy(journal: Journal, day: int) -> Path:
    """A copy that was made on a day of November 2026."""
    return back_up(journal.connection, journal.place, f"202611{day:02}-094000")


def forget(journal: Journal, number: int, written: int = NOW) -> Forgotten:
    """Takes a record out for good."""
    erase = forgetting.record(number, written)
    return forgetting.forget(journal, "delete", NOW, LATER, erase)


def test_a_record_is_out_of_every_copy_and_all_else_stays(journal: Journal, place: Place) -> None:
    keep(journal, entry(EntryType.EVENT, note="before", written=NOW))
    copy(journal, 1)
    number = keep(journal, entry(EntryType.EVENT, note=f"{MARK} " * 900, written=NOW))[0]
    copy(journal, 2)
    found = queries.entry(journal, number)
    assert found
    with journal.change("edit", NOW) as change:
        changes.replace(change, found.replace(note=f"other {MARK}", company=MARK), None)
    keep(journal, *(entry(EntryType.EVENT, note=f"after {n}", written=NOW) for n in range(60)))
    copy(journal, 3)
    assert len(traces(place)) == 3
    assert forget(journal, number) == Forgotten(4, (), wiped=True)
    assert traces(place) == []
    assert [(one.contents and one.contents.records, one.sound) for one in copies(place)] == [
        (61, True),
        (61, True),
        (1, True),
        (1, True),
    ]
    assert verify_journal(journal).faults == ()
    while changes.undo(journal, NOW):
        assert queries.entry(journal, number) is None
    assert traces(place) == []


def test_another_record_of_that_number_stays_in_a_copy(journal: Journal, place: Place) -> None:
    with opened(Place(place.path.with_name("other.db"))) as other:
        keep(other, entry(EntryType.EVENT, note="another one", written=NOW - 5))
        back_up(other.connection, place, "20261101-094000")
    number = keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))[0]
    assert number == 1
    forget(journal, number)
    with closing(sqlite3.connect(list_backups(place)[0])) as connection:
        assert connection.execute("SELECT note FROM entry").fetchall() == [("another one",)]


def test_something_kept_is_out_of_every_copy(journal: Journal, place: Place) -> None:
    contact = Keepsake(
        KeepsakeType.CONTACT, Moment(NOW, 0, "UTC"), subject=MARK, text=f"call {MARK}", written=NOW
    )
    with journal.change("contact", NOW) as change:
        number = keepsakes.add(change, contact)
    copy(journal, 1)
    with journal.change("contact", NOW) as change:
        keepsakes.replace(change, contact.replace(id=number, text=f"write {MARK}"))
    copy(journal, 2)
    erase = forgetting.keepsake(number, NOW)
    assert forgetting.forget(journal, "contact", NOW, LATER, erase).left == ()
    assert traces(place) == []
    assert keepsakes.keepsakes(journal) == ()


@pytest.mark.parametrize("saved", RELEASED, ids=lambda path: path.stem)
def test_a_copy_of_an_earlier_version_is_rid_of_it_too(
    journal: Journal, place: Place, saved: Path
) -> None:
    old = place.copies / "20250101-094000.db"
    make_release(saved, old)
    with closing(sqlite3.connect(old)) as connection:
        number, written, note = connection.execute(
            "SELECT id, written, note FROM entry WHERE note IS NOT NULL"
        ).fetchone()
    assert note in old.read_bytes().decode("utf-8", "replace")
    assert forget(journal, number, written).left == ()
    assert note not in old.read_bytes().decode("utf-8", "replace")
    held, sound = look(place, old)
    assert held
    assert (held.records, sound) == (3, True)


def test_a_copy_that_cannot_be_changed_is_named_and_left(journal: Journal, place: Place) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    good = copy(journal, 2)
    broken = place.copies / "20261101-094000.db"
    broken.write_bytes(b"scribbled over " * 900)
    assert forget(journal, 1) == Forgotten(2, (3,), wiped=True)
    assert broken.read_bytes() == b"scribbled over " * 900
    assert look(place, good)[1]
    assert traces(place) == []


def test_half_made_copies_and_what_lies_beside_them_go(journal: Journal, place: Place) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    copy(journal, 2)
    for name in ("x-1.part", "x-1.part-journal", "20250101-094000.db-journal"):
        (place.copies / name).write_text(MARK)
    place.path.with_name("journal.db.77.part").write_text(MARK)
    forget(journal, 1)
    assert traces(place) == []


def test_a_stopped_write_beside_a_copy_is_taken_back_first(journal: Journal, place: Place) -> None:
    keep(journal, *(entry(EntryType.EVENT, note=f"{MARK} {n}", written=NOW) for n in range(3)))
    made = copy(journal, 2)
    with closing(sqlite3.connect(made, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE entry SET note='half' || hex(randomblob(3000)) WHERE id=3")
        hot = {path: path.read_bytes() for path in place.copies.iterdir()}
    for path, raw in hot.items():
        path.write_bytes(raw)
    assert forget(journal, 1).left == ()
    with closing(sqlite3.connect(made)) as connection:
        notes = [note for (note,) in connection.execute("SELECT note FROM entry ORDER BY id")]
    assert notes == [f"{MARK} 1", f"{MARK} 2"]


def test_what_could_not_be_taken_out_of_the_journal_is_there_to_try_again(
    journal: Journal, place: Place
) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    copy(journal, 2)
    journal.connection.execute("PRAGMA query_only=ON")
    with pytest.raises(JournalError):
        forget(journal, 1)
    journal.connection.execute("PRAGMA query_only=OFF")
    assert queries.entry(journal, 1)
    forget(journal, 1)
    assert traces(place) == []


def test_a_copy_that_another_run_makes_meanwhile_is_rid_of_it_too(
    journal: Journal, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    erase = forgetting.record(1, NOW)

    def meanwhile(change: object) -> None:
        with opened(place, write=False) as other:
            back_up(other.connection, place, "20261125-094000")
        erase(change)  # type: ignore[arg-type]

    forgetting.forget(journal, "delete", NOW, LATER, meanwhile)
    assert len(list_backups(place)) > 1
    assert traces(place) == []


def test_without_room_for_a_copy_it_goes_all_the_same(
    journal: Journal, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    copy(journal, 2)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("hrjournal.store.backups.make_empty", full)
    assert forget(journal, 1) == Forgotten(0, (1,), wiped=True)
    assert queries.entry(journal, 1) is None
    assert traces(place) == [list_backups(place)[0].name]


def test_a_folder_that_cannot_be_read_is_said(
    journal: Journal, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(journal, entry(EntryType.EVENT, note=MARK, written=NOW))
    copy(journal, 2)

    def refuse(_: object) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(forgetting, "list_backups", refuse)
        assert forget(journal, 1) == Forgotten(0, (), wiped=True, seen=False)
    assert queries.entry(journal, 1) is None
    assert traces(place)
