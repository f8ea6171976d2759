from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.cli import arguments
from hrjournal.cli.context import AppContext
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
HOSTILE = "red \x1b[31m, bell \x07, back\u202eward, c1 \x9b, nul \x00, line\nnext \u2028 end"


def note_of(run: Run, number: int = 1) -> str:
    found: str = json.loads(run("show", str(number), "--json").out)["note"]
    return found


def test_a_note_comes_from_standard_input(run: Run) -> None:
    answer = run("log", "alcohol", "2", "--note", "-", stdin="żal\nsecond line\n".encode())
    assert answer.code == 0, answer.err
    assert note_of(run) == "żal\nsecond line"


def test_an_empty_standard_input_is_refused(run: Run) -> None:
    answer = run("log", "alcohol", "2", "--note", "-")
    assert (answer.code, answer.out) == (2, "")
    assert "Nothing came on standard input" in answer.err
    assert json.loads(run("days", "--json").out)["entries"] == []


@pytest.mark.parametrize("command", [["log", "alcohol", "2"], ["checkin"], ["none", "alcohol"]])
def test_bytes_that_are_not_text_are_refused(run: Run, command: list[str]) -> None:
    answer = run(*command, "--note", "-", stdin=b"caf\xe9")
    assert (answer.code, answer.out) == (2, "")
    assert "not text" in answer.err
    words = run(*command, "--note", "caf\udce9")
    assert (words.code, words.out) == (2, "")
    assert "not text" in words.err
    assert json.loads(run("days", "--json").out)["entries"] == []


def test_control_characters_are_kept_exactly(run: Run) -> None:
    run("log", "alcohol", "2", "--note", "-", stdin=HOSTILE.encode())
    assert note_of(run) == HOSTILE


@pytest.mark.parametrize(
    "look", [["days"], ["show", "1"], ["search", "red"], ["today"], ["search", "back\u202eward"]]
)
@pytest.mark.parametrize("how", [[], ["--plain"]])
def test_control_characters_never_reach_a_screen(run: Run, look: list[str], how: list[str]) -> None:
    run("log", "alcohol", "2", "--note", "-", stdin=HOSTILE.encode())
    shown = run(*look, *how)
    assert shown.code == 0, shown.err
    assert "red" in shown.out
    for mark in ("\x1b", "\x07", "\u202e", "\x9b", "\x00", "\u2028"):
        assert mark not in shown.out + shown.err


@pytest.mark.parametrize("look", [["days"], ["show", "1"], ["search", "red"], ["today"]])
def test_control_characters_are_escaped_in_data(run: Run, look: list[str]) -> None:
    run("log", "alcohol", "2", "--note", "-", stdin=HOSTILE.encode())
    data = run(*look, "--json").out
    assert "\\u001b[31m" in data
    assert "\\u202e" in data
    assert data.replace("\n", "").isascii()
    assert data.replace("\n", "").isprintable()
    json.loads(data)


def test_markup_and_emoji_codes_in_a_note_stay_as_typed(run: Run) -> None:
    run("log", "alcohol", "2", "--note", "[b]bold[/b] [/oops] :beer:")
    assert "[b]bold[/b] [/oops] :beer:" in run("show", "1").out


def test_an_event_is_as_harmless_as_a_note(run: Run) -> None:
    answer = run("event", "today", "pay\x1b[31mday\u202e")
    assert answer.code == 0, answer.err
    shown = answer.out + run("days").out + run("search", "pay").out + run("undo").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@given(st.lists(st.text(max_size=20), max_size=4))
def test_own_words_are_short_shown_as_they_are_and_each_once(texts: list[str]) -> None:
    try:
        words = arguments.parse_words(texts, "trigger")
    except UsageError:
        return
    assert len(set(words)) == len(words)
    assert all(word and "," not in word and " " not in word for word in words)
    assert all(word.isprintable() for word in words)


def range_of(given: dict[str, Any]) -> tuple[str, str]:
    """The first and the last day of what is given, on Monday, 23 November 2026."""
    app = AppContext(clock=lambda: 1_795_423_200)
    with app.open_journal() as journal:
        days = arguments.day_range(app, journal, **given)
    return date.fromordinal(days.start).isoformat(), date.fromordinal(days.end - 1).isoformat()


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ({"days": 1}, "2026-11-23", "2026-11-23"),
        ({"days": 30, "last": "2026-10-30"}, "2026-10-01", "2026-10-30"),
        ({"weeks": 1}, "2026-11-16", "2026-11-23"),
        ({"months": 1}, "2026-10-01", "2026-11-23"),
        ({"months": 1, "last": "2026-10-05"}, "2026-09-01", "2026-10-05"),
        ({}, "2026-09-28", "2026-11-23"),
        ({"first": "yesterday"}, "2026-11-22", "2026-11-23"),
        ({"first": "2026-11-01", "last": "2026-11-01"}, "2026-11-01", "2026-11-01"),
        ({"first": date(2026, 11, 1).toordinal(), "months": 3}, "2026-11-01", "2026-11-23"),
    ],
)
def test_days_are_named_by_their_ends_or_counted_back(
    home: Path, given: dict[str, Any], first: str, last: str
) -> None:
    assert range_of(given) == (first, last)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"weeks": 1, "months": 1}, "Either --weeks or --months, please."),
        ({"days": 3, "first": "yesterday"}, "Either --days or --from, please."),
        ({"first": "today", "last": "yesterday"}, "The first day lies after the last."),
        ({"first": ""}, "could not be read as a day or a time"),
    ],
)
def test_days_that_cannot_go_together_are_refused(
    home: Path, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(UsageError, match=sentence):
        range_of(given)


@pytest.mark.parametrize("command", ["trends", "calendar", "measures"])
def test_every_view_of_days_says_the_same_of_the_same_mistake(run: Run, command: str) -> None:
    late = run(command, "--from", "today", "--to", "yesterday")
    assert late.code == 2
    assert late.err == run("summary", "--since", "today", "--until", "yesterday").err
    assert run(command, "--from", "x").err == run("days", "--on", "x").err
