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


def numbers(run: Run) -> list[int]:
    entries = json.loads(run("days", "--days", "400", "--json").out)["entries"]
    return sorted(one["id"] for one in entries)


def test_undo_goes_back_change_by_change(run: Run) -> None:
    run("log", "alcohol", "2")
    run("checkin", "--mood", "6")
    run("edit", "1", "4")
    assert run("undo").out.splitlines()[0] == "Taken back: the last edit."
    assert record(run)["amount"]["low"] == 28
    assert run("undo").out.splitlines()[:2] == [
        "Taken back: the last checkin.",
        "Gone: #2 Check-in, today (Mon 23 Nov) at 09:40. Mood: 6 of 10",
    ]
    assert "Gone: #1 Alcohol: 2 US standard drinks" in run("undo").out
    assert numbers(run) == []
    assert run("undo") == (0, "There is nothing to take back.\n", "")


def test_of_a_record_that_is_as_before_it_is_told_what_differs(run: Run) -> None:
    run("log", "alcohol", "2", "--note", "first")
    run("edit", "1", "--note", "second")
    assert run("undo").out == (
        "Taken back: the last edit.\n"
        "Back: #1 Alcohol: 2 US standard drinks (28 g), today (Mon 23 Nov) at 09:40. "
        "Note: second -> first\n"
    )


def test_undo_of_many_records_names_five(run: Run) -> None:
    for number in range(8):
        run("log", f"thing{'abcdefgh'[number]}", "1", "--new", at="2026-11-20 21:00")
    run("none", at="2026-11-23 10:00")
    out = run("undo", at="2026-11-23 10:01").out
    assert sum(line.startswith("Gone: #") for line in out.splitlines()) == 5
    assert "Gone: and 3 more records." in out


def test_undo_on_an_empty_home_says_so(run: Run) -> None:
    assert run("undo").out == "There is nothing to take back.\n"


FOLLOWS = "Updated. Your wins follow what you wrote now."


def test_that_wins_follow_is_said_when_one_went_with_a_past_day(run: Run) -> None:
    run("step", "tested", "--at", "-3d")
    assert FOLLOWS in run("undo").out
    run("checkin", "--mood", "6", "--at", "-3d")
    assert FOLLOWS not in run("undo").out  # no win rested on it
    run("step", "tested")
    assert FOLLOWS not in run("undo").out  # today is open


def test_while_numbers_rest_nothing_is_said_of_wins_on_a_change(run: Run) -> None:
    run("pause", "numbers")
    run("step", "tested", "--at", "-3d")
    assert "wins" not in run("undo").out


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("contact Ann 555", "the last change of your contacts"),
        ("session tomorrow", "the last change of your sessions"),
        ("session talk sleep", "the last change of what to talk about"),
        ("session agreed rest", "the last change of what you agreed on"),
        ("goal add sleep 7 hours", "the last change of your goals"),
        ("safety naloxone --place drawer", "the last change about your naloxone"),
        ("reflect roots sleep pain", "the last change of what may lie underneath"),
        ("coping --add skate", "the last change of your own words for coping"),
        ("reflect screen phq2 --answers 1,1 --keep", "the last screen that you kept"),
        ("pause quiet", "the last change of what you chose"),
        ("config start alcohol 5", "the last change of a start"),
    ],
)
def test_what_is_taken_back_is_named_so_that_it_can_be_told(
    run: Run, words: str, what: str
) -> None:
    assert run(*words.split()).code == 0
    assert run("undo").out == f"Taken back: {what}.\n"
