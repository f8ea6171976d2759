from __future__ import annotations

import pytest

from hrjournal.domain.win import BaselineKind, HeavyDayThresholds, Size
from support.builders import ALCOHOL, CANNABIS, DIAZEPAM, history
from support.report.finding import rules, usual, wins


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("56*3 0*25 56*2 0*26", True),
        ("56*3 0*25 55.999 56*2 0*25", True),
        ("56*3 0*25 56*3 0*25", False),
        ("56*3 0*24 56*2 0*26", False),  # 55 days known
        ("0 56*3 0*25 56*2 90+? 0*25", False),  # heavy for certain, whatever the rest was
        ("56*3 0*25 56*2 9+? 0*26", True),  # cannot be told, so an earlier day stands in
        ("56*3 0*25 .*10 56*2 0*26", True),
        ("56*3 0*25 .*57 56*2 0*26", False),  # too long ago
    ],
)
def test_fewer_heavy_days(marks: str, fires: bool) -> None:
    assert (usual(history(marks), "fewer_heavy") is not None) == fires


def test_what_is_heavy_can_be_the_persons_own() -> None:
    now = history("50*3 0*25 50*2 0*26")
    assert not wins(now, "fewer_heavy")
    assert wins(now, "fewer_heavy", yardstick=HeavyDayThresholds(heavy=50_000))
    assert not wins(history("60*3 0*25 60 0*27", substance=CANNABIS), "fewer_heavy")


@pytest.mark.parametrize(
    ("marks", "rule"),
    [
        ("21*28 20*28", "who_drop1"),
        ("21*28 20.001*28", ""),
        ("61*28 60*28", "who_drop1"),
        ("60*28 41*28", ""),
        ("41*28 20*28", "who_drop2"),
        ("61*28 20*28", "who_drop2"),
        ("1*28 0*28", "who_drop1"),
        ("61*28 0*28", "who_drop2"),
        ("21*14 .*14 20*14 .*14", "who_drop1"),
        ("21*13 .*15 20*28", ""),
        ("21*28 20*13 .*15", ""),
        ("21*28 20*13 ?*15", ""),
    ],
)
def test_levels_down_from_the_four_weeks_before(marks: str, rule: str) -> None:
    found = [win.rule for win in wins(history(marks)) if win.rule.startswith("who")]
    assert found == [rule] * bool(rule)


def test_two_levels_take_the_place_of_one_for_the_same_comparison() -> None:
    found = {
        win.baseline: (win.rule, win.figures["levels"])
        for win in wins(history("61*28 .*28 41*28 20.5*28"))
        if win.rule.startswith("who")
    }
    assert found == {BaselineKind.USUAL: ("who_drop1", 1), BaselineKind.START: ("who_drop2", 2)}


def test_the_other_published_levels_can_be_chosen() -> None:
    chosen = HeavyDayThresholds(levels=(40_000, 60_000, 100_000))
    assert not wins(history("39*28 15*28"), "who_drop1", yardstick=chosen)
    assert wins(history("41*28 15*28"), "who_drop1", yardstick=chosen)


def test_levels_are_of_alcohol_alone() -> None:
    assert not {"who_drop1", "who_drop2"} & rules(history("61*28 1*28", substance=CANNABIS))


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("4*28 2*28", True),
        ("4*28 2*27", False),  # a week of the higher level is among the four
        ("2*56", False),  # nothing lower was reached
        ("4*28 2*21 2.2*7", False),  # a tenth above it
        ("4*28 2*21 2.1*7", True),
        ("4*28 2*21 2.1*5 2.3 2.4", False),
        ("4*28 1*28 2*28", False),  # it was lower before
        ("4*28 2*21 2*4 .*3", False),  # 4 days of a week
        ("4*28 2*21 2*5 .*2", True),
        ("4*28 0*28", True),
        ("4*28 2*28 2.1*28", True),  # a twentieth above the lowest
        ("4*28 2*28 2.101*28", False),
    ],
)
def test_a_lower_level_held_for_four_weeks(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=CANNABIS), "held") is not None) == fires


def test_a_level_held_is_sized_against_the_highest_four_weeks() -> None:
    won = usual(history("4*28 3*28", substance=CANNABIS), "held")
    assert won is not None
    assert (won.size, won.figures["now"], won.figures["then"]) == (Size.LOT, 3000, 4000)


@pytest.mark.parametrize(
    ("marks", "fires"),
    [
        ("10*21 9*7", True),  # a tenth
        ("10*21 8.9*7", False),  # faster
        ("10*21 10*7", False),
        ("10*21 9.5*6 0", False),
        ("10*21 11*6 0", False),  # a day without is a jump
        ("10*2 9*7", False),  # near-daily use is not known
        ("10*11 0*4 10*6 9.5*7", False),
        ("10*21 ?*3 9.5*4", False),
    ],
)
def test_a_steady_slow_step_down_out_of_near_daily_use(marks: str, fires: bool) -> None:
    assert (usual(history(marks, substance=DIAZEPAM), "slow_taper") is not None) == fires


def test_a_slow_step_down_is_for_what_is_dangerous_to_stop_at_once() -> None:
    assert wins(history("130*21 125*7", substance=ALCOHOL), "slow_taper")
    assert not wins(history("100*21 95*7", substance=ALCOHOL), "slow_taper")
    assert not wins(history("10*21 9.5*7", substance=CANNABIS), "slow_taper")
