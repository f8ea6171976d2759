from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hrjournal.store.file import HOT_JOURNAL
from hrjournal.store.rows import INSERT_SETTING, digest

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]


def digests(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Everything in a folder: its rights, when it changed, and a digest of its bytes."""
    found = {}
    for path in (folder, *folder.rglob("*")):
        status = path.lstat()
        content = path.read_bytes() if stat.S_ISREG(status.st_mode) else b""
        told = hashlib.sha256(content).hexdigest()
        found[str(path)] = status.st_mode, status.st_mtime_ns, told
    return found


def told(answer: Answer) -> list[str]:
    """What the faults are."""
    return [one["what"] for one in json.loads(answer.out)["faults"]]


def hints(answer: Answer) -> list[str]:
    return [one["what"] for one in json.loads(answer.out)["hints"]]


def test_a_true_first_run_has_nothing_to_check(run: Run, home: Path) -> None:
    answer = run("doctor")
    assert (answer.code, answer.err) == (0, "")
    assert "There is no journal here yet" in answer.out
    assert "as it was written" not in answer.out
    assert not home.exists()


def test_it_counts_what_it_read(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    run("checkin", "--mood", "5")
    answer = run("doctor", "--json")
    data = json.loads(answer.out)
    assert answer.code == 0
    assert data["read"] == {"records": 2, "substances": 1, "wins": 0, "kept": 0}
    assert data["files"][0]["path"] == str(home / "journal.db")
    assert hints(answer) == ["not_encrypted"]
    plain = run("doctor", "--plain").out
    assert "Records: 2\n" in plain
    assert "Everything that was looked at is as it was written" in plain


@pytest.mark.parametrize("empty", [False, True])
def test_a_journal_that_is_gone_beside_its_copies_is_no_first_run(
    run: Run, home: Path, empty: bool
) -> None:
    run("log", "alcohol", "2")
    (home / "journal.db.copies").mkdir(0o700, exist_ok=True)
    (home / "journal.db").rename(home / "journal.db.copies" / "20261123-080000.db")
    if empty:
        (home / "journal.db").touch(0o600)
    before = digests(home)
    answer = run("doctor", "--json")
    assert (answer.code, told(answer)) == (1, ["journal_gone"])
    assert "1 thing needs you" in answer.err
    assert digests(home) == before


def damage(home: Path) -> Callable[[str], None]:
    """Changes the journal by a statement, as nobody but damage would."""

    def change(statement: str) -> None:
        with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
            connection.execute(statement)

    return change


@pytest.mark.parametrize(
    ("statement", "fault", "words"),
    [
        ("UPDATE entry SET note='else'", "record", "Record 1 (Mon 23 Nov 2026) is not as"),
        ("UPDATE setting SET value='GB' WHERE key='country'", "setting", "The setting country is"),
        ("CREATE VIEW mine AS SELECT 1", "schema", "mine: this part of the file"),
        ("UPDATE substance SET name='x'", "substance", "What you track as number 1"),
    ],
)
def test_what_is_not_as_it_was_written_is_named_and_left(
    run: Run, home: Path, statement: str, fault: str, words: str
) -> None:
    run("log", "alcohol", "2")
    run("config", "country", "PL")
    damage(home)(statement)
    before = digests(home)
    answer = run("doctor", "--json")
    assert (answer.code, told(answer)) == (1, [fault])
    assert words in " ".join(run("doctor", "--plain").out.split())
    assert digests(home) == before


def test_looking_changes_no_byte_of_anything(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    run("import", "csv", str(table(home.parent)), *MAPPING)
    (home / "journal.db").chmod(0o644)
    (home / ".hrjournal-x.part").touch()
    (home / "journal.db-journal").write_bytes(HOT_JOURNAL + bytes(504))
    before = digests(home)
    for words in (["doctor"], ["doctor", "--json"], ["privacy"], ["wipe"], ["wipe", "--json"]):
        run(*words)
    assert digests(home) == before
    (home / "journal.db-journal").unlink()
    before = digests(home)
    run("doctor")
    assert digests(home) == before


MAPPING = ("--date", "day", "--substance", "what", "--amount", "drinks")


def table(folder: Path) -> Path:
    path = folder / "table.csv"
    path.write_text("day,what,drinks\n2026-01-01,alcohol,2\n")
    return path


def test_a_write_that_was_cut_short_is_told_and_taken_back_by_fix(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    side = home / "journal.db-journal"
    side.write_bytes(HOT_JOURNAL + bytes(504))
    side.chmod(0o600)
    answer = run("doctor", "--json")
    assert (answer.code, told(answer)) == (1, ["unfinished_write"])
    assert json.loads(answer.out)["read"] is None
    fixed = run("doctor", "--fix", "--json")
    assert fixed.code == 0
    assert json.loads(fixed.out)["mended"] == ["Took back the write that was cut short."]
    assert not side.exists()


def test_fix_says_each_thing_that_it_did(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    run("config", "country", "GB")
    (home / "journal.db").chmod(0o644)
    part = home / ".hrjournal-x.part"
    part.touch()
    os.utime(part, (0, 0))
    damage(home)("UPDATE setting SET value='nowhere' WHERE key='country'")
    assert run("doctor").code == 1
    answer = run("doctor", "--fix", "--json")
    data = json.loads(answer.out)
    assert data["mended"][:2] == [
        f"Took away what was left half-written: {part}",
        f"Closed to everybody else: {home / 'journal.db'}",
    ]
    assert data["mended"][2].startswith("Made a copy before anything was changed: ")
    assert data["mended"][3:] == ["Set country back to the usual."]
    assert (answer.code, data["ok"]) == (0, True)
    assert json.loads(run("doctor", "--fix", "--json").out)["mended"] == []


def test_a_country_that_nobody_knows_is_set_back(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        connection.create_function("digest", -1, digest)
        connection.execute(INSERT_SETTING, ("country", "ZZ"))
    assert run("today").code != 0
    assert told(run("doctor", "--json")) == ["setting_unread"]
    assert run("doctor", "--fix").code == 0
    assert run("today").code == 0


def test_fix_leaves_records_as_they_are(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    damage(home)("UPDATE entry SET note='else'")
    before = (home / "journal.db").read_bytes()
    answer = run("doctor", "--fix", "--json")
    assert (answer.code, told(answer)) == (1, ["record"])
    assert (home / "journal.db").read_bytes() == before


def test_fix_makes_no_journal(run: Run, home: Path) -> None:
    assert run("doctor", "--fix").code == 0
    assert not home.exists()


def test_a_file_that_is_no_journal_is_calm_and_left(run: Run, home: Path) -> None:
    home.mkdir(0o700)
    (home / "journal.db").write_bytes(b"SQLite format 3\x00" + bytes(3000))
    (home / "journal.db").chmod(0o600)
    before = digests(home)
    for words in (["doctor"], ["doctor", "--fix"], ["log", "alcohol", "2"], ["today"], ["undo"]):
        answer = run(*words)
        assert answer.code == 1
        assert "unforeseen" not in answer.err
        assert digests(home) == before


def test_a_folder_that_may_not_be_entered_is_said_calmly(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    person = os.geteuid()
    home.chmod(0)
    try:
        if not person:
            os.seteuid(65_534)  # to the first user every folder stands open
        for words in (["doctor"], ["doctor", "--fix"], ["privacy"]):
            assert "unforeseen" not in run(*words).err
        assert "may not be read by you" in run("doctor").out
        assert run("doctor").code == 1
    finally:
        os.seteuid(person)
        home.chmod(0o700)


def test_lines_of_a_history_are_counted_and_never_shown(run: Run, person: Path) -> None:
    run("log", "alcohol", "2")
    (person / ".bash_history").write_text("hrjournal log zqsecret 3\nls\n")
    (person / ".local/share/fish").mkdir(parents=True)
    (person / ".local/share/fish/fish_history").write_text("- cmd: hrj log zqsecret\n")
    answer = run("doctor")
    assert answer.code == 0
    assert "Your shell remembers 2 lines" in answer.out
    assert "zqsecret" not in answer.out + answer.err


def test_a_folder_that_is_synced_is_said_and_is_no_fault(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRJOURNAL_HOME", str(home.parent / "Dropbox" / "journal"))
    run("log", "alcohol", "2")
    answer = run("doctor", "--json")
    assert answer.code == 0
    assert "synced" in hints(answer)


def test_a_second_version_is_named_with_what_brings_it_in(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    (home / "journal.sync-conflict-20261123-094000-ABC.db").touch(0o600)
    data: Any = json.loads(run("doctor", "--json").out)
    (found,) = [one for one in data["hints"] if one["what"] == "conflict_copy"]
    assert found["advice"].startswith("To bring the two together: hrjournal merge /")


def test_plain_lines_that_were_chosen_are_plain_here_too(run: Run) -> None:
    run("log", "alcohol", "2")
    run("config", "plain", "on")
    assert "Records: 1\n" in run("doctor").out
