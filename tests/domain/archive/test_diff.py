from __future__ import annotations

from typing import Any

import pytest

from hrjournal.domain.archive import PARTS, Archive, DiffCounts, MergePlan, Record, compared
from hrjournal.domain.history import BaselinePin
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from support.whole_journal import EVENING, SOME, USE, WHOLE

SIZES = (3, 2, 1, 1, 2, 3, 5)  # of the parts of WHOLE
SLEEP, PAIN, GRIEF = (
    Keepsake(KeepsakeType.ROOT, EVENING, subject=word, id=number, written=50)
    for number, word in enumerate(("sleep", "pain", "grief"), 1)
)


def kept(*found: Keepsake) -> Archive:
    return Archive(keepsakes=found)


def test_to_an_empty_journal_everything_is_new() -> None:
    plan = compared(Archive(), WHOLE)
    assert plan.new == WHOLE
    assert [found.there + found.differing for found in plan.found.values()] == [0] * len(PARTS)
    assert plan.size == sum(SIZES)


def test_to_itself_nothing_is_new() -> None:
    plan = compared(WHOLE, WHOLE)
    assert plan == MergePlan(
        Archive(settings={}, aliases={}, starts={}),
        {name: DiffCounts(there=number) for name, number in zip(PARTS, SIZES, strict=True)},
    )
    assert plan.size == 0


def test_numbers_say_nothing_about_what_a_thing_is() -> None:
    moved = WHOLE._replace(
        entries=tuple(Record(one.entry.replace(id=90), one.origin) for one in WHOLE.entries),
        keepsakes=tuple(one.replace(id=90) for one in WHOLE.keepsakes),
    )
    assert compared(moved, WHOLE).size == 0
    found = compared(moved, WHOLE).found.values()
    assert [one.differing for one in found] == [0] * len(PARTS)


@pytest.mark.parametrize(
    ("part", "there"),
    [
        ("settings", {"country": "GB"}),
        ("substances", (WHOLE.substances[0]._replace(name="Drinks"),)),
        ("substances", (WHOLE.substances[0]._replace(hidden=True),)),
        ("aliases", {"booze": "żubrówka tea"}),
        ("servings", (WHOLE.servings[0]._replace(thousandths=1),)),
        ("starts", {"alcohol": BaselinePin(None, 9, 7, "g_alc")}),
        ("entries", (Record(USE.replace(mood=9), WHOLE.entries[1].origin),)),
        ("keepsakes", (WHOLE.keepsakes[0].replace(score=9),)),
    ],
)
def test_what_is_there_in_another_form_is_counted_and_stays(part: str, there: Any) -> None:
    plan = compared(Archive()._replace(**{part: there}), WHOLE)
    assert plan.found[part].differing == 1
    assert plan.found[part].new == len(getattr(WHOLE, part)) - 1
    assert len(getattr(plan.new, part)) == len(getattr(WHOLE, part)) - 1


def test_an_entry_of_the_same_words_and_another_name_is_another_entry() -> None:
    there = Archive(entries=(Record(SOME, "1@1"),))
    assert compared(there, Archive(entries=(Record(SOME, "2@1"),))).size == 1


def test_a_keepsake_that_was_changed_since_is_known_by_its_second() -> None:
    plan = compared(kept(SLEEP.replace(subject="rest")), kept(SLEEP))
    assert plan.found["keepsakes"] == DiffCounts(differing=1)


def test_of_several_of_one_second_those_alike_are_found_first() -> None:
    plan = compared(kept(GRIEF, PAIN.replace(subject="hurt")), kept(SLEEP, PAIN, GRIEF))
    assert plan.found["keepsakes"] == DiffCounts(new=1, there=1, differing=1)
    twice = compared(kept(SLEEP), kept(SLEEP, SLEEP.replace(id=9)))
    assert twice.new.keepsakes == (SLEEP.replace(id=9),)
