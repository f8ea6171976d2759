"""What a person chose: config, start."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.groups import ITSELF, Commands
from hrjournal.cli.options import AsJson, Plain

config = Commands()


@config.command(ITSELF)
def settings(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="NAME", help="Which setting.")] = None,
    value: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE", help="What to set it to.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Set it back to the usual.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Your settings: country, start of the day, and more.

    Examples:
        hrjournal config
        hrjournal config country GB
        hrjournal config discreet on
        hrjournal config country --clear
    """
    from hrjournal.cli.settings import config as chosen

    app = app_context(ctx)
    name, wanted = chosen.parted(key, value or ())
    if name is None or (wanted is None and not clear):
        chosen.show(app, name, OutputOptions(as_json=as_json, plain=plain))
    else:
        chosen.change(app, name, None if clear else wanted)


@config.command()
def start(
    ctx: typer.Context,
    substance: Annotated[
        str | None, typer.Argument(metavar="SUBSTANCE", help="Which one; all without it.")
    ] = None,
    amount: Annotated[
        list[str] | None,
        typer.Argument(metavar="AMOUNT", help="About how much on a day of use, such as 5."),
    ] = None,
    days_a_week: Annotated[
        int,
        typer.Option(
            "--days-a-week",
            min=1,
            max=7,
            metavar="1-7",
            help="Days of use in a week; 7 by default.",
        ),
    ] = 7,
    first: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help="The first day of a period to start from."),
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="The last day of that period.")
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Start from your first 28 days again.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """See or set where you began.

    Small wins compare with it, and with your usual. It is your first 28 logged days, unless you
    give your own estimate or name a period.

    Examples:
        hrjournal config start
        hrjournal config start alcohol 5 --days-a-week 6
        hrjournal config start alcohol --from 2026-01-01 --to 2026-01-28
        hrjournal config start alcohol --clear
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
