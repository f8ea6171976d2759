from __future__ import annotations

import os
import shutil
from collections import namedtuple
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.file import FileStatus, is_conflict_copy
from hrjournal.domain.upkeep import Trouble
from hrjournal.store import Place
from hrjournal.store.backups import back_up
from hrjournal.store.upkeep.surroundings import (
    file_status,
    look_around,
    was_there,
)
from support.builders import entry
from support.keeping import NOW, keep, opened

STAMP = "20261123-080000"


@pytest.fixture
def kept(place: Place) -> Place:
    """A journal with one copy, both new."""
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
        os.utime(back_up(journal.connection, place, STAMP), (NOW, NOW))
    return place


def found(place: Place) -> list[tuple[Trouble, str]]:
    """What is found, each with the last part of its path."""
    told = look_around(place, NOW)
    return [(one.trouble, Path(one.name).name) for one in told if one.trouble != Trouble.SPACE]


def test_what_is_not_there_is_said_so(place: Place) -> None:
    assert file_status(place) == (
        FileStatus("Journal", str(place.path), there=False),
        FileStatus("Folder", str(place.path.parent), there=False),
    )
    assert not place.path.parent.exists()
    assert found(place) == []
    assert not was_there(place)


def test_the_journal_its_folder_and_its_copies_newest_first(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
        for number, stamp in enumerate(("20261121-080000", "20261122-080000")):
            os.utime(back_up(journal.connection, place, stamp), (number, number))
    os.utime(place.path, (1_795_423_200, 1_795_423_200))
    found = file_status(place)
    assert [one.what for one in found] == ["Journal", "Folder", "Copy", "Copy"]
    assert found[0] == FileStatus(
        "Journal",
        str(place.path),
        there=True,
        size=place.path.stat().st_size,
        changed="2026-11-23 08:40 UTC",
    )
    assert [one.path[-18:-3] for one in found[2:]] == ["20261122-080000", "20261121-080000"]
    assert all(one.private for one in found)


def test_nothing_is_odd_about_a_new_journal(kept: Place) -> None:
    assert found(kept) == []


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("journal.db", 0o640),
        ("journal.db", 0o604),
        (".", 0o750),
        ("journal.db.copies", 0o701),
        (f"journal.db.copies/{STAMP}.db", 0o660),
    ],
)
def test_what_others_can_get_at_is_named(kept: Place, name: str, mode: int) -> None:
    path = kept.path.parent / name
    path.chmod(mode)
    assert found(kept) == [(Trouble.OPEN, path.name)]


def test_a_folder_of_somebody_elses_counts_where_others_can_write(tmp_path: Path) -> None:
    place = Place(tmp_path / "journal.db")
    with opened(place) as journal:
        os.utime(back_up(journal.connection, place, STAMP), (NOW, NOW))
    for mode, trouble in ((0o755, []), (0o1777, []), (0o775, [Trouble.WRITABLE])):
        tmp_path.chmod(mode)
        assert [one for one, _ in found(place)] == trouble


@pytest.mark.skipif(os.geteuid() != 0, reason="no file can be given away")
def test_what_belongs_to_another_account_is_named(kept: Place) -> None:
    os.chown(kept.path, 65_534, 65_534)
    assert found(kept) == [(Trouble.OWNER, "journal.db")]


def test_links_are_named(kept: Place, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.db"
    kept.path.rename(other)
    kept.path.symlink_to(other)
    assert found(kept) == [(Trouble.LINK, "journal.db")]
    kept.path.unlink()
    kept.path.hardlink_to(other)
    assert found(kept) == [(Trouble.LINK, "journal.db")]


def test_a_copy_that_is_not_whole_is_named(kept: Place) -> None:
    copy = kept.copies / f"{STAMP}.db"
    before = copy.stat()
    data = copy.read_bytes()
    copy.write_bytes(data[: len(data) // 2])
    os.utime(copy, (before.st_atime, before.st_mtime))
    assert found(kept) == [(Trouble.COPY, copy.name)]


def test_copies_that_are_missing_or_old_are_said(kept: Place) -> None:
    copy = kept.copies / f"{STAMP}.db"
    os.utime(copy, (NOW - 31 * 86_400, NOW - 31 * 86_400))
    assert [(one.trouble, one.number) for one in look_around(kept, NOW)] == [(Trouble.OLD_COPY, 31)]
    copy.unlink()
    assert found(kept) == [(Trouble.NO_COPY, ".")] or found(kept) == [(Trouble.NO_COPY, "")]


def test_half_files_and_foreign_side_files_are_named(kept: Place) -> None:
    folder = kept.path.parent
    names = (".hrjournal-abc.part", "journal.db.123.part", "journal.db.copies/20261123-090000.part")
    for name in names:
        (folder / name).touch(0o600)
        os.utime(folder / name, (NOW - 60, NOW - 60))
    fresh = {(Trouble.FRESH_HALF, Path(name).name) for name in names}
    assert set(found(kept)) == fresh
    for name in names:
        os.utime(folder / name, (NOW - 3601, NOW - 3601))
    assert {name for trouble, name in found(kept) if trouble is Trouble.HALF} == {
        Path(name).name for name in names
    }
    for name in names:
        (folder / name).unlink()
    (folder / "journal.db-wal").touch(0o600)
    assert found(kept) == []
    (folder / "journal.db-wal").write_bytes(b"x")
    assert found(kept) == [(Trouble.SIDE_FILE, "journal.db-wal")]


@pytest.mark.parametrize(
    "name",
    [
        "journal.sync-conflict-20261123-094000-ABCDEFG.db",
        "journal (Kim's conflicted copy 2026-11-23).db",
        "journal (conflicted copy 2026-11-23 094000).db",
        "journal (1).db",
    ],
)
def test_second_versions_of_the_journal_are_known_by_their_names(kept: Place, name: str) -> None:
    assert is_conflict_copy(name, "journal.db")
    (kept.path.parent / name).touch()
    assert found(kept) == [(Trouble.CONFLICT, name)]


@pytest.mark.parametrize("name", ["journal.db", "journal-old.db", "diary (1).db", "journal (1).t"])
def test_other_names_are_no_second_versions(name: str) -> None:
    assert not is_conflict_copy(name, "journal.db")
    assert not is_conflict_copy(name, "journal")


def test_little_space_is_said(kept: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as shutil has it
    for free, trouble in ((10**9, []), (49 * 2**20, [Trouble.SPACE])):
        monkeypatch.setattr(shutil, "disk_usage", lambda _, free=free: usage(0, 0, free))
        assert [one.trouble for one in look_around(kept, NOW)] == trouble


def test_what_lies_beside_it_shows_that_a_journal_was_there(kept: Place) -> None:
    kept.path.unlink()
    assert was_there(kept)
    shutil.rmtree(kept.copies)
    assert not was_there(kept)
    kept.path.with_name("journal.db-journal").touch()  # a first write that was cut short
    assert not was_there(kept)
