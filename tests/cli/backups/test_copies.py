from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.store.backups.routine import NOT_MADE, NOT_SOUND

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]


def names(home: Path) -> list[str]:
    """What lies among the copies."""
    found = (path.name for path in (home / "journal.db.copies").iterdir())
    return sorted(name for name in found if name != "marker")


def listed(run: Run) -> list[dict[str, object]]:
    """The copies, as data."""
    found: list[dict[str, object]] = json.loads(run("backup", "--list", "--json").out)["copies"]
    return found


def test_the_first_change_of_a_day_makes_a_copy_and_no_other_does(run: Run, home: Path) -> None:
    run("today")
    assert not home.exists()
    for clock in ("09:40", "10:00", "23:30"):
        assert run("log", "beer", at=f"2026-11-23 {clock}").err == ""
    run("today", at="2026-11-24 08:00")
    run("config", "country", "GB", at="2026-11-24 09:00")
    run("log", "beer", at="2026-11-25 09:00")
    assert names(home) == ["20261123-084000.db", "20261124-080000.db", "20261125-080000.db"]
    assert [one["records"] for one in listed(run)] == [4, 3, 1]


def test_a_full_disk_stops_no_record_and_is_said_after_it(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        patch.setattr("hrjournal.store.backups.make_empty", full)
        answer = run("log", "beer", "2")
    assert answer.code == 0
    assert answer.out.startswith("Saved #1.")
    assert answer.err == f"{NOT_MADE}\n"
    assert names(home) == []
    assert run("log", "beer").err == ""
    assert names(home) == ["20261123-084000.db"]


def test_a_journal_that_is_not_sound_is_not_copied_as_if_it_were(run: Run, home: Path) -> None:
    run("log", "beer", at="2026-11-22 09:40")
    with closing(sqlite3.connect(home / "journal.db")) as connection, connection:
        connection.execute("UPDATE substance SET name='Other'")
    answer = run("checkin", "--mood", "5")
    assert (answer.code, answer.err) == (0, f"{NOT_SOUND}\n")
    assert len(names(home)) == 1
    answer = run("backup")
    assert "Something in your journal is not as it was written" in answer.out
    assert names(home)[1] == "20261123-084000-unsound.db"
    assert [one["sound"] for one in listed(run)] == [False, True]


def test_a_copy_by_hand_is_told_with_where_it_is_and_what_is_in_it(run: Run, home: Path) -> None:
    assert run("backup").err.startswith("There is no journal yet")
    run("log", "beer", at="2026-11-20 22:00")
    answer, copied = run("backup"), "journal.db.copies/20261123-084000.db"
    assert answer.out.splitlines() == [
        "Copied: 1 record, the latest from Fri 20 Nov 2026.",
        f"The copy is number 1 of hrjournal backup --list, at {home / copied}",
    ]
    data = json.loads(run("backup", "--json", at="2026-11-23 11:00").out)
    assert (data["number"], data["records"], data["sound"]) == (1, 1, True)
    assert data["path"] == f"{home}/journal.db.copies/20261123-100000.db"
    assert data["made"] == "2026-11-23T11:00:00+01:00"


def test_the_list_is_the_newest_first_and_names_what_cannot_be_opened(run: Run, home: Path) -> None:
    assert "There are no copies yet" in run("backup", "--list").out
    run("log", "beer", at="2026-11-20 22:00")
    run("log", "beer", at="2026-11-21 22:00")
    (home / "journal.db.copies" / "20261119-080000.db").write_bytes(b"no journal")
    assert run("backup", "--list", "--plain").out.splitlines() == [
        "Copies",
        "Copy 1. Made: 21 Nov 2026, 22:00. Records: 2. Last day: Sat 21 Nov 2026. State: sound.",
        "Copy 2. Made: 20 Nov 2026, 22:00. Records: 1. Last day: Fri 20 Nov 2026. State: sound.",
        "Copy 3. Made: 19 Nov 2026, 09:00. State: cannot be opened.",
        "To go back to one: hrjournal restore 1",
    ]


def test_one_copy_can_be_done_away_with(run: Run, tell: Run, home: Path) -> None:
    for day in (20, 21, 22):
        run("log", "beer", at=f"2026-11-{day} 22:00")
    beside = home / "journal.db.copies" / "20261121-210000.db-journal"
    beside.write_bytes(b"")
    answer = run("backup", "--delete", "2")
    assert (answer.code, len(names(home))) == (1, 4)
    assert "add --yes: hrjournal backup --delete 2 --yes" in answer.err
    assert "Nothing was changed." in tell("backup", "--delete", "2", answers=("n",)).out
    assert "Copy 2 is gone." in tell("backup", "--delete", "2", answers=("y",)).out
    assert names(home) == ["20261120-210000.db", "20261122-210000.db"]
    assert run("backup", "--delete", "3").err.startswith("There is no copy 3.")
    assert run("backup", "--delete", "1", "--yes").code == 0
    assert names(home) == ["20261120-210000.db"]


@pytest.mark.skipif(os.geteuid() != 0, reason="a small disk can be made by root alone")
@pytest.mark.slow
def test_on_a_disk_that_is_really_full_a_record_is_saved(run: Run, home: Path) -> None:
    run("log", "beer", at="2026-11-20 22:00")
    copies = home / "journal.db.copies"
    if os.system(f"mount -t tmpfs -o size=16k tmpfs {copies}") != 0:  # noqa: S605
        pytest.skip("no disk can be made here")
    try:
        answer = run("log", "beer", "2")
        assert (answer.code, answer.err) == (0, f"{NOT_MADE}\n")
        assert answer.out.startswith("Saved #2.")
        assert names(home) == []
    finally:
        os.system(f"umount {copies}")  # noqa: S605
