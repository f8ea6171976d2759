from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from hrjournal.domain.archive.merge import CopiesMerge, root_names
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import OwnServing
from hrjournal.store import Journal, changes, keepsakes, queries
from hrjournal.store.integrity import verify_journal
from hrjournal.store.ledger import enter, seen_to
from hrjournal.store.substances import named, tracked
from hrjournal.store.substances.remove import remove
from support.builders import TODAY, entry
from support.keeping import KNOWN, NOW, keep, opened, own, state
from support.store.copies import another, content, merge

ALL_TIME = DateRange(1, 3_000_000)
DRINK = entry(EntryType.USE, substance="alcohol", amount=Amount(14_000, 14_000, "g_alc"))
LINE = entry(EntryType.USE, substance="cocaine", amount=Amount(1000, 1000, "line"))
NOTED = entry(EntryType.EVENT, note="noted")
PINNED = BaselinePin(None, 9000, 2, "g_alc")


@contextmanager
def two_copies(folder: Path) -> Iterator[tuple[Journal, Journal]]:
    """A journal of a drink and a note, and a copy of it."""
    with opened(own(folder), unsynced=True) as journal:
        keep(journal, DRINK, NOTED)
        copy = another(journal)
        yield journal, copy
        copy.close()


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Journal, Journal]]:
    """A journal, and a copy of it."""
    with two_copies(tmp_path) as both:
        yield both


def edit(journal: Journal, number: int, note: str, at: int = NOW) -> None:
    stored = queries.entry(journal, number)
    assert stored is not None
    with journal.change("edit", at) as change:
        one = journal.substances().get(stored.substance or "")
        changes.replace(change, stored.replace(note=note), one)


def delete(journal: Journal, number: int, at: int = NOW) -> None:
    with journal.change("delete", at) as change:
        changes.delete(change, number)


def merge_a_copy(journal: Journal, other: Journal) -> CopiesMerge:
    """Merges what another journal is at this moment, as a file that lies elsewhere would be."""
    with closing(another(other)) as copy:
        return merge(journal, copy)


def rename(journal: Journal, key: str, name: str) -> None:
    one = journal.substances()[key]
    with journal.change("rename", NOW) as change:
        tracked.rename(change, one, one._replace(key=name.casefold(), name=name), {})


def notes(journal: Journal) -> list[str]:
    return sorted(one.note or "" for one in queries.entries(journal, ALL_TIME))


def test_what_each_has_alone_comes_to_both(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    keep(here, NOTED.replace(note="here"), LINE)
    keep(there, NOTED.replace(note="there"))
    plan = merge(here, there)
    assert (len(plan.entries.new), plan.entries.same, plan.size) == (1, 2, 1)
    assert len(merge(there, here).entries.new) == 2
    assert notes(here) == notes(there) == ["", "", "here", "noted", "there"]
    assert content(here) == content(there)
    assert verify_journal(here).faults == verify_journal(there).faults == ()


def test_the_later_of_two_edits_stands_and_both_are_told(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    edit(here, 2, "later", NOW + 9)
    edit(there, 2, "earlier", NOW + 5)
    before = another(here)
    (told,) = merge(here, there).entries.disagreements
    assert told.here
    assert told.stands is not None
    assert (getattr(told.stands, "note", ""), getattr(told.other, "note", "")) == (
        "later",
        "earlier",
    )
    other_way = another(there)
    (told,) = merge(other_way, before).entries.disagreements
    assert not told.here
    assert not merge(there, here).entries.disagreements  # it knows that the other was there
    assert notes(there) == notes(here) == notes(other_way) == ["", "later"]
    for one in (before, other_way):
        one.close()


def test_one_that_was_changed_in_one_copy_alone_is_newer_and_no_disagreement(
    copies: tuple[Journal, Journal],
) -> None:
    here, there = copies
    edit(there, 2, "once", NOW + 5)
    edit(there, 2, "twice", NOW + 9)
    plan = merge(here, there)
    assert (plan.entries.newer, plan.entries.disagreements) == (1, ())
    plan = merge_a_copy(there, here)
    assert (plan.entries.newer, plan.entries.newer_here, plan.is_idle) == (0, 0, True)


@pytest.mark.parametrize("edited", [NOW + 1, NOW + 60])
def test_what_is_deleted_stays_deleted_whenever_it_was_edited(
    copies: tuple[Journal, Journal], edited: int
) -> None:
    here, there = copies
    delete(here, 2, NOW + 20)
    edit(there, 2, "changed", edited)
    late = edited > NOW + 20
    plan = merge(here, there)
    assert [told.stands for told in plan.entries.disagreements] == [None] * late
    plan = merge_a_copy(there, here)
    assert len(plan.entries.gone) == 1
    assert notes(here) == notes(there) == [""]
    assert not merge(here, there).entries.disagreements  # it is told once
    changes.undo(there, NOW)
    assert notes(there) == ["", "changed"]


def test_of_use_and_none_in_two_copies_the_later_word_stands_in_both(
    copies: tuple[Journal, Journal],
) -> None:
    here, there = copies
    none = entry(EntryType.NONE, substance="alcohol")
    keep(here, none, at=NOW + 50)
    keep(there, DRINK, at=NOW + 40)
    keep(there, DRINK, at=NOW + 60)
    for one, other in ((here, there), (there, here)):
        merge(one, other)
    found = [queries.load_history(one, ALL_TIME).of("alcohol")[TODAY] for one in copies]
    assert found[0].uses == found[1].uses == 1


def test_a_name_that_one_copy_gave_is_the_name_in_both(tmp_path: Path) -> None:
    for turned in (False, True):
        with two_copies(tmp_path / f"{turned}") as (here, there):
            rename(here, "alcohol", "Booze")
            keep(there, DRINK.replace(note="there"))
            for one, other in ((there, here), (here, there))[:: -1 if turned else 1]:
                merge(one, other)
                assert verify_journal(one).faults == ()
            assert content(here) == content(there)
            assert list(here.substances()) == ["booze"]
            assert here.aliases() == there.aliases() == {"alcohol": "booze"}
            assert notes(here) == ["", "noted", "there"]


def test_two_names_that_each_copy_gave_come_out_as_one(copies: tuple[Journal, Journal]) -> None:
    here, there = copies
    keep(there, LINE)
    merge(here, there)
    for journal, one, into in ((here, "alcohol", "cocaine"), (there, "cocaine", "alcohol")):
        known = journal.substances()
        with journal.change("merge", NOW) as change:
            tracked.merge(change, known[one], known[into], {})
    merge(here, there)
    merge(there, here)
    assert content(here)["entries"] == content(there)["entries"]
    assert list(here.substances()) == list(there.substances()) == ["alcohol"]
    assert verify_journal(here).faults == verify_journal(there).faults == ()


def test_names_that_mean_each_other_mean_the_first() -> None:
    assert root_names({"b": "a"}, {"a": "b"}) == {"b": "a"}
    assert root_names({"c": "b"}, {"b": "a"}) == {"c": "a", "b": "a"}
    assert root_names({"x": "a"}, {"x": "b"}) == {"x": "a"}
    assert root_names({}, {}) == {}


def test_a_substance_that_was_taken_out_for_good_does_not_come_back(
    copies: tuple[Journal, Journal],
) -> None:
    here, there = copies
    for journal in (here, there):
        keep(journal, LINE)
    merge(here, there)
    merge(there, here)
    with there.change("alias", NOW) as change:
        named.set_alias(change, "snow", there.substances()["cocaine"].id)
        named.set_serving(change, "bump", OwnServing("bump", "cocaine", "line", 500, "half"))
    changes.set_baseline(there, there.substances()["cocaine"], PINNED, NOW)
    with here.change("remove", NOW) as change:
        remove(change, here.substances()["cocaine"], lambda word: word == "cocaine")
    before = state(there)
    merge(here, there)
    assert list(here.substances()) == ["alcohol"]
    assert "cocaine" not in "\n".join(here.connection.iterdump())
    merge(there, here)
    assert list(there.substances()) == ["alcohol"]
    assert content(here) == content(there)
    assert verify_journal(there).faults == ()
    changes.undo(there, NOW)
    assert state(there) == before
    assert verify_journal(there).faults == ()


def test_what_has_no_uid_comes_in_where_it_is_new_and_else_stays(
    copies: tuple[Journal, Journal],
) -> None:
    here, there = copies
    changes.set_settings(here, {"country": "PL", "pause": "mood"}, NOW)
    changes.set_settings(there, {"country": "DE", "week_starts_on": "sunday"}, NOW)
    changes.set_baseline(there, there.substances()["alcohol"], PINNED, NOW)
    with there.change("serving", NOW) as change:
        serving = OwnServing("My can", "alcohol", "g_alc", 18_936, "500ml 4.8%")
        named.set_serving(change, "my can", serving)
        named.set_alias(change, "booze", there.substances()["alcohol"].id)
    enter(here, 0, [], [], TODAY)
    before = state(here)
    plan = merge(here, there)
    assert [(one.name, one.here, one.there) for one in plan.differences] == [
        ("country", "PL", "DE")
    ]
    assert here.preferences.values["country"] == "PL"
    assert here.preferences.values["week_starts_on"] == "sunday"
    assert here.aliases() == {"booze": "alcohol"}
    assert list(here.servings()) == ["my can"]
    assert queries.starts(here, here.substances()) == {"alcohol": PINNED}
    assert seen_to(here) is None  # wins are measured by them
    assert merge(here, there).size == 0
    changes.undo(here, NOW)
    assert state(here) == before | {"setting": state(here)["setting"]}


def test_wins_are_judged_anew_from_the_first_day_that_is_different(
    copies: tuple[Journal, Journal],
) -> None:
    here, there = copies
    keep(there, entry(EntryType.EVENT, TODAY - 9, note="long ago"))
    enter(here, 0, [], [], TODAY - 1)
    merge(here, there)
    assert seen_to(here) == TODAY - 10
    enter(here, 0, [], [], TODAY - 1)
    assert merge(here, there).is_idle
    assert seen_to(here) == TODAY - 1


def test_a_copy_of_what_was_kept_that_came_by_a_file_is_no_second_one(
    copies: tuple[Journal, Journal],
) -> None:
    kept = Keepsake(KeepsakeType.REASON, NOTED.moment, text="To rest.", written=NOW)
    for journal in copies:  # as an import would write it in each
        with journal.change("import", NOW) as change:
            keepsakes.add(change, kept)
    here, there = copies
    assert merge(here, there).size == 0
    assert len(keepsakes.keepsakes(here)) == 1


def test_a_merge_that_is_stopped_leaves_nothing(
    copies: tuple[Journal, Journal], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = copies
    keep(there, LINE)
    with there.change("reason", NOW) as change:
        keepsakes.add(change, Keepsake(KeepsakeType.REASON, NOTED.moment, text="rest"))
    before = list(here.connection.iterdump())

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(keepsakes, "write", stopped)
    with pytest.raises(KeyboardInterrupt):
        merge(here, there)
    assert list(here.connection.iterdump()) == before


def test_two_journals_of_two_beginnings_become_one(tmp_path: Path) -> None:
    with opened(own(tmp_path / "one")) as here, opened(own(tmp_path / "two")) as there:
        keep(here, DRINK)
        keep(there, LINE, NOTED, DRINK)
        merge(here, there)
        merge(there, here)
        assert content(here) == content(there)
        assert sorted(here.substances()) == ["alcohol", "cocaine"]
        assert KNOWN.keys() >= here.substances().keys()
        assert len(queries.entries(here, ALL_TIME)) == 4
