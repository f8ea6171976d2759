from __future__ import annotations

import pytest

from hrjournal.domain.history import BaselinePin
from hrjournal.domain.win import BaselineKind, Size
from hrjournal.report.wins import assess
from support.builders import CANNABIS, COCAINE, HEROIN, TODAY, history, together
from support.report.finding import rules, usual, wins


@pytest.mark.parametrize(
    ("marks", "size"),
    [
        ("1*28 1*6 0", Size.SOME),
        ("1*28 ?*3 0*4", Size.VERY),
        ("? 0 ? 0 " * 13 + "? 0 ? 0 ? 0 0", Size.SOME),
        ("1*28 1*7", None),
        ("1*28 .*3 1*2 0*2", None),
        ("1*13 .*15 1*2 0*5", None),
        ("1*28 0*7", None),
    ],
)
def test_fewer_use_days(marks: str, size: Size | None) -> None:
    won = usual(history(marks, substance=CANNABIS), "fewer_days")
    assert (won and won.size) == size


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1*28 0*7", True),
        ("1*28 .*2 0*5", True),
        ("1*28 .*3 0*4", False),
        ("1*28 1 0*6", False),
        ("0*28 0*7", False),
        ("1*13 .*15 0*7", False),
    ],
)
def test_a_week_of_days_without(marks: str, fires: bool) -> None:
    assert ("more_none_days" in rules(history(marks, substance=CANNABIS))) == fires


def test_one_change_is_praised_by_one_rule() -> None:
    for marks in ("1*60 0*7", "1*60 1 0*6", "1*28 0*28 1 0*6"):
        found = rules(history(marks, substance=CANNABIS)) & {"fewer_days", "more_none_days"}
        assert len(found) == 1


def test_an_estimate_of_use_days_is_a_start() -> None:
    estimated = BaselinePin(use_days=5)
    found = wins(history("0 0 0 1 1 1 1", substance=CANNABIS, start=estimated), "fewer_days")
    assert [win.baseline for win in found] == [BaselineKind.START]
    assert not wins(history("0 0 1*5", substance=CANNABIS, start=estimated), "fewer_days")


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("1*5 0*25 1*4 0*26", True),
        ("1*4 0*26 1*3 0*27", False),
        ("1*9 0*21 1*5 0*25", False),
        ("1*9 0*21 0*30", False),
        ("1*5 0*22 .*3 1*4 0*23 .*3", True),
        ("1*5 0*21 .*4 1*4 0*26", False),
        ("1*5 0*25 1*4 0*22 .*4", False),
    ],
)
def test_from_five_days_in_thirty_to_fewer(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=COCAINE), "freq_band") is not None) == fires
    assert not wins(history(marks, substance=CANNABIS), "freq_band")


def test_a_day_without_is_told_at_once_for_each_substance_that_has_it() -> None:
    now = together(
        history("0", substance=CANNABIS),
        history("1", substance=COCAINE),
        history(".", substance=HEROIN),
    )
    found = assess(now, TODAY, TODAY)
    assert [win.substance for win in found if win.rule == "none_day"] == ["cannabis"]


def test_after_days_without_an_opioid_a_win_carries_how_many() -> None:
    found = {win.rule: win.figures for win in wins(history("1*28 1*4 0*3", substance=HEROIN))}
    assert found["none_day"]["opioid_break"] == 3
    assert found["fewer_days"]["opioid_break"] == 3
    earlier = wins(history("1*28 1*5 0*2", substance=HEROIN))
    assert all("opioid_break" not in win.figures for win in earlier if win.rule != "longest_gap")


def test_another_substance_that_rose_is_noted_beside_the_win() -> None:
    down = history("2*28 1*7", substance=COCAINE)
    risen = wins(together(down, history("4*28 5.1*7", substance=CANNABIS)), "lower_week")
    level = wins(together(down, history("4*28 5*7", substance=CANNABIS)), "lower_week")
    assert [win.figures.get("rose") for win in (*risen, *level)] == ["Cannabis", None]
