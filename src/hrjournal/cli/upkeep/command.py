"""Commands that look after the journal file: doctor, privacy, wipe."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain


def doctor(
    ctx: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Put right what is safe; your records stay as they are.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Check that your journal is all there, whole, and yours alone.

    It reads every record, every copy, and who can get at them. It changes nothing without --fix.
    Its exit code is 1 if something needs you.

    Examples:
        hrjournal doctor
        hrjournal doctor --fix
    """
    from hrjournal.cli.upkeep.doctor import DoctorOptions, examine

    examine(app_context(ctx), DoctorOptions(fix=fix, as_json=as_json, plain=plain))


def privacy(
    ctx: typer.Context,
    shell: Annotated[
        bool, typer.Option("--shell", help="Lines that keep it out of your shell's history.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What keeps your journal private, and what does not.

    Examples:
        hrjournal privacy
        hrjournal privacy --shell
    """
    from hrjournal.cli.upkeep import privacy as told

    if shell:
        typer.echo(told.SHELL, nl=False)
    else:
        told.show(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


def wipe(
    ctx: typer.Context,
    yes: Annotated[
        bool, typer.Option("--yes", help="Delete it all without asking; it cannot be undone.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Delete the journal, its copies and all else that is kept.

    You are asked first. There is no way back.

    Examples:
        hrjournal wipe
    """
    from hrjournal.cli.upkeep.wipe import WipeOptions, delete_all

    delete_all(app_context(ctx), WipeOptions(yes=yes, as_json=as_json, plain=plain))
