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
        "set off by argument, tried walk, note: hard, today (Mon 23 Nov) at 09:40."
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
    ("line", "code"),
    [
        *(("11", 1), ("-1", 2), ("strong", 1), ("7 --outcome lost", 2), ("7 --minutes -5", 2)),
        *(("7 --minutes 10081", 2), ("7 --after 12", 2), ("7 --substance blorb", 1), ("", 2)),
        *(
            ("smoke", 1),
            ("7 --substance smoke smoke", 2),
            ("6 7", 1),
            ("almost used 7", 1),
            ("smoke 7 alcohol", 1),
        ),
        *(("--substance alcohol", 2), ("7 --with kim --alone", 2)),
    ],
)
def test_an_urge_that_cannot_be_kept_is_refused(run: Run, line: str, code: int) -> None:
    answer = run("urge", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_an_urge_for_something_not_tracked_says_what_can_be_done(run: Run) -> None:
    assert "leave --substance out" in run("urge", "7", "--substance", "blorb").err


def test_an_urge_is_no_use(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    run("urge", "7", "--substance", "alcohol", "--outcome", "used")
    assert json.loads(run("today", "--json").out)["week"]["Alcohol"] == {"2026-11-20": "used"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("7/10 smoke", {"urge": 7, "substance": "Cigarettes"}),
        ("alcohol 7", {"urge": 7, "substance": "Alcohol"}),
        ("7 for a drink", {"urge": 7, "substance": "Alcohol"}),
        ("8 smoking", {"urge": 8, "substance": "Cigarettes"}),
        ("7 --substance cigarettes", {"urge": 7, "substance": "Cigarettes"}),
        ("6 rode it out", {"urge": 6, "outcome": "rode-out"}),
        ("7 stress walk then 3", {"triggers": ["stress"], "copings": ["walk"], "urge_after": 3}),
        ("7 for 20 minutes", {"urge": 7, "minutes": 20}),
        ("7 --minutes half-an-hour", {"urge": 7, "minutes": 30}),
        ("7 --after slept-it-off", {"urge_after": None, "after": "slept it off"}),
        ("7 --after 3 --gave calm --alone", {"urge_after": 3, "gave": "calm", "with": "alone"}),
    ],
)
def test_a_line_says_what_an_urge_was_like(run: Run, line: str, expected: dict[str, Any]) -> None:
    answer = run("urge", *(word.replace("-", " ").replace("  ", "--") for word in line.split()))
    assert answer.code == 0, answer.err
    found = record(run)
    assert {name: found[name] for name in expected} == expected


def test_what_an_urge_was_for_is_tracked_without_any_use(run: Run) -> None:
    run("urge", "7", "cigarettes")
    assert "Cigarettes: none" in run("none").out + run("days").out
    run("undo")
    run("undo")
    assert "Cigarettes" not in run("none").out


def test_a_word_that_is_near_to_a_substance_is_asked_for(run: Run, tell: Run) -> None:
    assert "Did you mean whisky?" in run("urge", "8", "wisky").err
    assert tell("urge", "8", "wisky", answers=("1",)).code == 0
    assert record(run)["substance"] == "Alcohol"


def test_how_strong_it_was_is_asked_at_a_terminal(run: Run, tell: Run) -> None:
    assert "How strong was it?" in run("urge", "smoke").err
    assert tell("urge", "smoke", answers=("seven",)).code == 0
    assert record(run)["urge"] == 7
