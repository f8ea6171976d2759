from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.win import BaselineKind, Size, Win, WinGroup
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes
from hrjournal.store.bulk import Planned, insert_entries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import earned, enter, first_told, seen_to, wins
from support.builders import TODAY, entry
from support.keeping import NOW, keep, opened

LESS = Win(
    "less-in-a-week",
    TODAY,
    TODAY - 34,
    WinGroup.LESS,
    "alcohol",
    BaselineKind.USUAL,
    Size.SOME,
    rests=30,
    figures={"now": 70_000, "usual": 98_000, "ratio": 0.714, "unit": "g_alc"},
)
KIND = Win("water", TODAY - 2, TODAY - 2, WinGroup.SAFER)


def log(journal: Journal, *days: int) -> list[int]:
    """Writes a use on each of these days."""
    return keep(journal, *(entry(EntryType.USE, day, substance="alcohol") for day in days))


def test_a_win_is_read_as_it_was_entered(place: Place) -> None:
    with opened(place) as journal:
        log(journal, TODAY)
        assert enter(journal, [LESS, KIND]) == 2
    with opened(place, write=False) as journal:
        assert [win._replace(id=0) for win in wins(journal)] == [KIND, LESS]
        assert [win.id for win in wins(journal)] == [2, 1]
        assert verify_journal(journal).wins == 2


def test_entering_never_doubles_and_never_shrinks(journal: Journal) -> None:
    log(journal, TODAY)
    enter(journal, [LESS, KIND])
    before = wins(journal)
    assert enter(journal, [LESS, KIND, KIND]) == 0
    assert enter(journal, [LESS._replace(size=Size.LITTLE, figures={})]) == 0
    assert enter(journal, []) == 0
    assert wins(journal) == before


@pytest.mark.parametrize(
    "other",
    [
        LESS._replace(day=TODAY - 7),
        LESS._replace(baseline=BaselineKind.START),
        LESS._replace(rule="other"),
        LESS._replace(substance=None),
    ],
    ids=["another day", "another baseline", "another rule", "another substance"],
)
def test_another_win_stands_beside(journal: Journal, other: Win) -> None:
    log(journal, TODAY)
    assert enter(journal, [LESS, other]) == 2


def test_the_size_of_each_win_is_known_by_its_day(journal: Journal) -> None:
    log(journal, TODAY)
    enter(journal, [LESS, LESS._replace(day=TODAY - 7, size=Size.LOT)])
    assert earned(journal) == {
        ("less-in-a-week", "alcohol", "usual"): {TODAY: Size.SOME, TODAY - 7: Size.LOT}
    }


def test_wins_of_a_span(journal: Journal) -> None:
    found = [KIND._replace(day=TODAY - back) for back in (3, 2, 1, 0)]
    enter(journal, found)
    within = wins(journal, DateRange(TODAY - 2, TODAY))
    assert [win.day for win in within] == [TODAY - 2, TODAY - 1]
    assert earned(journal, TODAY - 1) == {
        ("water", None, ""): {TODAY - 1: Size.UNSAID, TODAY: Size.UNSAID}
    }


def test_the_newest_of_each_kind_speak_for_a_span(journal: Journal) -> None:
    log(journal, TODAY)
    found = [
        one._replace(day=day, since=day, rests=day - TODAY + 40)
        for day in (TODAY - 1, TODAY - 9, TODAY, TODAY - 4)
        for one in (
            LESS,
            LESS._replace(baseline=BaselineKind.START),
            KIND,
            LESS._replace(substance=None),
        )
    ]
    enter(journal, found)
    span = DateRange(TODAY - 9, TODAY)
    newest = {(one.rule, one.substance, one.baseline): one for one in wins(journal, span)}
    assert len(newest) == 4
    assert set(map(str, wins(journal, span, newest=True))) == set(map(str, newest.values()))
    assert {one.day for one in newest.values()} == {TODAY - 1}


@pytest.mark.parametrize(
    ("day", "kept"),
    [(TODAY - 11, True), (TODAY - 10, False), (TODAY - 5, False), (TODAY, False)],
    ids=["before the window", "its first day", "within", "its last day"],
)
@pytest.mark.parametrize("action", ["edit", "delete", "for good"])
def test_wins_that_rest_on_a_changed_day_are_worked_out_again(
    journal: Journal, day: int, kept: bool, action: str
) -> None:
    number = log(journal, day)[0]
    win = LESS._replace(since=TODAY - 10)
    later = LESS._replace(since=TODAY + 1, day=TODAY + 9)
    enter(journal, [win, later], TODAY + 9)
    with journal.change("edit", NOW) as change:
        if action == "edit":
            new = entry(EntryType.USE, day, clock="21:00", substance="alcohol", id=number)
            rested = changes.replace(change, new, journal.substances()["alcohol"])
        else:
            rested = changes.delete(change, number, for_good=action == "for good")
    assert rested == (not kept)
    days = [one.day for one in wins(journal)]
    assert days == [TODAY, TODAY + 9] if kept else days == [TODAY + 9]
    assert seen_to(journal) == day - 1


def test_a_record_that_moves_touches_both_its_days(journal: Journal) -> None:
    number = log(journal, TODAY - 30)[0]
    enter(journal, [KIND._replace(day=day, since=day) for day in (TODAY - 30, TODAY - 9, TODAY)])
    with journal.change("edit", NOW) as change:
        moved = entry(EntryType.USE, TODAY - 9, substance="alcohol", id=number)
        assert changes.replace(change, moved, journal.substances()["alcohol"]) == 2
    assert [win.day for win in wins(journal)] == [TODAY]
    enter(journal, [KIND._replace(day=day, since=day) for day in (TODAY - 30, TODAY - 9, TODAY)])
    undone = changes.undo(journal, NOW)
    assert undone is not None
    assert undone.wins == 2
    assert [win.day for win in wins(journal)] == [TODAY]


def test_writing_a_past_day_looks_for_wins_again_and_takes_none(journal: Journal) -> None:
    enter(journal, [KIND], TODAY - 1)
    log(journal, TODAY)
    assert seen_to(journal) == TODAY - 1
    log(journal, TODAY - 5)
    assert seen_to(journal) == TODAY - 6
    log(journal, TODAY - 3)
    assert seen_to(journal) == TODAY - 6
    assert len(wins(journal)) == 1


def test_records_taken_in_look_for_wins_from_the_earliest(journal: Journal) -> None:
    enter(journal, [], TODAY - 1)
    rows = [
        Planned(entry(EntryType.EVENT, TODAY - back), None, f"row {back}") for back in (4, 90, 20)
    ]
    insert_entries(journal, rows, NOW)
    assert seen_to(journal) == TODAY - 91


def test_what_wins_are_measured_by_lets_all_be_looked_for_again(journal: Journal) -> None:
    assert seen_to(journal) is None
    log(journal, TODAY)
    enter(journal, [], TODAY)
    changes.set_setting(journal, "heavy_day", "60", NOW)
    assert seen_to(journal) is None
    enter(journal, [], TODAY)
    one = journal.substances()["alcohol"]
    changes.set_baseline(journal, one, BaselinePin(DateRange(TODAY - 30, TODAY)), NOW)
    assert seen_to(journal) is None
    enter(journal, [], TODAY)
    changes.undo(journal, NOW)
    assert seen_to(journal) is None


def test_a_notice_is_first_once_on_each_occasion(place: Place) -> None:
    with opened(place) as journal:
        assert first_told(journal, "stop:alcohol", f"{TODAY}")
        assert not first_told(journal, "stop:alcohol", f"{TODAY}")
        assert first_told(journal, "break:heroin", f"{TODAY}")
    with opened(place) as journal:
        assert not first_told(journal, "stop:alcohol", f"{TODAY}")
        assert first_told(journal, "stop:alcohol", f"{TODAY + 1}")


@pytest.mark.parametrize("column", ["rule", "since", "size", "rests", "figures"])
def test_a_flipped_win_is_noticed(journal: Journal, column: str) -> None:
    enter(journal, [KIND])
    journal.connection.execute(f"UPDATE win SET {column} = {column} || 1")
    with pytest.raises(JournalError, match="damaged"):
        wins(journal)
    assert verify_journal(journal).faults == ("A small win is not as it was written.",)
