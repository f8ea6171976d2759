from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hrjournal.cli.app import run as run_program
from hrjournal.cli.errors import run_reporting_errors
from hrjournal.cli.groups import as_app
from hrjournal.cli.safety.command import mixing

Mix = Callable[..., tuple[int, str, str]]


@pytest.fixture
def mix(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Mix:
    """Runs the command by itself: `mix("alcohol", "ghb")`."""

    def runner(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["hrjournal", *words])
        code = run_reporting_errors(lambda: run_program(as_app("mixing", mixing)))
        return code, *capsys.readouterr()

    return runner


def test_two_names_are_looked_up_without_a_journal(mix: Mix, home: Path) -> None:
    code, out, _ = mix("booze", "liquid ecstasy")
    assert code == 0
    assert "Booze and liquid ecstasy: dangerous together." in " ".join(out.split())
    assert not home.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["special", "K", "red", "wine"],
        ["special k", "and", "red wine"],
        ["special k,red wine"],
        ["SPECIAL K", "+", "Red Wine"],
    ],
)
def test_names_of_several_words_are_found_however_they_are_typed(
    mix: Mix, words: list[str]
) -> None:
    asked = json.loads(mix(*words, "--json")[1])["asked"]
    assert [(one["name"], one["groups"]) for one in asked] == [
        ("special K", ["ketamine"]),
        ("red wine", ["alcohol"]),
    ]


def test_names_are_shown_as_they_are_usually_spelled(mix: Mix) -> None:
    out = mix("ghb", "alcohol", "xanax", "--plain")[1]
    assert out.startswith("Mixing GHB, alcohol and Xanax\n")


def test_a_medicine_is_told_by_its_own_name(mix: Mix) -> None:
    assert "riskier together" in mix("sertraline", "mdma")[1]
    assert "dangerous together" in mix("phenelzine", "mdma")[1]
    assert "dangerous together" in mix("lithium", "mdma")[1]


def test_an_unknown_name_is_said_calmly_with_names_that_look_like_it(mix: Mix) -> None:
    code, out, _ = mix("alcoohl", "ketamine")
    assert code == 0
    assert '"alcoohl" is not a name that is known here. Close to it: alcohol.' in out
    assert "Not known does not mean harmless" in " ".join(out.split())


def test_one_name_gives_the_list_and_the_same_name_twice_is_one(mix: Mix) -> None:
    once = mix("alcohol")[1]
    assert "What is listed as high risk or dangerous together with alcohol:" in once
    assert mix("alcohol", "and", "alcohol")[1] == once


def test_sources_are_one_option_away(mix: Mix) -> None:
    assert "github.com/TripSit" not in mix("alcohol", "ghb")[1]
    assert "github.com/TripSit" in mix("alcohol", "ghb", "--sources")[1]


@pytest.mark.parametrize("words", [[], ["and"], [" ", ","]])
def test_without_a_name_it_asks_for_one(mix: Mix, words: list[str]) -> None:
    code, out, err = mix(*words)
    assert (code, out) == (2, "")
    assert "SUBSTANCE" in err or "hrjournal safety mixing alcohol ketamine" in err


@pytest.mark.parametrize("word", ["x\x1b[31my", "a\u202eb", "x" * 500])
def test_hostile_words_move_nothing(mix: Mix, word: str) -> None:
    code, out, err = mix(word, "alcohol")
    assert code == 2
    assert "\x1b" not in out + err
    assert "\u202e" not in out + err


@pytest.mark.parametrize("columns", ["40", "60", "200"])
def test_it_fits_narrow_and_wide_screens(
    mix: Mix, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for words in (["alcohol"], ["alcohol", "heroin", "xanax"]):
        assert all(len(line) <= int(columns) for line in mix(*words)[1].splitlines())
