"""Puts the pieces of a time together, from words in any order: `8pm on monday`, `monday at 8pm`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.time.parse_date import TWO_DATES
from hrjournal.domain.time.phrase import Phrase, read_piece
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.time.clock import CurrentTime

LONGEST_PIECE: Final = 7  # words
TO_PART: Final = frozenset({"in", "at", "during", "over"})
BEHIND_HOUR: Final = frozenset({"in", "at", "on", "and", "with", "alone"})
LINKS: Final = TO_PART | {
    *("on", "the", "of", "around", "about", "since", "approx", "roughly", "late", "early"),
    *("sometime", "am"),  # as in German: am 20.11.
}


class FoundTime(NamedTuple):
    """What words say of a time, and where in them that ends."""

    phrase: Phrase
    end: int


def whole(words: Sequence[str], now: CurrentTime) -> Phrase | None:
    """What all of the words together say of a time; None when some of them say nothing."""
    found = scan(words, 0, now)
    return found.phrase if found and found.end == len(words) else None


def scan(
    words: Sequence[str], start: int, now: CurrentTime, *, in_line: bool = False
) -> FoundTime | None:
    """The longest time that begins at `start`; `in_line` none that can be an amount."""
    found: FoundTime | None = None
    at = start
    while at < len(words):
        first = _behind_links(words, at)
        piece = _longest(words, first, now)
        if found and piece and at == first and _cut_year(words, found, piece):
            both = FoundTime(Phrase(refusal=TWO_DATES), piece.end)
            return both if in_line and piece.end == len(words) else found
        if piece is None or (in_line and not _is_sure(words, first, found, piece)):
            return found
        joined = found.phrase.joined(piece.phrase) if found else piece.phrase
        if joined is None:
            return found
        found = FoundTime(joined, piece.end)
        at = piece.end
    return found


def _behind_links(words: Sequence[str], at: int) -> int:
    return next((n for n in range(at, len(words)) if words[n] not in LINKS), len(words))


def _longest(words: Sequence[str], start: int, now: CurrentTime) -> FoundTime | None:
    """The longest piece that begins here."""
    for end in range(min(len(words), start + LONGEST_PIECE), start, -1):
        if phrase := read_piece(" ".join(words[start:end]), now):
            return FoundTime(phrase, end)
    return None


def _cut_year(words: Sequence[str], found: FoundTime, piece: FoundTime) -> bool:
    """Whether a plain number behind a date can be its year: `20 nov 26`."""
    last = words[piece.end - 1]
    return found.phrase.is_dated and piece.end == found.end + 1 and last.isdigit()


def _is_sure(words: Sequence[str], first: int, found: FoundTime | None, piece: FoundTime) -> bool:
    """Whether a piece of a line is a time and nothing else.

    A plain number is one only behind `at` where the line or another piece of time follows it; a
    part of the day needs a day before it or a word that leads to it.
    """
    phrase, before = piece.phrase, words[first - 1] if first else ""
    if phrase.is_bare:
        return before == "at" and (piece.end == len(words) or words[piece.end] in BEHIND_HOUR)
    if phrase.part and phrase.day is None:
        return before in TO_PART or before == "the" or bool(found and found.phrase.day)
    return (
        before == "on"
        or words[first - 2 : first] == ["on", "the"]
        or not _is_count(words, first, piece)
    )


def _is_count(words: Sequence[str], first: int, piece: FoundTime) -> bool:
    """Whether it can be a fraction or a place in a row too: `1/2`, `2nd`."""
    word = words[first]
    place = word[-2:] in {"st", "nd", "rd", "th"} and word[:1].isdigit()
    return word.count("/") == 1 or (place and piece.end == first + 1)
