"""The journal file and what holds for it: where, verify, config, start."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain


def where(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """What lies where: the journal, its earlier copies, and who can read them."""
    from hrjournal.cli.settings import journal_file

    journal_file.where(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


def verify(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Check that everything is as it was written: the file, its links, every record."""
    from hrjournal.cli.settings import journal_file

    journal_file.verify(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


def config(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(help="What to set.")] = None,
    value: Annotated[str | None, typer.Argument(help="To what.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Back to the usual.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Your settings: country, start of the day and week, heavy days."""
    from hrjournal.cli.settings import config as settings

    app = app_context(ctx)
    if key is None or (value is None and not clear):
        settings.show(app, key, OutputOptions(as_json=as_json, plain=plain))
    else:
        settings.change(app, key, value)


def start(
    ctx: typer.Context,
    substance: Annotated[str | None, typer.Argument(help="Where did this one begin?")] = None,
    amount: Annotated[
        list[str] | None, typer.Argument(help="Your estimate for a day of use, such as 5.")
    ] = None,
    days_a_week: Annotated[
        int, typer.Option("--days-a-week", min=1, max=7, help="Days of use in a week.")
    ] = 7,
    first: Annotated[
        str | None, typer.Option("--from", help="Pin a period: its first day.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="And its last day.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Back to the first 28 days.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """See or pin where you began. Small wins are measured against it, and against your usual.

    Without a pin it is the first 28 days written. Pin an estimate (start alcohol 5
    --days-a-week 6), or a period (start alcohol --from 2026-01-01 --to 2026-01-28).
    """
    from hrjournal.cli.settings import baseline

    app = app_context(ctx)
    if substance is None:
        baseline.show(app, OutputOptions(as_json=as_json, plain=plain))
    else:
        baseline.pin(
            app,
            substance,
            amount=amount or (),
            days_a_week=days_a_week,
            first=first,
            last=last,
            clear=clear,
        )
