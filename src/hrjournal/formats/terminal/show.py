"""The page on a screen: calm, at any width, and whole without color.

Rich measures and colors it where plain letters do not do. Its console, with everything that it can
do besides, would cost as much time as the rest of a command, so it is left to the screens that need
it (`console.py`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.formats.glyphs import ASCII, Glyphs, glyphs_for
from hrjournal.formats.palette import palette_for
from hrjournal.formats.sanitize_page import sanitize_page
from hrjournal.formats.terminal.canvas import Canvas, Line
from hrjournal.formats.terminal.layout import MARGIN, page_lines
from hrjournal.formats.terminal.wrap import cells, wrap
from hrjournal.formats.width import width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.blocks import Page

_COLORS: Final = {"kitty": "256", "256color": "256"}  # by what a terminal's name ends with


def show(page: Page, stream: TextIO, *, width: int | None = None) -> None:
    """Draw the page on the stream, in color where a person watches and has not said no to it."""
    watched = stream.isatty()
    colors = colors_of(os.environ) if watched and not os.environ.get("NO_COLOR") else None
    encoding = stream.encoding or "utf-8"
    glyphs = glyphs_on(encoding, watched=watched)
    lines = drawn(page, encoding, glyphs, colors, width or width_of(stream))
    stream.writelines(f"{line}\n" for line in _written(lines, colors))


def drawn(
    page: Page, encoding: str, glyphs: Glyphs, colors: str | None, width: int
) -> Iterator[Line]:
    """The lines of the page, none wider than the width, each piece with its style."""
    sheet = Canvas(
        room=width - MARGIN,
        glyphs=glyphs,
        palette=palette_for(colors),
        measure=cells,
        wrap=wrap,
    )
    return page_lines(sanitize_page(page, encoding), sheet)


def colors_of(environment: Mapping[str, str]) -> str | None:
    """The colors of a terminal by what it says of itself, named as the drawing library does."""
    term = environment.get("TERM", "").lower()
    if term in {"dumb", "unknown"}:
        return None
    if environment.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return "truecolor"
    return _COLORS.get(term.strip().rpartition("-")[2], "standard")


def glyphs_on(encoding: str, *, watched: bool) -> Glyphs:
    """The characters for a stream; the Linux console's fonts lack most of the blocks."""
    poor = watched and os.environ.get("TERM") == "linux"
    return ASCII if poor else glyphs_for(encoding)


def _written(lines: Iterator[Line], colors: str | None) -> Iterator[str]:
    if colors is None:
        return ("".join(text for text, _ in line).rstrip() for line in lines)
    from hrjournal.formats.terminal.ansi import to_ansi  # noqa: PLC0415 - styles load where there is color

    return (to_ansi(line, colors) for line in lines)
