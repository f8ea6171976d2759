"""What is said of the data of a summary is what stands in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hrjournal.domain.summary.sections import Section
from support.marked import fill, summary

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal with something in every part."""
    monkeypatch.setenv("TZ", "UTC")
    place = tmp_path / "journal.db"
    fill(place)
    return place


def test_every_key_and_every_column_is_explained(run: Run, marked: Path, tmp_path: Path) -> None:
    told = json.loads(run("summary", "--explain", "--json").out)
    parts = [word for part in Section for word in ("--include", part.value)]
    for form in ("json", "csv"):
        summary(marked, "--out", str(tmp_path / f"out.{form}"), *parts)
    found = json.loads((tmp_path / "out.json").read_bytes())
    assert list(found) == [*told["file"], *told["parts"]]
    table = (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert next(csv.reader(io.StringIO(table))) == list(told["columns"])


def test_it_needs_no_journal_and_asks_nothing(run: Run, home: Path) -> None:
    answer = run("summary", "--explain")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("The summary as data\n")
    assert not home.exists()
