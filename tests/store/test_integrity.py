from __future__ import annotations

from contextlib import closing

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.history import BaselinePin
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.store import Journal, Place
from hrjournal.store.changes import set_baseline, set_setting, undo
from hrjournal.store.file import connect
from hrjournal.store.integrity import header_findings, verify_journal
from hrjournal.store.rows import INSERT_SETTING
from hrjournal.store.search.records import refold
from support.builders import TODAY, entry
from support.keeping import NOW, keep, opened


def faults(journal: Journal) -> list[Trouble]:
    return [one.trouble for one in verify_journal(journal).faults]


def test_a_whole_journal_has_no_faults(journal: Journal) -> None:
    assert verify_journal(journal) == (0, 0, 0, 0, ())
    keep(journal, entry(EntryType.USE, substance="alcohol"), entry(EntryType.EVENT))
    assert verify_journal(journal) == (2, 1, 0, 0, ())


def test_checking_changes_nothing(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
    before = place.path.read_bytes()
    with opened(place, write=False) as journal:
        verify_journal(journal)
    assert place.path.read_bytes() == before


def test_a_record_of_something_that_is_not_there_is_noticed(journal: Journal) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    journal.connection.execute("PRAGMA foreign_keys=OFF")
    journal.connection.execute("DELETE FROM substance")
    assert verify_journal(journal).faults == (
        CheckFinding(Trouble.REFERENCE),
        CheckFinding(Trouble.RECORD, number=1, day=TODAY),
    )


@pytest.mark.parametrize("column", ["key", "name", "kind", "unit"])
def test_a_flipped_substance_is_noticed(journal: Journal, column: str) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    journal.connection.execute(f"UPDATE substance SET {column}='else'")
    assert verify_journal(journal).faults == (CheckFinding(Trouble.SUBSTANCE, number=1),)


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ("UPDATE setting SET value='61'", Trouble.SETTING),
        ("UPDATE start SET use_days=5", Trouble.START),
        ("UPDATE change SET at=at+1 WHERE id=2", Trouble.CHANGE),
        ("UPDATE change SET undone=1 WHERE id=2", Trouble.CHANGE),
        ("UPDATE past SET was='60' WHERE part='setting'", Trouble.MEMORY),
        ("UPDATE search_text SET text='x'", Trouble.SEARCH),
        ("UPDATE search_text SET checksum=checksum+1", Trouble.SEARCH),
        ("UPDATE sqlite_sequence SET seq=0 WHERE name='entry'", Trouble.SEQUENCE),
        ("INSERT INTO sqlite_sequence VALUES ('else', 1)", Trouble.SEQUENCE),
        ("UPDATE _sqlite_migrations SET name='m001_first_table' WHERE id=1", Trouble.STEPS),
        ("PRAGMA user_version=4", Trouble.STEPS),
        ("CREATE TRIGGER quiet AFTER INSERT ON entry BEGIN SELECT 1; END", Trouble.SCHEMA),
        ("CREATE VIEW else AS SELECT 1".replace("else", "other"), Trouble.SCHEMA),
        ("CREATE TABLE other (one)", Trouble.SCHEMA),
        ("DROP INDEX entry_by_time", Trouble.SCHEMA),
    ],
)
def test_whatever_is_another_is_noticed(journal: Journal, change: str, trouble: Trouble) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol", note="a long day"))
    set_setting(journal, "heavy_day", "60", NOW)
    alcohol = journal.substances()["alcohol"]
    start = BaselinePin(doubled=8000, use_days=6, unit="g_alc")
    set_baseline(journal, alcohol, start, NOW)
    set_setting(journal, "country", "PL", NOW)
    undo(journal, NOW)
    with journal.transaction():
        refold(journal)
    assert faults(journal) == []
    journal.connection.execute(change)
    assert faults(journal) == [trouble]


def test_what_sqlite_notes_for_itself_is_no_fault(journal: Journal) -> None:
    keep(journal, entry(EntryType.USE, substance="alcohol"))
    journal.connection.execute("ANALYZE")
    assert faults(journal) == []


def test_settings_that_cannot_be_read_and_that_nobody_knows_are_named(journal: Journal) -> None:
    for key, value in (
        *(("heavy_day", "many"), ("naloxone_expires", "soon"), ("summary:mine", "{")),
        *(("from_tomorrow", "on"), ("pause", "mood"), ("wins_seen_to", "x")),
    ):
        with journal.transaction():
            journal.connection.execute(INSERT_SETTING, (key, value))
    assert sorted(verify_journal(journal).faults) == sorted(
        [
            *(
                CheckFinding(Trouble.UNREAD, "heavy_day"),
                CheckFinding(Trouble.UNREAD, "naloxone_expires"),
            ),
            *(
                CheckFinding(Trouble.UNREAD, "summary:mine"),
                CheckFinding(Trouble.UNREAD, "wins_seen_to"),
            ),
            CheckFinding(Trouble.UNKNOWN, "from_tomorrow"),
        ]
    )


def test_a_record_whose_words_are_no_text_any_more_is_named(journal: Journal) -> None:
    keep(journal, entry(EntryType.EVENT, note="first"), entry(EntryType.EVENT, note="second"))
    journal.connection.execute("UPDATE entry SET note=CAST(x'ff' AS TEXT) WHERE id=1")
    found = [one for one in verify_journal(journal).faults if one.trouble is Trouble.RECORD]
    assert found == [CheckFinding(Trouble.RECORD, number=1, day=TODAY)]


def test_an_index_that_says_something_else_is_noticed(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, Entry(type=EntryType.EVENT, moment=Moment(90_000, 3600, "Here")))
        journal.connection.execute("PRAGMA writable_schema=ON")
        journal.connection.execute(
            "UPDATE sqlite_schema SET sql=replace(sql, 'local', 'instant') "
            "WHERE name='entry_by_time'"
        )
    with closing(Journal(connect(place, write=False), place, {})) as journal:
        assert verify_journal(journal).faults == (
            CheckFinding(Trouble.STRUCTURE),
            CheckFinding(Trouble.SCHEMA, "entry_by_time"),
        )


def test_the_head_of_a_file_is_as_it_was_written(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT))
    header = place.path.read_bytes()[:100]
    assert header_findings(header) == ()
    for at in (20, 27, 47, 51, 55, 59, 67, 80, 95):
        other = bytearray(header)
        other[at] ^= 2
        assert header_findings(bytes(other)) == (CheckFinding(Trouble.HEADER),), at
    assert header_findings(bytes(range(100))) == ()
