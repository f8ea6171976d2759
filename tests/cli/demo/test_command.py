from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.cli.demo.sample_journal import program

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
MOST_LINES: Final = 60
DAYS: Final = [str(date(2026, 11, 28) + timedelta(days=97 * number)) for number in range(5)]


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS)
def test_it_shows_four_pages_in_short_and_leaves_nothing(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    answer = run("demo", at=f"{day} 10:00")
    assert (answer.code, answer.err) == (0, "")
    lines = answer.out.splitlines()
    assert [line.split()[2] for line in lines if line.startswith("$ hrjournal")] == [
        *("today", "trends", "wins", "calendar"),
    ]
    assert "lighter" in answer.out
    assert len(lines) <= MOST_LINES
    assert list(tmp_path.iterdir()) == []
    assert not home.exists()


def test_a_command_can_be_tried_on_it(run: Run, home: Path) -> None:
    answer = run("demo", "trends", "cannabis", "--weeks", "3", "--plain")
    assert answer.code == 0
    assert "Cannabis" in answer.out
    assert "Alcohol" not in answer.out
    assert not home.exists()


def test_what_it_says_to_type_is_what_was_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "bin of mine" / "hrjournal"
    here.parent.mkdir()
    here.write_text("#!/bin/sh\n")
    here.chmod(0o755)
    monkeypatch.setattr(sys, "argv", [str(here)])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program() == f"'{here}'"
    monkeypatch.setenv("PATH", str(here.parent))
    assert program() == "hrjournal"


def test_a_start_that_is_not_there_is_said_as_it_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["/gone/sh"])  # while another `sh` can be found
    assert program() == "/gone/sh"
