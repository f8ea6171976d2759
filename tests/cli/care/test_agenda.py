from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def points(run: Run, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("session", "talk", "--json", *more).out)["points"]
    return found


def test_points_are_collected_and_ticked_off(run: Run) -> None:
    assert "Nothing is noted" in run("session", "talk").out
    run("session", "talk", "my", "sleep")
    run("session", "talk", "a", "slower", "step", "down")
    assert [one["text"] for one in points(run)] == ["my sleep", "a slower step down"]
    assert "Ticked off: 1" in run("session", "talk", "--done", "1").out
    assert [one["number"] for one in points(run)] == [2]
    assert [one["done"] for one in points(run, "--all")] == ["Mon 23 Nov 2026", None]
    assert "my sleep (ticked off Mon 23 Nov 2026)" in run("session", "talk", "--all").out
    run("session", "talk", "--again", "1")
    assert [one["number"] for one in points(run)] == [1, 2]


def test_several_are_ticked_off_at_once_and_undo_opens_them_again(run: Run) -> None:
    run("session", "talk", "one")
    run("session", "talk", "two")
    run("session", "talk", "--done", "1", "--done", "2")
    assert points(run) == []
    run("undo")
    assert len(points(run)) == 2


def test_a_point_is_taken_out(run: Run) -> None:
    run("session", "talk", "one")
    assert run("session", "talk", "--remove", "1").code == 0
    assert points(run, "--all") == []


def test_private_words_can_be_asked_for_or_come_on_standard_input(run: Run, tell: Run) -> None:
    run("session", "talk", "-", stdin="żal\n".encode())
    tell("session", "talk", "--add", answers=("asked",))
    assert [one["text"] for one in points(run)] == ["żal", "asked"]
    assert "Saved" not in tell("session", "talk", "--add", answers=("",)).out
    assert len(points(run)) == 2


@pytest.mark.parametrize("words", [("--done", "7"), ("--remove", "7"), (" ",)])
def test_what_is_not_there_changes_nothing(run: Run, words: tuple[str, ...]) -> None:
    run("session", "talk", "one")
    before = points(run)
    refused = run("session", "talk", *words)
    assert refused.code in {1, 2}
    assert refused.err.count("\n") == 1
    assert points(run) == before
