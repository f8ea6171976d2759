"""The program's own sentences as the person would say them: `your usual` becomes `my usual`."""

from __future__ import annotations

import re
from typing import Final

MINE: Final = {
    "you are": "I am",
    "you were": "I was",
    "yourself": "myself",
    "yours": "mine",
    "your": "my",
    "you": "I",
}
SPOKEN: Final = re.compile(rf"\b(?:{'|'.join(MINE)})\b", re.IGNORECASE)


def first_person(words: str) -> str:
    """The words with I for you."""
    return SPOKEN.sub(_mine, words)


def _mine(found: re.Match[str]) -> str:
    word = found[0]
    mine = MINE[word.lower()]
    return mine[0].upper() + mine[1:] if word[0].isupper() else mine
