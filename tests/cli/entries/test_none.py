from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def all_of(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("days", "--days", "400", "--json").out)["entries"]
    return found


def week(run: Run) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(run("today", "--json").out)["week"]
    return found


def test_none_covers_every_substance_that_is_tracked(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    run("log", "cannabis", "1", "--at", "2026-11-20")
    answer = run("none")
    assert answer.out.splitlines()[0] == (
        "Saved #3 to #4. None, today, Mon 23 Nov 2026: Alcohol and Cannabis."
    )
    nones = [one for one in all_of(run) if one["sort"] == "none"]
    assert [(one["substance"], one["day"]) for one in nones] == [
        ("Alcohol", "2026-11-23"),
        ("Cannabis", "2026-11-23"),
    ]


def test_none_can_name_what_it_is_about(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    run("log", "cannabis", "1", "--at", "2026-11-20")
    assert "Mon 23 Nov 2026: Cannabis." in run("none", "cannabis").out
    assert week(run)["Cannabis"]["2026-11-23"] == "none"
    assert "2026-11-23" not in week(run)["Alcohol"]


def test_a_substance_named_twice_is_covered_once(run: Run) -> None:
    run("none", "alcohol", "Alcohol", "booze")
    assert len(all_of(run)) == 1


def test_none_before_anything_is_tracked_says_so(run: Run) -> None:
    answer = run("none")
    assert answer.code == 0
    assert "Nothing used." in answer.out
    assert [one["substance"] for one in all_of(run)] == [None]


def test_none_can_be_of_an_earlier_day(run: Run) -> None:
    answer = run("none", "alcohol", "--day", "yesterday", "--note", "slept early")
    assert "yesterday, Sun 22 Nov 2026: Alcohol." in answer.out
    assert [(one["day"], one["time"], one["note"]) for one in all_of(run)] == [
        ("2026-11-22", None, "slept early")
    ]


@pytest.mark.parametrize("day", ["tomorrow", "someday", "2026-13-01", ""])
def test_a_day_that_is_to_come_or_not_understood_is_refused(run: Run, day: str) -> None:
    answer = run("none", "alcohol", "--day", day)
    assert (answer.code, answer.out) == (2, "")
    assert all_of(run) == []


def test_none_after_use_stands_and_undo_brings_use_back(run: Run) -> None:
    run("log", "alcohol", "2")
    answer = run("none", "alcohol", at="2026-11-23 09:50")
    assert "This replaces the use you logged for that day. Undo brings it back." in (answer.out)
    assert week(run)["Alcohol"]["2026-11-23"] == "none"
    assert run("undo").code == 0
    assert week(run)["Alcohol"]["2026-11-23"] == "used"


def test_use_after_none_stands_and_undo_brings_none_back(run: Run) -> None:
    run("none", "alcohol")
    answer = run("log", "alcohol", "2", at="2026-11-23 21:00")
    assert "This replaces the none you logged for that day. Undo brings it back." in (answer.out)
    assert week(run)["Alcohol"]["2026-11-23"] == "used"
    run("undo", at="2026-11-23 21:05")
    assert week(run)["Alcohol"]["2026-11-23"] == "none"


def test_the_later_word_is_the_one_written_later_whenever_it_was(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "yesterday 22:30")
    run("none", "alcohol", "--day", "yesterday")
    assert week(run)["Alcohol"]["2026-11-22"] == "none"


def test_none_of_another_substance_changes_nothing_here(run: Run) -> None:
    run("log", "alcohol", "2")
    assert "before" not in run("none", "cannabis").out
    assert week(run)["Alcohol"]["2026-11-23"] == "used"


def test_a_day_not_written_is_in_no_answer(run: Run) -> None:
    run("log", "alcohol", "2", "--at", "2026-11-20")
    assert week(run)["Alcohol"] == {"2026-11-20": "used"}
