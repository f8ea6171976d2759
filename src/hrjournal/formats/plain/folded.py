"""Plain lines folded to the width of the screen, with nothing loaded that they can do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from hrjournal.formats.encoding import encodable
from hrjournal.formats.plain.lines import lines
from hrjournal.formats.width import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.blocks import Page


def show(page: Page, stream: TextIO) -> None:
    """Writes the page on the stream, no line wider than the screen."""
    encoding = stream.encoding or "utf-8"
    width = width_of(stream)
    for line in lines(page):
        stream.writelines(f"{part}\n" for part in _folded(encodable(line, encoding), width))


def _folded(line: str, width: int) -> Iterator[str]:
    """The line in parts; those of a step stand under its first word."""
    number, stop, _ = line.partition(". ")
    indent = " " * len(f"{number}{stop}") if stop and number.isdecimal() else ""
    part = ""
    for word in line.split(" "):
        if part.strip() and len(part) + 1 + len(word) > width:
            yield part
            part = indent + word
        else:
            part = f"{part} {word}" if part else word
    yield part
