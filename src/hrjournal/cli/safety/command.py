"""Safety without a journal: the emergency card, overdoses, breaks, stops, safer use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.safety import guide
from hrjournal.cli.safety import sos as emergency

safety = typer.Typer(add_completion=False, rich_markup_mode=None)

Words = Annotated[list[str] | None, typer.Argument(metavar="[SUBSTANCE]", help="Any name for it.")]
SourcesOption = Annotated[bool, typer.Option("--sources", help="Where it was read.")]


def sos(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,  # nothing stops it
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """The emergency card: whom to call, and what to do. It needs no journal."""
    options = emergency.SosOptions(sources=sources, as_json=as_json, plain=plain)
    emergency.sos(app_context(ctx), options)


@safety.callback(invoke_without_command=True)
def main(
    ctx: typer.Context,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Overdoses, mixing, breaks, stops, safer use. It needs no journal and no network."""
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
    """What is known of taking things together, the worst pair first."""
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
    """What too much looks like, and what to do: opioid, alcohol, stimulant, GHB, any name."""
    app = app_context(ctx)
    page = guide.overdose(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def naloxone(
    ctx: typer.Context,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How to give naloxone, what it works on, where to get and keep it."""
    app = app_context(ctx)
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
    """What a break does: your body is used to less afterwards."""
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
    """When a sudden stop is dangerous, and what helps."""
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
    """What makes using a substance safer, and what else may be in it."""
    app = app_context(ctx)
    page = guide.safer(app, words or (), sources=sources)
    app.print_page(page, as_json=as_json, plain=plain)


@safety.command()
def card(
    ctx: typer.Context,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Writes it as a page to print (HTML).")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")] = False,
    sources: SourcesOption = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A card for a friend: what to look for, what to do, whom to call."""
    from hrjournal.cli.safety.friend_card import friend_card

    options = emergency.SosOptions(sources=sources, as_json=as_json, plain=plain)
    friend_card(app_context(ctx), options, out=out, force=force)
