"""The page on a screen, by Rich: calm, at any width, and whole without color."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from hrjournal.formats.glyphs import ASCII, Glyphs, glyphs_for
from hrjournal.formats.layout import MARGIN, page_lines
from hrjournal.formats.palette import palette_for
from hrjournal.formats.sheet import Line, Sheet
from hrjournal.formats.text import harmless_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.blocks import Page

_UNWATCHED = 80
_NARROWEST = 20
_WIDEST = 200
_PARTS = re.compile(r"\S+(?: \S+)*|\s+")


def show(page: Page, stream: TextIO, *, width: int | None = None) -> None:
    """Draw the page on the stream, in color where a person watches and has not said no to it."""
    watched = stream.isatty()
    colored = watched and not os.environ.get("NO_COLOR")
    console = Console(
        file=stream,
        color_system="auto" if colored else None,
        force_terminal=watched,
        force_interactive=False,
        force_jupyter=False,
        width=width or _width(stream),
        height=25,
    )
    poor = watched and os.environ.get("TERM") == "linux"  # its fonts lack most of the blocks
    draw(page, console, ASCII if poor else glyphs_for(console.encoding), console.width)


def draw(page: Page, console: Console, glyphs: Glyphs, width: int) -> None:
    """Draw the page on a console, line by line, no line wider than this."""

    def wrap(text: str, width: int) -> Sequence[str]:
        lines = Text(text).wrap(console, max(1, width), overflow="fold")
        return [line.plain.rstrip() for line in lines]

    sheet = Sheet(
        room=width - MARGIN,
        glyphs=glyphs,
        palette=palette_for(console.color_system),
        measure=cell_len,
        wrap=wrap,
    )
    for line in page_lines(harmless_page(page, console.encoding), sheet):
        ink = Text.assemble(*(_words(line) if console.record else line))
        if console.color_system is None:
            ink.rstrip()
        console.print(
            ink,
            no_wrap=True,
            overflow="ignore",
            crop=False,
            markup=False,
            emoji=False,
            highlight=False,
        )


def _words(line: Line) -> Iterator[tuple[str, str]]:
    """The pieces parted where spaces are wide, so that a picture can place each by itself."""
    for text, style in line:
        for part in _PARTS.findall(text):
            yield (part, style or "none")


def _width(stream: TextIO) -> int:
    """The width asked for by COLUMNS, or the screen's, within what pages are made for."""
    columns = os.environ.get("COLUMNS", "")[:6]
    width = int(columns) if columns.isascii() and columns.isdecimal() else 0
    if not width and stream.isatty():
        with suppress(OSError):
            width = os.get_terminal_size(stream.fileno()).columns
    return max(_NARROWEST, min(width or _UNWATCHED, _WIDEST))
