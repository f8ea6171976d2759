from __future__ import annotations

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.domain.win import BaselineKind, Grade, Verdict, Win, WinGroup, WinMeasure
from hrjournal.errors import JournalError
from hrjournal.store import Journal, Place, changes, ledger
from hrjournal.store.backups import forgetting
from hrjournal.store.bulk import Planned, insert_entries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import LedgerChange, enter, first_told, seen_to, wins
from support.builders import TODAY, entry
from support.keeping import NOW, keep, opened

LESS = Win(
    "lighter_week",
    TODAY,
    Grade.HAPPENED,
    WinGroup.LESS,
    WinMeasure.AMOUNT,
    "alcohol",
    BaselineKind.USUAL,
    {"now": 70_000, "then": 98_000, "unit": "g_alc"},
    chance=200_000,
)
CLAIM = LESS._replace(rule="clearly_less", grade=Grade.CHANGING, chance=2020)
HOLDS = CLAIM._replace(rule="holds", grade=Grade.HOLDS)
LOOKS = CLAIM._replace(rule="looks_lighter", grade=Grade.LOOKS)
KIND = Win("water", TODAY - 2, Grade.DID, WinGroup.CARE, WinMeasure.STEP, told=False)
ALL = (KIND, LESS, CLAIM, HOLDS, LOOKS)


def log(journal: Journal, *days: int) -> list[int]:
    """Writes a use on each of these days."""
    return keep(journal, *(entry(EntryType.USE, day, substance="alcohol") for day in days))


def put(journal: Journal, *found: Win, since: int = 0, seen: int = TODAY) -> LedgerChange:
    """Enters what was judged of all days since one."""
    return enter(journal, since, found, [], seen)


def bare(found: list[Win]) -> list[Win]:
    return [win._replace(id=0) for win in found]


def test_a_win_is_read_as_it_was_entered(place: Place) -> None:
    with opened(place) as journal:
        log(journal, TODAY)
        assert put(journal, *ALL) == (5, 0)
    with opened(place, write=False) as journal:
        assert bare(wins(journal)) == [KIND, LESS, CLAIM, HOLDS]
        assert [win.id for win in wins(journal)] == [1, 2, 3, 4]
        assert bare(ledger.looks(journal, TODAY)) == [LOOKS]
        assert ledger.looks(journal, TODAY + 1) == []
        assert ledger.count(journal) == 4
        assert verify_journal(journal).wins == 4
        assert seen_to(journal) == TODAY


def test_what_says_the_same_keeps_its_number_and_what_is_not_said_any_more_goes(
    journal: Journal,
) -> None:
    log(journal, TODAY)
    put(journal, KIND, LESS, CLAIM)
    assert put(journal, KIND, LESS, CLAIM) == (0, 0)
    other = LESS._replace(chance=100_000)
    assert put(journal, KIND, other) == (1, 2)
    assert [(win.id, win.rule) for win in wins(journal)] == [(1, "water"), (4, "lighter_week")]
    assert put(journal, KIND, LESS) == (1, 1)
    assert [win.id for win in wins(journal)] == [1, 5]  # a number never comes back for another


def test_what_was_judged_takes_the_place_of_the_days_since_and_of_no_others(
    journal: Journal,
) -> None:
    days = [KIND._replace(day=TODAY - back) for back in (3, 2, 1, 0)]
    put(journal, *days)
    assert put(journal, days[3], since=TODAY - 1) == (0, 1)
    assert [win.day for win in wins(journal)] == [TODAY - 3, TODAY - 2, TODAY]
    assert [win.day for win in wins(journal, DateRange(TODAY - 2, TODAY))] == [TODAY - 2]


def test_verdicts_stand_in_a_row_by_substance(journal: Journal) -> None:
    log(journal, TODAY)
    told = [
        Verdict(TODAY - 1, "", lighter=False),
        Verdict(TODAY - 2, "", lighter=True),
        Verdict(TODAY, "", lighter=True),
        Verdict(TODAY, "alcohol", lighter=True),
        Verdict(TODAY - 7, "alcohol", lighter=False),
    ]
    enter(journal, 0, [], told, TODAY)
    assert ledger.verdicts(journal) == {"": "101", "alcohol": "01"}
    enter(journal, TODAY, [], [Verdict(TODAY, "", lighter=False)], TODAY)
    assert ledger.verdicts(journal) == {"": "100", "alcohol": "0"}


def test_claims_before_a_day(journal: Journal) -> None:
    log(journal, TODAY)
    earlier = HOLDS._replace(day=TODAY - 28)
    put(journal, *ALL, earlier)
    assert bare(ledger.claims(journal, TODAY + 1)) == [earlier, CLAIM, HOLDS]
    assert bare(ledger.claims(journal, TODAY)) == [earlier]


def test_acts_before_a_day_are_counted_by_kind(journal: Journal) -> None:
    log(journal, TODAY)
    acts = [
        *(KIND._replace(day=TODAY - back) for back in (3, 2, 1)),
        KIND._replace(substance="alcohol", day=TODAY - 3),
    ]
    put(journal, *acts, LESS)
    assert ledger.act_counts(journal, TODAY - 1) == {("water", None): 2, ("water", "alcohol"): 1}
    assert ledger.act_counts(journal, TODAY + 1)["water", None] == 3


def test_the_newest_of_each_kind_speak_for_a_span(journal: Journal) -> None:
    log(journal, TODAY)
    found = [
        one._replace(day=day, chance=day - TODAY + 400)
        for day in (TODAY - 1, TODAY - 9, TODAY, TODAY - 4)
        for one in (LESS, KIND, LESS._replace(substance=None))
    ]
    put(journal, *found)
    span = DateRange(TODAY - 9, TODAY)
    newest = {(one.rule, one.substance, one.baseline): one for one in wins(journal, span)}
    assert len(newest) == 3
    assert set(map(str, wins(journal, span, newest=True))) == set(map(str, newest.values()))
    assert {one.day for one in newest.values()} == {TODAY - 1}


@pytest.mark.parametrize("action", ["edit", "delete", "for good"])
def test_a_changed_day_is_judged_anew_with_all_that_follow(journal: Journal, action: str) -> None:
    number = log(journal, TODAY - 5)[0]
    put(journal, KIND, LESS)
    with journal.change("edit", NOW) as change:
        if action == "edit":
            new = entry(EntryType.USE, TODAY - 5, "21:00", substance="alcohol", id=number)
            changes.replace(change, new, journal.substances()["alcohol"])
        elif action == "for good":
            forgetting.record(number, 0)(change)
        else:
            changes.delete(change, number)
    assert seen_to(journal) == TODAY - 6
    assert len(wins(journal)) == 2  # until they are judged
    put(journal, seen=TODAY)
    if action != "for good":
        changes.undo(journal, NOW)
        assert seen_to(journal) == TODAY - 6


def test_a_record_that_moves_touches_both_its_days(journal: Journal) -> None:
    number = log(journal, TODAY - 9)[0]
    for there, back in ((TODAY - 30, TODAY - 31), (TODAY - 9, TODAY - 31)):
        put(journal)
        with journal.change("edit", NOW) as change:
            moved = entry(EntryType.USE, there, substance="alcohol", id=number)
            changes.replace(change, moved, journal.substances()["alcohol"])
        assert seen_to(journal) == back


def test_writing_a_past_day_lets_it_be_judged_anew(journal: Journal) -> None:
    put(journal, KIND, seen=TODAY - 1)
    log(journal, TODAY)
    assert seen_to(journal) == TODAY - 1
    log(journal, TODAY - 5)
    assert seen_to(journal) == TODAY - 6
    log(journal, TODAY - 3)
    assert seen_to(journal) == TODAY - 6


def test_records_taken_in_are_judged_from_the_earliest(journal: Journal) -> None:
    put(journal, seen=TODAY - 1)
    rows = [
        Planned(entry(EntryType.EVENT, TODAY - back), None, f"row {back}") for back in (4, 90, 20)
    ]
    insert_entries(journal, rows, NOW)
    assert seen_to(journal) == TODAY - 91


def test_what_wins_are_measured_by_lets_all_be_judged_anew(journal: Journal) -> None:
    assert seen_to(journal) is None
    log(journal, TODAY)
    put(journal)
    changes.set_setting(journal, "heavy_day", "60", NOW)
    assert seen_to(journal) is None
    put(journal)
    one = journal.substances()["alcohol"]
    changes.set_baseline(journal, one, BaselinePin(DateRange(TODAY - 30, TODAY)), NOW)
    assert seen_to(journal) is None
    put(journal)
    changes.undo(journal, NOW)
    assert seen_to(journal) is None


def test_wins_are_no_part_of_what_undo_takes_back(journal: Journal) -> None:
    log(journal, TODAY)
    put(journal, KIND)
    assert journal.connection.execute("SELECT part FROM past WHERE part='win'").fetchall() == []
    changes.undo(journal, NOW)
    assert bare(wins(journal)) == [KIND]


def test_a_notice_is_first_once_on_each_occasion(place: Place) -> None:
    with opened(place) as journal:
        assert first_told(journal, "stop:alcohol", f"{TODAY}")
        assert not first_told(journal, "stop:alcohol", f"{TODAY}")
        assert first_told(journal, "break:heroin", f"{TODAY}")
    with opened(place) as journal:
        assert not first_told(journal, "stop:alcohol", f"{TODAY}")
        assert first_told(journal, "stop:alcohol", f"{TODAY + 1}")


@pytest.mark.parametrize("column", ["rule", "day", "chance", "told", "figures"])
def test_a_flipped_win_is_noticed(journal: Journal, column: str) -> None:
    put(journal, KIND)
    journal.connection.execute(f"UPDATE win SET {column} = {column} || 1")
    with pytest.raises(JournalError, match="damaged"):
        wins(journal)
    assert verify_journal(journal).faults == (CheckFinding(Trouble.WIN, number=1),)


def test_a_flipped_line_that_is_no_win_is_noticed_too(journal: Journal) -> None:
    put(journal, LOOKS._replace(substance=None))
    journal.connection.execute("UPDATE win SET chance = chance + 1")
    assert verify_journal(journal).faults == (CheckFinding(Trouble.WIN, number=1),)
