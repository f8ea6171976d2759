"""Killed, locked out, out of space, overwritten: nothing is lost and it is said calmly."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place
from hrjournal.store.queries import entries, load_history, starts
from support.builders import entry
from support.keeping import keep, names_in, opened

ALL_TIME = DateRange(1, 3_000_000)

INTERRUPTED = """
import sys, time
from pathlib import Path
from hrjournal.store.file import Place, connect
connection = connect(Place(Path(sys.argv[1])), write=True)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
{statement}
print("ready", flush=True)
time.sleep(60)
"""
CHANGED = 'connection.execute("UPDATE entry SET note = zone || ?", ("y" * 9000,))'
MADE = """
connection.execute("CREATE TABLE one (two)")
connection.executemany("INSERT INTO one VALUES (?)", [("z" * 3000,)] * 50)
"""


def interrupt(place: Place, statement: str) -> None:
    """Has another process write to the journal, and kills it before it is done."""
    code = INTERRUPTED.format(statement=statement)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(place.path)], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"ready\n"
        other.send_signal(signal.SIGKILL)


def test_a_write_that_was_killed_is_taken_back_and_earlier_records_are_there(
    place: Place,
) -> None:
    with opened(place) as journal:
        notes = [f"{number} " + "x" * 5000 for number in range(20)]
        keep(journal, *(entry(EntryType.EVENT, note=note) for note in notes))
    before = place.path.read_bytes()
    interrupt(place, CHANGED)
    assert place.path.read_bytes() != before
    assert place.path.with_name("journal.db-journal").exists()
    with opened(place, write=False) as journal:
        assert [one.note for one in entries(journal, ALL_TIME)] == notes
    assert place.path.read_bytes() == before


def test_a_write_killed_before_its_new_pages_were_there_is_taken_back(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="before"))
    before = place.path.read_bytes()
    interrupt(place, MADE)
    longer = 1000 + int.from_bytes(before[28:32], "big")
    data = before[:28] + longer.to_bytes(4, "big") + before[32:]
    place.path.write_bytes(data)
    with opened(place, write=False) as journal:
        assert [one.note for one in entries(journal, ALL_TIME)] == ["before"]
    assert place.path.read_bytes() == before


def test_a_very_first_write_that_was_killed_leaves_room_to_start(place: Place) -> None:
    interrupt(place, MADE)
    assert place.path.with_name("journal.db-journal").exists()
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="now"))
        assert len(entries(journal, ALL_TIME)) == 1
    assert names_in(place.path.parent) == [
        "journal.db",
        "journal.db.copies",
        "journal.db.copies/marker",
    ]


def test_another_writer_at_work_is_said_calmly(place: Place, journal: Journal) -> None:
    with opened(place) as other, other.transaction():
        journal.connection.execute("PRAGMA busy_timeout=20")
        with pytest.raises(JournalError, match=r"Another program holds .* Nothing was saved"):
            keep(journal, entry(EntryType.EVENT))
    assert keep(journal, entry(EntryType.EVENT)) == [1]


def test_a_full_disk_saves_nothing_and_says_so(journal: Journal) -> None:
    keep(journal, entry(EntryType.EVENT, note="before"))
    pages = journal.connection.execute("PRAGMA page_count").fetchone()[0]
    journal.connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(JournalError, match="disk is full"):
        keep(journal, entry(EntryType.EVENT, note="z" * 50_000))
    assert [one.note for one in entries(journal, ALL_TIME)] == ["before"]


READINGS: dict[str, Callable[[Journal], object]] = {
    "the records": lambda journal: entries(journal, ALL_TIME),
    "the days": lambda journal: load_history(journal, ALL_TIME),
    "the substances": lambda journal: journal.substances(),
    "the keys": lambda journal: journal.keys(),
    "the choices": lambda journal: journal.preferences,
    "the starts": lambda journal: starts(journal, {}),
    "a setting": lambda journal: journal.setting("country"),
}


@pytest.mark.parametrize("read", READINGS.values(), ids=READINGS)
def test_pages_overwritten_by_something_else_are_said_calmly(
    place: Place, read: Callable[[Journal], object]
) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="words"))
    data = place.path.read_bytes()
    place.path.write_bytes(data[:4096] + b"\xa5" * (len(data) - 4096))
    with pytest.raises(JournalError, match="damaged"), opened(place, write=False) as journal:
        read(journal)
