"""Counted amounts in words and figures: a span as a span, what is not known as not known."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.substances.units import Units
    from hrjournal.report.measures import Measures

UNKNOWN = "+?"
NOT_WRITTEN = "not logged"
NOTHING = "Nothing is written yet. When you want to begin: hrjournal log"


def total_words(measures: Measures, units: Units) -> str:
    """A total in a sentence; empty where no amount of it is known."""
    return amount_words([measures.total, *measures.others], measures.unknown_uses, units)


def amount_words(totals: Sequence[tuple[str, int, int]], unknown: int, units: Units) -> str:
    """Amounts of one or more units in a sentence; empty where none is known."""
    known = [units.say(low, high, unit) for unit, low, high in totals if high]
    if known and unknown:
        known.append("some more (amount not known)")
    return joined(known)


def total_figure(measures: Measures, units: Units) -> str:
    """A total in a table, in the shown unit: `7 to 9 +?`."""
    if not measures.written:
        return ""
    total = measures.total
    only_elsewhere = not total.high and measures.use_days
    parts = [] if only_elsewhere else [span_figure(total.low, total.high, total.unit, units)]
    parts += [f"+ {units.say(other.low, other.high, other.unit)}" for other in measures.others]
    if measures.unknown_uses:
        parts.append(UNKNOWN if parts else "?")
    return " ".join(parts).removeprefix("+ ")


def span_figure(low: Fraction | int, high: Fraction | int, unit: str, units: Units) -> str:
    """A span of thousandths as figures of the shown unit, without its words."""
    first, last = (units.figure(decimal(end), unit) for end in (low, high))
    return first if first == last else f"{first} to {last}"


def mean_figure(low: Fraction | int, high: Fraction | int, unit: str, units: Units) -> str:
    """A mean as figures: none says more places than it has days behind it to carry them."""
    factor = 1000 * units.shown(unit)[1]

    def rounded(end: Fraction | int) -> Fraction:
        number = decimal(end) / factor
        places = next((places for most, places in ((10, 2), (100, 1)) if number < most), 0)
        step = Decimal(1).scaleb(-places)
        return Fraction(number.quantize(step, ROUND_HALF_UP) * factor)

    return span_figure(rounded(low), rounded(high), unit, units)


def decimal(number: Fraction | int) -> Decimal:
    """A fraction as a decimal number."""
    return Decimal(number.numerator) / Decimal(number.denominator)


def tenths(number: Fraction) -> str:
    """A number with one place: `6.2`."""
    return f"{decimal(number).quantize(Decimal('0.1'), ROUND_HALF_UP):f}"


def days_words(count: int) -> str:
    """A number of days: `1 day`, `5 days`."""
    return f"{count} day" if count == 1 else f"{count} days"


def logged_words(count: int) -> str:
    """A number of days that something was written on: `1 logged day`, `5 logged days`."""
    return f"{count} logged day" if count == 1 else f"{count} logged days"


def joined(words: Sequence[str]) -> str:
    """A list in a sentence: `a, b and c`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
