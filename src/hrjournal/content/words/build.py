"""Puts the table of words together from its files; every word is folded there."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from hrjournal.content.loader import cache_path, load
from hrjournal.content.units import countries
from hrjournal.content.words.table import EVERYWHERE, WordTable, digest, encoded, plain
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.substances.units import DRINK
from hrjournal.domain.time.parse_date import MONTHS, WEEKDAYS
from hrjournal.domain.time.phrase import PARTS
from hrjournal.domain.time.spans import BEGINNINGS, BEHIND_NUMBER
from hrjournal.domain.words.lexicon import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from hrjournal.content.loader import TomlTable
    from hrjournal.content.words.table import Words

ANY: Final = "any"
IN_ANY_LINE: Final = frozenset(  # which say no time by themselves
    ("a", "an", "half", "of", "and", "to", "few", "several", "some", "other", "whole", "every")
) | {"all", "-", "from"}
MANY: Final = ("n", "en", "e", "er", "s", "y", "i", "ów", "je", "jes")  # German, Dutch and Polish
TURNED: Final = {"o": ("a",), "a": ("y", "i"), "e": ("a",)}
HALF, HALVES = "half", frozenset({"GB", "IE"})  # where half of a beer is half a pint
ALCOHOLIC: Final = ["alcohol"]
LISTS: Final = {  # lists of words in vocabulary.toml that do one thing each
    "fillers": Role.FILLER,
    "articles": Role.ARTICLE,
    "about": Role.ABOUT,
    "at_least": Role.AT_LEAST,
    "unknown": Role.UNKNOWN,
    "joiners": Role.JOINER,
    "ranges": Role.RANGE,
    "between": Role.BETWEEN,
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
VOLUMES: Final = {  # in millilitres
    "ml": "1",
    "cl": "10",
    "dl": "100",
    "l": "1000",
    "oz": "29.5735",
}


def compiled_files() -> dict[str, str]:
    """The table as files: what holds in every country, and what each has of its own."""
    every = {country: built(country) for country in countries()}
    shared = {
        word: coded
        for word, coded in next(iter(every.values())).words.items()
        if all(table.words.get(word) == coded for table in every.values())
    }
    files = {EVERYWHERE: encoded(shared)}
    for country, table in every.items():
        own = {word: coded for word, coded in table.words.items() if word not in shared}
        files[f"{EVERYWHERE}-{country}"] = plain(table._replace(words=own)._asdict())
    made_of = digest()
    return {cache_path(name).name: f"{made_of}\n{text}\n" for name, text in files.items()}


@cache
def built(country: str) -> WordTable:
    """The table of a country, put together from the files."""
    words: Words = {}
    drinks = load("servings")
    _common(words)
    _units(words, country)
    _vessels(words, drinks, country)
    _beverages(words, drinks, country)
    _slang(words, country)
    for word in _time_words() & words.keys():
        words[word][Role.TIME] = None
    return WordTable(words, _pours(drinks, country), _usual(drinks, country))


def _time_words() -> set[str]:
    """Words of which one at least stands in every time that a line can say."""
    told = set(BEGINNINGS | BEHIND_NUMBER | {*WEEKDAYS, *MONTHS, *PARTS})
    for _, table in load("times").tables():
        told.update(word for plain in table.facts for word in plain.split())
        told.update(
            word for plain in table.facts for said in _texts(table, plain) for word in said.split()
        )
    return told - IN_ANY_LINE


def _texts(table: TomlTable, key: str) -> tuple[str, ...]:
    return table.texts(key) if isinstance(table.facts[key], list) else ()


def _add(words: Words, spelled: str, role: Role, value: object = None) -> None:
    words.setdefault(spelled, {}).setdefault(role, value)


def _common(words: Words) -> None:
    file = load("vocabulary")
    for word, role in ((word, role) for name, role in LISTS.items() for word in file.texts(name)):
        _add(words, word, role)
    numbers = file.table("numbers").facts
    for word, number in (*numbers.items(), *_compounds(file, numbers)):
        ends = number if isinstance(number, list) else [number, number]
        _add(words, word, Role.NUMBER, [str(end) for end in ends])
    for word in file.table("routes").facts:
        _add(words, word, Role.ROUTE, file.table("routes").text(word))
    volumes = VOLUMES | {
        word: VOLUMES[file.table("volumes").text(word)] for word in file.table("volumes").facts
    }
    for word, millilitres in volumes.items():
        _add(words, word, Role.VOLUME, millilitres)


def _compounds(file: TomlTable, numbers: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    """Numbers of two words, as each language puts them together: `twenty-two`."""
    for _, row in file.tables("compounds"):
        for tens, ones in product(row.texts("tens"), row.texts("ones")):
            for form in row.texts("forms"):
                spelled = form.replace("T", tens).replace("O", ones)
                yield spelled, numbers[tens] + numbers.get(ones, 1)


DRINKS: Final = (  # in any country, and as tables of other programs head their columns
    *("drink", "drinks", "standard drink", "standard_drink", "standard_drinks"),
    *(DRINK, f"{DRINK}s", "std drink", "std drinks"),
)


def _units(words: Words, country: str) -> None:
    drink = countries()[country]
    for word in (drink.one, drink.many, *drink.aliases, *DRINKS):
        _add_unit(words, fold(word), [DRINK, ALCOHOLIC])
    for unit, row in load("units").tables():
        meaning = [unit, sorted(row.texts("of"))]
        for word in (unit, row.text("one"), row.text("many"), *row.texts("aliases")):
            if word.casefold() not in VOLUMES and Role.TIMES not in words.get(word, {}):
                _add_unit(words, word.casefold(), meaning)
        _mark_many(words, (row.text("one"), row.text("many"), *row.texts("aliases")))


def _add_unit(words: Words, spelled: str, unit: list[Any]) -> None:
    """A word can be a unit of several kinds; the first one for a kind is the one meant."""
    roles = words.setdefault(spelled, {})
    if unit not in roles.get(Role.UNIT, []):
        roles[Role.UNIT] = [*roles.get(Role.UNIT, []), unit]


def _mark_many(words: Words, spelled: Sequence[str]) -> None:
    """Marks plurals of a list that also has the word for one: `kippen` beside `kippe`."""
    listed = {word.casefold() for word in spelled}
    for many in listed.intersection(plural for word in listed for plural in _plurals(word)):
        if many in words:
            words[many][Role.MANY] = None


def _plurals(word: str) -> Iterator[str]:
    yield from (word + end for end in MANY)
    yield from (word[:-1] + end for end in TURNED.get(word[-1:], ()))


def _vessels(words: Words, drinks: TomlTable, country: str) -> None:
    table = drinks.table("vessel_words")
    for vessel in table.facts:
        for word in (vessel.replace("-", " "), vessel, *table.texts(vessel)):
            if word != HALF or country in HALVES:
                _add(words, word, Role.VESSEL, vessel)


def _beverages(words: Words, drinks: TomlTable, country: str) -> None:
    for of, row in drinks.tables("beverages"):
        for word in row.texts("words"):
            _add(words, word, Role.DRINK, [of, None, "", False])
        _mark_many(words, row.texts("words"))
    for row in drinks.rows("brands"):
        abv = str(row.number("abv")) if "abv" in row.facts else None
        brand = [row.text("of"), abv, row.text("vessel", ""), True]
        if _known_here(row, country):
            for word in row.texts("words"):
                words.setdefault(word, {})[Role.DRINK] = brand


def _slang(words: Words, country: str) -> None:
    for row in load("slang").rows("names"):
        if _known_here(row, country):
            meaning = [row.text("kind"), row.text("name", ""), row.text("unit", "")]
            for word in row.texts("words"):
                words.setdefault(word, {})[Role.NAME] = [*meaning, str(row.number("factor", 1))]
            _mark_many(words, row.texts("words"))
    for row in load("slang").rows("unclear"):
        if _known_here(row, country):
            _add(words, row.text("word"), Role.UNCLEAR, list(row.texts("means")))


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


def _pours(drinks: TomlTable, country: str) -> list[list[Any]]:
    """What vessels hold: beverage, vessel, millilitres, strength, how many, how far away."""
    pours: dict[tuple[str, str], list[Any]] = {}
    near = _regions(drinks, country).index(ANY)  # up to there it is what the country pours itself
    for away, row in _here(drinks, country):
        times = row.whole("times") if "times" in row.facts else 1
        pour = [_figure(row, "ml"), _figure(row, "abv"), times, max(0, away - near)]
        pours.setdefault((row.text("of"), row.text("vessel", row.text("id"))), pour)
    return [[*served, *pour] for served, pour in pours.items()]


def _figure(row: TomlTable, key: str) -> str | None:
    return str(row.number(key)) if key in row.facts else None


def _usual(drinks: TomlTable, country: str) -> dict[str, list[str]]:
    """What one of each beverage is poured in, how strong it is, and whose vessels it shares."""
    first: dict[str, str] = {}
    for _, row in _here(drinks, country):
        first.setdefault(row.text("id"), row.text("vessel", row.text("id")))
    return {
        of: [first[row.text("serving")], str(_strength(row, country, drinks)), row.text("like", "")]
        for of, row in drinks.tables("beverages")
    }


def _strength(row: TomlTable, country: str, drinks: TomlTable) -> Decimal:
    if not isinstance(row.facts.get("abv"), dict):
        return row.number("abv")
    table = row.table("abv")
    region = next(name for name in (*_regions(drinks, country), ANY) if name in table.facts)
    return table.number(region)
