"""The emergency card comes whatever state the journal is in, and touches nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
START: Final = "import sys; from hrjournal.cli import main; sys.argv[0] = 'hrjournal'; main()"
LANGUAGE: Final = ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that says nothing of a country."""
    for name in LANGUAGE:
        monkeypatch.delenv(name, raising=False)


def started(place: Path, *words: str, **changed: str | None) -> subprocess.CompletedProcess[str]:
    """A run of its own, in an environment with changes; None takes a name out of it."""
    environment = {**os.environ, "HRJOURNAL_HOME": str(place / "home"), **changed}
    return subprocess.run(
        [sys.executable, "-I", "-c", START, *(words or ("sos",))],
        check=False,
        capture_output=True,
        text=True,
        cwd=place,
        env={name: value for name, value in environment.items() if value is not None},
        stdin=subprocess.DEVNULL,
        timeout=30,
    )


def lying(place: Path) -> dict[str, tuple[int, float, bytes]]:
    """Everything under a folder, with mode, time and content."""
    return {
        str(path.relative_to(place)): (
            path.lstat().st_mode,
            path.lstat().st_mtime,
            path.read_bytes() if path.is_file() and not path.is_symlink() else b"",
        )
        for path in sorted(place.rglob("*"))
    }


def no_journal(_: Path) -> None:
    """Nothing was ever written."""


def damaged(home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


def empty(home: Path) -> None:
    home.mkdir()
    (home / "journal.db").touch()


def folder_in_its_place(home: Path) -> None:
    (home / "journal.db").mkdir(parents=True)


def pipe_in_its_place(home: Path) -> None:
    home.mkdir()
    os.mkfifo(home / "journal.db")


def home_is_a_file(home: Path) -> None:
    home.write_text("not a folder", encoding="utf-8")


def home_is_a_loop(home: Path) -> None:
    home.symlink_to(home)


def home_that_nobody_may_read(home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"secret")
    (home / "journal.db").chmod(0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "state",
    [
        *(no_journal, damaged, empty, folder_in_its_place, pipe_in_its_place),
        *(home_is_a_file, home_is_a_loop, home_that_nobody_may_read),
    ],
    ids=lambda state: state.__name__,
)
def test_the_card_comes_and_nothing_is_changed(
    tmp_path: Path, state: Callable[[Path], None]
) -> None:
    state(tmp_path / "home")
    before = lying(tmp_path)
    done = started(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Call your emergency number now.\nUS and Canada 911, UK 999,")
    assert lying(tmp_path) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "changed",
    [
        {"HRJOURNAL_HOME": None, "HOME": None},
        {"HRJOURNAL_HOME": None, "HOME": "/nowhere/at/all"},
        {"HRJOURNAL_HOME": "/nowhere/at/all"},
        {"HRJOURNAL_HOME": "/dev/null"},
        {"HRJOURNAL_HOME": "x" * 5000},
        {"HRJOURNAL_HOME": "~\udcff"},
        {"PATH": "", "TZ": "Nowhere/Land", "TERM": None, "COLUMNS": "x"},
    ],
    ids=str,
)
def test_the_card_comes_in_any_environment(tmp_path: Path, changed: dict[str, str | None]) -> None:
    done = started(tmp_path, **changed)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Call your emergency number now.")
    assert lying(tmp_path) == {}


def test_the_card_comes_from_a_folder_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"import os, shutil; shutil.rmtree({str(gone)!r}); {START}"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script, "sos"],
        check=False,
        capture_output=True,
        text=True,
        cwd=gone,
        env={**os.environ, "HRJOURNAL_HOME": "home"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Call your emergency number now.")


def test_the_card_waits_for_nobody_who_writes(run: Run, home: Path) -> None:
    run("config", "country", "GB")
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = run("sos")
        other.execute("ROLLBACK")
    assert answer.code == 0
    assert answer.out.startswith("Call your emergency number now.")
    assert run("sos").out.startswith("Call 999 now.")


def test_the_short_way_says_what_the_library_says(run: Run, home: Path, tmp_path: Path) -> None:
    run("config", "country", "GB")
    shutil.copytree(home, tmp_path / "copy" / "home")
    done = started(tmp_path / "copy")
    assert done.stdout == run("sos").out


def test_the_card_starts_light(tmp_path: Path, installed: Path) -> None:
    path = f"import sys; sys.path.insert(0, {str(installed)!r}); "
    script = path + START.replace("; main()", "\ntry:\n    main()\nexcept SystemExit:\n    pass\n")
    listing = "sys.stdout.write('|' + ' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-I", "-c", script + listing, "sos"],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "HRJOURNAL_HOME": str(tmp_path / "home")},
    )
    loaded = set(done.stdout.rpartition("|")[2].split())
    assert "hrjournal.pages.safety.sos" in loaded
    heavy = {"typer", "rich", "tomllib", "sqlite_utils", "platformdirs", "inspect", "dataclasses"}
    assert loaded & heavy == set()
