from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_a_contact_is_kept_shown_and_taken_out(run: Run) -> None:
    assert "Nobody is written down yet" in run("contact").out
    assert run("contact", "Ala", "0048", "123").out.startswith("Saved 1. Ala is among your")
    run("contact", "Łukasz")
    assert json.loads(run("contact", "--json").out)["contacts"] == [
        {"number": 1, "name": "Ala", "how": "0048 123"},
        {"number": 2, "name": "Łukasz", "how": ""},
    ]
    assert "Taken out: contact 1 (Ala)" in run("contact", "--remove", "1").out
    assert "Ala" not in run("contact").out
    assert "the last change of your contacts" in run("undo").out
    assert "Ala" in run("contact").out


def test_contacts_can_be_asked_for_so_that_no_name_stands_in_the_shell(run: Run, tell: Run) -> None:
    tell("contact", "--add", answers=("Kim", "next door"))
    assert "Kim  next door" in run("contact").out
    assert "Saved" not in tell("contact", "--add", answers=("",)).out


def test_one_sort_does_not_take_out_another(run: Run) -> None:
    run("session", "friday")
    refused = run("contact", "--remove", "1")
    assert refused.code == 1
    assert "nothing kept under the number 1" in refused.err


@pytest.mark.parametrize(
    "words",
    [
        ("contact", "x" * 81),
        ("session", "someday"),
        ("session", "friday", "--with", "\x1b[31m"),
        ("safety", "naloxone", "--expires", "soon"),
        ("safety", "naloxone", "--place", " "),
    ],
)
def test_what_cannot_be_kept_is_said_calmly_and_nothing_is_kept(
    run: Run, home: Path, words: tuple[str, ...]
) -> None:
    refused = run(*words)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "\x1b" not in refused.err
    assert json.loads(run("contact", "--json").out) == {"contacts": []}


def test_looking_makes_no_journal(run: Run, home: Path) -> None:
    for command in ("contact", "session", "session list", "safety naloxone"):
        assert run(*command.split()).code == 0
    assert not home.exists()
