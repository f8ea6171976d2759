from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def record(run: Run, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json").out)
    return found


def test_a_checkin_keeps_whatever_was_said(run: Run) -> None:
    answer = run(
        *("checkin", "--mood", "6", "--urge", "3", "--sleep", "7.5", "--anxiety", "2"),
        *(
            "--pain",
            "0",
            "--trigger",
            "work",
            "--coping",
            "music",
            "--note",
            "fine",
            "--at",
            "8:00",
        ),
    )
    assert answer.out.startswith("Saved #1. Check-in, today, Mon 23 Nov 2026 at 08:00.\n")
    expected = {
        "sort": "checkin",
        "mood": 6,
        "urge": 3,
        "sleep_minutes": 450,
        "anxiety": 2,
        "pain": 0,
        "triggers": ["work"],
        "copings": ["music"],
        "note": "fine",
        "time": "08:00",
    }
    found = record(run)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize("scale", ["--mood", "--urge", "--anxiety", "--pain"])
def test_any_scale_alone_is_enough_and_0_is_an_answer(run: Run, scale: str) -> None:
    assert run("checkin", scale, "0").code == 0
    assert record(run)[scale[2:]] == 0


@pytest.mark.parametrize(
    "words",
    [
        *(["--mood", "11"], ["--mood", "-1"], ["--mood", "6.5"], ["--anxiety", "many"]),
        *(["--sleep", "25"], ["--sleep", "nan"], ["--sleep", "7h90"], []),
        *(["--mood", "6", "--at", "tomorrow"], ["--trigger", "\x1b[2J"], ["--coping", "y" * 81]),
    ],
)
def test_what_cannot_be_kept_is_refused_calmly(run: Run, words: list[str]) -> None:
    answer = run("checkin", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    assert "\x1b" not in answer.err
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_an_empty_checkin_makes_no_file(run: Run, home: Path) -> None:
    assert (
        run("checkin").err == "There is nothing to write down yet. To see what can be: add --help\n"
    )
    assert not home.exists()


def test_a_step_stands_on_its_own(run: Run) -> None:
    answer = run("step", "carried-naloxone", "Not alone", "--note", "with Kim")
    assert answer.out.splitlines()[0] == (
        "Saved #1. Step: carried-naloxone, not-alone, today, Mon 23 Nov 2026 at 09:40."
    )
    assert record(run)["steps"] == ["carried-naloxone", "not-alone"]
    assert record(run)["note"] == "with Kim"


@pytest.mark.parametrize("words", [[], ["  "], ["\u202e"], ["s" * 81]])
def test_a_step_that_is_no_word_is_refused(run: Run, words: list[str]) -> None:
    answer = run("step", *words)
    assert (answer.code, answer.out) == (2, "")
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_an_event_marks_a_day(run: Run) -> None:
    answer = run("event", "2026-11-20", "payday", "and", "rent")
    assert answer.out == "Saved #1. Event: payday and rent, Fri 20 Nov 2026.\n"
    found = record(run)
    assert (found["day"], found["time"], found["note"]) == ("2026-11-20", None, "payday and rent")


@pytest.mark.parametrize(
    "words", [["today"], ["today", " "], ["tomorrow", "x"], ["someday", "x"], []]
)
def test_an_event_without_a_day_or_words_is_refused(run: Run, words: list[str]) -> None:
    answer = run("event", *words)
    assert (answer.code, answer.out) == (2, "")
    assert json.loads(run("days", "--json").out)["entries"] == []
