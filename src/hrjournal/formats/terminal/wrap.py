"""Text on lines of a width: parted between words, and a word too long for a line wherever it must.

Cells are measured by Rich, so that wide characters and emoji take the room that they take; it is
loaded for text beyond ASCII. A test holds these lines to those of Rich's own text, which costs a
screen of text as much as all else.
"""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = r"\s*\S+\s*"


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width`, which is 2 or more."""
    return [line.rstrip() for part in text.split("\n") for line in _parted(part, width)]


def cells(text: str) -> int:
    """How many cells a text takes on a screen."""
    if text.isascii() and text.isprintable():
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - most pages are plain letters

    return cell_len(text)


def _chopped(word: str, width: int) -> list[str]:
    from rich.cells import chop_cells  # noqa: PLC0415 - hardly a word is that long

    return chop_cells(word, width)


def _parted(text: str, width: int) -> list[str]:
    if cells(text) <= width:
        return [text]
    lines = [""]
    used = 0
    for word in re.findall(_WORD, text):
        needed = cells(word.rstrip())
        if needed <= width - used:
            lines[-1] += word
            used += cells(word)
            continue
        lines += _chopped(word, width) if needed > width else [word]
        used = cells(lines[-1])
    return lines if lines[0] or len(lines) == 1 else lines[1:]
