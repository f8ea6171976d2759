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


@pytest.mark.parametrize("numbers", ["1 3", "1 , 3", "1 --done 3"])
def test_several_numbers_can_stand_behind_done(run: Run, numbers: str) -> None:
    for word in ("one", "two", "three"):
        run("session", "talk", word)
    said = run("session", "talk", "--done", *numbers.split())
    assert said.out == "Ticked off: 1, 3. Undo takes it back.\n"
    assert [one["number"] for one in points(run)] == [2]


def test_words_behind_done_are_refused_and_nothing_is_ticked_off(run: Run) -> None:
    run("session", "talk", "one")
    refused = run("session", "talk", "--done", "1", "my", "sleep")
    assert (refused.code, refused.out) == (2, "")
    assert "hrjournal session talk --done 4 5" in refused.err
    assert len(points(run)) == 1


def test_after_a_session_what_is_still_open_is_said_once_and_asks_for_nothing(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-22 20:00")
    run("session", "2026-11-23", "14:30", at="2026-11-22 20:00")
    run("session", "talk", "my sleep", at="2026-11-22 20:00")
    run("session", "talk", "the weekend", at="2026-11-23 14:00")
    pages = (("session",), ("session", "list"), ("session", "talk"))

    def said(*words: str) -> str:
        return " ".join(run(*words, at="2026-11-23 16:00").out.split())

    for words in pages:
        assert "still open" not in run(*words, at="2026-11-23 14:00").out
        assert (
            "2 points from before your session on Mon 23 Nov 2026 are still open. "
            "Tick one off: hrjournal session talk --done N" in said(*words)
        )
    assert "open" not in run("today", at="2026-11-23 16:00").out
    run("session", "talk", "something new", at="2026-11-23 16:00")
    run("session", "talk", "--done", "2", at="2026-11-23 16:00")
    for words in pages:
        assert (
            "1 point from before your session on Mon 23 Nov 2026 is still open. "
            "Tick it off: hrjournal session talk --done 3" in said(*words)
        )
    run("session", "talk", "--done", "3", at="2026-11-23 16:00")
    assert all("still open" not in said(*words) for words in pages)
    run("undo", at="2026-11-23 16:00")
    assert all("still open" in said(*words) for words in pages)


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
