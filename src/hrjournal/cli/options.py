"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.words.feelings import read_outcome
from hrjournal.domain.words.quantities import read_minutes, read_rating, read_sleep


def scale(told: str, *names: str) -> Any:
    """An option that takes a number from 0 to 10."""
    return typer.Option(*names, parser=read_rating, metavar="0-10", help=told)


def several(told: str, metavar: str = "WORD") -> Any:
    """An option that can be given more than once."""
    return typer.Option(metavar=metavar, help=f"{told} Can be given more than once.")


At = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="When: 22:30, last night, 2 hours ago, friday 9pm."),
]
Mood = Annotated[int | None, scale("Your mood, from 0 (low) to 10 (good).")]
Urge = Annotated[int | None, scale("How strong the urge is, from 0 to 10.")]
Anxiety = Annotated[int | None, scale("How anxious you feel, from 0 to 10.")]
Pain = Annotated[int | None, scale("How much pain you have, from 0 to 10.")]
Sleep = Annotated[
    int | None,
    typer.Option(parser=read_sleep, metavar="HOURS", help="How long you slept: 7, 7.5 or 7h30."),
]
Minutes = Annotated[
    int | None,
    typer.Option(
        parser=read_minutes,
        metavar="MINUTES",
        help="How long an urge lasted: 20, or half an hour.",
    ),
]
HowItEnded = Annotated[
    Outcome | None,
    typer.Option(parser=read_outcome, metavar="|".join(Outcome), help="How an urge turned out."),
]
Trigger = Annotated[list[str] | None, several("What set it off.")]
Coping = Annotated[list[str] | None, several("What you did about an urge.")]
Step = Annotated[list[str] | None, several("A safer step that you took.")]
Gave = Annotated[str | None, typer.Option(metavar="TEXT", help="What it gave you.")]
After = Annotated[str | None, typer.Option(metavar="TEXT", help="What came after.")]
StrengthAfter = Annotated[
    str | None,
    typer.Option(metavar="0-10|TEXT", help="How strong the urge was then, or what came after."),
]
Company = Annotated[
    str | None, typer.Option("--with", metavar="alone|WORD", help="Who was with you, or alone.")
]
Alone = Annotated[bool, typer.Option("--alone", help="The same as --with alone.")]
Note = Annotated[
    str | None, typer.Option(metavar="TEXT", help="A note; - reads it from standard input.")
]
Write = Annotated[bool, typer.Option("--write", help="Ask for a longer note, line by line.")]
NewName = Annotated[bool, typer.Option("--new", help="Keep a new name as you typed it.")]
MeantSo = Annotated[bool, typer.Option("--yes", help="The amount is meant as it stands.")]
Number = Annotated[
    str, typer.Argument(metavar="NUMBER", help="The number of it, as in #12; or last, or a day.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Show it as data, for programs.")]
Plain = Annotated[bool, typer.Option("--plain", help="No color, no boxes, one fact a line.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file of that name.")]
