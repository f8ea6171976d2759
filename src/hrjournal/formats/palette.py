"""The colors of a screen: middle tones that read on dark and on light; use is never red."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import CalendarGridDay, Mark, Tone
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Palette(NamedTuple):
    """A style for each part of a page, in the words of the drawing library."""

    title: str
    heading: str
    quiet: str
    figure: str
    tones: Mapping[Tone, str]
    steps: tuple[str, ...]  # from least to most
    unknown: str

    def day(self, day: CalendarGridDay) -> str:
        """The style of a day on a calendar."""
        match day.mark:
            case Mark.SOME:
                return self.steps[max(1, min(day.step, len(self.steps))) - 1]
            case Mark.UNKNOWN:
                return self.unknown
            case Mark.UNWRITTEN:
                return self.quiet
            case Mark.NONE | Mark.OUTSIDE:
                return ""


FULL: Final = Palette(
    title="bold #0f8a94",
    heading="bold",
    quiet="#808080",
    figure="#0f8a94",
    tones={Tone.SAFETY: "bold #a87a1f", Tone.WIN: "bold #2f8f5b", Tone.HINT: "#808080"},
    steps=(
        "#e6f0f2 on #50666f",
        "#e6f0f2 on #4b7884",
        "#eef6f8 on #2a788c",
        "#f4fafb on #00819c",
    ),
    unknown="bold #0f8a94",
)
SIXTEEN: Final = Palette(
    title="bold cyan",
    heading="bold",
    quiet="dim",
    figure="cyan",
    tones={Tone.SAFETY: "bold yellow", Tone.WIN: "bold green", Tone.HINT: "dim"},
    steps=("cyan", "cyan", "bold cyan", "bold cyan"),
    unknown="cyan",
)


def palette_for(colors: str | None) -> Palette:
    """The palette for a screen with so many colors, named as the drawing library names them."""
    return FULL if colors in {"256", "truecolor"} else SIXTEEN
