from __future__ import annotations

import pytest

from hrjournal.domain.win import BaselineKind, Size, Win, WinGroup
from hrjournal.report.wins import fresh
from support.builders import TODAY

KEY: tuple[str, str | None, str] = ("lower_week", "alcohol", "usual")


def week(
    day: int,
    against: BaselineKind = BaselineKind.USUAL,
    substance: str = "alcohol",
    size: Size = Size.SOME,
) -> Win:
    return Win("lower_week", day, day - 34, WinGroup.LESS, substance, against, size)


@pytest.mark.parametrize(
    ("there", "new"), [(-7, True), (-6, False), (0, False), (6, False), (7, True)]
)
def test_a_win_is_new_when_none_of_its_kind_lies_near(there: int, new: bool) -> None:
    assert bool(fresh([week(TODAY)], {KEY: {TODAY + there: Size.SOME}})) == new


def test_a_win_that_has_grown_is_new_though_one_lies_near() -> None:
    ledger = {KEY: {TODAY - 1: Size.SOME}}
    assert fresh([week(TODAY, size=Size.LOT)], ledger)
    assert not fresh([week(TODAY, size=Size.LITTLE)], ledger)
    assert not fresh([week(TODAY - 1, size=Size.LOT)], ledger)


def test_another_baseline_or_substance_is_another_win() -> None:
    ledger = {KEY: {TODAY: Size.VERY}}
    assert fresh([week(TODAY, BaselineKind.START)], ledger)
    assert fresh([week(TODAY, substance="cannabis")], ledger)


def test_wins_found_together_keep_apart_too() -> None:
    found = fresh((week(TODAY + day) for day in range(20)), {})
    assert [win.day - TODAY for win in found] == [0, 7, 14]


def test_a_day_has_each_win_of_a_day_once() -> None:
    logged = Win("logged", TODAY, TODAY, WinGroup.CARE)
    assert fresh([logged, logged], {}) == (logged,)
    assert fresh([logged], {("logged", None, ""): {TODAY - 1: Size.UNSAID}}) == (logged,)
    assert not fresh([logged], {("logged", None, ""): {TODAY: Size.UNSAID}})
