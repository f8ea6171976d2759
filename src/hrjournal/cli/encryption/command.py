"""Encrypting the journal file."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context


def encrypt(
    ctx: typer.Context,
    change: Annotated[bool, typer.Option("--change", help="Choose another passphrase.")] = False,
    off: Annotated[bool, typer.Option("--off", help="Take the encryption off again.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do it without asking.")] = False,
) -> None:
    """Encrypt your journal and its copies with a passphrase.

    Without the passphrase nobody can read them, and nobody can bring it back if you forget it.

    Examples:
        hrjournal encrypt
        hrjournal encrypt --change
        hrjournal encrypt --off
    """
    from hrjournal.cli.encryption import switch

    app = app_context(ctx)
    if change and off:
        raise typer.BadParameter("Use --change or --off, one at a time.")
    if off:
        switch.take_off(app, sure=yes)
    else:
        switch.encrypt(app, change=change, sure=yes)
