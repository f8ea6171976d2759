"""The commands for people and places to turn to, sessions, screens and roots."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.knowledge.resources import Need

Remove = Annotated[int | None, typer.Option("--remove", metavar="N", min=1, help="Take N out.")]


class For(StrEnum):
    """Who asks, when it is not for themselves."""

    FAMILY = "family"


def contact(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Who.")] = None,
    how: Annotated[
        list[str] | None, typer.Argument(metavar="HOW", help="A number, or other words.")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Asks who, and how to reach them.")] = False,
    remove: Remove = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """People to turn to. They stay in your journal, and hrjournal resources shows them first."""
    from hrjournal.cli.care import contacts

    contacts.contact(
        app_context(ctx),
        name=name,
        how=" ".join(how or ()),
        add=add,
        remove=remove,
        as_json=as_json,
        plain=plain,
    )


def session(
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DAY] [TIME]", help="Such as: friday 14:30, 2026-12-01, in 2 weeks."
        ),
    ] = None,
    with_: Annotated[str, typer.Option("--with", metavar="WORD", help="With whom.")] = "",
    remove: Remove = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Sessions and appointments: write one down, or see them. The next one shows in today."""
    from hrjournal.cli.care import appointments

    appointments.session(
        app_context(ctx),
        when=when or (),
        with_=with_,
        remove=remove,
        as_json=as_json,
        plain=plain,
    )


def naloxone(
    ctx: typer.Context,
    place: Annotated[str | None, typer.Option(help="Where yours lies.")] = None,
    expires: Annotated[
        str | None, typer.Option(metavar="DATE", help="As on the pack, such as 2027-05.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Forget both.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Where your naloxone lies and until when it is good. hrjournal sos shows the place."""
    from hrjournal.cli.care.naloxone import show_naloxone

    show_naloxone(
        app_context(ctx), place=place, expires=expires, clear=clear, as_json=as_json, plain=plain
    )


def talk(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="What; - reads standard input.")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Asks what.")] = False,
    done: Annotated[
        list[int] | None, typer.Option("--done", metavar="N", help="Tick N off.")
    ] = None,
    again: Annotated[
        int | None, typer.Option("--again", metavar="N", help="Bring N up once more.")
    ] = None,
    remove: Annotated[int | None, typer.Option("--remove", metavar="N", help="Take N out.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is ticked off.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you want to talk about in your next session. It goes into the summary."""
    from hrjournal.cli.care import agenda

    given = agenda.AgendaOptions(
        words=words or (),
        add=add,
        done=done or (),
        again=again,
        remove=remove,
        everything=everything,
        as_json=as_json,
        plain=plain,
    )
    agenda.talk(app_context(ctx), given)


def resources(
    ctx: typer.Context,
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Two letters, such as US, GB or PL.")
    ] = None,
    need: Annotated[Need | None, typer.Option(help="What for.", case_sensitive=False)] = None,
    audience: Annotated[
        For | None, typer.Option("--for", help="For those who love someone who uses.")
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where it was read.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Where to turn to: emergency, crisis and help lines, naloxone, services, by country.

    It needs no journal. The country is the one you name, else the one you chose, else the one in
    the settings of this machine.
    """
    from hrjournal.cli.care.resources import show_resources

    show_resources(
        app_context(ctx),
        country=country,
        need=need,
        family=audience is For.FAMILY,
        sources=sources,
        as_json=as_json,
        plain=plain,
    )


def screen(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(help="phq2, gad2 or auditc.")] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="1,2", help="The numbers of your answers.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keeps it without asking.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="The ones you kept.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A short published screen for mood, worry or drinking. It is optional and no diagnosis.

    On a terminal it asks first, one question at a time, and Enter stops.
    """
    from hrjournal.cli.care.screens import run_screen

    run_screen(
        app_context(ctx),
        name=name,
        answers=answers,
        keep=keep,
        listing=listing,
        as_json=as_json,
        plain=plain,
    )


def roots(
    ctx: typer.Context,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Such as sleep, or words of yours.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Takes these out.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What may lie underneath use for you: pain, sleep, grief, or words of your own. Private."""
    from hrjournal.cli.care.roots import show_roots

    show_roots(app_context(ctx), tags=tags or (), remove=remove, as_json=as_json, plain=plain)
