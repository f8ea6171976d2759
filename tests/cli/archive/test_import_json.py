from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cli.test_prompts import converse
from support.places import DATA, SHARED
from support.whole_journal import SAVED

if TYPE_CHECKING:
    from conftest import Answer

pytestmark = pytest.mark.slow
Run = Callable[..., "Answer"]
HERE = DATA / "ctn0094"
ALL = SHARED / "data" / "ctn0094"  # everyone, where it is at hand
PEOPLE = sorted({path.name: path for shelf in (ALL, HERE) for path in shelf.glob("*.csv")}.values())
MAPPING = (
    *("--date", "date", "--substance", "substance"),
    *("--amount", "used", "--unit", "=times", "--zero-is-none"),
)
KILLED = """
import os, signal, sys
from hrjournal.cli import main
from hrjournal.store import archive

records = 0
written = archive.row

def row(*given):
    global records
    records += 1
    if records == 50:
        os.kill(os.getpid(), signal.SIGKILL)
    return written(*given)

archive.row = row
sys.argv = ["hrjournal", *sys.argv[1:]]
main()
"""


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[], Path]:
    """Goes to another journal, which is not there yet, and stays."""

    def go() -> Path:
        place = tmp_path / "elsewhere"
        monkeypatch.setenv("HRJOURNAL_HOME", str(place))
        return place

    return go


@pytest.fixture
def bring(run: Run, tmp_path: Path) -> Run:
    """Imports these bytes."""

    def import_it(content: bytes | str, *options: str) -> Answer:
        file = tmp_path / "all.json"
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return run("import", "json", str(file), *options)

    return import_it


def files(home: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}


def new(answer: Answer) -> list[int]:
    parts: dict[str, Any] = json.loads(answer.out)["parts"]
    return [part["new"] for part in parts.values()]


@pytest.fixture
def text(run: Run) -> str:
    """The file of a journal with a little of everything."""
    run("log", "beer", "500ml", "5%", "--note", "=1+1 żółć")
    run("none", "cannabis", "--day", "yesterday")
    run("checkin", "--mood", "6")
    run("config", "country", "PL")
    run("reflect", "roots", "sleep")
    run("config", "start", "alcohol", "5")
    run("edit", "1", "3")
    run("wins")
    return run("export", "json").out


def test_a_journal_moves_whole(run: Run, bring: Run, text: str, elsewhere: Any) -> None:
    shown = [run(*words, "--json").out for words in (["trends"], ["wins", "--all"], ["days"])]
    elsewhere()
    answer = bring(text, "--json")
    assert (answer.code, new(answer)) == (0, [1, 2, 0, 0, 1, 3, 1])
    assert run("export", "json").out == text
    assert [
        run(*words, "--json").out for words in (["trends"], ["wins", "--all"], ["days"])
    ] == shown
    assert new(bring(text, "--json")) == [0] * 7
    assert run("export", "json").out == text


@pytest.mark.parametrize("path", PEOPLE[::6], ids=lambda path: path.stem)
@pytest.mark.slow
def test_a_person_moves_whole(run: Run, elsewhere: Any, tmp_path: Path, path: Path) -> None:
    assert run("import", "csv", str(path), *MAPPING).code == 0
    shown = run("trends", "--from", "2019-01-01", "--json").out
    file = tmp_path / "all.json"
    assert run("export", "json", str(file)).code == 0
    elsewhere()
    assert run("import", "json", str(file)).code == 0
    assert run("export", "json").out == file.read_text(encoding="utf-8")
    assert run("trends", "--from", "2019-01-01", "--json").out == shown
    assert '"days_written"' in shown
    again = run("import", "csv", str(path), *MAPPING, "--json")
    assert json.loads(again.out)["understood"] == 0


def test_three_people_are_always_at_hand() -> None:
    assert len(PEOPLE) >= 3


def test_a_file_of_version_1_can_be_brought_in(run: Run, bring: Run) -> None:
    assert bring(SAVED.read_bytes()).code == 0
    saved, _, _ = SAVED.read_text(encoding="utf-8").partition(',\n"wins": [')  # worked out anew
    assert run("export", "json").out == f"{saved}\n}}\n"


def test_it_comes_from_standard_input_too(run: Run, text: str, elsewhere: Any) -> None:
    elsewhere()
    assert run("import", "json", "-", stdin=text.encode()).code == 0
    assert run("export", "json").out == text


def test_a_dry_run_writes_nothing(bring: Run, text: str, elsewhere: Any) -> None:
    place = elsewhere()
    answer = bring(text, "--dry-run")
    assert answer.code == 0
    assert "This was a dry run. Nothing was written." in answer.out
    assert not place.exists()


def test_a_copy_is_made_first_and_undo_takes_it_all_back(
    run: Run, bring: Run, text: str, elsewhere: Any
) -> None:
    place = elsewhere()
    run("log", "cocaine", "1", "--note", "mine", "--at", "2026-11-23 01:00")
    before = run("export", "json").out
    assert bring(text).code == 0
    *_, copy = sorted((place / "journal.db.copies").glob("*.db"))
    assert b"mine" in copy.read_bytes()
    assert len(json.loads(run("export", "json").out)["entries"]) == 4
    answer = run("undo")
    assert "Taken back: the last import." in answer.out
    after = json.loads(run("export", "json").out)
    for name in ("settings", "substances", "starts", "entries", "keepsakes"):
        assert after[name] == json.loads(before)[name]


def test_what_is_there_in_another_form_is_said_and_stays(run: Run, bring: Run, text: str) -> None:
    run("edit", "1", "--note", "other words")
    answer = bring(text)
    assert "What is there in another form stays as it is in your journal." in answer.out
    assert json.loads(run("show", "1", "--json").out)["note"] == "other words"
    assert "hrjournal undo" not in answer.out


def test_one_part_that_is_not_understood_stops_it_and_is_named(
    run: Run, bring: Run, text: str, elsewhere: Any
) -> None:
    place = elsewhere()
    wrong = text.replace('"mood": 6', '"mood": 60')
    answer = bring(wrong)
    assert answer.code == 1
    assert "].mood" in answer.out
    assert "Nothing was written." in answer.err
    assert not place.exists()
    assert bring(wrong, "--skip-bad").code == 0
    kept = json.loads(run("export", "json").out)["entries"]
    assert sorted(one["id"] for one in kept) == [1, 2]


def test_a_country_without_a_drink_is_refused(bring: Run, text: str, elsewhere: Any) -> None:
    elsewhere()
    assert "settings.country" in bring(text.replace('"PL"', '"ZZ"')).out


HOSTILE = [
    *(b"", b"\x00" * 4000, b"\x89PNG\r\n\x1a\n", b"day,what\n2026-11-01,alcohol\n", b"[" * 10**6),
    *(b'{"format": "hrjournal", "version": 9}', b'{"format": "hrjournal", "version": 1', b"nul"),
    b'{"format": "hrjournal", "version": 1, "entries": [' + b'{"a":' * 10**5 + b"]}",
    b'{"format": "hrjournal", "version": 1, "settings": {"country": "\x1b[2J"}}',
    b'{"format": "hrjournal", "version": 1, "settings": {"\\u001b[2J": "x"}}',
    b'{"format": "hrjournal", "version": 1, "entries": [' + b"9" * 10**6 + b"]}",
    b'{"format": "hrjournal", "version": 1, "entries": NaN}',
    b'\xff\xfe{\x00"\x00',
    b'{"format": "hrjournal",\n "version": 1, "note": "\xe9"}',
    b'{"format": "hrjournal", "version": 1, "entries": [' + b"1, " * 10**5 + b"1]}",
]


@pytest.mark.slow
@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_that_is_none_of_ours_changes_nothing(
    bring: Run, text: str, home: Path, content: bytes
) -> None:
    before = files(home)
    answer = bring(content)
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert "unforeseen" not in answer.err
    assert "Nothing was written." in answer.err
    assert all(line.isprintable() for line in (answer.out + answer.err).splitlines())
    assert files(home) == before


def test_a_file_that_is_too_large_is_not_even_read(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as sparse:
        sparse.truncate(100 * 1024 * 1024)
    answer = run("import", "json", str(file))
    assert (answer.code, answer.out) == (1, "")
    assert "larger than 64 MB" in answer.err
    assert "larger than" in run("import", "json", "-", stdin=bytes(65 * 1024 * 1024)).err


@pytest.mark.parametrize("place", ["", "nowhere.json", "/dev/null"])
def test_what_is_no_file_is_refused_calmly(run: Run, tmp_path: Path, place: str) -> None:
    answer = run("import", "json", str(tmp_path / place))
    assert (answer.code, answer.out) == (1, "")
    assert "There is no such file" in answer.err


def test_a_line_that_is_no_text_is_named(bring: Run) -> None:
    assert "from line 2 on" in bring(b'{"format":\n"\xff"}').err


def test_killed_in_the_middle_it_leaves_the_journal_as_it_was(
    run: Run, home: Path, elsewhere: Any, tmp_path: Path
) -> None:
    run("import", "csv", str(PEOPLE[0]), *MAPPING)
    file = tmp_path / "all.json"
    run("export", "json", str(file))
    elsewhere()
    run("log", "alcohol", "2")
    before = run("export", "json").out
    words = [sys.executable, "-c", KILLED, "import", "json", str(file)]
    done = subprocess.run(words, check=False, capture_output=True, env=dict(os.environ))
    assert done.returncode == -signal.SIGKILL
    assert run("export", "json").out == before
    assert run("doctor").code == 0


def test_on_a_terminal_a_bar_shows_how_far_it_is(
    run: Run, text: str, elsewhere: Any, tmp_path: Path
) -> None:
    file = tmp_path / "all.json"
    file.write_text(text, encoding="utf-8")
    elsewhere()
    code, seen = converse(["import", "json", str(file)], [])
    assert code == 0
    assert "Reading" in seen
    assert "100%" in seen
    assert "Saving" in seen
    assert run("export", "json").out == text
