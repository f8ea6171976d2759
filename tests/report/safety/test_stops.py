from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import History
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.report.safety.stops import (
    Urgency,
    due,
    full_stop_due,
    stop_notices,
    substitution,
)
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


def tier(now: History, day: int = TODAY) -> str:
    """How much is said of a stop on a day."""
    found = [one for one in stop_notices(now, day) if one.rule == SUDDEN_STOP]
    return str(found[0].figures["tier"]) if found else ""


@pytest.mark.parametrize(
    ("substance", "marks", "told"),
    [
        (ALCOHOL, "150*30 0", "full"),
        (ALCOHOL, "150*30 0*5", "full"),
        (ALCOHOL, "120*12 0", "full"),
        (ALCOHOL, "119*30 0", "gentle"),
        (ALCOHOL, "80*30 0", "gentle"),
        (ALCOHOL, "80*30 0*2", "gentle"),
        (ALCOHOL, "240*30 0", "strongest"),
        (ALCOHOL, "150*30 60*6", "full"),  # short of zero
        (ALCOHOL, "100*30 30*4", "gentle"),
        (ALCOHOL, "?*30 0", "gentle"),  # how much is not known, so it may have been a lot
        (ALCOHOL, "150+?*30 0", "full"),
        (ALCOHOL, "150*30 .*40 0", "full"),  # what came between is not known
        (ALCOHOL, "150*12 .*3 0", "full"),
        (ALCOHOL, "150*6 0 " * 5 + "150*6 0*2", "full"),  # beyond the usual day off
        (ALCOHOL, "150*44 90*14 0", "full"),  # less of late, and a lot over eight weeks
        (DIAZEPAM, "1*30 0", "full"),
        (DIAZEPAM, "?*30 0", "full"),
        (DIAZEPAM, "10mg*30 0", "full"),
        (DIAZEPAM, "4*28 2*7", "full"),
        (DIAZEPAM, "10*28 8*7", "step"),
    ],
)
def test_a_stop_after_near_daily_use_is_noticed(
    substance: Substance, marks: str, told: str
) -> None:
    assert tier(history(marks, substance=substance)) == told


@pytest.mark.parametrize(
    ("substance", "marks"),
    [
        (ALCOHOL, "79*30 0"),
        (ALCOHOL, "79.999*30 0"),
        (ALCOHOL, "100*30 0*3"),  # a gentle line is for two days
        (ALCOHOL, "150*30"),
        (ALCOHOL, "150*30 .*5"),  # an unwritten day is no day without
        (ALCOHOL, "150*30 .*57 0"),
        (ALCOHOL, "150*11 0"),
        (ALCOHOL, "0*3 150*11 0"),
        (ALCOHOL, "150*6 0 " * 6),  # the usual day off
        (ALCOHOL, "150*13 70"),  # one lower day
        (ALCOHOL, "150*30 113*7"),  # a quarter
        (ALCOHOL, "60*30 20*7"),
        (ALCOHOL, "200*7 100*7 " * 4),  # as low as weeks of this person are
        (DIAZEPAM, "1*11 0*3"),
        (DIAZEPAM, "0*3 1*11"),
        (DIAZEPAM, "0 0 1*12"),  # the days without lie before
        (DIAZEPAM, "10*28 9*7"),
        (DIAZEPAM, "10*28 9*14 8*14 7*7"),
        (CANNABIS, "4*30 0*5"),
        (METHADONE, "60*30 0*5"),
        (HEROIN, "1*30 0*2"),
    ],
)
def test_where_no_stop_is_dangerous_nothing_is_said(substance: Substance, marks: str) -> None:
    assert rules(history(marks, substance=substance)) == []


@pytest.mark.parametrize("marks", ["20*30 0", "100*30 0", "150*30 0", "250*30 0*3"])
def test_with_a_history_the_words_are_the_strongest_at_any_amount(marks: str) -> None:
    now = history(marks)._replace(withdrawal_history=True)
    (told,) = stop_notices(now, TODAY)
    assert (told.figures["tier"], told.words) == ("strongest", "sudden_stop_strongest")
    assert full_stop_due(now, "alcohol", TODAY)


@pytest.mark.parametrize(
    ("marks", "due"),
    [("100*30 0", False), ("150*30 0", True), ("150*30 0*13", True), ("150*30 0*15", False)],
)
def test_only_a_full_notice_holds_new_wins(marks: str, due: bool) -> None:
    assert full_stop_due(history(marks), "alcohol", TODAY) == due
    assert not full_stop_due(history(marks), "wine", TODAY)


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


def test_a_stop_is_told_in_full_once_then_in_one_line_a_week_for_two_weeks() -> None:
    now = history("150*30 0*20")
    first = TODAY - 19
    told = [
        [(one.words, one.since, one.figures["week"]) for one in found if one.rule == SUDDEN_STOP]
        for found in (stop_notices(now, first + number) for number in (-1, 0, 6, 7, 13, 14))
    ]
    assert told == [
        [],
        [("sudden_stop", first, 0)],
        [("sudden_stop", first, 0)],
        [("sudden_stop_week", first, 1)],
        [("sudden_stop_week", first, 1)],
        [],
    ]


def test_the_two_days_of_a_gentle_line_have_words_of_their_own() -> None:
    now = history("100*30 0*4")
    words = [[one.words for one in stop_notices(now, TODAY - back)] for back in (4, 3, 2, 1, 0)]
    assert words == [[], ["sudden_stop_gentle"], ["sudden_stop_gentle_second"], [], []]


def test_a_stop_ends_with_the_next_use() -> None:
    assert tier(history("150*30 0*2 150")) == ""
    assert tier(history("150*30 0*2 .")) == "full"  # read before the day is logged


def test_what_was_taken_instead_is_no_stop() -> None:
    assert not rules(together(history("1*30 0*3", substance=DIAZEPAM), xanax(". " * 30 + "1 1 1")))


def test_a_fall_that_was_told_as_a_stop_is_not_told_again() -> None:
    now = history("150*30 0*2 40*5")
    assert [tier(now, TODAY - back) for back in range(7)][::-1] == ["full", "full", *[""] * 5]


def test_a_fall_is_one_fall_from_its_first_day_on() -> None:
    now = history("150*40 40*12")
    found = [stop_notices(now, TODAY - back) for back in range(12)]
    since = {one.since for told in found for one in told}
    assert len(since) == 1
    assert [bool(told) for told in found][::-1][:4] == [False, False, True, True]


@given(
    st.lists(st.sampled_from([None, 0, 50, 90, 130]), min_size=20, max_size=90), st.integers(1, 30)
)
def test_later_days_change_nothing_of_earlier_ones(marks: list[int | None], back: int) -> None:
    words = ["." if mark is None else str(mark) for mark in marks]
    now, then = (
        history(words),
        history(words[: max(0, len(words) - back)] or ["."], end=TODAY - back),
    )
    assert full_stop_due(now, "alcohol", TODAY - back) == full_stop_due(
        then, "alcohol", TODAY - back
    )
    assert tier(now, TODAY - back) == tier(then, TODAY - back)


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
        history("1*30 0*9", substance=ALCOHOL, each=20_000),
        history("1 0*9", substance=HEROIN),
        history("2*30 0*3", substance=DIAZEPAM),
    )
    told = [(notice.rule, notice.substance) for notice in stop_notices(now, TODAY)]
    assert told == [
        ("sudden_stop", "diazepam"),
        ("opioid_break", "heroin"),
        ("depressant_break", "alcohol"),
    ]


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


def test_a_week_as_high_as_others_is_no_rise() -> None:
    high = "4 4 4 9 9 9 4"
    now = history(f"4*21 {high} 4*14 {high}", substance=CANNABIS)
    assert substitution(together(history("4*28 1*7"), now), TODAY, "alcohol") == ()


def test_a_treatment_that_rose_is_no_substitution() -> None:
    now = together(history("4*28 1*7"), history("40*28 80*7", substance=METHADONE))
    assert substitution(now, TODAY, "alcohol") == ()
