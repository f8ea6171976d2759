"""Looking back over weeks and months: trends, calendar, small wins."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.trends import views
from hrjournal.report.periods import By

Which = Annotated[
    list[str] | None, typer.Argument(metavar="SUBSTANCE", help="Which; all by default.")
]
Weeks = Annotated[
    int | None, typer.Option(min=1, max=5200, metavar="NUMBER", help="How many weeks.")
]
Months = Annotated[
    int | None, typer.Option(min=1, max=1200, metavar="NUMBER", help="How many months.")
]
From = Annotated[str | None, typer.Option("--from", metavar="DAY", help="The first day.")]
To = Annotated[
    str | None, typer.Option("--to", metavar="DAY", help="The last day; today by default.")
]


def trends(
    ctx: typer.Context,
    substances: Which = None,
    weeks: Weeks = None,
    months: Months = None,
    first: From = None,
    last: To = None,
    by: Annotated[By, typer.Option(help="What each line covers; a week by default.")] = By.WEEK,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How it went over weeks or months, and which way it goes.

    Examples:
        hrjournal trends
        hrjournal trends alcohol --weeks 12
        hrjournal trends --by month --months 6
        hrjournal trends --from 2026-01-01 --to 2026-03-31
    """
    options = views.TrendsOptions(
        substances=tuple(substances or ()),
        weeks=weeks,
        months=months,
        first=first,
        last=last,
        by=by,
        as_json=as_json,
        plain=plain,
    )
    views.trends(app_context(ctx), options)


def calendar(
    ctx: typer.Context,
    substances: Which = None,
    months: Months = None,
    first: From = None,
    last: To = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Months as a grid of days: used, none, or not logged.

    Examples:
        hrjournal calendar
        hrjournal calendar alcohol --months 3
        hrjournal calendar --from 2026-01-01
    """
    options = views.CalendarOptions(
        substances=tuple(substances or ()),
        months=months,
        first=first,
        last=last,
        as_json=as_json,
        plain=plain,
    )
    views.calendar(app_context(ctx), options)


def wins(
    ctx: typer.Context,
    everything: Annotated[
        bool, typer.Option("--all", help="All of them, since the beginning.")
    ] = False,
    why: Annotated[
        int | None, typer.Option(metavar="N", help="The days behind win number N.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What went well: small wins, and runs of days and weeks.

    Later days take none of them away.

    Examples:
        hrjournal wins
        hrjournal wins --all
        hrjournal wins --why 3
    """
    options = views.WinsOptions(everything=everything, why=why, as_json=as_json, plain=plain)
    views.wins(app_context(ctx), options)
