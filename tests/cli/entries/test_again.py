from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def record(run: Run, number: int) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").out)
    return found


def test_the_last_use_is_written_once_more(run: Run) -> None:
    run("log", "alcohol", "2", "--route", "oral", "--note", "once", "--mood", "3", at="2026-11-20")
    run("log", "cannabis", "1 joint", at="2026-11-21 20:00")
    run("checkin", "6", at="2026-11-22 20:00")
    assert run("again").out.startswith("Saved #4. Cannabis: 1 joint, today (Mon 23 Nov)")
    assert run("again", "booze", "--at", "yesterday").code == 0
    copied, first = record(run, 5), record(run, 1)
    same = ("substance", "amount", "route")
    assert [copied[name] for name in same] == [first[name] for name in same]
    assert (copied["day"], copied["note"], copied["mood"]) == ("2026-11-22", None, None)
    assert run("undo").out.startswith("Taken back: the use that you wrote again.")


@pytest.mark.parametrize("words", [[], ["alcohol"], ["blorb"]])
def test_without_any_use_it_says_what_to_write(run: Run, words: list[str]) -> None:
    answer = run("again", *words)
    assert (answer.code, answer.out) == (1, "")
    assert "hrjournal log" in answer.err


def test_it_replaces_a_none_and_says_so(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-20 20:00")
    run("none", "alcohol")
    assert "This replaces the none" in run("again").out
