"""What goes together, and what was tried."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.patterns import views

Which = Annotated[
    str | None, typer.Argument(metavar="SUBSTANCE", help="Which; your main one by default.")
]


def patterns(
    ctx: typer.Context,
    substance: Which = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every question, with what came of it.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how it is found, and what is in the data.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What goes together: triggers, use, urges, the next day.

    Both sides are counted, and every way you tried is listed. What stands out is told apart.

    Examples:
        hrjournal patterns
        hrjournal patterns cannabis
        hrjournal patterns --all
        hrjournal patterns --explain
    """
    options = views.PatternsOptions(
        substance=substance,
        everything=everything,
        explain=explain,
        as_json=as_json,
        plain=plain,
    )
    views.patterns(app_context(ctx), options)
