"""The words that the reader knows: drinks, servings and slang of one country, and common words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue
from hrjournal.content.word_table import words_of
from hrjournal.domain.substances.amount import AmountRange
from hrjournal.domain.substances.substance import OTHER
from hrjournal.domain.words.lexicon import Beverage, Lexicon, Pour, Role, UnitWord, Usual
from hrjournal.domain.words.limits import BareNumber, Limits
from hrjournal.domain.words.understood import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrjournal.content.loader import TomlTable
    from hrjournal.domain.substances.units import Units

ANY = "any"


def lexicon(
    country: str,
    counted: Units,
    find: Callable[[str], Name | None] = lambda _: None,
    names: Callable[[], Iterable[str]] = tuple,
) -> Lexicon:
    """Every word that a person in this country may write; `find` and `names` add the journal's."""
    drinks = load("servings")
    return Lexicon(
        words_of(country),
        _meaning,
        _pours(drinks, country),
        _usual(drinks, country),
        find,
        lambda phrase: known_name(phrase, counted),
        lambda: (*names(), *catalogue().names()),
    )


def _meaning(role: str, told: Any) -> Any:
    """What a word means in a role, from the plain data of the table."""
    match role:
        case Role.NUMBER:
            low, high = map(Decimal, told)
            return AmountRange(low, high, about=low != high)
        case Role.UNIT:
            return tuple(UnitWord(unit, frozenset(kinds)) for unit, kinds in told)
        case Role.VOLUME:
            return Decimal(told)
        case Role.DRINK:
            of, abv, vessel, brand = told
            return Beverage(of, abv and Decimal(abv), vessel, brand)
        case Role.NAME:
            kind = catalogue().kind(told[0])
            return Name(kind, told[1] or kind.name, told[2], Decimal(told[3]))
        case _:
            return told


def known_name(phrase: str, counted: Units) -> Name | None:
    """The substance that everybody calls by this folded name; None for any other word.

    Words beside each other can be one name: `3 mmc` is, and `k 2` is none.
    """
    words = phrase.split()
    if len(words) > 1 and any(word[0].isdigit() for word in words[1:]):
        return None
    kind = catalogue().spelled(phrase)
    if kind is None or kind.id == OTHER.id:
        return None
    return Name(kind, catalogue().listed(phrase), counted.unit_in(phrase, kind))


@cache
def slang() -> dict[str, tuple[str, ...]]:
    """What people of any country call the substances of each kind, beside their names."""
    found: dict[str, list[str]] = {}
    for row in load("slang").rows("names"):
        found.setdefault(row.text("kind"), []).extend(row.texts("words"))
    drinks = load("servings")
    rows = (*(row for _, row in drinks.tables("beverages")), *drinks.rows("brands"))
    found["alcohol"] = [word for row in rows for word in row.texts("words")]
    found["alcohol"] += [row.text(n) for row in drinks.rows("servings") for n in ("one", "many")]
    return {kind: tuple(dict.fromkeys(words)) for kind, words in found.items()}


def limits() -> Limits:
    """What is plausible of one record, and how numbers without a unit are read."""
    file = load("limits")
    return Limits(
        most={
            kind: {unit: row.number(unit) for unit in row.facts}
            for kind, row in file.tables("limits")
        },
        strengths=_numbers(file.table("strength")) if "strength" in file.facts else {},
        asked={kind: file.table("ask_unit").texts(kind) for kind in file.table("ask_unit").facts},
        bare_numbers={
            name: tuple(map(_bare, file.table("bare_number").rows(name)))
            for name in file.table("bare_number").facts
        },
    )


def _bare(row: TomlTable) -> BareNumber:
    least, below = (row.number(key) if key in row.facts else None for key in ("from", "below"))
    return BareNumber(row.text("unit", ""), least, below, row.texts("ask"))


def _numbers(table: TomlTable) -> dict[str, Decimal]:
    return {name: table.number(name) for name in table.facts}


def _regions(drinks: TomlTable, country: str) -> list[str]:
    """Where a country takes its servings from, the nearest first."""
    every = (region for row in drinks.rows("servings") for region in row.texts("regions"))
    pours = load("drinks").table("countries").table(country).texts("pours")
    return list(dict.fromkeys((country, *pours, ANY, *every)))


def _here(drinks: TomlTable, country: str) -> list[tuple[int, TomlTable]]:
    """Every serving with how far away it is, those of the nearest region first."""
    order = _regions(drinks, country)
    rows = drinks.rows("servings")
    placed = [(min(map(order.index, row.texts("regions"))), row) for row in rows]
    return sorted(placed, key=lambda place: place[0])


def _pours(drinks: TomlTable, country: str) -> dict[tuple[str, str], Pour]:
    pours: dict[tuple[str, str], Pour] = {}
    near = _regions(drinks, country).index(ANY)  # up to there it is what the country pours itself
    for away, row in _here(drinks, country):
        pour = Pour(
            row.number("ml") if "ml" in row.facts else None,
            row.number("abv") if "abv" in row.facts else None,
            row.whole("times") if "times" in row.facts else 1,
            max(0, away - near),
        )
        pours.setdefault((row.text("of"), row.text("vessel", row.text("id"))), pour)
    return pours


def _usual(drinks: TomlTable, country: str) -> dict[str, Usual]:
    """What one of each beverage is poured in, and how strong it is."""
    first: dict[str, str] = {}
    for _, row in _here(drinks, country):
        first.setdefault(row.text("id"), row.text("vessel", row.text("id")))
    return {
        of: Usual(first[row.text("serving")], _strength(row, country, drinks), row.text("like", ""))
        for of, row in drinks.tables("beverages")
    }


def _strength(row: TomlTable, country: str, drinks: TomlTable) -> Decimal:
    if not isinstance(row.facts.get("abv"), dict):
        return row.number("abv")
    table = row.table("abv")
    region = next(name for name in (*_regions(drinks, country), ANY) if name in table.facts)
    return table.number(region)
