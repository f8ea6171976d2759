"""The commands that put right what is tracked: names, servings, and what is in sight."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.options import AsJson, Plain

substances = Commands()
Name = Annotated[str, typer.Argument(metavar="NAME", help="As in the list.")]


class Prescription(StrEnum):
    """Whether a medicine is prescribed."""

    YES = "yes"
    NO = "no"


class Writing(StrEnum):
    """How a substance is written down."""

    DAY = "day"
    USE = "use"


@substances.callback(invoke_without_command=True)
def main(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """What you track: see it, rename it, hide it, or take it out.

    You can also give it other names, and say how you count it.

    Examples:
        hrjournal substances
        hrjournal substances rename weed cannabis
    """
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.substances import listing

        listing.show(app_context(ctx), OutputOptions(as_json=as_json, plain=plain))


@substances.command()
def rename(
    ctx: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="As in the list.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What to call it.")],
) -> None:
    """Call something by another name. The old name still finds it.

    Examples:
        hrjournal substances rename weed cannabis
    """
    from hrjournal.cli.substances import changing

    changing.rename(app_context(ctx), old, new)


@substances.command()
def merge(
    ctx: typer.Context,
    gone: Annotated[str, typer.Argument(metavar="FROM", help="What becomes part of the other.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="What it becomes part of.")],
) -> None:
    """Make two into one.

    All you logged of the first is moved to the second. Undo parts them.

    Examples:
        hrjournal substances merge weed cannabis
    """
    from hrjournal.cli.substances import changing

    changing.merge(app_context(ctx), gone, into)


@substances.command()
def hide(ctx: typer.Context, name: Name) -> None:
    """Put something out of sight. What you logged of it stays.

    Examples:
        hrjournal substances hide alcohol
    """
    from hrjournal.cli.substances import changing

    changing.hide(app_context(ctx), name, hidden=True)


@substances.command()
def show(ctx: typer.Context, name: Name) -> None:
    """Bring something hidden back in sight.

    Examples:
        hrjournal substances show alcohol
    """
    from hrjournal.cli.substances import changing

    changing.hide(app_context(ctx), name, hidden=False)


@substances.command()
def remove(
    ctx: typer.Context,
    name: Name,
    yes: Annotated[bool, typer.Option("--yes", help="Does not ask first.")] = False,
) -> None:
    """Take something out for good, with all you logged of it.

    Undo cannot bring it back.

    Examples:
        hrjournal substances remove alcohol
    """
    from hrjournal.cli.substances import removing

    removing.remove(app_context(ctx), name, yes=yes)


@substances.command()
def alias(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="As in the list.")] = None,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Other names for it.")
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="WORD", help="Take a name out.")
    ] = None,
) -> None:
    """Give something other names.

    Examples:
        hrjournal substances alias alcohol
        hrjournal substances alias alcohol booze
        hrjournal substances alias --remove booze
    """
    from hrjournal.cli.substances import naming

    naming.alias(app_context(ctx), name, words or (), remove or ())


@substances.command()
def prescribed(
    ctx: typer.Context,
    name: Name,
    answer: Annotated[
        Prescription, typer.Argument(case_sensitive=False, help="Whether it is prescribed to you.")
    ],
) -> None:
    """Say whether a medicine is prescribed to you.

    Notes on mixing go by it.

    Examples:
        hrjournal substances prescribed diazepam yes
    """
    from hrjournal.cli.substances import naming

    naming.prescribe(app_context(ctx), name, yes=answer is Prescription.YES)


@substances.command()
def total(
    ctx: typer.Context,
    name: Name,
    writing: Annotated[
        Writing, typer.Argument(case_sensitive=False, help="The whole day, or each use.")
    ],
) -> None:
    """Say how you log something: the whole day at once, or each use.

    Examples:
        hrjournal substances total cigarettes day
    """
    from hrjournal.cli.substances import naming

    naming.count_by(app_context(ctx), name, day=writing is Writing.DAY)


@substances.command()
def serving(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="What you call it.")] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="AMOUNT [SUBSTANCE]", help="How much one is: 0.3g cannabis."),
    ] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", metavar="NAME", help="Take one out.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Name a serving of yours. Alone, it lists them.

    Examples:
        hrjournal substances serving
        hrjournal substances serving "my can" 500ml 4.8%
        hrjournal substances serving bowl 0.3g cannabis
    """
    from hrjournal.cli.substances import servings

    app = app_context(ctx)
    if name is None and not remove:
        servings.show(app, OutputOptions(as_json=as_json, plain=plain))
    else:
        servings.change(app, name, words or (), remove or ())
