"""Looking back over weeks and months: trends, calendar, small wins."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.trends import views
from hrjournal.report.periods import By

Which = Annotated[list[str] | None, typer.Argument(metavar="SUBSTANCE", help="All by default.")]
Weeks = Annotated[int | None, typer.Option(min=1, max=5200, help="How many weeks.")]
Months = Annotated[int | None, typer.Option(min=1, max=1200, help="How many months.")]
From = Annotated[str | None, typer.Option("--from", help="First day.")]
To = Annotated[str | None, typer.Option("--to", help="Last day; today unless you say so.")]


def trends(
    ctx: typer.Context,
    substances: Which = None,
    weeks: Weeks = None,
    months: Months = None,
    first: From = None,
    last: To = None,
    by: Annotated[By, typer.Option(help="The length of a period.")] = By.WEEK,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How it went over weeks or months: totals, days, mood, and the way it goes."""
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
    """Months as a grid of days: used, none, or not written."""
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
    everything: Annotated[bool, typer.Option("--all", help="All since the beginning.")] = False,
    why: Annotated[int | None, typer.Option(metavar="N", help="The days behind win N.")] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What went well: small wins, and runs of days and weeks. Later days take none away."""
    options = views.WinsOptions(everything=everything, why=why, as_json=as_json, plain=plain)
    views.wins(app_context(ctx), options)
