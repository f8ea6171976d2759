"""How often simulated people are told of something, in short; `tests/bench/patterns.py` at length.

Bars are loose here, for few people: in 20 of them each counts for five in a hundred.
"""

from __future__ import annotations

import pytest

from hrjournal.report.patterns import association
from support.report.simulated_days import Cell, counted

pytestmark = pytest.mark.slow
BITING = Cell(84, 0.8, 0.5)


def test_few_people_without_anything_to_find_are_told_of_something() -> None:
    cells = [Cell(days, memory, 0.5) for days in (56, 84) for memory in (0.0, 0.4, 0.8)]
    assert sum(counted(cell, 40)[None] for cell in cells) <= 0.13 * 40 * len(cells)


def test_few_are_told_of_something_who_note_triggers_along_with_use_alone() -> None:
    assert counted(Cell(84, 0.4, 0.5, along=True), 60)[None] <= 0.15 * 60


def test_many_people_are_told_of_what_is_so() -> None:
    more = counted(Cell(84, 0.4, 0.5, more=1), 50)
    assert more["amount", "argument"] >= 0.55 * 50
    assert more["amount", "stress"] <= 0.1 * 50
    assert counted(Cell(84, 0.4, 0.5, lower=1), 50)["heavier-mood", ""] >= 0.35 * 50


def test_without_the_memory_of_days_far_too_many_are_told_of_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert counted(BITING, 60)[None] <= 0.15 * 60
    monkeypatch.setattr(association, "memory", lambda *_: 0.0)
    assert counted(BITING, 60)[None] > 0.25 * 60
