from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange, DayUse, History

NUMBERS = st.integers(-400, 400)


@given(start=NUMBERS, end=NUMBERS, day=NUMBERS)
def test_days_hold_their_start_and_not_their_end(start: int, end: int, day: int) -> None:
    days = DateRange(start, end)
    within = range(start, end)
    assert (day in days) == (day in within)
    assert days.length == len(within)


def test_days_that_end_before_they_start_are_none() -> None:
    assert DateRange(5, 3).length == 0
    assert 4 not in DateRange(5, 3)


def test_a_day_without_uses_is_a_day_of_none() -> None:
    assert not DayUse(0).used
    assert DayUse(1, "g_alc", 1000, 1000).used
    assert DayUse(1, "g_alc", unknown=1).used


@given(low=st.integers(1, 10**12), spread=st.integers(0, 10**12))
def test_a_day_is_compared_by_the_middle_of_its_span(low: int, spread: int) -> None:
    doubled = DayUse(1, "mg", low, low + spread).doubled("mg")
    assert doubled is not None
    assert Fraction(doubled, 2) == Fraction(low + low + spread, 2)


@pytest.mark.parametrize("unit", ["", "g_alc", "mg"])
def test_a_day_of_none_is_zero_in_any_unit(unit: str) -> None:
    assert DayUse(0).doubled(unit) == 0
    assert DayUse(0, "g_alc").doubled(unit) == 0


@pytest.mark.parametrize(
    "day",
    [
        DayUse(1, "g_alc", unknown=1),
        DayUse(2, "g_alc", 1000, 2000, unknown=1),
        DayUse(2, "g_alc", 1000, 2000, others=(("bottle", 1000, 1000),)),
        DayUse(1, "mg", 1000, 2000),
        DayUse(1),
    ],
)
def test_an_amount_that_is_not_wholly_known_is_not_a_number(day: DayUse) -> None:
    assert day.used
    assert day.doubled("g_alc") is None


def test_a_substance_nobody_wrote_of_has_unwritten_days_alone() -> None:
    written = {10: DayUse(0), 12: DayUse(1, "g_alc", 1000, 1000)}
    history = History(DateRange(10, 13), {}, {"alcohol": written})
    assert history.of("alcohol") == written
    assert 11 not in history.of("alcohol")
    assert dict(history.of("cannabis")) == {}
    assert history.written == frozenset()
    assert dict(history.records) == {}
    assert dict(history.baseline_pins) == {}
