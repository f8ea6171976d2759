"""The short way of `log` and the command-line library understand a line alike."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.cli import lazy, main, use
from hrjournal.cli.calm import calmly
from hrjournal.cli.program import app
from hrjournal.cli.session import Session
from hrjournal.cli.swift import log_of
from hrjournal.cli.use import Said

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
PARTS = st.sampled_from(
    [
        *("alcohol", "2", "?", "~3", "2-4", "500ml", "5%", "", " ", "log", "=", "a=b", "-", "--"),
        *("--at", "--at=22:30", "--mood", "--mood=6", "--mood=", "--urge", "6", "06", "11", "-3"),
        *("--trigger", "--trigger=a,b", "--step", "--coping", "--route", "--with", "--with=Kim"),
        *("--spend", "--note", "--note=-", "--note=", "--planned", "--planned=1", "--new"),
        *("--write", "--help", "-h", "--plain", "--no", "--mo", "--n", "-x", "-2", "٣", "--mood=٣"),
    ]
)
LINES = st.lists(PARTS, max_size=7)


def said_by_typer(words: list[str], monkeypatch: pytest.MonkeyPatch) -> Said | None:
    """What `log` is handed when the command-line library reads the line, or None if it refuses."""
    handed: list[Said] = []
    with monkeypatch.context() as patch:
        patch.setattr(use, "log", lambda _, given: handed.append(given))
        patch.setattr(sys, "argv", ["hrjournal", *words])
        patch.setattr(sys, "stdout", io.StringIO())
        patch.setattr(sys, "stderr", io.StringIO())
        calmly(lambda: lazy.run(app, Session()))
    return handed[0] if handed else None


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES)
def test_what_the_short_way_takes_is_what_the_library_reads(
    monkeypatch: pytest.MonkeyPatch, line: list[str]
) -> None:
    words = ["log", *line]
    swift = log_of(words)
    if swift is not None:
        assert swift[1] == said_by_typer(words, monkeypatch)


@pytest.mark.parametrize(
    "line",
    [
        "log alcohol 2",
        "log beer 500ml 5% --at 22:30",
        "log alcohol 2 --mood 6 --urge=0 --trigger a --trigger=b --step ate --coping walk",
        "log cannabis ? --route oral --with alone --spend 3 --planned --new --note fine",
        "--db other.db log alcohol 2",
    ],
)
def test_a_plain_line_takes_the_short_way(line: str) -> None:
    assert log_of(line.split()) is not None


@pytest.mark.parametrize(
    "line",
    [
        *("log", "log --mood 6", "log --help", "log alcohol 2 --write", "days", "--plain log a 2"),
        *("log alcohol --mood 11", "log alcohol --mood", "log alcohol --nope", "log -- alcohol -2"),
        *("checkin --note log", "--debug log alcohol 2", "log alcohol --planned=yes", ""),
    ],
)
def test_every_other_line_is_left_to_the_library(line: str) -> None:
    assert log_of(line.split()) is None


def test_another_place_can_be_named_in_front(tmp_path: Path) -> None:
    found = log_of(["--db", str(tmp_path / "other.db"), "log", "alcohol", "2"])
    assert found is not None
    assert found[0].place.path == tmp_path / "other.db"


@pytest.mark.parametrize(
    ("line", "code"), [("log alcohol 2", 0), ("log alcohol nonsense", 2), ("log", 2)]
)
def test_both_ways_answer_alike(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    line: str,
    code: int,
) -> None:
    monkeypatch.setattr(sys, "argv", ["hrjournal", *line.split()])
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setattr(Session, "asking", False)
    monkeypatch.setattr(Session, "instant", 1_795_423_200)
    with pytest.raises(SystemExit) as ended:
        main()
    short = capsys.readouterr()
    if (home / "journal.db").exists():
        (home / "journal.db").unlink()
    assert calmly(lambda: lazy.run(app, Session())) == code == ended.value.code
    assert capsys.readouterr() == short
