"""Every word that the reader knows, as a table that loads at once: made when a wheel is built.

Putting it together from its files (`build_words`) takes longer than a whole command, so what is
installed has it ready: the words of all countries, and what each country has of its own.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.content.loader import HERE, cache_path
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    # What a word can do: a role, and what it means in it as plain data.
    Coded = dict[str, Any]
    Words = dict[str, Coded]

FILES: Final = ("drinks", "servings", "slang", "times", "units", "vocabulary")
EVERYWHERE: Final = "words"


class WordTable(NamedTuple):
    """The words of a country by their spelling, and how its drinks are poured, as plain data."""

    words: Words
    pours: list[list[Any]]
    usual: dict[str, list[str]]


def table_of(country: str) -> WordTable:
    """The table of a country: as it was made, or made now."""
    shared, own = _ready(EVERYWHERE), _ready(f"{EVERYWHERE}-{country}")
    if shared is None or own is None:
        from hrjournal.content.build_words import built  # noqa: PLC0415 - a checkout builds it

        return built(country)
    return WordTable(shared["words"] | own["words"], own["pours"], own["usual"])


def compiled_files() -> dict[str, str]:
    """The table as files: what holds in every country, and what each has of its own."""
    from hrjournal.content.build_words import built  # noqa: PLC0415 - to make a wheel
    from hrjournal.content.units import countries  # noqa: PLC0415

    every = {country: built(country) for country in countries()}
    shared = {
        word: coded
        for word, coded in next(iter(every.values())).words.items()
        if all(table.words.get(word) == coded for table in every.values())
    }
    files: dict[str, Any] = {EVERYWHERE: {"words": shared}}
    for country, table in every.items():
        own = {word: coded for word, coded in table.words.items() if word not in shared}
        files[f"{EVERYWHERE}-{country}"] = table._replace(words=own)._asdict()
    digest = _digest()
    return {cache_path(name).name: f"{digest}\n{_text(table)}\n" for name, table in files.items()}


def _text(table: dict[str, Any]) -> str:
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _digest() -> str:
    """The digest of all files that the table is made from."""
    written = b"".join((HERE / f"{name}.toml").read_bytes() for name in FILES)
    return f"{crc32(written):08x}"


def _ready(name: str) -> dict[str, Any] | None:
    """A part of the table from its copy, if there is one that fits."""
    try:
        digest, _, text = cache_path(name).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return None
    table: dict[str, Any] | None = json.loads(text) if digest == _digest() else None
    return table
