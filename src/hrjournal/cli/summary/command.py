"""The summary to bring to a session: said first, then shown or written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Force, Plain, several
from hrjournal.cli.summary import run
from hrjournal.cli.summary.output import SummaryFormat
from hrjournal.domain.summary.options import DEFAULT_SECTIONS, OPT_IN_SECTIONS
from hrjournal.domain.summary.sections import Section
from hrjournal.formats.pdf.paper import Paper


def summary(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(metavar="last|DAY", help="Since your last session, or since a day."),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DAY", help="The last day; today by default.")
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(min=1, max=40_000, metavar="NUMBER", help="How many days; 90 by default."),
    ] = None,
    form: Annotated[
        SummaryFormat | None,
        typer.Option("--as", help="The form; by the ending of FILE, or txt."),
    ] = None,
    paper: Annotated[
        Paper | None, typer.Option(help="The sheet of a PDF; your country's by default.")
    ] = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it.")] = None,
    force: Force = False,
    include: Annotated[list[str] | None, several("Add a part, by the names above.", "PART")] = None,
    exclude: Annotated[list[str] | None, several("Leave out a part, or all.", "PART")] = None,
    without: Annotated[list[str] | None, several("Leave out a substance, whole.", "NAME")] = None,
    alias: Annotated[
        bool | None, typer.Option("--alias/--names", help="Call substances by letters, or by name.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Another title.")] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="Show what would be in it; write nothing.")
    ] = False,
    save_as: Annotated[
        str | None, typer.Option(metavar="NAME", help="Remember these choices under a name.")
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NAME", help="Use the choices of that name.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what is in the data (json, csv).")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A page to bring to a session: what changed, what helped.

    Its parts: {usual}. Left out unless you add them: {more}. What is left out is nowhere in the
    file.

    --without ketamine leaves a substance out as if you had never logged it: its days, its wins,
    and its names in your own words.

    As csv it is a calendar of days: use +, none -, not logged o.

    Examples:
        hrjournal summary
        hrjournal summary --as pdf --out week.pdf --since last
        hrjournal summary --include reasons --exclude charts
        hrjournal summary --without ketamine --preview
    """
    options = run.SummaryCommandOptions(
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        without=tuple(without or ()),
        alias=alias,
        since=since,
        until=until,
        days=days,
        form=form,
        paper=paper,
        title=title,
        out=out,
        force=force,
        preview=preview,
        save_as=save_as,
        with_=with_,
        explain=explain,
        as_json=as_json,
        plain=plain,
    )
    run.summary(app_context(ctx), options)


summary.__doc__ = str(summary.__doc__).format(
    usual=" ".join(part for part in Section if part in DEFAULT_SECTIONS),
    more=" ".join(part for part in Section if part in OPT_IN_SECTIONS),
)
