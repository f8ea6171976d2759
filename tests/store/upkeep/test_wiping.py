from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.store import Place
from hrjournal.store.backups import back_up
from hrjournal.store.upkeep.belongings import belongings
from hrjournal.store.upkeep.wiping import wipe
from support.builders import entry
from support.keeping import STAMP, keep, names_in, opened


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder in which nobody else has anything."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def fill(place: Place) -> None:
    """A journal with all that can lie beside it."""
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
        back_up(journal.connection, place, STAMP)
    beside = place.path.parent
    for name in (
        *("journal.db-journal", ".hrjournal-abc.part", "journal.db.77.part"),
        *("journal.db.copies/20261123-080000-2.db", "journal.db.copies/20261123-080000-77.part"),
        *("journal.db.copies/20261122-080000-before-restore.db", "journal.db.copies/marker"),
        "journal.db.copies/20261123-080000.db-journal",
    ):
        (beside / name).touch()
    (beside / "journal.db.drafts").mkdir()
    (beside / "journal.db.drafts" / "reflect-20261123.json").touch()


def test_everything_of_the_program_goes_with_its_folder(place: Place, temporary: Path) -> None:
    fill(place)
    demo = temporary / "hrjournal-demo-abc"
    (demo / "journal.db.copies").mkdir(parents=True)
    (demo / "journal.db").touch()
    removal = wipe(place)
    assert (removal.foreign, removal.stuck) == ((), ())
    assert not place.path.parent.exists()
    assert names_in(temporary) == []
    assert removal.gone.index(str(place.path)) > removal.gone.index(str(place.copies / "marker"))
    assert wipe(place) == ((), (), ())


def test_what_is_somebody_elses_stays_and_is_named(place: Place, tmp_path: Path) -> None:
    fill(place)
    outside = tmp_path / "outside.db"
    outside.write_text("theirs")
    theirs = [place.path.parent / "notes.txt", place.copies / "my-own.db"]
    for path in theirs:
        path.write_text("theirs")
    links = [place.copies / "20261120-080000.db", place.path.parent / ".hrjournal-link.part"]
    for link in links:
        link.symlink_to(outside)
    removal = wipe(place)
    assert set(removal.foreign) == {str(path) for path in (*theirs, *links)}
    assert removal.stuck == ()
    assert outside.read_text() == "theirs"
    assert all(path.read_text() == "theirs" for path in (*theirs, *links))
    assert not place.path.exists()
    assert belongings(place).files == ()


def test_a_folder_behind_a_link_is_not_entered(place: Place, tmp_path: Path) -> None:
    with opened(place):
        pass
    other = tmp_path / "other"
    other.mkdir()
    (other / f"{STAMP}.db").touch()
    place.copies.symlink_to(other)
    removal = wipe(place)
    assert removal.foreign == (str(place.copies),)
    assert names_in(other) == [f"{STAMP}.db"]


def test_a_journal_that_is_a_link_stays_with_what_it_leads_to(place: Place, tmp_path: Path) -> None:
    place.path.parent.mkdir()
    (tmp_path / "real.db").write_text("mine")
    place.path.symlink_to(tmp_path / "real.db")
    assert wipe(place).foreign == (str(place.path),)
    assert (tmp_path / "real.db").read_text() == "mine"


@pytest.mark.parametrize("data", [b"", b"damaged" * 999, b"SQLite format 3\0" + bytes(50)])
def test_a_journal_that_cannot_be_opened_goes_from_its_own_place(place: Place, data: bytes) -> None:
    place.path.parent.mkdir()
    place.path.write_bytes(data)
    wipe(place)
    assert not place.path.parent.exists()


def test_a_file_named_by_a_slip_stays(tmp_path: Path) -> None:
    place = Place(tmp_path / "thesis.txt")
    place.path.write_text("three years of work " * 99)
    assert wipe(place) == ((), (str(place.path),), ())
    assert place.path.exists()


def test_a_journal_at_another_place_goes_and_its_folder_stays(tmp_path: Path) -> None:
    place = Place(tmp_path / "else" / "my.db")
    with opened(place) as journal:
        back_up(journal.connection, place, STAMP)
    damaged = bytearray(place.path.read_bytes())
    damaged[:100] = bytes(100)
    place.path.write_bytes(damaged)  # the copies beside it tell what it is
    (tmp_path / "else" / "notes.txt").touch()
    assert wipe(place).foreign == ()
    assert names_in(tmp_path / "else") == ["notes.txt"]


def test_what_would_not_go_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(place)
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path == place.path:
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    removal = wipe(place)
    assert removal.stuck == (str(place.path),)
    assert not place.copies.exists()
    assert place.path.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="no file can be given away")
def test_what_belongs_to_another_account_stays(place: Place) -> None:
    with opened(place):
        pass
    os.chown(place.path, 65_534, 65_534)
    assert wipe(place).foreign == (str(place.path),)
    assert place.path.exists()
