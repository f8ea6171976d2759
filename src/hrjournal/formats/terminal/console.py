"""The page by Rich's console: for the screens of Windows, and for pictures."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, TextIO

from rich.console import Console
from rich.text import Text

from hrjournal.formats.terminal.show import drawn, glyphs_on
from hrjournal.formats.width import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.blocks import Page
    from hrjournal.formats.glyphs import Glyphs
    from hrjournal.formats.terminal.canvas import Line

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
        width=width or width_of(stream),
        height=25,
    )
    draw(page, console, glyphs_on(console.encoding, watched=watched), console.width)


def draw(page: Page, console: Console, glyphs: Glyphs, width: int) -> None:
    """Draw the page on a console, line by line, no line wider than this."""
    for line in drawn(page, console.encoding, glyphs, console.color_system, width):
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
