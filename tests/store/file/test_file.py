from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.backups import back_up
from hrjournal.store.file import VERSION, connect
from hrjournal.store.queries import entries, load_history
from support.builders import entry
from support.keeping import keep, opened, own

ALL_TIME = DateRange(1, 3_000_000)
Maker = Callable[[Place], None]


def modes(folder: Path) -> dict[str, int]:
    """The rights of everything that lies in a folder."""
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode)
        for path in folder.rglob("*")
    }


def snapshot(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Everything in a folder: its rights, when it changed, and its bytes."""
    found = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        bytes_ = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        found[str(path.relative_to(folder))] = status.st_mode, status.st_mtime_ns, bytes_
    return found


def written(place: Place) -> bytes:
    """A journal with two records at this place, and its bytes."""
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="first"), entry(EntryType.EVENT, note="x" * 9000))
    return place.path.read_bytes()


def changed(place: Place, at: int, new: bytes) -> None:
    """A journal of which some bytes are others by now."""
    data = bytearray(written(place))
    data[at : at + len(new)] = new
    place.path.write_bytes(data)


@pytest.mark.usefixtures("open_umask")
def test_everything_made_is_private_to_the_person(tmp_path: Path) -> None:
    place = own(tmp_path / "deep" / "er")
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="mine"))
        back_up(journal.connection, place, "20261123-094001")
        with journal.change("log", 1) as change:
            change.add(entry(EntryType.EVENT))
            found = modes(tmp_path)
    assert found == {
        "deep": 0o700,
        "deep/er": 0o700,
        "deep/er/own": 0o700,
        "deep/er/own/journal.db": 0o600,
        "deep/er/own/journal.db-journal": 0o600,
        "deep/er/own/journal.db.copies": 0o700,
        "deep/er/own/journal.db.copies/20261123-094001.db": 0o600,
    }


@pytest.mark.usefixtures("open_umask")
@pytest.mark.parametrize("write", [True, False])
def test_an_sqlite_that_is_too_old_is_named_and_nothing_is_made(
    place: Place, monkeypatch: pytest.MonkeyPatch, write: bool
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 9))
    monkeypatch.setattr(sqlite3, "sqlite_version", "3.36.9")
    with pytest.raises(JournalError, match=r"SQLite 3\.37 .* has 3\.36\.9\. .*newer Python"):
        connect(place, write=write)
    assert not place.path.parent.exists()


@pytest.mark.parametrize("open_to", ["journal.db", "."])
def test_a_journal_that_others_could_replace_is_refused(place: Place, open_to: str) -> None:
    written(place)
    path = place.path.parent / open_to
    path.chmod(0o777)
    before = snapshot(place.path.parent)
    for write in (True, False):
        with pytest.raises(JournalError, match=r"Others on this computer can .* chmod go-w"):
            connect(place, write=write)
    assert snapshot(place.path.parent) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("given", ["journal.db", "."])
def test_what_belongs_to_somebody_else_is_refused(place: Place, given: str) -> None:
    written(place)
    os.chown(place.path.parent / given, 1234, 1234)
    with pytest.raises(JournalError, match="belongs to another account"):
        connect(place, write=True)


def test_a_folder_where_nobody_can_take_the_place_of_others_is_good_enough(place: Place) -> None:
    written(place)
    place.path.parent.chmod(0o1777)
    connect(place, write=True).close()


def test_a_folder_that_is_not_its_own_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with opened(Place(tmp_path / "journal.db")):
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755
        assert modes(tmp_path) == {"journal.db": 0o600}


def a_foreign_database(place: Place) -> None:
    with closing(sqlite3.connect(place.path)) as other:
        other.execute("CREATE TABLE theirs (one)")
        other.commit()


def a_text_file(place: Place) -> None:
    place.path.write_text("Dear diary, " * 50)


def a_newer_journal(place: Place) -> None:
    changed(place, 60, (VERSION + 1).to_bytes(4, "big"))


def a_shortened_journal(place: Place) -> None:
    data = written(place)
    place.path.write_bytes(data[: len(data) // 2])


def a_stump_of_a_journal(place: Place) -> None:
    place.path.write_bytes(written(place)[:50])


def a_journal_marked_for_another_mode(place: Place) -> None:
    changed(place, 18, b"\x02\x02")


def an_empty_file_with_copies(place: Place) -> None:
    written(place)
    with opened(place) as journal:
        back_up(journal.connection, place, "20261123-094001")
    place.path.write_bytes(b"")


def a_pipe(place: Place) -> None:
    os.mkfifo(place.path)


def a_folder(place: Place) -> None:
    place.path.mkdir()


def a_link_to_nothing(place: Place) -> None:
    place.path.symlink_to("gone.db")


def a_link_to_itself(place: Place) -> None:
    place.path.symlink_to(place.path.name)


REFUSED: dict[Maker, str] = {
    a_foreign_database: "another program",
    a_text_file: "not a journal",
    a_newer_journal: "newer hrjournal",
    a_shortened_journal: "damaged",
    a_stump_of_a_journal: "not a journal",
    a_journal_marked_for_another_mode: "another program or is damaged",
    an_empty_file_with_copies: "is empty.*hrjournal restore",
    a_pipe: "not a file",
    a_folder: "not a file",
    a_link_to_nothing: "a link to a file that is not there",
    a_link_to_itself: "cannot be opened",
}


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_what_is_not_a_whole_journal_is_refused_and_left_alone(
    place: Place, make: Maker, write: bool
) -> None:
    place.path.parent.mkdir(mode=0o755)
    make(place)
    place.path.parent.chmod(0o755)
    before = snapshot(place.path.parent)
    with pytest.raises(JournalError, match=REFUSED[make]), opened(place, write=write):
        pass
    assert snapshot(place.path.parent) == before
    assert stat.S_IMODE(place.path.parent.stat().st_mode) == 0o755


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_folder_that_may_not_be_entered_is_said_calmly(place: Place, write: bool) -> None:
    written(place)
    before = snapshot(place.path.parent)
    person = os.geteuid()
    place.path.parent.chmod(0)
    try:
        if not person:
            os.seteuid(65_534)  # to the first user every folder stands open
        with pytest.raises(JournalError, match="may not be opened by you"):
            connect(place, write=write)
    finally:
        os.seteuid(person)
        place.path.parent.chmod(0o700)
    assert snapshot(place.path.parent) == before


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
def test_a_file_in_place_of_the_folder_is_said_calmly(tmp_path: Path, write: bool) -> None:
    (tmp_path / "own").write_text("a file")
    with (
        pytest.raises(JournalError, match="folder is not a folder"),
        opened(own(tmp_path), write=write),
    ):
        pass
    assert (tmp_path / "own").read_text() == "a file"


def test_an_empty_file_without_copies_starts_anew(place: Place) -> None:
    place.path.parent.mkdir()
    place.path.touch()
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="kept"))
    with opened(place, write=False) as journal:
        assert [one.note for one in entries(journal, ALL_TIME)] == ["kept"]


def test_reading_where_nothing_is_gives_an_empty_journal_and_makes_nothing(place: Place) -> None:
    with opened(place, write=False) as journal:
        assert entries(journal, ALL_TIME) == []
        assert load_history(journal, ALL_TIME).written == frozenset()
    assert not place.path.parent.exists()


def test_a_journal_opened_for_reading_cannot_be_written(place: Place) -> None:
    written(place)
    with (
        opened(place, write=False) as journal,
        pytest.raises(JournalError, match="cannot be written"),
    ):
        keep(journal, entry(EntryType.EVENT))


@pytest.mark.synced
def test_every_setting_it_needs_is_in_force(journal: Journal) -> None:
    names = ("synchronous", "secure_delete", "foreign_keys", "journal_mode", "trusted_schema")
    found = [journal.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]
    assert found == [3, 1, 1, "delete", 0]
