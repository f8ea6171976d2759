from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.archive import Archive, Record, text_of
from hrjournal.domain.substances.amount import LARGEST, Amount
from support.keeping import TEXT
from support.whole_journal import FIRST, SAVED, SOME, USE, WHOLE, data


def of(entry: object) -> str:
    return text_of(WHOLE._replace(entries=(Record(entry, "1@1"),)))  # type: ignore[arg-type]


def test_the_file_of_version_1_is_as_it_was_saved_once() -> None:
    saved, wins, _ = SAVED.read_text(encoding="utf-8").partition(',\n"wins": [')
    assert wins  # which stood in it then
    assert text_of(FIRST) == f"{saved}\n}}\n"


def test_a_record_says_what_was_written_under_plain_names() -> None:
    none, use, some = data()["entries"]
    assert use == {
        "id": 7,
        "origin": "0f" * 16,
        "sort": "use",
        "at": "2026-11-22T23:00:00+01:00",
        "zone": "Europe/Warsaw",
        "substance": "alcohol",
        "amount": {"low": 28.125, "high": 42, "unit": "g_alc", "about": True, "typed": "~2-3"},
        "mood": 0,
        "urge": 7,
        "urge_after": 3,
        "anxiety": 4,
        "pain": 1,
        "sleep_minutes": 445,
        "minutes": 20,
        "outcome": "less",
        "route": "oral",
        "with": "Kim & Ola",
        "spend": 12.505,
        "planned": True,
        "triggers": ["stress", "after-work"],
        "copings": ["walk"],
        "steps": ["ate", "water"],
        "note": USE.note,
        "gave": "relief",
        "after": "a bad night",
        "score": 6,
        "written": "2026-11-22T22:01:40+00:00",
    }
    assert none["timed"] is False
    assert datetime.fromisoformat(none["at"]).isoformat() == "2026-11-22T12:00:00-03:30"
    assert some["amount"] == {"unit": "cup", "typed": "?"}


def test_a_field_that_is_new_to_the_journal_is_not_forgotten_here() -> None:
    untold = [name for name, usual in USE._field_defaults.items() if getattr(USE, name) == usual]
    assert untold == []  # each says something in this sample, and comes back from its file


def test_an_empty_journal_has_its_parts_and_nothing_in_them() -> None:
    assert json.loads(text_of(Archive())) == {
        "format": "hrjournal",
        "version": 1,
        "settings": {},
        "substances": [],
        "starts": [],
        "entries": [],
        "keepsakes": [],
    }


def test_each_record_stands_on_a_line_of_its_own() -> None:
    lines = text_of(WHOLE).split("\n")
    assert lines[-1] == ""
    rows = [line for line in lines if line.startswith('{"id"')]
    parts = (WHOLE.entries, WHOLE.keepsakes)
    assert len(rows) == sum(len(part) for part in parts)
    assert all(json.loads(row.removesuffix(",")) for row in rows)


@given(note=TEXT)
def test_no_character_of_a_note_is_lost_and_none_acts_on_a_screen(note: str) -> None:
    text = of(SOME.replace(note=note))
    assert all(mark == "\n" or mark.isprintable() for mark in text)
    assert json.loads(text)["entries"][0]["note"] == note


@given(ends=st.tuples(st.integers(1, LARGEST), st.integers(1, LARGEST)))
def test_amounts_are_exact_to_the_thousandth(ends: tuple[int, int]) -> None:
    low, high = sorted(ends)
    text = of(SOME.replace(amount=Amount(low, high, "cup")))
    found = json.loads(text, parse_float=Decimal)["entries"][0]["amount"]
    assert (found["low"] * 1000, found["high"] * 1000) == (low, high)


@given(random=st.randoms(use_true_random=False))
def test_choices_stand_in_the_same_order_whatever_came_first(random: Random) -> None:
    shuffled = list(WHOLE.settings.items())
    random.shuffle(shuffled)
    assert text_of(WHOLE._replace(settings=dict(shuffled))) == text_of(WHOLE)
