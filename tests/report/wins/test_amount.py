from __future__ import annotations

import pytest

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.win import BaselineKind, Size
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, history
from support.report.finding import usual, wins


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("4*28 4*6 3", Size.LITTLE),
        ("10*28 9*7", Size.SOME),
        ("4*28 3*7", Size.LOT),
        ("4*28 2*7", Size.VERY),
        ("4*28 .*2 0*5", Size.VERY),
        ("2*14 .*14 .*2 1*5", Size.VERY),
        ("2-4*28 2*7", Size.LOT),
    ],
)
def test_less_this_week_names_its_size(marks: str, size: Size) -> None:
    won = usual(history(marks), "lower_week")
    assert won is not None
    assert won.size is size


@pytest.mark.parametrize(
    "marks",
    [
        "4*28 4*7",  # no difference
        "4*27 3 4*6 3",  # the same small day on both sides weighs more in a week, and yet
        "4*28 .*3 1*4",  # 4 days of the week
        "2*13 .*15 1*7",  # 13 days of the usual
        "4*28 .*2 ?*5",  # amounts not known
        "4*28 ?*3 2*4",  # 4 amounts known
        "3*28 2*6 9",  # a mean that is as high
    ],
)
def test_a_week_is_silent_where_it_is_not_less_or_rests_on_too_little(marks: str) -> None:
    won = usual(history(marks), "lower_week")
    assert (won is None) == (marks != "4*27 3 4*6 3")


def test_the_figures_of_a_week_are_its_exact_means_and_the_days_they_rest_on() -> None:
    won = usual(history("4*13 . 4*14 . 2 1 ? 2 2 3", each=14_000), "lower_week")
    assert won is not None
    figures = won.figures
    assert (figures["now"], figures["then"], figures["unit"]) == (28_000, 56_000, "g_alc")
    assert (figures["now_total"], figures["now_days"], figures["now_left"]) == (140_000, 5, 1)
    assert (figures["then_days"], figures["then_left"]) == (27, 0)
    assert (won.since, won.rests) == (TODAY - 34, 32)
    assert (figures["now_from"], figures["now_to"]) == (TODAY - 6, TODAY)


def test_the_first_28_written_days_are_the_start() -> None:
    found = wins(history("6*20 . 6*8 . 3*40", substance=CANNABIS), "lower_week")
    assert [(win.baseline, win.size) for win in found] == [(BaselineKind.START, Size.VERY)]
    assert wins(history("6*27 . 3*40", substance=CANNABIS), "lower_week")


def test_a_start_that_reaches_into_the_week_is_no_start() -> None:
    assert not wins(history("6*4 .*30 6*20 3*7", substance=CANNABIS), "lower_week") or all(
        win.baseline is BaselineKind.USUAL
        for win in wins(history("6*4 .*30 6*20 3*7", substance=CANNABIS), "lower_week")
    )


@pytest.mark.parametrize(
    ("start", "fires"),
    [
        (BaselinePin(days=DateRange(TODAY - 60, TODAY - 46)), True),
        (BaselinePin(days=DateRange(TODAY - 60, TODAY - 47)), False),  # 13 days
        (BaselinePin(days=DateRange(TODAY - 20, TODAY - 5)), False),  # reaches into the week
        (BaselinePin(doubled=4000, use_days=7, unit="joint"), True),
        (BaselinePin(doubled=4000, use_days=4, unit="joint"), True),  # 8 in 7 days
        (BaselinePin(doubled=3500, use_days=4, unit="joint"), False),  # 7 in 7 days
        (BaselinePin(use_days=7), False),  # nothing said of amounts
        (BaselinePin(doubled=4000, use_days=7, unit="gram"), False),
    ],
)
def test_a_pinned_period_or_an_estimate_is_the_start(start: BaselinePin, fires: bool) -> None:
    now = history("3*20 1*50", substance=CANNABIS, start=start)
    found = [win.baseline for win in wins(now, "lower_week")]
    assert found == [BaselineKind.START] * fires


def test_days_in_another_unit_are_left_out() -> None:
    won = usual(history("4*28 3 3 3 3 3 900mg 900mg", substance=CANNABIS), "lower_week")
    assert won is not None
    assert (won.figures["unit"], won.figures["now_days"], won.figures["now_left"]) == (
        "joint",
        5,
        2,
    )


def test_a_use_of_unknown_amount_does_not_hide_the_rest_of_its_day() -> None:
    assert usual(history("4*28 3*6 11", substance=CANNABIS), "lower_week") is None
    assert usual(history("4*28 3*6 11+?", substance=CANNABIS), "lower_week") is None


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("4*5 2", Size.VERY),
        ("4*5 3", Size.LOT),
        ("4*5 3-4", Size.SOME),
        ("1 2 4 6 9 3.9", Size.LITTLE),
        ("4*5 4", None),
        ("4*4 2", None),  # 4 use days before
        ("4*5 0*23 0 2", None),  # one of them 29 days ago
        ("4*5 ?", None),
        ("4*5 2+?", None),
        ("4*5 0", None),
        ("4*5 2mg", None),
    ],
)
def test_less_than_a_usual_use_day(marks: str, size: Size | None) -> None:
    won = usual(history(marks, substance=CANNABIS), "lower_day")
    assert (won and won.size) == size


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("1*27 8 2 6 0*5", Size.LOT),
        ("1*27 8 2 8 0*5", None),
        ("1*27 8 2 6 ? 0*4", None),  # the largest day of the week is not known
        ("8*28 0*7", None),  # a week without is told as days without
        ("1*27 8 2 6 0*2 .*3", None),
    ],
)
def test_a_lower_largest_day(marks: str, size: Size | None) -> None:
    won = usual(history(marks, substance=CANNABIS), "lower_peak")
    assert (won and won.size) == size


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("4*5 0*3 1", Size.VERY),
        ("4*5 0*2 1", None),  # 2 days without
        ("4*5 0 . 0 0 1", None),  # a day between is not written
        ("4*5 0*3 4", None),
        ("4*4 0*3 1", None),  # 4 use days before
        ("4*5 0*3 1 1", None),  # the day after
    ],
)
def test_a_smaller_return_after_days_without(marks: str, size: Size | None) -> None:
    won = usual(history(marks, substance=CANNABIS), "small_return")
    assert (won and won.size) == size


def test_a_treatment_is_never_counted_as_less() -> None:
    assert not wins(history("60*28 40*6 0", substance=METHADONE, unit="mg"), "lower_week")
    assert {win.rule for win in wins(history("60*28 0*7", substance=METHADONE))} == {"logged"}


def test_a_small_change_is_a_win_too() -> None:
    won = usual(history("4*28 4*6 3.999", substance=ALCOHOL), "lower_week")
    assert won is not None
    assert won.size is Size.LITTLE
