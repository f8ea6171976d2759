"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.words.feelings import read_outcome
from hrjournal.domain.words.quantities import read_minutes, read_rating, read_sleep

At = Annotated[str | None, typer.Option(help="When: 22:30, yesterday 22:30, 2 hours ago, -3d.")]
Scale = typer.Option(parser=read_rating, metavar="0-10")
Sleep = Annotated[
    int | None, typer.Option(parser=read_sleep, metavar="HOURS", help="7, 7.5, 7h30 or 7 hours.")
]
Minutes = Annotated[
    int | None,
    typer.Option(parser=read_minutes, metavar="MINUTES", help="How long: 20, or half an hour."),
]
HowItEnded = Annotated[
    Outcome | None,
    typer.Option(parser=read_outcome, metavar="|".join(Outcome), help="How it turned out."),
]
Gave = Annotated[str | None, typer.Option(metavar="TEXT", help="What it gave you.")]
Company = Annotated[str | None, typer.Option("--with", metavar="alone|WORD")]
Alone = Annotated[bool, typer.Option("--alone", help="The same as --with alone.")]
Mood = Annotated[int | None, Scale]
Several = typer.Option(metavar="WORD", help="Can be given more than once.")
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Use - to read standard input.")]
Write = Annotated[bool, typer.Option("--write", help="Asks for a longer note.")]
Number = Annotated[str, typer.Argument(metavar="ID", help="As in #12, or last.")]
AsJson = Annotated[bool, typer.Option("--json", help="As data, for programs.")]
Plain = Annotated[bool, typer.Option("--plain", help="No color, no boxes, one fact a line.")]
