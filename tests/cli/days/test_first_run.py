"""A first run at a terminal ends with a menu; no other run does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.days.first_run import CHOICES

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]
ASKED = "What would you like to do?"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("q",), "To see the commands: hrjournal help"),
        (("",), "To see the commands: hrjournal help"),
        (("9", "Q"), "A number from 1 to 4, or q to leave."),
        (("4",), "Call your emergency number now."),
    ],
)
def test_a_choice_is_done(tell: Tell, home: Path, answers: tuple[str, ...], said: str) -> None:
    answer = tell(answers=answers)
    assert answer.code == 0
    assert said in answer.out
    assert not home.exists()


@pytest.mark.parametrize(
    ("chosen", "place"),
    [
        ("1", "hrjournal.cli.entries.log_use.log"),
        ("2", "hrjournal.cli.entries.checkin.save_checkin"),
        ("3", "hrjournal.cli.coping.urge.save_urge"),
    ],
)
def test_what_writes_something_down_is_asked_with_nothing_said_yet(
    tell: Tell, monkeypatch: pytest.MonkeyPatch, chosen: str, place: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(place, lambda _, given: asked.append(given))
    assert tell(answers=(chosen,)).code == 0
    assert asked == [type(asked[0])()]


def test_once_something_is_written_down_no_menu_comes(tell: Tell, run: Run) -> None:
    run("checkin", "--mood", "6")
    assert ASKED not in tell().out


def test_the_welcome_comes_before_the_menu(tell: Tell) -> None:
    said = tell(answers=("q",)).out
    assert said.index("Three things to try") < said.index(ASKED)
    assert all(words in said for words in CHOICES.values())


def test_nobody_is_asked_who_is_not_there(run: Run, tell: Tell, home: Path) -> None:
    assert ASKED not in run().out
    assert ASKED not in tell("today", "--json").out
    assert not home.exists()
