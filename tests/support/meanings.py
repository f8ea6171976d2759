"""What the files of facts say that each word does in a country, and the words that do one thing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue
from hrjournal.domain.substances.substance import fold
from support.vocabulary import (
    BEVERAGES,
    DRINKS,
    SLANG,
    SMALL_WORDS,
    UNITS,
    VESSELS,
    here,
    stems,
    unit_words,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from hrjournal.domain.substances.substance import Kind

ALCOHOL: Final = "alcohol"
DAYS: Final = [date(2026, month, day) for month in range(1, 13) for day in range(1, 8)]
SHORT: Final = {f"{day:%{form}}".lower() for day in DAYS for form in "ab"}  # mon, jan


@cache
def jobs(code: str) -> dict[str, set[str]]:
    """Every listed word of a country, with what it does: `drink beer None`, `unit joint`."""
    found: dict[str, set[str]] = {}
    for job, words in chain(_small(), _drunk_words(code), _substances(code)):
        for word in words:
            found.setdefault(word, set()).add(job)
    return found


Jobs = Iterable[tuple[str, Iterable[str]]]


def _small() -> Jobs:
    lists = ((name, words) for name, words in SMALL_WORDS.items() if not isinstance(words, date))
    units = ((f"unit {unit}", unit_words(unit)) for unit in UNITS)
    return chain(lists, units, [("time", TIME_WORDS)])


def _drunk_words(code: str) -> Jobs:
    vessels = (
        (f"vessel {vessel}", (vessel, vessel.replace("-", " "), *words))
        for vessel, words in VESSELS.items()
    )
    beverages = ((f"drink {of}", row["words"]) for of, row in BEVERAGES.items())
    brands = (
        (f"drink {row['of']} {row.get('abv')}", row["words"])
        for row in DRINKS["brands"]
        if here(row, code)
    )
    return chain(vessels, beverages, brands)


def _substances(code: str) -> Jobs:
    slang = (
        (f"name {row['kind']} {row.get('name')} {row.get('unit')}", row["words"])
        for row in SLANG["names"]
        if here(row, code)
    )
    unclear = (("unclear", [row["word"]]) for row in SLANG["unclear"] if here(row, code))
    listed = (
        (f"listed {kind.id}", map(fold, (kind.name, *kind.aliases)))
        for kind in catalogue().kinds.values()
    )
    return chain(slang, unclear, listed)


TIME_WORDS: Final = frozenset(
    chain.from_iterable(
        (word for meant in table for word in meant)
        for table in (
            [row for row in section.values() if isinstance(row, list)]
            for name, section in load("times").facts.items()
            if isinstance(section, dict) and name not in {"dates", "clocks"}
        )
    )
)


def jobs_of(code: str, word: str) -> set[str]:
    """What a word does, read as it stands or as a plural."""
    return set().union(*(jobs(code).get(stem, set()) for stem in stems(word)))


@cache
def drink_words(code: str) -> list[tuple[str, str, Decimal | None, str | None]]:
    """Words of one drink alone: what it is of, its strength and its vessel where it has them."""
    rows: list[tuple[str, str, Decimal | None, str | None]]
    rows = [(word, of, None, None) for of, row in BEVERAGES.items() for word in row["words"]]
    rows += [
        (word, row["of"], row.get("abv"), row.get("vessel"))
        for row in DRINKS["brands"]
        if here(row, code)
        for word in row["words"]
    ]
    return [
        row
        for row in rows
        if len(jobs_of(code, row[0]) - {"listed alcohol"}) == 1 and not _of_time(row[0])
    ]


@cache
def vessel_words(code: str, vessel: str) -> list[str]:
    """Words for a vessel that do nothing else."""
    words = {vessel.replace("-", " "), *VESSELS[vessel]}
    return sorted(word for word in words if jobs_of(code, word) == {f"vessel {vessel}"})


class Named(NamedTuple):
    """A word for a substance that does nothing else, and what one of it is."""

    word: str
    kind: Kind
    name: str
    unit: str | None
    factor: Fraction
    singular: bool = True  # the first of its row; those behind it can be its plurals


@cache
def named(code: str) -> list[Named]:
    """Every name of a substance that is no drink, slang first."""
    found: dict[str, Named] = {}
    for row in SLANG["names"]:
        kind = catalogue().kinds[row["kind"]]
        name, factor = row.get("name", kind.name), Fraction(str(row.get("factor", 1)))
        for word in row["words"] if here(row, code) else ():
            first = word == row["words"][0]
            found[word] = Named(word, kind, name, row.get("unit"), factor, first)
    for kind in catalogue().kinds.values():
        for name in (kind.name, *kind.aliases):
            found.setdefault(fold(name), Named(fold(name), kind, name, None, Fraction(1)))
    return [one for one in found.values() if _one_meaning(code, one)]


def _one_meaning(code: str, one: Named) -> bool:
    """Whether all that a word does is to name this substance, and to count it where it is a unit.

    A listed name that is a unit too, as a plural is, counts in the unit; slang has the table's.
    """
    tracked = None if one.name == one.kind.name else one.name
    of = {f"listed {one.kind.id}", f"name {one.kind.id} {tracked} {one.unit}"}
    last = one.word.split()[-1]
    counts = last != one.word and any(job.startswith("unit") for job in jobs_of(code, last))
    unclear = counts or one.kind.id in {ALCOHOL, "other", "lean"} or _of_time(one.word)
    return not unclear and jobs_of(code, one.word) <= of


def _of_time(name: str) -> bool:
    """Whether a month or a day stands in a name, as in `hertog jan`."""
    return any(word[:3] in SHORT for word in name.split())


def base(unit: str) -> tuple[str, Fraction]:
    """What a unit is kept in, and how many of that one is."""
    row = UNITS[unit]
    return row.get("base", unit), Fraction(str(row.get("factor", 1)))


@cache
def unit_names(code: str, kind: str) -> list[tuple[str, str]]:
    """Words that count this kind and do nothing else, with their units."""
    return [
        (word, unit)
        for unit in UNITS
        if kind in UNITS[unit].get("of", [kind]) and unit in catalogue().kinds[kind].units
        for word in sorted(unit_words(unit))
        if jobs_of(code, word) == {f"unit {unit}"}
    ]
