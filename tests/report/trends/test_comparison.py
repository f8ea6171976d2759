from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import DateRange
from hrjournal.report.measures import Measures, measures
from hrjournal.report.trends.comparison import (
    ComparedBy,
    Comparison,
    Size,
    Way,
    against_usual,
    like_for_like,
)
from support.builders import TODAY, history

USUAL = "2 " * 28


def counted(marks: str) -> Measures:
    """The marks as the days up to today, in grams."""
    length = history(marks).days.length
    return measures(history(marks).of("alcohol"), DateRange(TODAY - length + 1, TODAY + 1), "g_alc")


def beside(now: str, usual: str = USUAL) -> Comparison:
    return against_usual(counted(now), counted(usual))


@pytest.mark.parametrize(
    ("now", "way", "size"),
    [
        ("2 2 2 2 2 2 2", Way.SAME, Size.UNSAID),
        ("2 2 2 2 2 2 1.9", Way.SAME, Size.UNSAID),
        ("2 2 2 2 2 2 1", Way.LESS, Size.LITTLE),
        ("2 2 2 2 2 2 0", Way.LESS, Size.SOME),
        ("2 2 2 2 0 0 2", Way.LESS, Size.LOT),
        ("0 0 0 0 0 2 0", Way.LESS, Size.VERY),
        ("2 2 2 2 2 2 3", Way.MORE, Size.LITTLE),
        ("4 4 4 4 4 4 4", Way.MORE, Size.VERY),
    ],
)
def test_a_change_is_sized_against_the_persons_own_usual(now: str, way: Way, size: Size) -> None:
    found = beside(now)
    assert (found.way, found.size, found.scale) == (way, size, ComparedBy.AMOUNT)


@pytest.mark.parametrize(
    ("now", "usual", "said"),
    [
        ("1 1 1 1 1 . .", "2*14 .*14", True),
        ("1 1 1 1 . . .", "2*28", False),
        ("1 1 1 1 1 1 1", "2*13 .*15", False),
        (".*7", "2*28", False),
        ("1*7", ".*28", False),
    ],
)
def test_below_five_of_seven_or_fourteen_of_twenty_eight_nothing_is_said(
    now: str, usual: str, *, said: bool
) -> None:
    assert (beside(now, usual).way is not None) is said


def test_a_month_needs_as_large_a_share_of_its_days_as_a_week() -> None:
    assert beside("1*22 .*8").way is Way.LESS
    assert beside("1*21 .*9").way is None


def test_where_amounts_are_not_known_days_with_use_are_compared() -> None:
    found = beside("? ? 0 0 0 0 0", "?*14 0*14")
    assert (found.way, found.scale, found.size) == (Way.LESS, ComparedBy.DAYS, Size.LOT)


def test_unknown_use_beside_days_without_does_not_look_like_less() -> None:
    found = beside("? ? ? ? ? 0 0")
    assert found.scale is ComparedBy.DAYS
    assert beside("? ? ? ? ? ? ?").way is Way.SAME


@pytest.mark.parametrize("place", range(7))
def test_a_later_span_with_an_unknown_amount_is_never_compared_by_amount(place: int) -> None:
    days = ["1"] * 7
    days[place] = "?"
    assert beside(" ".join(days)).scale is ComparedBy.DAYS
    assert beside(" ".join(days), "2*27 ?").scale is ComparedBy.DAYS
    assert beside("1*7", "2*27 ?").scale is ComparedBy.AMOUNT


def test_more_than_none_has_no_size() -> None:
    found = beside("2 0 0 0 0 0 0", "0*28")
    assert (found.way, found.size) == (Way.MORE, Size.UNSAID)
    assert beside("0*7", "0*28").way is Way.SAME


def test_two_spans_alike_in_length_need_five_days_in_seven_each() -> None:
    assert like_for_like(counted("1"), counted("2")).way is Way.LESS
    assert like_for_like(counted("1 1 ."), counted("2 2 2")).way is None
    assert like_for_like(counted("1 1 1 ."), counted("2 2 . 2")).way is Way.LESS


@given(
    st.lists(st.sampled_from("0123456789?."), min_size=7, max_size=7),
    st.lists(st.sampled_from("0123456789?."), min_size=28, max_size=28),
)
def test_the_way_is_that_of_the_means(now: list[str], usual: list[str]) -> None:
    found = beside(" ".join(now), " ".join(usual))
    last, first = (_mean(marks, found.scale) for marks in (now, usual))
    if found.way is Way.LESS:
        assert last < first
    if found.way is Way.MORE:
        assert last > first
    if found.way is Way.SAME:
        assert abs(last - first) * 100 < first or last == first


def _mean(marks: list[str], scale: ComparedBy | None) -> Fraction:
    written = [mark for mark in marks if mark != "."]
    if scale is ComparedBy.DAYS:
        return Fraction(sum(mark != "0" for mark in written), len(written))
    known = [int(mark) for mark in written if mark != "?"]
    return Fraction(sum(known), max(1, len(known)))
