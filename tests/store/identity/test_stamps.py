from __future__ import annotations

from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.identity import successor, uid_from, uid_of_origin
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.store import Journal, changes, keepsakes, queries
from hrjournal.store.bulk import Planned, insert_entries
from hrjournal.store.integrity import verify_journal
from support.builders import entry
from support.journals import bring, exported
from support.keeping import NOW, RELEASED, keep, make_release, opened, own
from support.store.copies import content, merge

ALL_TIME = DateRange(1, 3_000_000)
EVENT = entry(EntryType.EVENT, note="moved house", written=100)


def stamps(journal: Journal) -> list[tuple[int, int, str | None]]:
    return journal.connection.execute(
        "SELECT uid, revised, former FROM entry ORDER BY id"
    ).fetchall()


def dead(journal: Journal) -> list[int]:
    found = journal.connection.execute("SELECT uid FROM tombstone ORDER BY revised, uid")
    return [uid for (uid,) in found]


def edit(journal: Journal, number: int, note: str, at: int) -> None:
    stored = queries.entry(journal, number)
    assert stored is not None
    with journal.change("edit", at) as change:
        changes.replace(change, stored.replace(note=note), None)


def test_an_edit_and_taking_it_back_are_two_later_versions_of_one_record(journal: Journal) -> None:
    keep(journal, EVENT)
    ((uid, first, _),) = stamps(journal)
    edit(journal, 1, "other words", NOW - 5000)  # the clock was set back
    assert stamps(journal) == [(uid, first + 1, f"{first}")]
    changes.undo(journal, NOW + 60)
    assert stamps(journal) == [(uid, NOW + 60, f"{first} {first + 1}")]
    assert dead(journal) == []


def test_what_is_deleted_leaves_its_uid_alone(journal: Journal) -> None:
    keep(journal, EVENT.replace(note="words-of-mine"))
    ((uid, *_),) = stamps(journal)
    with journal.change("delete", NOW) as change:
        changes.delete(change, 1)
    rows = journal.connection.execute("SELECT uid, part, revised FROM tombstone").fetchall()
    assert rows == [(uid, "entry", NOW + 1)]


def test_what_comes_back_is_a_new_record(journal: Journal) -> None:
    keep(journal, EVENT)
    ((uid, *_),) = stamps(journal)
    with journal.change("delete", NOW) as change:
        changes.delete(change, 1)
    changes.undo(journal, NOW)
    assert stamps(journal) == [(successor(uid), NOW + 1, None)]
    assert dead(journal) == [uid]
    changes.undo(journal, NOW)  # the record itself is taken back now
    assert dead(journal) == [uid, successor(uid)]
    assert queries.entries(journal, ALL_TIME) == []


def test_taking_back_an_import_deletes_nothing_elsewhere(journal: Journal) -> None:
    insert_entries(journal, [Planned(EVENT, None, "row-1")], NOW)
    assert [uid for uid, *_ in stamps(journal)] == [uid_from("row-1")]
    changes.undo(journal, NOW)
    assert dead(journal) == []
    insert_entries(journal, [Planned(EVENT, None, "row-1")], NOW)
    assert [uid for uid, *_ in stamps(journal)] == [uid_from("row-1")]


def test_what_is_imported_again_after_its_deletion_is_the_same_in_every_copy(
    tmp_path: Path,
) -> None:
    found = []
    for name in ("one", "two"):
        with opened(own(tmp_path / name)) as journal:
            for _ in range(2):
                insert_entries(journal, [Planned(EVENT, None, "row-1")], NOW)
                with journal.change("delete", NOW) as change:
                    changes.delete(change, queries.entries(journal, ALL_TIME)[0].id)
            insert_entries(journal, [Planned(EVENT, None, "row-1")], NOW)
            found.append((stamps(journal), dead(journal)))
    assert found[0] == found[1]
    assert len(found[0][1]) == 2


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_copies_that_are_brought_up_to_date_apart_agree(path: Path, tmp_path: Path) -> None:
    places = [own(tmp_path / name) for name in ("one", "two")]
    for place in places:
        place.path.parent.parent.mkdir()
        make_release(path, place.path)
    with opened(places[0]) as here, opened(places[1]) as there:
        assert content(here) == content(there)
        assert merge(here, there).is_idle
        edit(here, 3, "here", NOW)
        keep(there, EVENT)
        merge(here, there)
        plan = merge(there, here)
        assert (len(plan.entries.new), plan.entries.newer) == (0, 1)
        assert content(here) == content(there)
        assert len(queries.entries(here, ALL_TIME)) == 5
        assert verify_journal(here).faults == verify_journal(there).faults == ()


def test_a_record_that_was_deleted_before_records_had_a_uid_stays_deleted(tmp_path: Path) -> None:
    v4 = next(path for path in RELEASED if path.stem == "v4")
    places = [own(tmp_path / name) for name in ("one", "two")]
    for place in places:
        place.path.parent.parent.mkdir()
        make_release(v4, place.path)
    with opened(places[0]) as here, opened(places[1]) as there:
        ((uid,),) = here.connection.execute("SELECT uid FROM tombstone").fetchall()
        assert uid == uid_of_origin("entry.5.1795392000")
        changes.undo(there, NOW)
        assert merge(here, there).entries.new.keys() == {successor(uid)}


def test_a_journal_that_came_as_a_file_holds_the_same_records(tmp_path: Path) -> None:
    v4 = next(path for path in RELEASED if path.stem == "v4")
    first, second = own(tmp_path / "one"), own(tmp_path / "two")
    first.path.parent.parent.mkdir()
    make_release(v4, first.path)
    with opened(first) as here, opened(second) as there:
        keep(here, EVENT)
        text = exported(here)
        bring(there, text)
        assert [uid for uid, *_ in stamps(here)] == [uid for uid, *_ in stamps(there)]
        plan = merge(there, here)
        assert plan.size == 0
        assert merge(here, there).size == 0
        assert bring(here, exported(there)).size == 0


def test_a_record_of_another_copy_is_known_again_by_imports(tmp_path: Path) -> None:
    with opened(own(tmp_path / "one")) as here, opened(own(tmp_path / "two")) as there:
        keep(here, EVENT, EVENT)
        keep(there, EVENT.replace(note="there"))
        text = exported(there)
        merge(here, there)
        assert bring(here, text).size == 0


def test_the_uids_of_names_and_of_what_comes_back_stay_what_they_are() -> None:
    assert uid_from("entry.1.1795392000") == 5521208529343349356
    assert uid_of_origin("89abcdef01234567.1.1795392000") == uid_from("entry.1.1795392000")
    assert uid_of_origin(".1.1795392000+") == uid_from("entry.1.1795392000")
    assert uid_of_origin("uid.00000000000000ff") == 255
    assert uid_of_origin("uid.ffffffffffffffff") == 2**63 - 1
    assert uid_of_origin("diary.1.2") == uid_from("diary.1.2")
    assert successor(1) == 1227844342346046657


def test_keepsakes_go_the_same_ways(journal: Journal) -> None:
    def found() -> list[tuple[int, int, str | None]]:
        return journal.connection.execute("SELECT uid, revised, former FROM keepsake").fetchall()

    with journal.change("reason", NOW) as change:
        number = keepsakes.add(change, Keepsake(KeepsakeType.REASON, EVENT.moment, text="rest"))
    ((uid, *_),) = found()
    one = keepsakes.keepsake(journal, number)
    with journal.change("reason", NOW) as change:
        keepsakes.replace(change, one.replace(text="sleep"))
    assert found() == [(uid, NOW + 1, f"{NOW}")]
    changes.undo(journal, NOW)
    assert found() == [(uid, NOW + 2, f"{NOW} {NOW + 1}")]
    with journal.change("reason", NOW) as change:
        keepsakes.forget(change, number)
    changes.undo(journal, NOW)
    assert found() == [(successor(uid), NOW + 3, None)]
    assert dead(journal) == [uid]
    assert verify_journal(journal).faults == ()
