"""Runs that are killed: at every step that the program itself takes on the disk."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.store import Place, queries
from hrjournal.store.backups import back_up, forgetting, list_backups
from hrjournal.store.backups.looking import look
from hrjournal.store.backups.restoring import restore
from support.builders import entry
from support.keeping import NOW, keep, opened
from support.store.stopped import stopped

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="runs are killed in a process of their own"),
]

MARK = "zqmarkqz"
LATER = "20261124-094000"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A journal of three records with two copies; one record holds a mark."""
    made = Place(tmp_path / "start" / "journal.db", own=True)
    with opened(made) as journal:
        keep(journal, *(entry(EntryType.EVENT, note=note, written=NOW) for note in ("one", MARK)))
        back_up(journal.connection, made, "20261121-094000")
        keep(journal, entry(EntryType.EVENT, note="three", written=NOW))
        back_up(journal.connection, made, "20261122-094000")
    return made


def notes(path: Path) -> list[str]:
    """The notes in a journal file that is whole."""
    assert look(Place(path), path)[1], path
    with closing(sqlite3.connect(path)) as connection:
        return [note for (note,) in connection.execute("SELECT note FROM entry ORDER BY id")]


def test_a_restore_leaves_the_journal_as_it_was_or_as_it_is_to_be(place: Place) -> None:
    old, new = notes(place.path), notes(list_backups(place)[0])
    for left in stopped(place, lambda at: restore(at, list_backups(at)[0], LATER)):
        now = notes(left.path)
        assert now in (old, new)
        copies = list_backups(left)
        assert [notes(copy) for copy in copies] == [new, old, old][: len(copies)]
        assert now == old or len(copies) == 3
        with opened(left) as journal:
            keep(journal, entry(EntryType.EVENT, note="goes on"))


@pytest.mark.parametrize("beside", [False, True])
def test_a_journal_that_cannot_be_opened_is_safe_at_each_step(
    place: Place, *, beside: bool
) -> None:
    before = b"scribbled over " * 900
    place.path.write_bytes(before)
    hot = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(range(200))
    if beside:
        place.path.with_name("journal.db-journal").write_bytes(hot)
    new = notes(list_backups(place)[0])
    for left in stopped(place, lambda at: restore(at, list_backups(at)[0], LATER)):
        if not (left.path.exists() and left.path.read_bytes() == before):
            kept = list_backups(left)[-1]
            assert kept.read_bytes() == before
            assert not beside or kept.with_name(f"{kept.name}-journal").read_bytes() == hot
            assert not left.path.exists() or notes(left.path) == new
        restore(left, list_backups(left)[0], "20261125-094000")
        assert notes(left.path) == new
        assert not left.path.with_name("journal.db-journal").exists()


def test_what_is_taken_out_for_good_leaves_each_copy_whole(place: Place) -> None:
    def forget(at: Place) -> None:
        with opened(at) as journal:
            erase = forgetting.record(2, NOW)
            forgetting.forget(journal, "delete", NOW, LATER, erase)

    old = notes(place.path)
    for left in stopped(place, forget, every=3):
        for path in (left.path, *list_backups(left)):
            assert notes(path) in (old, old[:2], ["one", "three"], ["one"])
        with opened(left) as journal:
            there = queries.entry(journal, 2)
        if there is None:  # it is taken out of the copies first
            assert all(MARK not in notes(copy) for copy in list_backups(left))
        forget(left)
        files = [path for path in left.path.parent.rglob("*") if path.is_file()]
        assert [path for path in files if MARK.encode() in path.read_bytes()] == []


def test_a_copy_is_there_under_its_name_whole_or_not_at_all(place: Place) -> None:
    def copy(at: Place) -> None:
        with opened(at) as journal:
            back_up(journal.connection, at, LATER)

    old = notes(place.path)
    for left in stopped(place, copy, every=3):
        assert notes(left.path) == old
        assert [notes(path) for path in list_backups(left)][2:] in ([], [old])
