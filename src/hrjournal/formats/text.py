"""Text on its way out: harmless in every format, and within reach of the encoding."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any
from unicodedata import normalize

from hrjournal.blocks import Page, Text
from hrjournal.wording import harmless

_NEAREST = {
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{MIDDLE DOT}": ".",
    "\N{BULLET}": "*",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{PLUS-MINUS SIGN}": "+/-",
    "\N{ALMOST EQUAL TO}": "~",
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{VULGAR FRACTION ONE QUARTER}": " 1/4",
    "\N{VULGAR FRACTION ONE HALF}": " 1/2",
    "\N{VULGAR FRACTION THREE QUARTERS}": " 3/4",
}


def harmless_page(page: Page, encoding: str = "utf-8") -> Page:
    """The page with every string of it fit to be shown in this encoding; data stays as it is."""
    return Page(
        title=_harmless(page.title, encoding),
        blocks=_harmless(page.blocks, encoding),
        data=page.data,
    )


def encodable(text: str, encoding: str) -> str:
    """The text in characters the encoding has: the nearest ones, or a question mark."""
    if text.isascii():
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_nearest(character, encoding) for character in text)
    return text


def _harmless(value: Any, encoding: str, *, keep_lines: bool = False) -> Any:
    match value:
        case Enum():
            return value
        case str():
            return encodable(harmless(value, keep_lines=keep_lines), encoding)
        case tuple():
            return tuple(_harmless(item, encoding) for item in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            lines = isinstance(value, Text)
            return replace(
                value,
                **{
                    field.name: _harmless(getattr(value, field.name), encoding, keep_lines=lines)
                    for field in fields(value)
                },
            )
        case _:
            return value


def _nearest(character: str, encoding: str) -> str:
    found = _NEAREST.get(character, character)
    if character.isalpha():  # a letter keeps its letter; a number or sign must not change its worth
        found = normalize("NFD", character).encode(encoding, "ignore").decode(encoding) or "?"
    return found.encode(encoding, "replace").decode(encoding)
