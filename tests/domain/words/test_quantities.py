from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.words.quantities import length, rating, read_minutes, read_rating, read_sleep
from hrjournal.errors import UsageError


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("7", 420), ("7.5", 450), ("7,5", 450), ("7h", 420), ("7h30", 450), ("7:30", 450)),
        *(("0", 0), ("24", 1440), (" 8 ", 480), ("7H30", 450), ("7h05", 425), ("7.25", 435)),
        *(("7 hours", 420), ("7 and a half hours", 450), ("7\u00bd", 450), ("7 \u00bd h", 450)),
        *(("eight", 480), ("7 h 30", 450), ("8 hours and 20 minutes", 500), ("450 min", 450)),
        *(
            ("seven and a half", 450),
            ("7 hours and a half", 450),
            ("6,5 h", 390),
            ("about 7", 420),
            ("~7h", 420),
        ),
    ],
)
def test_hours_of_sleep_are_read(text: str, minutes: int) -> None:
    assert read_sleep(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        *("", "nan", "inf", "-1", "25", "a", "an", "h", "half", "7h-30", "7:90", "7h60", "1_0"),
        *("7:1_0", "1e1", "7 8", "7h 30 40", "long", "\u0667", "7 and 8", "7.30", "7,45 h"),
    ],
)
def test_what_is_no_number_of_hours_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_sleep(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("20", 20), ("20 min", 20), ("half an hour", 30), ("an hour", 60), ("1h", 60)),
        *(("an hour and a half", 90), ("1.5 hours", 90), ("a quarter of an hour", 15)),
        *(("three quarters of an hour", 45), ("two hours", 120), ("twenty minutes", 20)),
    ],
)
def test_minutes_are_read(text: str, minutes: int) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "-5", "10081", "8 days", "a few minutes"])
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="Write how long it lasted"):
        read_minutes(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [("6", 6), ("six", 6), ("Ten", 10), ("6/10", 6), ("6 out of 10", 6), ("0", 0), ("7 of ten", 7)],
)
def test_how_strong_is_read(text: str, number: int) -> None:
    assert read_rating(text) == number


@pytest.mark.parametrize("text", ["", "11", "-1", "6.5", "good", "eleven", "6/5", "6 7", "\u0666"])
def test_what_is_no_number_on_a_scale_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a number from 0 to 10"):
        read_rating(text)


@given(st.text("0123456789.,:/ahmn \u00bdhourfteq-", max_size=14))
def test_any_text_is_understood_or_refused(text: str) -> None:
    for read, most in ((read_sleep, 1440), (read_minutes, 10_080), (read_rating, 10)):
        try:
            assert 0 <= read(text) <= most
        except UsageError:
            continue
    folded = text.casefold()
    assert length(folded) is None or rating(folded) is None
