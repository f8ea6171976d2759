"""A line that is not understood is answered with the one that was probably meant."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.commands import COMMANDS
from hrjournal.cli.did_you_mean import ALIKE, SAID_FOR
from support.places import ROOT

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("chekcin --mood 6", "hrjournal checkin --mood 6"),
        ("beer 2", "hrjournal log beer 2"),
        ("3 beers", "hrjournal log 3 beers"),
        ("drank 2 beers", "hrjournal log 2 beers"),
        ("add beer 2", "hrjournal log beer 2"),
        ("Purple drank 2", "hrjournal log Purple drank 2"),
        ("weed '?'", "hrjournal log weed '?'"),
        ("mood 6", "hrjournal checkin 6"),
        ("slept 7", "hrjournal checkin --sleep 7"),
        ("craving 7", "hrjournal urge 7"),
        ("remove 1", "hrjournal delete 1"),
        ("talk 'my sleep'", "hrjournal session talk 'my sleep'"),
        ("agreed 'call Ann'", "hrjournal session agreed 'call Ann'"),
        ("goals", "hrjournal goal list"),
        ("limit '2 drinks a day'", "hrjournal goal add '2 drinks a day'"),
        ("target 'no alcohol'", "hrjournal goal add 'no alcohol'"),
        ("goal '2 drinks a day'", "hrjournal goal add '2 drinks a day'"),
        ("goal remove 2", "hrjournal goal end 2"),
        ("goal ad 'no alcohol'", "hrjournal goal add 'no alcohol'"),
        ("correlations cannabis", "hrjournal patterns cannabis"),
        ("insight", "hrjournal patterns"),
        ("911", "hrjournal sos"),
        ("help chekcin", "hrjournal checkin --help"),
        ("safety overdos opioid", "hrjournal safety overdose opioid"),
        ("import cvs diary.csv", "hrjournal import csv diary.csv"),
    ],
)
def test_a_command_that_is_none_is_answered_with_a_line_to_write(
    run: Run, home: Path, line: str, meant: str
) -> None:
    answer = run(*shlex.split(line))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(f". Did you mean: {meant}\n")
    assert answer.err.count("\n") == 1
    assert not home.exists()


def test_what_resembles_nothing_leads_to_help(run: Run) -> None:
    assert run("xyzzy").err == 'There is no command "xyzzy". To see all: hrjournal --help\n'
    assert run("safety", "xyzzy").err.endswith("To see all: hrjournal safety --help\n")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("log beer 2 --mod 5", "--mood 5"),
        ("log beer 2 --mod=5", "--mood"),
        ("log beer 2 --day yesterday", "--at yesterday"),
        ("log beer 2 --day '2 hours ago'", "--at '2 hours ago'"),
        ("log beer 2 --yesterday", "--at yesterday"),
        ("log beer 2 --price 12", "--spend 12"),
        ("none --at yesterday", "--day yesterday"),
        ("log beer 2 -m 6", "--mood 6"),
        ("summary --format --plain", "--as"),
    ],
)
def test_an_option_that_is_none_is_answered_with_the_one_that_is(
    run: Run, home: Path, line: str, meant: str
) -> None:
    answer = run(*shlex.split(line))
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.endswith(f" here. Did you mean {meant}?\n")
    assert not home.exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("log beer 2 --mood 99", '"99" is not a number from 0 to 10. Write one, such as 6.'),
        ("checkin --mood good", '"good" is not a number from 0 to 10. Write one, such as 6.'),
        ("trends --weeks twelve", "--weeks takes a whole number from 1 to 5200."),
    ],
)
def test_a_number_that_is_none_is_answered_with_what_to_give(
    run: Run, line: str, said: str
) -> None:
    assert run(*line.split()).err.splitlines()[0] == said


def test_every_suggestion_is_there() -> None:
    leads = {command.split()[0] for command in SAID_FOR}
    assert leads <= set(COMMANDS)
    said = " ".join(SAID_FOR.values()).split()
    assert len(said) == len(set(said))
    assert set(said) & set(COMMANDS) == set()
    assert len({name for group in ALIKE for name in group}) == sum(map(len, ALIKE))


def test_help_is_a_command_too(run: Run) -> None:
    assert run("help") == run("--help")
    assert run("help", "--all") == run("--help", "--all")
    assert run("help", "session", "talk") == run("session", "talk", "--help")
    assert "COMMAND" in run("help", "session").out


def test_a_second_name_starts_the_same_program(run: Run) -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert scripts["hrj"] == scripts["hrjournal"]
    assert run("--help").out.startswith("Usage: hrjournal ")
