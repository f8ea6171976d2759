"""What amounts are made of: kinds of substances, units, and the drinks of each country."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.loader import load
from hrjournal.domain.substances.substance import Catalogue, Kind, fold
from hrjournal.domain.substances.units import Drink, Unit, Units
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.content.loader import TomlTable

OWN = "drink of yours"


@cache
def catalogue() -> Catalogue:
    """The kinds of substances that the program knows."""
    file = load("substances")
    stops = file.table("rules").table("sudden_stop").texts("groups")
    breaks = file.table("rules").table("opioid_break").texts("groups")
    return Catalogue(
        Kind(
            id=name,
            name=kind.text("name"),
            aliases=kind.texts("aliases"),
            group=kind.text("group"),
            family=kind.text("family"),
            units=kind.texts("units"),
            routes=kind.texts("routes"),
            medicine=kind.flag("medicine"),
            hard_stop=kind.text("group") in stops,
            opioid=kind.text("group") in breaks,
            apart=kind.flag("apart"),
        )
        for name, kind in file.tables("kinds")
    )


@cache
def countries() -> Mapping[str, Drink]:
    """The standard drink of every country that has one here, by the country's code."""
    return {code: _drink(code, row) for code, row in _drinks().tables("countries")}


def _drink(code: str, row: TomlTable) -> Drink:
    return Drink(
        country=code,
        country_name=row.text("name"),
        one=row.text("one"),
        many=row.text("many"),
        grams=row.number("grams"),
        verified=row.flag("verified"),
        aliases=row.texts("aliases"),
    )


def country_code(text: str) -> str:
    """The code of a country that is written by its code or by a name of it; else what was typed."""
    word = fold(text)
    names = load("countries").table("names")
    by_name = {fold(drink.country_name): code for code, drink in countries().items()}
    by_name |= {name: code for code in names.facts for name in names.texts(code)}
    return by_name.get(word, text.strip())


@cache
def units(country: str, drink_size: str = "country", *, masked: bool = False) -> Units:
    """What counts and says amounts for a person in this country.

    `drink_size` is the country's, or grams of pure alcohol in a drink of the person's own.

    Raises:
        UsageError: when no drink is known for the code; it lists those that are.
    """
    code = country.strip().upper()
    code = _drinks().table("also").text(code, code)
    known = _drinks().table("countries")
    if code not in known.facts:
        raise UsageError(
            f'No standard drink is known here for "{country}". '
            f"Codes that are known: {', '.join(sorted(known.facts))}. "
            "WHO counts in drinks of ten grams."
        )
    drink = _drink(code, known.table(code))
    if drink_size != "country":
        drink = drink._replace(one=OWN, many="drinks of yours", grams=Decimal(drink_size))
    return Units(_units(), drink, masked=masked)


@cache
def _drinks() -> TomlTable:
    return load("drinks")


@cache
def _units() -> tuple[Unit, ...]:
    return tuple(
        Unit(
            id=name,
            one=unit.text("one"),
            many=unit.text("many"),
            base=unit.text("base", name),
            factor=unit.number("factor", 1),
            aliases=unit.texts("aliases"),
        )
        for name, unit in load("units").tables()
    )
