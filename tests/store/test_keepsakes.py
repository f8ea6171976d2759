from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Moment
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.upkeep import CheckFinding, Trouble
from hrjournal.errors import JournalError, NotFoundError, UsageError
from hrjournal.store import Journal, Place, changes, keepsakes
from hrjournal.store.backups import forgetting
from hrjournal.store.integrity import verify_journal
from support.keeping import MOMENTS, NOW, TEXT, keep, opened

THEN = Moment(NOW, 3600, "Europe/Warsaw")
REASON = Keepsake(KeepsakeType.REASON, THEN, text="To wake up rested.", written=NOW)
RULER = Keepsake(KeepsakeType.RULER, THEN, subject="importance", score=7, written=NOW)
KEEPSAKES = st.builds(
    Keepsake,
    st.sampled_from(KeepsakeType),
    MOMENTS,
    subject=TEXT.map(lambda text: text.replace("\n", " ")),
    text=TEXT,
    score=st.none() | st.integers(0, 100),
    more=st.dictionaries(TEXT, TEXT, max_size=3),
    written=st.integers(0, 4 * 10**9),
)


def put(journal: Journal, *found: Keepsake) -> list[int]:
    with journal.change("reflect", NOW) as change:
        return [keepsakes.add(change, one) for one in found]


@given(found=st.lists(KEEPSAKES, max_size=4))
@pytest.mark.slow
def test_what_is_kept_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, found: list[Keepsake]
) -> None:
    place = Place(tmp_path_factory.mktemp("kept") / "own" / "journal.db", own=True)
    with opened(place, unsynced=True) as journal:
        numbers = put(journal, *found)
        back = keepsakes.keepsakes(journal)
        assert sorted(back, key=lambda one: one.id) == [
            one.replace(id=number) for one, number in zip(found, numbers, strict=True)
        ]
        instants = [one.moment.instant for one in back]
        assert instants == sorted(instants)
        assert verify_journal(journal).faults == ()


def test_one_sort_or_one_subject_can_be_asked_for(journal: Journal) -> None:
    put(journal, REASON, RULER, RULER.replace(subject="readiness"))
    assert [one.id for one in keepsakes.keepsakes(journal, KeepsakeType.RULER)] == [2, 3]
    assert [one.id for one in keepsakes.keepsakes(journal, KeepsakeType.RULER, "readiness")] == [3]
    assert keepsakes.keepsake(journal, 1, KeepsakeType.REASON).text == "To wake up rested."
    with pytest.raises(NotFoundError):
        keepsakes.keepsake(journal, 1, KeepsakeType.RULER)


def test_each_change_of_a_keepsake_can_be_taken_back(journal: Journal) -> None:
    put(journal, REASON)
    with journal.change("reflect", NOW) as change:
        keepsakes.replace(change, REASON.replace(id=1, text="For my daughter."))
    with journal.change("reflect", NOW) as change:
        keepsakes.forget(change, 1)
    assert keepsakes.keepsakes(journal) == ()
    for text in ("For my daughter.", "To wake up rested."):
        assert changes.undo(journal, NOW) is not None
        assert [one.text for one in keepsakes.keepsakes(journal)] == [text]
    changes.undo(journal, NOW)
    assert keepsakes.keepsakes(journal) == ()


def test_what_goes_for_good_is_in_no_memory(journal: Journal) -> None:
    put(journal, REASON)
    with journal.change("reflect", NOW) as change:
        keepsakes.replace(change, REASON.replace(id=1, text="Other words."))
    with journal.change("reflect", NOW) as change:
        forgetting.keepsake(1, REASON.written)(change)
    journal.connection.execute("VACUUM")
    assert b"rested" not in journal.place.path.read_bytes()
    assert b"Other words" not in journal.place.path.read_bytes()


def test_numbers_are_never_used_twice(journal: Journal) -> None:
    put(journal, REASON)
    changes.undo(journal, NOW)
    assert put(journal, REASON) == [2]


def test_one_that_is_not_there_is_said_calmly(journal: Journal) -> None:
    with pytest.raises(NotFoundError, match="number 5"):
        keepsakes.keepsake(journal, 5)
    with pytest.raises(NotFoundError), journal.change("reflect", NOW) as change:
        keepsakes.forget(change, 5)


def test_silent_damage_is_noticed(journal: Journal) -> None:
    put(journal, REASON)
    journal.connection.execute("UPDATE keepsake SET text='To wake up tested.'")
    with pytest.raises(JournalError, match="damaged"):
        keepsakes.keepsakes(journal)
    assert verify_journal(journal).faults == (CheckFinding(Trouble.KEPT, number=1),)


@pytest.mark.parametrize(
    "given", [{"text": "x" * 200_001}, {"subject": "two\nlines"}, {"more": {"a": "y" * 200_001}}]
)
def test_what_does_not_fit_is_refused_at_birth(given: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        Keepsake(KeepsakeType.LETTER, THEN, **given)


def test_keepsakes_touch_no_day(journal: Journal) -> None:
    put(journal, REASON, RULER)
    assert verify_journal(journal) == (0, 0, 0, 2, ())
    assert keep(journal) == []
