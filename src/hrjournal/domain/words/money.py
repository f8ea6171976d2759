"""Money as people write it: `12`, `12,50`, `€ 7.80`, `25 AUD`, `50p`, `free`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

THOUSAND: Final = 1000
LARGEST: Final = 10**12  # thousandths
FREE: Final = frozenset({"free", "for free", "nothing", "no money", "zero", "nil"})
SMALL: Final = r"p|pence|c|ct|cents?|grosz[ey]?|gr"
WHOLE: Final = (
    r"(?:[a-z]{0,3}\$|€|£|¥|₹|₺|₽|₴|₪|₩|฿|zł|zl|kč|kc|kr\.?|fr\.?|lei|ft"
    r"|eur|usd|gbp|aud|cad|nzd|chf|pln|sek|nok|dkk|isk|czk|huf|ron|bgn|try|uah|jpy|cny|inr|brl"
    r"|mxn|zar|ils|krw|sgd|hkd|thb|php|myr|idr|vnd|ars|clp|cop|pen|rub"
    r"|euros?|dollars?|bucks?|pounds?|quid|zloty(?:ch)?|złotych|złote|kron(?:er|or|a|e)|koruny?"
    r"|francs?|franken|yen|rand|rupees?|pesos?|reais|real|lira|shekels?|rubles?|forints?)"
)
MONEY: Final = re.compile(
    rf"(?:~|about |around |ca\.? )?(?:(?P<before>{WHOLE}) ?)?"
    rf"(?P<low>[0-9][0-9.,' ]*?)(?: ?(?:-|\u2013|\u2014|to) ?(?P<high>[0-9][0-9.,' ]*?))?"
    rf"(?: ?(?:(?P<behind>{WHOLE})|(?P<small>{SMALL})))?"
)
EITHER: Final = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")  # a thousand, or one and no more
NUMBER: Final = re.compile(
    r"([1-9][0-9]{0,2}(?:([., '])[0-9]{3})+|[0-9]{1,9})(?:([.,])([0-9]{1,3}))?"
)


def read_money(text: str) -> int:
    """Thousandths of the person's own currency; of two ends, the middle.

    Raises:
        UsageError: when it is no money, is less than nothing, or can be read in two ways.
    """
    words = " ".join(text.casefold().split())
    if words in FREE:
        return 0
    found = MONEY.fullmatch(words)
    if found is None or (found["before"] and (found["behind"] or found["small"])):
        raise _unread(text)
    ends = [_number(found[end], text) for end in ("low", "high") if found[end]]
    if ends[-1] < ends[0]:
        raise _unread(text)
    middle = (ends[0] + ends[-1]) / 2 / (100 if found["small"] else 1)
    if middle * THOUSAND > LARGEST:
        raise _unread(text)
    return int((middle * THOUSAND).to_integral_value())


def _number(digits: str, text: str) -> Decimal:
    if either := EITHER.fullmatch(digits):
        raise UsageError(
            f"{quote(text)} can be read in two ways. "
            f"Write {either[1]}{either[2]}, or {either[1]}.{either[2].rstrip('0') or '0'}."
        )
    found = NUMBER.fullmatch(digits)
    if found is None or (found[2] and found[2] == found[3]):
        raise _unread(text)
    return Decimal(f"{re.sub('[^0-9]', '', found[1])}.{found[4] or 0}")


def _unread(text: str) -> UsageError:
    return UsageError(
        f"{quote(text)} was not understood as money. "
        "Write a number that is 0 or more, such as 12 or 12.50, or free."
    )
