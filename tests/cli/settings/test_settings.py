from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.shapes import write_month

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
READING = (
    ("today",),
    ("days",),
    ("trends",),
    ("calendar",),
    ("wins",),
    ("show", "1"),
    ("show", "2"),
)


@pytest.fixture
def lived(run: Run, home: Path) -> Run:
    """A journal of four weeks."""
    write_month(run, home)
    return run


def test_a_drink_of_ones_own_is_counted_in(run: Run) -> None:
    assert "14 g" in run("log", "alcohol", "1").out
    assert run("config", "drink_size", "10").code == 0
    said = run("log", "alcohol", "2").out
    assert "2 drinks of yours (20 g)" in said
    run("config", "drink_size", "country")
    assert "2 US standard drinks (28 g)" in run("log", "alcohol", "2").out


def test_plain_lines_can_be_chosen_for_good(run: Run) -> None:
    run("log", "alcohol", "2")
    drawn, plainly = run("trends").out, run("trends", "--plain").out
    assert drawn != plainly
    run("config", "plain", "on")
    assert run("trends").out == plainly


@pytest.mark.slow
@pytest.mark.parametrize("words", READING)
def test_discreet_masks_names_and_amounts(lived: Run, words: tuple[str, ...]) -> None:
    open_ = lived(*words).out
    assert "Alcohol" in open_ or "2 bags" in open_ or words == ("wins",)
    lived("config", "discreet", "on")
    masked = lived(*words).out
    assert masked.startswith("Notes\n")
    for name in ("alcohol", "heroin", "drink", "bag", "28 g", "70 g", "opioid", "naloxone"):
        assert name not in masked.lower(), name


def test_discreet_leaves_out_whom_a_session_is_with(run: Run) -> None:
    run("log", "alcohol", "2")
    run("session", "in 2 days", "--with", "my therapist")
    assert "with my therapist" in run("today").out
    run("config", "discreet", "on")
    masked = run("today").out
    assert "Session: Wed 25 Nov 2026." in masked
    assert "therapist" not in masked


def test_discreet_still_writes_the_whole_truth(run: Run) -> None:
    run("config", "discreet", "on")
    assert run("log", "alcohol", "2").out.startswith("Saved #1. A: some, today")
    assert run("log", "Alcohol", "3").out.startswith("Saved #2. A: some, today")
    run("config", "discreet", "off")
    shown = run("days").out
    assert "2 US standard drinks (28 g)" in shown
    assert "3 US standard drinks (42 g)" in shown


def test_what_is_chosen_is_listed_and_can_be_taken_back(run: Run, home: Path) -> None:
    run("config", "discreet", "on")
    assert json.loads(run("config", "--json").out)["discreet"] == "on"
    run("undo")
    assert json.loads(run("config", "--json").out)["discreet"] == "off"


@pytest.mark.parametrize("what", ["numbers", "mood"])
@pytest.mark.parametrize("command", ["trends", "calendar", "wins", "patterns", "measures"])
def test_numbers_rest_while_they_are_paused(run: Run, what: str, command: str) -> None:
    run("log", "alcohol", "2")
    shown, data = run(command).out, run(command, "--json").out
    run("pause", what)
    assert run(command).out.startswith("Numbers rest\n")
    assert run(command, "--json").out == data
    run("pause", "off")
    assert run(command).out == shown


def test_rulers_stand_under_the_trends_of_their_days(run: Run) -> None:
    run("log", "alcohol", "2")
    assert "ruler" not in run("trends").out.lower()
    run("reflect", "ruler", "importance", "4", at="2026-10-20 12:00")
    run("reflect", "ruler", "importance", "6")
    shown = run("trends").out
    assert "Your rulers" in shown
    assert "Importance" in shown
    assert "rulers" not in run("trends", "--from", "2026-11-01", "--to", "2026-11-10").out


def test_in_discreet_mode_a_letter_is_a_name(run: Run) -> None:
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    run("log", "ketamine", "1", "line", at="2026-11-20 22:00")
    assert run("trends", "B").code == 1
    run("config", "discreet", "on")
    assert run("log", "b", "2", "line").code == 0
    preview = run("summary", "--without", "B", "--preview").out
    assert "B       left out whole" in preview
    assert "Ketamine" not in preview
    for word in ("B", "b", "Substance B", "ketamine"):
        assert run("trends", word).out == run("trends", "ketamine").out
    run("config", "discreet", "off")
    found = json.loads(run("show", "3", "--json").out)
    assert (found["substance"], found["amount"]["unit"]) == ("Ketamine", "line")
