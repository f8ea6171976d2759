from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]


@pytest.fixture
def lived(run: Run) -> Run:
    """A journal of three days, with a copy of each."""
    for day in (20, 21, 22):
        run("log", "beer", at=f"2026-11-{day} 22:00")
    return run


def count(run: Run) -> int:
    """How many records the journal has."""
    return int(json.loads(run("doctor", "--json").out)["read"]["records"])


def test_a_copy_comes_back_once_it_is_seen_and_agreed_to(lived: Run, tell: Run) -> None:
    answer = tell("restore", answers=("2", "y"))
    assert "Copies" in answer.out
    assert "Your journal now: 3 records, the latest from Sun 22 Nov 2026." in answer.out
    assert "Copy 2, made Sat 21 Nov 2026 at 22:00: 2 records, the latest from Sat 21" in answer.out
    assert answer.out.endswith(
        "Your journal is as it was in copy 2: 2 records, the latest from Sat 21 Nov 2026.\n"
        "What was there before is kept as copy 1: hrjournal backup --list\n"
    )
    assert count(lived) == 2
    assert "sound, before a restore" in lived("backup", "--list").out
    assert lived("restore", "1", "--yes", at="2026-11-23 10:00").code == 0
    assert count(lived) == 3


def test_leaving_it_changes_nothing(lived: Run, tell: Run) -> None:
    assert "Nothing was changed." in tell("restore", answers=("",)).out
    assert "Nothing was changed." in tell("restore", "3", answers=("n",)).out
    asked_again = tell("restore", answers=("9", "1", "n"))
    assert "A number from 1 to 3, please." in asked_again.out
    assert count(lived) == 3


def test_without_a_terminal_it_takes_a_number_and_a_yes(lived: Run) -> None:
    answer = lived("restore")
    assert answer.code == 1
    assert "Copies" in answer.out
    assert answer.err == "Say which one by its number, such as: hrjournal restore 1 --yes\n"
    answer = lived("restore", "3")
    assert answer.code == 1
    assert answer.err.endswith("add --yes: hrjournal restore 3 --yes\n")
    assert count(lived) == 3
    assert lived("restore", "7", "--yes").err.startswith("There is no copy 7.")


def test_without_copies_it_says_how_to_make_one(run: Run) -> None:
    answer = run("restore")
    assert (answer.code, "To make a copy: hrjournal backup" in answer.err) == (1, True)


@pytest.mark.parametrize("left", [b"", b"scribbled over", None])
def test_a_journal_that_cannot_be_opened_can_be_left_behind(
    lived: Run, tell: Run, home: Path, left: bytes | None
) -> None:
    (home / "journal.db").unlink()
    if left is not None:
        (home / "journal.db").write_bytes(left)
    answer = tell("restore", "1", answers=("y",))
    now = "it is not there" if left is None else "it cannot be opened"
    assert f"Your journal now: {now}." in answer.out
    assert ("is kept as copy 1" in answer.out) is bool(left)
    assert count(lived) == 3
    assert ("cannot be opened, before a restore" in lived("backup", "--list", "--plain").out) is (
        bool(left)
    )


def test_a_copy_that_cannot_be_opened_is_refused(lived: Run, home: Path) -> None:
    (home / "journal.db.copies" / "20261122-210000.db").write_bytes(b"scribbled over")
    answer = lived("restore", "1", "--yes")
    assert answer.code == 1
    assert answer.err.startswith("Copy 1 cannot be opened, so nothing was changed.")
    assert count(lived) == 3
