"""An amount as a person says it: exact, about, a range, or some, not known how much."""

from __future__ import annotations

from decimal import Decimal

from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import own

THOUSAND = 1000
MOST_DIGITS = 9
PLACES = 3
LARGEST = 999_999_999_999  # thousandths of a base unit that one record may hold


class AmountRange(NamedTuple):
    """Two ends of a stated number, low <= high, and whether it was said as "about"."""

    low: Decimal
    high: Decimal
    about: bool = False


class Amount(NamedTuple):
    """How much, in whole thousandths of `unit`; low and high are None when it is not known."""

    low: int | None
    high: int | None
    unit: str
    about: bool = False
    typed: str = ""

    @property
    def known(self) -> bool:
        """Whether a number was given."""
        return self.low is not None


def unknown(unit: str, typed: str = "?") -> Amount:
    """Some, but not known how much."""
    return Amount(None, None, unit, typed=typed)


def is_unknown(text: str) -> bool:
    """Whether the person said that they do not know the number."""
    return text.casefold() in {"?", "some", "unknown"}


def read_span(text: str) -> AmountRange:
    """Reads `2`, `2.5`, `2,5`, `~3` or `2-4`.

    Raises:
        UsageError: with what could not be read and how to write it.
    """
    about = text.startswith("~")
    low, dash, high = text.removeprefix("~").partition("-")
    first = read_number(low, text)
    last = read_number(high, text) if dash else first
    if last < first:
        raise UsageError(f'"{text}" ends below where it starts. Write the smaller number first.')
    return AmountRange(first, last, about)


def scale(span: AmountRange, factor: Decimal, unit: str, typed: str) -> Amount:
    """Turns a stated span into thousandths of `unit`, of which each stated one holds `factor`.

    Raises:
        UsageError: when the amount is too small or too large to keep.
    """
    low = int((span.low * factor * THOUSAND).to_integral_value())
    high = int((span.high * factor * THOUSAND).to_integral_value())
    if low < 1:
        raise UsageError(f'"{typed}" is too small to keep. The smallest is 0.001.')
    if high > LARGEST:
        raise UsageError(f'"{typed}" is too large to keep.')
    return Amount(low, high, unit, span.about, typed)


def refusal(text: str) -> UsageError:
    """Says that this is no amount, and how to write one."""
    return UsageError(
        f'"{own(text)}" is not an amount. Write 2, 2.5, ~3 (about), 2-4 (between) or ? (not known).'
    )


def read_number(text: str, whole: str) -> Decimal:
    """A number in figures; `whole` is what was typed, for what is said when it is none.

    Raises:
        UsageError: when it is no number, can be read in two ways, or has too many digits.
    """
    plain = text.replace(",", ".")
    plain = f"0{plain}" if plain.startswith(".") else plain
    digits, _, places = plain.partition(".")
    if not _digits_only(digits) or (places and not _digits_only(places)) or plain.endswith("."):
        raise refusal(whole)
    if "," in text and len(digits) <= len(places) == PLACES and not digits.startswith("0"):
        # 1,000 is a thousand to some people and one to others.
        raise UsageError(
            f'"{whole}" can be read in two ways. Write {digits}{places}, or {plain} with a point.'
        )
    if len(digits) > MOST_DIGITS or len(places) > PLACES:
        raise UsageError(
            f'"{whole}" has too many digits. Up to 9 before and 3 after the point can be kept.'
        )
    number = Decimal(plain)
    if number == 0:
        raise UsageError("An amount is more than 0. For a day without, write: hrjournal none")
    return number


def _digits_only(text: str) -> bool:
    return text.isascii() and text.isdigit()
