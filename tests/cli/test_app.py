from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.cli.app import app
from hrjournal.cli.app import run as run_program
from hrjournal.cli.errors import run_reporting_errors

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Start = Callable[..., str]


@pytest.fixture
def start(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Start:
    """Starts the program as a shell would, with the clock of today; gives what it said."""

    def starter(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["hrjournal", *words])
        capsys.readouterr()
        assert run_reporting_errors(lambda: run_program(app)) == 0
        return capsys.readouterr().out

    return starter


def test_it_says_which_version_it_is(start: Start) -> None:
    assert start("--version") == f"hrjournal {version('hrjournal')}\n"


def test_the_plain_option_works_in_front_and_behind(start: Start) -> None:
    assert start("--plain", "config") == start("config", "--plain") != start("config")


def test_a_journal_can_lie_at_another_place(start: Start, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    start("--db", str(other), "checkin", "--mood", "6")
    assert other.exists()
    assert not home.exists()
    assert "mood 6" in start("--db", str(other), "days")


def test_help_has_a_short_name(run: Run) -> None:
    assert run("-h") == run("--help")
    assert run("log", "-h") == run("log", "--help")


def started(*words: str) -> subprocess.CompletedProcess[str]:
    """Runs the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "hrjournal", *words],
        capture_output=True,
        text=True,
        check=False,
        env=dict(os.environ),
    )


def test_a_process_says_all_of_it_and_ends_with_its_code(run: Run) -> None:
    run("log", "alcohol", "2")
    done = started("summary", "--as", "html")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("</html>\n")
    assert done.stdout.count("\n") > 100
    assert started("log", "alcohol", "2", "--nonsense").returncode == 2
    assert started("log", "alcohol", "nonsense").returncode == 1
    assert started("show", "999").returncode == 1
    assert started("show", "999").stderr.count("\n") == 1


def test_a_reader_that_has_gone_is_no_trouble(run: Run) -> None:
    run("log", "alcohol", "2")
    with subprocess.Popen(
        [sys.executable, "-m", "hrjournal", "summary", "--as", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1
