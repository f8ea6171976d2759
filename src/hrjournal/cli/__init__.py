"""The door of the house: every command by name, and where it lives."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from hrjournal.cli.lazy import LazyGroup, run
from hrjournal.cli.session import Session

COMMANDS: Final = {
    "today": "hrjournal.cli.look:today",
    "log": "hrjournal.cli.log:log",
    "none": "hrjournal.cli.log:none",
    "checkin": "hrjournal.cli.checkin:checkin",
    "urge": "hrjournal.cli.checkin:urge",
    "step": "hrjournal.cli.checkin:step",
    "event": "hrjournal.cli.checkin:event",
    "days": "hrjournal.cli.look:days",
    "show": "hrjournal.cli.look:show",
    "search": "hrjournal.cli.look:search",
    "edit": "hrjournal.cli.change:edit",
    "delete": "hrjournal.cli.change:delete",
    "undo": "hrjournal.cli.change:undo",
    "trends": "hrjournal.cli.trend:trends",
    "calendar": "hrjournal.cli.trend:calendar",
    "wins": "hrjournal.cli.trend:wins",
    "start": "hrjournal.cli.keep:start",
    "config": "hrjournal.cli.keep:config",
    "import": "hrjournal.cli.bring:bring",
    "where": "hrjournal.cli.keep:where",
    "verify": "hrjournal.cli.keep:verify",
    "demo": "hrjournal.cli.demo:demo",
}


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
        from hrjournal.cli.look import today

        today(ctx)


def main() -> None:
    """Starts the program; leaves with its exit code."""
    # A run is short and makes no cycles worth collecting: a quarter of the start-up is saved.
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(run(app))
