"""Every word that the reader knows, as a table that loads at once: made when a wheel is built.

Putting it together from its files (`build`) takes longer than a whole command, so what is
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


def ready(country: str) -> WordTable | None:
    """The table of a country as it was made, if there is one that fits its files."""
    made_of = digest()
    shared, own = _read(EVERYWHERE, made_of), _read(f"{EVERYWHERE}-{country}", made_of)
    if shared is None or own is None:
        return None
    return WordTable(shared["words"] | own["words"], own["pours"], own["usual"])


def digest() -> str:
    """The digest of all files that the table is made from."""
    written = b"".join((HERE / f"{name}.toml").read_bytes() for name in FILES)
    return f"{crc32(written):08x}"


def _read(name: str, wanted: str) -> dict[str, Any] | None:
    """A part of the table from its copy, if there is one that fits."""
    try:
        made_of, _, text = cache_path(name).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return None
    table: dict[str, Any] | None = json.loads(text) if made_of == wanted else None
    return table
