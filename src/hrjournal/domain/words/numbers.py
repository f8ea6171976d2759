"""How many: figures, number words, halves, ranges and guesses, read from the parts of a line."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.amount import AmountRange, read_number
from hrjournal.domain.words.lexicon import Role
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.words.lexicon import Meaning

FIGURE: Final = r"(?P<low>[0-9.,]+)(?:/(?P<under>[0-9]+))?(?:-(?P<high>[0-9.,]+))?(?P<more>\+?)"
PLAIN_FRACTIONS: Final = {("1", "2"), ("1", "3"), ("1", "4"), ("1", "8")}  # never three or four
HALF: Final = Decimal("0.5")


class Count(NamedTuple):
    """A number that was read, and where it stood."""

    span: AmountRange | None  # None: some, not known how many
    words: str
    start: int
    end: int  # in tokens


def count_at(line: Sequence[Meaning], place: int) -> tuple[Count, int] | None:
    """The number that begins at a place, and the place behind it; None where none begins.

    Raises:
        UsageError: when it is a number that can be read in more than one way, or none at all.
    """
    start = place
    about = line[place].can(Role.ABOUT)
    place += about or line[place].can(Role.AT_LEAST)
    if line[start].can(Role.UNKNOWN):
        return _count(line, None, start, place + 1)
    between = line[place : place + 1] and line[place].can(Role.BETWEEN)
    place += bool(between)
    first = _simple(line, place) or (_one(line, place) if about else None)
    if first is None:
        return None
    span, end = first
    inner = Role.JOINER if between else Role.RANGE
    if end < len(line) and line[end].can(inner) and (other := _simple(line, end + 1)):
        low, high = sorted((span.low, other[0].high))
        span, end = AmountRange(low, high, about=False), other[1]
    _check_ends(line, start, end, span)
    roughly = end < len(line) and line[end].can(Role.ABOUT) and _simple(line, end + 1) is None
    span = span._replace(about=span.about or about or roughly)
    return _count(line, span, start, end + roughly)


def _one(line: Sequence[Meaning], place: int) -> tuple[AmountRange, int] | None:
    """The `a` behind `about`, as in `about a pack`."""
    article = place < len(line) and line[place].can(Role.ARTICLE)
    return (AmountRange(Decimal(1), Decimal(1)), place + 1) if article else None


def _check_ends(line: Sequence[Meaning], start: int, end: int, span: AmountRange) -> None:
    """Refuses a number that is said to be no more than the least."""
    for part in (line[start], *line[end : end + 1]):
        if part.can(Role.AT_LEAST):
            raise _open_ended(part.text, span)


def _count(
    line: Sequence[Meaning], span: AmountRange | None, start: int, end: int
) -> tuple[Count, int]:
    words = " ".join(part.text for part in line[start:end])
    return Count(span, words, line[start].start, line[end - 1].end), end


def _simple(line: Sequence[Meaning], place: int) -> tuple[AmountRange, int] | None:
    """One number: in figures, in words, or with a half."""
    if place >= len(line):
        return None
    here = line[place]
    named = here.roles or here.text[0].isalpha()  # `b12` is a name
    if any(map(str.isdigit, here.text)) and not named:
        return _and_a_half(line, figure(here.text), place + 1)
    if here.can(Role.ARTICLE) and place + 1 < len(line) and _counted(line[place + 1]):
        return _and_a_half(line, line[place + 1].roles[Role.NUMBER], place + 2)
    if _counted(here):
        return _worded(line, place)
    return None


def _counted(meaning: Meaning) -> bool:
    return meaning.can(Role.NUMBER)


def _worded(line: Sequence[Meaning], place: int) -> tuple[AmountRange, int]:
    span: AmountRange = line[place].roles[Role.NUMBER]
    end = place + 1
    if end < len(line) and span.low < 1 and line[end].can(Role.ARTICLE):  # half a …
        end += 1
    if (
        span.low < 1
        and end < len(line)
        and _counted(line[end])
        and line[end].roles[Role.NUMBER].low > 1
    ):
        more: AmountRange = line[end].roles[Role.NUMBER]  # half a dozen
        return AmountRange(span.low * more.low, span.high * more.high), end + 1
    return _and_a_half(line, span, end)


def _and_a_half(line: Sequence[Meaning], span: AmountRange, end: int) -> tuple[AmountRange, int]:
    """`one and a half` behind its `one`; a half without a joiner is none of it."""
    rest = [part for part in line[end : end + 3] if not part.can(Role.ARTICLE)]
    if span.low >= 1 and len(rest) > 1 and rest[0].can(Role.JOINER) and _counted(rest[1]):
        half = rest[1].roles[Role.NUMBER]
        if half.low == HALF:
            used = next(place for place in range(end, len(line)) if line[place] is rest[1])
            return AmountRange(span.low + HALF, span.high + HALF, span.about), used + 1
    return span, end


def figure(text: str) -> AmountRange:
    """A number in figures: `2`, `.5`, `1/2`, `2-4` (in either order).

    Raises:
        UsageError: when it can be read in more than one way, or is none.
    """
    if text.isdigit():
        low = read_number(text, text)
        return AmountRange(low, low)
    found = re.fullmatch(FIGURE, text)
    if found is None:
        raise UsageError(
            f"{quote(text)} is not a number that I can read. Write it as 2, 2.5 or 2-4."
        )
    low = read_number(found["low"], text)
    if found["more"]:
        raise _open_ended(text, AmountRange(low, low))
    if found["under"]:
        low = _fraction(text, found["low"], found["under"])
    high = read_number(found["high"], text) if found["high"] else low
    return AmountRange(min(low, high), max(low, high))


def _fraction(text: str, over: str, under: str) -> Decimal:
    if (over, under) not in PLAIN_FRACTIONS:
        raise UsageError(
            f"{quote(text)} can be read in two ways. Write {over}-{under} for {over} to {under}, "
            "or a number such as 0.75."
        )
    return (Decimal(1) / Decimal(under)).quantize(Decimal("0.001"))


def _open_ended(words: str, least: AmountRange) -> UsageError:
    low = f"{least.low:f}"
    return UsageError(
        f"{quote(words)} has no upper end. Write a range such as {low}-{least.low + 3:f}, or about "
        f"how many, such as ~{low}."
    )
