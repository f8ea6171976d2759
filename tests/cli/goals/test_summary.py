"""Goals on the page for therapy: with the person's ratings, and nothing of what is left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
BEFORE, NOW = "2026-11-02 09:00", "2026-11-23 09:40"


def goals_of(run: Run, *words: str) -> list[str]:
    told = json.loads(run("summary", "--days", "30", "--as", "json", *words, at=NOW).out)
    return [one["goal"] for one in told["goals"]]


def write(run: Run) -> None:
    run("log", "alcohol", "2", at=BEFORE)
    run("goal", "add", "at most 10 drinks a week", at=BEFORE)
    run("goal", "add", "3 days a week without alcohol", at=BEFORE)
    run("goal", "add", "be kinder to myself", at=BEFORE)
    run("goal", "rate", "1", "4", at="2026-11-09 09:00")
    run("goal", "rate", "1", "7", at="2026-11-16 09:00")


def test_each_goal_stands_with_its_latest_ratings(run: Run) -> None:
    write(run)
    page = " ".join(run("summary", "--days", "30", "--as", "md", at=NOW).out.split())
    assert "Alcohol: at most 10 drinks a week, since 2 Nov; how near I felt: " in page
    assert "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u00b7\u00b7\u00b7 7 (16 Nov)" in page
    assert "4 (9 Nov)" in page
    assert "be kinder to myself" in page


def test_what_is_left_out_takes_its_goals_along(run: Run) -> None:
    write(run)
    (own,) = goals_of(run, "--without", "alcohol")
    assert "be kinder to myself" in own
    told = str(goals_of(run, "--alias")).casefold()
    assert "substance a: 3 days a week without" in told
    assert "drink" not in told
    assert "goals" not in json.loads(
        run("summary", "--as", "json", "--exclude", "goals", at=NOW).out
    )


def test_a_goal_that_ended_before_the_window_is_not_told(run: Run) -> None:
    write(run)
    run("goal", "end", "2", at="2026-11-03 09:00")
    assert len(goals_of(run)) == 3
    told = json.loads(run("summary", "--days", "7", "--as", "json", at=NOW).out)["goals"]
    assert len(told) == 2
    (rated, _) = told
    assert rated["ratings"] == []  # both lie before these days
