"""Less on a day; the weekday of `TODAY` is a Monday, so Mondays are compared."""

from __future__ import annotations

import pytest

from hrjournal.domain.win import BaselineKind, Grade, WinGroup, WinMeasure
from support.builders import ALCOHOL, CANNABIS, HEROIN, TODAY, history
from support.report.finding import at_once, rules, weekly, won

HOUR = 3600
DAY = 24 * HOUR
FIFTH = 200_000  # millionths


@pytest.mark.parametrize(
    ("marks", "behind"),
    [
        ("3 3 3 3 2", 4),
        ("3*8 2", 8),
        ("3*12 2", 8),  # no more than 8 are looked at
        ("3 3 3 2", 0),
        ("9 9 2 3 3 3 2", 0),  # a tie ends the row at 3
        ("9 2 3 3 3 3 2", 4),
        ("3 3 3 3 2.5", 4),  # half a joint less: 2 x 2.5 + 1 <= 2 x 3
        ("3 3 3 3 2.501", 0),
        ("3 3-4 3 3 2-3", 4),  # the middles: 2.5 beside 3, 3, 3.5 and 3
        ("3 3-4 3 3 2-3.1", 0),
        ("3 3 ? 3 3 3 2", 0),  # an unknown amount ends the row
        ("? 3 3 3 3 2", 4),
        ("3 3 3mg 3 3 3 2", 0),  # as does another unit
        ("3 3 0 3 . 3 2", 4),  # days without and unwritten ones are passed over
        ("3 3 3 3 ?", 0),
        ("3 3 3 3 2+?", 0),
        ("3 3 3 3 0", 0),
        ("3 .*22 3 3 3 2", 4),  # 182 days back
        ("3 .*23 3 3 3 2", 0),
    ],
)
def test_lower_than_each_of_the_last_same_weekdays_with_use(marks: str, behind: int) -> None:
    found = won(history(weekly(marks), substance=CANNABIS), "lighter_day")
    assert (found.figures["then_days"] if found else 0) == behind


def test_a_lighter_day_says_what_it_was_compared_with_and_how_likely_it_is() -> None:
    found = won(history(weekly("3 5 4 6 2"), substance=CANNABIS), "lighter_day")
    assert found is not None
    assert (found.grade, found.group, found.measure, found.baseline) == (
        Grade.HAPPENED,
        WinGroup.LESS,
        WinMeasure.AMOUNT,
        BaselineKind.USUAL,
    )
    assert found.chance == FIFTH  # any of 5 days that are alike may be the lowest
    assert found.figures == {
        "now": 2000,
        "then": 3000,
        "unit": "joint",
        "now_days": 1,
        "now_from": TODAY,
        "now_to": TODAY,
        "then_days": 4,
        "then_from": TODAY - 28,
        "then_to": TODAY - 7,
    }


@pytest.mark.parametrize(("grams", "fires"), [(21, True), (22, False)])
def test_half_a_drink_is_the_least_of_alcohol(grams: int, fires: bool) -> None:
    marks = weekly(f"28*4 {grams}")  # 14 g a drink: 2 drinks, and 1.5
    assert (won(history(marks, substance=ALCOHOL), "lighter_day") is not None) == fires


def test_other_weekdays_say_nothing() -> None:
    assert "lighter_day" not in rules(history("9*6 1 9*6 1 9*6 1 9*6 1 9*6 1", substance=CANNABIS))


@pytest.mark.parametrize(
    ("marks", "behind"),
    [
        ("3 3 3 3 0 0 0 2", 4),
        ("3*9 0 0 0 2", 8),
        ("3 3 3 3 0 0 2", 0),  # 2 days without
        ("3 3 3 3 0 . 0 2", 0),  # not written all the way
        ("3 3 3 0 0 0 2", 0),  # 3 use days before
        ("2 3 3 3 3 0 0 0 2", 4),
        ("3 2 3 3 3 0 0 0 2", 0),
        ("3 3 3 3 0 0 0 2.6", 0),
        ("3 3 3 ? 0 0 0 2", 0),
        ("3 3 3 3 0 0 0 0", 0),
        ("3 3 3 3 0*178 2", 4),  # the oldest lies 182 days back
        ("3 3 3 3 0*179 2", 0),
    ],
)
def test_a_small_return_after_days_without(marks: str, behind: int) -> None:
    found = won(history(marks, substance=CANNABIS), "small_return")
    assert (found.figures["then_days"] if found else 0) == behind


def test_a_small_return_says_after_how_many_days() -> None:
    found = won(history("3 4 5 3 0*5 2", substance=CANNABIS), "small_return")
    assert found is not None
    assert (found.figures["without"], found.figures["now"], found.figures["then"]) == (
        5,
        2000,
        3000,
    )
    assert found.chance == FIFTH


@pytest.mark.parametrize(
    ("marks", "used", "chance"),
    [
        ("1 1 1 1 0", 4, 200_000),  # (5 - 4) of 5
        ("1 0 1 1 0", 3, 400_000),
        ("? 1 1 ? 0", 4, 200_000),  # whatever the amount
        ("1 . 1 . 1 1 0", 4, 200_000),
        ("1 1 1 0 0 0", 0, 0),  # 2 of the last 4
        ("1 1 1 0", 0, 0),  # 3 written ones
        ("1 1 1 1 1", 0, 0),
        ("1 1 1 1 .", 0, 0),
    ],
)
def test_a_day_without_on_a_weekday_that_often_has_use(marks: str, used: int, chance: int) -> None:
    found = won(history(weekly(marks), substance=CANNABIS), "day_without")
    assert ((found.figures["then"], found.chance) if found else (0, 0)) == (used, chance)


@pytest.mark.parametrize(
    ("marks", "hours"),
    [
        ("1@20:00*5 0 1@21:00", (49, 24)),
        ("1@20:00*4 0 1@21:00", None),  # 3 earlier ones
        ("1@12:00*5 1@18:00", (30, 24)),  # a quarter of 24 hours
        ("1@12:00*5 1@17:59", None),
        ("1@12:00 0*4 1@12:00 0*4 1@12:00 0*4 1@12:00 0*4 1@12:00 0*5 1@12:00", (144, 120)),
        ("1@12:00 0*4 1@12:00 0*4 1@12:00 0*4 1@12:00 0*4 1@12:00 0*5 1@11:59", None),
        ("1@20:00 . 1@20:00*4 0 0 1@20:00", (72, 48)),  # an earlier one may be unwritten
        ("1@20:00*5 0 . 1@20:00", None),  # the new one may not
        ("1@20:00*5 0 1", None),  # no time today
        ("1@20:00*4 1 0 1@20:00", None),
        ("1 1@20:00*5 0 1@20:00", None),  # an earlier one is not told by the clock
        ("1 1@20:00*5 0*85 1@20:00", None),  # it ended 90 days ago
        ("1 1@20:00*5 0*86 1@20:00", (87 * 24, 24)),  # 91
        ("1@20:00*5 0 0", None),  # it is told once it has ended
        ("1@20:00*4 1@20:00-02:00 0 1@20:00", (42, 24)),  # from the last of a day
    ],
)
def test_the_longest_time_between_uses_in_90_days(
    marks: str, hours: tuple[int, int] | None
) -> None:
    found = won(history(marks, substance=CANNABIS), "longest_gap")
    told = (found.figures["now"], found.figures["then"]) if found else None
    assert told == (hours and tuple(HOUR * one for one in hours))


@pytest.mark.parametrize(
    ("marks", "rule"),
    [
        ("3@20:00*5 0*3 2@20:00", "small_return"),  # 1 of 6 beside 1 of 5, for 4 gaps
        ("2@20:00 3@20:00*4 0*3 2@20:00", "longest_gap"),  # 1 of 5 both: the longer time first
    ],
)
def test_one_fact_is_one_win_by_its_most_telling_side(marks: str, rule: str) -> None:
    assert rules(history(marks, substance=CANNABIS)) == {rule}


def test_days_without_an_opioid_go_along() -> None:
    back = won(history("3 3 3 3 0*3 2", substance=HEROIN), "small_return")
    without = won(history(weekly("1 1 1 1 0"), substance=HEROIN), "day_without")
    other = won(history("3 3 3 3 0*3 2", substance=CANNABIS), "small_return")
    assert back is not None
    assert without is not None
    assert other is not None
    assert back.figures["opioid_break"] == 3
    assert "opioid_break" not in other.figures


def test_facts_of_a_day_wait_until_it_is_over() -> None:
    for marks in (weekly("3 3 3 3 2"), weekly("1 1 1 1 0"), "1@20:00*5 0 1@21:00"):
        now = history(marks, substance=CANNABIS)
        assert len(rules(now)) == 1
        assert not at_once(now)
