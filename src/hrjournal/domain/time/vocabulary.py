"""Words for times and numbers beyond plain English ones, and how countries write dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

APART = str.maketrans({"\u2019": "'", "\u0142": "l", "\u0141": "l", "\u00df": "ss"})
LONGEST_PHRASE = 5  # words


class PlacedWord(NamedTuple):
    """A plain English word, and from where to where the words stood that it was read from."""

    text: str
    start: int
    end: int


class TimeWords(NamedTuple):
    """How people of every language here and of one country say when something was."""

    phrases: Mapping[str, str]  # what people say, folded, and the plain English of it
    month_first: bool | None = None  # in dates of figures; None where nobody can tell
    twelve_hours: bool = False  # whether clocks go around twice a day
    half_past: bool = False  # whether half eight is half past eight

    def plain(self, words: Sequence[str]) -> list[PlacedWord]:
        """The words in plain English, the longest phrases first; what is not known stays."""
        folded = [_folded(word) for word in words]
        found: list[PlacedWord] = []
        start = 0
        while start < len(folded):
            end, text = self._longest(folded, start)
            found += [PlacedWord(word, start, end) for word in text.split() or [""]]
            start = end
        return found

    def _longest(self, words: Sequence[str], start: int) -> tuple[int, str]:
        for end in range(min(len(words), start + LONGEST_PHRASE), start, -1):
            if text := self.phrases.get(" ".join(words[start:end])):
                return end, text
        return start + 1, words[start]


def _folded(word: str) -> str:
    """The word without accents."""
    if word.isascii():
        return word
    # A library of its own to load, which most words do without.
    from unicodedata import combining, normalize  # noqa: PLC0415

    apart = normalize("NFD", word.translate(APART))
    return "".join(mark for mark in apart if not combining(mark))
