"""What the emergency card says: whom to call first, then one idea a line."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
LANGUAGE: Final = ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG")
UNCHECKED: Final = "Call your local emergency number now."


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that says nothing of a country."""
    for name in LANGUAGE:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("country", "first"),
    [("GB", "Call 999 now."), ("UK", "Call 999 now."), ("PL", "Call 112 now."), ("AU", "Call 000")],
)
def test_the_number_of_the_country_one_chose_comes_first(
    run: Run, country: str, first: str
) -> None:
    run("config", "country", country)
    said = run("sos").out
    assert said.startswith(first)
    assert "Elsewhere" not in said


def test_a_number_that_nobody_checked_is_not_told(run: Run) -> None:
    assert run("config", "country", "JP").code == 0
    first, second, *_ = run("sos").out.splitlines()
    assert first == UNCHECKED
    assert second == "112 works in the EU and in many other places."
    assert "119" not in run("sos").out


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en_GB.UTF-8", "Call 999 now."),
        ("pl_PL", "Call 112 now."),
        ("en_NZ.UTF-8", "Call 111 now."),
        ("pt_BR", UNCHECKED),
        ("C.UTF-8", "Call your emergency number now."),
        ("nonsense", "Call your emergency number now."),
    ],
)
def test_else_the_country_of_the_machine_is_taken(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, first: str
) -> None:
    monkeypatch.setenv("LANG", language)
    assert run("sos").out.splitlines()[0] == first


def test_a_country_that_was_guessed_is_told_with_other_numbers(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert run("sos").out.splitlines()[:2] == [
        "Call 911 now.",
        "Elsewhere: UK 999, EU 112, Australia 000.",
    ]


def test_the_place_of_the_naloxone_is_told(run: Run) -> None:
    run("safety", "naloxone", "--place", "red bag by the door")
    assert "\nYour naloxone: red bag by the door\n" in run("sos").out


def test_words_of_the_journal_cannot_steer_the_screen(run: Run, home: Path) -> None:
    run("safety", "naloxone", "--place", "bag")
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as other:
        other.execute(
            "UPDATE setting SET value=? WHERE key='naloxone_place'", ("\x1b[2Jbag\u202e\n",)
        )
    said = run("sos").out
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "Your naloxone: " in said


@pytest.mark.parametrize(("columns", "most"), [("80", 51), ("40", 87)])
def test_the_card_is_short_and_fits(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, most: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("sos").out.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert len(lines) <= most


def test_the_card_needs_neither_color_nor_symbol(run: Run) -> None:
    said = run("sos").out
    assert said.isascii()
    assert said.replace("\n", " ").isprintable()
    assert not re.search(r"[|*#_=<>]", said)


def test_more_words_than_needed_do_not_keep_the_card_away(run: Run) -> None:
    assert run("sos", "help", "heroin") == run("sos")


def test_every_block_of_steps_counts_from_one(run: Run) -> None:
    numbers = [int(number) for number in re.findall(r"^(\d+)\.", run("sos").out, re.MULTILINE)]
    starts = [at for at, number in enumerate(numbers) if number == 1]
    assert len(starts) == 3
    for start, end in zip(starts, [*starts[1:], len(numbers)], strict=True):
        assert numbers[start:end] == list(range(1, end - start + 1))


def test_what_the_card_points_to_is_there(run: Run) -> None:
    pointed = re.findall(r"^hrjournal (.+)$", run("sos").out, re.MULTILINE)
    assert len(pointed) == 3
    for words in pointed:
        assert run(*words.split()).code == 0


def test_the_card_in_plain_lines_says_the_same(run: Run) -> None:
    assert " ".join(run("sos", "--plain").out.split()) == " ".join(run("sos").out.split())
    assert run("--plain", "sos").out == run("sos", "--plain").out


def test_the_card_as_data(run: Run) -> None:
    run("config", "country", "IE")
    told = json.loads(run("sos", "--json").out)
    assert told["call"] == {"number": "112 or 999", "elsewhere": []}
    assert [steps["title"] for steps in told["steps"]] == [
        "They will not wake up, or breathe oddly",
        "Chest pain, very hot, a seizure, or one side weak",
        "They breathe normally? Roll them on their side",
        "What not to do",
    ]
    assert told["steps"][0]["numbered"]
    assert told["reviewed"] == "2026-11-28"


def test_sources_stand_one_option_away(run: Run) -> None:
    told = run("sos", "--sources").out
    assert told.startswith(run("sos").out)
    told = " ".join(told.split())
    assert "Looked through on Sat 28 Nov 2026." in told
    assert "general first-aid knowledge" in told
    assert "Overdose Prevention and Response Toolkit" in told
