from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]
ENTER = ("",) * 6


@pytest.fixture
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to write in, and a journal of a few days."""
    run("log", "alcohol", "2", "--note", "secret", at="2026-11-20 21:00")
    run("none", at="2026-11-21 21:00")
    run("step", "tested", at="2026-11-21 21:30")
    place = tmp_path / "papers"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


def test_enter_takes_the_usual(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=ENTER)
    assert answer.code == 0
    (file,) = folder.iterdir()
    assert file.name == "summary-2026-11-23.html"
    assert "secret" not in file.read_text(encoding="utf-8")
    assert "Saved as summary-2026-11-23.html." in answer.out
    before, after = answer.out.split("A name for the file")
    assert "The file is not encrypted: whoever has it can read it." in before
    assert "Saved as" in after


def test_each_question_can_be_answered(tell: Tell, folder: Path) -> None:
    answers = ("2026-11-20", "md", "wins, mood", "notes", "y", "mine.md")
    answer = tell("summary", answers=answers)
    assert answer.code == 0
    text = (folder / "mine.md").read_text(encoding="utf-8")
    assert "Fri 20 Nov 2026 to Mon 23 Nov 2026" in text
    assert "secret" in text
    assert "Alcohol" not in text
    assert "What went well" not in text


def test_a_number_of_days_is_one_way_to_say_since_when(tell: Tell, folder: Path) -> None:
    tell("summary", answers=("7", "txt", *ENTER[:3], "week.txt"))
    assert "(7 days)" in (folder / "week.txt").read_text(encoding="utf-8")


def test_what_is_not_understood_is_asked_again(tell: Tell, folder: Path) -> None:
    (folder / "there.html").write_text("theirs")
    answers = (
        *("someday", "last", "", "word", "html", "everything", "", "nothing", "", "maybe", "n"),
        *("no/such/folder.html", "there.html", "free.html"),
    )
    answer = tell("summary", answers=answers)
    assert answer.code == 0
    for said in (
        '"someday"',
        "No session before today",
        "Say which form",
        '"everything" is no part',
        '"nothing" is no part',
        "y or n, please.",
        "The folder for it is not there.",
        "A file of that name is there already.",
    ):
        assert said in answer.out
    assert (folder / "there.html").read_text() == "theirs"
    assert (folder / "free.html").exists()


def test_a_name_that_is_taken_gets_a_number(tell: Tell, folder: Path) -> None:
    for _ in range(3):
        tell("summary", answers=ENTER)
    names = {path.name for path in folder.iterdir()}
    stem = "summary-2026-11-23"
    assert names == {f"{stem}.html", f"{stem}-2.html", f"{stem}-3.html"}


def test_a_dash_leaves_it(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=(*ENTER[:5], "-"))
    assert answer.out.endswith("Nothing was written.\n")
    assert list(folder.iterdir()) == []


def test_what_is_said_on_the_line_is_not_asked(tell: Tell, folder: Path) -> None:
    answer = tell("summary", "--days", "30", "--names", "--exclude", "wins", answers=("md", ""))
    assert answer.code == 0
    assert "(30 days)" in (folder / "summary-2026-11-23.md").read_text(encoding="utf-8")
    assert "Since when" not in answer.out
    assert "Leave some of them out" not in answer.out
    assert "Letters in place" not in answer.out


def test_nothing_is_asked_where_a_form_or_a_file_is_named(tell: Tell, folder: Path) -> None:
    assert tell("summary", "--as", "md").out.startswith("# My summary")
    assert tell("summary", "--out", "a.html").code == 0
    assert tell("summary", "--preview").code == 0
    assert tell("summary", "--plain").out.startswith("My summary")


def test_what_was_answered_can_be_remembered(tell: Tell, run: Run, folder: Path) -> None:
    tell("summary", "--save-as", "kim", answers=("", "md", "wins", "notes", "y", ""))
    again = tell("summary", "--with", "kim", answers=("90", "again.md"))
    assert again.code == 0
    text = (folder / "again.md").read_text(encoding="utf-8")
    assert ("secret" in text, "Substance A" in text) == (True, True)


def test_what_is_added_last_is_in_it(tell: Tell, folder: Path) -> None:
    answers = ("", "md", "Wins, mood, notes", "notes, wins", "", "mine.md")
    answer = tell("summary", answers=answers)
    assert answer.code == 0
    assert "Left out: mood, wins, reasons," in " ".join(answer.out.split())
    text = (folder / "mine.md").read_text(encoding="utf-8")
    assert "What went well" in text
    assert "secret" in text


def test_none_is_an_answer(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=("", "md", "none", "None", "", "mine.md"))
    assert answer.code == 0
    assert "is no part" not in answer.out
    assert "What went well" in (folder / "mine.md").read_text(encoding="utf-8")


def test_all_can_be_left_out_but_some(tell: Tell, folder: Path) -> None:
    tell("summary", answers=("", "md", "all", "notes", "", "mine.md"))
    text = (folder / "mine.md").read_text(encoding="utf-8")
    assert "secret" in text
    assert "What changed" not in text


def test_a_calendar_of_days_has_no_parts_to_choose(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=("", "csv", "", "days.csv"))
    assert answer.code == 0
    assert "Leave some of them out" not in answer.out
    first, _, _ = (folder / "days.csv").read_text(encoding="utf-8").partition("\n")
    assert first.startswith("day,")
