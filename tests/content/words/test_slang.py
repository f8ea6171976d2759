"""Names of substances in slang and other languages: one meaning a country, or a question."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import Any

import pytest

from hrjournal.content.units import catalogue
from hrjournal.domain.substances.substance import fold
from support.vocabulary import (
    BEVERAGES,
    CODES,
    DRINKS,
    SLANG,
    UNITS,
    VESSELS,
    here,
    stems,
    unit_words,
)

pytestmark = pytest.mark.slow

NAMES = SLANG["names"]
UNCLEAR = SLANG["unclear"]
NEEDED = {  # what people write, by country: its kind, and what one of it is
    "US": {"blunt": "joint", "bars": "pill", "whippets": "canister", "marlboro": "cig"},
    "GB": {"zoot": "joint", "pingers": "pill", "fags": "cig", "balloons": "balloon"},
    "IE": {"yokes": "pill", "fag": "cig"},
    "CA": {"darts": "cig", "blunts": "joint"},
    "AU": {"cones": "bong", "nangs": "canister", "durry": "cig", "pingas": "pill"},
    "NZ": {"durries": "cig", "nang": "canister"},
    "DE": {"kippen": "cig", "tüte": "joint", "teile": "pill", "pappe": "tab"},
    "NL": {"peuken": "cig", "jointje": "joint", "zegeltje": "tab"},
    "PL": {"szlugi": "cig", "skręt": "joint", "kartonik": "tab"},
}


def named(code: str) -> dict[str, dict[str, Any]]:
    return {word: row for row in NAMES if here(row, code) for word in row["words"]}


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["words"][0])
def test_a_name_is_of_a_kind_and_counted_in_a_unit_of_it(row: dict[str, Any]) -> None:
    kind = catalogue().kinds[row["kind"]]
    if "unit" in row:
        assert kind.id in UNITS[row["unit"]].get("of", [kind.id])
    if "name" in row:
        assert kind.apart
        known = catalogue().find(row["name"])
        assert known is not None
        assert known.id == kind.id
    assert ("factor" in row) <= ("unit" in row)
    assert set(row.get("countries", CODES)) <= set(CODES)
    assert [word for word in row["words"] if fold(word) != word] == []


@pytest.mark.parametrize("code", CODES)
def test_no_word_means_two_substances_in_a_country(code: str) -> None:
    rows = defaultdict(list)
    for row in NAMES:
        if here(row, code):
            for word in row["words"]:
                rows[word].append(row["kind"])
    assert {word: kinds for word, kinds in rows.items() if len(kinds) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_an_unclear_word_is_asked_about_and_never_a_name(code: str) -> None:
    unclear = [row["word"] for row in UNCLEAR if here(row, code)]
    assert len(unclear) == len(set(unclear))
    assert set(unclear) & named(code).keys() == set()


def test_what_an_unclear_word_can_mean_is_known() -> None:
    drinks = set(chain.from_iterable(row["words"] for row in DRINKS["brands"]))
    for row in UNCLEAR:
        assert len(row["means"]) > 1
        assert all(catalogue().find(name) or fold(name) in drinks for name in row["means"]), row
        assert fold(row["word"]) == row["word"]
        assert set(row.get("countries", CODES)) <= set(CODES)


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["words"][0])
def test_a_name_that_is_known_already_stands_here_for_its_unit_or_name(row: dict[str, Any]) -> None:
    for word in row["words"]:
        known = catalogue().find(word)
        if known is not None:
            assert known.id == row["kind"], word
            assert {"unit", "name"} & row.keys(), word


@pytest.mark.parametrize("code", CODES)
def test_a_name_of_a_substance_is_no_drink_and_no_vessel(code: str) -> None:
    brands = [row["words"] for row in DRINKS["brands"] if here(row, code)]
    poured = [row["words"] for row in BEVERAGES.values()]
    words = set(chain(*brands, *poured, *VESSELS.values()))
    assert named(code).keys() & words == set()


@pytest.mark.parametrize("code", CODES)
def test_pieces_are_counted_as_what_they_are(code: str) -> None:
    found = named(code)
    for word, unit in NEEDED[code].items():
        assert any(found[stem].get("unit") == unit for stem in stems(word) if stem in found), word


@pytest.mark.parametrize("kind", catalogue().kinds)
def test_no_word_names_two_units_of_a_kind(kind: str) -> None:
    words = [
        word
        for unit, facts in UNITS.items()
        if kind in facts.get("of", [kind])
        for word in unit_words(unit)
    ]
    assert len(words) == len(set(words))
    assert [word for word in words if fold(word) != word] == []


def test_a_unit_belongs_to_the_kinds_that_are_counted_in_it() -> None:
    for kind in catalogue().kinds.values():
        for unit in set(kind.units) & UNITS.keys():
            assert kind.id in UNITS[unit].get("of", [kind.id]), (kind.id, unit)
    for unit, facts in UNITS.items():
        assert set(facts.get("of", ())) <= catalogue().kinds.keys(), unit


def test_what_belongs_to_some_kinds_belongs_to_no_others() -> None:
    assert UNITS["pack"]["of"] == UNITS["carton"]["of"] == ["tobacco"]
    assert "alcohol" not in UNITS["shot"]["of"]
    alcoholic = {unit for unit, facts in UNITS.items() if "alcohol" in facts.get("of", ())}
    assert alcoholic == {"g_alc", "uk_unit"}


def test_parts_of_an_ounce_and_bundles_hold_what_they_are_sold_as() -> None:
    held = {
        unit: (facts["base"], facts["factor"]) for unit, facts in UNITS.items() if "base" in facts
    }
    assert held["ounce"] == ("mg", 28350)
    assert held["eighth"] == held["eight-ball"] == ("mg", 3500)
    assert held["quarter"] == ("mg", 7000)
    assert (held["bundle"], held["brick"]) == (("bag", 10), ("bag", 50))
    assert (held["pack"], held["carton"]) == (("cig", 20), ("cig", 200))
    assert held["bar"] == ("pill", 1)
