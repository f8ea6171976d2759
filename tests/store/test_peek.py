from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.store import Place, changes
from hrjournal.store.peek import glance
from support.keeping import NOW, names_in, opened


@pytest.fixture
def chosen(place: Place) -> Place:
    """A journal whose owner lives in Poland."""
    with opened(place) as journal:
        changes.set_setting(journal, "country", "PL", NOW)
    return place


def test_a_glance_tells_what_was_chosen(chosen: Place) -> None:
    assert glance(chosen)["country"] == "PL"


def test_a_locked_journal_is_not_waited_for(chosen: Place) -> None:
    with closing(sqlite3.connect(chosen.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        started = time.monotonic()
        assert glance(chosen) == {}
        assert time.monotonic() - started < 10  # a writer is waited for three times as long


@pytest.mark.parametrize("content", [b"", b"no journal at all", b"SQLite format 3\0" + b"\0" * 400])
def test_what_is_no_journal_tells_nothing_and_stays(place: Place, content: bytes) -> None:
    place.path.parent.mkdir()
    place.path.write_bytes(content)
    assert glance(place) == {}
    assert place.path.read_bytes() == content


def test_a_damaged_journal_tells_nothing(chosen: Place) -> None:
    whole = chosen.path.read_bytes()
    chosen.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert glance(chosen) == {}


def test_looking_makes_nothing(tmp_path: Path) -> None:
    assert glance(Place(tmp_path / "nowhere" / "journal.db", own=True)) == {}
    assert glance(Place(tmp_path)) == {}
    assert names_in(tmp_path) == []


def test_a_name_with_odd_characters_is_found(tmp_path: Path) -> None:
    place = Place(tmp_path / "a?b#c%20 ż.db")
    with opened(place) as journal:
        changes.set_setting(journal, "country", "GB", NOW)
    assert glance(place) == {"country": "GB"}
