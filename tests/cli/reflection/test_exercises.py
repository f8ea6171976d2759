from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cli.test_prompts import converse
from hrjournal.content.reflection import guide
from hrjournal.domain.reflection.reflection import BY_TURN
from support.reflecting import Run, Tell, kept

Approved = Callable[[str, str], None]
HOSTILE = "\x1b[31mred\x1b[0m \u202eabc {braces} %s [bold]"
FINE = "  That is fine. Nothing was kept.\n"


def test_an_evening_of_questions_reads_as_approved(tell: Tell, approved: Approved) -> None:
    turns = (
        ("reflect", ("",)),
        ("reflect", ("1", "1", "8", "My sister.", "")),
        ("reflect balance", ("", "", "Calm.", "", "", "", "", "")),
        ("reflect values", ("", "1, 99", "1, 7", "")),
        ("reflect letter", ("y", "Dear me,", "it passes.", "")),
        ("reflect question", ("y", "n", "It carries me.")),
        ("reflect edit 1", ("5", "-", "Sleep.")),
        ("reflect reason", ("n",)),
    )
    seen = []
    for line, answers in turns:
        answer = tell(*line.split(), answers=answers)
        assert (answer.code, answer.err) == (0, "")
        seen.append(f"$ hrjournal {line}\n{answer.out}")
    approved("cli/reflect-asked.txt", "\n".join(seen))


def test_looking_makes_no_journal(run: Run, home: Path) -> None:
    for words in ((), ("--json",), ("list",), ("list", "letter", "--plain"), ("question",)):
        assert run("reflect", *words).code == 0
    assert run("reflect", "show", "1").code == 1
    assert not home.exists()


def test_leave_is_asked_first_and_nothing_is_kept_without_it(tell: Tell, home: Path) -> None:
    assert tell("reflect", answers=("",)).out.endswith(FINE)
    for exercise in ("ruler", "balance", "values", "reason", "letter", "question"):
        answer = tell("reflect", exercise, answers=("n",))
        assert "Would you like that now?" in answer.out
        assert answer.out.endswith(FINE)
    assert not home.exists()


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("reflect", ("1", "")),
        ("reflect ruler", ("", "2", "")),
        ("reflect balance", ("", "", "", "", "", "", "")),
        ("reflect values", ("", "")),
        ("reflect reason", ("", "")),
        ("reflect letter", ("", "")),
        ("reflect question", ("", "")),
        ("reflect question --group not-now", ("", "n")),
    ],
)
def test_every_question_can_be_skipped(
    tell: Tell, home: Path, words: str, answers: tuple[str, ...]
) -> None:
    answer = tell(*words.split(), answers=answers)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith(FINE)
    assert not home.exists()


def test_a_ruler_with_its_number_asks_no_leave_and_looks_down(tell: Tell, run: Run) -> None:
    said = tell("reflect", "ruler", "readiness", "8", answers=("It is time.", "")).out
    assert "Would you like" not in said
    assert "What makes it an 8 and not a 6?" in said
    assert kept(run)[0]["more"] == {"why": "It is time."}


@pytest.mark.parametrize("number", ["0", "1"])
def test_at_the_foot_of_a_ruler_one_other_question_is_asked(tell: Tell, number: str) -> None:
    said = tell("reflect", "ruler", "importance", number, answers=("Rent.",)).out
    assert "What makes it" not in said
    assert "-" not in said.replace("Ctrl-C", "")


def test_a_change_is_told_about_the_same_thing_alone(run: Run) -> None:
    assert "you put it" not in run("reflect", "ruler", "confidence", "3", at="2026-11-02 12:00").out
    wine = ("--about", "wine")
    assert "you put it" not in run("reflect", "ruler", "confidence", "5", *wine).out
    assert run("reflect", "ruler", "confidence", "2").out == (
        "Saved 3. Confidence: 2 of 10. Undo takes it back.\n"
        "On Mon 2 Nov 2026 you put it at 3, and on Mon 23 Nov 2026 at 2.\n"
    )


def test_a_substance_goes_by_any_of_its_names(run: Run) -> None:
    run("log", "alcohol", "2")
    assert (
        "Importance (Alcohol)" in run("reflect", "ruler", "importance", "3", "--about", "booze").out
    )
    assert run("reflect", "ruler", "importance", "3", "--about", "Sugar").code == 0
    assert [one["more"]["about"] for one in kept(run)] == ["sugar", "Alcohol"]
    assert "sugar" not in run("calendar").out


def test_thinking_about_a_substance_does_not_track_it(run: Run) -> None:
    run("reflect", "ruler", "importance", "3", "--about", "alcohol")
    assert json.loads(run("doctor", "--json").out)["read"]["substances"] == 0


def test_values_are_picked_by_number_or_word_and_each_once(run: Run) -> None:
    assert (
        "What matters: family, rest, my garden."
        in run("reflect", "values", "1", "family", "7", "my  garden").out
    )
    assert kept(run, "values")[0]["text"] == "family, rest, my garden"


def test_the_question_is_the_one_answered_longest_ago(run: Run) -> None:
    questions = [text for group in BY_TURN for text in guide().questions[group]]
    for place, text in enumerate((*questions, questions[0])):
        shown = run("reflect", "question", "--json", at=f"2026-11-01 12:{place:02}")
        assert json.loads(shown.out) == {"question": text}
        run("reflect", "question", "--answer", "Yes.", at=f"2026-11-01 12:{place:02}")


def test_questions_after_use_come_when_asked_for(run: Run) -> None:
    shown = json.loads(run("reflect", "question", "--group", "after-use", "--json").out)
    assert shown == {"question": "What came right before it?"}


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("ruler importance 4", "your last ruler"),
        ("values rest", "your last list of what matters"),
        ("reason Sleep.", "your last reason"),
        ("question --answer Calm.", "your last answer"),
    ],
)
def test_what_was_kept_can_be_taken_back(run: Run, words: str, what: str) -> None:
    run("reflect", *words.split())
    assert run("undo").out == f"Taken back: {what}.\n"
    assert kept(run) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        *(("ruler",), ("ruler", "importance"), ("balance",), ("values",), ("reason",), ("letter",)),
        *(("ruler", "importance", "11"), ("ruler", "hope", "4"), ("reason", " "), ("reason", "-")),
        *(
            ("values", "1", "2", "3", "4", "5", "6"),
            ("values", "99"),
            ("values", ","),
            ("values", "\x1b"),
        ),
        *(("letter", "Dear me"), ("question", "--answer", ""), ("list", "contact"), ("show", "0")),
        *(
            ("ruler", "importance", "4", "--about", " "),
            ("ruler", "importance", "4", "--about", "\x1b[2J"),
        ),
        *(("reason", "\udcff"), ("reason", "x" * 200_001), ("question", "--group", "none")),
    ],
)
def test_what_cannot_be_kept_is_said_calmly(run: Run, home: Path, words: tuple[str, ...]) -> None:
    refused = run("reflect", *words)
    assert refused.code == 2
    assert refused.out == ""
    assert "\x1b" not in refused.err
    assert "unforeseen" not in refused.err
    assert kept(run) == []


def test_text_that_would_act_on_a_screen_is_kept_as_it_is_and_shown_harmless(
    run: Run, tell: Tell
) -> None:
    run("reflect", "reason", "-", stdin=HOSTILE.encode())
    tell("reflect", "ruler", "importance", "4", answers=(HOSTILE, ""))
    shown = [run("reflect", *words.split()).out for words in ("list", "show 1", "show 2")]
    shown.append(tell("reflect", "edit", "1", answers=("",)).out)
    for out in shown:
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert "{braces} %s [bold]" in "".join(shown)
    assert kept(run, "reason")[0]["text"] == HOSTILE


@pytest.mark.slow
def test_leaving_in_the_middle_keeps_nothing(run: Run, home: Path) -> None:
    code, seen = converse(
        ["reflect", "ruler", "importance", "4"],
        [("not a 2?", b"My sis"), ("My sis", b"\x03"), ("another time?", b"n\n")],
    )
    assert code == 130
    assert "Ctrl-C leaves, and you can keep your words." in seen
    assert "Stopped here. Nothing more was saved." in seen
    assert kept(run) == []


def test_a_real_terminal_is_asked(run: Run, home: Path) -> None:
    code, seen = converse(
        ["reflect"],
        [
            *(("Enter leaves it): ", b"4\n"), ("Your words", "zażółć\n".encode())),
        ],
    )
    assert code == 0, seen
    assert kept(run)[0]["text"] == "zażółć"
