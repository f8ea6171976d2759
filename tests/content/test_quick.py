"""The quick copies say what the files say, and a copy that does not fit is left aside."""

from __future__ import annotations

import json
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


@pytest.mark.parametrize("name", files.CACHED)
def test_a_copy_is_made_of_its_file(name: str, request: pytest.FixtureRequest) -> None:
    copy = files.cache_path(name)
    if request.config.getoption("--approve"):
        copy.write_text(files.cache_text(written(name)), encoding="utf-8", newline="\n")
    hint = f"{name}.toml has changed: look at it, then pytest --approve tests/content/test_quick.py"
    assert copy.read_text(encoding="utf-8") == files.cache_text(written(name)), hint


@pytest.mark.parametrize("name", files.CACHED)
def test_what_is_loaded_is_what_the_file_says(name: str) -> None:
    facts = tomllib.loads(written(name), parse_float=Decimal)
    assert plainly(files.load(name).facts) == plainly(facts)


def test_every_copy_is_one_that_is_used() -> None:
    assert {path.stem for path in files.cache_path("").parent.iterdir()} == set(files.CACHED)


def test_a_copy_of_other_words_is_left_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "HERE", tmp_path)
    (tmp_path / "quick").mkdir()
    (tmp_path / "units.toml").write_text("reviewed = 2026-11-23\nline = 1.50\n", encoding="utf-8")
    files.cache_path("units").write_text(files.cache_text(written("units")), encoding="utf-8")
    assert files.load("units").facts == {"reviewed": "2026-11-23", "line": Decimal("1.5")}
    assert files.load("units").day("reviewed") == date(2026, 11, 23)
    (tmp_path / "units.toml").write_text("reviewed = 2026-11-24\nline = 2\n", encoding="utf-8")
    assert files.load("units").facts == {"reviewed": date(2026, 11, 24), "line": 2}


def test_a_copy_is_data_alone() -> None:
    for name in files.CACHED:
        _, facts = files.cache_path(name).read_text(encoding="utf-8").splitlines()
        assert isinstance(json.loads(facts), dict)
