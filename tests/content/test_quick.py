"""The quick copies say what the files say, and a copy that does not fit is left aside."""

from __future__ import annotations

import json
import shutil
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hrjournal.content import loader as files


def written(name: str) -> str:
    return (files.HERE / f"{name}.toml").read_text(encoding="utf-8")


def plainly(facts: object) -> object:
    """The facts with days as text, which is how they stand in a copy."""
    if isinstance(facts, dict):
        return {key: plainly(value) for key, value in facts.items()}
    if isinstance(facts, list):
        return [plainly(value) for value in facts]
    return facts.isoformat() if isinstance(facts, date) else facts


@pytest.fixture
def copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The facts with a copy of each beside them, as they are installed."""
    facts = tmp_path / "facts"
    shutil.copytree(files.HERE, facts)
    cache = tmp_path / "_cache"
    cache.mkdir()
    for name, text in files.cache_files().items():
        (cache / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(files, "HERE", facts)
    return cache


@pytest.mark.parametrize("name", files.CACHED)
def test_what_is_loaded_is_what_the_file_says(name: str, copies: Path) -> None:
    facts = tomllib.loads(written(name), parse_float=Decimal)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "parsed", None)  # all of it comes from the copy
        assert plainly(files.load(name).facts) == plainly(facts)
    (copies / f"{name}.json").unlink()
    assert files.load(name).facts == facts


def test_every_copy_is_one_that_is_used(copies: Path) -> None:
    assert {path.stem for path in copies.iterdir()} == set(files.CACHED)


def test_a_copy_of_other_words_is_left_aside(copies: Path) -> None:
    file = copies.parent / "facts" / "units.toml"
    file.write_text("reviewed = 2026-11-23\nline = 1.50\n", encoding="utf-8")
    files.cache_path("units").write_text(files.cache_text(written("units")), encoding="utf-8")
    assert files.load("units").facts == {"reviewed": "2026-11-23", "line": Decimal("1.5")}
    assert files.load("units").day("reviewed") == date(2026, 11, 23)
    file.write_text("reviewed = 2026-11-24\nline = 2\n", encoding="utf-8")
    assert files.load("units").facts == {"reviewed": date(2026, 11, 24), "line": 2}


def test_a_copy_is_data_alone() -> None:
    for text in files.cache_files().values():
        _, facts = text.splitlines()
        assert isinstance(json.loads(facts), dict)
