from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def record(run: Run, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").out)
    return found


def test_an_urge_is_told_with_how_it_went_on(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    answer = run(
        *("urge", "7", "--substance", "booze", "--trigger", "argument", "--coping", "walk"),
        *("--outcome", "rode-out", "--minutes", "20", "--after", "3", "--note", "hard"),
    )
    assert answer.out.splitlines()[0] == (
        "Saved #2. Urge 7 of 10, then 3 (Alcohol), 20 minutes, it passed without use, "
        "today, Mon 23 Nov 2026 at 09:40."
    )
    expected = {
        "sort": "urge",
        "urge": 7,
        "urge_after": 3,
        "substance": "Alcohol",
        "minutes": 20,
        "outcome": "rode-out",
        "triggers": ["argument"],
        "copings": ["walk"],
        "note": "hard",
    }
    found = record(run, 2)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("outcome", ["rode-out", "Delayed", "less", "USED"])
def test_every_outcome_can_be_said(run: Run, outcome: str) -> None:
    assert run("urge", "5", "--outcome", outcome).code == 0
    assert record(run)["outcome"] == outcome.lower()


@pytest.mark.parametrize(
    "words",
    [
        *(["11"], ["-1"], ["strong"], ["7", "--outcome", "lost"], ["7", "--minutes", "-5"]),
        *(["7", "--minutes", "10081"], ["7", "--after", "12"], ["7", "--substance", "alcohol"], []),
    ],
)
def test_an_urge_that_cannot_be_kept_is_refused(run: Run, words: list[str]) -> None:
    answer = run("urge", *words)
    assert (answer.code, answer.out) == (2, "")
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_an_urge_for_something_not_tracked_says_what_can_be_done(run: Run) -> None:
    assert "leave --substance out" in run("urge", "7", "--substance", "heroin").err


def test_an_urge_is_no_use(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    run("urge", "7", "--substance", "alcohol", "--outcome", "used")
    assert json.loads(run("today", "--json").out)["week"]["Alcohol"] == {"2026-11-20": "used"}
