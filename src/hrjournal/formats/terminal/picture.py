"""A picture of the page as it looks on a dark screen, always the same for the same page."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.terminal_theme import TerminalTheme

from hrjournal.formats.glyphs import BLOCKS
from hrjournal.formats.terminal.console import draw

if TYPE_CHECKING:
    from hrjournal.blocks import Page

_EDGE = 2  # cells beside the page, so that nothing touches the frame
_ASPECT = 0.602  # of DejaVu Sans Mono and its like
_PAPER = "#1b2227"
_THEME: Final = TerminalTheme(
    background=(27, 34, 39),
    foreground=(213, 221, 224),
    normal=[(128, 128, 128)] * 8,  # the palette names every color it uses, so these rest
)
_FRAME = f"""<svg viewBox="0 0 {{width}} {{height}}" xmlns="http://www.w3.org/2000/svg">
<style>
.{{unique_id}}-matrix {{{{
  font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
  font-size: {{char_height}}px;
  line-height: {{line_height}}px;
}}}}
{{styles}}
</style>
<defs>{{lines}}</defs>
<rect width="{{width}}" height="{{height}}" rx="10" fill="{_PAPER}"/>
<g transform="translate(22, 26)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">{{matrix}}</g>
</g>
</svg>
"""


def svg(page: Page, width: int = 100) -> str:
    """The page as an SVG picture that loads nothing from anywhere."""
    console = Console(
        file=StringIO(),
        record=True,
        force_terminal=True,
        force_jupyter=False,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        width=width + _EDGE,
        height=25,
    )
    draw(page, console, BLOCKS, width)
    return console.export_svg(
        title="",
        theme=_THEME,
        code_format=_FRAME,
        font_aspect_ratio=_ASPECT,
        unique_id="page",
    )
