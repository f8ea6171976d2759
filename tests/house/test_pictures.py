"""The README's pictures are drawn from a sample journal, and compared on every run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

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


def test_the_readme_shows_every_picture() -> None:
    readme = (ROOT / "README.md").read_text()
    for name in COMMANDS:
        assert f"(tests/approved/pictures/{name}.svg)" in readme
