"""The words that the reader knows: drinks, servings and slang of one country, and common words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue
from hrjournal.content.words.table import ready
from hrjournal.domain.substances.amount import AmountRange
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.domain.words.lexicon import Beverage, Lexicon, Pour, Role, UnitWord, Usual
from hrjournal.domain.words.limits import Limits
from hrjournal.domain.words.understood import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hrjournal.domain.substances.units import Units

LITERS = frozenset({"DE", "NL", "PL"})  # where 0,5 is ordered


def lexicon(
    country: str,
    counted: Units,
    find: Callable[[str], Name | None] = lambda _: None,
    names: Callable[[], Iterable[str]] = tuple,
) -> Lexicon:
    """Every word that a person in this country may write; `find` and `names` add the journal's."""
    table = ready(country)
    if table is None:
        from hrjournal.content.words.build import built  # noqa: PLC0415 - what is installed is ready

        table = built(country)
    every = Lexicon(
        words=table.words,
        meaning=_meaning,
        pours={(of, vessel): _pour(*held) for of, vessel, *held in table.pours},
        usual={
            of: Usual(vessel, Decimal(abv), like) for of, (vessel, abv, like) in table.usual.items()
        },
        find=find,
        known=lambda phrase: known_name(phrase, counted),
        names=lambda: (*names(), *catalogue().names()),
    )
    every.liters = country in LITERS
    return every


def _pour(ml: str | None, abv: str | None, times: int, away: int) -> Pour:
    return Pour(_number(ml), _number(abv), times, away)


def _number(figure: str | None) -> Decimal | None:
    return None if figure is None else Decimal(figure)


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
            return Beverage(of, _number(abv), vessel, brand)
        case Role.NAME:
            kind = catalogue().kind(told[0])
            return Name(kind, told[1] or kind.name, told[2], Decimal(told[3]))
        case _:
            return told


def known_name(phrase: str, counted: Units) -> Name | None:
    """The substance that everybody calls by this folded name; None for any other word.

    Words beside each other can be one name: `3 mmc` and `tylenol 3` are, and `k 2` is none.
    """
    kind = catalogue().spelled(phrase)
    if kind is None or kind.id == OTHER.id:
        return None
    listed = catalogue().listed(phrase)
    if any(word[0].isdigit() for word in phrase.split()[1:]) and fold(listed) != phrase:
        return None
    return Name(kind, listed, counted.unit_in(phrase, kind))


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
    file = load("limits").facts
    return Limits(file["limits"], file["strength"], file["ask_unit"], file["bare_number"])
