"""Looking back: today, days, one record, and searching."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.days import views
from hrjournal.cli.options import AsJson, Number, Plain

On = Annotated[str | None, typer.Option(help="One day: yesterday, monday, 2026-11-20.")]


def today(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Today at a glance: what is written, the week, small wins."""
    views.today(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


def days(
    ctx: typer.Context,
    last_days: Annotated[
        int, typer.Option("--days", min=1, max=40_000, help="How many days.")
    ] = 14,
    on: On = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you wrote, day by day."""
    options = views.DaysOptions(last_days=last_days, on=on, as_json=as_json, plain=plain)
    views.days(app_context(ctx), options)


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One record, whole."""
    views.show(app_context(ctx), number, OutputOptions(as_json=as_json, plain=plain))


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="All of these, in any order.")],
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Find records by words: notes, triggers, substances, steps."""
    options = views.SearchOptions(words=tuple(words), as_json=as_json, plain=plain)
    views.search(app_context(ctx), options)
