from __future__ import annotations

from pathlib import Path

from hrjournal.domain.archive import DiffCounts, text_of
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.store import Journal, bulk, changes, keepsakes, queries
from hrjournal.store.archive import everything
from hrjournal.store.bulk import Planned
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import enter, seen_to
from support.builders import TODAY, entry
from support.journals import EMPTY, bring, exported, journal_of, live, rows, text_from
from support.keeping import NOW, keep, opened, own

ALL_TIME = DateRange(1, 3_000_000)
STARTED = {"alcohol": BaselinePin(DateRange(TODAY - 90, TODAY - 60))}
EVENT = entry(EntryType.EVENT, note="moved house", written=100)
DRINK = entry(
    EntryType.USE, substance="alcohol", amount=Amount(28_000, 28_000, "g_alc"), written=200
)
NONE = entry(EntryType.NONE, substance="alcohol", written=300)
LETTER = Keepsake(KeepsakeType.LETTER, EVENT.moment, text="Dear me", written=1)


def said(journal: Journal) -> list[tuple[int, str | None]]:
    return [(one.id, one.note) for one in queries.entries(journal, ALL_TIME)]


def test_a_journal_that_is_not_empty_keeps_its_own_beside_what_comes(tmp_path: Path) -> None:
    other = journal_of(tmp_path / "one", EVENT, DRINK, EVENT.replace(note="birthday", written=400))
    place = journal_of(tmp_path / "two", DRINK.replace(note="mine", written=500))
    with opened(place) as journal:
        keep(journal, entry(EntryType.USE, substance="cocaine", note="mine too", written=600))
        before = rows(journal)
        plan = bring(journal, text_from(other))
        assert plan.found["entries"] == DiffCounts(new=3)
        assert plan.found["substances"] == DiffCounts(there=1)
        assert said(journal) == [
            *((1, "mine"), (2, "mine too"), (3, "moved house"), (4, None), (5, "birthday"))
        ]
        assert [one.substance for one in queries.entries(journal, ALL_TIME)] == [
            *("alcohol", "cocaine", None, "alcohol", None)
        ]
        assert verify_journal(journal).faults == ()
        assert bring(journal, text_from(other)).size == 0
        assert changes.undo(journal, NOW) is not None
        assert rows(journal) == before


def test_keepsakes_get_numbers_of_their_own_where_theirs_are_taken(tmp_path: Path) -> None:
    reason = Keepsake(KeepsakeType.REASON, EVENT.moment, text="sleep", written=1)
    places = [own(tmp_path / name) for name in ("one", "two")]
    for number, place in enumerate(places):
        with opened(place, unsynced=True) as journal, journal.change("reflect", NOW) as change:
            keepsakes.add(change, reason.replace(written=number, text=str(number)))
    with opened(places[1]) as journal:
        bring(journal, text_from(places[0]))
        assert sorted((one.id, one.text) for one in keepsakes.keepsakes(journal)) == [
            *((1, "1"), (2, "0"))
        ]


def test_a_record_that_was_changed_since_is_not_brought_in_twice(tmp_path: Path) -> None:
    place = journal_of(tmp_path / "one", EVENT, EVENT.replace(written=101))
    text = text_from(place)
    with opened(place) as journal:
        with journal.change("edit", NOW) as change:
            changes.replace(change, EVENT.replace(id=1, note="moved out"), None)
        assert bring(journal, text).found["entries"] == DiffCounts(there=1, differing=1)
        assert said(journal) == [(1, "moved out"), (2, "moved house")]
    with opened(own(tmp_path / "two")) as journal:
        bring(journal, text)
        assert bring(journal, text_from(place)).found["entries"] == DiffCounts(there=1, differing=1)


def test_a_record_that_was_deleted_comes_back_under_another_number(tmp_path: Path) -> None:
    place = journal_of(tmp_path / "one", EVENT, EVENT.replace(note="birthday", written=101))
    text = text_from(place)
    with opened(place) as journal:
        with journal.change("delete", NOW) as change:
            changes.delete(change, 1)
        assert bring(journal, text).found["entries"] == DiffCounts(new=1, there=1)
        assert said(journal) == [(2, "birthday"), (3, "moved house")]
        changes.undo(journal, NOW)
        changes.undo(journal, NOW)
        assert said(journal) == [(1, "moved house"), (2, "birthday")]


def test_rows_of_a_table_are_known_again_after_the_move(tmp_path: Path) -> None:
    row = Planned(EVENT, None, "a row of some table")
    with opened(own(tmp_path / "one"), unsynced=True) as journal:
        bulk.insert_entries(journal, [row], NOW)
        text = exported(journal)
    with opened(own(tmp_path / "two")) as journal:
        bring(journal, text)
        assert bulk.missing_entries(journal, [row]) == []


def test_two_records_of_one_name_get_two(tmp_path: Path) -> None:
    place = own(tmp_path)
    with opened(place, unsynced=True) as journal:
        bulk.insert_entries(journal, [Planned(EVENT, None, ".2.100")], NOW)
        keep(journal, EVENT)
        found = everything(journal)
        (first, second) = (record.origin for record in found.entries)
        assert first == ".2.100" != second
        assert bring(journal, text_of(found)).size == 0


def test_choices_and_starts_of_the_person_stay(tmp_path: Path) -> None:
    place = own(tmp_path / "one")
    with opened(place, unsynced=True) as journal:
        live(journal, EMPTY._replace(settings={"country": "PL", "pause": "mood"}, starts=STARTED))
    with opened(own(tmp_path / "two")) as journal:
        changes.set_setting(journal, "country", "GB", NOW)
        enter(journal, 0, [], [], TODAY)
        plan = bring(journal, text_from(place))
        assert plan.found["settings"] == DiffCounts(new=1, differing=1)
        assert journal.preferences.values["country"] == "GB"
        assert journal.preferences.value("pause") == "mood"
        assert queries.starts(journal, journal.substances()) == STARTED
        assert seen_to(journal) is None  # wins are measured by them


def test_a_choice_that_came_in_lets_wins_be_looked_for_again(tmp_path: Path) -> None:
    with opened(own(tmp_path / "one"), unsynced=True) as journal:
        live(journal, EMPTY._replace(settings={"heavy_day": "60"}))
        text = exported(journal)
    with opened(own(tmp_path / "two")) as journal:
        enter(journal, 0, [], [], TODAY)
        bring(journal, text)
        assert seen_to(journal) is None


def test_days_that_came_in_are_looked_at_for_wins(tmp_path: Path) -> None:
    other = journal_of(tmp_path / "one", DRINK)
    with opened(journal_of(tmp_path / "two", EVENT)) as journal:
        enter(journal, 0, [], [], TODAY + 9)
        bring(journal, text_from(other))
        assert seen_to(journal) == TODAY - 1


def test_records_of_two_journals_are_told_apart_though_all_else_is_alike(tmp_path: Path) -> None:
    other = journal_of(tmp_path / "one", EVENT.replace(note="theirs"))
    with opened(journal_of(tmp_path / "two", EVENT.replace(note="mine"))) as journal:
        assert bring(journal, text_from(other)).found["entries"] == DiffCounts(new=1)
        assert said(journal) == [(1, "mine"), (2, "theirs")]


def test_a_journal_keeps_its_name(tmp_path: Path) -> None:
    place = journal_of(tmp_path, EVENT)
    assert text_from(place) == text_from(place)
