from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
ALWAYS_HEAVY: Final = ("rich", "sqlite_utils", "platformdirs", "zoneinfo", "pydantic")
LIST: Final = "import json, sys; print(json.dumps(sorted(sys.modules)))"
LOG: Final = """
import sys
from hrjournal.cli.app import run
from hrjournal.cli.app import app
sys.argv = ["hrjournal", "log", "alcohol", "2"]
run(app)
loaded = sorted(sys.modules)
import json
print(json.dumps(loaded))
"""
START: Final = """
import sys
from hrjournal.cli import main
sys.argv = ["hrjournal", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert end.code == 0
loaded = sorted(sys.modules)
import json
print(json.dumps(loaded))
"""


def loaded_by(place: Path, script: str, *words: str) -> set[str]:
    """The libraries that a program has loaded at its end, as its last line says."""
    there = f"import sys; sys.path.insert(0, {str(place)!r})\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", there + script, *words],
        check=True,
        capture_output=True,
        text=True,
        env=dict(os.environ),
    )
    names: list[str] = json.loads(done.stdout.splitlines()[-1])
    return set(names)


def test_opening_the_door_loads_no_library(installed: Path) -> None:
    loaded = loaded_by(installed, f"import hrjournal.cli\n{LIST}")
    assert "hrjournal.cli" in loaded
    assert loaded & {*ALWAYS_HEAVY, "sqlite3", "typer"} == set()


def test_opening_the_program_loads_no_store_and_no_ink(installed: Path) -> None:
    loaded = loaded_by(installed, f"import hrjournal.cli.app\n{LIST}")
    assert loaded & {"rich", "sqlite_utils", "platformdirs", "zoneinfo"} == set()


def test_a_log_through_the_whole_program_loads_what_it_needs(
    run: Run, home: Path, installed: Path
) -> None:
    assert run("log", "alcohol", "1").code == 0
    loaded = loaded_by(installed, LOG)
    assert "hrjournal.store.journal" in loaded
    assert loaded & {*ALWAYS_HEAVY, "hashlib", "csv"} == set()


@pytest.mark.parametrize(
    "words", [["alcohol", "2"], ["cannabis", "?", "--mood", "6", "--note=fine"], ["beer", "2"]]
)
def test_a_plain_log_loads_next_to_nothing(
    run: Run, home: Path, installed: Path, words: list[str]
) -> None:
    assert run("log", "alcohol", "1").code == 0
    loaded = loaded_by(installed, START, "log", *words)
    assert "hrjournal.store.journal" in loaded
    unneeded = {*ALWAYS_HEAVY, "typer", "hashlib", "csv", "dataclasses", "inspect", "tomllib"}
    assert loaded & unneeded == set()


@pytest.mark.parametrize("at", ["yesterday", "2026-11-20 22:30", "yesterday 22:30", "2 hours ago"])
def test_a_plain_time_loads_no_words_of_other_languages(
    run: Run, home: Path, installed: Path, at: str
) -> None:
    assert run("log", "alcohol", "1").code == 0
    loaded = loaded_by(installed, START, "log", "alcohol", "2", "--at", at)
    assert "hrjournal.domain.time.parse_moment" in loaded
    unneeded = {*ALWAYS_HEAVY, "hrjournal.content.words.times", "hrjournal.domain.time.vocabulary"}
    assert loaded & unneeded == set()


@pytest.mark.parametrize(
    "line",
    [
        *("checkin 6", "checkin 4 stress --sleep 7h30", "urge 7 alcohol rode it out"),
        *("urge 7 --minutes 20", "step water", "good sun 8", "again"),
    ],
)
def test_quick_words_load_no_command_line(run: Run, home: Path, installed: Path, line: str) -> None:
    assert run("log", "alcohol", "1").code == 0
    loaded = loaded_by(installed, START, *line.split())
    unneeded = {*ALWAYS_HEAVY, "typer", "hashlib", "csv", "dataclasses", "inspect", "tomllib"}
    assert loaded & unneeded == set()


@pytest.mark.parametrize(
    "line",
    [
        *("", "today --json", "days", "search alc", "trends --weeks 12", "calendar", "wins --all"),
        *("--plain", "undo"),
    ],
)
def test_looking_or_going_back_loads_no_command_line_and_no_console(
    run: Run, home: Path, installed: Path, line: str
) -> None:
    assert run("log", "alcohol", "1").code == 0
    assert run("goal", "add", "at most 2 drinks a day").code == 0
    loaded = loaded_by(installed, START, *line.split())
    assert "hrjournal.store.journal" in loaded
    unneeded = {*ALWAYS_HEAVY, "typer", "inspect", "dataclasses", "rich.console", "rich.text"}
    assert loaded & (unneeded - {"rich"}) == set()


@pytest.mark.parametrize("form", ["--json", "--plain"])
def test_trends_for_programs_and_ears_load_no_ink(
    run: Run, home: Path, installed: Path, form: str
) -> None:
    assert run("log", "alcohol", "1").code == 0
    assert loaded_by(installed, START, "trends", form) & {"rich", "rich.cells", "tomllib"} == set()
