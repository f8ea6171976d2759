"""The commands for people and places to turn to, and for sessions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.groups import ITSELF, Commands
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.knowledge.resources import Need

session = Commands()
Remove = Annotated[
    int | None, typer.Option("--remove", metavar="N", min=1, help="Take out number N.")
]
ForGood = Annotated[
    bool,
    typer.Option("--for-good", help="With --remove: out of every copy too. Undo has no way back."),
]


class For(StrEnum):
    """Who asks, when it is not for themselves."""

    FAMILY = "family"


def contact(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="Who.")] = None,
    how: Annotated[
        list[str] | None,
        typer.Argument(metavar="HOW", help="How to reach them: a number or words."),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Ask who, and how to reach them.")] = False,
    remove: Remove = None,
    for_good: ForGood = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """People to turn to.

    They stay in your journal, and hrjournal resources shows them first.

    Examples:
        hrjournal contact
        hrjournal contact Ann 555-0100
        hrjournal contact --add
        hrjournal contact --remove 4
    """
    from hrjournal.cli.care import contacts

    contacts.contact(
        app_context(ctx),
        name=name,
        how=" ".join(how or ()),
        add=add,
        remove=remove,
        for_good=for_good,
        as_json=as_json,
        plain=plain,
    )


@session.command(ITSELF)
def sessions(
    ctx: typer.Context,
    when: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DAY] [TIME]", help="When: friday 14:30, 2026-12-01, in 2 weeks."),
    ] = None,
    with_: Annotated[str, typer.Option("--with", metavar="WORD", help="Who you will see.")] = "",
    remove: Remove = None,
    for_good: ForGood = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Your sessions: write one down, or see them.

    The next one shows on today.

    Examples:
        hrjournal session
        hrjournal session friday 14:30 --with "my therapist"
        hrjournal session --remove 4
    """
    from hrjournal.cli.care import appointments

    appointments.session(
        app_context(ctx),
        when=when or (),
        with_=with_,
        remove=remove,
        for_good=for_good,
        as_json=as_json,
        plain=plain,
    )


@session.command("list")
def list_sessions(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """See your sessions: those to come and those gone by.

    Examples:
        hrjournal session list
    """
    from hrjournal.cli.care import appointments

    appointments.show(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


@session.command()
def talk(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="What; - reads it from standard input."),
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Ask what it is.")] = False,
    done: Annotated[
        list[int] | None, typer.Option("--done", metavar="N", help="Tick off number N.")
    ] = None,
    again: Annotated[
        int | None, typer.Option("--again", metavar="N", help="Bring up number N once more.")
    ] = None,
    remove: Remove = None,
    for_good: ForGood = False,
    everything: Annotated[bool, typer.Option("--all", help="Show what is ticked off too.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you want to talk about in your next session.

    It goes into the summary. Afterward, tick off what you talked about.

    Examples:
        hrjournal session talk "my sleep"
        hrjournal session talk
        hrjournal session talk --done 4
        hrjournal session talk --done 4 5
    """
    from hrjournal.cli.care import agenda

    given = agenda.AgendaOptions(
        words=words or (),
        add=add,
        done=done or (),
        again=again,
        remove=remove,
        for_good=for_good,
        everything=everything,
        as_json=as_json,
        plain=plain,
    )
    agenda.talk(app_context(ctx), given)


@session.command()
def agreed(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="What; - reads it from standard input."),
    ] = None,
    remove: Remove = None,
    for_good: ForGood = False,
    everything: Annotated[bool, typer.Option("--all", help="Show earlier sessions too.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you agreed on in your session.

    It belongs to your latest session, and shows on today until the next one. Each line that you
    save adds one thing. Without words it shows what you saved; at a terminal it asks, too.

    Examples:
        hrjournal session agreed "Two evenings without, and call before Friday"
        hrjournal session agreed
        hrjournal session agreed --remove 4
    """
    from hrjournal.cli.care import agreed

    given = agreed.AgreedOptions(
        words=words or (),
        remove=remove,
        for_good=for_good,
        everything=everything,
        as_json=as_json,
        plain=plain,
    )
    agreed.agreed(app_context(ctx), given)


def resources(
    ctx: typer.Context,
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Two letters, such as US, GB or PL.")
    ] = None,
    need: Annotated[Need | None, typer.Option(help="What you need.", case_sensitive=False)] = None,
    audience: Annotated[
        For | None, typer.Option("--for", help="Who asks, if it is not for yourself.")
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Say where this comes from.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Help lines and places, by country and need.

    It needs no journal. The country is the one you name, or the one you set, or the one of this
    computer.

    Examples:
        hrjournal resources
        hrjournal resources --country GB --need crisis
        hrjournal resources --for family
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
