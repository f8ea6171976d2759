from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.substances.substance import OwnServing
from hrjournal.store import Place, changes
from hrjournal.store.peek import ALIASES, EFFECTS, NAMES, SERVINGS, glance, look
from hrjournal.store.substances import named, rows
from support.builders import ALCOHOL, TODAY, entry
from support.keeping import NOW, keep, names_in, opened


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


def test_hidden_substances_take_their_names_and_servings_along(place: Place) -> None:
    with opened(place) as journal, journal.change("track", NOW) as change:
        one = change.track(ALCOHOL._replace(id=0))
        named.set_alias(change, "booze", one.id)
        for of in ("alcohol", "never tracked"):
            named.set_serving(change, of, OwnServing(f"my {of}", of, "g_alc", 9_000, "1"))
    assert look(place, NAMES, ALIASES, SERVINGS) == [
        [("Alcohol", 0)],
        [("booze",)],
        [("my alcohol",), ("my never tracked",)],
    ]
    with opened(place) as journal, journal.change("hide", NOW) as change:
        rows.write(change, one._replace(hidden=True))
    assert look(place, NAMES, ALIASES, SERVINGS) == [
        [("Alcohol", 1)],
        [],
        [("my never tracked",)],
    ]


def test_what_came_of_use_is_offered_again_where_it_is_short(place: Place) -> None:
    with opened(place) as journal:
        keep(
            journal,
            entry(EntryType.USE, TODAY, substance="alcohol", gave="calm", after="x" * 40),
            entry(EntryType.USE, TODAY - 1, substance="alcohol", after="tired"),
            entry(EntryType.USE, TODAY, substance="alcohol"),
        )
    assert look(place, EFFECTS) == [[("calm", None), (None, "tired")]]
