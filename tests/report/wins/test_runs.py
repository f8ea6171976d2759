"""Lighter days and lighter weeks in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.win import BaselineKind, Grade, Verdict, Win, WinGroup, WinMeasure
from hrjournal.report.wins import judge
from hrjournal.report.wins.runs import Streak, streak
from support.builders import CANNABIS, COCAINE, METHADONE, TODAY, entry, history, together
from support.report.finding import SUNDAY, judged, weekly


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ("", Streak(0, 0, 0)),
        ("111", Streak(3, 3, 3)),
        ("1101", Streak(1, 2, 3)),
        ("1110", Streak(0, 3, 3)),
        ("00", Streak(0, 0, 0)),
        ("0110111", Streak(3, 3, 5)),
    ],
)
def test_lighter_in_a_row(marks: str, run: Streak) -> None:
    assert streak(marks) == run


@given(st.text("01"), st.text("01"))
def test_what_was_reached_stays(told: str, more: str) -> None:
    before, after = streak(told), streak(told + more)
    assert after.longest >= before.longest
    assert after.total >= before.total
    assert after.now <= after.longest <= after.total


def day(now: History) -> bool | None:
    """What the last day of a journal says."""
    found = [one for one in judged(now).verdicts if not one.substance]
    assert all(one.day == TODAY for one in found)
    return found[0].lighter if found else None


@pytest.mark.parametrize(
    ("marks", "lighter"),
    [
        (weekly("3 3 3 2"), True),  # below the median of three
        (weekly("3 3 3 3"), False),
        (weekly("3 3 3 4"), False),
        (weekly("2 3 9 2.9"), True),
        (weekly("2 3 9 3"), False),
        (weekly("2 2 3 3 2.5"), False),  # the median of four lies between the middle two
        (weekly("2 2 3 3 2.4"), True),
        (weekly("3 0 3 2"), True),  # days without are among them: 0, 3, 3
        (weekly("3 0 0 2"), False),
        (weekly("3 3 2"), None),  # two are too few
        (weekly("3 3 ? 2"), None),
        (weekly("3 3 3 ?"), None),
        (weekly("3 3 3 2+?"), None),
        (weekly("3 3 3 2mg"), None),
        (weekly("3 .*24 3 3 2"), None),  # 27 weeks back
        (weekly("3 .*23 3 3 2"), True),  # 26
        ("3 3 3 0", True),  # none of what was used in the last 28 days
        ("3 0*28", True),
        ("3 0*29", None),  # used 29 days ago: not of late
        ("0 0 0", None),
        ("3 3 3 .", None),
    ],
)
def test_whether_a_day_was_lighter(marks: str | list[str], lighter: bool | None) -> None:
    assert day(history(marks, substance=CANNABIS)) is lighter


@pytest.mark.parametrize(
    ("joints", "lines", "lighter"),
    [
        (weekly("3 3 3 2"), weekly("3 3 3 2"), True),
        (weekly("3 3 3 2"), weekly("3 3 3 3"), True),  # below here, and above nowhere
        (weekly("3 3 3 2"), weekly("3 3 3 4"), False),
        (weekly("3 3 3 3"), weekly("3 3 3 3"), False),
        (weekly("3 3 3 2"), weekly("3 3 3 ?"), None),
        (weekly("3 3 3 2"), weekly("3 3 3 0"), True),
        (weekly("3 3 3 0"), weekly("3 3 3 0"), True),
        (weekly("3 3 3 0"), weekly("3 3 3 ."), None),  # of the other it does not say
        (weekly("3 3 3 0"), weekly("3 . . . . ."), True),  # used 35 days ago: not of late
        (weekly("3 3 3 2"), weekly("3 3 3 ."), True),
    ],
)
def test_a_day_of_two_substances(joints: list[str], lines: list[str], lighter: bool | None) -> None:
    now = together(history(joints, substance=CANNABIS), history(lines, substance=COCAINE))
    assert day(now) is lighter


def urge(outcome: Outcome) -> Entry:
    return entry(EntryType.URGE, urge=7, outcome=outcome)


@pytest.mark.parametrize(
    ("outcome", "lighter"),
    [
        (Outcome.RODE_OUT, True),
        (Outcome.DELAYED, True),
        (Outcome.LESS, True),
        (Outcome.USED, False),
    ],
)
def test_an_urge_that_was_answered_makes_a_day_lighter(outcome: Outcome, lighter: bool) -> None:
    now = history(weekly("3 3 3 4"), substance=CANNABIS, records=[urge(outcome)])
    assert day(now) is lighter
    alone = history(".", records=[urge(outcome)])
    assert day(alone) is (True if lighter else None)


def test_a_medicine_says_nothing_of_a_day() -> None:
    now = together(
        history(weekly("3 3 3 2"), substance=CANNABIS),
        history(weekly("60 60 60 90"), substance=METHADONE),
    )
    assert day(now) is True
    assert day(history("60*28 0", substance=METHADONE)) is None


def test_today_says_nothing_before_it_is_over() -> None:
    now = history("3 3 3 0", substance=CANNABIS)
    found = judge(now, DateRange(TODAY - 1, TODAY + 1), TODAY)
    assert [one.day for one in found.verdicts if not one.substance] == []
    assert day(now) is True


def holding(joints: int, day: int) -> Win:
    """That a level of so many thousandths of a joint a day was told to hold."""
    return Win(
        "holds",
        day,
        Grade.HOLDS,
        WinGroup.LESS,
        WinMeasure.AMOUNT,
        "cannabis",
        BaselineKind.USUAL,
        {"now": joints, "then": 3000, "unit": "joint"},
    )


@pytest.mark.parametrize(
    ("marks", "before", "lighter"),
    [
        ("1*28 1*7", [holding(1000, SUNDAY - 7)], True),
        ("1*28 1*7", [], False),
        ("1*28 1*6 1.5", [holding(1000, SUNDAY - 7)], True),  # half a joint of the week above
        ("1*28 1*6 1.6", [holding(1000, SUNDAY - 7)], False),
        ("2*28 1.5*7", [holding(1000, SUNDAY - 7)], True),  # lighter by itself
        ("1*28 1*4 .*3", [holding(1000, SUNDAY - 7)], None),
        ("1mg*28 1mg*7", [holding(1000, SUNDAY - 7)], False),  # another unit by now
        # the latest one stands
        ("1*28 1*7", [holding(3000, SUNDAY - 35), holding(500, SUNDAY - 7)], False),
        ("1*28 1*7", [holding(500, SUNDAY - 35), holding(1000, SUNDAY - 7)], True),
    ],
)
def test_a_week_at_the_lower_level_that_holds_goes_on_with_a_run(
    marks: str, before: list[Win], lighter: bool | None
) -> None:
    now = history(marks, substance=CANNABIS, end=SUNDAY)
    found = judged(now, day=SUNDAY, earlier=before).verdicts
    weeks = [one for one in found if one.substance]
    assert weeks == ([] if lighter is None else [Verdict(SUNDAY, "cannabis", lighter)])
