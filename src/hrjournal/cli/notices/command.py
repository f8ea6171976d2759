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
    switch: Annotated[Switch | None, typer.Argument(help="Turn some off, or on again.")] = None,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Which.")] = None,
    why: Annotated[bool, typer.Option("--why", help="What in your record each rests on.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Safety notices: what is due now, why it is shown, and turning them off and on."""
    from hrjournal.cli.notices import mute, show

    app = app_context(ctx)
    if switch is None:
        show.notices(app, with_why=why, as_json=as_json, plain=plain)
    else:
        mute.switch(app, names or (), on=switch is Switch.ON)


def pause(
    ctx: typer.Context,
    what: Annotated[
        str | None, typer.Argument(metavar="|".join(PAUSES[1:] + PAUSES[:1]), help="What rests.")
    ] = None,
) -> None:
    """When tracking is not helping: let numbers rest, or all but mood, or the hints.

    Nothing is lost, no run ends, and writing works as ever. Safety notices stay.
    """
    from hrjournal.cli.notices import mute

    app = app_context(ctx)
    if what is None:
        mute.show_pause(app)
    else:
        mute.pause(app, what)
