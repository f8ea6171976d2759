from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]
TYPED = (
    *("hrjournal log beer 3", "hrj", "hrj log beer 3", "/usr/bin/hrj today", "TZ=UTC hrj days"),
    *("ls | hrj log", "cd /tmp; hrjournal today", " echo hidden", "(hrj)"),
)
KEPT = ("ls -l", "echo hrjx", "cat a-hrj-b")


def test_it_fits_on_a_screen_and_tells_what_is_so(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRJOURNAL_HOME", "/tmp/h")  # noqa: S108 - a short name; nothing is made
    answer = run("privacy")
    assert answer.code == 0
    assert len(answer.out.splitlines()) <= 24
    assert "(nothing there yet)" in answer.out


def test_it_opens_nothing_and_counts_copies(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    (home / "journal.db.copies").mkdir(0o700, exist_ok=True)
    shutil.copy(home / "journal.db", home / "journal.db.copies" / "20261123-080000.db")
    data = json.loads(run("privacy", "--json").out)
    assert data == {
        "path": str(home / "journal.db"),
        "there": True,
        "private": True,
        "encrypted": False,
        "copies": 2,
        "lines": 0,
    }
    (home / "journal.db").chmod(0o644)
    assert json.loads(run("privacy", "--json").out)["private"] is False


def part(run: Run, shell: str) -> str:
    """The lines for one shell."""
    _, _, rest = run("privacy", "--shell").out.partition(f"# --- {shell}")
    lines, _, _ = rest.partition("# --- ")
    return lines.partition("\n")[2]


def test_the_lines_are_ready_to_paste(run: Run) -> None:
    answer = run("privacy", "--shell")
    assert answer.code == 0
    assert all(len(line) <= 100 for line in answer.out.splitlines())
    assert [line for line in answer.out.splitlines() if line.startswith("# --- ")] == [
        "# --- bash: ~/.bashrc ---",
        "# --- zsh: ~/.zshrc ---",
        "# --- fish 4: ~/.config/fish/config.fish (before fish 4, begin the line with a space) ---",
    ]


def remembered(words: list[str], script: str, folder: Path, typed: tuple[str, ...]) -> str:
    """What a shell with these lines keeps of what is typed."""
    history = folder / "history"
    subprocess.run(
        words,
        input=script + "".join(f"{line}\n" for line in typed),
        text=True,
        check=False,
        capture_output=True,
        env={"HISTFILE": str(history), "PATH": "/nowhere", "HOME": str(folder), "TERM": "dumb"},
        timeout=60,
    )
    return history.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_keeps_none_of_it(run: Run, tmp_path: Path) -> None:
    shell = str(shutil.which("bash"))
    script = part(run, "bash") + "history -c\n"
    kept = remembered(
        [shell, "--norc", "--noprofile", "-i", "-o", "history"], script, tmp_path, TYPED + KEPT
    )
    assert kept.splitlines()[-len(KEPT) :] == list(KEPT)
    assert not any(line in kept.splitlines() for line in TYPED)


def let_through(words: list[str], script: str, folder: Path) -> list[str]:
    """The lines that a shell's own question about them, asked of each, lets into its history."""
    done = subprocess.run(
        words,
        input=script,
        text=True,
        check=True,
        capture_output=True,
        env={"HOME": str(folder), "PATH": "/usr/bin:/bin"},
        timeout=60,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_keeps_none_of_it(run: Run, tmp_path: Path) -> None:
    lines = [line for line in TYPED + KEPT if not line.startswith(" ")]
    asked = [f"_hrjournal_history '{line}'$'\\n' && print -r -- '{line}'" for line in lines]
    script = "\n".join([part(run, "zsh"), *asked, "true\n"])
    assert let_through([str(shutil.which("zsh")), "-f"], script, tmp_path) == list(KEPT)
    assert "setopt HIST_IGNORE_SPACE" in script


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_keeps_none_of_it(run: Run, tmp_path: Path) -> None:
    asked = [f"fish_should_add_to_history '{line}'; and echo '{line}'" for line in TYPED + KEPT]
    script = "\n".join([part(run, "fish"), *asked, "true\n"])
    assert let_through([str(shutil.which("fish")), "--no-config"], script, tmp_path) == list(KEPT)
