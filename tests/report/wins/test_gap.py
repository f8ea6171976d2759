from __future__ import annotations

import pytest

from hrjournal.domain.win import Size
from support.builders import CANNABIS, HEROIN, history
from support.report.finding import at_once, usual, wins

HOUR = 3600


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("1*4 0 1", Size.VERY),  # 2 days, usually 1
        ("1*4 1", None),
        ("1*3 0 1", None),  # 2 earlier gaps
        ("1*4 0 . 1", None),  # not written all the way
        ("1 0 1 0 1 0 1 0 1", None),
        ("1 0 1 0 1 0 1 0 0 1", Size.VERY),
        ("1 0 1 0 1 0 1 0 0", Size.VERY),  # still running when the day is over
        ("1 0 1 0 1 0 1 0", None),
        ("1*4 0*30 1*2 0 1", None),  # earlier gaps are older than 28 days
    ],
)
def test_a_longer_gap_than_usual(marks: str, size: Size | None) -> None:
    won = usual(history(marks, substance=CANNABIS), "longer_gap")
    assert (won and won.size) == size


def test_gaps_are_told_by_the_clock_where_every_use_has_a_time() -> None:
    evenings = "1@20:00 1@20:00 1@20:00 1@20:00 1@21:00-01:30"
    won = usual(history(evenings, substance=CANNABIS), "longer_gap")
    assert won is not None
    assert (won.figures["now"], won.figures["then"]) == (25 * HOUR, 24 * HOUR)
    assert won.size is Size.LITTLE
    late = history(evenings.replace("21:00", "20:00"), substance=CANNABIS)
    assert usual(late, "longer_gap") is None


def test_a_gap_that_still_runs_reaches_to_the_end_of_the_day() -> None:
    won = usual(history("1@20:00 1@20:00 1@20:00 1@20:00 0", substance=CANNABIS), "longer_gap")
    assert won is not None
    assert won.figures["now"] == 32 * HOUR  # to 4:00


def test_with_one_untimed_use_all_gaps_are_told_in_days() -> None:
    marks = "1@23:00 1@12:00 1@23:00 1@12:00 1 1@23:00"
    assert usual(history(marks, substance=CANNABIS), "longer_gap") is None


def test_a_day_with_one_untimed_use_is_not_told_by_the_clock() -> None:
    now = history("1@23:00*5 0 1@20:00", substance=CANNABIS)
    unsure = {at: day._replace(untimed=1) for at, day in now.of("cannabis").items() if day.used}
    timed = usual(now, "longer_gap")
    untimed = usual(now._replace(uses={"cannabis": {**now.of("cannabis"), **unsure}}), "longer_gap")
    assert timed is not None
    assert untimed is not None
    assert (timed.figures["now"], untimed.figures["now"]) == (45 * HOUR, 48 * HOUR)


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1 0 1 0 0 1 1 0 0 0 1", True),
        ("1 0 1 0 0 1 1 0 0 0", True),
        ("1 0 1 0 0 1 1 0 0 1", False),  # as long as another
        ("1 0 0 1 1 0 0 0 1", False),  # 2 earlier gaps
        ("1 1 1 1 0 0 . 0 1", False),
        ("1 1 1 1 . . . 1 0 0 1", False),  # the unwritten days may have been as long a gap
        ("1 0 0 0 1*4 0*88 1 1 1 1 0 0 1", False),  # 88 days without lie within 90
        ("1 0 0 0 1*92 0 0 1", True),
    ],
)
def test_the_longest_gap_in_90_days(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=CANNABIS), "longest_gap") is not None) == fires


def test_a_longest_gap_without_an_opioid_always_carries_the_days() -> None:
    for marks, days in (("1 1 1 1 0 1", 2), ("1 1 1 1 0 0 0 0", 4)):
        won = usual(history(marks, substance=HEROIN), "longest_gap")
        assert won is not None
        assert won.figures["opioid_break"] == days
    other = usual(history("1 1 1 1 0 1", substance=CANNABIS), "longest_gap")
    assert other is not None
    assert "opioid_break" not in other.figures


def test_a_day_that_is_not_over_has_no_gap_yet() -> None:
    now = history("1*5 0", substance=CANNABIS)
    assert "longer_gap" not in at_once(now)
    assert wins(now, "longer_gap")
