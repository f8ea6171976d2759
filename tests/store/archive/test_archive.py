from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings

from hrjournal.domain.archive import Record, read
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.errors import JournalError
from hrjournal.store import Journal, changes, queries
from hrjournal.store.archive import everything, give_name, prepared, take
from hrjournal.store.integrity import verify_journal
from support.builders import TODAY, entry
from support.examples import EXAMPLES
from support.journals import (
    ANYTHING,
    EMPTY,
    STORIES,
    Story,
    bring,
    exported,
    journal_of,
    live,
    rows,
    text_from,
)
from support.keeping import NOW, keep, opened, own

ALL_TIME = DateRange(1, 3_000_000)
EVENT = entry(EntryType.EVENT, note="moved house", written=100)
DRINK = entry(
    EntryType.USE, substance="alcohol", amount=Amount(28_000, 28_000, "g_alc"), written=200
)
NONE = entry(EntryType.NONE, substance="alcohol", written=300)
LETTER = Keepsake(KeepsakeType.LETTER, EVENT.moment, text="Dear me", written=1)


@settings(max_examples=EXAMPLES // 8)
@given(story=STORIES)
@pytest.mark.slow
def test_a_journal_that_went_through_a_file_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, story: Story
) -> None:
    folder = tmp_path_factory.mktemp("archive")
    with opened(own(folder / "one"), unsynced=True) as journal:
        live(journal, story)
        text = exported(journal)
        history = queries.load_history(journal, ALL_TIME)
        assert bring(journal, text).size == 0
        assert exported(journal) == text
    with opened(own(folder / "two"), unsynced=True) as journal:
        give_name(journal)
        empty = rows(journal)
        bring(journal, text)
        assert exported(journal) == text
        assert queries.load_history(journal, ALL_TIME).uses == history.uses
        assert bring(journal, text).size == 0
        assert exported(journal) == text
        assert verify_journal(journal).faults == ()
        changes.undo(journal, NOW)
        changes.undo(journal, NOW)
        assert rows(journal) == empty


@pytest.mark.parametrize("edited", [1, 2], ids=["use", "none"])
def test_of_use_and_none_on_one_day_the_later_word_stands_there_too(
    tmp_path: Path, edited: int
) -> None:
    first = journal_of(tmp_path / "one", DRINK, NONE)
    with opened(first) as journal:
        with journal.change("edit", NOW) as change:
            changed = (DRINK, NONE)[edited - 1].replace(id=edited, note="again")
            changes.replace(change, changed, journal.substances()["alcohol"])
        used = queries.load_history(journal, ALL_TIME).of("alcohol")[TODAY].used
        assert used == (edited == 1)
        text = exported(journal)
    for there in ((), (EVENT, EVENT, EVENT)):
        with opened(journal_of(tmp_path / f"two{len(there)}", *there)) as journal:
            bring(journal, text)
            assert queries.load_history(journal, ALL_TIME).of("alcohol")[TODAY].used == used


def test_many_words_said_anew_are_one_change_all_the_same(tmp_path: Path) -> None:
    place = journal_of(tmp_path / "one", *(EVENT.replace(written=n) for n in range(60)))
    with opened(place, unsynced=True) as journal:
        for number in range(60, 0, -1):
            with journal.change("edit", NOW) as change:
                changes.replace(change, EVENT.replace(id=number, note=f"{number}"), None)
        text = exported(journal)
    with opened(journal_of(tmp_path / "two", DRINK), unsynced=True) as journal:
        before = rows(journal)
        bring(journal, text)
        assert changes.undo(journal, NOW) is not None
        assert rows(journal) == before
        assert changes.undo(journal, NOW) is not None
        assert queries.entries(journal, ALL_TIME) == []


def test_nothing_is_saved_when_the_journal_was_written_meanwhile(tmp_path: Path) -> None:
    text = text_from(journal_of(tmp_path / "one", DRINK))
    place = journal_of(tmp_path / "two", EVENT)
    with opened(place) as journal:
        ready = prepared(journal, read(text, ANYTHING).archive)
        with opened(place) as other:
            keep(other, EVENT)
        before = rows(journal)
        with pytest.raises(JournalError, match="Something else was written"):
            take(journal, ready, NOW)
        assert rows(journal) == before


def test_a_stop_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    text = text_from(journal_of(tmp_path / "one", DRINK, NONE, EVENT))
    with opened(journal_of(tmp_path / "two", EVENT)) as journal:
        before = list(journal.connection.iterdump())

        def stopped(records: Sequence[Record]) -> Iterator[Record]:
            yield from records[:2]
            raise KeyboardInterrupt

        ready = prepared(journal, read(text, ANYTHING).archive)
        with pytest.raises(KeyboardInterrupt):
            take(journal, ready, NOW, stopped)
        assert list(journal.connection.iterdump()) == before


@pytest.mark.parametrize("table", ["substance", "entry", "keepsake"])
def test_what_is_damaged_is_not_passed_on(tmp_path: Path, table: str) -> None:
    with opened(own(tmp_path), unsynced=True) as journal:
        live(journal, EMPTY._replace(entries=[DRINK], keepsakes=[LETTER]))
        journal.connection.execute(f"UPDATE {table} SET checksum = checksum + 1")
        with pytest.raises(JournalError, match="damaged"):
            everything(journal)


def test_a_table_that_is_new_to_the_journal_is_not_forgotten_here(journal: Journal) -> None:
    tables = "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT GLOB '[s_]*_*'"
    assert {name for (name,) in journal.connection.execute(tables)} == {
        *("change", "past", "tombstone"),  # memories of changes stay behind
        *("win", "verdict"),  # worked out anew
        *("substance", "alias", "serving", "entry", "setting", "start", "keepsake"),
    }
