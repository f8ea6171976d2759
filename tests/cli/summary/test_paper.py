"""A PDF is laid out for the paper that the person has, on as few sheets as can be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Moment
from support.marked import DAY, NOW, session, summary
from support.shapes import write, write_weeks

pytest.importorskip("typst")

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
A4, LETTER = b"/MediaBox[0 0 595.27", b"/MediaBox[0 0 612 792]"
SHEETS: Final = {"one substance": 2, "three substances": 2, "twenty substances": 2}
ADDED: Final = "people,routes,money,places,roots,events,good,notes,letter"


@pytest.fixture
def month(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs commands over a journal of a few weeks, on a machine that tells no country."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
    write_weeks(run, home)
    return run


@pytest.mark.slow
@pytest.mark.parametrize(
    ("country", "words", "sheet"),
    [
        (None, (), A4),
        ("PL", (), A4),
        ("US", (), LETTER),
        ("CA", ("--paper", "a4"), A4),
        ("GB", ("--paper", "letter"), LETTER),
    ],
)
def test_it_is_the_paper_of_the_country_or_the_one_asked_for(
    month: Run, country: str | None, words: tuple[str, ...], sheet: bytes, tmp_path: Path
) -> None:
    if country:
        month("config", "country", country)
    out = tmp_path / "mine.pdf"
    month("summary", "--out", str(out), *words)
    assert sheet in out.read_bytes()


@pytest.mark.slow
def test_it_is_remembered_with_the_other_choices(month: Run, tmp_path: Path) -> None:
    first, second = (tmp_path / name for name in ("first.pdf", "second.pdf"))
    month("summary", "--out", str(first), "--paper", "letter", "--save-as", "doctor")
    month("summary", "--out", str(second), "--with", "doctor")
    assert second.read_bytes() == first.read_bytes()
    assert LETTER in second.read_bytes()


def test_any_other_paper_is_refused(month: Run, tmp_path: Path) -> None:
    answer = month("summary", "--paper", "a5", "--out", str(tmp_path / "mine.pdf"))
    assert answer.code == 2
    assert "a4" in answer.err
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("shape", SHEETS)
@pytest.mark.slow
def test_it_takes_two_sheets(shape: str, paper: str, tmp_path: Path) -> None:
    write(tmp_path / "journal.db", shape)
    out = tmp_path / "mine.pdf"
    summary(tmp_path / "journal.db", "--out", str(out), "--paper", paper)
    assert out.read_bytes().count(b"/Type/Page/") == SHEETS[shape]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.slow
def test_two_sheets_hold_whatever_is_written_and_chosen(paper: str, tmp_path: Path) -> None:
    place = tmp_path / "journal.db"
    write(place, "three substances")
    now = session(place)
    with now.open_journal(write=True) as journal, journal.change("log", now.instant) as change:
        for back in range(1, 80):
            moment = Moment(NOW - back * DAY, 0, "UTC")
            for sort in (EntryType.EVENT, EntryType.GOOD, EntryType.CHECKIN):
                words = f"{sort.value} number {back}, in some words of my own"
                change.add(Entry(type=sort, moment=moment, note=words, written=NOW))
    out = tmp_path / "mine.pdf"
    summary(place, "--out", str(out), "--paper", paper, "--include", ADDED)
    assert out.read_bytes().count(b"/Type/Page/") == 2
