"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Any

import typer


def scale(told: str) -> Any:
    """An option that takes a number from 0 to 10."""
    return typer.Option(min=0, max=10, metavar="0-10", help=told)


def several(told: str, metavar: str = "WORD") -> Any:
    """An option that can be given more than once."""
    return typer.Option(metavar=metavar, help=f"{told} Can be given more than once.")


At = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="When: 22:30, yesterday 22:30, 2 hours ago, -3d."),
]
Mood = Annotated[int | None, scale("Your mood, from 0 (low) to 10 (good).")]
Urge = Annotated[int | None, scale("How strong the urge is, from 0 to 10.")]
After = Annotated[int | None, scale("How strong the urge was afterwards, from 0 to 10.")]
Anxiety = Annotated[int | None, scale("How anxious you feel, from 0 to 10.")]
Pain = Annotated[int | None, scale("How much pain you have, from 0 to 10.")]
Sleep = Annotated[
    str | None, typer.Option(metavar="HOURS", help="How long you slept: 7, 7.5 or 7h30.")
]
Trigger = Annotated[list[str] | None, several("What set it off.")]
Coping = Annotated[list[str] | None, several("What you did about an urge.")]
Step = Annotated[list[str] | None, several("A safer step that you took.")]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note; - reads it from standard input.")
]
Write = Annotated[bool, typer.Option("--write", help="Ask for a longer note, line by line.")]
Number = Annotated[
    int, typer.Argument(min=1, max=2**62, metavar="NUMBER", help="The number of it, as in #12.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Show it as data, for programs.")]
Plain = Annotated[bool, typer.Option("--plain", help="No color, no boxes, one fact a line.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file of that name.")]
