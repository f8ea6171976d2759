"""Which commands are killed and troubled: one row each, with the journal that it finds."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.cli.system.passphrase import VARIABLE
from hrjournal.store.file import APPLICATION_ID
from support.places import TESTS

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
NOW = datetime.now()
DAYS = [f"{NOW - timedelta(days=back):%Y-%m-%d}" for back in range(6)]
LONG = "zażółć gęślą jaźń " * 400  # several pages of the file


class HarnessRow(NamedTuple):
    """A command; `{home}` in its words is the folder of the journal."""

    name: str
    words: tuple[str, ...]
    ack: str  # what it says once it is done
    prepare: Callable[[Run, Path], None]
    typed: tuple[str, ...] = ()  # passphrases: what opens it before, and what opens it then


def some_records(run: Run, home: Path) -> None:
    """Records, long notes, something kept, a deleted one, and three files to import."""
    for number, day in enumerate(DAYS[:0:-1], 1):
        run("log", "alcohol", str(number), "--note", f"{number} {LONG}", at=f"{day} 20:00")
    run("log", "cannabis", "1", at=f"{DAYS[1]} 21:00")
    run("reflect", "reason", "My sister.", at=f"{DAYS[1]} 21:00")
    run("export", "json", str(home / "other.json"))
    run("export", "csv", str(home / "own.csv"))
    rows = "".join(f"{day},{number},{LONG}\n" for number, day in enumerate(DAYS[1:], 6))
    (home / "diary.csv").write_text(f"day,drinks,note\n{rows}", encoding="utf-8")
    run("delete", "2", "--for-good", at=f"{DAYS[1]} 22:00")
    run("delete", "3", at=f"{DAYS[1]} 22:00")


def first_release(run: Run, home: Path) -> None:
    """The file of the first release, which is brought up to date after a copy."""
    home.mkdir(mode=0o700)
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        text = (TESTS / "store" / "released" / "v1.sql").read_text(encoding="utf-8")
        connection.executescript(text)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute("PRAGMA user_version=1")


def two_copies(run: Run, home: Path) -> None:
    """Records, a copy of them, and something that was written since."""
    some_records(run, home)
    run("backup", at=f"{DAYS[1]} 22:30")
    run("log", "alcohol", "9", "--note", LONG, at=f"{DAYS[1]} 23:00")


def another_journal(run: Run, home: Path) -> None:
    """Records, and another copy of the journal in which more was written and deleted."""
    some_records(run, home)
    other = home / "stick" / "journal.db"
    other.parent.mkdir(mode=0o700)
    shutil.copy(home / "journal.db", other)
    at = f"{DAYS[1]} 23:00"
    run("--db", str(other), "log", "alcohol", "9", "--note", LONG, at=at)
    run("--db", str(other), "edit", "4", "--note", "there", at=at)
    run("--db", str(other), "delete", "5", at=at)
    run("edit", "6", "--note", "here", at=at)


def one_copy(run: Run, home: Path) -> None:
    """Two records with long notes, and a copy of the first."""
    run("log", "alcohol", "1", "--note", f"1 {LONG}", at=f"{DAYS[1]} 21:00")
    run("log", "alcohol", "2", "--note", f"2 {LONG}", at=f"{DAYS[1]} 22:00")


def locked(run: Run, home: Path) -> None:
    """Records and a copy of them, encrypted: to open one takes longer than all else."""
    one_copy(run, home)
    os.environ[VARIABLE] = OLD
    assert run("encrypt", "--yes", at=f"{DAYS[1]} 23:30").code == 0


def nothing(run: Run, home: Path) -> None:
    """No journal yet."""
    home.mkdir(mode=0o700)


OLD, NEW = "four old brown horses", "five new white horses"
TYPED = ("--passphrase-fd", "0")
LOG = ("log", "alcohol", "2", "--note", LONG, "--at", f"{DAYS[1]} 22:00")
# An import makes a copy of the journal first, and so does a migration.
CSV = ("import", "csv", "{home}/diary.csv", "--date", "day", "--amount", "drinks")
ROWS = (
    HarnessRow("log", LOG, "Saved #", some_records),
    HarnessRow("first log", LOG, "Saved #", nothing),
    HarnessRow("edit", ("edit", "4", "--note", "short"), "Changed #", some_records),
    HarnessRow("delete", ("delete", "4", "--for-good"), "Deleted #", some_records),
    HarnessRow("agreed", ("session", "agreed", LONG), "Saved ", some_records),
    HarnessRow("goal", ("goal", "add", "alcohol 10 drinks a week"), "Saved ", some_records),
    HarnessRow("import json", ("import", "json", "{home}/other.json"), "Saved", some_records),
    HarnessRow("import own csv", ("import", "csv", "{home}/own.csv"), "Saved", some_records),
    HarnessRow(
        "import csv",
        (*CSV, "--note", "note", "--substance", "=alcohol"),
        "Saved",
        some_records,
    ),
    HarnessRow("restore", ("restore", "1", "--yes"), "back", two_copies),
    HarnessRow("merge", ("merge", "{home}/stick/journal.db", "--yes"), "Merge", another_journal),
    HarnessRow("remove", ("substances", "remove", "cannabis", "--yes"), "is gone", some_records),
    HarnessRow("encrypt", (*TYPED, "encrypt", "--yes"), "encrypted", one_copy, (NEW,)),
    HarnessRow(
        "change", (*TYPED, "encrypt", "--change", "--yes"), "opened by the new", locked, (OLD, NEW)
    ),
    HarnessRow("decrypt", (*TYPED, "encrypt", "--off", "--yes"), "any more", locked, (OLD,)),
    HarnessRow("locked log", (*TYPED, *LOG), "Saved #", locked, (OLD,)),
    HarnessRow("migration", LOG, "Saved #", first_release),
)
