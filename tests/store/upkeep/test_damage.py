"""What damage the doctor sees: every bit that changes anything, and it changes nothing itself."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from hrjournal.store import Place
from hrjournal.store.upkeep.inside import look_inside
from support.keeping import own
from support.store.damage import Damage, all_of_it, damages, write_all


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, bytes]:
    place = own(tmp_path_factory.mktemp("damage"))
    return place, write_all(place)


def seen(place: Place, damage: Damage) -> bool:
    """Whether the doctor sees it; looking changes nothing."""
    place.path.write_bytes(damage.data)
    _, findings = look_inside(place)
    assert place.path.read_bytes() == damage.data, damage.name
    beside = {path.name for path in place.path.parent.iterdir()}
    assert beside == {place.path.name, place.copies.name}
    return any(one.is_fault for one in findings)


def reads(path: Path) -> list[object] | None:
    """All that can be read; None when it cannot."""
    try:
        return all_of_it(path)
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def missed(whole: tuple[Place, bytes], count: int, seed: int) -> tuple[list[str], int]:
    """The damages that changed something and were not seen, and how many had no effect at all."""
    place, data = whole
    place.path.write_bytes(data)
    expected = reads(place.path)
    unseen = []
    without_effect = 0
    for damage in damages(data, count, seed):
        if not seen(place, damage):
            same = reads(place.path) == expected
            without_effect += same
            unseen += [] if same else [damage.name]
    return unseen, without_effect


def test_a_whole_journal_is_seen_to_be_whole(whole: tuple[Place, bytes]) -> None:
    place, data = whole
    place.path.write_bytes(data)
    content, findings = look_inside(place)
    assert findings == ()
    assert content is not None
    assert content.entries > 150
    assert all(content)


@pytest.mark.parametrize("seed", [1])
def test_a_bit_that_changes_anything_is_seen(whole: tuple[Place, bytes], seed: int) -> None:
    unseen, _ = missed(whole, 60, seed)
    assert unseen == []


@pytest.mark.slow
def test_five_hundred_bits_and_cuts_are_seen(whole: tuple[Place, bytes]) -> None:
    unseen, without_effect = missed(whole, 500, 2026)
    assert unseen == []
    assert without_effect < 150  # in pages that are empty, or where nothing lies in a page
