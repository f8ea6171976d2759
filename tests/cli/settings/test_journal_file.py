from __future__ import annotations

import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


def test_where_names_every_file_and_who_can_read_it(run: Run, home: Path) -> None:
    before = json.loads(run("where", "--json").out)["files"]
    assert [one["there"] for one in before] == [False] * len(before)
    run("log", "alcohol", "2")
    found = {one["what"]: one for one in json.loads(run("where", "--json").out)["files"]}
    journal = found["journal"]
    assert journal["path"] == str(home / "journal.db")
    assert (journal["there"], journal["private"]) == (True, True)
    assert journal["bytes"] == (home / "journal.db").stat().st_size
    assert stat.S_IMODE((home / "journal.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_where_says_when_others_can_read_it(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    (home / "journal.db").chmod(0o644)
    assert "Others on this machine can read some of it." in " ".join(run("where").out.split())


def test_verify_counts_what_it_checked(run: Run) -> None:
    run("log", "alcohol", "2")
    run("checkin", "--mood", "5")
    answer = run("verify", "--json")
    data = json.loads(answer.out)
    assert answer.code == 0
    assert (data["ok"], data["records"], data["substances"], data["faults"]) == (True, 2, 1, [])


def test_verify_of_a_file_that_is_no_journal_is_calm_and_leaves_it(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"SQLite format 3\x00" + bytes(3000))
    before = (home / "journal.db").read_bytes()
    for words in (["verify"], ["log", "alcohol", "2"], ["today"], ["undo"]):
        answer = run(*words)
        assert (answer.code, answer.out) == (1, "")
        assert "unforeseen" not in answer.err
        assert (home / "journal.db").read_bytes() == before
