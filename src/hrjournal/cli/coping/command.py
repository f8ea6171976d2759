"""The commands for an urge: writing one down, and what can be done with it."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import (
    Alone,
    AsJson,
    At,
    Company,
    Gave,
    HowItEnded,
    Minutes,
    Note,
    Plain,
    Several,
)


def coping(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="Such as walk, or a kind, such as body."),
    ] = None,
    add: Annotated[
        str | None, typer.Option("--add", metavar="WORD", help="Keep a word of your own.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="What kind yours is.")
    ] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="WORD", help="Take one of yours out.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you can do with an urge, kind by kind, and what you tried before."""
    from hrjournal.cli.coping import ways

    ways.coping(
        app_context(ctx),
        words=words or (),
        add=add,
        kind=kind,
        remove=remove,
        as_json=as_json,
        plain=plain,
    )


def urge(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="0-10 [WORDS]", help="How strong it was, such as: 7 smoke."),
    ] = None,
    substance: Annotated[str | None, typer.Option(help="For what.")] = None,
    trigger: Annotated[list[str] | None, Several] = None,
    coping: Annotated[list[str] | None, Several] = None,
    outcome: HowItEnded = None,
    minutes: Minutes = None,
    after: Annotated[
        str | None, typer.Option(metavar="0-10|TEXT", help="How strong then, or what came after.")
    ] = None,
    gave: Gave = None,
    with_: Company = None,
    alone: Alone = False,
    note: Note = None,
    at: At = None,
) -> None:
    """Write down an urge: how strong, what was going on, what you tried, how it turned out.

    On a terminal without anything after it, it keeps you company while the urge lasts.
    """
    from hrjournal.cli.coping.urge import UrgeOptions, save_urge

    given = UrgeOptions(
        words=tuple(words or ()),
        substance=substance,
        trigger=tuple(trigger or ()),
        coping=tuple(coping or ()),
        outcome=outcome,
        minutes=minutes,
        after=after,
        gave=gave,
        with_=with_,
        alone=alone,
        note=note,
        at=at,
    )
    save_urge(app_context(ctx), given)
