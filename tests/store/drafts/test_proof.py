"""The proof that a journal can be written: it finds what a save would, and leaves no trace."""

from __future__ import annotations

import errno
import os
import resource
from pathlib import Path
from typing import Any

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.errors import HrjournalError, JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.drafts import proof
from hrjournal.store.drafts.proof import prove_place, prove_writable
from support.builders import entry
from support.keeping import keep, names_in, opened


def test_a_proof_changes_nothing(journal: Journal) -> None:
    keep(journal, entry(EntryType.EVENT, note="before"))
    before = journal.place.path.read_bytes()
    tuned = [journal.connection.execute(f"PRAGMA {name}").fetchone() for name in TUNED]
    prove_writable(journal)
    assert journal.place.path.read_bytes() == before
    assert names_in(journal.place.path.parent) == ["journal.db"]
    assert [journal.connection.execute(f"PRAGMA {name}").fetchone() for name in TUNED] == tuned
    assert keep(journal, entry(EntryType.EVENT)) == [2]


TUNED = ("busy_timeout", "cache_size", "synchronous")


def test_a_full_disk_is_found(journal: Journal) -> None:
    pages = journal.connection.execute("PRAGMA page_count").fetchone()[0]
    journal.connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(JournalError, match="disk is full"):
        prove_writable(journal)
    assert not journal.connection.in_transaction


def test_a_proof_reaches_the_disk(journal: Journal) -> None:
    """A limit on the size of files stands for a disk without room."""
    size = journal.place.path.stat().st_size
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 8192, before[1]))
    try:
        with pytest.raises(JournalError, match="did not answer"):
            prove_writable(journal)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    prove_writable(journal)


def test_another_writer_is_found_soon(
    place: Place, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proof, "PATIENCE", 20)
    with (
        opened(place) as other,
        other.transaction(),
        pytest.raises(JournalError, match="Another program holds"),
    ):
        prove_writable(journal)
    prove_writable(journal)


def test_where_no_journal_is_yet_none_is_made(place: Place) -> None:
    prove_place(place)
    assert names_in(place.path.parent.parent) == []


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "may not be written there"),
        (errno.EACCES, "may not be written there"),
        (errno.EIO, "could not be written there"),
    ],
)
def test_a_place_that_cannot_be_written_is_said_calmly(
    place: Place, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(*_: Any) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(HrjournalError, match=said):
        prove_place(place)
    assert names_in(place.path.parent.parent) == []


def test_a_file_in_place_of_the_folder_is_said_calmly(tmp_path: Path) -> None:
    (tmp_path / "own").touch()
    with pytest.raises(HrjournalError, match="folder"):
        prove_place(Place(tmp_path / "own" / "journal.db"))
