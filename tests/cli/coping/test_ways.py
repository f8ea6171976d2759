from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def shown(run: Run, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("coping", *words, "--json").out)
    return found


def own(run: Run) -> list[tuple[str, str | None]]:
    return [(one["word"], one["kind"]) for one in shown(run)["words"] if one["own"]]


def test_looking_makes_no_journal(run: Run, home: Path) -> None:
    for words in ((), ("walk",), ("--json",), ("--plain",), ("",)):
        assert run("coping", *words).code == 0
    assert not home.exists()


def test_the_library_reads_as_approved(run: Run, approved: Callable[[str, str], None]) -> None:
    for day, end in ((2, "rode-out"), (3, "less"), (4, "used")):
        at = f"2026-11-{day:02} 20:00"
        run("urge", "7", "--coping", "walk,music", "--outcome", end, at=at)
    run("urge", "7", "--coping", "music", "--outcome", "used")
    run("coping", "--add", "Feed the cat", "--kind", "find comfort")
    turns = ("", "body", "urge-surfing", "walk music --plain")
    seen = [f"$ hrjournal coping {line}\n{run('coping', *line.split()).out}" for line in turns]
    approved("cli/coping.txt", "\n".join(seen))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("walk",), {"walk"}),
        (("Call Someone",), {"call-someone"}),
        (("call", "someone"), {"call-someone"}),
        (("walk", "grounding"), {"walk", "grounding"}),
        (("place",), {"leave", "another-way-home", "out-of-sight"}),
        (("change", "the", "place"), {"leave", "another-way-home", "out-of-sight"}),
    ],
)
def test_a_word_or_a_kind_can_be_asked_for(run: Run, words: list[str], found: set[str]) -> None:
    assert {one["word"] for one in shown(run, *words)["words"]} == found


def test_a_word_that_nobody_knows_is_said_calmly(run: Run) -> None:
    answer = run("coping", "walk", "\x1b[31mnope")
    assert (answer.code, answer.out) == (2, "")
    answer = run("coping", "walk", "nope")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == '"nope" is no word or kind here. To see them: hrjournal coping\n'


def test_words_of_ones_own_are_kept_shown_and_taken_out(run: Run) -> None:
    said = run("coping", "--add", "Feed the  cat", "--kind", "Soothe").out
    assert said == "Kept: feed-the-cat, with: find comfort. Undo takes it back.\n"
    assert run("coping", "--add", "skate").out == "Kept: skate. Undo takes it back.\n"
    assert own(run) == [("feed-the-cat", "soothe"), ("skate", None)]
    assert "feed-the-cat" in run("coping", "soothe").out
    assert run("coping", "--remove", "feed the cat").out.startswith("Taken out: feed-the-cat.")
    assert own(run) == [("skate", None)]
    run("undo")
    assert own(run) == [("feed-the-cat", "soothe"), ("skate", None)]


@pytest.mark.parametrize("word", ["walk", "Walk", "call someone", "skate"])
def test_a_word_is_kept_once(run: Run, word: str) -> None:
    run("coping", "--add", "skate")
    assert "kept already" in run("coping", "--add", word).out
    assert own(run) == [("skate", None)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--add", "skate", "--kind", "nope"), 2),
        (("--kind", "body"), 2),
        (("--add", " , "), 2),
        (("--add", "\x1b[2J"), 2),
        (("--add", "y" * 81), 2),
        (("--remove", "walk"), 1),
    ],
)
def test_what_cannot_be_kept_or_taken_out_changes_nothing(
    run: Run, words: list[str], code: int
) -> None:
    answer = run("coping", *words)
    assert (answer.code, answer.out) == (code, "")
    assert "\x1b" not in answer.err
    assert own(run) == []


def test_what_was_tried_is_counted_over_all_the_years(run: Run) -> None:
    for year in (2015, 2026):
        at = f"{year}-03-01 20:00"
        run("urge", "--coping", "music", "--outcome", "rode-out", at=at)
    assert shown(run)["tried"] == [{"word": "music", "easier": 2, "among": 2}]
    run("checkin", "--mood", "5", "--coping", "music")
    run("delete", "2")
    assert shown(run)["tried"] == []
