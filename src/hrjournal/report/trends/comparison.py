"""One span of days beside another: less, more, or about the same, and by how much."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from hrjournal.report.measures import Measures

USUAL_DAYS: Final = 28  # the days before a span, which are the person's usual
ENOUGH_USUAL: Final = 14
ENOUGH_SHARE: Final = Fraction(5, 7)
ALIKE: Final = Fraction(1, 100)  # a difference below this share is not worth a word


class Size(StrEnum):
    """How large a change is, in words only."""

    LITTLE = "a little"  # under 10%
    SOME = "some"  # 10 to 24%
    LOT = "a lot"  # 25 to 49%
    VERY = "a very large step"  # 50% and more
    UNSAID = ""


SIZES: Final = (
    (Fraction(1, 10), Size.LITTLE),
    (Fraction(1, 4), Size.SOME),
    (Fraction(1, 2), Size.LOT),
)


class Way(StrEnum):
    """Which way something went. None of them is better than another."""

    LESS = "less"
    MORE = "more"
    SAME = "same"


class ComparedBy(StrEnum):
    """What two spans are compared by."""

    AMOUNT = "amount"  # the mean amount of a day on which it is known
    DAYS = "days"  # the share of written days with use


class Comparison(NamedTuple):
    """A span beside an earlier one; `way` is None when the days are too few to say."""

    now: Measures
    before: Measures
    way: Way | None = None
    size: Size = Size.UNSAID
    scale: ComparedBy | None = None


def against_usual(now: Measures, usual: Measures) -> Comparison:
    """A whole period beside the 28 days before it: 5 of 7 days and 14 of 28 are needed."""
    return _compared(now, usual, ENOUGH_USUAL)


def like_for_like(now: Measures, before: Measures) -> Comparison:
    """Two spans of the same length; both need 5 days in 7."""
    return _compared(now, before, ENOUGH_SHARE * before.days)


def level(measures: Measures, scale: ComparedBy) -> Fraction | None:
    """What a span comes to by a scale; None where that cannot be said."""
    if scale is ComparedBy.AMOUNT:
        return measures.per_told_day
    return measures.use_rate


def _compared(now: Measures, before: Measures, needed: Fraction | int) -> Comparison:
    """By amount if enough days tell it, else by days used, else not at all.

    The later span is compared by amount only where each of its amounts is known: the day whose
    amount nobody wrote down may well be the largest.
    """
    whole = now.known_days == now.use_days
    for scale in ComparedBy if whole else (ComparedBy.DAYS,):
        last, first = level(now, scale), level(before, scale)
        rests = (_rests(now, scale), _rests(before, scale))
        enough = rests[0] >= ENOUGH_SHARE * now.days and rests[1] >= needed
        if enough and last is not None and first is not None:
            return Comparison(now, before, *_went(last, first), scale)
    return Comparison(now, before)


def _rests(measures: Measures, scale: ComparedBy) -> int:
    return measures.told_days if scale is ComparedBy.AMOUNT else measures.written


def _went(last: Fraction, first: Fraction) -> tuple[Way, Size]:
    if first == 0:
        return (Way.MORE if last else Way.SAME), Size.UNSAID
    share = abs(last - first) / first
    if share < ALIKE:
        return Way.SAME, Size.UNSAID
    size = next((size for limit, size in SIZES if share < limit), Size.VERY)
    return (Way.LESS if last < first else Way.MORE), size
