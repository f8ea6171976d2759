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
    assert answer.out.startswith(
        "Saved #1. Check-in, mood 6, urge 3, anxiety 2, pain 0, sleep 7 h 30 min, set off by work, "
        "tried music, note: fine, today (Mon 23 Nov) at 08:00.\n"
    )
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
    assert run("checkin").err == "Nothing saved. To see what you can write down: add --help\n"
    assert not home.exists()


def test_a_step_stands_on_its_own(run: Run) -> None:
    answer = run("step", "carried-naloxone", "Not alone", "--note", "with Kim")
    assert answer.out.splitlines()[0] == (
        "Saved #1. Step: carried-naloxone, not-alone, note: with Kim, today (Mon 23 Nov) at 09:40."
    )
    assert record(run)["steps"] == ["carried-naloxone", "not-alone"]
    assert record(run)["note"] == "with Kim"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *(([], 2), (["  "], 1), (["\u202e"], 1), (["s" * 81], 1), (["sang"], 1), (["--new"], 2)),
        *((["water", "and", "sang"], 1), (["\u202e", "--new"], 2), (["s" * 81, "--new"], 2)),
    ],
)
def test_a_step_that_nobody_knows_is_refused(run: Run, words: list[str], code: int) -> None:
    answer = run("step", *words)
    assert (answer.code, answer.out) == (code, "")
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_an_event_marks_a_day(run: Run) -> None:
    answer = run("event", "2026-11-20", "payday", "and", "rent")
    assert answer.out == "Saved #1. Event: payday and rent, Fri 20 Nov 2026.\n"
    found = record(run)
    assert (found["day"], found["time"], found["note"]) == ("2026-11-20", None, "payday and rent")


@pytest.mark.parametrize(
    "words",
    [["today"], ["today", " "], ["tomorrow", "x"], ["yestrday", "x"], ["04/05/26", "x"], []],
)
def test_an_event_without_a_day_or_words_is_refused(run: Run, words: list[str]) -> None:
    answer = run("event", *words)
    assert (answer.code, answer.out) == (2, "")
    assert json.loads(run("days", "--json").out)["entries"] == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("payday", "2026-11-23"),
        ("payday yesterday", "2026-11-22"),
        ("3 days ago payday", "2026-11-20"),
        ("payday on 2026-11-20", "2026-11-20"),
    ],
)
def test_the_day_of_an_event_stands_first_or_last_and_is_today_if_unsaid(
    run: Run, words: str, day: str
) -> None:
    assert run("event", *words.split()).code == 0
    assert record(run)["day"] == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("6", {"mood": 6}),
        ("mood: 5, anxiety: 8", {"mood": 5, "anxiety": 8}),
        ("6 slept 7 and a half hours", {"mood": 6, "sleep_minutes": 450}),
        ("4 after work --note late", {"mood": 4, "triggers": ["after-work"], "note": "late"}),
        ("4 stress --trigger rain", {"mood": 4, "triggers": ["stress", "rain"]}),
        ("-m 6", {"mood": 6}),
        ("--mood six --sleep 7½", {"mood": 6, "sleep_minutes": 450}),
    ],
)
def test_a_line_says_how_someone_is(run: Run, line: str, expected: dict[str, Any]) -> None:
    answer = run("checkin", *line.split())
    assert answer.code == 0, answer.err
    found = record(run)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("line", "code", "sentence"),
    [
        ("hello", 1, "add --trigger hello"),
        ("6 stres", 1, "Is stress what set it off? Write: --trigger stress"),
        ("mood good", 1, "a number from 0 to 10"),
        ("6 --mood 5", 2, "says mood twice"),
        ("my", 1, "Say how you are"),
    ],
)
def test_a_line_that_is_not_understood_saves_nothing(
    run: Run, line: str, code: int, sentence: str
) -> None:
    answer = run("checkin", *line.split())
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_a_word_of_an_earlier_record_is_known(run: Run) -> None:
    run("checkin", "4", "--trigger", "rain", "--coping", "singing")
    assert run("checkin", "5", "rain", "singing").code == 0
    assert (record(run, 2)["triggers"], record(run, 2)["copings"]) == (["rain"], ["singing"])


def test_a_word_that_nobody_knows_is_asked_for_at_a_terminal(run: Run, tell: Run) -> None:
    assert tell("checkin", "6", "stres", answers=("1",)).code == 0
    assert record(run)["triggers"] == ["stress"]
    assert tell("checkin", "6", "stres", answers=("",)).code == 1


def test_steps_are_found_by_their_names_and_near_spellings(run: Run) -> None:
    assert run("step", "drank", "water", "carried", "naloxone", "atte").code == 0
    assert record(run)["steps"] == ["water", "carried-naloxone", "ate"]


def test_a_step_of_ones_own_is_kept_once_and_known_then(run: Run, tell: Run) -> None:
    assert run("step", "sang", "loud", "--new").code == 0
    assert run("step", "sang loud").code == 0
    assert record(run, 2)["steps"] == ["sang-loud"]
    assert tell("step", "danced", answers=("n",)).code == 1
    assert tell("step", "danced", answers=("y",)).code == 0
    assert record(run, 3)["steps"] == ["danced"]


@pytest.mark.parametrize(
    ("line", "note", "score"),
    [
        ("saw my sister 8", "saw my sister", 8),
        ("walked by the sea, 7/10", "walked by the sea", 7),
        ("Kim called 9 out of 10", "Kim called", 9),
        ("day 100", "day 100", None),
        ("just sun", "just sun", None),
    ],
)
def test_a_good_thing_is_kept_with_how_good_it_was(
    run: Run, line: str, note: str, score: int | None
) -> None:
    assert run("good", *line.split()).code == 0
    found = record(run)
    assert (found["sort"], found["note"], found["score"]) == ("good", note, score)


@pytest.mark.parametrize("words", [["8"], [" "], ["7/10"]])
def test_a_number_alone_is_no_good_thing(run: Run, words: list[str]) -> None:
    answer = run("good", *words)
    assert (answer.code, answer.out) == (1, "")
    assert "Say what was good" in answer.err


def test_good_things_are_shown_searched_and_taken_back(run: Run) -> None:
    run("good", "saw my sister", "8")
    assert "A good thing today: saw my sister (8 of 10)" in run("today").out
    assert "A good thing: saw my sister (8 of 10)" in run("days").out
    assert "saw my sister" in run("search", "sister").out
    run("good", "slept in")
    assert "Good things today: saw my sister (8 of 10); slept in" in run("today").out
    assert run("undo").out.startswith("Taken back: the last good thing.")
