from __future__ import annotations

import pytest

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.win import BaselineKind
from hrjournal.report.baseline import Course, latest, pairs, start, usual
from support.builders import CANNABIS, TODAY, history

NOW = latest(TODAY)


def began(marks: str, given: BaselinePin | None = None) -> DateRange | BaselinePin | None:
    now = history(marks, substance=CANNABIS, start=given)
    return start(now, Course(CANNABIS, now.of("cannabis")), NOW)


def test_the_latest_days_are_seven_and_the_usual_is_the_28_before() -> None:
    assert DateRange(TODAY - 6, TODAY + 1) == NOW
    assert usual(NOW) == DateRange(TODAY - 34, TODAY - 6)


@pytest.mark.parametrize(
    ("marks", "days"),
    [
        ("1*28 1*7", DateRange(TODAY - 34, TODAY - 6)),
        ("1*27 1*7", None),
        ("1*20 .*9 1*8 1*7", DateRange(TODAY - 43, TODAY - 6)),
        (". 1*50", DateRange(TODAY - 49, TODAY - 21)),
        ("", None),
    ],
)
def test_the_start_is_the_first_28_written_days(marks: str, days: DateRange | None) -> None:
    assert began(marks) == days


def test_a_pinned_period_takes_their_place_once_it_is_over() -> None:
    pinned = BaselinePin(days=DateRange(TODAY - 40, TODAY - 6))
    assert began("1*60", pinned) == pinned.days
    assert began("1*60", BaselinePin(days=DateRange(TODAY - 40, TODAY - 5))) is None


def test_an_estimate_stands_where_nothing_was_written() -> None:
    estimate = BaselinePin(doubled=4000, use_days=3, unit="joint")
    assert began("1*7", estimate) == estimate
    now = history("1*7", substance=CANNABIS, start=estimate)
    then = pairs(now, Course(CANNABIS, now.of("cannabis")), NOW)[1].then
    assert (then.rate, then.mean) == ((12, 28), (48_000, 28))


def test_the_start_is_not_told_twice_where_it_is_the_usual() -> None:
    now = history("1*35", substance=CANNABIS)
    found = pairs(now, Course(CANNABIS, now.of("cannabis")), NOW)
    assert [pair.against for pair in found] == [BaselineKind.USUAL]
    longer = history("1*36", substance=CANNABIS)
    found = pairs(longer, Course(CANNABIS, longer.of("cannabis")), NOW)
    assert [pair.against for pair in found] == [BaselineKind.USUAL, BaselineKind.START]
