"""Words evened out for searching: without case, accents and the ways Unicode writes one letter."""

from __future__ import annotations

import unicodedata
from re import compile as pattern
from typing import Final

# The marks of Latin, Greek and Cyrillic letters. Those of other scripts tell words apart.
ACCENTS: Final = pattern("[\u0300-\u036f]+")
ONE_LETTER: Final = (  # what Unicode does not take apart, and a keyboard may not have
    ("\u0142", "l"),
    ("\u00f8", "o"),
    ("\u0111", "d"),
    ("\u0131", "i"),
    ("\u00e6", "ae"),
    ("\u0153", "oe"),
    ("\u2019", "'"),
)


def folded(text: str) -> str:
    """The text as a search compares it: `Zażółć` and `ZAZOLC` are one, `か` and `が` are two.

    When this changes, a step of the schema has to empty `search_text`, which holds its results.
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = unicodedata.normalize("NFC", ACCENTS.sub("", apart) or apart)
    for letter, other in ONE_LETTER:
        plain = plain.replace(letter, other)
    return plain
