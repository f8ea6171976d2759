from __future__ import annotations

import tempfile
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.upkeep import Trouble
from hrjournal.errors import JournalError
from hrjournal.store import Journal
from hrjournal.store.integrity import verify_journal
from hrjournal.store.queries import entry as read
from hrjournal.store.rows import COLUMNS, checksum
from support.builders import entry
from support.keeping import ENTRIES, keep, opened, own

RICH = entry(
    EntryType.USE,
    substance="alcohol",
    amount=Amount(14_000, 28_000, "g_alc", about=True, typed="1-2"),
    mood=3,
    urge=4,
    urge_after=5,
    anxiety=6,
    pain=7,
    sleep=480,
    minutes=15,
    outcome=Outcome.DELAYED,
    route="oral",
    company="alone",
    spend=12_500,
    triggers=("stress", "payday"),
    copings=("walk",),
    steps=("water", "food"),
    note="a long day",
    gave="calm",
    after="slept badly",
    score=7,
    written=1_795_000_000,
)


@settings(max_examples=30, deadline=None)
@given(st.lists(ENTRIES, min_size=1, max_size=4))
def test_what_is_written_is_read_again_field_by_field(written: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = own(Path(folder))
        with opened(place, unsynced=True) as journal:
            numbers = keep(journal, *written)
        with opened(place, write=False) as journal:
            found = [read(journal, number) for number in numbers]
            assert verify_journal(journal).faults == ()
    assert found == [one.replace(id=number) for one, number in zip(written, numbers, strict=True)]


@pytest.mark.parametrize("column", [name for name in COLUMNS if name not in {"id", "local"}])
def test_one_flipped_field_is_noticed(journal: Journal, column: str) -> None:
    keep(journal, RICH, RICH)
    journal.connection.execute("PRAGMA foreign_keys=OFF")
    journal.connection.execute("PRAGMA ignore_check_constraints=ON")
    kind = next(
        kind
        for _, name, kind, *_ in journal.connection.execute("PRAGMA table_info(entry)")
        if name == column
    )
    flipped = "'?' || coalesce({0}, '')" if kind == "TEXT" else "coalesce({0}, 0) + 1"
    journal.connection.execute(f"UPDATE entry SET {column} = {flipped.format(column)} WHERE id=1")
    with pytest.raises(JournalError, match="damaged"):
        read(journal, 1)
    assert read(journal, 2) == RICH.replace(id=2)
    damaged = [one for one in verify_journal(journal).faults if one.trouble is Trouble.RECORD]
    assert [one.number for one in damaged] == [1]
    assert verify_journal(journal).entries == 2


def test_the_digest_of_a_row_stays_what_it_was() -> None:
    told = b"i2:-7s3:a\xc3\xa9n4:Nonei4:Trues0:s3:\xed\xa0\x80"
    assert checksum((-7, "a\u00e9", None, True, "", "\ud800")) == crc32(told)


def test_text_that_moved_between_fields_has_another_checksum() -> None:
    assert checksum(("ab", "c")) != checksum(("a", "bc"))
    assert checksum((None, "a")) != checksum(("a", None))
    assert checksum((1, None)) != checksum(("1", None))
    assert checksum(("",)) != checksum((None,))


def test_the_column_of_every_field_is_in_the_table(journal: Journal) -> None:
    found = [name for _, name, *_ in journal.connection.execute("PRAGMA table_info(entry)")]
    assert sorted(found) == sorted([*COLUMNS, "checksum"])
