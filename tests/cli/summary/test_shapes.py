"""A summary of a journal of any shape is true and whole, in every form."""

from __future__ import annotations

import csv
import io
import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from support.marked import read, summary
from support.shapes import SHAPES, TEN_YEARS, write

pytestmark = pytest.mark.slow

FORMS: Final = ("html", "md", "txt", "text", "json", "csv", "pdf")
SAID: Final = {
    "empty": ("Nothing is logged in these days yet.",),
    "one day": ("used on 1 of 1 logged day.", "largest day 2", "Mon 23 Nov 2026 (1 day)"),
    "one substance": ("used on 60 of 89 logged days", "days used", "18 of 28", "highest week"),
    "three substances": ("Alcohol: used on 60 of 89", "Cannabis: used", "Tobacco: used"),
    "twenty substances": (
        "Thing a: used on 20 of 30",
        "Thing t: used on 20 of 30",
        "Left out, for there was no room on two sides",
    ),
    "ten years": ("used on 2436 of 3653 logged days", "month by month", f"({TEN_YEARS + 1} days)"),
    "check-ins alone": ("Mood (10 is best)", "(6.0)", "Sleep, hours", "7.0"),
    "none alone": ("used on 0 of 30 logged days", "100.0% (30)"),
    "amounts unknown": ("used on 30 of 30 logged days", "days used", "makes a day of use"),
    "a medicine": (
        "taken on 60 days that I logged, of 61 days since Thu 24 Sep 2026",
        "Days taken",
        "in mg",
        "40 (60)",
    ),
    "two units": ("used on 40 of 40 logged days", "lines"),
    "long ago": ("Nothing is logged in these days yet.",),
}
LENGTHS: Final = {  # days from the first logged one on, 90 at most
    "one day": 1,
    "twenty substances": 31,
    "check-ins alone": 31,
    "none alone": 31,
    "amounts unknown": 31,
    "a medicine": 61,
    "two units": 41,
}
DAYS: Final = {"ten years": ("--days", str(TEN_YEARS + 1))}
SUBSTANCES: Final = {
    "empty": 0,
    "check-ins alone": 0,
    "long ago": 0,
    "twenty substances": 20,
    "three substances": 3,
}


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A journal of each shape."""
    folder = tmp_path_factory.mktemp("shapes")
    found = {shape: folder / shape.replace(" ", "-") / "journal.db" for shape in SHAPES}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        for shape, place in found.items():
            place.parent.mkdir()
            write(place, shape)
    return found


@pytest.mark.parametrize("shape", SHAPES)
def test_it_says_what_is_true(
    shape: str, places: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    summary(places[shape], *DAYS.get(shape, ()))
    found = " ".join(capsys.readouterr().out.split())
    assert [words for words in SAID[shape] if words not in found] == []
    assert "All of this is what I wrote down myself." in found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("shape", SHAPES)
def test_it_is_whole(shape: str, form: str, places: dict[str, Path], tmp_path: Path) -> None:
    pytest.importorskip("typst" if form == "pdf" else "json")
    out = tmp_path / f"out.{form}"
    summary(places[shape], *DAYS.get(shape, ()), "--out", str(out))
    whole(out.read_bytes(), form, shape)


@pytest.mark.parametrize("shape", SHAPES)
def test_with_every_part_and_by_letters_it_is_whole_too(
    shape: str, places: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    summary(places[shape], "--include", "reasons,screens,people,routes,money,places", "--alias")
    found = capsys.readouterr().out
    assert "Substances go by letters here" in " ".join(found.split())
    assert "alcohol" not in found.casefold()


def test_what_a_shell_sends_into_a_file_is_said_too(
    places: dict[str, Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with (tmp_path / "out.md").open("w", encoding="utf-8") as out:
        monkeypatch.setattr("sys.stdout", out)
        summary(places["one day"], "--as", "md")
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("# My summary")
    said = capsys.readouterr().err
    assert "The file is not encrypted: whoever has it can read it." in said
    assert "coverage" in said


def whole(made: bytes, form: str, shape: str) -> None:
    match form:
        case "html":
            assert balanced(made.decode())
        case "pdf":
            assert "My summary" in read(made)
        case "json":
            found = json.loads(made)
            assert len(found["measures"]["substances"]) == SUBSTANCES.get(shape, 1)
        case "csv":
            rows = list(csv.reader(io.StringIO(made.decode(), newline="")))
            days = TEN_YEARS + 1 if shape == "ten years" else LENGTHS.get(shape, 90)
            told = days * SUBSTANCES.get(shape, 1) if shape != "check-ins alone" else 30
            assert len(rows) == 1 + told
            assert {len(row) for row in rows} == {10}
        case "text":
            lines = made.decode().splitlines()
            assert 2 <= len(lines) <= 10
            assert all(line.strip() for line in lines)
        case _:
            assert "My summary" in made.decode()


def balanced(document: str) -> bool:
    """Whether every element that opens closes, in its order."""
    still: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as it is called
            if tag not in {"meta", "br", "input"}:
                still.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert still.pop() == tag

        def handle_startendtag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the same
            assert tag in {"path", "rect", "circle"}

    Reader().feed(document)
    return not still
