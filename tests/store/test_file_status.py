from __future__ import annotations

import os
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.file import FileStatus
from hrjournal.errors import JournalError
from hrjournal.store import Place
from hrjournal.store.backups import back_up
from hrjournal.store.file_status import file_status
from support.builders import entry
from support.keeping import keep, opened


def test_what_is_not_there_is_said_so(place: Place) -> None:
    assert file_status(place) == (
        FileStatus("Journal", str(place.path), there=False),
        FileStatus("Folder", str(place.path.parent), there=False),
    )
    assert not place.path.parent.exists()


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


def test_a_file_that_others_can_read_is_said_so(place: Place) -> None:
    with opened(place):
        pass
    place.path.chmod(0o640)
    assert [one.private for one in file_status(place)] == [False, True]


def test_a_folder_that_may_not_be_looked_into_is_said_calmly(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(JournalError, match="may not be looked into"):
        file_status(place)
