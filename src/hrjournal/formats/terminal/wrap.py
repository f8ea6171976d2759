"""Text on lines of a width: parted between words, and a word too long for a line wherever it must.

Cells are measured by Rich, so that wide characters and emoji take the room that they take. A test
holds these lines to those of Rich's own text, which costs a screen of text as much as all else.
"""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len, chop_cells

_WORD: Final = re.compile(r"\s*\S+\s*")


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width`, which is 2 or more."""
    return [line.rstrip() for part in text.split("\n") for line in _parted(part, width)]


def _parted(text: str, width: int) -> list[str]:
    if cell_len(text) <= width:
        return [text]
    lines = [""]
    used = 0
    for word in _WORD.findall(text):
        needed = cell_len(word.rstrip())
        if needed <= width - used:
            lines[-1] += word
            used += cell_len(word)
            continue
        lines += chop_cells(word, width) if needed > width else [word]
        used = cell_len(lines[-1])
    return lines if lines[0] or len(lines) == 1 else lines[1:]
