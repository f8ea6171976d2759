from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.report.mood import Average, Feeling, average, feelings
from hrjournal.report.periods import By, periods
from support.builders import TODAY, entry, history

WEEK = DateRange(TODAY - 6, TODAY + 1)


def test_a_day_with_several_figures_counts_once() -> None:
    found = history(
        "0",
        records=[
            entry(EntryType.CHECKIN, TODAY, "08:00", mood=2),
            entry(EntryType.CHECKIN, TODAY, "20:00", mood=5),
            entry(EntryType.CHECKIN, TODAY - 1, mood=8),
        ],
    )
    assert average(found, WEEK, Feeling.MOOD) == Average(Fraction(23, 4), 2)


def test_a_mood_of_zero_is_a_mood() -> None:
    found = history("0", records=[entry(EntryType.CHECKIN, TODAY, mood=0)])
    assert average(found, WEEK, Feeling.MOOD) == Average(Fraction(0), 1)


def test_nothing_written_has_no_mean() -> None:
    (period,) = periods(WEEK, By.MONTH, TODAY)
    found = feelings(history("2 0", records=[entry(EntryType.CHECKIN, TODAY - 9, mood=3)]), period)
    assert (found.mood, found.urge, found.sleep, found.told) == (None, None, None, False)


def test_an_urge_for_one_substance_is_not_one_for_another() -> None:
    found = history(
        "0",
        records=[
            entry(EntryType.URGE, TODAY, "10:00", urge=9, substance="cocaine"),
            entry(EntryType.URGE, TODAY, "11:00", urge=5, substance="alcohol"),
            entry(EntryType.CHECKIN, TODAY - 1, urge=1),
        ],
    )
    assert average(found, WEEK, Feeling.URGE, "alcohol") == Average(Fraction(3), 2)
    assert average(found, WEEK, Feeling.URGE) == Average(Fraction(4), 2)


@given(st.lists(st.one_of(st.none(), st.integers(0, 1440)), min_size=7, max_size=7))
def test_sleep_is_the_mean_of_the_nights_written(nights: list[int | None]) -> None:
    records = [
        entry(EntryType.CHECKIN, WEEK.start + place, sleep=night)
        for place, night in enumerate(nights)
    ]
    told = [night for night in nights if night is not None]
    found = average(history(".", records=records), WEEK, Feeling.SLEEP)
    assert found == (Average(Fraction(sum(told), len(told)), len(told)) if told else None)
