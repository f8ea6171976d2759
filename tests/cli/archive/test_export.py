from __future__ import annotations

import csv
import io
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.test_prompts import converse

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
ABOUT = "It is not encrypted."
MAPPING = (
    "--date at --substance substance --amount amount --unit unit --mood mood --note note "
    "--zero-is-none"
)


@pytest.fixture
def written(run: Run) -> Run:
    """A journal with a little of everything."""
    run("log", "beer", "500ml", "5%", "--note", "=1+1 żółć", "--trigger", "stress")
    run("log", "Żubrówka tea", "~2", "--new", "--at", "yesterday 22:30")
    run("none", "alcohol", "--day", "yesterday")
    run("checkin", "--mood", "6", "--note", "plain")
    run("reflect", "roots", "sleep")
    run("config", "start", "alcohol", "5")
    run("config", "discreet", "on")
    return run


def test_everything_goes_to_standard_output_and_the_line_about_it_beside(written: Run) -> None:
    for words in ((), ("-",)):
        answer = written("export", "json", *words)
        assert answer.code == 0
        assert ABOUT in answer.err
        assert "root causes" in answer.err
        data = json.loads(answer.out)
        assert [one["id"] for one in data["entries"]] == [1, 2, 3, 4]
        assert [one["name"] for one in data["substances"]] == ["Alcohol", "Żubrówka tea"]
        assert data["keepsakes"][0]["subject"] == "sleep"


def test_a_file_is_for_this_person_alone_and_said_first(written: Run, tmp_path: Path) -> None:
    target = tmp_path / "żółć 1.json"
    answer = written("export", "json", str(target))
    about, done = answer.out.splitlines()
    assert about.endswith(ABOUT)
    assert done == f"Saved 4 records to {target}, for you alone to read."
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_text(encoding="utf-8") == written("export", "json").out


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(
    written: Run, tmp_path: Path
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("mine")
    answer = written("export", "csv", str(target))
    assert answer.code == 1
    assert "--force" in answer.err
    assert target.read_text() == "mine"
    assert written("export", "csv", str(target), "--force").code == 0
    assert target.read_bytes().decode() == written("export", "csv").out


def test_the_journal_itself_is_never_replaced(written: Run, home: Path) -> None:
    (home / "link").symlink_to(home)
    for place in (home / "journal.db", home / "link" / "journal.db"):
        answer = written("export", "json", str(place), "--force")
        assert answer.code == 2
        assert "the journal itself" in answer.err
    assert written("doctor").code == 0


def test_nothing_of_the_person_or_machine_is_in_the_file(written: Run, home: Path) -> None:
    text = written("export", "json").out
    assert str(home) not in text
    assert "told:" not in text
    assert written("export", "json", at="2026-11-23 23:59").out == text


def test_an_empty_journal_can_be_exported_and_is_not_made_by_it(run: Run, home: Path) -> None:
    assert json.loads(run("export", "json").out)["entries"] == []
    assert len(run("export", "csv").out.splitlines()) == 1
    assert not home.exists()


def test_a_damaged_record_is_left_out_and_named(written: Run, home: Path, tmp_path: Path) -> None:
    whole = json.loads(written("export", "json").out)["entries"]
    content = (home / "journal.db").read_bytes()
    assert content.count(b"stress") >= 1
    (home / "journal.db").write_bytes(content.replace(b"stress", b"stresz"))
    answer = written("export", "json", str(tmp_path / "a.json"))
    assert answer.code == 0
    assert "left out of what you see: record 1." in answer.err
    left = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert json.loads(left)["entries"] == whole[1:]
    assert "stresz" not in left


@pytest.mark.parametrize("options", [[], ["--excel"]])
def test_records_go_into_a_table_and_back(
    written: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    target = tmp_path / "a.csv"
    assert written("export", "csv", str(target), *options).code == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfid," if options else b"id,")
    told = json.loads(written("export", "json").out)["entries"]
    monkeypatch.setenv("HRJOURNAL_HOME", str(tmp_path / "other"))
    answer = written("import", "csv", str(target), *MAPPING.split())
    assert answer.code == 0, answer.out
    found = json.loads(written("export", "json").out)["entries"]
    for name in ("sort", "timed", "substance", "mood", "note"):
        assert sorted((one["at"], str(one.get(name))) for one in found) == sorted(
            (one["at"], str(one.get(name))) for one in told
        )
    ends = [[one["amount"].get("low") for one in of if "amount" in one] for of in (found, told)]
    assert sorted(ends[0]) == sorted(ends[1]) == [2, 19.725]


def test_a_cell_of_the_table_does_nothing_in_a_spreadsheet(written: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(written("export", "csv").out)))
    assert [row["note"] for row in rows if row["note"]] == ["'=1+1 żółć", "plain"]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_stands_in_a_file_is_explained(run: Run, form: str) -> None:
    answer = run("export", form, "--explain", "--plain")
    assert answer.code == 0
    assert answer.err == ""
    assert "sleep_minutes" in answer.out


def test_on_a_terminal_a_name_is_asked_for(
    written: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, seen = converse(["export", "json"], [("A name for the file", b"mine.json\n")])
    assert code == 0
    assert seen.index(ABOUT) < seen.index("A name for the file")
    assert (tmp_path / "mine.json").read_text("utf-8") == written("export", "json").out
    code, seen = converse(["export", "csv"], [("A name for the file", b"\n")])
    assert code == 0
    assert "Nothing was written." in seen
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "mine.json"]


def test_on_a_terminal_nothing_that_is_written_acts(run: Run) -> None:
    run("checkin", "--note", "-", stdin=b"\x1b[31m\xe2\x80\xaered\x07")
    for form in ("json", "csv"):
        code, seen = converse(["export", form, "-"], [])
        assert code == 0
        assert "red" in seen
        assert all(mark == "\n" or mark.isprintable() for mark in seen)
