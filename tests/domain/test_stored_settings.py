from __future__ import annotations

import pytest

from hrjournal.domain.settings import SETTINGS
from hrjournal.domain.stored_settings import can_be_read, is_known, is_note
from hrjournal.domain.summary.options import SummaryOptions


@pytest.mark.parametrize("key", SETTINGS)
def test_every_choice_is_known_and_its_usual_value_can_be_read(key: str) -> None:
    assert is_known(key)
    assert not is_note(key)
    assert can_be_read(key, SETTINGS[key].usual)


@pytest.mark.parametrize(
    ("key", "value", "odd"),
    [
        ("heavy_day", "60", "060"),
        ("naloxone_expires", "2027-05-31", "May"),
        ("summary:Kim", SummaryOptions().to_json(), "{"),
        ("wins_seen_to", "739942", ""),
        ("journal_name", "89abcdef01234567", "x"),
    ],
)
def test_a_value_is_read_as_its_key_asks(key: str, value: str, odd: str) -> None:
    assert is_known(key)
    assert can_be_read(key, value)
    assert not can_be_read(key, odd)


def test_notes_and_what_nobody_knows() -> None:
    assert is_note("told:mixing:alcohol")
    assert is_note("wins_seen_to")
    assert not is_note("journal_name")
    assert not is_known("from_tomorrow")
    assert can_be_read("from_tomorrow", "on")
