"""What a person sees at a terminal: one question at a time, and Enter skips."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
PATIENCE = 60
CONTROL = {b"\x03", b"\x04"}
AT_A_TERMINAL = """
import os, signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
os.close(os.open(os.ttyname(0), os.O_RDWR))  # from now on Ctrl-C reaches this program
from hrjournal.cli import main
main()
"""


def converse(words: Sequence[str], told: Sequence[tuple[str, bytes]]) -> tuple[int, str]:
    """Runs the program at a terminal; types each answer once its question stands there."""
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    seen = ""
    asked = 0
    try:
        for question, answer in told:
            seen += _until(ours, question, seen[asked:])
            asked = len(seen)
            if answer in CONTROL:
                time.sleep(0.5)  # a question stands there a moment before a key is waited for
            os.write(ours, answer)
        seen += _until(ours, None, "")
        return program.wait(PATIENCE), seen.replace("\r\n", "\n")
    finally:
        os.close(ours)
        if program.poll() is None:
            program.kill()
            program.wait()


def _until(ours: int, question: str | None, already: str) -> str:
    """What is shown up to the question, or up to the end."""
    seen = ""
    ends = time.monotonic() + PATIENCE
    while question is None or question not in already + seen:
        assert time.monotonic() < ends, f"{question!r} was not asked: {already + seen!r}"
        if not select.select([ours], [], [], 0.2)[0]:
            continue
        try:
            chunk = os.read(ours, 4096)
        except OSError:  # the other end has closed: the program has ended
            chunk = b""
        if not chunk:
            assert question is None, f"{question!r} was not asked: {already + seen!r}"
            break
        seen += chunk.decode()
    return seen


def record(run: Run) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", "1", "--json", at="2036-01-01 12:00").out)
    return found


def test_a_log_without_words_asks_one_thing_at_a_time_and_saves(run: Run, home: Path) -> None:
    code, seen = converse(
        ["log"],
        [
            ("What was it? (such as alcohol) ", b"alcohol\n"),
            ("How much?", b"2-3\n"),
            ("When?", b"yesterday 21:30\n"),
            ("Mood, 0 (very low) to 10 (very good)?", b"0\n"),
            ("What was going on before?", b"stress, work\n"),
            ("Any safer step?", b"ate\n"),
            ("A note?", "zażółć\n".encode()),
        ],
    )
    assert code == 0, seen
    assert "Saved #1. Alcohol: 2 to 3 US standard drinks" in seen
    found = record(run)
    assert (found["time"], found["mood"]) == ("21:30", 0)
    assert (found["triggers"], found["steps"]) == (["stress", "work"], ["ate"])
    assert (found["note"], found["planned"]) == ("zażółć", False)


def test_enter_skips_everything_but_what_it_was(run: Run, home: Path) -> None:
    questions = ("How much?", "When?", "Mood", "before?", "safer step?", "A note?")
    code, seen = converse(
        ["log"], [("What was it?", b"cannabis\n"), *((one, b"\n") for one in questions)]
    )
    assert code == 0, seen
    found = record(run)
    assert found["amount"]["low"] is None
    assert (found["mood"], found["triggers"], found["note"]) == (None, [], None)


def test_an_answer_that_cannot_be_read_is_asked_again(run: Run, home: Path) -> None:
    code, seen = converse(
        ["log", "--planned", "--with", "alone"],
        [
            *(("What was it?", b"alcohol\n"), ("How much?", b"2\n"), ("When?", b"tomorrow\n")),
            *(("When?", b"yesterday\n"), ("Mood", b"eleven\n"), ("Mood", b"6\n")),
            *(("before?", b"\n"), ("safer step?", b"\n"), ("A note?", b"\n")),
        ],
    )
    assert code == 0, seen
    assert "A number from 0 to 10, please. Enter skips." in seen
    found = record(run)
    assert (found["mood"], found["planned"], found["with"]) == (6, True, "alone")


def test_what_is_asked_without_a_substance_is_kept_as_a_checkin(run: Run, home: Path) -> None:
    code, seen = converse(
        ["log"],
        [
            *(("What was it?", b"\n"), ("Mood", b"3\n"), ("before?", b"\n")),
            *(("safer step?", b"\n"), ("A note?", b"\n")),
        ],
    )
    assert code == 0, seen
    assert record(run)["sort"] == "checkin"


def test_a_new_name_is_offered_the_nearest_known_ones(run: Run, home: Path) -> None:
    code, seen = converse(["log", "alcohool", "2"], [("Enter to keep your word: ", b"1\n")])
    assert code == 0, seen
    assert '"alcohool" is new here. Did you mean one of these?' in seen
    assert record(run)["substance"] == "Alcohol"


@pytest.mark.slow
def test_a_new_name_can_be_kept(run: Run, home: Path) -> None:
    code, seen = converse(["log", "alcohool", "2"], [("Enter to keep your word: ", b"\n")])
    assert code == 0, seen
    assert record(run)["substance"] == "alcohool"
    again, told = converse(["log", "alcohoool", "2", "--new"], [])
    assert (again, "Did you mean" in told) == (0, False)


def test_a_checkin_without_words_asks_two_things(run: Run, home: Path) -> None:
    code, seen = converse(["checkin"], [("Mood", b"six\n"), ("Urge", b"0\n")])
    assert code == 0, seen
    assert (record(run)["mood"], record(run)["urge"]) == (6, 0)


def test_a_checkin_asks_what_was_chosen(run: Run, home: Path) -> None:
    run("config", "checkin_questions", "note, mood, urge, sleep, anxiety, pain, triggers")
    code, seen = converse(
        ["checkin"],
        [
            *(("Mood", b"6\n"), ("Urge", b"0\n"), ("slept?", b"7h30\n"), ("Anxiety", b"\n")),
            *(("Pain", b"\n"), ("going on?", b"\n"), ("A note?", b"fine\n")),
        ],
    )
    assert code == 0, seen
    found = record(run)
    assert (found["mood"], found["urge"], found["sleep_minutes"]) == (6, 0, 450)


def test_an_urge_of_another_time_is_asked_in_short(run: Run, home: Path) -> None:
    code, seen = converse(
        ["urge", "--at", "yesterday 21:00"],
        [
            *(("How strong, 0", b"7\n"), ("going on?", b"argument\n"), ("try?", b"walk\n")),
            *(("turn out?", b"lost\n"), ("turn out?", b"rode out\n"), ("now, 0 to 10?", b"2\n")),
        ],
    )
    assert code == 0, seen
    found = record(run)
    assert (found["urge"], found["outcome"], found["urge_after"]) == (7, "rode-out", 2)


def test_a_longer_note_ends_with_an_empty_line(run: Run, home: Path) -> None:
    code, seen = converse(
        ["log", "alcohol", "2", "--write"], [("> ", b"one\n"), ("> ", b"two\n"), ("> ", b"\n")]
    )
    assert code == 0, seen
    assert record(run)["note"] == "one\ntwo"


@pytest.mark.slow
def test_leaving_in_the_middle_saves_nothing(run: Run, home: Path) -> None:
    code, seen = converse(["log"], [("What was it?", b"alcohol\n"), ("How much?", b"\x03")])
    assert code == 130
    assert "Stopped here. Nothing more was saved." in re.sub(r"\s+", " ", seen)
    assert "Traceback" not in seen
    assert run("show", "1").code == 1


@pytest.mark.slow
def test_the_end_of_the_line_is_calm_too(run: Run, home: Path) -> None:
    code, seen = converse(["checkin"], [("Mood", b"6\n"), ("Urge", b"\x04")])
    assert code == 130
    assert "Stopped here. Nothing of this check-in was saved: mood 6." in seen
    assert "Traceback" not in seen
    assert not home.exists()


@pytest.mark.slow
@pytest.mark.parametrize("key", sorted(CONTROL), ids=["Ctrl-C", "Ctrl-D"])
@pytest.mark.parametrize(
    ("words", "question"),
    [
        (["log"], "What was it?"),
        (["summary"], "Since when?"),
        (["reflect", "letter"], "Would you like that now?"),
        (["reflect", "screen", "gad2"], "Would you like to answer it now?"),
    ],
)
def test_a_question_can_always_be_left(
    words: list[str], question: str, key: bytes, run: Run, home: Path
) -> None:
    run("log", "alcohol", "2")
    code, seen = converse(words, [(question, key)])
    assert "Stopped here. Nothing more was saved." in seen, seen
    assert code == 130
