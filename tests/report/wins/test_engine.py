from __future__ import annotations

import time

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange, History
from hrjournal.domain.win import Grade, Verdict, Win, Yardstick
from hrjournal.report.wins import REACH, judge, needs_all
from support.builders import (
    ALCOHOL,
    CANNABIS,
    COCAINE,
    DIAZEPAM,
    TODAY,
    entry,
    history,
    together,
)
from support.report.finding import JUDGED, SUNDAY, at_once, judged, rules, weekly

EVERY_RULE = f"{'3 2 0 1 4 5 0 ' * 16}{'1 0 0 0 2 1 0 ' * 12}0 0 0 1"


def ledger(now: History, first: int, last: int, earlier: list[Win] | None = None) -> list[Win]:
    return judge(now, DateRange(first, last + 1), TODAY, Yardstick(), earlier or []).wins


def test_a_day_that_is_not_over_has_its_acts_alone() -> None:
    taken = entry(EntryType.STEP, steps=("tested", "ate"), copings=("walk",))
    now = history(weekly("3 3 3 3 2"), substance=CANNABIS, records=[taken])
    assert at_once(now) == {"tested", "ate", "strategy"}
    assert rules(now) == {"tested", "ate", "strategy", "lighter_day"}


def test_days_to_come_have_no_wins() -> None:
    taken = [entry(EntryType.STEP, TODAY + day, steps=("tested",)) for day in range(4)]
    now = history("2*28 1*7 0 0 0", substance=CANNABIS, end=TODAY + 3, records=taken)
    assert {win.day for win in ledger(now, TODAY, TODAY + 3)} == {TODAY}


def test_days_judged_apart_come_to_what_they_come_to_together() -> None:
    now = together(
        history(EVERY_RULE, substance=CANNABIS),
        history(f"{'1 0 0 0 0 2 2 ' * 20}{'0 0 0 0 0 1 2 ' * 8}0", substance=COCAINE),
    )
    first = now.days.start
    whole = judge(now, DateRange(first, TODAY), TODAY)
    wins: list[Win] = []
    verdicts: list[Verdict] = []
    for day in range(first, TODAY):
        earlier = [one for one in wins if one.grade in {Grade.CHANGING, Grade.HOLDS}]
        found = judge(now, DateRange(day, day + 1), TODAY, Yardstick(), earlier)
        wins += found.wins
        verdicts += found.verdicts
    assert (wins, verdicts) == whole
    assert len({win.rule for win in wins}) >= 4
    assert verdicts


def test_a_day_knows_nothing_of_later_ones() -> None:
    whole = history(EVERY_RULE, substance=CANNABIS)
    cut = history(EVERY_RULE.split()[:-40], substance=CANNABIS, end=TODAY - 40)
    first = whole.days.start
    found = ledger(whole, first, TODAY - 40)
    assert found == ledger(cut, first, TODAY - 40)
    assert found


def test_the_facts_of_a_day_need_the_days_within_reach_alone() -> None:
    marks = weekly("9*9 3 .*22 3 3 3 2")
    near = history(marks[-REACH - 1 :], substance=CANNABIS)
    whole = history(marks, substance=CANNABIS)
    assert rules(near) == {"lighter_day"}
    assert judged(near) == judged(whole)


@pytest.mark.parametrize(
    ("first", "last", "starts", "whole"),
    [
        (SUNDAY, SUNDAY, 0, True),
        (SUNDAY - 6, SUNDAY - 1, 0, False),
        (SUNDAY - 3, SUNDAY + 3, 0, True),
        (SUNDAY, SUNDAY, 6, False),  # weeks that start on Sundays end on Saturdays
        (SUNDAY - 1, SUNDAY - 1, 6, True),
        (SUNDAY + 1, SUNDAY + 1, 0, False),
    ],
)
def test_all_of_the_past_is_needed_where_a_week_ends(
    first: int, last: int, starts: int, whole: bool
) -> None:
    assert needs_all(DateRange(first, last + 1), TODAY, starts) is whole


def test_a_week_that_ends_today_is_not_over() -> None:
    assert not needs_all(DateRange(SUNDAY, SUNDAY + 1), SUNDAY, 0)


def test_less_waits_while_a_stop_is_dangerous_and_then_comes_back() -> None:
    stopped = "150*60 0*27"  # the first day without is a Tuesday
    alcohol = history(stopped, substance=ALCOHOL, end=SUNDAY)
    cannabis = history(stopped, substance=CANNABIS, end=SUNDAY)
    for day in range(SUNDAY - 26, SUNDAY - 13):
        found = judged(alcohol, day=day)
        assert not found.wins
        assert not [one for one in found.verdicts if one.substance]
        assert judged(cannabis, day=day).verdicts
    assert "day_without" in rules(cannabis, day=SUNDAY - 26)
    assert "lighter_week" in rules(alcohol, day=SUNDAY)


def test_another_substance_can_be_celebrated_meanwhile() -> None:
    now = together(
        history("10*28 0*7", substance=DIAZEPAM, end=SUNDAY),
        history("4*28 2*7", substance=CANNABIS, end=SUNDAY),
    )
    found = judged(now, day=SUNDAY)
    assert {win.substance for win in found.wins} == {"cannabis"}
    assert {one.substance for one in found.verdicts if one.substance} == {"cannabis"}


def test_slow_steps_down_are_celebrated_all_along() -> None:
    marks = " ".join(f"{150 * 0.92**week:.3f}*7" for week in range(12))
    for week in range(7):
        found = rules(history(marks, substance=ALCOHOL, end=SUNDAY), day=SUNDAY - 7 * week)
        assert "lighter_week" in found


def test_a_doubled_use_is_called_lighter_nowhere() -> None:
    marks = f"{'1 0 2 1 0 3 2 ' * 16}{'2 0 4 2 0 6 4 ' * 4}"
    found = ledger(history(marks, substance=CANNABIS, end=JUDGED), JUDGED - 27, JUDGED)
    assert found == []


@pytest.mark.slow
def test_ten_years_of_three_substances_take_a_few_seconds() -> None:
    marks = ["2@21:00", "0", "3@19:00-23:00", ".", "0", "1", "4-6", "?", "0", "5"] * 365
    now = together(
        history(marks),
        history(marks[3:] + marks[:3], substance=CANNABIS),
        history(marks[7:] + marks[:7], substance=DIAZEPAM),
    )
    began = time.process_time()
    found = judge(now, now.days, TODAY)
    assert len(found.verdicts) > 500
    assert time.process_time() - began < 8


def test_a_good_thing_changes_no_win_and_no_verdict() -> None:
    good = [entry(EntryType.GOOD, TODAY - day, note="sun", score=9) for day in range(200)]
    plain, beside = history(EVERY_RULE), history(EVERY_RULE, records=good)
    days = DateRange(plain.days.start, TODAY)
    assert judge(beside, days, TODAY) == judge(plain, days, TODAY)
    assert judge(plain, days, TODAY).wins
