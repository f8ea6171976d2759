"""The program as the command-line library sees it: its commands, its own options, its help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.commands import COMMANDS
from hrjournal.cli.context import Session
from hrjournal.cli.lazy import LazyGroup


class Commands(LazyGroup):
    """The commands of the program."""

    table = COMMANDS


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def hrjournal(
    ctx: typer.Context,
    db: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A journal at another place.")
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Everything in plain lines.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Shows the details when something unforeseen comes up.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", help="Which version this is.")] = False,
) -> None:
    """A private journal for harm reduction: write a day, look back, see small wins.

    It lies on this machine alone and asks for nothing. Without a command, it shows today.
    """
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"hrjournal {installed('hrjournal')}")
        raise typer.Exit
    if ctx.find_object(Session) is None:
        ctx.obj = Session(file=db, plain=plain)
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.days.command import today

        today(ctx)
