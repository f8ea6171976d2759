from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.substance import OTHER, Substance
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes
from hrjournal.store.integrity import verify_journal
from hrjournal.store.queries import entries
from support.builders import ALCOHOL, entry
from support.keeping import keep, opened

ALL_TIME = DateRange(1, 3_000_000)
NOTED = entry(EntryType.EVENT, note="noted")


class Interrupted(BaseException):
    """Something that comes in between."""


def stopped(journal: Journal, trouble: type[BaseException]) -> None:
    """A step in which something is written before trouble comes."""
    with journal.change("log", 1) as change:
        change.add(NOTED, change.track(ALCOHOL._replace(id=0)))
        raise trouble


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, Interrupted])
def test_a_step_that_does_not_end_saves_nothing(
    journal: Journal, trouble: type[BaseException]
) -> None:
    keep(journal, NOTED)
    before = list(journal.connection.iterdump())
    with pytest.raises(trouble):
        stopped(journal, trouble)
    assert list(journal.connection.iterdump()) == before
    assert keep(journal, NOTED) == [2]


def test_numbers_are_never_used_again(journal: Journal) -> None:
    assert keep(journal, NOTED, NOTED) == [1, 2]
    with journal.change("delete", 1) as change:
        changes.delete(change, 2)
    assert keep(journal, NOTED) == [3]
    changes.undo(journal, 2)
    assert keep(journal, NOTED) == [4]


def test_a_substance_is_tracked_with_what_is_known_of_it(place: Place) -> None:
    homemade = Substance("tonic", "My Tonic", OTHER._replace(id="tonics"), "cup")
    with opened(place) as journal, journal.change("log", 1) as change:
        tracked = [change.track(ALCOHOL._replace(id=0)), change.track(homemade)]
        assert change.track(tracked[0]) == tracked[0]
    with opened(place, write=False) as journal:
        assert list(journal.substances().values()) == tracked
        assert journal.keys() == {1: "alcohol", 2: "tonic"}


def test_two_who_begin_to_track_the_same_thing_track_it_once(place: Place) -> None:
    new = ALCOHOL._replace(id=0)
    with opened(place) as one, opened(place) as other:
        for journal in (one, other):
            with journal.change("log", 1) as change:
                tracked = change.track(new)
                change.add(entry(EntryType.USE, substance=new.key), tracked)
        assert list(one.substances()) == ["alcohol"]
        assert len(entries(one, ALL_TIME)) == 2


@pytest.mark.synced
def test_eight_at_once_lose_nothing(place: Place) -> None:
    def work(worker: int) -> None:
        with opened(place) as journal:
            for number in range(4):
                keep(journal, entry(EntryType.EVENT, note=f"{worker}:{number} " + "x" * 2000))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    with opened(place, write=False) as journal:
        found = [(one.note or "").split()[0] for one in entries(journal, ALL_TIME)]
        assert sorted(found) == sorted(f"{one}:{two}" for one in range(8) for two in range(4))
        assert verify_journal(journal).faults == ()


WRITER = """
import sys
from pathlib import Path
from hrjournal.domain.entries.entry import Entry, Moment, EntryType
from hrjournal.store import Place, open_journal
for number in range(3):
    journal = open_journal(Place(Path(sys.argv[1])), {}, "20261123-094000", write=True)
    with journal.change("log", 1) as change:
        change.add(Entry(type=EntryType.EVENT, moment=Moment(86400, 0, "UTC"), note="x" * 2000))
    journal.close()
"""


@pytest.mark.slow
def test_four_processes_at_once_lose_nothing(place: Place) -> None:
    words = [sys.executable, "-c", WRITER, str(place.path)]
    others = [subprocess.Popen(words, stderr=subprocess.PIPE) for _ in range(4)]
    assert [other.communicate()[1] for other in others] == [b""] * 4
    with opened(place, write=False) as journal:
        assert len(entries(journal, ALL_TIME)) == 12
        assert [one.id for one in entries(journal, ALL_TIME)] == list(range(1, 13))
        assert verify_journal(journal).faults == ()


class Tired:
    """A connection whose disk gives up at the end of a commit, before or after it is done."""

    def __init__(self, connection: sqlite3.Connection, *, done: bool) -> None:
        self.connection = connection
        self.done = done

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)

    def execute(self, statement: str, *values: Any) -> Any:
        if statement == "COMMIT":
            if self.done:
                self.connection.execute(statement)
            raise sqlite3.OperationalError("disk I/O error")
        return self.connection.execute(statement, *values)


@pytest.mark.parametrize(("done", "kept"), [(True, 1), (False, 0)])
def test_a_disk_that_gives_up_at_the_end_is_never_told_wrongly(
    journal: Journal, done: bool, kept: int
) -> None:
    whole = journal.connection
    journal.connection = Tired(whole, done=done)  # type: ignore[assignment]
    with pytest.raises(JournalError) as told:
        keep(journal, entry(EntryType.EVENT, note="noted"))
    journal.connection = whole
    assert len(entries(journal, ALL_TIME)) == kept
    assert ("may be saved or not" in str(told.value)) == done
    assert not whole.in_transaction
