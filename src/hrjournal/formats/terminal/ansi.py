"""Lines in color: the styles of Rich as the signs that a terminal reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.color import ColorSystem
from rich.style import Style

if TYPE_CHECKING:
    from hrjournal.formats.terminal.canvas import Line

_SYSTEMS: Final = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


def to_ansi(line: Line, colors: str) -> str:
    """The line for a screen with so many colors."""
    system = _SYSTEMS[colors]
    return "".join(
        # A style keeps the first signs that it was drawn with, hence the copy.
        Style.parse(style).copy().render(text, color_system=system) if style else text
        for text, style in line
    )
