"""Looking back: today, days, one record, and searching."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.days import views
from hrjournal.cli.options import AsJson, Number, Plain

On = Annotated[
    str | None, typer.Option(metavar="DAY", help="One day: yesterday, monday, 2026-11-20.")
]


def today(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Today at a glance: what you logged, the week, small wins.

    Examples:
        hrjournal
        hrjournal today --plain
    """
    views.today(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


def days(
    ctx: typer.Context,
    last_days: Annotated[
        int,
        typer.Option(
            "--days", min=1, max=40_000, metavar="NUMBER", help="How many days; 14 by default."
        ),
    ] = 14,
    on: On = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you wrote, day by day, with the number of each record.

    Examples:
        hrjournal days
        hrjournal days --days 30
        hrjournal days --on yesterday
    """
    options = views.DaysOptions(last_days=last_days, on=on, as_json=as_json, plain=plain)
    views.days(app_context(ctx), options)


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """See one record, whole.

    Examples:
        hrjournal show 12
    """
    views.show(app_context(ctx), number, OutputOptions(as_json=as_json, plain=plain))


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="All of these, in any order.")],
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Find records by words: notes, triggers, substances, steps.

    Examples:
        hrjournal search party
        hrjournal search long day
    """
    options = views.SearchOptions(words=tuple(words), as_json=as_json, plain=plain)
    views.search(app_context(ctx), options)
