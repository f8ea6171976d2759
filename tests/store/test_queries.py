from __future__ import annotations

from itertools import permutations

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.history import DateRange, DayUse
from hrjournal.domain.substances.amount import Amount
from hrjournal.store import Journal, changes, queries
from support.builders import ALCOHOL, TODAY, entry
from support.keeping import NOW, keep

ALL_TIME = DateRange(1, 3_000_000)
USE = entry(EntryType.USE, substance="alcohol", amount=Amount(14_000, 14_000, "g_alc"))
NONE = entry(EntryType.NONE, clock="12:00", substance="alcohol")


def today(journal: Journal) -> DayUse | None:
    """What the day says of alcohol by now."""
    found = queries.load_history(journal, DateRange(TODAY, TODAY + 1)).of("alcohol").get(TODAY)
    one = journal.substances().get("alcohol", ALCOHOL)
    said = queries.day_status(journal, one, TODAY)
    assert said == (None if found is None else EntryType.USE if found.used else EntryType.NONE)
    return found


def rewrite(journal: Journal, number: int) -> None:
    """Writes a record again as it is."""
    stored = queries.entry(journal, number)
    assert stored is not None
    with journal.change("edit", NOW) as change:
        changes.replace(change, stored, journal.substances()["alcohol"])


@pytest.mark.parametrize("order", sorted(set(permutations([*"uunn"]))), ids="".join)
def test_of_use_and_none_the_later_word_stands(journal: Journal, order: tuple[str, ...]) -> None:
    for mark in order:
        keep(journal, USE if mark == "u" else NONE)
    uses = len("".join(order).split("n")[-1])
    found = today(journal)
    assert found is not None
    assert (found.uses, found.low) == (uses, 14_000 * uses)


def test_an_edited_word_is_the_later_one(journal: Journal) -> None:
    none, use = keep(journal, NONE), keep(journal, USE)
    found = today(journal)
    assert found is not None
    assert found.used
    rewrite(journal, none[0])
    assert today(journal) == DayUse(0)
    rewrite(journal, use[0])
    found = today(journal)
    assert found is not None
    assert found.uses == 1


def test_taking_back_brings_the_earlier_word_back(journal: Journal) -> None:
    keep(journal, NONE)
    keep(journal, USE)
    before = today(journal)
    rewrite(journal, 1)
    assert today(journal) == DayUse(0)
    changes.undo(journal, NOW)
    assert today(journal) == before
    changes.undo(journal, NOW)
    assert today(journal) == DayUse(0)
    changes.undo(journal, NOW)
    assert today(journal) is None


def test_within_one_change_the_higher_number_is_the_later_word(journal: Journal) -> None:
    keep(journal, USE, NONE, USE)
    found = today(journal)
    assert found is not None
    assert found.uses == 1


def test_a_day_starts_anew_with_the_start_that_was_chosen(journal: Journal) -> None:
    night = entry(EntryType.USE, ordinal=TODAY, clock="03:30", substance="alcohol")
    keep(journal, night)
    assert list(queries.load_history(journal, ALL_TIME).of("alcohol")) == [TODAY]
    changes.set_setting(journal, "day_starts_at", "03:00", NOW)
    journal.forget_preferences()
    assert list(queries.load_history(journal, ALL_TIME).of("alcohol")) == [TODAY + 1]
    changes.undo(journal, NOW)
    journal.forget_preferences()
    assert list(queries.load_history(journal, ALL_TIME).of("alcohol")) == [TODAY]


def test_a_number_that_is_not_there_gives_nothing(journal: Journal) -> None:
    assert queries.entry(journal, 7) is None
    assert queries.last_local(journal) is None
    assert queries.first_day(journal) is None


def test_history_tells_of_the_substances_asked_for(journal: Journal) -> None:
    keep(journal, USE, entry(EntryType.USE, substance="cocaine"))
    assert set(queries.load_history(journal, ALL_TIME).uses) == {"alcohol", "cocaine"}
    assert set(queries.load_history(journal, ALL_TIME, ["cocaine"]).uses) == {"cocaine"}


def test_records_can_be_read_for_fewer_days_than_are_counted(journal: Journal) -> None:
    keep(journal, *(entry(EntryType.CHECKIN, TODAY - day, mood=5) for day in range(4)))
    found = queries.load_history(journal, ALL_TIME, records=DateRange(TODAY - 1, TODAY + 1))
    assert sorted(found.records) == [TODAY - 1, TODAY]
    assert len(found.written) == 4


def plan(journal: Journal, read: str) -> str:
    """How SQLite goes about the statements that a piece of reading makes."""
    seen: list[str] = []
    journal.connection.set_trace_callback(seen.append)
    one = journal.substances()["alcohol"]
    if read == "days":
        queries.days_of(journal, one, DateRange(TODAY, TODAY + 9))
    else:
        queries.entries(journal, DateRange(TODAY, TODAY + 9), most=5)
    journal.connection.set_trace_callback(None)
    asked = [words for words in seen if "FROM entry" in words]
    assert len(asked) == 1
    steps = journal.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}").fetchall()
    return "\n".join(step[-1] for step in steps)


def test_days_are_counted_from_the_covering_index_alone(journal: Journal) -> None:
    keep(journal, *[USE] * 3)
    assert "SEARCH entry USING COVERING INDEX entry_by_substance" in plan(journal, "days")


def test_records_are_read_in_order_of_time_without_sorting(journal: Journal) -> None:
    keep(journal, *[USE] * 3)
    found = plan(journal, "entries")
    assert "SEARCH entry USING INDEX entry_by_time (local>? AND local<?)" in found
    assert "TEMP B-TREE" not in found


def test_notes_and_amounts_are_left_to_sums(journal: Journal) -> None:
    said: list[Entry] = [USE.replace(note="with dinner"), NONE.replace(note="quiet")]
    keep(journal, *said)
    assert queries.load_history(journal, ALL_TIME).records == {}
    keep(journal, USE.replace(triggers=("payday",)))
    assert [one.id for one in queries.load_history(journal, ALL_TIME).records[TODAY]] == [2, 1, 3]
