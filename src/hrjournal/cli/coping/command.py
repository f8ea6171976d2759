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
    Coping,
    Gave,
    HowItEnded,
    Minutes,
    Note,
    Plain,
    StrengthAfter,
    Trigger,
)


def coping(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORD", help="One way, such as walk, or a kind, such as body."),
    ] = None,
    add: Annotated[
        str | None, typer.Option("--add", metavar="WORD", help="Add a way of your own.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="KIND", help="With --add: what kind it is.")
    ] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="WORD", help="Take out one of yours.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you can do with an urge, and what you tried before.

    Examples:
        hrjournal coping
        hrjournal coping body
        hrjournal coping walk
        hrjournal coping --add skate --kind body
    """
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
    substance: Annotated[str | None, typer.Option(metavar="NAME", help="What it was for.")] = None,
    trigger: Trigger = None,
    coping: Coping = None,
    outcome: HowItEnded = None,
    minutes: Minutes = None,
    after: StrengthAfter = None,
    gave: Gave = None,
    with_: Company = None,
    alone: Alone = False,
    note: Note = None,
    at: At = None,
) -> None:
    """Write down an urge, or get company while it lasts.

    At a terminal without any words, it stays with you until the urge passes.

    Examples:
        hrjournal urge 7
        hrjournal urge 7 smoke, rode it out
        hrjournal urge 7 --substance alcohol --trigger stress
        hrjournal urge 6 --coping walk --outcome rode-out --minutes 20
        hrjournal urge
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
