from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.fixture
def lived(run: Run) -> Run:
    """A journal with something in it that is to go."""
    run("log", "alcohol", "2", at="2026-11-20 20:00")
    for day in range(2, 23):
        run("log", "marigold", "2", "--new", at=f"2026-11-{day:02} 20:00")
    run("substances", "alias", "marigold", "blossom")
    run("reflect", "ruler", "importance", "4", "--about", "marigold")
    run("summary", "--without", "marigold", "--save-as", "mine", "--as", "txt")
    run("wins")
    return run


def test_it_goes_for_good_and_nothing_names_it(lived: Run, home: Path) -> None:
    file = home / "journal.db"
    assert b"arigold" in file.read_bytes()
    answer = lived("substances", "remove", "blossom", "--yes")
    assert answer.out.startswith("marigold is gone, with 21 records. Undo starts anew from here.")
    for words in (b"arigold", b"blossom"):
        assert words not in file.read_bytes()
    assert lived("doctor").code == 0
    assert "nothing to take back" in lived("undo").out
    assert "Alcohol" in lived("days", "--on", "2026-11-20").out
    assert lived("summary", "--with", "mine", "--as", "txt").code == 0


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["marigold", "MARIGOLD", "blossom"])
def test_on_a_terminal_its_name_is_asked_for(lived: Run, tell: Run, typed: str) -> None:
    said = tell("substances", "remove", "marigold", answers=(typed,)).out
    assert "This takes out marigold with 21 records" in said
    assert "marigold is gone" in said


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["", "alcohol", "yes", "mari"])
def test_any_other_answer_leaves_it(lived: Run, tell: Run, typed: str) -> None:
    before = lived("export", "json").out
    said = tell("substances", "remove", "marigold", answers=(typed,)).out
    assert "Nothing was taken out." in said
    assert lived("export", "json").out == before


def test_a_journal_that_is_not_there_is_not_made_by_looking(run: Run, home: Path) -> None:
    assert "You track nothing yet." in run("substances").out
    assert "no serving yet" in run("substances", "serving").out
    assert not home.exists()
