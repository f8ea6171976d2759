"""The words of the files of facts as plain data, and drinks poured by the plain rule."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any, Final

from hrjournal.content.loader import load
from hrjournal.domain.substances.units import DENSITY

CODES: Final = ("US", "GB", "IE", "CA", "AU", "NZ", "DE", "NL", "PL")
DRINKS: Final = load("servings").facts
BEVERAGES: Final = DRINKS["beverages"]
VESSELS: Final = DRINKS["vessel_words"]
SLANG: Final = load("slang").facts
UNITS: Final = {name: unit.facts for name, unit in load("units").tables()}
LIMITS: Final = load("limits").facts
SMALL_WORDS: Final = {  # all but the parts of numbers such as twenty-one
    name: words for name, words in load("vocabulary").facts.items() if name != "compounds"
}


def here(row: dict[str, Any], code: str) -> bool:
    """Whether people in this country know what the row names."""
    return code in row.get("countries", CODES)


@cache
def regions(code: str) -> list[str]:
    """Where the servings of a country are looked for, in order."""
    return [*load("drinks").table("countries").table(code).texts("pours"), "any"]


def stems(word: str) -> set[str]:
    """A word, and what it can be the English plural of."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"}


def unit_words(unit: str) -> set[str]:
    """Every listed word of a unit."""
    facts = UNITS[unit]
    words = (unit, facts["one"], facts["many"], *facts.get("aliases", ()))
    return {word.casefold() for word in words}


def grams(code: str, of: str, vessel: str, abv: Decimal | None = None) -> Decimal:
    """Grams of pure alcohol in one, by hand: the nearest row, and the strength that was named."""
    row = _row(code, of, vessel)
    if "times" in row:
        return Decimal(row["times"]) * usual(code, of, abv)
    return _held(row, of, abv or strength(code, of), named=abv is not None)


def usual(code: str, of: str, abv: Decimal | None = None) -> Decimal:
    """Grams in what one of a beverage is where no vessel is said."""
    wanted = BEVERAGES[of]["serving"]
    row = next(row for row in _nearest(code) if row["id"] == wanted)
    return _held(row, of, abv or strength(code, of), named=abv is not None)


def strength(code: str, of: str) -> Decimal:
    """Percent by volume of a beverage."""
    abv = BEVERAGES[of]["abv"]
    regional = abv if isinstance(abv, dict) else {"any": abv}
    return Decimal(next(regional[region] for region in regions(code) if region in regional))


def _held(row: dict[str, Any], of: str, abv: Decimal, *, named: bool) -> Decimal:
    own = row.get("abv") if row["of"] == of and not named else None
    return Decimal(row["ml"]) * Decimal(own or abv) / 100 * DENSITY


def poured_here(code: str) -> list[tuple[str, str]]:
    """Every beverage and vessel that have a row of their own in a country."""
    rows = [row for row in _nearest(code) if "vessel" in row]
    return list(dict.fromkeys((row["of"], row["vessel"]) for row in rows))


def _nearest(code: str) -> list[dict[str, Any]]:
    order = regions(code)
    rows = [row for row in DRINKS["servings"] if set(row["regions"]) & set(order)]
    return sorted(rows, key=lambda row: min(order.index(r) for r in row["regions"] if r in order))


def _row(code: str, of: str, vessel: str) -> dict[str, Any]:
    rows = [row for row in _nearest(code) if row.get("vessel") == vessel]
    for beverage in (of, BEVERAGES[of].get("like")):
        found = [row for row in rows if row["of"] == beverage]
        if found:
            return found[0]
    return rows[0]
