"""Typed words survive a full disk, a lock, Ctrl-C and a closed terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGTERM
from typing import TYPE_CHECKING, Any

import pytest

from cli.test_prompts import AT_A_TERMINAL, PATIENCE, _until, converse
from hrjournal import store
from hrjournal.cli.drafts import keeping
from hrjournal.errors import JournalError
from hrjournal.store.drafts import proof
from hrjournal.store.file import connect
from support.reflecting import Run, Tell, kept

if TYPE_CHECKING:
    import sqlite3

LINES = ("Dear me,", "zażółć " * 2000, "it passes.")
LETTER = "\n".join(line.strip() for line in LINES)


def drafts(home: Path) -> list[dict[str, Any]]:
    folder = home / "journal.db.drafts"
    return [json.loads(path.read_bytes()) for path in sorted(folder.glob("*"))]


@pytest.fixture
def fills(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Any]:
    """A disk that is full from the N-th opening for writing on."""

    @contextmanager
    def filled(first: int) -> Iterator[None]:
        opened = 0

        def limited(place: store.Place, *, write: bool, patience: float) -> sqlite3.Connection:
            nonlocal opened
            connection = connect(place, write=write, patience=patience)
            opened += write
            if write and opened >= first:
                pages = connection.execute("PRAGMA page_count").fetchone()[0]
                connection.execute(f"PRAGMA max_page_count={pages}")
            return connection

        with monkeypatch.context() as patch:
            patch.setattr(store, "connect", limited)
            yield

    return filled


ASKING = [
    *("reflect reason", "reflect letter", "reflect values", "reflect balance", "reflect question"),
    *("reflect ruler", "reflect edit 2", "session talk --add", "contact --add", "log", "checkin"),
    *("session agreed", "goal add"),
    *("log alcohol 2 --write", "checkin mood 6 --write", "urge --at yesterday"),
]


@pytest.mark.parametrize("words", ASKING)
def test_nothing_is_asked_for_that_could_not_be_saved(
    run: Run, tell: Tell, fills: Callable[[int], Any], words: str
) -> None:
    run("log", "alcohol", "2")
    run("reflect", "reason", "My sister.")
    run("reflect", "reason", "Sleep.")
    with fills(1):
        told = tell(*words.split())
    assert (told.code, told.out) == (1, "")
    assert told.err == "The disk is full. Free some space, then try again.\n"


def test_a_lock_of_another_is_said_before_anything_is_asked(
    run: Run, tell: Tell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "alcohol", "2")
    monkeypatch.setattr(proof, "PATIENCE", 20)
    other = connect(store.Place(home / "journal.db"), write=True)
    other.execute("BEGIN IMMEDIATE")
    told = tell("reflect", "letter")
    other.close()
    assert (told.code, told.out) == (1, "")
    assert told.err.startswith("Another program holds the journal at this moment.")


def test_an_urge_has_company_also_where_nothing_can_be_saved(
    run: Run, tell: Tell, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    words = ", ".join(f"{number} " + "long " * 14 for number in range(90))
    with fills(1):
        told = tell("urge", answers=("7", words, "", "", "", "", "4"))
    assert told.code == 1
    assert "How did it turn out?" in told.out
    sentence, _, rest = told.err.partition("\n\n")
    assert sentence.startswith("The disk is full.")
    assert rest.startswith("What you typed:\n\nHow strong is it?\n7\n\nWhat is going on?")
    assert words.strip() in rest


def test_a_letter_that_cannot_be_saved_is_shown_kept_and_offered_again(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    with fills(2):
        told = tell("reflect", "letter", answers=("y", *LINES, ""), at="2026-11-27 22:10")
    assert told.code == 1
    sentence, _, rest = told.err.partition("\n\n")
    assert sentence == "The disk is full. Nothing was saved. Free some space, then try again."
    assert rest.startswith(f"What you typed:\n\n{LINES[0]}\n{LINES[1]}\n{LINES[2]}\n\n")
    assert rest.endswith("\nYour words are kept. To go on with them: hrjournal reflect letter\n")
    (draft,) = drafts(home)
    assert draft["flow"] == "letter"

    offered = 'You began a letter on Fri 27 Nov, 22:10. It begins: "Dear me,"\nGo on with it?'
    told = tell("reflect", "letter", answers=("",), at="2026-11-28 09:00")
    assert offered in told.out
    assert told.out.rstrip().splitlines()[-1].startswith("Saved 1. A letter")
    assert kept(run, "letter")[0]["text"] == "\n".join(LINES)
    assert drafts(home) == []
    assert not (home / "journal.db.drafts").exists()


def test_what_was_agreed_is_gone_on_with(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    with fills(2):
        told = tell("session", "agreed", answers=("Call before Friday. " * 400,))
    assert told.code == 1
    assert "To go on with them: hrjournal session agreed" in told.err
    told = tell("session", "agreed", answers=("y",))
    assert "You began an agreement on Mon 23 Nov, 09:40." in told.out
    assert "Call before Friday." in run("session", "agreed").out
    assert drafts(home) == []


def test_a_look_at_goals_is_gone_on_with(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("goal", "add", "be kinder to myself")
    words = "Walk home another way. " * 400
    with fills(2):
        told = tell("goal", "review", answers=("7", words))
    assert told.code == 1
    assert "To go on with them: hrjournal goal review" in told.err
    told = tell("goal", "review", answers=("y",))
    assert "You began a look at your goals on Mon 23 Nov, 09:40." in told.out
    assert "7 (23 Nov)" in run("goal").out
    assert kept(run)[0]["text"] == words.strip()
    assert drafts(home) == []


def test_words_that_fail_twice_are_one_draft(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    for answers in (("y", *LINES, ""), ("y",)):
        with fills(2):
            assert tell("reflect", "letter", answers=answers).code == 1
        assert len(drafts(home)) == 1


def test_a_draft_can_be_left_or_deleted(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    with fills(2):
        tell("reflect", "letter", answers=("y", *LINES, ""))
    told = tell("reflect", "letter", answers=("n", "n", "n"))
    assert "Delete it? If not, it is kept for another time." in told.out
    assert len(drafts(home)) == 1
    tell("reflect", "letter", answers=("n", "y", "y", "Another one.", ""))
    assert drafts(home) == []
    assert [one["text"] for one in kept(run)] == ["Another one."]


def test_answers_come_back_each_at_its_question(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    answers = ("y", "alcohol", "Calm.", "", "A hangover.", "", "", "It " + "helps " * 3000)
    with fills(2):
        told = tell("reflect", "balance", answers=answers)
    assert told.code == 1
    assert "?\nCalm.\n" in told.err
    assert tell("reflect", "balance", answers=("y",)).code == 0
    (found,) = kept(run)
    assert "Alcohol" in json.dumps(found)
    assert "Calm." in json.dumps(found)
    assert "A hangover." in json.dumps(found)
    assert drafts(home) == []


def test_a_note_is_kept_when_its_line_is_not_understood(run: Run, tell: Tell, home: Path) -> None:
    told = tell("log", "blorp", "2", "--write", answers=("A long day.", "And more.", "", ""))
    assert told.code == 1
    assert "A long day.\nAnd more.\n" in told.err
    assert tell("log", "alcohol", "2", "--write", answers=("y",)).code == 0
    assert json.loads(run("show", "1", "--json").out)["note"] == "A long day.\nAnd more."
    assert drafts(home) == []


def test_a_checkin_that_is_gone_on_with_is_of_its_own_time(
    run: Run, tell: Tell, fills: Callable[[int], Any]
) -> None:
    run("config", "checkin_questions", "mood, note")
    with fills(2):
        told = tell("checkin", answers=("6", "word " * 3000), at="2026-11-22 22:10")
    assert told.code == 1
    told = tell("checkin", answers=("y",), at="2026-11-23 09:40")
    assert told.code == 0, told.err
    record = json.loads(run("show", "1", "--json").out)
    assert (record["day"], record["time"], record["mood"]) == ("2026-11-22", "22:10", 6)


def test_what_is_saved_leaves_no_draft_whatever_fails_after_it(
    run: Run, tell: Tell, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> str:
        raise RuntimeError

    run("log", "alcohol", "2")
    monkeypatch.setattr("hrjournal.pages.reflection.page.saved_words", refuse)
    told = tell("reflect", "reason", answers=("y", "My sister."))
    assert "What you typed" not in told.err
    assert drafts(home) == []
    assert [one["text"] for one in kept(run)] == ["My sister."]


def test_the_discreet_view_keeps_words_and_does_not_show_them(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("config", "discreet", "on")
    with fills(2):
        told = tell("reflect", "letter", answers=("y", *LINES, ""))
    assert "Dear me" not in told.err
    assert "Your words are kept." in told.err
    assert "Dear me" not in tell("reflect", "letter", answers=("n", "n", "n")).out
    monkeypatch.setattr(keeping, "keep_draft", lambda *_, **__: None)
    with fills(2):
        told = tell("reflect", "letter", answers=("n", "n", "y", *LINES, ""))
    assert "Dear me" in told.err  # else it would be lost
    assert "These words could not be kept in a file." in told.err


def test_the_words_of_an_encrypted_journal_are_on_no_disk(
    run: Run, tell: Tell, home: Path, fills: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "alcohol", "2")
    monkeypatch.setattr(keeping, "is_secret", lambda _: True)
    with fills(2):
        told = tell("reflect", "letter", answers=("y", *LINES, ""))
    assert "Dear me,\n" in told.err
    assert "Your journal is encrypted" in told.err
    assert drafts(home) == []


def test_words_that_would_act_on_a_screen_are_shown_harmless(
    run: Run, tell: Tell, fills: Callable[[int], Any]
) -> None:
    run("log", "alcohol", "2")
    with fills(2):
        told = tell("reflect", "reason", answers=("y", "\x1b[2J\u202e" + "words " * 2000))
    assert told.code == 1
    assert "words words" in told.err
    assert not {"\x1b", "\u202e"} & set(told.out + told.err)


@pytest.mark.slow
def test_who_leaves_is_asked_and_finds_the_words_again(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    code, seen = converse(
        ["reflect", "letter"],
        [
            *(("like that now?", b"\n"), ("> ", "Dear żółć,\n".encode()), ("> ", b"it pas")),
            *(("it pas", b"\x03"), ("another time? [Y/n]", b"\n")),
        ],
    )
    assert code == 130
    assert "Stopped here. Nothing was saved." in seen
    assert "Your words are kept. To go on with them: hrjournal reflect letter" in seen
    code, seen = converse(
        ["reflect", "letter"],
        [("Go on with it?", b"y\n"), ("> it pas", b"ses.\n"), ("> ", b"\n")],
    )
    assert code == 0, seen
    assert kept(run)[0]["text"] == "Dear żółć,\nit passes."


@pytest.mark.slow
@pytest.mark.parametrize("key", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_leaving_twice_keeps_the_words(run: Run, home: Path, key: bytes) -> None:
    run("log", "alcohol", "2")
    code, seen = converse(
        ["reflect", "letter"],
        [
            *(("like that now?", b"\n"), ("> ", b"Dear me,\n"), ("> ", key)),
            ("another time?", key),
        ],
    )
    assert code == 130
    assert "Your words are kept." in seen
    assert len(drafts(home)) == 1


@pytest.mark.slow
def test_what_is_pasted_is_one_answer_however_long(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    pasted = "Dear me,\n\n" + "long " * 2000 + "\n\nMe"
    code, seen = converse(
        ["reflect", "letter"],
        [
            ("like that now?", b"\n"),
            ("> ", f"\x1b[200~{pasted}\x1b[201~\n".encode()),
            ("Me", b"\n"),
        ],
    )
    assert code == 0, seen
    assert kept(run)[0]["text"] == pasted


def test_the_answers_of_a_screen_that_cannot_be_kept_are_said_again(
    tell: Tell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr("hrjournal.cli.care.screens.keep_beside", refuse)
    told = tell("reflect", "screen", "gad2", answers=("y", "1", "2", "y"))
    assert told.err == (
        "The disk is full.\nTo keep it later: hrjournal reflect screen gad2 --answers 1,2 --keep\n"
    )


@pytest.mark.slow
@pytest.mark.parametrize("how", ["closed", "ended"])
def test_a_terminal_that_closes_loses_no_words(run: Run, home: Path, how: str) -> None:
    run("log", "alcohol", "2")
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, "reflect", "letter"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    seen = ""
    for question, answer in (("now?", b"\n"), ("> ", b"Dear me,\n"), ("> ", b"it pas")):
        asked = len(seen)
        seen += _until(ours, question, seen[asked:])
        os.write(ours, answer)
    seen += _until(ours, "it pas", "")
    time.sleep(0.5)
    if how == "closed":
        os.close(ours)
        assert program.wait(PATIENCE) != 0
    else:
        program.terminate()
        assert program.wait(PATIENCE) == 128 + SIGTERM
        os.close(ours)
    (draft,) = drafts(home)
    own = [answer for answer in draft["answers"] if answer["own"]]
    assert [(one["text"], one["whole"]) for one in own] == [("Dear me,", True), ("it pas", False)]


def test_words_typed_for_a_dash_are_shown_again_when_they_cannot_be_saved(home: Path) -> None:
    told = [("ends them.", b"Dear me,\nit passes.\n\x04")]
    code, seen = converse(["log", "alcohol", "2", "--at", "nonsense", "--note", "-"], told)
    assert code == 2
    assert seen.endswith("\n\nWhat you typed:\n\nDear me,\nit passes.\n")
    code, seen = converse(["log", "alcohol", "2", "--note", "-"], told)
    assert code == 0
    assert "What you typed" not in seen
