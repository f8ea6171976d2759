from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrjournal.store.file import Place, connect, open_file
from hrjournal.store.rows import FORGET_SEEN_TO
from support.keeping import RELEASED, make_release

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = [pytest.mark.slow, pytest.mark.copies]
Run = Callable[..., "Answer"]
HOSTILE = "\x1b[2J\u202ezq\x07 'quote' \u200b; DROP TABLE entry"
KILLED = """
import os, signal, sys
from hrjournal.cli import main
from hrjournal.store import keepsakes

def write(*given):
    os.kill(os.getpid(), signal.SIGKILL)

keepsakes.write = write
sys.argv = ["hrjournal", *sys.argv[1:]]
main()
"""


@pytest.fixture
def there(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in another home: `there(folder, "log", "beer")`."""

    def runner(folder: Path, *words: str, **given: Any) -> Answer:
        with monkeypatch.context() as patch:
            patch.setenv("HRJOURNAL_HOME", str(folder))
            return run(*words, **given)

    return runner


@pytest.fixture
def two(run: Run, there: Run, home: Path, tmp_path: Path) -> Path:
    """A journal, and a copy of it in which more was written; gives the copy."""
    run("log", "alcohol", "2", at="2026-11-20 21:00")
    run("event", "moved house", at="2026-11-21 12:00")
    run("reflect", "reason", "to rest", at="2026-11-21 12:05")
    other = tmp_path / "stick" / "journal.db"
    other.parent.mkdir()
    shutil.copy(home / "journal.db", other)
    there(other.parent, "edit", "2", "--note", "moved to the sea", at="2026-11-22 09:00")
    there(other.parent, "log", "cannabis", "1", "joint", "--note", HOSTILE, at="2026-11-22 10:00")
    there(other.parent, "reflect", "reason", "to sleep", at="2026-11-22 11:00")
    run("edit", "2", "--note", "moved to the hills", at="2026-11-22 08:00")
    run("delete", "1", at="2026-11-22 08:30")
    return other


def files(folder: Path) -> dict[Path, tuple[bytes, int]]:
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def data(answer: Answer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_another_copy_comes_in_and_is_left_as_it_is(run: Run, home: Path, two: Path) -> None:
    before = files(two.parent)
    answer = run("merge", str(two))
    assert (answer.code, answer.err) == (0, "")
    assert "New               1 record, 1 kept beside the days" in answer.out
    assert "moved to the sea" in answer.out
    assert "moved to the hills" in " ".join(answer.out.split())
    assert "To take all of it back: hrjournal undo" in " ".join(answer.out.split())
    assert files(two.parent) == before
    assert len(list((home / "journal.db.copies").glob("*.db"))) == 4  # of three days, and before
    days = run("days").out
    assert "moved to the sea" in days
    assert "Cannabis: 1 joint" in days
    assert "Alcohol" not in days
    assert "\x1b" not in answer.out + days
    assert run("doctor").code == 0


def test_a_second_time_nothing_is_written(run: Run, home: Path, two: Path) -> None:
    run("merge", str(two))
    before = files(home)
    answer = run("merge", str(two))
    assert "Nothing new is in that copy." in answer.out
    assert files(home) == before


def test_a_dry_run_shows_the_same_and_writes_nothing(run: Run, home: Path, two: Path) -> None:
    before = files(home)
    dry = data(run("merge", str(two), "--dry-run", "--json"))
    assert files(home) == before
    assert "This was a dry run. Nothing was written." in run("merge", str(two), "--dry-run").out
    real = data(run("merge", str(two), "--json"))
    assert dry | {"dry_run": False, "written": real["written"]} == real
    assert real["records"] == {
        "new": 1,
        "newer_there": 1,
        "deleted_there": 0,
        "newer_here": 0,
        "same": 0,
    }
    assert real["kept"]["new"] == 1
    (told,) = real["changed_in_both"]
    assert told["day"] == "Sat 21 Nov 2026"
    assert told["stands_from"] == "there"
    assert "moved to the sea" in told["stands"]
    assert "moved to the hills" in told["other"]


def test_a_merge_is_taken_back_as_a_whole(run: Run, two: Path) -> None:
    before = run("days").out
    run("merge", str(two))
    answer = run("undo")
    assert "Taken back: the last merge of another copy of your journal." in answer.out
    assert run("days").out == before


def test_the_discreet_view_masks_own_words(run: Run, two: Path) -> None:
    run("config", "discreet", "on")
    for form in ("", "--plain", "--json"):
        answer = run("merge", str(two), "--dry-run", *form.split())
        assert answer.code == 0
        for word in ("moved to", "hills", "zq", "quote"):
            assert word not in answer.out


def test_a_journal_that_is_not_there_yet_is_made_of_the_copy(
    run: Run, two: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HRJOURNAL_HOME", str(tmp_path / "new"))
    assert run("merge", str(two), "--dry-run").code == 0
    assert not (tmp_path / "new").exists()
    assert run("merge", str(tmp_path / "none.db")).code == 1
    assert not (tmp_path / "new").exists()
    assert run("merge", str(two)).code == 0
    assert "moved to the sea" in run("days").out


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_a_copy_of_every_release_comes_in(run: Run, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "stick" / "older.db"
    make_release(path, other)
    before = files(tmp_path)
    found = data(run("merge", str(other), "--json"))
    assert found["records"]["new"] == 4
    assert {path: kept for path, kept in files(tmp_path).items() if path in before} == before
    assert data(run("merge", str(other), "--json"))["written"] == 0


def test_what_is_no_other_copy_is_refused_and_nothing_is_made(
    run: Run, home: Path, two: Path, tmp_path: Path
) -> None:
    whole = two.read_bytes()
    newer = bytearray(whole)
    newer[60:64] = (99).to_bytes(4, "big")
    link = tmp_path / "link.db"
    link.symlink_to(home / "journal.db")
    given: dict[str, bytes] = {
        "text.db": b"Dear diary",
        "empty.db": b"",
        "foreign.db": whole[:68] + b"abcd" + whole[72:],
        "newer.db": bytes(newer),
        "cut.db": whole[:8000],
        "torn.db": whole[:4096] + bytes(len(whole) - 4096),
    }
    for name, content in given.items():
        (tmp_path / name).write_bytes(content)
    said = {}
    before = files(tmp_path)
    for file in (*given, "none.db", "stick", "link.db", "home/journal.db"):
        answer = run("merge", str(tmp_path / file))
        assert (answer.code, answer.out) == (1, ""), file
        assert answer.err.count("\n") == 1, file
        said[file] = answer.err
    assert files(tmp_path) == before
    assert "is not a journal" in said["text.db"] + said["empty.db"]
    assert "is not a journal" in said["foreign.db"]
    assert "newer hrjournal" in said["newer.db"]
    assert "is damaged" in said["cut.db"]
    assert "is damaged" in said["torn.db"]
    assert "no such file" in said["none.db"] + said["stick"]
    assert "your journal itself" in said["link.db"]
    assert "your journal itself" in said["home/journal.db"]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entry SET note='other words'",
        "UPDATE entry SET uid=NULL",
        "UPDATE keepsake SET former='x'",
        "UPDATE substance SET name='x'",
        "DROP TABLE tombstone",
        "INSERT INTO tombstone VALUES (1, 'entry', 9000000000000000000, 0)",
    ],
)
def test_a_copy_that_is_not_as_it_was_written_is_refused(
    run: Run, home: Path, two: Path, change: str
) -> None:
    with closing(open_file(Place(two), two, encrypted=False)) as connection:
        connection.execute(change)
    before = files(home)
    answer = run("merge", str(two))
    assert (answer.code, answer.out) == (1, "")
    assert "Nothing was merged" in answer.err
    assert files(home) == before


def test_two_journals_without_a_common_record_are_asked_about(
    run: Run, tell: Run, there: Run, home: Path, tmp_path: Path
) -> None:
    run("log", "alcohol", "2")
    other = tmp_path / "other" / "journal.db"
    there(other.parent, "log", "cannabis", "1", "joint")
    before = files(home)
    answer = run("merge", str(other))
    assert answer.code == 1
    assert "no record in common" in answer.err
    assert "add --yes" in answer.err
    assert "no record in common" in run("merge", str(other), "--dry-run").out.replace("\n", " ")
    answer = tell("merge", str(other), answers=("n",))
    assert "no record in common" in answer.out
    assert "Nothing was merged." in answer.out + answer.err
    assert files(home) == before
    assert tell("merge", str(other), answers=("y",)).code == 0
    assert "Cannabis" in run("days").out
    assert "common" not in run("merge", str(other)).out


def test_small_wins_are_those_of_the_records_after_a_merge(
    run: Run, there: Run, home: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other" / "journal.db"
    other.parent.mkdir()
    for day in range(1, 23):
        at = f"2026-11-{day:02} 21:00"
        run("log", "alcohol", str(1 + (30 - day) // 4), "--trigger", "stress", at=at)
        if day == 8:
            shutil.copy(home / "journal.db", other)
        if day > 8:
            there(other.parent, "step", "water-between", at=at)
    run("wins")
    run("merge", str(other))
    run("wins")
    found = _wins(home)
    with closing(connect(Place(home / "journal.db"), write=True)) as connection:
        connection.execute("DELETE FROM win")
        connection.execute("DELETE FROM verdict")
        connection.execute(FORGET_SEEN_TO)
    run("wins")
    assert found == _wins(home)
    assert found


def _wins(home: Path) -> list[str]:
    with closing(connect(Place(home / "journal.db"), write=False)) as connection:
        wins = connection.execute("SELECT * FROM win").fetchall()
        verdicts = connection.execute("SELECT * FROM verdict").fetchall()
        return sorted(str(row[1:-1]) for row in wins) + sorted(map(str, verdicts))


def test_killed_in_the_middle_it_leaves_the_journal_as_it_was(
    run: Run, home: Path, two: Path
) -> None:
    before = run("export", "csv", "-").out
    program = [sys.executable, "-c", KILLED, "merge", str(two)]
    killed = subprocess.run(program, env=os.environ, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert run("export", "csv", "-").out == before
    assert run("merge", str(two)).code == 0
    assert run("doctor").code == 0
