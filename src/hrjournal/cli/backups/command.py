"""Copies of the journal: to make one, to see them, to go back to one."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain

Yes = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]


def backup(
    ctx: typer.Context,
    show: Annotated[bool, typer.Option("--list", help="Show all copies.")] = False,
    delete: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=1, help="Do away with a copy for good.")
    ] = None,
    yes: Yes = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Make a copy of your journal, or see the copies.

    A copy is also made on each day that you write, and before bigger changes. Older ones go: one
    for each of 7 days, 4 weeks and 12 months stays.

    Examples:
        hrjournal backup
        hrjournal backup --list
        hrjournal backup --delete 3
    """
    from hrjournal.cli.backups import copies

    app, options = app_context(ctx), OutputOptions(as_json=as_json, plain=plain)
    if delete is not None:
        copies.delete(app, delete, yes=yes)
    elif show:
        copies.show(app, options)
    else:
        copies.make(app, options)


def restore(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="NUMBER", min=1, help="Which copy; asked for without it."),
    ] = None,
    yes: Yes = False,
) -> None:
    """Go back to a copy of your journal.

    What is there now is kept as a copy, so you can go back to that too.

    Examples:
        hrjournal restore
        hrjournal restore 2
        hrjournal restore 2 --yes
    """
    from hrjournal.cli.backups.restoring import restore

    restore(app_context(ctx), number, yes=yes)
