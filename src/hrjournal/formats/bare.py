"""Plain lines folded to the width of the screen, with nothing loaded that they can do without."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.formats.encoding import encodable
from hrjournal.formats.plain import lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.blocks import Page

_UNWATCHED: Final = 80
_NARROWEST: Final = 20
_NUMBER: Final = re.compile(r"\d+\. ")


def show(page: Page, stream: TextIO) -> None:
    """Writes the page on the stream, no line wider than the screen."""
    encoding = stream.encoding or "utf-8"
    width = _width(stream)
    for line in lines(page):
        stream.writelines(f"{part}\n" for part in _folded(encodable(line, encoding), width))


def _folded(line: str, width: int) -> Iterator[str]:
    """The line in parts; those of a step stand under its first word."""
    number = _NUMBER.match(line)
    indent = " " * (number.end() if number else 0)
    part = ""
    for word in line.split(" "):
        if part.strip() and len(part) + 1 + len(word) > width:
            yield part
            part = indent + word
        else:
            part = f"{part} {word}" if part else word
    yield part


def _width(stream: TextIO) -> int:
    """The width asked for by COLUMNS, or that of the screen."""
    columns = os.environ.get("COLUMNS", "")[:6]
    width = int(columns) if columns.isascii() and columns.isdecimal() else 0
    if not width and stream.isatty():
        with suppress(OSError):
            width = os.get_terminal_size(stream.fileno()).columns
    return max(_NARROWEST, width or _UNWATCHED)
