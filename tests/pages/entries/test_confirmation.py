from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
from hrjournal.pages.entries import confirmation
from hrjournal.sanitize import unmarked
from support.builders import ALCOHOL, CANNABIS, DAY_STARTS, TODAY, entry
from support.pages.reading import DRINK, UNITS, bare

TRACKED = {"alcohol": ALCOHOL, "cannabis": CANNABIS}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Amount(DRINK, DRINK, "g_alc"), "1 US standard drink (14 g)"),
        (Amount(2 * DRINK, 4 * DRINK, "g_alc"), "2 to 4 US standard drinks (28 to 56 g)"),
        (Amount(3 * DRINK, 3 * DRINK, "g_alc", about=True), "about 3 US standard drinks (42 g)"),
        (Amount(19_725, 19_725, "g_alc"), "1.4 US standard drinks (19.7 g)"),
        (Amount(1000, 1000, "joint"), "1 joint"),
        (Amount(2500, 2500, "scoop"), "2.5 scoops"),
        (Amount(None, None, "joint"), "some, amount not known"),
        (None, ""),
    ],
)
def test_an_amount_is_said_as_understood(amount: Amount | None, words: str) -> None:
    assert confirmation.amount_words(amount, UNITS) == words


@pytest.mark.parametrize(
    ("ago", "time", "words"),
    [
        (0, "20:00", "today (Mon 23 Nov) at 20:00"),
        (1, "17:59", "yesterday (Sun 22 Nov) at 17:59"),
        (1, "18:00", "last night (Sun 22 Nov) at 18:00"),
        (2, "20:00", "Sat 21 Nov 2026 at 20:00"),
    ],
)
def test_the_day_is_always_said_by_its_date(ago: int, time: str, words: str) -> None:
    one = entry(EntryType.CHECKIN, TODAY - ago, time)
    assert confirmation.when_words(one, TODAY, DAY_STARTS) == words


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "tonight (Mon 23 Nov), 01:30"),
        (1, "last night (Sun 22 Nov) at 01:30"),
        (2, "the night of Sat 21 Nov 2026 at 01:30"),
    ],
)
def test_a_time_past_midnight_is_said_by_its_night(ago: int, words: str) -> None:
    late = entry(EntryType.CHECKIN, TODAY - ago, "01:30")
    assert confirmation.when_words(late, TODAY, DAY_STARTS) == words


def test_a_day_without_a_time_names_none() -> None:
    one = entry(EntryType.NONE)
    untimed = one.replace(moment=Moment(*one.moment[:3], timed=False))
    assert confirmation.when_words(untimed, TODAY, DAY_STARTS) == "today (Mon 23 Nov)"


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (
            entry(EntryType.USE, substance="alcohol", amount=Amount(DRINK, DRINK, "g_alc")),
            "Alcohol: 1 US standard drink (14 g)",
        ),
        (entry(EntryType.NONE, substance="alcohol"), "Alcohol: none"),
        (entry(EntryType.NONE), "None"),
        (entry(EntryType.URGE), "Urge"),
        (entry(EntryType.URGE, urge=0), "Urge 0 of 10"),
        (
            entry(
                EntryType.URGE,
                urge=7,
                urge_after=0,
                substance="cannabis",
                minutes=20,
                outcome=Outcome.RODE_OUT,
            ),
            "Urge 7 of 10, then 0 (Cannabis), 20 minutes, it passed without use",
        ),
        (entry(EntryType.STEP, steps=("ate", "water")), "Step: ate, water"),
        (entry(EntryType.EVENT, note="payday"), "Event: payday"),
        (entry(EntryType.CHECKIN, mood=4), "Check-in"),
    ],
)
def test_every_sort_of_record_is_said_in_a_few_words(one: Entry, words: str) -> None:
    assert unmarked(confirmation.what_words(one, TRACKED, UNITS)) == words
    line = confirmation.saved([one.replace(id=12)], TRACKED, UNITS, TODAY, DAY_STARTS)
    assert unmarked(line).startswith(f"Saved #12. {words}, ")
    assert line.endswith("today (Mon 23 Nov) at 20:00.")
    assert all(more in line for more in confirmation.detail_words(one))


def test_what_else_was_said_is_said_back_in_one_line() -> None:
    one = entry(EntryType.CHECKIN, mood=4, company="alone", planned=True, note="a\n" + "b" * 99)
    line = unmarked(confirmation.saved([one.replace(id=1)], TRACKED, UNITS, TODAY, DAY_STARTS))
    assert line.startswith("Saved #1. Check-in, mood 4, alone, planned, note: a / bbb")
    assert line.endswith("bbb\u2026, today (Mon 23 Nov) at 20:00.")


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_its_words(outcome: Outcome) -> None:
    words = confirmation.what_words(entry(EntryType.URGE, urge=5, outcome=outcome), TRACKED, UNITS)
    assert words.startswith("Urge 5 of 10, ")


def test_every_other_thing_that_a_record_says_is_a_detail() -> None:
    full = entry(
        EntryType.USE,
        mood=0,
        urge=3,
        anxiety=2,
        pain=1,
        sleep=425,
        triggers=("stress", "work"),
        copings=("walk",),
        steps=("ate",),
        route="oral",
        company="alone",
        spend=12_500,
        planned=True,
        note="a\nb",
    )
    assert bare(confirmation.details(full)) == [
        ("Mood", "0 of 10"),
        ("Urge", "3 of 10"),
        ("Anxiety", "2 of 10"),
        ("Pain", "1 of 10"),
        ("Sleep", "7 h 05 min"),
        ("Triggers", "stress, work"),
        ("Coping", "walk"),
        ("Steps", "ate"),
        ("Route", "oral"),
        ("With", "alone"),
        ("Spent", "12.50"),
        ("Planned", "yes"),
        ("Note", "a\nb"),
    ]
    assert confirmation.details(entry(EntryType.CHECKIN)) == []


def test_what_is_said_already_is_not_said_again() -> None:
    assert confirmation.details(entry(EntryType.URGE, urge=7)) == []
    assert confirmation.details(entry(EntryType.STEP, steps=("ate",))) == []
    assert confirmation.details(entry(EntryType.EVENT, note="payday")) == []


@pytest.mark.parametrize(
    ("numbers", "names", "words"),
    [
        ((1,), (), "Saved #1. None, today. Nothing used."),
        ((3,), ("Alcohol",), "Saved #3. None, today: Alcohol."),
        ((3, 4), ("Alcohol", "Kava"), "Saved #3 to #4. None, today: Alcohol and Kava."),
        ((3, 4, 5), ("A", "B", "C"), "Saved #3 to #5. None, today: A, B and C."),
    ],
)
def test_a_none_says_what_it_covers(
    numbers: tuple[int, ...], names: tuple[str, ...], words: str
) -> None:
    assert unmarked(confirmation.saved_none(numbers, names, "today")) == words


def test_the_later_word_is_named() -> None:
    assert confirmation.later_word(EntryType.USE).startswith(
        "This replaces the none you logged for that day."
    )
    assert confirmation.later_word(EntryType.NONE).startswith(
        "This replaces the use you logged for that day."
    )


@given(st.integers(1, 10**9), st.integers(0, 10**6))
def test_the_grams_of_a_span_are_never_the_wrong_way_round(low: int, more: int) -> None:
    words = confirmation.amount_words(Amount(low, low + more, "g_alc"), UNITS)
    grams = words.rpartition("(")[2].removesuffix(" g)").split(" to ")
    assert len(grams) in {1, 2}
    assert all(abs(float(grams[0]) * 1000 - low) <= 50 for _ in grams)
    assert abs(float(grams[-1]) * 1000 - low - more) <= 50


def test_what_it_gave_and_what_came_after_are_told() -> None:
    found = confirmation.details(entry(EntryType.USE, gave="calm", after="slept badly"))
    assert found == [("It gave", "calm"), ("Afterwards", "slept badly")]


def test_a_good_thing_is_told_with_how_good_it_was() -> None:
    good = entry(EntryType.GOOD, note="saw my sister", score=8)
    assert (
        unmarked(confirmation.what_words(good, {}, UNITS))
        == "A good thing: saw my sister (8 of 10)"
    )
    assert confirmation.details(good) == []
