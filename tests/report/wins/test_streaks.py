from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.domain.substances.substance import Substance
from hrjournal.domain.win import Win, WinGroup
from hrjournal.report.wins.ledger import Streak, lighter_weeks, winning_days
from support.builders import CANNABIS, METHADONE, TODAY, history


def days(marks: str, *, today: int = TODAY + 1) -> Streak:
    """The run of days where `w` has a win, `-` has none, and `.` is unwritten."""
    first = TODAY - len(marks) + 1
    won = [
        Win("tested", first + place, first, WinGroup.SAFER)
        for place, mark in enumerate(marks)
        if mark == "w"
    ]
    written = {first + place for place, mark in enumerate(marks) if mark != "."}
    logged = [Win("logged", day, day, WinGroup.CARE) for day in written]
    return winning_days([*won, *logged], written, today)


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ("", Streak(0, 0, 0)),
        ("www", Streak(3, 3, 3)),
        ("ww-w", Streak(1, 2, 3)),
        ("www-", Streak(0, 3, 3)),
        ("ww..w", Streak(3, 3, 3)),
        ("--", Streak(0, 0, 0)),
    ],
)
def test_days_with_a_small_win(marks: str, run: Streak) -> None:
    assert days(marks) == run


def test_today_ends_no_run_before_it_is_over() -> None:
    assert days("ww-", today=TODAY) == Streak(2, 2, 2)
    assert days("www", today=TODAY) == Streak(3, 3, 3)


@given(st.text("w-.", max_size=30), st.text("w-.", max_size=10))
def test_what_was_reached_stays(marks: str, more: str) -> None:
    before, after = days(marks), days(marks + more)
    assert after.longest >= before.longest
    assert after.total >= before.total
    assert after.now <= after.longest <= after.total


SUNDAY = TODAY - 1


def weeks(
    marks: str,
    substance: Substance = CANNABIS,
    today: int = TODAY,
    start: BaselinePin | None = None,
) -> Streak:
    """The run of weeks where the last mark is a Sunday, and the week is over."""
    now = history(marks, substance=substance, end=SUNDAY, start=start)
    return lighter_weeks(now, substance.key, today)


@pytest.mark.parametrize(
    ("marks", "run"),
    [
        ("", Streak(0, 0, 0)),
        ("4*28 3*7", Streak(1, 1, 1)),
        ("4*28 3*7 5*7", Streak(0, 1, 1)),
        ("4*28 3*7 5*7 2*7", Streak(1, 1, 2)),
        ("4*28 3*7 .*7 2*7", Streak(2, 2, 2)),  # an unwritten week neither adds nor ends
        ("4*28 3*7 9*4 .*3 2*7", Streak(2, 2, 2)),  # nor does one of 4 days
        ("4*28 3*7 ?*7 2*7", Streak(1, 1, 2)),  # told by its days
        ("?*28 ?*5 0*2", Streak(1, 1, 1)),
        ("4*35", Streak(0, 0, 0)),
        ("4*21 3*7 3*49", Streak(8, 8, 8)),  # below the start or the usual, and then held
        ("4*28 .*28 2*7", Streak(1, 1, 1)),
    ],
)
def test_lighter_weeks(marks: str, run: Streak) -> None:
    assert weeks(marks) == run


def test_a_week_that_is_not_over_is_not_counted() -> None:
    assert weeks("4*28 3*7", today=SUNDAY) == Streak(0, 0, 0)
    assert weeks("4*28 3*7", today=SUNDAY + 1) == Streak(1, 1, 1)


def test_a_week_can_start_on_another_day() -> None:
    now = history("4*28 3*7", substance=CANNABIS, end=SUNDAY - 1)
    assert lighter_weeks(now, "cannabis", SUNDAY, week_starts=6) == Streak(1, 1, 1)
    assert lighter_weeks(now, "cannabis", SUNDAY, week_starts=0).total == 1
    assert lighter_weeks(now, "cannabis", SUNDAY, week_starts=5) == Streak(1, 1, 1)


def test_a_pinned_start_keeps_weeks_light_on_a_plateau() -> None:
    pinned = BaselinePin(days=DateRange(TODAY - 120, TODAY - 100))
    steady = "9*30 2-4*28 3*28 3*28"
    assert weeks(steady, start=pinned).now >= 8


def test_weeks_in_which_a_stop_is_dangerous_are_not_celebrated() -> None:
    assert weeks("150*28 0*14", _alcohol()).total == 0
    assert weeks("150*28 0*28", _alcohol()).total == 2
    assert weeks("100*28 0*14", _alcohol()).total == 2


def test_there_are_no_lighter_weeks_of_a_treatment_or_of_what_is_not_tracked() -> None:
    assert weeks("60*28 10*7", METHADONE) == Streak(0, 0, 0)
    assert lighter_weeks(history("1"), "unheard-of", TODAY) == Streak(0, 0, 0)


def _alcohol() -> Substance:
    return history("1").substances["alcohol"]
