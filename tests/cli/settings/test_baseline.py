from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_a_start_is_the_first_weeks_until_it_is_pinned(run: Run) -> None:
    run("log", "alcohol", "2")
    assert json.loads(run("config", "start", "--json").out) == {
        "Alcohol": "the first 28 days written"
    }
    answer = run("config", "start", "alcohol", "5", "--days-a-week", "6")
    assert answer.out == "Alcohol: the start is your own estimate. Undo takes this back.\n"
    assert json.loads(run("config", "start", "--json").out)["Alcohol"] == (
        "your estimate: 5 US standard drinks on 6 days a week"
    )
    run("undo")
    assert json.loads(run("config", "start", "--json").out) == {
        "Alcohol": "the first 28 days written"
    }


def test_a_start_can_be_a_period_and_be_cleared(run: Run) -> None:
    run("log", "alcohol", "2")
    answer = run("config", "start", "alcohol", "--from", "2026-06-01", "--to", "2026-06-28")
    assert answer.out == "Alcohol: the start is the 28 days you named. Undo takes this back.\n"
    assert json.loads(run("config", "start", "--json").out)["Alcohol"] == "2026-06-01 to 2026-06-28"
    assert "first 28 written days" in run("config", "start", "alcohol", "--clear").out
    assert json.loads(run("config", "start", "--json").out) == {
        "Alcohol": "the first 28 days written"
    }


@pytest.mark.parametrize(
    "words",
    [
        *([], ["?"], ["none"], ["5", "--days-a-week", "0"], ["5", "--days-a-week", "8"]),
        *(["--from", "2026-06-01"], ["--to", "2026-06-01"], ["0"]),
        *(["--from", "2026-06-01", "--to", "2026-06-13"], ["--from", "2026-06-28", "--to", "x"]),
        ["--from", "2026-06-28", "--to", "2026-06-01"],
    ],
)
def test_a_start_that_says_too_little_is_refused(run: Run, words: list[str]) -> None:
    run("log", "alcohol", "2")
    answer = run("config", "start", "alcohol", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert json.loads(run("config", "start", "--json").out) == {
        "Alcohol": "the first 28 days written"
    }
