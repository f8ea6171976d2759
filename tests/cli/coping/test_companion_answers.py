"""What a person answers in an urge, and company beside a journal that cannot be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]


def copings(run: Run) -> list[str]:
    found: list[str] = json.loads(run("show", "1", "--json").out)["copings"]
    return found


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1 3", ["delay", "eat"]),
        ("3,1", ["eat", "delay"]),
        ("2, a song", ["walk", "a-song"]),
        ("3 deep breaths", ["3-deep-breaths"]),
    ],
)
def test_what_was_tried_is_said_by_numbers_or_in_words(
    run: Run, tell: Tell, typed: str, kept: list[str]
) -> None:
    tell("urge", answers=("5", "", "", "", "", typed, ""))
    assert copings(run) == kept


def test_a_number_that_was_not_shown_is_asked_again(run: Run, tell: Tell) -> None:
    said = tell("urge", answers=("5", "", "", "", "", "7", "1 7", "1", "")).out
    assert said.count("Numbers from 1 to 3, or words, please. Enter skips.") == 2
    assert copings(run) == ["delay"]


def test_company_is_kept_beside_a_journal_that_cannot_be_read(tell: Tell, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"nothing of ours")
    answer = tell("urge", answers=("5", "", "", "", "3", "1", "4"))
    assert answer.code == 1
    assert "Your journal cannot be read right now." in answer.out
    assert "Three ideas for now:" in answer.out
    assert "You came here, and that counts." in answer.out
    assert "It was left as it is." in answer.err
    assert (home / "journal.db").read_bytes() == b"nothing of ours"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("coping", "slow-breathing"),
        ("coping walk", "go once around the block"),
        ("reflect screen phq2", "Little interest or pleasure in doing things"),
        ("reflect screen phq2 --answers 3,3", "6 of 6."),
    ],
)
def test_what_needs_no_journal_comes_beside_one_that_cannot_be_read(
    run: Run, home: Path, words: str, said: str
) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"nothing of ours")
    answer = run(*words.split())
    assert (answer.code, answer.err) == (0, "")
    assert said in answer.out
    assert ("what is yours is left out here" in " ".join(answer.out.split())) is (
        words.startswith("coping")
    )
