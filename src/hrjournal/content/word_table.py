"""Every word that the reader knows, as a table that loads at once: made when a wheel is built.

Putting it together from its files takes longer than a whole command, so what is installed has it
ready: the words of all countries, and for each country those that mean something else there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.content.loader import HERE, cache_path, load
from hrjournal.content.units import countries
from hrjournal.domain.substances.substance import fold
from hrjournal.domain.substances.units import DRINK
from hrjournal.domain.words.lexicon import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.content.loader import TomlTable

    # What a word can do: a role, and what it means in it as plain data.
    Coded = dict[str, Any]
    Words = dict[str, Coded]

FILES: Final = ("drinks", "servings", "slang", "units", "vocabulary")
EVERYWHERE: Final = "words"
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


def words_of(country: str) -> Words:
    """Every word of a country by its spelling, folded."""
    ready = [_ready(name) for name in (EVERYWHERE, f"{EVERYWHERE}-{country}")]
    if ready[0] is None or ready[1] is None:
        return built(country)
    return ready[0] | ready[1]


def compiled_files() -> dict[str, str]:
    """The table as files: what holds in every country, and what each has of its own."""
    every = {country: built(country) for country in countries()}
    first = next(iter(every.values()))
    shared = {
        word: coded
        for word, coded in first.items()
        if all(words.get(word) == coded for words in every.values())
    }
    own = {
        f"{EVERYWHERE}-{country}": {
            word: coded for word, coded in words.items() if word not in shared
        }
        for country, words in every.items()
    }
    files = {EVERYWHERE: shared, **own}
    return {
        cache_path(name).name: f"{_digest()}\n{_text(words)}\n" for name, words in files.items()
    }


def _text(words: Words) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _digest() -> str:
    """The digest of all files that the table is made from."""
    written = b"".join((HERE / f"{name}.toml").read_bytes() for name in FILES)
    return f"{crc32(written):08x}"


def _ready(name: str) -> Words | None:
    """A part of the table from its copy, if there is one that fits."""
    try:
        digest, _, text = cache_path(name).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return None
    words: Words | None = json.loads(text) if digest == _digest() else None
    return words


def built(country: str) -> Words:
    """The words of a country, put together from the files."""
    words: Words = {}
    drinks = load("servings")
    _common(words)
    _units(words, country)
    _vessels(words, drinks, country)
    _beverages(words, drinks, country)
    _slang(words, country)
    return words


def _add(words: Words, spelled: str, role: Role, value: object = None) -> None:
    words.setdefault(spelled, {}).setdefault(role, value)


def _common(words: Words) -> None:
    file = load("vocabulary")
    for word, role in ((word, role) for name, role in LISTS.items() for word in file.texts(name)):
        _add(words, word, role)
    for word, number in file.table("numbers").facts.items():
        ends = number if isinstance(number, list) else [number, number]
        _add(words, word, Role.NUMBER, [str(end) for end in ends])
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
