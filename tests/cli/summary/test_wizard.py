"""A short walk of questions to a file; what was chosen last time is the usual of this time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.cli.summary.output import SummaryFormat
from hrjournal.errors import UnwritableJournalError

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Tell = Callable[..., "Answer"]
ENTER: Final = ("",) * 4  # of a journal with one substance
STEM: Final = "summary-2026-11-23"


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


@pytest.fixture
def html(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that makes no PDF."""
    monkeypatch.setattr("hrjournal.cli.summary.wizard._usual_form", lambda: SummaryFormat.HTML)


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def test_enter_takes_the_usual(tell: Tell, folder: Path, html: None) -> None:
    answer = tell("summary", answers=ENTER)
    assert answer.code == 0
    (file,) = folder.iterdir()
    assert file.name == f"{STEM}.html"
    assert "secret" not in read(file)
    assert f"Saved as {STEM}.html." in answer.out
    before, after = answer.out.split("Save it as")
    assert "The file is not encrypted: whoever has it can read it." in before
    assert "Saved as" in after
    assert "To hand it over: print it" in after


def test_a_pdf_comes_first_where_it_can_be_made(tell: Tell, folder: Path) -> None:
    pytest.importorskip("typst")
    answer = tell("summary", answers=ENTER)
    assert f"[{STEM}.pdf]" in answer.out
    assert (folder / f"{STEM}.pdf").read_bytes().startswith(b"%PDF-")


def test_it_asks_five_things_at_most(tell: Tell, run: Run, folder: Path, html: None) -> None:
    answer = tell("summary", answers=ENTER)
    assert answer.out.count("]") == 4
    run("log", "ketamine", "1", "line", at="2026-11-22 21:00")
    answer = tell("summary", answers=(*ENTER, ""))
    assert answer.code == 0
    assert answer.out.count("]") == 5
    assert len(list(folder.iterdir())) == 2


def test_each_question_can_be_answered(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=("2026-11-20", "notes", "y", "mine.md"))
    assert answer.code == 0
    text = read(folder / "mine.md")
    assert "Fri 20 Nov 2026 to Mon 23 Nov 2026" in text
    assert "secret" in text
    assert "Alcohol" not in text


def test_a_number_of_days_is_one_way_to_say_since_when(tell: Tell, folder: Path) -> None:
    tell("summary", answers=("2", "", "", "week.txt"))
    assert "(2 days)" in read(folder / "week.txt")


def test_the_last_session_is_offered_to_begin_with(tell: Tell, run: Run, folder: Path) -> None:
    assert "[90 days]" in tell("summary", answers=(*ENTER[:3], "-")).out
    run("session", "2026-11-21 10:00")
    answer = tell("summary", answers=("", "", "", "mine.txt"))
    assert "[since Sat 21 Nov 2026, your session]" in answer.out
    assert "It begins with my last session, on Sat 21 Nov 2026." in " ".join(
        read(folder / "mine.txt").split()
    )


def test_what_is_not_understood_is_asked_again(tell: Tell, folder: Path) -> None:
    (folder / "there.html").write_text("theirs")
    files = ("no/such/folder.html", "there.html", "free.html")
    answers = ("someday", "last", "", "nothing", "", "maybe", "n", *files)
    answer = tell("summary", answers=answers)
    assert answer.code == 0
    for said in (
        '"someday"',
        "No session before today",
        '"nothing" is no part',
        "y or n, please.",
        "The folder for it is not there.",
        "A file of that name is there already.",
    ):
        assert said in answer.out
    assert (folder / "there.html").read_text() == "theirs"
    assert (folder / "free.html").exists()


def test_an_ending_that_tells_no_form_is_asked_about_again(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=("", "", "", "mine.doc", "mine.txt"))
    assert answer.code == 0
    assert "Say which form" in answer.out
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_a_name_that_is_taken_gets_a_number(tell: Tell, folder: Path, html: None) -> None:
    for _ in range(3):
        tell("summary", answers=ENTER)
    names = {path.name for path in folder.iterdir()}
    assert names == {f"{STEM}.html", f"{STEM}-2.html", f"{STEM}-3.html"}


def test_a_dash_leaves_it(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=(*ENTER[:3], "-"))
    assert answer.out.endswith("Nothing was written.\n")
    assert list(folder.iterdir()) == []


def test_what_is_said_on_the_line_is_not_asked(tell: Tell, folder: Path) -> None:
    answer = tell("summary", "--days", "30", "--exclude", "wins", answers=("", "mine.md"))
    assert answer.code == 0
    assert "Which days?" not in answer.out
    assert "Add some of these?" not in answer.out
    assert "What went well" not in read(folder / "mine.md")


def test_nothing_is_asked_where_a_form_or_a_file_is_named(tell: Tell, folder: Path) -> None:
    assert tell("summary", "--as", "md").out.startswith("# My summary")
    assert tell("summary", "--out", "a.html").code == 0
    assert tell("summary", "--preview").code == 0
    assert tell("summary", "--plain").out.startswith("My summary")


def test_what_was_answered_can_be_remembered_by_a_name(tell: Tell, folder: Path) -> None:
    tell("summary", "--save-as", "kim", answers=("90", "notes", "y", "mine.md"))
    answer = tell("summary", "--with", "kim", "--out", "again.md")
    assert answer.code == 0
    text = read(folder / "again.md")
    assert ("secret" in text, "Substance A" in text) == (True, True)


def test_the_choices_of_last_time_are_the_usual_but_not_the_days(
    tell: Tell, run: Run, folder: Path
) -> None:
    run("log", "ketamine", "1", "line", at="2026-11-22 21:00")
    tell("summary", answers=("2", "ketamine", "notes", "y", "first.md"))
    answer = tell("summary", answers=("", "", "", "", ""))
    assert answer.code == 0
    for usual in ("[90 days]", "[Ketamine]", "[notes]", "[y]", f"[{STEM}.md]"):
        assert usual.casefold() in answer.out.casefold()
    text = read(folder / f"{STEM}.md")
    assert "Fri 20 Nov 2026 to" in text
    assert ("secret" in text, "Substance A" in text, "Substance B" in text) == (True, True, False)
    again = tell("summary", answers=("", "none", "none", "n", "third.md"))
    assert again.code == 0
    text = read(folder / "third.md")
    assert ("secret" in text, "Alcohol" in text, "Ketamine" in text) == (False, True, True)
    last = tell("summary", answers=(*ENTER, "-"))
    assert last.out.count("[none]") == 2
    assert "[n]" in last.out


def test_what_is_remembered_is_the_usual_of_the_walk_alone(tell: Tell, folder: Path) -> None:
    tell("summary", answers=("", "notes", "y", "first.md"))
    text = tell("summary", "--as", "md").out
    assert "secret" not in text
    assert "Alcohol" in text


def test_undo_takes_back_the_last_log_and_not_what_is_remembered(
    tell: Tell, run: Run, folder: Path
) -> None:
    run("log", "alcohol", "5", at="2026-11-22 21:00")
    tell("summary", answers=("", "notes", "y", "first.md"))
    assert "log" in run("undo").out
    answer = tell("summary", answers=(*ENTER[:3], "second.txt"))
    assert ("[notes]" in answer.out, "[y]" in answer.out) == (True, True)
    assert "of 4 days" in read(folder / "second.txt")
    assert "5 US standard" not in read(folder / "second.txt")


def test_what_is_remembered_of_the_walk_is_no_choice_with_a_name(tell: Tell, folder: Path) -> None:
    tell("summary", answers=("", "notes", "y", "first.md"))
    answer = tell("summary", "--with", "kim", "--as", "md")
    assert answer.code == 1
    assert "last time" not in answer.err


def test_none_is_an_answer(tell: Tell, folder: Path) -> None:
    answer = tell("summary", answers=("", "None", "", "mine.md"))
    assert answer.code == 0
    assert "is no part" not in answer.out
    assert "secret" not in read(folder / "mine.md")


def test_looking_at_an_empty_journal_makes_none(
    tell: Tell, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = tell("summary", answers=("", "", "", "-"))
    assert answer.code == 0
    assert not (home / "journal.db").exists()


def test_where_nothing_can_be_remembered_it_is_written_all_the_same(
    tell: Tell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UnwritableJournalError("The disk is full.", "Make room on it.")

    monkeypatch.setattr("hrjournal.store.ledger.keep_note", refuse)
    answer = tell("summary", answers=(*ENTER[:3], "mine.md"))
    assert (folder / "mine.md").exists()
    assert answer.code == 0
