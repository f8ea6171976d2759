from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def own(run: Run) -> list[str]:
    found: list[str] = json.loads(run("reflect", "roots", "--json").out)["own"]
    return found


def test_looking_keeps_nothing(run: Run, home: Path) -> None:
    answer = run("reflect", "roots")
    assert "poor sleep" in answer.out
    assert "private" in answer.out
    assert not home.exists()


def test_words_are_kept_marked_and_taken_out(run: Run) -> None:
    said = run("reflect", "roots", "sleep", "Low mood", "my brother").out
    assert "Kept: poor sleep, low mood or depression, my brother. Undo takes it back." in said
    assert "poor sleep (yours)" in said
    assert own(run) == ["sleep", "low-mood", "my brother"]
    assert (
        "Taken out: low mood or depression." in run("reflect", "roots", "low-mood", "--remove").out
    )
    assert own(run) == ["sleep", "my brother"]
    run("undo")
    assert own(run) == ["sleep", "low-mood", "my brother"]


def test_a_word_is_kept_once(run: Run) -> None:
    run("reflect", "roots", "sleep", "sleep")
    assert "kept already" in run("reflect", "roots", "sleep").out
    run("reflect", "roots", "sleep", "pain")
    assert own(run) == ["sleep", "pain"]


def test_taking_out_what_is_not_there_changes_nothing(run: Run) -> None:
    run("reflect", "roots", "sleep")
    answer = run("reflect", "roots", "sleep", "money", "--remove")
    assert answer.code == 1
    assert '"money" is not among yours' in answer.err
    assert own(run) == ["sleep"]


def test_taking_out_asks_which(run: Run) -> None:
    answer = run("reflect", "roots", "--remove")
    assert answer.code == 2
    assert "Say which one" in answer.err


def test_they_stand_in_no_other_page(run: Run) -> None:
    run("log", "alcohol", "2")
    run("reflect", "roots", "grief", "Zanzibar")
    for words in (["today"], ["trends"], ["days"], ["search", "Zanzibar"], ["wins"]):
        said = run(*words).out + run(*words, "--json").out
        assert "Zanzibar" not in said.replace('"Zanzibar"', "")
        assert "grief" not in said


def test_hostile_words_are_harmless(run: Run) -> None:
    run("reflect", "roots", "a\x1b[31mred\u202e")
    assert "\x1b" not in run("reflect", "roots").out
    assert "\u202e" not in run("reflect", "roots").out
