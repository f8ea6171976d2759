from __future__ import annotations

import time

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.report.wins import assess, assess_span
from support.builders import ALCOHOL, CANNABIS, DIAZEPAM, TODAY, entry, history, together
from support.report.finding import at_once, rules, wins


def test_a_day_that_is_not_over_is_not_called_lower_yet() -> None:
    now = history("4*28 2*6 1", substance=CANNABIS)
    assert at_once(now) == {"logged"}
    assert {"lower_week", "lower_day"} <= rules(now)


def test_what_holds_at_once_still_holds_when_the_day_is_over() -> None:
    taken = entry(EntryType.STEP, steps=("tested", "ate", "carried-naloxone"), copings=("walk",))
    now = history("4*28 . . . 0", substance=CANNABIS, records=[taken])
    found = at_once(now)
    assert found == {
        *("logged", "none_day", "came_back", "tested", "ate", "naloxone"),
        "strategy",
    }
    assert found <= rules(now)


def test_days_to_come_have_no_wins() -> None:
    now = history("4*28 2*7 0 0 0", substance=CANNABIS, end=TODAY + 3)
    days = [win.day for win in assess_span(now, DateRange(TODAY, TODAY + 9), TODAY)]
    assert set(days) == {TODAY}


def test_the_answer_is_the_same_every_time() -> None:
    now = together(history("4*28 2*7"), history("3*28 1 0*6", substance=CANNABIS))
    assert assess(now, TODAY, TODAY + 1) == assess(now, TODAY, TODAY + 1)


def test_celebration_waits_while_a_stop_is_dangerous_and_then_comes_back() -> None:
    stopped = "150*30 0*16"
    for back in range(2, 16):
        assert rules(history(stopped), day=TODAY - back) <= {"logged"}
    assert {"none_day", "lower_week"} <= rules(history(stopped))


def test_another_substance_can_be_celebrated_meanwhile() -> None:
    now = together(
        history("10*28 0*7", substance=DIAZEPAM), history("4*28 2*7", substance=CANNABIS)
    )
    assert {win.substance for win in wins(now) if win.substance} == {"cannabis"}


def test_slow_steps_down_are_celebrated_all_along() -> None:
    marks = " ".join(f"{150 * 0.92**week:.3f}*7" for week in range(12))
    for week in range(7):
        found = rules(history(marks, substance=ALCOHOL), day=TODAY - 7 * week)
        assert "lower_week" in found


@pytest.mark.slow
def test_ten_years_of_three_substances_take_a_few_seconds() -> None:
    marks = ["2@21:00", "0", "3@19:00-23:00", ".", "0", "1", "4-6", "?", "0", "5"] * 365
    now = together(
        history(marks),
        history(marks[3:] + marks[:3], substance=CANNABIS),
        history(marks[7:] + marks[:7], substance=DIAZEPAM),
    )
    began = time.process_time()
    found = sum(1 for _ in assess_span(now, now.days, TODAY))
    assert found > 3650
    assert time.process_time() - began < 8
