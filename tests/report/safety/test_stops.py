from __future__ import annotations

import pytest

from hrjournal.domain.history import History
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.report.safety.stops import Urgency, due, stop_notices, substitution
from support.builders import (
    ALCOHOL,
    CANNABIS,
    DIAZEPAM,
    HEROIN,
    METHADONE,
    TODAY,
    history,
    together,
)


def rules(now: History, day: int = TODAY) -> list[str]:
    return [notice.rule for notice in stop_notices(now, day)]


@pytest.mark.parametrize(
    ("substance", "marks"),
    [
        (ALCOHOL, "150*30 0"),
        (ALCOHOL, "150*30 0*5"),
        (ALCOHOL, "120*12 0"),
        (ALCOHOL, "150*30 134*7"),  # over a tenth less from one week to the next
        (ALCOHOL, "150*13 70"),  # a sharp step in one day
        (ALCOHOL, "?*30 0"),  # how much is not known, so it may have been a lot
        (ALCOHOL, "150+?*30 0"),
        (ALCOHOL, "150*30 .*60 0"),  # what came between is not known
        (DIAZEPAM, "1*30 0"),
        (DIAZEPAM, "?*30 0"),
        (DIAZEPAM, "10mg*30 0"),
        (DIAZEPAM, "4*14 3.5*7"),
    ],
)
def test_a_stop_after_near_daily_use_is_noticed(substance: Substance, marks: str) -> None:
    assert rules(history(marks, substance=substance)) == ["sudden_stop"]


@pytest.mark.parametrize(
    ("substance", "marks"),
    [
        (ALCOHOL, "119*30 0"),
        (ALCOHOL, "119.999*30 0"),
        (ALCOHOL, "150*30"),
        (ALCOHOL, "150*30 .*5"),  # an unwritten day is no day without
        (ALCOHOL, "150*11 0"),
        (ALCOHOL, "0*3 150*11 0"),
        (ALCOHOL, "150*30 135*7"),  # a tenth
        (DIAZEPAM, "1*11 0*3"),
        (DIAZEPAM, "0*3 1*11"),
        (DIAZEPAM, "0 0 1*12"),  # the days without lie before
        (DIAZEPAM, "4*14 3.6*7"),
        (CANNABIS, "4*30 0*5"),
        (METHADONE, "60*30 0*5"),
    ],
)
def test_where_no_stop_is_dangerous_nothing_is_said(substance: Substance, marks: str) -> None:
    assert rules(history(marks, substance=substance)) == []


def xanax(marks: str) -> History:
    return history(marks, substance=DIAZEPAM._replace(key="xanax", name="Xanax", id=9))


def test_two_of_one_group_are_one_habit_to_the_body() -> None:
    turns = together(history("1 0 " * 15 + "0", substance=DIAZEPAM), xanax("0 1 " * 15 + "0"))
    assert rules(turns) == ["sudden_stop"]
    assert not rules(turns, TODAY - 1)
    switched = together(history("1*30 . . .", substance=DIAZEPAM), xanax(". " * 30 + "1 1 1"))
    assert not rules(switched)


def test_one_notice_of_a_group_is_enough() -> None:
    both = together(history("1*30 0", substance=DIAZEPAM), xanax("1*30 0"))
    assert {notice.substance for notice in stop_notices(both, TODAY)} == {"diazepam", "xanax"}
    one = together(history("1*30 0", substance=DIAZEPAM), xanax("." + " . " * 29 + "0"))
    assert rules(one) == ["sudden_stop"]


def test_the_notice_of_a_stop_stays_for_14_days_after_the_last_near_daily_one() -> None:
    now = history("150*30 0*20")
    near = TODAY - 18  # 12 of the 14 days up to it
    assert [SUDDEN_STOP in rules(now, near + day) for day in (-2, -1, 0, 14, 15)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    told = stop_notices(now, near + 3)[0]
    assert told.figures == {"used": 12, "written": 14, "until": near + 14}


def test_a_slow_step_down_is_no_stop() -> None:
    marks = " ".join(f"{150 * 0.92**week:.3f}*7" for week in range(12))
    now = history(marks)
    assert not any(rules(now, TODAY - back) for back in range(70))


@pytest.mark.parametrize(
    ("marks", "days", "gap", "strong"),
    [
        ("1 0*3", 3, 3, 0),
        ("1 0*6", 6, 6, 0),
        ("1 0*7", 7, 7, 1),
        ("1 0 . 0 . 0", 3, 5, 0),
    ],
)
def test_days_without_an_opioid_lower_tolerance(
    marks: str, days: int, gap: int, strong: int
) -> None:
    (told,) = stop_notices(history(marks, substance=HEROIN), TODAY)
    assert told.rule == "opioid_break"
    assert told.figures == {"days": days, "gap": gap, "strong": strong}


@pytest.mark.parametrize("marks", ["1 0*2", "1 .*9", "0*9", "1 0*2 1", "1 0*2 . ."])
def test_no_break_is_told_where_none_is_known(marks: str) -> None:
    assert not rules(history(marks, substance=HEROIN))


def test_a_break_is_still_told_on_the_day_of_the_return_and_the_day_after() -> None:
    now = history("1 0*4 1 . .", substance=HEROIN)
    told = [[(one.rule, one.since) for one in due(now, TODAY - back)] for back in (2, 1, 0)]
    assert told == [[("opioid_break", TODAY - 2)]] * 2 + [[]]


def oxycodone(marks: str) -> History:
    return history(marks, substance=HEROIN._replace(key="oxycodone", name="Oxycodone", id=8))


@pytest.mark.parametrize("marks", [". . . . 1", "0*4 1", "1 0*3 1", ". . . . 1 ."])
def test_a_break_from_all_opioids_ends_with_any_of_them(marks: str) -> None:
    days = len(marks.rpartition("1")[2].split())  # since the return
    now = together(history(f"1*9 0*4 .{' .' * days}", substance=HEROIN), oxycodone(marks))
    (told,) = [one for one in due(now, TODAY) if one.urgency == Urgency.RETURN]
    assert (told.substance, told.since) == ("oxycodone", TODAY - days)
    assert told.figures["days"] == (4 if marks != "1 0*3 1" else 3)


@pytest.mark.parametrize(
    ("heroin", "oxycodones"),
    [
        ("1*9 0*4 .", ". . 1 1 1"),  # the other one was used all the while
        ("1*9 0*2 .", ". . 1"),  # two days are no break
        ("1*9 0*4 0", ". . . . ."),  # no return
    ],
)
def test_where_an_opioid_was_used_all_along_no_return_is_told(heroin: str, oxycodones: str) -> None:
    now = together(history(heroin, substance=HEROIN), oxycodone(oxycodones))
    assert Urgency.RETURN not in {one.urgency for one in due(now, TODAY)}


def test_a_treatment_is_no_return() -> None:
    now = together(
        history("1*9 0*4 .", substance=HEROIN), history(". . . . 1", substance=METHADONE)
    )
    assert Urgency.RETURN not in {one.urgency for one in due(now, TODAY)}


def test_a_treatment_has_no_break() -> None:
    assert not rules(history("60*20 0*9", substance=METHADONE))


def test_the_most_urgent_comes_first() -> None:
    now = together(
        history("1 0*3", substance=HEROIN._replace(key="a", name="A")),
        history("1 0*9", substance=HEROIN),
        history("2*30 0*3", substance=DIAZEPAM),
    )
    told = [(notice.rule, notice.substance) for notice in stop_notices(now, TODAY)]
    assert told == [("sudden_stop", "diazepam"), ("opioid_break", "heroin"), ("opioid_break", "a")]


@pytest.mark.parametrize(
    ("marks", "rose"),
    [
        ("4*28 5.001*7", True),
        ("4*28 5*7", False),
        ("0*28 1*7", True),
        ("4*13 9*7", False),  # 13 days of the usual
        ("4*28 .*3 9*4", False),  # 4 days of the week
        ("? 0 0 ? 0 0 0 " * 4 + "? ? ? 0 0 0 0", True),  # by days where amounts are not known
        ("? 0 0 ? 0 0 0 " * 4 + "? ? 0 0 0 0 0", False),
    ],
)
def test_a_substance_that_rose_by_over_a_quarter_is_found(marks: str, rose: bool) -> None:
    now = together(history("4*28 1*7"), history(marks, substance=CANNABIS))
    assert substitution(now, TODAY, "alcohol") == ("cannabis",) * rose


def test_a_treatment_that_rose_is_no_substitution() -> None:
    now = together(history("4*28 1*7"), history("40*28 80*7", substance=METHADONE))
    assert substitution(now, TODAY, "alcohol") == ()
