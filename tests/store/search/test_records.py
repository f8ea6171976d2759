from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from unicodedata import combining

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.amount import Amount
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes, queries
from hrjournal.store.backups import forgetting
from hrjournal.store.integrity import verify_journal
from hrjournal.store.search import records
from hrjournal.store.search.folding import folded
from hrjournal.store.search.records import search
from support.builders import TODAY, entry
from support.keeping import KINDS, NOW, keep, opened, own

ALL_TIME = DateRange(1, 3_000_000)


@pytest.fixture(params=[1, 10**9], ids=["kept", "read"])
def journal(place: Place, request: pytest.FixtureRequest) -> Iterator[Journal]:
    """A journal whose searches keep what they folded, and one whose searches never do."""
    with pytest.MonkeyPatch.context() as patched, opened(place) as one:
        patched.setattr(records, "MANY", request.param)
        yield one


@pytest.fixture
def keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Searches keep what they folded, however little it is."""
    monkeypatch.setattr(records, "MANY", 1)


def found(journal: Journal, *words: str) -> list[int]:
    """The numbers found, by a first search and by one after it."""
    numbers = [one.id for one in search(journal, words)]
    assert [one.id for one in search(journal, words)] == numbers
    return numbers


def kept(journal: Journal) -> list[int]:
    """The records whose folded words lie in the file."""
    rows = journal.connection.execute("SELECT entry FROM search_text ORDER BY entry")
    return [number for (number,) in rows]


def edit(journal: Journal, number: int, note: str) -> None:
    """Gives a record another note."""
    stored = queries.entry(journal, number)
    assert stored is not None
    with journal.change("edit", NOW) as change:
        one = journal.substances().get(stored.substance or "")
        changes.replace(change, stored.replace(note=note), one)


def delete(journal: Journal, number: int, *, for_good: bool = False) -> None:
    """Takes a record out."""
    found = queries.entry(journal, number)
    assert found is not None
    with journal.change("delete", NOW) as change:
        if for_good:
            forgetting.record(number, found.written)(change)
        else:
            changes.delete(change, number)


def test_every_word_has_to_be_there_in_whatever_field(journal: Journal) -> None:
    keep(
        journal,
        entry(EntryType.USE, substance="alcohol", company="Kim", triggers=("payday",)),
        entry(EntryType.USE, substance="cocaine", company="Kim", route="nasal"),
        entry(EntryType.CHECKIN, steps=("water-between",), note="Kim called"),
        entry(EntryType.URGE, copings=("walk",), outcome=Outcome.RODE_OUT),
        entry(
            EntryType.USE,
            substance="alcohol",
            amount=Amount(28_000, 28_000, "g_alc", typed="2 Lagers"),
        ),
        entry(EntryType.EVENT, note="moved house"),
    )
    assert found(journal, "kim") == [3, 2, 1]
    assert found(journal, "kim", "Alcohol") == [1]
    assert found(journal, "KIM", "nasal") == [2]
    assert found(journal, "payday") == [1]
    assert found(journal, "water-between", "kim") == [3]
    assert found(journal, "walk") == found(journal, "rode") == [4]
    assert found(journal, "lager") == found(journal, "2", "cohol") == [5]
    assert found(journal, "moved h") == [6]
    assert found(journal, "kim", "nobody") == []
    assert found(journal, "%") == found(journal, "_") == found(journal, "\udc80") == []


def test_the_latest_comes_first_and_no_more_than_asked(journal: Journal) -> None:
    keep(journal, *(entry(EntryType.EVENT, TODAY - day, note="walk") for day in (0, 2, 1)))
    for _ in range(2):
        assert [one.id for one in search(journal, ["walk"], most=2)] == [1, 3]


@pytest.mark.parametrize("word", ["lake", "l", "夜", "kolacja"])
def test_a_record_is_found_by_what_it_says_now(journal: Journal, word: str) -> None:
    note = f"by the {word}"
    keep(journal, entry(EntryType.EVENT, note=note), entry(EntryType.EVENT, note="day"))
    assert found(journal, word) == [1]
    edit(journal, 1, "nothing")
    edit(journal, 2, note)
    assert found(journal, f"the {word}") == [2]
    changes.undo(journal, NOW)
    assert found(journal, word) == []
    changes.undo(journal, NOW)
    assert found(journal, word) == [1]
    delete(journal, 1)
    assert found(journal, word) == []
    changes.undo(journal, NOW)
    assert found(journal, word) == [1]
    assert verify_journal(journal).faults == ()


@pytest.mark.usefixtures("keeping")
def test_what_was_folded_is_kept_from_many_records_on(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(place) as journal:
        keep(journal, *(entry(EntryType.EVENT, note="walk") for _ in range(3)))
    monkeypatch.setattr(records, "MANY", 3)
    with opened(place, write=False) as journal:
        search(journal, ["walk"], most=2)
        assert kept(journal) == []  # two were folded
        search(journal, ["zebra"])
        assert kept(journal) == [1, 2, 3]
        with pytest.raises(JournalError):  # it is open for reading as before
            keep(journal, entry(EntryType.EVENT, note="run"))
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="walk"))
        assert found(journal, "walk") == [4, 3, 2, 1]
        assert kept(journal) == [1, 2, 3]


@pytest.mark.usefixtures("keeping")
def test_words_kept_of_a_record_that_another_program_changed_do_not_count(journal: Journal) -> None:
    keep(journal, entry(EntryType.EVENT, note="old words"), entry(EntryType.EVENT, note="more"))
    assert found(journal, "old") == [1]
    connection = journal.connection
    connection.execute("PRAGMA foreign_keys=OFF")  # as one that knows nothing of what is kept
    connection.execute("CREATE TEMP TABLE other AS SELECT * FROM search_text")
    edit(journal, 1, "new words")
    delete(journal, 2)
    connection.execute("INSERT OR REPLACE INTO search_text SELECT * FROM other")
    assert found(journal, "old") == []
    assert found(journal, "new") == [1]
    assert found(journal, "more") == []


@pytest.mark.usefixtures("keeping")
def test_a_file_that_cannot_be_written_is_searched(place: Place) -> None:
    with opened(place) as journal:
        keep(journal, entry(EntryType.EVENT, note="walk"))
        with closing(sqlite3.connect(place.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert found(journal, "walk") == [1]
            assert kept(journal) == []
    with closing(
        sqlite3.connect(f"{place.path.as_uri()}?mode=ro", uri=True, isolation_level=None)
    ) as connection:
        journal = Journal(connection, place, KINDS)
        assert found(journal, "walk") == [1]
        assert kept(journal) == []


def test_a_journal_of_before_is_searched_as_it_is(journal: Journal) -> None:
    keep(journal, entry(EntryType.EVENT, note="walk"))
    journal.connection.execute("DROP TABLE search_text")
    assert found(journal, "walk") == [1]
    assert found(journal, "zebra") == []


@pytest.mark.usefixtures("keeping")
def test_what_is_deleted_for_good_is_nowhere_in_the_file(place: Place) -> None:
    tokens = [f"Sécret{number:04}word" * (1 + number % 7) for number in range(200)]
    with opened(place, unsynced=True) as journal:
        keep(journal, *(entry(EntryType.EVENT, note=token) for token in tokens))
        assert found(journal, "zebra") == []
        assert len(kept(journal)) == len(tokens)
        edit(journal, 200, "harmless")
        for number in range(1, 201, 3):
            delete(journal, number, for_good=True)
        delete(journal, 200, for_good=True)
        assert found(journal, "secret0001") == [2]
    data = place.path.read_bytes()
    for number in (*range(1, 201, 3), 200):
        token = tokens[number - 1]
        assert token.encode() not in data
        assert folded(token).encode() not in data
    assert folded(tokens[1]).encode() in data


SCRIPTS = (
    "Kim ",
    "café",
    "ÉÈ",
    "żółć",
    "Łu",
    "夜の",
    "びが",
    "Вечёр",
    "ß",
    "İı",
    "e\u0301",
    "\u0301",
    "가",
    "1",
)
NOTES = st.lists(st.sampled_from(SCRIPTS), max_size=4).map("".join)
LOOKED_FOR = st.lists(
    st.lists(st.sampled_from(SCRIPTS), min_size=1, max_size=2)
    .map("".join)
    .filter(lambda word: not combining(word[0])),  # which would belong to the word before
    min_size=1,
    max_size=2,
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["log", "edit", "delete", "for good", "undo", "search"]), NOTES),
    max_size=12,
)


def live(journal: Journal, steps: list[tuple[str, str]]) -> None:
    """Writes, changes and takes back records, and searches in between."""
    for step, words in steps:
        there = [one.id for one in queries.entries(journal, ALL_TIME)]
        match step:
            case "log":
                keep(
                    journal,
                    entry(
                        EntryType.USE, substance="alcohol", note=words, company=words[:9] or None
                    ),
                )
            case "edit" if there:
                edit(journal, there[len(words) % len(there)], words)
            case "delete" | "for good" if there:
                delete(journal, there[len(words) % len(there)], for_good=step == "for good")
            case "undo":
                changes.undo(journal, NOW)
            case _:
                search(journal, [words])


def holds(one: Entry, words: list[str]) -> bool:
    """Whether a record holds every word, read off its fields."""
    words = [word for word in words if folded(word)]
    if not words:  # an accent alone says nothing
        return False
    texts = (one.note, one.company, "Alcohol", one.amount.typed if one.amount else None)
    return all(any(folded(word) in folded(text) for text in texts if text) for word in words)


@pytest.mark.usefixtures("keeping")
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS, LOOKED_FOR)
def test_a_search_finds_what_reading_every_record_finds(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]], words: list[str]
) -> None:
    folder = Path(tmp_path_factory.mktemp("search"))
    with opened(own(folder), unsynced=True) as journal:
        live(journal, steps)
        every = queries.entries(journal, ALL_TIME)
        expected = [one.id for one in reversed(every) if holds(one, words)]
        assert found(journal, *words) == expected
        assert set(kept(journal)) <= {one.id for one in every}
        assert verify_journal(journal).faults == ()
