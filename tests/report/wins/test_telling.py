"""Which wins are told, and which first."""

from __future__ import annotations

from math import log2
from typing import Any

import pytest

from hrjournal.domain.win import Grade, Win, WinGroup, WinMeasure
from hrjournal.report.wins.telling import choose, score, told
from support.builders import TODAY

MONDAY = TODAY


def act(day: int = TODAY, rule: str = "tested", group: WinGroup = WinGroup.SAFER) -> Win:
    return Win(rule, day, Grade.DID, group, WinMeasure.STEP)


def fact(day: int = TODAY, rule: str = "lighter_day", **fields: object) -> Win:
    fixed = {
        "grade": Grade.HAPPENED,
        "group": WinGroup.LESS,
        "measure": WinMeasure.AMOUNT,
        "substance": "cannabis",
        "chance": 200_000,
    }
    return Win(rule, day, **{**fixed, **fields})  # type: ignore[arg-type]


def spoken(wins: list[Win], before: int = 0, recent: list[Win] | None = None) -> list[int]:
    """The places of those that are told."""
    marked = told(wins, {("tested", None): before}, recent or [])
    return [place for place, win in enumerate(marked) if win.told]


@pytest.mark.parametrize("number", [1, 5, 10, 25, 50, 100, 200, 700])
def test_an_act_is_told_when_it_is_new_and_at_round_numbers(number: int) -> None:
    busy = [act(MONDAY - 7 * back - day) for back in range(4) for day in range(1, 8)]
    assert spoken([act()], number - 1, busy) == [0]
    assert spoken([act()], number, busy) == []  # 2, 6, 11, 26 ...


def test_every_fact_is_told() -> None:
    assert spoken([fact(TODAY + day) for day in range(4)]) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("weekly", "this_week", "places"),
    [
        ([2, 1, 0, 2], 3, [2]),  # the third is more than in any of the last four weeks
        ([2, 1, 0, 2], 4, [2]),  # and it is told once a week
        ([2, 1, 0, 3], 3, []),
        ([0, 0, 0, 0], 2, [0]),
        ([3, 3, 3, 3], 3, []),
    ],
)
def test_an_act_is_told_when_there_were_more_this_week(
    weekly: list[int], this_week: int, places: list[int]
) -> None:
    before = [
        act(MONDAY - 7 * (4 - week) + day)
        for week, many in enumerate(weekly)
        for day in range(many)
    ]
    now = [act(MONDAY + day) for day in range(this_week)]
    assert spoken(now, 30, before) == places


def test_weeks_start_where_the_person_has_them_start() -> None:
    sunday = [act(MONDAY - 1)]
    assert [win.told for win in told([act()], {("tested", None): 30}, sunday, 0)] == [False]
    assert [win.told for win in told([act()], {("tested", None): 30}, sunday, 6)] == [False]
    both = [act(), act(MONDAY + 1)]
    assert [win.told for win in told(both, {("tested", None): 30}, sunday, 0)] == [False, True]
    # where weeks start on Sundays, that Sunday was the one to tell
    assert [win.told for win in told(both, {("tested", None): 30}, sunday, 6)] == [False, False]


def test_acts_of_another_kind_are_counted_apart() -> None:
    found = told([act(rule="ate")], {("tested", None): 30}, [act(MONDAY - 7, rule="tested")])
    assert [win.told for win in found] == [True]


@pytest.mark.parametrize(
    ("win", "worth"),
    [
        (fact(), log2(5)),  # 1 x bits of 1 in 5
        (fact(chance=250_000), 2),
        (fact(grade=Grade.CHANGING, chance=31_250), 15),  # 3 x 5 bits
        (fact(grade=Grade.HOLDS, chance=1_000_000), 0),
        (fact(group=WinGroup.LIFE, chance=250_000), 5),
        (fact(group=WinGroup.URGES, chance=250_000), 4),
        (act(), 6),  # 3 x 2
        (act(group=WinGroup.URGES), 4),
        (act(group=WinGroup.CARE), 5),
    ],
)
def test_what_a_win_is_worth(win: Win, worth: float) -> None:
    assert score(win, []) == pytest.approx(worth, abs=1e-5)


@pytest.mark.parametrize(
    ("before", "share"),
    [
        ([], 1),
        ([fact(TODAY - 1)], 2),
        ([fact(TODAY - 1), fact(TODAY - 28)], 3),
        ([fact(TODAY - 29)], 1),
        ([fact(TODAY)], 1),  # it is not told after itself
        ([fact(TODAY + 1)], 1),
        ([fact(TODAY - 1, substance="cocaine")], 1),
        ([fact(TODAY - 1, rule="day_without")], 1),
        ([fact(TODAY - 1, told=False)], 1),
    ],
)
def test_what_was_told_of_late_is_less_fresh(before: list[Win], share: int) -> None:
    assert score(fact(), before) == pytest.approx(score(fact(), []) / share)


def test_three_at_most_one_of_a_kind_and_the_most_telling_first() -> None:
    days = [
        fact(),
        act(),
        fact(rule="mood_up", group=WinGroup.LIFE, substance=None),
        act(rule="rode", group=WinGroup.URGES),
        act(rule="ate", group=WinGroup.CARE),
        act(TODAY - 1, rule="naloxone"),
    ]
    chosen = [win.rule for win in choose(days, days)]
    assert chosen == ["tested", "mood_up", "ate"]  # 6, then 2.5 x 2.32, then 5; urges 4
    assert [win.rule for win in choose(days, days, 1)] == ["tested"]
    assert choose([act()._replace(told=False)], []) == ()


def test_one_fact_is_told_by_one_of_its_sides() -> None:
    week = fact(rule="lighter_week", figures={"now_from": TODAY - 6, "now_to": TODAY})
    often: dict[str, Any] = {"group": WinGroup.LESS_OFTEN, "rule": "day_without", "chance": 400_000}
    inside, outside = fact(TODAY - 3, **often), fact(TODAY - 7, **often)
    assert choose([week, inside], []) == (week,)
    assert choose([week, outside], []) == (week, outside)
    other = fact(TODAY - 3, **{**often, "substance": "cocaine"})
    assert choose([week, other], []) == (week, other)


def test_of_equal_worth_the_newest_is_told() -> None:
    assert choose([fact(TODAY - 2), fact(TODAY)], [], 1) == (fact(TODAY),)
