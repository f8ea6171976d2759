"""Kinds, units and drinks: what `log` needs, complete and without two meanings."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue, countries, units
from hrjournal.domain.substances.substance import Kind, even, fold
from hrjournal.domain.substances.units import DRINK, GRAMS
from hrjournal.errors import UsageError

KINDS = tuple(catalogue().kinds.values())
CODES = tuple(countries())
UNITS = dict(load("units").tables())


def test_there_are_41_kinds() -> None:
    assert len(KINDS) == 41


def test_no_name_stands_for_two_kinds() -> None:
    names = [{even(name) for name in (kind.id, kind.name, *kind.aliases)} for kind in KINDS]
    assert len(set(chain.from_iterable(names))) == sum(map(len, names))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_is_complete(kind: Kind) -> None:
    assert all((kind.id, kind.name, kind.aliases, kind.group, kind.family))
    assert all((kind.units, kind.routes))
    assert len(set(kind.units)) == len(kind.units)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("beer", "alcohol"),
        ("Whisky", "alcohol"),
        ("smoke", "tobacco"),
        ("cigarettes", "tobacco"),
        ("THC", "cannabis"),
        ("weed", "cannabis"),
        ("benzos", "benzodiazepines"),
        ("xanax", "benzodiazepines"),
        ("heroine", "heroin"),
        ("opioids", "rx_opioids"),
        ("methadone", "moud"),
        ("shrooms", "psilocybin"),
        ("coke", "cocaine"),
        ("ICE", "methamphetamine"),
    ],
)
def test_a_plain_word_finds_its_kind(word: str, kind: str) -> None:
    found = catalogue().find(word)
    assert found is not None
    assert found.id == kind


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_unit_of_a_kind_has_its_words(kind: Kind) -> None:
    assert set(kind.units) <= UNITS.keys() | {DRINK}


def test_stopping_at_once_is_flagged_where_it_can_be_dangerous() -> None:
    assert {kind.id for kind in KINDS if kind.hard_stop} == {
        "alcohol",
        "benzodiazepines",
        "z_drugs",
        "gabapentinoids",
        "ghb",
        "gaba_b",
        "barbiturates",
        "synthetic_cannabinoids",
    }


def test_opioids_are_those_whose_tolerance_falls_fast() -> None:
    assert {kind.id for kind in KINDS if kind.opioid} == {
        "heroin",
        "fentanyl",
        "rx_opioids",
        "tramadol",
        "moud",
        "kratom",
        "lean",
    }


def test_treatments_are_care() -> None:
    assert {kind.id for kind in KINDS if kind.medicine} == {"moud", "ssri_medicine"}


@pytest.mark.parametrize(
    ("code", "grams", "many"),
    [
        ("US", "14", "US standard drinks"),
        ("GB", "7.89", "UK units"),
        ("AU", "10", "Australian standard drinks"),
        ("CA", "13.45", "Canadian standard drinks"),
        ("AT", "20", "Austrian standard drinks"),
        ("JP", "20", "Japanese drink units"),
        ("IT", "12", "Italian alcohol units"),
        ("WHO", "10", "ten-gram drinks"),
    ],
)
def test_a_country_has_its_own_drink(code: str, grams: str, many: str) -> None:
    drink = countries()[code]
    assert drink.grams == Decimal(grams)
    assert drink.many == many


def test_there_are_28_countries_and_the_world() -> None:
    assert len(CODES) == 29


@pytest.mark.parametrize("code", CODES)
def test_a_drink_lies_between_8_and_20_grams_as_published(code: str) -> None:
    assert Decimal("7.89") <= countries()[code].grams <= 20


def test_a_unit_that_converts_does_so_into_one_that_is_kept() -> None:
    for name, unit in UNITS.items():
        base = unit.text("base", name)
        assert "base" not in UNITS[base].facts, name
        assert ("base" in unit.facts) == ("factor" in unit.facts), name


def test_units_are_built_once_for_a_country() -> None:
    assert units("PL") is units("PL")


@pytest.mark.parametrize("code", ["GB", "gb", " UK ", "uk"])
def test_a_code_is_taken_as_people_write_it(code: str) -> None:
    assert units(code).drink.country == "GB"


def test_an_unknown_code_is_answered_with_those_that_are_known() -> None:
    with pytest.raises(UsageError, match='No standard drink is known here for "XX"') as refused:
        units("XX")
    assert all(code in str(refused.value) for code in CODES)


def test_grams_are_the_base_of_everything_alcoholic() -> None:
    for code in CODES:
        assert units(code).base(DRINK) == units(code).base("uk_unit") == GRAMS


def test_names_are_found_whatever_their_case() -> None:
    for kind in catalogue().kinds.values():
        for alias in kind.aliases:
            assert catalogue().find(alias.upper()) is catalogue().find(fold(alias)) is kind
