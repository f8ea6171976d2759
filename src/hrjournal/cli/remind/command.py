"""The commands for reminders: whether one is due, and what a scheduler takes."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.remind.schedules import Scheduler

remind = Commands(no_args_is_help=True)


@remind.callback()
def main() -> None:
    """A reminder to write, by your computer's own scheduler.

    Nothing is installed. You decide where the printed text goes.

    Examples:
        hrjournal remind print systemd --time 21:00
        hrjournal remind due
    """


@remind.command()
def due(ctx: typer.Context) -> None:
    """Say by the exit code alone whether to remind you.

    The exit code is 0 when you logged nothing today, and 1 when you did. It prints nothing. A
    journal that cannot be read is no reason to remind you: that is 1 too.

    Examples:
        hrjournal remind due
    """
    from hrjournal.cli.remind.due import is_due

    raise typer.Exit(0 if is_due(app_context(ctx)) else 1)


@remind.command("print")
def print_schedule(
    ctx: typer.Context,
    scheduler: Annotated[Scheduler, typer.Argument(help="What runs it.")],
    time: Annotated[
        str, typer.Option(metavar="TIME", help="The time of day; 21:00 by default.")
    ] = "21:00",
) -> None:
    """Print what your scheduler takes: a note, once a day.

    The note says "A note for yourself", and comes when you logged nothing that day.

    Examples:
        hrjournal remind print systemd
        hrjournal remind print cron --time 20:30
        hrjournal remind print launchd > ~/Library/LaunchAgents/local.note.plist
        hrjournal remind print schtasks > note.xml
    """
    from hrjournal.cli.remind.due import due_command
    from hrjournal.cli.remind.schedules import schedule
    from hrjournal.formats import say

    text, told = schedule(scheduler, due_command(app_context(ctx)), time)
    typer.echo(text, nl=False)
    say([told], sys.stderr)
