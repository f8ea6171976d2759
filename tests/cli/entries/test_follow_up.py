"""What follows a save: safety first, then one small win; and a ledger that follows the records."""

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
PASSED = "+ An urge passed without use."


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
    assert wins(run)["notices"]


def test_a_steady_slow_step_down_is_celebrated_without_a_notice(run: Run, tmp_path: Path) -> None:
    weeks = [150 * 0.93**week for week in range(8)]
    bring(run, tmp_path, "alcohol", "g", [round(grams, 1) for grams in weeks for _ in range(7)])
    page = wins(run)
    assert page["notices"] == []
    weeks_won = [win["day"] for win in page["wins"] if win["rule"] == "lighter_week"]
    sundays = [TODAY - timedelta(days=1 + 7 * back) for back in range(6)]
    assert weeks_won == [f"{day}" for day in sundays[::-1]]
    assert page["lighter_weeks"]["Alcohol"] == {"now": 6, "longest": 6, "total": 6}


def test_a_return_to_opioids_after_a_break_is_told_of_lower_tolerance_once(
    run: Run, tmp_path: Path
) -> None:
    bring(run, tmp_path, "heroin", "times", [2.0] * 30 + [0.0] * 7)
    assert (
        "Safety: Your body is used to much less heroin now."
        in run("log", "heroin", "1", "time").out
    )
    again = run("log", "heroin", "1", "time").out
    assert "Safety: Your body is still used to less heroin." in again


def test_a_lighter_week_is_told_once_with_what_was_usual(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    told = "+ Alcohol, a lighter week: 21 drinks on 7 days. Usual: 35 on 7."
    assert told in run("log", "alcohol", "2").out
    assert told not in run("log", "alcohol", "1").out  # not with every save of the day
    (found,) = [win for win in wins(run)["wins"] if win["rule"] == "lighter_week"]
    assert (found["against"], found["measure"]) == ("usual", "amount")
    assert (found["figures"]["now"], found["figures"]["then"]) == (294_000, 490_000)  # grams


def test_a_week_like_the_usual_gives_no_win_of_amount(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [3.0] * 42)
    less = [win["sentence"] for win in wins(run, "--all")["wins"] if win["group"] == "less"]
    assert less == []


def test_a_hard_day_takes_nothing_out_of_what_days_before_it_earned(
    run: Run, tmp_path: Path
) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    before = wins(run, "--all")
    answer = run("log", "alcohol", "14")
    assert "Updated." not in answer.out
    assert "Thank" not in answer.out
    after = wins(run, "--all")
    assert after["wins"] == before["wins"]
    assert after["winning_days"] == before["winning_days"]


def test_a_changed_past_is_judged_at_once_and_said_warmly(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    run("config", "country", "US")
    before = wins(run, "--all")
    said = run("log", "alcohol", "9", "--at", "yesterday 22:00").out
    assert said.splitlines()[1:] == [
        "Updated. Your wins follow what you wrote now.",
        "+ Alcohol, a lighter week: 30 drinks on 7 days. Usual: 35 on 7.",
    ]
    assert "Updated. Your wins follow what you wrote now." in run("undo").out
    after = wins(run, "--all")
    numbers = [[win.pop("id") for win in page["wins"]] for page in (before, after)]
    assert before["wins"] == after["wins"]
    kept = [one for one, other in zip(*numbers, strict=True) if one == other]
    assert len(kept) == len(before["wins"]) - 2  # the day and its week were judged anew


def test_the_ledger_of_an_import_is_that_of_writing_day_by_day(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amounts = [5.0] * 28 + [3.0] * 7
    bring(run, tmp_path, "alcohol", "drinks", amounts)
    brought = wins(run, "--all")["wins"]
    monkeypatch.setenv("HRJOURNAL_HOME", str(tmp_path / "elsewhere"))
    for back in range(len(amounts), 0, -1):
        run("log", "alcohol", f"{amounts[-back]}", "--at", f"-{back}d")
        if back % 9 == 0:
            run("wins")
    written = wins(run, "--all")["wins"]
    for win in (*brought, *written):
        del win["id"]
    assert brought
    assert written == brought


def test_the_first_word_of_a_day_comes_with_one_fact_of_yesterday(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 29 + [3.0])
    said = run("checkin", "--mood", "6").out
    assert "+ Alcohol: 3 drinks on Sunday, your lowest of the last 5 Sundays" in said
    assert "Sunday" not in run("checkin", "--mood", "6").out


def test_an_act_is_told_when_it_is_new_and_then_counted(run: Run) -> None:
    said = [run("step", "tested", "--at", f"-{back}d").out for back in range(40, 30, -1)]
    told = ["Checked what was in it." in one for one in said]
    assert told[0]
    assert told[4]
    assert told[9]
    assert not all(told)
    assert wins(run, "--all")["total"] == 10


def test_an_act_is_told_with_the_record_it_came_with_and_no_later_one(run: Run) -> None:
    assert "+ Checked what was in it." in run("step", "tested").out
    for words in (
        ("log", "cannabis", "1", "--at", "06:00"),
        ("checkin", "--mood", "6"),
        ("step", "tested"),
    ):
        assert "\n+ " not in run(*words).out
    passed = ("urge", "6", "--outcome", "rode-out")
    assert [run(*passed).out.splitlines()[1:] for _ in range(2)] == [[PASSED], [PASSED]]


def test_treatment_is_told_with_the_first_dose_of_a_day(run: Run) -> None:
    assert "+ Took your Methadone." in run("log", "methadone", "60mg").out
    assert "Took" not in run("log", "methadone", "20mg").out


def test_why_shows_the_days_and_the_arithmetic(run: Run, tmp_path: Path) -> None:
    bring(run, tmp_path, "alcohol", "drinks", [5.0] * 35 + [3.0] * 7)
    win = next(win for win in wins(run)["wins"] if win["rule"] == "lighter_week")
    page = json.loads(run("wins", "--why", str(win["id"]), "--json").out)
    assert page["why"]
    assert len(page["days"]) == 35
    shown = run("wins", "--why", str(win["id"])).out
    assert "5 US standard drinks" in shown
    assert "Why it helps" in shown
    assert run("wins", "--why", "99999").code == 1
