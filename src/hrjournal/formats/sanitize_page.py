"""Text on its way out: harmless in every format, and within reach of the encoding."""

from __future__ import annotations

from enum import Enum
from typing import Any

from hrjournal.blocks import Page, Text
from hrjournal.formats.encoding import encodable
from hrjournal.sanitize import sanitize


def sanitize_page(page: Page, encoding: str = "utf-8") -> Page:
    """The page with every string of it fit to be shown in this encoding; data stays as it is."""
    return Page(
        title=_harmless(page.title, encoding),
        blocks=_harmless(page.blocks, encoding),
        data=page.data,
    )


def _harmless(value: Any, encoding: str, *, keep_lines: bool = False) -> Any:
    if isinstance(value, str):
        if isinstance(value, Enum):
            return value
        if value.isascii() and value.isprintable():
            return str(value)  # a word of the person's own is one of the page from here on
        return encodable(sanitize(value, keep_lines=keep_lines), encoding)
    if not isinstance(value, tuple):
        return value
    if not hasattr(value, "_fields"):
        return tuple([_harmless(item, encoding) for item in value])
    lines = isinstance(value, Text)
    return type(value)(*[_harmless(item, encoding, keep_lines=lines) for item in value])
