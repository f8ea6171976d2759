"""Safety notices: what is due and why, turning them off and on; and letting things rest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.settings import PAUSES


class Switch(StrEnum):
    """What to do with a notice."""

    OFF = "off"
    ON = "on"


def notices(
    ctx: typer.Context,
    switch: Annotated[Switch | None, typer.Argument(help="Turn some off, or back on.")] = None,
    names: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Which notices.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say what in your record each comes from.")
    ] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Safety notices: what is due, why, and turning them off.

    Examples:
        hrjournal notices
        hrjournal notices --why
        hrjournal notices off mixing
        hrjournal notices on mixing
    """
    from hrjournal.cli.notices import mute, show

    app = app_context(ctx)
    if switch is None:
        show.notices(app, with_why=why, as_json=as_json, plain=plain)
    else:
        mute.switch(app, names or (), on=switch is Switch.ON)


def pause(
    ctx: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="|".join(PAUSES[1:] + PAUSES[:1]), help="What to rest; off brings it back."
        ),
    ] = None,
) -> None:
    """Let the numbers rest when tracking is not helping.

    Rest the numbers, all but mood, or the hints. Nothing is lost and no run ends. You can still
    write. Safety notices stay.

    Examples:
        hrjournal pause numbers
        hrjournal pause mood
        hrjournal pause off
    """
    from hrjournal.cli.notices import mute

    app = app_context(ctx)
    if what is None:
        mute.show_pause(app)
    else:
        mute.pause(app, what)
