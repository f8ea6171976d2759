"""The commands about the program itself: its help, and completion at a shell."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import AppContext
from hrjournal.cli.program.completion_scripts import SCRIPTS, Shell

Words = Annotated[
    list[str] | None, typer.Argument(metavar="COMMAND", help="Which; the first page without it.")
]


def show_help(
    ctx: typer.Context,
    words: Words = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every command, and the exit codes.")
    ] = False,
) -> None:
    """How a command works, with examples.

    Examples:
        hrjournal help
        hrjournal help log
        hrjournal help session talk
        hrjournal help --all
    """
    from hrjournal.cli.app import ALL, app

    line = [*(words or ()), "--help", *([ALL] if everything and not words else [])]
    app(line, standalone_mode=False, prog_name="hrjournal", obj=ctx.find_object(AppContext))


def completion(shell: Annotated[Shell, typer.Argument(help="Your shell.")]) -> None:
    """Make your shell complete commands and your own words.

    It prints a script for your shell; its first lines say how to use it. In the discreet view,
    your own words are not offered.

    Examples:
        hrjournal completion bash
        hrjournal completion zsh
        hrjournal completion fish > ~/.config/fish/completions/hrjournal.fish
    """
    typer.echo(SCRIPTS[shell], nl=False)
