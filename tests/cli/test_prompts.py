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
                time.sleep(0.25)  # a question stands there a moment before a key is waited for
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
        seen += chunk.decode(errors="replace")  # a letter may come in two parts
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
        ],
    )
    assert code == 0, seen
    found = record(run)
    assert (found["time"], found["planned"]) == ("21:30", False)
    assert (found["amount"]["low"], found["amount"]["high"]) == (28, 42)


def test_a_log_without_words_asks_for_no_more_than_is_missing(run: Run, home: Path) -> None:
    code, seen = converse(["log"], [("What was it?", b"2 beers last night\n")])
    assert code == 0, seen
    assert "How much?" not in seen
    assert "When?" not in seen


def test_a_name_is_looked_at_before_anything_else_is_asked(run: Run, home: Path) -> None:
    code, seen = converse(
        ["log"],
        [
            *(("What was it?", b"blorp\n"), ("Enter stops", b"1\n")),
            *(("How much?", b"-2\n"), ("How much?", b"2\n"), ("When?", b"\n")),
        ],
    )
    assert code == 0, seen
    assert record(run)["substance"] == "blorp"


def test_enter_skips_everything_but_what_it_was(run: Run, home: Path) -> None:
    questions = ("How much?", "When?")
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
            ("When?", b"yesterday\n"),
        ],
    )
    assert code == 0, seen
    found = record(run)
    assert (found["planned"], found["with"]) == (True, "alone")


def test_options_without_a_substance_are_kept_as_a_checkin(run: Run, home: Path) -> None:
    code, seen = converse(["log", "--mood", "3"], [("What was it?", b"\n")])
    assert code == 0, seen
    assert record(run)["sort"] == "checkin"


def test_nothing_said_is_nothing_saved(run: Run, home: Path) -> None:
    code, seen = converse(["log"], [("What was it?", b"\n")])
    assert code == 1
    assert "Nothing was saved. That's fine." in seen


def test_a_new_name_is_offered_the_nearest_known_ones(run: Run, home: Path) -> None:
    code, seen = converse(["log", "alcohool", "2"], [("Enter stops", b"1\n")])
    assert code == 0, seen
    assert "Did you mean alcohol?" in seen
    assert record(run)["substance"] == "Alcohol"


@pytest.mark.slow
def test_a_new_name_can_be_kept(run: Run, home: Path) -> None:
    code, seen = converse(["log", "alcohool", "2"], [("Enter stops", b"2\n")])
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
    told = "Stopped here. Nothing was saved. To save it after all: hrjournal log alcohol"
    assert told in re.sub(r"\s+", " ", seen)
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
        (["summary"], "Which days?"),
        (["reflect", "letter"], "Would you like that now?"),
        (["reflect", "screen", "gad2"], "Would you like to answer it now?"),
    ],
)
def test_a_question_can_always_be_left(
    words: list[str], question: str, key: bytes, run: Run, home: Path
) -> None:
    run("log", "alcohol", "2")
    code, seen = converse(words, [(question, key)])
    assert re.search("Stopped here[.] Nothing (more )?was saved[.]", seen), seen
    assert code == 130
