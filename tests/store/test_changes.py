from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.errors import NotFoundError
from hrjournal.store import Journal, Place, changes, keepsakes, queries
from hrjournal.store.backups import forgetting
from hrjournal.store.bulk import Planned, insert_entries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.journal import UNDO_KEPT
from support.builders import ALCOHOL, COCAINE, TODAY, entry
from support.keeping import KNOWN, NOW, SAID, keep, opened, state

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import EntryChanges

ALL_TIME = DateRange(1, 3_000_000)
USE = entry(EntryType.USE, substance="alcohol", amount=Amount(14_000, 14_000, "g_alc"))
NOTED = entry(EntryType.EVENT, note="noted")
THEN = Moment(NOW, 3600, "Europe/Warsaw")
OWN_WORDS = "words-that-are-mine-alone"


def edit(journal: Journal, number: int, **new: Unpack[EntryChanges]) -> None:
    """Changes fields of a record."""
    stored = queries.entry(journal, number)
    assert stored is not None
    changed = stored.replace(**new)
    with journal.change("edit", NOW) as change:
        one = journal.substances().get(changed.substance or "")
        if changed.substance and one is None:
            one = change.track(KNOWN[changed.substance])
        changes.replace(change, changed, one)


def delete(journal: Journal, number: int, *, for_good: bool = False) -> None:
    """Takes a record out."""
    with journal.change("delete", NOW) as change:
        if for_good:
            forgetting.record(number, stored(journal, number).written)(change)
        else:
            changes.delete(change, number)


def stored(journal: Journal, number: int) -> Entry:
    """The record with this number, which is there."""
    found = queries.entry(journal, number)
    assert found is not None
    return found


def reflect(journal: Journal, one: Keepsake) -> int:
    """Keeps something beside the days; gives its number."""
    with journal.change("reflect", NOW) as change:
        return keepsakes.add(change, one)


def bring(journal: Journal) -> None:
    """Takes in two records, one of a substance that is new."""
    new = Planned(entry(EntryType.USE, substance="cocaine"), KNOWN["cocaine"], "row-1")
    insert_entries(journal, [new, Planned(NOTED, None, "row-2")], NOW)


CHANGES: dict[str, Callable[[Journal], object]] = {
    "log": lambda journal: keep(journal, USE),
    "log something new": lambda journal: keep(journal, entry(EntryType.USE, substance="cocaine")),
    "none": lambda journal: keep(journal, entry(EntryType.NONE, substance="alcohol"), verb="none"),
    "edit": lambda journal: edit(journal, 1, note="other words", substance="cannabis"),
    "delete": lambda journal: delete(journal, 2),
    "import": bring,
    "config": lambda journal: changes.set_setting(journal, "country", "PL", NOW),
    "config again": lambda journal: changes.set_setting(journal, "week_starts_on", "sunday", NOW),
    "config cleared": lambda journal: changes.set_setting(journal, "week_starts_on", None, NOW),
    "start": lambda journal: changes.set_baseline(
        journal,
        journal.substances()["alcohol"],
        BaselinePin(DateRange(TODAY - 40, TODAY - 12)),
        NOW,
    ),
    "start of something new": lambda journal: changes.set_baseline(
        journal, KNOWN["cocaine"], BaselinePin(None, 6000, 3, "line"), NOW
    ),
    "reflect": lambda journal: reflect(
        journal, Keepsake(KeepsakeType.REASON, THEN, text="To rest.")
    ),
    "start cleared": lambda journal: changes.set_baseline(
        journal, journal.substances()["alcohol"], None, NOW
    ),
}


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal in which some things have been said."""
    keep(journal, USE, NOTED)
    changes.set_setting(journal, "week_starts_on", "monday", NOW)
    changes.set_baseline(
        journal, journal.substances()["alcohol"], BaselinePin(None, 9000, 2, "g_alc"), NOW
    )
    return journal


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_can_be_taken_back(lived: Journal, name: str) -> None:
    before = state(lived)
    CHANGES[name](lived)
    assert state(lived) != before
    undone = changes.undo(lived, NOW)
    assert undone is not None
    assert undone.verb == name.split(maxsplit=1)[0]
    assert state(lived) == before
    assert verify_journal(lived).faults == ()


@pytest.mark.parametrize("seed", range(5))
def test_taking_back_again_goes_further_back(lived: Journal, seed: int) -> None:
    order = random.Random(seed).sample(sorted(CHANGES), len(CHANGES))
    states = []
    for name in order:
        states.append(state(lived))
        CHANGES[name](lived)
    for before in reversed(states):
        assert changes.undo(lived, NOW) is not None
        assert state(lived) == before


def test_what_went_and_what_came_back_is_told(journal: Journal) -> None:
    keep(journal, USE)
    edit(journal, 1, note="new")
    delete(journal, 1)
    undone = changes.undo(journal, NOW)
    assert undone == ("delete", (), (USE.replace(id=1, note="new"),))
    undone = changes.undo(journal, NOW)
    assert undone == ("edit", (USE.replace(id=1, note="new"),), (USE.replace(id=1),))
    undone = changes.undo(journal, NOW)
    assert undone == ("log", (USE.replace(id=1),), ())


def test_with_nothing_to_take_back_nothing_changes(journal: Journal) -> None:
    assert changes.undo(journal, NOW) is None
    keep(journal, USE)
    changes.undo(journal, NOW)
    before = state(journal)
    assert changes.undo(journal, NOW) is None
    assert state(journal) == before == {table: [] for table in SAID}


def test_a_new_change_after_taking_back_is_the_next_to_be_taken_back(journal: Journal) -> None:
    keep(journal, NOTED)
    keep(journal, NOTED)
    changes.undo(journal, NOW)
    keep(journal, USE)
    changes.undo(journal, NOW)
    assert [one.id for one in queries.entries(journal, ALL_TIME)] == [1]
    changes.undo(journal, NOW)
    assert queries.entries(journal, ALL_TIME) == []


def test_a_substance_goes_with_the_change_it_came_with(journal: Journal) -> None:
    keep(journal, USE)
    keep(journal, USE)
    delete(journal, 1, for_good=True)
    changes.undo(journal, NOW)
    assert list(journal.substances()) == ["alcohol"]
    changes.undo(journal, NOW)
    assert journal.substances() == {}
    assert verify_journal(journal).faults == ()
    assert keep(journal, USE) == [3]
    assert [one.id for one in journal.substances().values()] == [2]


def test_as_many_changes_as_promised_can_be_taken_back(place: Place) -> None:
    with opened(place, unsynced=True) as journal:
        for _ in range(UNDO_KEPT + 5):
            keep(journal, NOTED)
        for _ in range(UNDO_KEPT):
            assert changes.undo(journal, NOW) is not None
        assert len(queries.entries(journal, ALL_TIME)) == 5
        assert changes.undo(journal, NOW) is None
        assert len(queries.entries(journal, ALL_TIME)) == 5


def test_what_lies_too_far_back_is_not_remembered(place: Place) -> None:
    with opened(place, unsynced=True) as journal:
        keep(journal, entry(EntryType.EVENT, note=OWN_WORDS))
        delete(journal, 1)
        assert OWN_WORDS.encode() in raw(place)
        for _ in range(UNDO_KEPT):
            keep(journal, NOTED)
        assert OWN_WORDS.encode() not in raw(place)


def raw(place: Place) -> bytes:
    """Every byte that lies in the journal's folder."""
    return b"".join(path.read_bytes() for path in place.path.parent.rglob("*") if path.is_file())


@pytest.mark.parametrize("length", [1, 200, 5000])
def test_deleting_for_good_leaves_no_byte_and_cannot_be_taken_back(
    place: Place, length: int
) -> None:
    note = f"{OWN_WORDS} " * length
    with opened(place) as journal:
        keep(journal, NOTED)
        keep(journal, entry(EntryType.EVENT, note=note))
        edit(journal, 2, note=f"{note}and more")
        keep(journal, NOTED)
        assert OWN_WORDS.encode() in raw(place)
        delete(journal, 2, for_good=True)
        assert OWN_WORDS.encode() not in raw(place)
        while changes.undo(journal, NOW):
            assert queries.entry(journal, 2) is None
        assert verify_journal(journal).faults == ()
    assert OWN_WORDS.encode() not in raw(place)


def test_one_note_among_many_is_gone_for_good(place: Place) -> None:
    chance = random.Random(5)
    with opened(place, unsynced=True) as journal:
        numbers = keep(
            journal,
            *(
                entry(EntryType.EVENT, note=f"<{number}>" + "x" * chance.choice([2, 90, 900, 6000]))
                for number in range(120)
            ),
        )
        for number in chance.sample(numbers, 60):
            edit(journal, number, note=f"<{number - 1}>" + "y" * chance.choice([2, 400, 3000]))
        gone = chance.sample(numbers, 40)
        for number in gone:
            delete(journal, number, for_good=True)
    left = raw(place)
    assert [number for number in gone if f"<{number - 1}>".encode() in left] == []
    assert all(f"<{number - 1}>".encode() in left for number in {*numbers} - {*gone})


def replace_unseen(journal: Journal) -> None:
    """Writes over a record that is not there."""
    with journal.change("edit", NOW) as change:
        changes.replace(change, NOTED.replace(id=7), None)


def delete_unseen(journal: Journal) -> None:
    """Takes out a record that is not there."""
    delete(journal, 7)


@pytest.mark.parametrize("act", [replace_unseen, delete_unseen])
def test_a_record_that_is_not_there_is_said_calmly(
    journal: Journal, act: Callable[[Journal], None]
) -> None:
    keep(journal, NOTED)
    before = list(journal.connection.iterdump())
    with pytest.raises(NotFoundError, match="no record 7"):
        act(journal)
    assert list(journal.connection.iterdump()) == before


def test_a_record_that_moved_keeps_its_number_and_its_origin(journal: Journal) -> None:
    bring(journal)
    edit(journal, 1, moment=entry(EntryType.USE, TODAY - 3).moment, substance="alcohol")
    found = queries.entry(journal, 1)
    assert found is not None
    assert (found.substance, found.moment.day(journal.day_start)) == ("alcohol", TODAY - 3)
    origins = journal.connection.execute("SELECT id, origin FROM entry ORDER BY id").fetchall()
    assert origins == [(1, "row-1"), (2, "row-2")]


def test_starts_are_kept_as_they_were_said(journal: Journal) -> None:
    period, estimate = (
        BaselinePin(DateRange(TODAY - 40, TODAY - 12)),
        BaselinePin(None, 28_000, 5, "g_alc"),
    )
    changes.set_baseline(journal, ALCOHOL._replace(id=0), estimate, NOW)
    changes.set_baseline(journal, COCAINE._replace(id=0), period, NOW)
    assert queries.starts(journal, journal.substances()) == {
        "alcohol": estimate,
        "cocaine": period,
    }
    assert queries.load_history(journal, ALL_TIME).baseline_pins["alcohol"] == estimate
