"""What follows a save: safety first, one small win, and a ledger that never shrinks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from conftest import Answer

Run = Callable[..., Answer]
TODAY = date(2026, 11, 23)


def bring(run: Run, folder: Path, name: str, unit: str, amounts: Sequence[float]) -> None:
    """A journal of one substance whose last written day is yesterday."""
    first = TODAY - timedelta(days=len(amounts))
    lines = [f"{first + timedelta(days=n)},{amount}" for n, amount in enumerate(amounts)]
    file = folder / "days.csv"
    file.write_text("day,amount\n" + "\n".join(lines) + "\n")
    words = ("--date", "day", "--substance", f"={name}", "--amount", "amount")
    answer = run("import", "csv", str(file), *words, "--unit", f"={unit}", "--zero-is-none")
    assert answer.code == 0, answer


def wins(run: Run, *words: str) -> dict[str, Any]:
    """The wins page as data."""
    found: dict[str, Any] = json.loads(run("wins", *words, "--json").out)
    return found


@pytest.mark.parametrize(
    ("name", "unit", "amounts"),
    [
        ("alcohol", "g", [150.0] * 40),
        ("alcohol", "g", [150.0] * 40 + [0.0] * 6),
        ("alcohol", "g", [150.0] * 35 + [50.0] * 5),
        ("diazepam", "pill", [3.0] * 40),
        ("diazepam", "pill", [3.0] * 40 + [0.5] * 4),
    ],
)
def test_a_sharp_fall_of_near_daily_heavy_use_is_met_with_safety_and_no_celebration(
    run: Run, tmp_path: Path, name: str, unit: str, amounts: Sequence[float]
) -> None:
    bring(run, tmp_path, name, unit, amounts)
    answer = run("none", name)
    assert f"Safety: Stopping or cutting down {name} fast can be dangerous." in answer.out
    assert "\n+ " not in answer.out
    assert f"Stopping or cutting down {name} fast can be dangerous." in run("today").out
    assert wins(run, "--week")["notices"]


def test_a_steady_slow_step_down_is_celebrated_without_a_notice(run: Run, tmp_path: Path) -> None:
    weeks = [150 * 0.93**week for week in range(8)]
    bring(run, tmp_path, "alcohol", "g", [round(grams, 1) for grams in weeks for _ in range(7)])
    page = wins(run, "--month")
    assert page["notices"] == []
    assert {"lower_week", "slow_taper"} <= {win["rule"] for win in page["wins"]}


def test_a_return_to_opioids_after_a_break_is_told_of_lower_tolerance_once(
    run: Run, tmp_path: Path
) -> None:
    bring(run, tmp_path, "heroin", "times", [2.0] * 30 + [0.0] * 7)
    assert "Safety: Your body is used to much less heroin now." in run("log", "heroin", "1").out
    again = run("log", "heroin", "1").out
    assert "Safety: Your body is still used to less heroin." in again


def test_a_lighter_week_gives_a_win_that_names_its_size(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    found = [win for win in wins(run)["wins"] if win["rule"] == "lower_week"]
    assert {win["against"] for win in found} == {"usual", "start"}
    assert "a lot less than your usual" in " ".join(win["sentence"] for win in found)


def test_a_week_like_the_usual_gives_no_win_of_amount(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [3.0] * 42)
    less = [win["sentence"] for win in wins(run, "--all")["wins"] if win["group"] == "less"]
    assert less == []


def test_a_hard_day_takes_nothing_out_of_the_ledger(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    before = wins(run, "--all")
    answer = run("log", "alcohol", "14")
    assert "Thank you for writing it down." in answer.out
    run("log", "alcohol", "9", "--at", "yesterday 22:00")
    after = wins(run, "--all")
    assert after["total"] >= before["total"]
    assert after["winning_days"]["longest"] >= before["winning_days"]["longest"]
    assert after["winning_days"]["total"] >= before["winning_days"]["total"]


def test_why_shows_the_days_and_the_arithmetic(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    win = next(win for win in wins(run)["wins"] if win["rule"] == "lower_week")
    page = json.loads(run("wins", "--why", str(win["id"]), "--json").out)
    assert page["why"]
    assert len(page["days"]) == 35
    shown = run("wins", "--why", str(win["id"])).out
    assert "5 US standard drinks" in shown
    assert "Why it helps" in shown
    assert run("wins", "--why", "99999").code == 1
