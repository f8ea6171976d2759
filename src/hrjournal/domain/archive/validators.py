"""Values from a file that anybody may have written: taken as what they need to be, or refused.

A refusal names the place, as in `entries[12].amount.low`, and never tells the value.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from hrjournal.domain.entries.entry import LONGEST_TEXT
from hrjournal.errors import ImportRefusedError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

LONGEST_NUMBER: Final = 18  # digits
DECIMAL: Final = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,3})?")
FIELD: Final = re.compile(r"[a-z_]{1,40}")
Word = TypeVar("Word", bound=StrEnum)
NOTHING_WRITTEN: Final = "Nothing was written."


class InvalidValue(NamedTuple):
    """Stands where a value was that no field takes, and says why."""

    why: str


class UnfitError(ImportRefusedError):
    """A value that is not taken: where it stands and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class Value(NamedTuple):
    """A value as it stood in the file, and its place."""

    place: str
    raw: Any

    def unfit(self, reason: str) -> UnfitError:
        """That it is not taken, and why."""
        return UnfitError(
            self.place, self.raw.why if isinstance(self.raw, InvalidValue) else reason
        )

    def text(self, most: int = LONGEST_TEXT, least: int = 0) -> str:
        """It as a text of so many characters."""
        if not isinstance(self.raw, str):
            raise self.unfit("This is not a text.")
        if not least <= len(self.raw) <= most:
            raise self.unfit(f"A text here has {least} to {most:,} characters.")
        if not self.raw.isascii() and re.search("[\ud800-\udfff]", self.raw):
            raise self.unfit("It holds half a character.")
        return self.raw

    def whole(self, low: int, high: int) -> int:
        """It as a whole number from low to high."""
        if type(self.raw) is not int or not low <= self.raw <= high:
            raise self.unfit(f"This is not a whole number from {low} to {high:,}.")
        return self.raw

    def parts(self, low: int, high: int, of: int = 1000) -> int:
        """It as a number of parts of which `of` make one; from low to high of them."""
        if type(self.raw) is int or isinstance(self.raw, Decimal):
            if not Decimal(low) / of <= self.raw <= Decimal(high) / of:
                raise self.unfit("This number is too small or too large to keep.")
            exact = self.raw * of
            if exact == int(exact):
                return int(exact)
        raise self.unfit("This is not a number with so few decimals.")

    def flag(self) -> bool:
        """It as yes or no."""
        if not isinstance(self.raw, bool):
            raise self.unfit("This is neither true nor false.")
        return self.raw

    def member(self, words: type[Word]) -> Word:
        """It as one of the words of a list."""
        if not isinstance(self.raw, str) or self.raw not in list(words):
            raise self.unfit("This version does not know this word.")
        return words(self.raw)

    def items(self) -> list[Any]:
        """It as a row of values."""
        if not isinstance(self.raw, list):
            raise self.unfit("This is not a list.")
        return self.raw

    def named(self) -> list[tuple[str, Any]]:
        """It as values with names."""
        if not isinstance(self.raw, dict):
            raise self.unfit("This is not a group of named values.")
        return list(self.raw.items())

    def fields(
        self, readers: Mapping[str, Callable[[Value], Any]], needed: Collection[str] = ()
    ) -> dict[str, Any]:
        """It as fields, each read by its reader; what says nothing is left out."""
        found = {}
        for name, raw in self.named():
            value = Value(f"{self.place}.{label(name)}", raw)
            if name not in readers:
                raise value.unfit("This version does not know this field.")
            if raw is not None:
                found[name] = readers[name](value)
        missing = [name for name in needed if name not in found]
        if missing:
            raise UnfitError(f"{self.place}.{missing[0]}", "This field is missing.")
        return found


@lru_cache(256)
def label(name: str) -> str:
    """The name of a field as it may stand in a place; one that is none of ours is not told."""
    return name if FIELD.fullmatch(name) else "?"


def parsed(text: str) -> object:
    """What a text says as JSON; what JSON leaves open is an `Odd`.

    Raises:
        ImportRefusedError: when it is not JSON, with the line.
    """
    try:
        return json.loads(
            text,
            parse_int=_whole,
            parse_float=_decimal,
            parse_constant=lambda _: InvalidValue("This is not a number that can be kept."),
            object_pairs_hook=_group,
        )
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from None
    except RecursionError:
        raise ImportRefusedError(
            f"The file is nested too deeply to be an export of hrjournal. {NOTHING_WRITTEN}"
        ) from None


def _not_json(text: str, error: json.JSONDecodeError) -> ImportRefusedError:
    where = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated"):
        return ImportRefusedError(
            f"The file ends too early, at {where}. It may have been cut off. {NOTHING_WRITTEN}"
        )
    return ImportRefusedError(f"The file stops being JSON at {where}. {NOTHING_WRITTEN}")


def _whole(text: str) -> int | InvalidValue:
    return int(text) if len(text) <= LONGEST_NUMBER else _too_long()


def _decimal(text: str) -> Decimal | InvalidValue:
    return Decimal(text) if DECIMAL.fullmatch(text) else _too_long()


def _too_long() -> InvalidValue:
    return InvalidValue("This number has too many digits.")


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any] | InvalidValue:
    found = dict(pairs)
    return found if len(found) == len(pairs) else InvalidValue("It names a field twice.")
