"""The words that the reader knows: drinks, servings and slang of one country, and common words."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from hrjournal.content.loader import load
from hrjournal.content.units import catalogue, countries
from hrjournal.domain.substances.amount import AmountRange
from hrjournal.domain.substances.substance import OTHER, fold
from hrjournal.domain.substances.units import DRINK
from hrjournal.domain.words.lexicon import Beverage, Lexicon, Pour, Role, UnitWord, Usual
from hrjournal.domain.words.limits import BareNumber, Limits
from hrjournal.domain.words.understood import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrjournal.content.loader import TomlTable
    from hrjournal.domain.substances.units import Units

    Words = dict[str, dict[Role, Any]]

ANY = "any"
MANY = ("n", "en", "e", "er", "s", "y", "i", "ów", "je", "jes")  # of German, Dutch and Polish
TURNED = {"o": "a", "a": ("y", "i"), "e": ("a",)}
HALF, HALVES = "half", frozenset({"GB", "IE"})  # where half of a beer is half a pint
ALCOHOLIC = frozenset({"alcohol"})
LISTS = {  # lists of words in vocabulary.toml that do one thing each
    "fillers": Role.FILLER,
    "articles": Role.ARTICLE,
    "about": Role.ABOUT,
    "at_least": Role.AT_LEAST,
    "unknown": Role.UNKNOWN,
    "joiners": Role.JOINER,
    "ranges": Role.RANGE,
    "negations": Role.NEGATION,
    "alone": Role.ALONE,
    "company": Role.COMPANY,
    "companions": Role.COMPANION,
    "planned": Role.PLANNED,
    "money": Role.MONEY,
    "spent": Role.SPENT,
    "mixers": Role.MIXER,
    "alcohol_free": Role.FREE,
    "packs": Role.PACK,
    "times": Role.TIMES,
    "each": Role.EACH,
    "percents": Role.PERCENT,
    "everything": Role.ALL,
}
VOLUMES = {
    "ml": Decimal(1),
    "cl": Decimal(10),
    "dl": Decimal(100),
    "l": Decimal(1000),
    "oz": Decimal("29.5735"),
}


def lexicon(
    country: str,
    counted: Units,
    find: Callable[[str], Name | None] = lambda _: None,
    names: Callable[[], Iterable[str]] = tuple,
) -> Lexicon:
    """Every word that a person in this country may write; `find` and `names` add the journal's."""
    words: Words = {}
    drinks = load("servings")
    _common(words)
    _units(words, country)
    _vessels(words, drinks, country)
    _beverages(words, drinks, country)
    _slang(words, country)
    _unclear(words, country)
    return Lexicon(
        words,
        _pours(drinks, country),
        _usual(drinks, country),
        find,
        lambda phrase: known_name(phrase, counted),
        lambda: (*names(), *catalogue().names()),
    )


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


def _add(words: Words, spelled: str, role: Role, value: object = None) -> None:
    words.setdefault(spelled, {}).setdefault(role, value)


def _common(words: Words) -> None:
    file = load("vocabulary")
    for word, role in ((word, role) for name, role in LISTS.items() for word in file.texts(name)):
        _add(words, word, role)
    for word, number in file.table("numbers").facts.items():
        ends = number if isinstance(number, list) else [number, number]
        low, high = (Decimal(end) for end in ends)
        _add(words, word, Role.NUMBER, AmountRange(low, high, about=low != high))
    for word in file.table("routes").facts:
        _add(words, word, Role.ROUTE, file.table("routes").text(word))
    volumes = VOLUMES | {
        word: VOLUMES[file.table("volumes").text(word)] for word in file.table("volumes").facts
    }
    for word, millilitres in volumes.items():
        _add(words, word, Role.VOLUME, millilitres)


def _units(words: Words, country: str) -> None:
    drink = countries()[country]
    for word in (drink.one, drink.many, *drink.aliases, "drink", "drinks", "standard drink"):
        _add_unit(words, fold(word), UnitWord(DRINK, ALCOHOLIC))
    for unit, row in load("units").tables():
        meaning = UnitWord(unit, frozenset(row.texts("of")))
        for word in (unit, row.text("one"), row.text("many"), *row.texts("aliases")):
            if word.casefold() not in VOLUMES and Role.TIMES not in words.get(word, {}):
                _add_unit(words, word.casefold(), meaning)
        _mark_many(words, (row.text("one"), row.text("many"), *row.texts("aliases")))


def _add_unit(words: Words, spelled: str, unit: UnitWord) -> None:
    """A word can be a unit of several kinds; the first one for a kind is the one meant."""
    roles = words.setdefault(spelled, {})
    if unit not in roles.get(Role.UNIT, ()):
        roles[Role.UNIT] = (*roles.get(Role.UNIT, ()), unit)


def _mark_many(words: Words, spelled: Sequence[str]) -> None:
    """Marks plurals of a list that also has the word for one: `kippen` beside `kippe`."""
    for word in spelled:
        one = any(word != other and word in {other + end for end in MANY} for other in spelled)
        turned = any(
            word == other[:-1] + end for other in spelled for end in TURNED.get(other[-1:], "")
        )
        if (one or turned) and word.casefold() in words:
            words[word.casefold()][Role.MANY] = None


def _vessels(words: Words, drinks: TomlTable, country: str) -> None:
    table = drinks.table("vessel_words")
    for vessel in table.facts:
        for word in (vessel.replace("-", " "), vessel, *table.texts(vessel)):
            if word != HALF or country in HALVES:
                _add(words, word, Role.VESSEL, vessel)


def _beverages(words: Words, drinks: TomlTable, country: str) -> None:
    for of, row in drinks.tables("beverages"):
        for word in row.texts("words"):
            _add(words, word, Role.DRINK, Beverage(of))
        _mark_many(words, row.texts("words"))
    for row in drinks.rows("brands"):
        brand = Beverage(row.text("of"), _abv(row), row.text("vessel", ""), brand=True)
        if _known_here(row, country):
            for word in row.texts("words"):
                words.setdefault(word, {})[Role.DRINK] = brand


def _abv(row: TomlTable) -> Decimal | None:
    return row.number("abv") if "abv" in row.facts else None


def _slang(words: Words, country: str) -> None:
    for row in load("slang").rows("names"):
        if not _known_here(row, country):
            continue
        kind = catalogue().kind(row.text("kind"))
        unit = row.text("unit", "")
        for word in row.texts("words"):
            name = Name(kind, row.text("name", kind.name), unit, row.number("factor", 1))
            words.setdefault(word, {})[Role.NAME] = name
        _mark_many(words, row.texts("words"))


def _unclear(words: Words, country: str) -> None:
    for row in load("slang").rows("unclear"):
        if _known_here(row, country):
            _add(words, row.text("word"), Role.UNCLEAR, row.texts("means"))


def _known_here(row: TomlTable, country: str) -> bool:
    return not row.texts("countries") or country in row.texts("countries")


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
            _abv(row),
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
