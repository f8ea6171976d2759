"""A wave on a screen: a sentence and a calm bar, or plain lines where nothing can be redrawn."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.formats.palette import palette_for
from hrjournal.formats.terminal.layout import MARGIN
from hrjournal.formats.terminal.show import colors_of, glyphs_on
from hrjournal.formats.terminal.wrap import wrap
from hrjournal.formats.width import width_of
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.text import Text

    Draw = Callable[["Sight"], None]

_WIDEST: Final = 60


class Sight(NamedTuple):
    """A moment of the wave: what is said, the share of time gone by, how long it still is."""

    sentence: str
    share: float
    left: str


@contextmanager
def drawn(stream: TextIO, *, plain: bool) -> Iterator[Draw]:
    """What draws a wave on this stream; it takes the drawing away at the end."""
    if plain or not stream.isatty() or os.environ.get("TERM") in {None, "", "dumb", "unknown"}:
        yield _lines(stream)
        return
    from rich.console import Console  # noqa: PLC0415 - loaded for a wave that is ridden
    from rich.live import Live  # noqa: PLC0415

    console = Console(
        file=stream,
        color_system=None if os.environ.get("NO_COLOR") else "auto",
        force_jupyter=False,
    )
    with Live(
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as live:

        def draw(sight: Sight) -> None:
            live.update(_picture(stream, sight), refresh=True)

        yield draw


def _lines(stream: TextIO) -> Draw:
    said = ""

    def draw(sight: Sight) -> None:
        nonlocal said
        if sight.sentence != said:
            stream.write(f"{sight.sentence} ({sight.left})\n")
            stream.flush()
        said = sight.sentence

    return draw


def _picture(stream: TextIO, sight: Sight) -> Text:
    """The sentence over a bar; what is still to come of it shows without color too."""
    from rich.text import Text  # noqa: PLC0415

    glyphs = glyphs_on(stream.encoding or "utf-8", watched=True)
    palette = palette_for(colors_of(os.environ))
    room = min(width_of(stream), _WIDEST) - MARGIN
    gone = glyphs.bar(sight.share, room)
    parts = [(f"{' ' * MARGIN}{line}\n", "") for line in wrap(sight.sentence, room)]
    bar = (
        (" " * MARGIN, ""),
        (gone, palette.figure),
        (glyphs.rule * (room - len(gone)), palette.quiet),
    )
    return Text.assemble("\n", *parts, *bar, (f"\n{' ' * MARGIN}{sight.left}", palette.quiet))
