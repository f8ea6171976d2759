"""What is asked about: amounts that nobody uses, and numbers that could be pills or milligrams."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hrjournal.content.units import catalogue, units
from hrjournal.domain.substances.units import DRINK
from support.vocabulary import BEVERAGES, CODES, DRINKS, LIMITS, UNITS, strength

pytestmark = pytest.mark.slow

MOST = LIMITS["limits"]
BARE = LIMITS["bare_number"]
HEAVY = [  # what people who are used to much have used on a heavy day: kind or name, base unit
    ("alcohol", "g_alc", 336),  # 24 US beers
    ("alcohol", "g_alc", 553),  # 1.75 l of vodka
    ("tobacco", "cig", 80),
    ("cannabis", "joint", 30),
    ("cannabis", "mg", 28350),
    ("cannabis", "bong", 100),
    ("heroin", "mg", 5000),
    ("heroin", "bag", 50),
    ("fentanyl", "pill", 60),
    ("fentanyl", "mg", 3500),
    ("rx_opioids", "mg", 2000),
    ("tramadol", "mg", 2000),
    ("moud", "mg", 300),
    ("benzodiazepines", "mg", 500),
    ("benzodiazepines", "pill", 60),
    ("gabapentinoids", "mg", 6000),
    ("ghb", "ml", 100),
    ("baclofen", "mg", 300),
    ("cocaine", "mg", 14000),
    ("crack", "rock", 50),
    ("methamphetamine", "mg", 7000),
    ("amphetamine", "mg", 10000),
    ("mdma", "mg", 3000),
    ("mdma", "pill", 15),
    ("ketamine", "mg", 20000),
    ("lsd", "mg", 2),
    ("psilocybin", "mg", 100000),  # fresh
    ("nitrous", "canister", 400),
    ("nitrous", "balloon", 200),
    ("kratom", "mg", 100000),
    ("caffeine", "cup", 20),
]
SLIPS = [  # slips of the keys, in base units
    ("alcohol", "g_alc", 2800),  # 200 beers
    ("cocaine", "mg", 500000),
    ("cannabis", "mg", 350000),
    ("ketamine", "mg", 200000),
    ("lsd", "mg", 100),
    ("caffeine", "cup", 250),
    ("fentanyl", "mg", 5000),
    ("psilocybin", "mg", 300000),
    ("mdma", "pill", 120),
    ("heroin", "mg", 100000),
    ("moud", "mg", 6000),
    ("baclofen", "mg", 10000),
    ("ghb", "ml", 1000),
]


def bases(kind: str) -> set[str]:
    """The base units that a kind is kept in."""
    return {units("US").base(unit) for unit in catalogue().kinds[kind].units}


@pytest.mark.parametrize("kind", catalogue().kinds)
def test_every_kind_has_a_limit_in_every_unit_that_it_is_kept_in(kind: str) -> None:
    assert bases(kind) == MOST[kind].keys()


def test_every_unit_has_a_limit_for_a_kind_that_is_not_counted_in_it() -> None:
    kept = {facts.get("base", unit) for unit, facts in UNITS.items()}
    assert kept == MOST["any"].keys()


@pytest.mark.parametrize("name", sorted({*MOST, *LIMITS["ask_unit"], *BARE}))
def test_a_table_goes_by_a_kind_or_a_name_of_one(name: str) -> None:
    assert name == "any" or catalogue().find(name) is not None


@pytest.mark.parametrize(("name", "unit", "used"), HEAVY)
def test_a_heavy_day_is_not_asked_about(name: str, unit: str, used: int) -> None:
    assert used <= MOST[name][unit]


@pytest.mark.parametrize(("name", "unit", "typed"), SLIPS)
def test_a_slip_of_the_keys_is_asked_about(name: str, unit: str, typed: int) -> None:
    assert typed > MOST[name][unit]


@pytest.mark.parametrize("name", LIMITS["ask_unit"])
def test_what_is_offered_are_units_of_the_kind(name: str) -> None:
    kind = catalogue().find(name)
    offered = LIMITS["ask_unit"][name]
    assert kind is not None
    assert len(offered) > 1
    assert all(kind.id in UNITS[unit].get("of", [kind.id]) for unit in offered)


def test_a_bare_number_is_asked_about_where_a_guess_could_hurt() -> None:
    sedating = {"opioids", "tramadol", "benzodiazepines", "gabapentinoids", "barbiturates", "ghb"}
    counted = {"lean", "kratom"}  # in cups and in grams
    kinds = {kind.id for kind in catalogue().kinds.values() if kind.group in sedating}
    assert kinds - counted <= LIMITS["ask_unit"].keys()


@pytest.mark.parametrize("name", BARE)
def test_a_bare_number_is_read_in_one_way(name: str) -> None:
    kind = catalogue().find(name)
    assert kind is not None
    reached = Decimal(0)
    for row in BARE[name]:
        low, high = row.get("from", reached), row.get("below", Decimal("Infinity"))
        assert reached <= low < high, row
        assert ("unit" in row) != ("ask" in row), row
        for unit in row.get("ask", [row.get("unit")]):
            assert kind.id in UNITS[unit].get("of", [kind.id]), row
        reached = row.get("below", reached)


@pytest.mark.parametrize(
    ("name", "number", "unit"),
    [
        ("mdma", "2", "pill"),
        ("mdma", "120", "mg"),
        ("heroin", "0.1", "g"),
        ("methadone", "60", "mg"),
        ("gabapentinoids", "300", "mg"),
        ("lsd", "1", "tab"),
        ("lsd", "100", "ug"),
        ("mdma", "0.1", None),
        ("mdma", "15", None),
        ("cannabis", "0.3", None),
        ("adderall", "2", None),
    ],
)
def test_its_size_tells_what_a_bare_number_is(name: str, number: str, unit: str | None) -> None:
    rows = (
        row
        for row in BARE[name]
        if row.get("from", 0) <= Decimal(number) < row.get("below", Decimal("Infinity"))
    )
    assert next(rows).get("unit") == unit


def test_a_drink_can_be_as_strong_as_it_is_sold_and_no_stronger_than_it_can_be() -> None:
    most = LIMITS["strength"]
    assert most.keys() == BEVERAGES.keys()
    assert all(strength(code, of) <= most[of] for code in CODES for of in BEVERAGES)
    assert all(row.get("abv", 0) <= most[row["of"]] for row in DRINKS["brands"])
    assert most["beer"] < 50


def test_a_standard_drink_is_kept_in_grams() -> None:
    assert units("US").base(DRINK) in MOST["alcohol"]
