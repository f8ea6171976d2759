"""A wheel brings what is made ahead; a checkout holds none of it and needs none of it."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

import pytest

from hrjournal.cli.program.completion_table import completion_files
from hrjournal.content import loader
from hrjournal.content.words import build as build_words
from hrjournal.formats.document import templates
from support.building import build, contents
from support.places import SOURCE

DRAWN: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from hrjournal.formats.document import templates
templates.FileSystemLoader = None
sys.path.insert(0, sys.argv[2])
from hrjournal.formats.document.html import html_text
from support.formats.sample_page import PAGE
sys.stdout.write(html_text(PAGE))
"""


def test_a_wheel_holds_everything_that_is_made_ahead(installed: Path) -> None:
    package = installed / "hrjournal"
    for folder, files in (
        ("content/_cache", loader.cache_files() | build_words.compiled_files()),
        ("formats/document/_compiled", templates.compiled_files()),
    ):
        made = (path for path in (package / folder).iterdir() if path.is_file())
        held = {path.name: path.read_text("utf-8") for path in made}
        assert held == files
    for name, text in completion_files().items():
        assert (package / "cli" / "program" / name).read_text("utf-8") == text


def test_a_page_is_drawn_by_what_is_compiled(
    installed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-I", "-B", "-c", DRAWN, str(installed), str(tests)],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout == (tests / "approved/formats/page.html").read_text("utf-8")


def test_a_checkout_holds_nothing_that_is_made_ahead() -> None:
    assert list(SOURCE.rglob("_cache")) == []
    assert list(SOURCE.rglob("_compiled")) == []


@pytest.mark.slow
def test_a_wheel_is_the_same_from_a_checkout_and_from_an_sdist(tmp_path: Path) -> None:
    with tarfile.open(build("sdist", tmp_path)) as sdist:
        sdist.extractall(tmp_path, filter="data")
    source = next(path for path in tmp_path.iterdir() if path.is_dir())
    (tmp_path / "again").mkdir()
    again = build("wheel", tmp_path / "again", source)
    assert contents(again) == contents(build("wheel", tmp_path))
