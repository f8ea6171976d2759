from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange
from hrjournal.report.baseline import Course, Tally
from support.builders import CANNABIS, TODAY, history

PARTS = st.sampled_from([".", "0", "1", "2-5", "?", "3+?", "7mg", "40"])


def course(marks: str | list[str]) -> Course:
    return Course(CANNABIS, history(marks, substance=CANNABIS).of("cannabis"))


def week(marks: str) -> Tally:
    return course(marks).tally(DateRange(TODAY - 6, TODAY + 1), "joint")


@given(st.lists(PARTS, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_window_is_what_its_days_come_to(marks: list[str], back: int, length: int) -> None:
    start = TODAY - back
    tally = course(marks).tally(DateRange(start, start + length), "joint")
    places = [TODAY - len(marks) + 1 + place for place in range(len(marks))]
    here = [mark for at, mark in zip(places, marks, strict=True) if start <= at < start + length]
    amounts = {"0": 0, "1": 2000, "2-5": 7000, "40": 80_000}

    assert tally.written == sum(mark != "." for mark in here)
    assert tally.used == sum(mark not in {".", "0"} for mark in here)
    assert tally.known == sum(mark in amounts for mark in here)
    assert tally.doubled == sum(amounts.get(mark, 0) for mark in here)
    assert tally.parts == (6000,) * here.count("3+?")


def test_what_is_known_of_a_day_counts_where_leaving_it_out_would_flatter() -> None:
    assert week("1 1 1 1 1 1 9").at_least == (30_000, 7)
    assert week("1 1 1 1 1 1 9+?").at_least == (30_000, 7)
    assert week("1 1 1 1 1 1 9+?").mean == (12_000, 6)
    assert week("3 3 3 3 3 3 1+?").at_least == (36_000, 6)
    assert week("0 0 0 0 0 9+? 1+?").at_least == (18_000, 6)


def test_the_unit_is_the_one_of_most_use_days_and_of_equal_ones_its_own() -> None:
    days = DateRange(TODAY - 6, TODAY + 1)
    assert course("1 2mg 2mg 0 0 0").unit(days) == "mg"
    assert course("1 1 2mg 2mg 0").unit(days) == "joint"
    assert course("2gram 2mg 0 0 0").unit(days) in {"gram", "mg"}
    assert course("0 0 0").unit(days) == "joint"
    assert course("5mg*20 1*7").unit(days) == "joint"
    assert course("5mg*20 1*7").unit(days, DateRange(TODAY - 34, TODAY - 6)) == "mg"
