"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

At = Annotated[str | None, typer.Option(help="When: 22:30, yesterday 22:30, 2 hours ago, -3d.")]
Scale = typer.Option(min=0, max=10, metavar="0-10")
Mood = Annotated[int | None, Scale]
Several = typer.Option(metavar="WORD", help="Can be given more than once.")
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Use - to read standard input.")]
Write = Annotated[bool, typer.Option("--write", help="Asks for a longer note.")]
Number = Annotated[int, typer.Argument(min=1, max=2**62, metavar="ID", help="As in #12.")]
AsJson = Annotated[bool, typer.Option("--json", help="As data, for programs.")]
Plain = Annotated[bool, typer.Option("--plain", help="No color, no boxes, one fact a line.")]
