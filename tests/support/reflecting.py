"""Things kept of thinking about it, for tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]


def kept(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("reflect", "list", "--json", *words).out)["kept"]
    return found


def fill(run: Run, tell: Tell) -> None:
    """A ruler twice, two sides, values, a reason, a letter, an answer."""
    monday = "2026-11-02 20:00"
    run("log", "alcohol", "2", at=monday)
    run("reflect", "ruler", "importance", "6", "--about", "booze", at=monday)
    answers = ("My sister.", "Mornings.")
    tell("reflect", "ruler", "importance", "4", "--about", "alcohol", answers=answers)
    sides = ("", "It calms me.", "", "The fun of it.", "Mornings.", "Coffee and sun.", "A walk.")
    tell("reflect", "balance", "alcohol", answers=sides)
    tell("reflect", "values", answers=("", "7, family, My garden", "On Sunday."))
    run("reflect", "reason", "To", "wake", "up", "rested.")
    run("reflect", "letter", "-", stdin=b"Dear me,\nit passes.\n\nCall Kim.\nEat.\n")
    run("reflect", "question", "--answer", "-", stdin=b"It helps me sleep.\n")
