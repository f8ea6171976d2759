"""The README's pictures are drawn from a sample journal, and compared on every run."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from conftest import APPROVED
from hrjournal.blocks import Page
from hrjournal.cli.app import app
from hrjournal.cli.context import AppContext
from hrjournal.cli.demo.sample_journal import fill
from hrjournal.formats.terminal.picture import svg
from support.places import ROOT

NOW = datetime(2026, 11, 23, 9, 40, tzinfo=ZoneInfo("Europe/Warsaw")).timestamp()
WIDTH = 88
COMMANDS = {
    "today": "today",
    "trends": "trends alcohol --weeks 8",
    "wins": "wins",
    "calendar": "calendar alcohol",
}


class Album(AppContext):
    """A session that keeps the page instead of drawing it."""

    page: Page

    def print_page(self, page: Page, **_: Any) -> None:
        self.page = page


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled sample journal."""
    place = tmp_path_factory.mktemp("sample") / "journal.db"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "Europe/Warsaw")
        fill(Album(file=place, clock=lambda: NOW))
    return place


@pytest.mark.parametrize("name", COMMANDS)
def test_a_picture_of_the_readme_is_what_is_seen_today(
    name: str, sample: Path, home: Path, approved: Callable[[str, str], None]
) -> None:
    session = Album(file=sample, clock=lambda: NOW)
    app(COMMANDS[name].split(), standalone_mode=False, obj=session)
    approved(f"pictures/{name}.svg", svg(session.page, WIDTH))


def test_the_first_side_of_the_summary_is_drawn_when_it_is_approved(
    request: pytest.FixtureRequest, sample: Path, tmp_path: Path, home: Path
) -> None:
    """Its words are approved elsewhere; another typesetter may set a letter a little aside."""
    picture = APPROVED / "pictures" / "summary.png"
    if request.config.getoption("--approve"):
        paper = tmp_path / "summary.pdf"
        words = ["summary", "--days", "90", "--paper", "a4", "--out", str(paper)]
        app(words, standalone_mode=False, obj=AppContext(file=sample, clock=lambda: NOW))
        drawn = ["pdftoppm", "-png", "-r", "88", "-singlefile", str(paper)]
        subprocess.run([*drawn, str(picture.with_suffix(""))], check=True)
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_readme_shows_every_picture() -> None:
    readme = (ROOT / "README.md").read_text()
    for path in (APPROVED / "pictures").iterdir():
        assert f"(tests/approved/pictures/{path.name})" in readme
