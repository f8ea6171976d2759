"""A word typed into every command and field: where nobody should find it, it is not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrjournal.cli.system.passphrase import VARIABLE

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
WORD = "zqmarker"
DAY = "2026-11-23"
WRITTEN = (
    ("log", "--new", f"{WORD} dust", "2", "--note", WORD, "--with", WORD, "--gave", WORD),
    ("log", "alcohol", "2", "--after", WORD, "--trigger", f"{WORD} x", "--coping", f"{WORD} y"),
    ("log", "beer", "500ml", "--route", WORD, "--step", f"{WORD} z", "--new"),
    ("urge", "7", "--note", WORD, "--gave", WORD, "--after", WORD, "--with", WORD),
    ("checkin", "--mood", "6", "--trigger", WORD, "--note", WORD),
    ("step", "--new", f"{WORD} s", "--note", WORD),
    ("good", f"{WORD} sun"),
    ("event", f"{WORD} day"),
    ("none", "cannabis", "--note", WORD),
    ("edit", "2", "--note", f"{WORD} more"),
    ("contact", WORD, f"{WORD} 555"),
    ("session", "2026-11-25", "10:00", "--with", WORD),
    ("session", "talk", WORD),
    ("session", "agreed", WORD),
    ("goal", "add", f"{WORD} more"),
    ("goal", "change", "5", f"call {WORD} twice a week"),
    ("goal", "rate", "5", "7"),
    ("reflect", "reason", f"{WORD} reason"),
    ("reflect", "question", "--answer", WORD),
    ("substances", "alias", "alcohol", f"{WORD}a"),
    ("substances", "serving", f"{WORD} can", "5%", "500ml"),
    ("substances", "rename", "cannabis", f"{WORD} green"),
)
READ = (
    ("today",),
    ("days",),
    ("show", "2"),
    ("search", WORD),
    ("trends",),
    ("calendar",),
    ("wins",),
    ("measures",),
    ("patterns",),
    ("patterns", "--all"),
    ("notices",),
    ("coping",),
    ("reflect", "list"),
    ("session", "list"),
    ("session", "agreed"),
    ("goal",),
    ("goal", "list", "--all"),
    ("goal", "review"),
    ("substances",),
    *(("export", kind, "-") for kind in ("json", "csv")),
    *(("summary", "--json"), ("summary", "--preview", "--include", "notes")),
    *(("backup",), ("undo",), ("delete", "1"), ("delete", "2", "--for-good")),
    *(("doctor",), ("restore", "1", "--yes"), ("doctor",)),
)
FORGET = (
    *(("delete", str(number), "--for-good") for number in range(1, 10)),
    *(("contact", "--remove", "1", "--for-good"), ("session", "--remove", "2", "--for-good")),
    ("session", "talk", "--remove", "3", "--for-good"),
    ("session", "agreed", "--remove", "4", "--for-good"),
    ("goal", "end", "5", "--for-good"),
    *(("reflect", "delete", number, "--for-good") for number in "89"),
    ("substances", "serving", "--remove", f"{WORD} can"),
    ("substances", "remove", f"{WORD} dust", "--yes"),
    ("substances", "remove", "alcohol", "--yes"),
    ("substances", "remove", f"{WORD} green", "--yes"),
)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that every program was given that was started from here."""
    started: list[str] = []
    begin = subprocess.Popen.__init__

    def noted(self: Any, args: Any, *rest: Any, **more: Any) -> None:
        started.append(repr((args, more.get("env"))))
        begin(self, args, *rest, **more)

    monkeypatch.setattr(subprocess.Popen, "__init__", noted)
    return started


def holding(folder: Path) -> list[str]:
    """Every file under a folder that holds the word, as it may lie on a disk."""
    forms = [WORD.encode(), WORD.upper().encode(), WORD.encode("utf-16-le")]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(one in path.read_bytes() for one in forms)]


def write_all(run: Run) -> str:
    """Writes the word into every field there is; gives all that went to stderr."""
    said = ""
    for minute, words in enumerate(WRITTEN):
        told = run(*words, at=f"{DAY} 09:{minute:02}", stdin=b"")
        assert told.code == 0 or "already means" in told.err, (words, told)
        said += told.err
    return said


def test_encrypted_the_word_is_in_no_file_and_no_child_and_no_complaint(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, children: list[str]
) -> None:
    pytest.importorskip("sqlcipher3")
    write_all(run)
    assert run("backup", at=f"{DAY} 09:40").code == 0
    assert len(holding(home)) == 2  # the journal and its copy: the word is where it is looked for
    monkeypatch.setenv(VARIABLE, "four old brown horses")
    assert run("encrypt", "--yes", at=f"{DAY} 09:50").code == 0
    assert holding(home) == []
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("HRJOURNAL_PASSPHRASE_COMMAND", "echo four old brown horses")
    said = write_all(run).replace(f'"{WORD}a" already means', "")
    for words in READ:
        told = run(*words, at=f"{DAY} 10:00")
        assert told.code == 0, (words, told)
        said += told.err
    assert holding(home) == []
    assert WORD not in said
    assert children
    assert WORD not in "".join(children)


def test_what_is_forgotten_for_good_is_in_no_file(run: Run, home: Path) -> None:
    write_all(run)
    assert run("backup", at=f"{DAY} 09:40").code == 0
    assert len(holding(home)) == 2
    for minute, words in enumerate(FORGET):
        told = run(*words, at=f"{DAY} 10:{minute:02}")
        assert told.code == 0, (words, told)
    assert holding(home) == []
