"""The table of words as a wheel brings it says what the files say."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrjournal.content.words import table
from hrjournal.content.words.build import built, compiled_files


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of tables as they are installed."""
    for name, text in compiled_files().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(table, "cache_path", lambda name: tmp_path / f"{name}.json")
    return tmp_path


def test_every_word_of_a_country_does_there_what_its_files_say(shipped: Path) -> None:
    for country in ("DE", "GB", "US"):
        found, meant = table.ready(country), built(country)
        assert found is not None
        words = found.words
        assert [word for word in meant.words if word not in words] == []
        assert dict(words) == meant.words
        assert len(words) == len(meant.words)
        assert "no such word" not in words
        assert words.get("no such word") is None
        assert (found.pours, found.usual) == (meant.pours, meant.usual)


def test_a_table_of_other_files_is_left_aside(shipped: Path) -> None:
    (shipped / "words.json").write_text("00000000\nbeer\n{}\n", encoding="utf-8")
    assert table.ready("GB") is None
