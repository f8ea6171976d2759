"""Safety without a journal: the emergency card, overdoses, breaks, stops, safer use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.options import AsJson, Force, Plain
from hrjournal.cli.safety import guide
from hrjournal.cli.safety import sos as emergency

safety = Commands()

Words = Annotated[list[str] | None, typer.Argument(metavar="[SUBSTANCE]", help="Any name for it.")]
SourcesOption = Annotated[bool, typer.Option("--sources", help="Say where this comes from.")]


def sos(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,  # nothing stops it
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """The emergency card: whom to call, and what to do.

    It needs no journal.

    Examples:
        hrjournal sos
    """
    options = emergency.SosOptions(sources=sources, as_json=as_json, plain=plain)
    emergency.sos(app_context(ctx), options)


@safety.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Overdoses, mixing, breaks, stopping, safer use, naloxone.

    It needs no journal and no network.

    Examples:
        hrjournal safety
        hrjournal safety mixing alcohol ketamine
        hrjournal safety overdose opioid
    """
    if ctx.invoked_subcommand is None:
        app = app_context(ctx)
        app.print_page(guide.menu(app, sources=sources), as_json=as_json, plain=plain)


@safety.command()
def mixing(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="SUBSTANCE…", help="Two or more, or one for its list."),
    ] = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What we know about taking things together.

    Examples:
        hrjournal safety mixing alcohol ketamine
        hrjournal safety mixing heroin
    """
    from hrjournal.cli.safety.mixing import look_up

    app = app_context(ctx)
    page = look_up(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def overdose(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What too much looks like, and what to do.

    Examples:
        hrjournal safety overdose
        hrjournal safety overdose opioid
        hrjournal safety overdose alcohol xanax
    """
    app = app_context(ctx)
    page = guide.overdose(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def naloxone(
    ctx: typer.Context,
    place: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Where you keep yours.")
    ] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date on the pack, such as 2027-05.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Forget both.")] = False,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How to give naloxone, where to get it, and where you keep yours.

    Once you write down the place, hrjournal sos shows it too.

    Examples:
        hrjournal safety naloxone
        hrjournal safety naloxone --place "top drawer" --expires 2027-05
        hrjournal safety naloxone --clear
    """
    from hrjournal.cli.safety import naloxone as kept

    app = app_context(ctx)
    if kept.keep(app, place=place, expires=expires, clear=clear):
        page = kept.own_page(app)
    else:
        page = guide.naloxone(app, sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command("break")
def pause(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What a break does: your body is used to less afterwards.

    Examples:
        hrjournal safety break
        hrjournal safety break heroin
    """
    app = app_context(ctx)
    page = guide.pause(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def stopping(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """When a sudden stop is dangerous, and what helps.

    Examples:
        hrjournal safety stopping
        hrjournal safety stopping alcohol
    """
    app = app_context(ctx)
    page = guide.stopping(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def safer(
    ctx: typer.Context,
    words: Words = None,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What makes using a substance safer, and what may be in it.

    Examples:
        hrjournal safety safer ketamine
    """
    app = app_context(ctx)
    page = guide.safer(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def card(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as a page to print (HTML).")
    ] = None,
    force: Force = False,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A card for a friend: what to look for, what to do.

    Examples:
        hrjournal safety card
        hrjournal safety card --out card.html
    """
    from hrjournal.cli.safety.friend_card import friend_card

    options = emergency.SosOptions(sources=sources, as_json=as_json, plain=plain)
    friend_card(app_context(ctx), options, out=out, force=force)
