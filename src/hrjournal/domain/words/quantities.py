"""How strong and how long, as people say it: `6/10`, `six`, `7h30`, `half an hour`."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.errors import UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

HOUR: Final = 60
DAY: Final = 24 * HOUR
WEEK: Final = 7 * DAY
TOP: Final = 10  # of every scale
SPOKEN: Final = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
NUMBERS: Final[Mapping[str, int]] = MappingProxyType(
    {word: number for number, word in enumerate(SPOKEN)}
    | {"thirty": 30, "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
)
PARTS: Final[Mapping[str, Decimal]] = MappingProxyType(
    {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
)
SIGNS: Final[Mapping[str, str]] = MappingProxyType({"½": ".5", "¼": ".25", "¾": ".75"})
OF_TEN: Final = r"(?: ?/ ?10| (?:out )?of (?:10|ten))?"
RATING: Final = re.compile(rf"(?:a )?([0-9]{{1,2}}|{'|'.join(SPOKEN[: TOP + 1])}){OF_TEN}")

# 7.30 hours, or half past seven by a clock; 7.25, 7.5 and 7.50 are no such time.
EITHER: Final = re.compile(r"([0-9]{1,2})[.,]((?!00|25|50)[0-5][0-9])(?: ?(?:h|hrs?|hours?))?")

_N: Final = rf"[0-9]{{1,5}}(?:[.,][0-9]{{1,3}})?|[.,][0-9]{{1,3}}|an?|{'|'.join(NUMBERS)}"
_PART: Final = "(?:an? )?half|(?:a )?quarter|three quarters"
_H, _M = "h|hrs?|hours?", "m|min|mins|minutes?"
LENGTHS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<hours>[0-9]{{1,2}}):(?P<minutes>[0-5][0-9])(?: ?(?:{_H}))?",
        rf"(?P<hours>{_N}) ?(?:{_H})(?P<minutes>[0-5][0-9])?",
        rf"(?P<hours>{_N}) ?(?:{_H}) ?(?:and )?(?P<minutes>[0-5]?[0-9]) ?(?:{_M})",
        rf"(?P<hours>{_N}) ?(?:{_H})? and (?P<part>{_PART})(?: ?(?:{_H}))?",
        rf"(?P<part>{_PART})(?: of)?(?: an?)? ?(?:{_H})",
        rf"(?P<minutes>{_N}) ?(?:{_M})",
    )
)
BARE: Final = re.compile(rf"(?P<number>{_N})")


def read_rating(text: str) -> int:
    """A number from 0 to 10, in digits or as a word.

    Raises:
        UsageError: when it is none.
    """
    found = rating(" ".join(text.casefold().split()))
    if found is None:
        raise UsageError(f"{quote(text)} is not a number from 0 to 10. Write one, such as 6.")
    return found


def rating(words: str) -> int | None:
    """The same of folded words; None for anything else."""
    found = RATING.fullmatch(words)
    if found is None:
        return None
    number = NUMBERS[found[1]] if found[1] in NUMBERS else int(found[1])
    return number if number <= TOP else None


def read_sleep(text: str) -> int:
    """Minutes of sleep; a bare number is hours.

    Raises:
        UsageError: when it is no length of time, or longer than a day.
    """
    if either := EITHER.fullmatch(text.strip().casefold()):
        raise UsageError(
            f"{quote(text)} can be read in two ways. Write {either[1]}:{either[2]} "
            f"for {either[1]} h {either[2]} min, or a part of an hour, such as {either[1]}.5."
        )
    minutes = _length_alone(text, HOUR)
    if minutes is None:
        raise UsageError(
            f"{quote(text)} was not understood. Sleep is written in hours, such as 7, 7.5 or 7h30."
        )
    if minutes > DAY:
        raise UsageError("Sleep is between 0 and 24 hours, such as 7, 7.5 or 7h30.")
    return minutes


def read_minutes(text: str) -> int:
    """How long something lasted, in minutes; a bare number is minutes.

    Raises:
        UsageError: when it is no length of time, or longer than a week.
    """
    minutes = _length_alone(text, 1)
    if minutes is None or minutes > WEEK:
        raise UsageError(
            f"{quote(text)} was not understood. Write how long it lasted, "
            "such as 20, 20 minutes or half an hour."
        )
    return minutes


def _length_alone(text: str, bare: int) -> int | None:
    """A length of time that nothing stands beside, so that `7 h 30` is one."""
    folded = re.sub("^(?:~|about |around |ca\\.? )", "", text.strip().casefold())
    found = length(folded, bare)
    return length("".join(folded.split()), bare) if found is None else found


def length(words: str, bare: int = 0) -> int | None:
    """Minutes of folded words; None for anything else. A bare number counts `bare` minutes each.

    Without `bare`, a number alone is no length of time.
    """
    plain = " ".join(words.split())
    if EITHER.fullmatch(plain):
        return None
    for sign, decimal in SIGNS.items():
        plain = re.sub(rf" ?{sign}", decimal, plain)
    for pattern in LENGTHS:
        if found := pattern.fullmatch(plain):
            return _minutes(found)
    found = BARE.fullmatch(plain) if bare and plain not in {"a", "an"} else None
    number = found and _value(found["number"])
    return None if number is None else round(number * bare)


def _minutes(found: re.Match[str]) -> int | None:
    parts = found.groupdict()
    hours, minutes = (_value(parts.get(name) or "0") for name in ("hours", "minutes"))
    if hours is None or minutes is None:
        return None
    part = re.sub("^an? ", "", parts.get("part") or "")
    return round((hours + PARTS.get(part, 0)) * HOUR + minutes)


def _value(number: str) -> Decimal | None:
    """A number in digits or as a word; nothing at all is none."""
    if number in {"a", "an"}:
        return Decimal(1)
    if number in NUMBERS:
        return Decimal(NUMBERS[number])
    return Decimal(number.replace(",", ".")) if number else None
