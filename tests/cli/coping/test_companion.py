"""An urge on a terminal with nothing after it: company, one thing at a time."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from cli.coping.test_surf import Time
from cli.test_prompts import converse
from house.test_light import START, loaded_by
from hrjournal.cli.context import AppContext
from hrjournal.cli.coping.companion import accompany

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Sit = Callable[..., str]
NOW = datetime(2026, 11, 23, 23, 40, tzinfo=ZoneInfo("Europe/Warsaw")).timestamp()
LATE = "2026-11-23 23:59"
SKIP = ("", "", "")


class Night(Time):
    """A late hour that goes on while somebody waits."""

    def __call__(self) -> float:
        return NOW + self.gone


@pytest.fixture
def sit(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Sit:
    """Sits through an urge with these answers, of which none is left over; gives what was seen."""

    def sitting(*answers: str, key_at: float | None = None, plain: bool = False) -> str:
        night = Night(key_at)
        typed = "".join(f"{answer}\n" for answer in answers)
        with monkeypatch.context() as patch:
            patch.setattr(AppContext, "is_interactive", True)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
            capsys.readouterr()
            accompany(AppContext(clock=night, plain=plain), night.keys)
            assert sys.stdin.read() == ""
        return capsys.readouterr().out

    return sitting


def record(run: Run, number: int = 1) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run("show", str(number), "--json", at=LATE).out)
    return found


def before(run: Run, trigger: str, coping: str, *ends: str) -> None:
    for day, end in enumerate(ends, 1):
        at = f"2026-11-{day:02} 20:00"
        words = ("--trigger", trigger, "--coping", coping, "--outcome", end)
        run("urge", "7", *words, at=at)


def test_a_whole_urge_reads_as_approved(
    run: Run, sit: Sit, approved: Callable[[str, str], None]
) -> None:
    first = sit("8", "argument", "lt", "", "y", "3", "1, music", "1")
    run("reflect", "reason", "To wake up rested.")
    run("reflect", "letter", "-", stdin=b"Dear me,\nit passes.\nCall Kim.\nEat.\n")
    before(run, "argument", "walk", "rode-out", "less", "used")
    second = sit("6", "argument", "", "", "20", "", "1", "3", key_at=260.0)
    approved("cli/urge-company.txt", f"{first}\n{'=' * 60}\n{second}")


def test_what_was_answered_becomes_one_record(run: Run, sit: Sit) -> None:
    sit("8", "argument, payday", "h", "", "15", "3", "music", "1", key_at=425.0)
    found = record(run)
    expected = {
        "sort": "urge",
        "urge": 8,
        "urge_after": 3,
        "minutes": 7,
        "outcome": "rode-out",
        "triggers": ["argument", "payday", "hungry"],
        "copings": ["urge-surfing", "music"],
        "time": "23:40",
    }
    assert {name: found[name] for name in expected} == expected
    assert run("show", "2").code == 1


def test_everything_can_be_skipped_and_then_nothing_is_written(sit: Sit, home: Path) -> None:
    said = sit(*SKIP, "", "", "", "")
    assert said.endswith("Nothing was written down. You can come back whenever you like.\n")
    assert not home.exists()


@pytest.mark.parametrize("no", ["", "n", "No", "0"])
def test_the_wave_can_be_left_out(run: Run, sit: Sit, no: str) -> None:
    assert "You stayed" not in sit("5", "", "", no, "", "", "")
    assert (record(run)["minutes"], record(run)["copings"]) == (None, [])


def test_a_wave_alone_is_written_down(run: Run, sit: Sit) -> None:
    assert "You stayed with it for 10 minutes." in sit(*SKIP, "yes", "", "", "")
    assert (record(run)["minutes"], record(run)["copings"]) == (10, ["urge-surfing"])


def test_a_wave_of_a_moment_is_no_minutes(run: Run, sit: Sit) -> None:
    said = sit("5", "", "", "y", "", "", "", key_at=12.0)
    assert "You stayed with it for a moment." in said
    assert (record(run)["minutes"], record(run)["copings"]) == (None, [])


def test_what_cannot_be_read_is_asked_again(run: Run, sit: Sit) -> None:
    said = sit("eleven", "11", "7", "", "xyz", "", "61", "soon", "", "", "", "5", "nope", "2")
    assert said.count("A number from 0 to 10, please. Enter skips.") == 2
    assert "Any of these letters, please: h, a, l, t. Enter skips." in said
    assert said.count("y, or 1 to 60 minutes. Enter skips.") == 2
    assert said.count("one of these: rode-out, delayed, less, used.") == 2
    assert record(run)["outcome"] == "delayed"


@pytest.mark.parametrize(
    ("typed", "triggers", "shown"),
    [
        ("h", ["hungry"], ["Hungry: "]),
        ("A", ["angry-or-anxious"], ["Angry or anxious: "]),
        ("anxious", ["anxious"], ["Angry or anxious: "]),
        ("tl", ["tired", "lonely"], ["Tired: ", "Lonely: "]),
        (
            "h, a and angry",
            ["hungry", "angry-or-anxious", "angry"],
            ["Hungry: ", "Angry or anxious: "],
        ),
        (
            "halt",
            ["hungry", "angry-or-anxious", "lonely", "tired"],
            ["Hungry: ", "Angry or anxious: ", "Lonely: ", "Tired: "],
        ),
    ],
)
def test_each_letter_offers_one_small_thing(
    run: Run, sit: Sit, typed: str, triggers: list[str], shown: list[str]
) -> None:
    said = sit("5", "", typed, "", "", "", "", "")
    actions = [line for line in said.splitlines() if line.startswith("  - ")]
    assert [line.partition(": ")[0] + ": " for line in actions] == [f"  - {one}" for one in shown]
    assert record(run)["triggers"] == triggers


def test_no_letter_is_an_answer_too(run: Run, sit: Sit) -> None:
    sit("5", "", "no", "", "", "", "")
    assert record(run)["triggers"] == []


def test_own_reasons_and_the_letter_are_shown_back(run: Run, sit: Sit) -> None:
    for words in ("One reason", "Another thing", "My sister Kim", "The rent"):
        run("reflect", "reason", words)
    run("reflect", "letter", "-", stdin=b"Dear me,\nit passes.\n")
    said = sit("5", "", "", "", "", "", "", "")
    kept = ("One reason", "Another thing", "My sister Kim", "The rent")
    assert sum(words in said for words in kept) == 3
    assert "it passes." in said


def test_what_went_together_with_this_trigger_comes_before_all_else(run: Run, sit: Sit) -> None:
    before(run, "argument", "walk", "rode-out", "less", "used")
    before(run, "payday", "music", "rode-out", "rode-out", "rode-out")
    said = sit("5", "payday", "", "", "", "1", "")
    assert "Before, with payday: together with these," in said
    assert "1. music: 3 of 3 urges" in said
    assert "walk" not in said
    assert record(run, 7)["copings"] == ["music"]
    said = sit("5", "payday, argument, work", "t", "", "", "", "", "")
    assert "Before, with payday or argument:" in " ".join(said.split())
    assert "2. walk: 2 of 3 urges" in said


def test_what_went_together_in_general_stands_in_for_a_new_trigger(run: Run, sit: Sit) -> None:
    before(run, "argument", "walk", "rode-out", "less")
    assert "Before, together with these," in sit("5", "rain", "", "", "", "", "")


def test_what_rarely_went_together_with_an_easier_urge_is_not_offered(run: Run, sit: Sit) -> None:
    before(run, "argument", "walk", "rode-out", "used", "used")
    assert "Three ideas for now:" in sit("5", "argument", "", "", "", "", "")


def test_counts_rest_while_numbers_do(run: Run, sit: Sit) -> None:
    before(run, "argument", "walk", "rode-out", "less")
    run("pause", "numbers")
    said = sit("5", "argument", "", "", "", "", "")
    assert "  1. walk\n" in said
    assert "of 2 urges" not in said


def test_ideas_hold_an_own_one_and_a_number_picks_it(run: Run, sit: Sit) -> None:
    run("coping", "--add", "feed the cat")
    said = sit("5", "", "", "", "", "2, 1", "")
    assert "1. feed the cat (yours)" in said
    picked = record(run)["copings"]
    assert picked[1:] == ["feed-the-cat"]
    assert f"2. {picked[0].replace('-', ' ')}: " in said


def test_after_use_there_is_a_welcome_and_no_verdict(run: Run, sit: Sit) -> None:
    said = sit("7", "", "", "", "", "", "4")
    ending = said.partition("Saved #1.")[2].partition("\n")[2]
    assert "You are as welcome as before." in " ".join(ending.split())
    assert "hrjournal sos" in ending
    assert not any(sign.isdigit() for sign in ending)
    assert record(run)["outcome"] == "used"


def test_an_urge_that_passed_is_a_small_win(sit: Sit) -> None:
    assert "+ An urge passed without use." in sit(*SKIP, "", "", "", "1")


def test_hostile_words_are_harmless(run: Run, sit: Sit) -> None:
    run("reflect", "reason", "a\x1b[31mred\u202e")
    said = sit("5", "x\x1b[2J", "work", "", "", "", "", "", "")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert record(run)["triggers"] == ["work"]


def test_plain_lines_say_the_same(sit: Sit) -> None:
    said = sit("5", "", "l", "", "2", "", "", "", plain=True)
    assert "1 to 4" in said
    assert not any(sign in said for sign in "█─▌")


@pytest.mark.slow
def test_with_anything_after_it_an_urge_is_written_at_once(
    run: Run, home: Path, installed: Path
) -> None:
    assert run("log", "alcohol", "1").code == 0
    for line in ("7 --outcome rode-out", "--coping walk", "5 --substance alcohol --minutes 20"):
        loaded = loaded_by(installed, START, "urge", *line.split())
        assert (
            loaded & {"rich", "hrjournal.cli.coping.companion", "hrjournal.formats.terminal.show"}
            == set()
        )


def test_at_a_terminal_a_key_ends_the_wave_and_the_terminal_is_as_before(
    run: Run, home: Path
) -> None:
    code, seen = converse(
        ["urge"],
        [
            *(
                ("How strong is it?", b"7\n"),
                ("A word or two", b"argument\n"),
                ("What fits", b"\n"),
            ),
            *(("y, or minutes", b"y\n"), ("10 minutes left", b"Q"), ("strong is it now?", b"2\n")),
            *(("did you try?", b"skating\n"), ("1 to 4", b"rode out\n")),
        ],
    )
    assert code == 0, seen
    assert "Q" not in seen
    assert "skating\n" in seen  # what is typed shows again
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h")
    found = json.loads(run("show", "1", "--json", at="2036-01-01 12:00").out)
    assert (found["urge"], found["urge_after"], found["outcome"]) == (7, 2, "rode-out")


@pytest.mark.slow
def test_at_a_terminal_ctrl_c_ends_the_wave_and_at_a_question_everything(home: Path) -> None:
    code, seen = converse(
        ["urge"],
        [
            *(("How strong is it?", b"7\n"), ("A word or two", b"\n"), ("What fits", b"\n")),
            *(("y, or minutes", b"5\n"), ("5 minutes left", b"\x03"), ("it now?", b"\x03")),
        ],
    )
    assert code == 130, seen
    assert "You stayed with it for a moment." in seen
    assert "Stopped here. Nothing more was saved." in seen
    assert not home.exists()


def test_after_use_nothing_is_measured(run: Run) -> None:
    run("urge", "8", "--outcome", "rode-out", "--after", "4", at="2026-11-01 20:00")
    said = run("urge", "8", "--outcome", "used", "--after", "4").out
    assert "\n+" not in said
