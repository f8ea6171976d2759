"""A preview names exactly what the file names: the page itself, whatever the screen masks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from hrjournal.store.changes import set_settings
from support.marked import MARKS, NEVER, fill, session, summary

NAMES: Final = ("alcohol", "zqpowder", "zqscoop", "substance a", "substance b")
ADDED: Final = "people,routes,money,places,roots,events,good,notes,letter"
WISHES: Final = {
    "usual": (),
    "by letters": ("--alias",),
    "with all": ("--include", ADDED),
    "with all, by letters": ("--include", ADDED, "--alias", "--title", "My zqpowder days"),
    "without one": ("--include", ADDED, "--without", "zqpowder"),
    "without one, by letters": ("--without", "alcohol", "--alias"),
    "some parts": ("--exclude", "all", "--include", "talk,agreed,urges,notes"),
    "of long": ("--days", "90"),
}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a mark in every field."""
    place = tmp_path_factory.mktemp("preview") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        fill(place)
    return place


def said(text: str) -> set[str]:
    """The words of the person, and the names of substances."""
    folded = " ".join(text.casefold().split()).replace("zqscoops", "zqscoop")
    own = set(re.findall(r"zq[a-z]+", folded)) | {mark for mark in MARKS.values() if mark in folded}
    return own | {name for name in NAMES if name in folded}


@pytest.mark.parametrize("form", ["md", "html", "txt"])
@pytest.mark.parametrize("wish", WISHES)
def test_it_names_what_the_file_names(
    wish: str, form: str, marked: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = WISHES[wish]
    summary(marked, *words, "--out", str(tmp_path / f"out.{form}"))
    file = (tmp_path / f"out.{form}").read_text(encoding="utf-8")
    capsys.readouterr()
    summary(marked, *words, "--preview")
    page, _, below = capsys.readouterr().out.partition("Not in it")
    assert said(page) == said(file)
    assert not said(file) & set(NEVER)
    left = {"zqpowder"} if "zqpowder" in words else {"alcohol"} if "alcohol" in words else set()
    assert said(below) == left


@pytest.mark.parametrize("wish", WISHES)
def test_where_a_screen_masks_names_too(
    wish: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    place = tmp_path / "journal.db"
    fill(place)
    now = session(place)
    with now.open_journal(write=True) as journal:
        set_settings(journal, {"discreet": "on"}, now.instant)
    words = WISHES[wish]
    summary(place, *words, "--out", str(tmp_path / "out.md"))
    announced = capsys.readouterr().out
    file = (tmp_path / "out.md").read_text(encoding="utf-8")
    summary(place, *words, "--preview")
    page, _, _ = capsys.readouterr().out.partition("Not in it")
    assert said(page) == said(file)
    assert said(announced.partition("Saved as")[0]) == set()
