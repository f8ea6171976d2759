from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType, Moment
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OwnServing
from hrjournal.store import Journal, Place, changes, keepsakes, queries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import first_told
from hrjournal.store.substances import named, rows, tracked
from support.builders import TODAY, entry
from support.keeping import KNOWN, NOW, keep, opened, own, state

THEN: Final = Moment(NOW, 3600, "Europe/Warsaw")
SPAN: Final = DateRange(TODAY - 3, TODAY + 1)
TABLES: Final = ("substance", "entry", "start", "setting", "keepsake", "alias", "serving")
DRINK: Final = Amount(14_000, 28_000, "g_alc", about=True, typed="~1-2")
LINES: Final = Amount(2_000, 2_000, "line", typed="2")
GOAL: Final = {"goal": "a", "kind": "day", "about": "cocaine", "limit": "2000", "unit": "line"}


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal of two substances, with all that can name one of them."""
    keep(journal, entry(EntryType.USE, TODAY - 1, substance="alcohol", amount=DRINK))
    keep(journal, entry(EntryType.USE, TODAY, substance="cocaine", amount=LINES))
    keep(journal, entry(EntryType.USE, TODAY - 2, substance="cocaine"))
    keep(journal, entry(EntryType.URGE, TODAY, substance="cocaine", urge=5, note="cocaine again"))
    with journal.change("reflect", NOW) as change:
        ruler = {"about": "cocaine", "why": "cocaine costs me"}
        kept = (
            Keepsake(KeepsakeType.RULER, THEN, subject="importance", score=4, more=ruler),
            Keepsake(KeepsakeType.BALANCE, THEN, subject="cocaine"),
            Keepsake(KeepsakeType.REASON, THEN, text="cocaine"),
            Keepsake(KeepsakeType.GOAL, THEN, more=GOAL),
            Keepsake(KeepsakeType.RATING, THEN, score=7, more={"goal": "a", "about": "cocaine"}),
        )
        for one in kept:
            keepsakes.add(change, one)
        named.set_alias(change, "coke", 2)
        named.set_serving(change, "my bump", OwnServing("my bump", "cocaine", "line", 500, "0.5"))
    chosen = {"prescribed": "not cocaine,diazepam", "day_totals": "cigarettes,cocaine"}
    changes.set_settings(journal, chosen, NOW)
    changes.set_baseline(
        journal, journal.substances()["cocaine"], BaselinePin(None, 4000, 3, "line"), NOW
    )
    first_told(journal, "mixing:alcohol+cocaine", "1")
    journal.forget_preferences()
    return journal


def rename(journal: Journal, key: str = "snow", name: str = "Snow") -> None:
    one = journal.substances()["cocaine"]
    with journal.change("rename", NOW) as change:
        tracked.rename(change, one, one._replace(key=key, name=name), {})
    journal.forget_preferences()


def merge(journal: Journal, gone: str = "cocaine", into: str = "alcohol", **each: Amount) -> None:
    known = journal.substances()
    with journal.change("merge", NOW) as change:
        tracked.merge(change, known[gone], known[into], each)
    journal.forget_preferences()


def hide(journal: Journal) -> None:
    one = journal.substances()["cocaine"]
    with journal.change("hide", NOW) as change:
        rows.write(change, one._replace(hidden=True))


CHANGES: dict[str, Callable[[Journal], None]] = {
    "rename": rename,
    "merge": merge,
    "merge the other way": lambda journal: merge(journal, "alcohol", "cocaine"),
    "hide": hide,
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_taken_back_whole(lived: Journal, name: str) -> None:
    before = state(lived)
    CHANGES[name](lived)
    assert state(lived) != before
    assert verify_journal(lived).faults == ()
    undone = changes.undo(lived, NOW)
    assert undone is not None
    assert undone.verb == name.split(maxsplit=1)[0]
    assert state(lived) == before
    assert verify_journal(lived).faults == ()


def test_all_changes_are_taken_back_one_after_the_other(lived: Journal) -> None:
    states = []
    for step in (hide, rename, lambda journal: merge(journal, "snow")):
        states.append(state(lived))
        step(lived)
    for before in reversed(states):
        changes.undo(lived, NOW)
        assert state(lived) == before


def test_a_new_name_holds_wherever_the_old_one_stood(lived: Journal) -> None:
    rename(lived)
    one = lived.substances()["snow"]
    assert (one.name, one.kind.id) == ("Snow", "cocaine")
    assert "cocaine" not in lived.substances()
    assert lived.aliases() == {"cocaine": "snow", "coke": "snow"}
    assert lived.servings()["my bump"].substance == "snow"
    assert {entry.substance for entry in queries.entries(lived, SPAN)} == {"alcohol", "snow"}
    ruler, balance, reason, goal, rating = keepsakes.keepsakes(lived)
    assert (goal.more, rating.more["about"]) == ({**GOAL, "about": "snow"}, "snow")
    assert (ruler.more["about"], ruler.more["why"]) == ("snow", "cocaine costs me")
    assert (balance.subject, reason.text) == ("snow", "cocaine")
    assert lived.preferences.value("prescribed") == "diazepam,not snow"
    assert lived.preferences.is_day_total(one)
    assert lived.setting("told:mixing:alcohol+snow") == "1"
    assert lived.setting("told:mixing:alcohol+cocaine") is None


def test_a_name_goes_there_and_back(lived: Journal) -> None:
    before = lived.substances()["cocaine"]
    rename(lived)
    one = lived.substances()["snow"]
    with lived.change("rename", NOW) as change:
        tracked.rename(change, one, before, {})
    assert lived.substances()["cocaine"] == before
    assert lived.aliases() == {"coke": "cocaine", "snow": "cocaine"}


def test_records_move_and_keep_what_they_say(lived: Journal) -> None:
    before = {one.id: one for one in queries.entries(lived, SPAN)}
    merge(lived)
    after = {one.id: one for one in queries.entries(lived, SPAN)}
    assert after == {number: one.replace(substance="alcohol") for number, one in before.items()}
    assert list(lived.substances()) == ["alcohol"]
    assert lived.aliases() == {"cocaine": "alcohol", "coke": "alcohol"}
    used = queries.days_of(lived, lived.substances()["alcohol"], SPAN)
    assert used[TODAY].unit == "line"  # it stays what it was
    assert queries.starts(lived, lived.substances()) == {}  # in lines, that say nothing here


def test_units_that_turn_into_others_do(lived: Journal) -> None:
    merge(lived, line=Amount(7_000, 7_000, "g_alc"))
    used = queries.days_of(lived, lived.substances()["alcohol"], SPAN)
    assert (used[TODAY].unit, used[TODAY].low, used[TODAY].high) == ("g_alc", 14_000, 14_000)
    assert used[TODAY - 2].unknown == 1
    (moved,) = (
        one for one in queries.entries(lived, SPAN) if one.amount and one.amount.typed == "2"
    )
    assert moved.amount == Amount(14_000, 14_000, "g_alc", typed="2")
    (goal,) = keepsakes.keepsakes(lived, KeepsakeType.GOAL)
    assert goal.more == {**GOAL, "about": "alcohol", "unit": "g_alc", "limit": "14000"}


def test_a_start_moves_where_the_other_has_none_and_counts_alike(lived: Journal) -> None:
    pinned = BaselinePin(DateRange(TODAY - 40, TODAY - 12))
    changes.set_baseline(lived, lived.substances()["cocaine"], pinned, NOW)
    merge(lived)
    assert queries.starts(lived, lived.substances()) == {"alcohol": pinned}


SORTS: Final = st.sampled_from([EntryType.USE, EntryType.NONE])


@settings(max_examples=40)
@given(words=st.lists(st.tuples(st.sampled_from(["alcohol", "cocaine"]), SORTS), max_size=7))
def test_a_day_of_use_of_either_is_a_day_of_use_of_both(words: list[tuple[str, EntryType]]) -> None:
    with TemporaryDirectory() as folder, opened(own(Path(folder)), unsynced=True) as journal:
        keep(journal, entry(EntryType.EVENT))
        with journal.change("track", NOW) as change:
            both = [change.track(KNOWN[key]) for key in ("alcohol", "cocaine")]
        for key, sort in words:
            keep(journal, entry(sort, TODAY, substance=key))
        found = [queries.days_of(journal, one, SPAN).get(TODAY) for one in both]
        counted = [day.uses for day in found if day]
        merge(journal)
        day = queries.days_of(journal, both[0], SPAN).get(TODAY)
        assert (day.uses if day else None) == (sum(counted) if counted else None)


def test_what_is_noted_of_a_notice_names_substances() -> None:
    assert tracked.told_of("told:mixing:alcohol+cocaine") == ["alcohol", "cocaine"]
    assert tracked.told_of("told:alone") == ["alone"]
    assert tracked.told_of("country") == []


def test_a_list_row_is_json_that_undo_can_read(lived: Journal, place: Place) -> None:
    hide(lived)
    ((was,),) = lived.connection.execute("SELECT was FROM past WHERE part='substance' AND was>''")
    assert json.loads(was)[:3] == [2, "cocaine", "Cocaine"]
    lived.close()
    with opened(place) as again:
        assert again.substances()["cocaine"].hidden
