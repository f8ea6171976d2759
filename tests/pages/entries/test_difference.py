from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
from hrjournal.formats.mask import Mask
from hrjournal.pages.entries.difference import LONGEST, RecordWords
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, CANNABIS, DAY_STARTS, TODAY, entry
from support.pages.reading import DRINK, UNITS

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import EntryChanges

WORDS = RecordWords({"alcohol": ALCOHOL, "cannabis": CANNABIS}, UNITS, TODAY, DAY_STARTS)
USE = entry(EntryType.USE, substance="alcohol", amount=Amount(DRINK, DRINK, "g_alc", typed="1"))
HEART = "Alcohol: 1 US standard drink (14 g)"
WHEN = "today (Mon 23 Nov) at 20:00"
ASKED = "used less than it asked for"
EARLIER = Moment(USE.moment.instant - 3600, *USE.moment[1:])
ELSEWHERE = Moment(USE.moment.instant, USE.moment.offset, "Europe/Paris")


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ({}, f"{HEART}, {WHEN}"),
        (
            {"amount": Amount(2 * DRINK, 2 * DRINK, "g_alc", typed="2")},
            f"{HEART} -> Alcohol: 2 US standard drinks (28 g), {WHEN}",
        ),
        (
            {"moment": EARLIER},
            f"{HEART}, {WHEN} -> today (Mon 23 Nov) at 19:00",
        ),
        ({"note": "first"}, f"{HEART}, {WHEN}. Note: first (added)"),
        ({"urge_after": 3}, f"{HEART}, {WHEN}. Urge after: 3 (added)"),
        (
            {"minutes": 5, "outcome": Outcome.LESS, "mood": 0},
            f"{HEART}, {WHEN}. Minutes: 5 (added). Outcome: {ASKED} (added). Mood: 0 of 10 (added)",
        ),
        (
            {"amount": Amount(DRINK, DRINK, "g_alc", typed="one")},
            f"{HEART}, {WHEN}. As typed: 1 -> one",
        ),
        ({"moment": ELSEWHERE}, f"{HEART}, {WHEN}. Zone: {USE.moment.zone} -> Europe/Paris"),
    ],
)
def test_what_differs_is_told_before_and_after(new: EntryChanges, words: str) -> None:
    assert unmarked(WORDS.tell(USE.replace(**new), USE)) == words


def test_what_went_is_told_too() -> None:
    before = USE.replace(note="first", triggers=("stress", "payday"))
    after = USE.replace(triggers=("stress",))
    assert unmarked(WORDS.tell(after, before)) == (
        f"{HEART}, {WHEN}. Triggers: stress, payday -> stress. Note: first (taken out)"
    )


@pytest.mark.parametrize("same", [0, 5, LONGEST - 21, LONGEST - 20, LONGEST, 3 * LONGEST])
def test_long_words_that_part_late_are_told_from_there(same: int) -> None:
    before, after = ("a " * same)[:same] + "one", ("a " * same)[:same] + "two\n\nmore " * 90
    told = WORDS.tell(USE.replace(note=after), USE.replace(note=before))
    _, _, note = unmarked(told).partition("Note: ")
    first, second = note.split(" -> ")
    assert first != second
    assert first.endswith("one")
    assert "two" in second
    assert max(len(first), len(second)) <= LONGEST


NOTES = st.text(st.sampled_from("qQ \u3042e\u0301"), min_size=1, max_size=200).map(str.strip)


@given(NOTES, NOTES)
def test_forms_that_differ_are_told_apart_and_own_words_can_be_masked(one: str, two: str) -> None:
    before, after = USE.replace(note=one or None), USE.replace(note=two or None)
    told = WORDS.tell(after, before)
    assert (told == WORDS.tell(after)) == (one == two)
    if one and two and one != two:
        first, second = told.partition("Note: ")[2].split(" -> ")
        assert first != second
    assert "q" not in Mask({}).text(told).casefold()
