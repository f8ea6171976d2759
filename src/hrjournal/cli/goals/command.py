"""The commands for goals."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.words.quantities import read_rating

goal = Commands()
Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT", help="What you would like; - reads it from standard input."),
]
From = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="The first day; today unless you say.")
]
GoalNumber = Annotated[
    int, typer.Argument(min=1, max=2**62, metavar="N", help="The number of it, as in the list.")
]


@goal.callback(invoke_without_command=True)
def main(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Goals in your own measure, and how near you are.

    None is needed. You can have several, change them, and end them.

    Examples:
        hrjournal goal
        hrjournal goal add "at most 2 drinks a day"
        hrjournal goal review
    """
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.goals import listing

        listing.show_goals(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


@goal.command()
def add(ctx: typer.Context, words: Words = None, first: From = None) -> None:
    """Write down a goal, in your words.

    The answer says what was understood. What can't be counted is kept in your own words, and you
    rate it. Less, less often, later, safer, none, or something in life: all are fine.

    Examples:
        hrjournal goal add "at most 2 drinks a day"
        hrjournal goal add "alcohol 10 drinks a week" --from monday
        hrjournal goal add "3 days a week without"
        hrjournal goal add "not before 7pm"
        hrjournal goal add "call my sister twice a week"
    """
    from hrjournal.cli.goals.add import GoalOptions, write_goal

    write_goal(app_context(ctx), GoalOptions(words=tuple(words or ()), first=first))


@goal.command("list")
def list_goals(
    ctx: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Show goals that ended too.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """See your goals: this week, the last weeks, and your ratings.

    Examples:
        hrjournal goal list
        hrjournal goal list --all
    """
    from hrjournal.cli.goals import listing

    options = OutputOptions(as_json=as_json, plain=plain)
    listing.show_goals(app_context(ctx), options, everything=everything)


@goal.command()
def change(ctx: typer.Context, number: GoalNumber, words: Words = None, first: From = None) -> None:
    """Change a goal from a day on.

    Weeks before that day are still read by what you wanted then.

    Examples:
        hrjournal goal change 2 "at most 8 drinks a week"
        hrjournal goal change 2 "at most 8 drinks a week" --from monday
    """
    from hrjournal.cli.goals.add import GoalOptions, write_goal

    given = GoalOptions(words=tuple(words or ()), first=first, number=number)
    write_goal(app_context(ctx), given)


@goal.command()
def rate(
    ctx: typer.Context,
    number: GoalNumber,
    score: Annotated[
        int | None,
        typer.Argument(parser=read_rating, metavar="0-10", help="How near you feel to it."),
    ] = None,
) -> None:
    """Say how near you feel to a goal, from 0 to 10.

    Examples:
        hrjournal goal rate 2 7
    """
    from hrjournal.cli.goals import rate

    rate.rate_goal(app_context(ctx), number, score)


@goal.command()
def end(
    ctx: typer.Context,
    number: GoalNumber,
    for_good: Annotated[
        bool,
        typer.Option("--for-good", help="Take it out of every copy too. Undo has no way back."),
    ] = False,
) -> None:
    """End a goal. It is kept, and goal list --all shows it.

    Examples:
        hrjournal goal end 2
    """
    from hrjournal.cli.goals import rate

    rate.end_goal(app_context(ctx), number, for_good=for_good)


@goal.command()
def review(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Look at your goals over the last four weeks.

    At a terminal it asks how near you feel to each, and one open question. Enter skips.

    Examples:
        hrjournal goal review
    """
    from hrjournal.cli.goals import review

    review.review(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))
