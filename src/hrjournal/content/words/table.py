"""Every word that the reader knows, as a table that loads at once: made when a wheel is built.

Putting it together from its files (`build`) takes longer than a whole command, so what is
installed has it ready: the words of all countries, and what each country has of its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from hrjournal.content.loader import HERE, cache_path
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    # What a word can do: a role, and what it means in it as plain data.
    Coded = dict[str, Any]
    Words = dict[str, Coded]

FILES: Final = ("drinks", "servings", "slang", "times", "units", "vocabulary")
EVERYWHERE: Final = "words"


class CodedWords(Mapping[str, "Coded"]):
    """Words of which each is decoded when it is asked for: of thousands, a line has a few."""

    def __init__(self, text: str, own: Words) -> None:
        """Takes what `encoded` gave, and words of one country, which stand before the others."""
        lines = text.split("\n")
        self._text = dict(zip(lines[::2], lines[1::2], strict=False))
        self._own = own

    def __getitem__(self, word: str) -> Coded:
        """What a word can do."""
        if word not in self._own:
            self._own[word] = json.loads(self._text[word])
        return self._own[word]

    def __contains__(self, word: object) -> bool:
        """Whether it is known."""
        return word in self._own or word in self._text

    def __iter__(self) -> Iterator[str]:
        """Every word once."""
        return iter(self._text | self._own)

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._text.keys() | self._own.keys())


def encoded(words: Words) -> str:
    """Each word on a line, and what it can do on the next."""
    return "\n".join(line for word, coded in words.items() for line in (word, plain(coded)))


def plain(facts: object) -> str:
    """Facts as JSON in one line, without spaces between them."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


class WordTable(NamedTuple):
    """The words of a country by their spelling, and how its drinks are poured, as plain data."""

    words: Mapping[str, Coded]
    pours: list[list[Any]]
    usual: dict[str, list[str]]


def ready(country: str) -> WordTable | None:
    """The table of a country as it was made, if there is one that fits its files."""
    made_of = digest()
    shared, own = _read(EVERYWHERE, made_of), _read(f"{EVERYWHERE}-{country}", made_of)
    if shared is None or own is None:
        return None
    table = json.loads(own)
    return WordTable(CodedWords(shared, table["words"]), table["pours"], table["usual"])


def digest() -> str:
    """The digest of all files that the table is made from."""
    written = b"".join((HERE / f"{name}.toml").read_bytes() for name in FILES)
    return f"{crc32(written):08x}"


def _read(name: str, wanted: str) -> str | None:
    """A part of the table from its copy, if there is one that fits."""
    try:
        made_of, _, text = cache_path(name).read_text(encoding="utf-8").partition("\n")
    except FileNotFoundError:
        return None
    return text.removesuffix("\n") if made_of == wanted else None
