"""The measures that are used in care, over any days."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.measures import views
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.trends.command import From, To, Which

Count = Annotated[
    int | None,
    typer.Option(
        "--days", min=1, max=40_000, metavar="NUMBER", help="How many days; 30 by default."
    ),
]
Guide = Annotated[bool, typer.Option("--guide", help="Show your country's drinking guide too.")]
Explain = Annotated[bool, typer.Option("--explain", help="Say what each measure means.")]


def measures(
    ctx: typer.Context,
    substances: Which = None,
    days: Count = None,
    first: From = None,
    last: To = None,
    guide: Guide = False,
    explain: Explain = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Figures that care works with: days without, drinks a day.

    Each says how many days it counts. Days you did not log are left out.

    Examples:
        hrjournal measures
        hrjournal measures alcohol --days 90
        hrjournal measures --explain
    """
    options = views.MeasuresOptions(
        substances=tuple(substances or ()),
        days=days,
        first=first,
        last=last,
        guide=guide,
        explain=explain,
        as_json=as_json,
        plain=plain,
    )
    views.measures(app_context(ctx), options)
