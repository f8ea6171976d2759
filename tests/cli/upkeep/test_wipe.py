from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.pages.upkeep.wipe import BEYOND

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.copies

Run = Callable[..., "Answer"]


def test_nobody_to_ask_is_no_yes(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    before = (home / "journal.db").read_bytes()
    answer = run("wipe")
    assert (answer.code, answer.out) == (1, "")
    assert "hrjournal wipe --yes" in answer.err
    assert (home / "journal.db").read_bytes() == before


def test_with_yes_all_is_gone_and_what_is_out_of_reach_is_said(run: Run, home: Path) -> None:
    run("log", "alcohol", "2")
    answer = run("wipe", "--yes")
    assert (answer.code, answer.err) == (0, "")
    assert not home.exists()
    shown = " ".join(answer.out.split())
    assert all(one in shown for one in BEYOND)
    assert "There is nothing of hrjournal here." in run("wipe").out
    assert run("doctor").code == 0
    assert "There is no journal here yet" in run("doctor").out


def test_the_word_is_typed(tell: Run, home: Path) -> None:
    tell("log", "alcohol", "2", "--at", "20:00")
    for word in ("", "yes", "y"):
        answer = tell("wipe", answers=(word,))
        assert answer.code == 0
        assert "This would be deleted, for good" in answer.out
        assert answer.out.rstrip().endswith("Nothing was deleted.")
        assert (home / "journal.db").exists()
    answer = tell("wipe", answers=("Wipe",))
    assert "Deleted" in answer.out
    assert not home.exists()


def test_a_journal_that_cannot_be_opened_can_be_wiped(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "journal.db").write_bytes(b"\xff" * 5000)
    assert run("today").code == 1
    assert run("wipe", "--yes").code == 0
    assert not home.exists()


def test_what_would_not_go_is_said_by_the_exit_code_too(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("log", "alcohol", "2")

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        answer = run("wipe", "--yes", "--json")
    assert answer.code == 1
    assert json.loads(answer.out)["not_deleted"] == [
        str(home / "journal.db.copies" / "20261123-084000.db"),
        str(home / "journal.db.copies" / "marker"),
        str(home / "journal.db"),
    ]
    assert "Not all of it could be deleted" in answer.err


def test_what_leads_elsewhere_is_left_and_said(run: Run, home: Path, tmp_path: Path) -> None:
    home.mkdir()
    (tmp_path / "real.db").write_text("mine")
    (home / "journal.db").symlink_to(tmp_path / "real.db")
    answer = run("wipe", "--yes")
    assert answer.code == 1
    assert "your journal is the file that it leads to" in answer.err
    assert (tmp_path / "real.db").read_text() == "mine"


def test_samples_that_were_cut_short_go_too(run: Run, home: Path, person: Path) -> None:
    demo = person / "temporary" / "hrjournal-demo-abc"
    demo.mkdir()
    (demo / "journal.db").touch()
    assert run("wipe", "--yes").code == 0
    assert not demo.exists()
