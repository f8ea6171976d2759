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
        ((), ("2026-08-26", "2026-11-23", 90)),
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
