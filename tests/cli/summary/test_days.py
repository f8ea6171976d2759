from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.shapes import write_weeks

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.fixture
def month(run: Run, home: Path) -> Run:
    """Runs commands over a journal of a few weeks."""
    write_weeks(run, home)
    return run


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ((), ("2026-11-01", "2026-11-23", 23)),  # from the first logged day on
        (("--days", "90"), ("2026-11-01", "2026-11-23", 23)),
        (("--since", "2026-08-26"), ("2026-11-01", "2026-11-23", 23)),
        (("--days", "7"), ("2026-11-17", "2026-11-23", 7)),
        (("--days", "7", "--until", "2026-11-10"), ("2026-11-04", "2026-11-10", 7)),
        (("--since", "2026-11-02"), ("2026-11-02", "2026-11-23", 22)),
        (("--since", "2026-11-02", "--until", "yesterday"), ("2026-11-02", "2026-11-22", 21)),
    ],
)
def test_its_days_are_those_asked_for(
    month: Run, words: tuple[str, ...], span: tuple[str, str, int]
) -> None:
    window = json.loads(month("summary", *words, "--json").out)["window"]
    assert (window["from"], window["to"], window["days"]) == span
    assert window["since_session"] is None


def test_last_is_the_latest_session_that_is_over(month: Run) -> None:
    for when in ("2026-11-03 10:00", "2026-11-16 14:30", "2026-11-23 15:00", "2026-11-30 14:30"):
        month("session", when, "--with", "Dr Who")
    answer = month("summary", "--since", "last")
    assert "It begins with my last session, on Mon 16 Nov 2026." in " ".join(answer.out.split())
    assert "Dr Who" not in answer.out
    window = json.loads(month("summary", "--since", "Last", "--json").out)["window"]
    assert (window["from"], window["since_session"]) == ("2026-11-16", "2026-11-16")
    earlier = month("summary", "--since", "last", "--until", "2026-11-10", "--json").out
    assert json.loads(earlier)["window"]["from"] == "2026-11-03"


def test_without_a_session_last_is_said_to_be_none(month: Run) -> None:
    answer = month("summary", "--since", "last")
    assert answer.code == 1
    assert answer.err.startswith("No session before today is written down yet.")


def agree(month: Run, *words: str, at: str) -> None:
    month("session", "agreed", *words, at=at)


def opening(month: Run, *words: str) -> str:
    return " ".join(month("summary", *words).out.split()).partition("What changed")[0]


def test_without_a_word_it_begins_with_the_last_session(month: Run) -> None:
    assert "my last session" not in opening(month)
    for when in ("2026-11-03 10:00", "2026-11-16 14:30", "2026-11-23 15:00"):
        month("session", when)
    assert opening(month) == (
        "My summary Mon 16 Nov 2026 to Mon 23 Nov 2026 (8 days), made on Mon 23 Nov 2026. "
        "It begins with my last session, on Mon 16 Nov 2026. I logged 7 of 8 days. "
    )
    window = json.loads(month("summary", "--json").out)["window"]
    assert (window["from"], window["since_session"]) == ("2026-11-16", "2026-11-16")


@pytest.mark.parametrize("words", [("--days", "10"), ("--since", "2026-11-14")])
def test_days_that_are_asked_for_begin_with_no_session(month: Run, words: tuple[str, ...]) -> None:
    month("session", "2026-11-16 14:30")
    assert "2026-11-14" in month("summary", *words, "--json").out
    assert "my last session" not in opening(month, *words)


def test_a_session_from_before_the_first_logged_day_is_not_said_to_begin_it(month: Run) -> None:
    month("session", "2026-10-20 14:30")
    assert opening(month).startswith("My summary Sun 1 Nov 2026 to Mon 23 Nov 2026 (23 days)")
    assert "It begins with my last session" not in opening(month)


def test_what_was_agreed_in_the_last_session_is_in_it(month: Run) -> None:
    month("session", "2026-11-03 10:00")
    agree(month, "Eat", "breakfast", at="2026-11-03 12:00")
    month("session", "2026-11-16 14:30")
    agree(month, "Walk", "first", at="2026-11-16 16:00")
    said = month("summary").out
    assert "Agreed last time:" in said
    assert "- Walk first" in said
    assert "Eat breakfast" not in said
    assert "Walk first" not in month("summary", "--exclude", "agreed").out


@pytest.mark.parametrize("when", ["2026-11-23 15:00", "2026-11-23", "2026-11-30 15:00"])
def test_on_the_day_of_the_next_session_it_is_still_there(month: Run, when: str) -> None:
    month("session", "2026-11-16 14:30")
    agree(month, "Walk", "first", at="2026-11-16 16:00")
    month("session", when)
    assert "- Walk first" in month("summary").out


def test_the_calendar_shows_the_weeks_before_it_too(month: Run) -> None:
    month("session", "2026-11-16 14:30")
    lines = month("summary", "--plain").out.splitlines()
    assert any("2 Nov" in line for line in lines)
