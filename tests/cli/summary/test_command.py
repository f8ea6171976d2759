from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.store.file import Place
from support.shapes import write_weeks

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
DIES: Final = """
import os, signal, sys

def listen(event, given):
    if event == "os.link":
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(listen)
from hrjournal.cli import main
sys.argv = ["hrjournal", *sys.argv[1:]]
main()
"""


@pytest.fixture
def month(run: Run, home: Path) -> Run:
    """Runs commands over a journal of a few weeks."""
    write_weeks(run, home)
    return run


def test_it_is_shown_where_no_file_is_asked_for(month: Run) -> None:
    answer = month("summary")
    assert answer.code == 0
    assert answer.out.startswith("My summary\n")
    assert "Alcohol: used on 11 of 22 logged days." in answer.out
    assert "- My sleep" in answer.out


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("html", "<!DOCTYPE html>"),
        ("md", "# My summary\n"),
        ("txt", "My summary\n\n  Sun 1 Nov"),
        ("text", "Sun 1 Nov 2026 to Mon 23 Nov 2026, 22 of 23 days logged.\nAlcohol: used on"),
        ("json", '{\n  "version"'),
        ("csv", "date,substance,status,amount_low,amount_high,unit,grams,mood,urge_max,sleep_h\n"),
    ],
)
def test_it_takes_the_form_that_is_asked_for(month: Run, form: str, start: str) -> None:
    answer = month("summary", "--as", form)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.replace("\r\n", "\n").startswith(start)


def test_plain_lines_tell_one_fact_a_line(month: Run) -> None:
    lines = month("summary", "--plain").out.splitlines()
    assert "Week of 16 Nov, Sun 22: none" in lines
    assert "Week of 23 Nov, Mon 23: not logged" in lines
    assert not any(sign in line for line in lines for sign in "─○▁")


def test_json_is_the_same_by_either_name(month: Run) -> None:
    assert month("summary", "--json").out == month("summary", "--as", "json").out


def test_a_file_is_announced_written_for_this_person_alone_and_named(
    month: Run, tmp_path: Path
) -> None:
    out = tmp_path / "mine.html"
    answer = month("summary", "--out", str(out))
    said = answer.out.splitlines()
    assert said[0].startswith("In it: Sun 1 Nov 2026 to Mon 23 Nov 2026; coverage, changes,")
    assert said[0].endswith("The file is not encrypted: whoever has it can read it.")
    assert said[1] == f"Saved as {out}. Other users of this computer cannot read it."
    assert out.read_bytes().startswith(b"<!DOCTYPE html>")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_ending_of_a_name_tells_the_form(month: Run, tmp_path: Path) -> None:
    for name, start in (
        ("a.htm", "<!DOCTYPE"),
        ("b.JSON", "{"),
        ("c.markdown", "# "),
        ("d.csv", "date,"),
        ("f.text", "Sun 1 Nov 2026 to"),
    ):
        assert month("summary", "--out", str(tmp_path / name)).code == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    assert month("summary", "--out", str(tmp_path / "e.html"), "--as", "md").code == 0
    assert (tmp_path / "e.html").read_bytes().startswith(b"# My summary")


@pytest.mark.parametrize("name", ["summary", "summary.doc"])
def test_an_ending_that_tells_no_form_is_asked_about(month: Run, tmp_path: Path, name: str) -> None:
    answer = month("summary", "--out", str(tmp_path / name))
    assert answer.code == 2
    assert "html, pdf, md, txt, text, json, csv." in answer.err
    assert not (tmp_path / name).exists()


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(month: Run, tmp_path: Path) -> None:
    out = tmp_path / "mine.md"
    out.write_text("theirs")
    answer = month("summary", "--out", str(out))
    assert answer.code == 1
    assert "--force" in answer.err
    assert out.read_text() == "theirs"
    assert month("summary", "--out", str(out), "--force").code == 0
    assert out.read_text().startswith("# My summary")


def test_the_journal_itself_is_never_written_over(month: Run, home: Path) -> None:
    place = home / "journal.db"
    before = place.read_bytes()
    answer = month("summary", "--out", str(place), "--as", "html", "--force")
    assert (answer.code, "That is the journal itself." in answer.err) == (2, True)
    assert place.read_bytes() == before


def test_a_pdf_needs_a_file(month: Run) -> None:
    answer = month("summary", "--as", "pdf")
    assert answer.code == 2
    assert "--out summary.pdf" in answer.err


def test_a_pdf_is_a_pdf(month: Run, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    out = tmp_path / "mine.pdf"
    assert month("summary", "--out", str(out)).code == 0
    assert out.read_bytes().startswith(b"%PDF-")


def test_without_the_part_for_pdf_it_says_how_to_get_it(
    month: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("typst", "hrjournal.formats.pdf.typst"):
        monkeypatch.setitem(sys.modules, name, None)
    answer = month("summary", "--out", str(tmp_path / "mine.pdf"))
    assert answer.code == 1
    assert "install typst" in answer.err
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_write_that_is_killed_leaves_no_file_of_that_name(month: Run, tmp_path: Path) -> None:
    out = tmp_path / "out" / "mine.html"
    out.parent.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", DIES, "summary", "--out", str(out)],
        check=False,
        capture_output=True,
        env={**os.environ, "TZ": "UTC"},
    )
    assert done.returncode == -signal.SIGKILL
    left = list(out.parent.iterdir())
    assert out not in left
    assert {stat.S_IMODE(path.stat().st_mode) for path in left} == {0o600}
    assert month("summary", "--out", str(out)).code == 0
    assert out.read_text(encoding="utf-8").endswith("</html>\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--since", "monday", "--days", "3"), "Either --since or --days, please."),
        (("--since", "yesterday", "--until", "2026-11-02"), "The first day lies after the last."),
        (("--include", "secrets"), '"secrets" is no part of a summary.'),
        (("--include", "wins", "--exclude", "wins"), "cannot be added and left out at once."),
        (("--title", " "), "A title has 1 to 120 characters."),
        (("--as", "csv", "--exclude", "calendar"), "As csv it is the calendar."),
        (("--with", "nobody"), "No choice of that name is remembered."),
    ],
)
def test_what_does_not_go_together_is_said(
    month: Run, words: tuple[str, ...], sentence: str
) -> None:
    answer = month("summary", *words)
    assert answer.code in {1, 2}
    assert answer.out == ""
    assert sentence in answer.err


def test_the_title_is_the_persons(month: Run) -> None:
    assert month("summary", "--title", "For  Monday").out.startswith("For Monday\n")
    assert (
        "<title>For Monday</title>" in month("summary", "--title", "For Monday", "--as", "html").out
    )


def test_a_preview_is_the_page_and_what_is_left_out_and_writes_nothing(
    month: Run, tmp_path: Path
) -> None:
    out = tmp_path / "mine.html"
    answer = month("summary", "--preview", "--out", str(out), "--exclude", "wins")
    page, _, below = answer.out.partition("Not in it")
    assert page.startswith("My summary\n")
    assert "Alcohol: used on 11 of 22 logged days." in page
    assert "  wins " in below
    assert "Nothing was written." in below
    assert not out.exists()
    told = json.loads(month("summary", "--preview", "--exclude", "wins", "--json").out)
    assert told["in"]["talk"] == 1
    assert "wins" in told["left_out"]


def test_choices_are_remembered_by_a_name(month: Run) -> None:
    saved = month("summary", "--exclude", "wins", "--alias", "--days", "14", "--save-as", "Kim")
    assert (
        saved.out.splitlines()[-1] == 'Remembered. To use it again: hrjournal summary --with "Kim"'
    )
    again = json.loads(month("summary", "--with", "kim", "--json").out)
    assert (again["aliased"], again["window"]["days"], "wins" in again["parts"]) == (
        True,
        14,
        False,
    )
    now = month("summary", "--with", "kim", "--names", "--include", "wins", "--since", "2026-11-02")
    assert "Alcohol" in now.out
    assert "What went well" in now.out
    assert "There is: kim." in month("summary", "--with", "tim").err


def test_undo_takes_a_remembered_choice_back(month: Run) -> None:
    month("summary", "--save-as", "kim")
    assert month("undo").out.startswith("Taken back: the last summary.")
    assert month("summary", "--with", "kim").code == 1


def test_names_that_a_screen_masks_stand_in_a_file(month: Run, tmp_path: Path) -> None:
    month("config", "discreet", "on")
    assert "Alcohol" not in month("summary").out
    month("session", "talk", "a", "walk", "and", "alcohol")
    assert "a walk" not in month("summary", "--alias").out
    month("config", "discreet", "off")
    assert "a walk and Substance A" in month("summary", "--alias").out
    month("config", "discreet", "on")
    out = tmp_path / "mine.md"
    month("summary", "--out", str(out))
    assert "Alcohol: US standard drinks a day" in out.read_text(encoding="utf-8")


def test_a_sudden_stop_is_told_plainly(run: Run) -> None:
    for day in range(11, 31):
        run("log", "alcohol", "10", at=f"2026-10-{day} 21:00")
    run("none", "alcohol", "--day", "2026-10-31", at="2026-11-01 10:00")
    noon = "2026-11-01 12:00"
    said = run("summary", "--plain", at=noon).out
    assert (
        "Safety: Alcohol: used on 14 of 14 logged days up to Fri 30 Oct 2026, and not after that.\n"
    ) in said
    assert "one day without" not in said
    assert "14 of 14" not in run("summary", "--exclude", "safety", at=noon).out
    hidden = run("summary", "--alias", "--plain", at=noon).out
    assert "Safety: Substance A: used on 14 of 14" in hidden


def test_looking_makes_no_journal(run: Run, home: Path) -> None:
    assert run("summary").code == 0
    assert not Place(home / "journal.db").path.exists()


def test_a_note_beside_nothing_else_is_there_when_it_is_chosen(run: Run) -> None:
    run("log", "alcohol", "2", "--note", "One\nof its own", at="2026-11-20 21:00")
    run("none", "--note", "A calm one", at="2026-11-21 21:00")
    assert "of its own" not in run("summary").out
    lines = run("summary", "--include", "notes", "--plain").out.splitlines()
    place = lines.index("My notes")
    assert lines[place + 1 : place + 4] == [
        "Fri 20 Nov 2026: One",
        "of its own",
        "Sat 21 Nov 2026: A calm one",
    ]


def test_a_dash_is_standard_output(month: Run) -> None:
    assert month("summary", "--out", "-", "--as", "md").out.startswith("# My summary")
