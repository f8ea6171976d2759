"""How wide a stream is: as COLUMNS asks, or as the screen says."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

UNWATCHED: Final = 80
NARROWEST: Final = 20
WIDEST: Final = 200


def columns_of(stream: TextIO) -> int:
    """The width asked for by COLUMNS, or the screen's; 0 where there is neither."""
    asked = os.environ.get("COLUMNS", "")[:6]
    width = int(asked) if asked.isascii() and asked.isdecimal() else 0
    return width or screen_of(stream)


def screen_of(stream: TextIO) -> int:
    """The width of a screen; 0 for anything else."""
    if stream.isatty():
        with suppress(OSError, ValueError):
            return os.get_terminal_size(stream.fileno()).columns
    return 0


def width_of(stream: TextIO) -> int:
    """A width within what pages are made for."""
    return max(NARROWEST, min(columns_of(stream) or UNWATCHED, WIDEST))
