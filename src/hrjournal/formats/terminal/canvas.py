"""What lines on a screen are made of, and what they are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.formats.glyphs import Glyphs
    from hrjournal.formats.palette import Palette

GAP: Final = 2  # cells between columns
READABLE: Final = 86  # longer lines of prose tire the eye

Line = tuple[tuple[str, str], ...]  # pieces of text, each with its style
BLANK: Final[Line] = ()


class Canvas(NamedTuple):
    """The room for a line, the characters and colors, and how text is measured and wrapped."""

    room: int
    glyphs: Glyphs
    palette: Palette
    measure: Callable[[str], int]
    wrap: Callable[[str, int], Sequence[str]]

    @property
    def prose(self) -> int:
        """The room for a line of prose."""
        return min(self.room, READABLE)

    def lines(self, text: str, width: int, style: str = "") -> Iterator[Line]:
        """The text in one style, wrapped."""
        for line in self.wrap(text, width):
            yield ((line, style),)


class CanvasCell(NamedTuple):
    """A text in a column of a given width."""

    text: str
    width: int
    style: str = ""
    right: bool = False


def row(
    sheet: Canvas, cells: Sequence[CanvasCell], *, low: bool = False, gap: int = GAP
) -> Iterator[Line]:
    """Cells side by side, each wrapped in its width; `low` ones stand on the last line."""
    stacks = [sheet.wrap(cell.text, cell.width) for cell in cells]
    height = max((len(stack) for stack in stacks), default=0)
    for number in range(height):
        pieces: list[tuple[str, str]] = []
        for cell, stack in zip(cells, stacks, strict=True):
            place = number - (height - len(stack) if low else 0)
            text = stack[place] if 0 <= place < len(stack) else ""
            pad = " " * (cell.width - sheet.measure(text))
            pieces += ((pad + text if cell.right else text + pad, cell.style), (" " * gap, ""))
        yield tuple(pieces[:-1])
