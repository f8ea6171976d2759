"""The commands of reflection: each exercise, and what was kept of them."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.reflection.reflection import Exercise, QuestionGroup, RulerScale

reflect = typer.Typer(add_completion=False, rich_markup_mode=None)
TEXT = "Use - to read standard input."
About = Annotated[str | None, typer.Option(metavar="SUBSTANCE", help="What it is about.")]
Number = Annotated[int, typer.Argument(min=1, max=2**62, metavar="N", help="As in the list.")]


@reflect.callback(invoke_without_command=True)
def main(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Questions to think with: rulers, two sides, values, reasons, a letter. All can be skipped."""
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.reflection import exercises

        exercises.offer(app_context(ctx), as_json=as_json, plain=plain)


@reflect.command()
def ruler(
    ctx: typer.Context,
    which: Annotated[RulerScale | None, typer.Argument(case_sensitive=False)] = None,
    number: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="Where you are on it.")
    ] = None,
    about: About = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """Where you stand today, from 0 to 10.

    How much a change matters to you, how sure you are that you could, how ready you are.
    """
    from hrjournal.cli.reflection import exercises

    exercises.ruler(app_context(ctx), which=which, number=number, about=about, why=why)


@reflect.command()
def balance(
    ctx: typer.Context,
    substance: Annotated[str | None, typer.Argument(help="What it is about.")] = None,
) -> None:
    """What it gives you, and what a change could bring.

    Four sides, beginning with what it gives you. You can leave out any of them.
    """
    from hrjournal.cli.reflection import exercises

    exercises.balance(app_context(ctx), substance=substance)


@reflect.command()
def values(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="VALUE", help="Up to five, such as family rest.")
    ] = None,
) -> None:
    """What matters to you: up to five things.

    From a list, or in words of your own.
    """
    from hrjournal.cli.reflection import exercises

    exercises.values(app_context(ctx), words=words or ())


@reflect.command()
def reason(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """A reason of your own. It can be shown back to you in an hour when it helps."""
    from hrjournal.cli.reflection import exercises

    exercises.reason(app_context(ctx), words=words or ())


@reflect.command()
def letter(
    ctx: typer.Context,
    source: Annotated[str | None, typer.Argument(metavar="-", help=TEXT)] = None,
) -> None:
    """A letter to yourself, for a harder hour. It asks line by line."""
    from hrjournal.cli.reflection import exercises

    exercises.letter(app_context(ctx), source=source)


@reflect.command()
def question(
    ctx: typer.Context,
    group: Annotated[
        QuestionGroup | None, typer.Option(help="What it is for.", case_sensitive=False)
    ] = None,
    words: Annotated[str | None, typer.Option("--answer", metavar="TEXT", help=TEXT)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """One open question.

    It is the one that you answered longest ago, or not yet. On a terminal you can ask for another.
    """
    from hrjournal.cli.reflection import exercises

    exercises.question(app_context(ctx), group=group, words=words, as_json=as_json, plain=plain)


@reflect.command("list")
def listing(
    ctx: typer.Context,
    kind: Annotated[Exercise | None, typer.Argument(case_sensitive=False)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Everything that you kept here, the newest first."""
    from hrjournal.cli.reflection import saved

    saved.show_list(app_context(ctx), kind=kind, as_json=as_json, plain=plain)


@reflect.command()
def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One of them, whole."""
    from hrjournal.cli.reflection import saved

    saved.show_kept(app_context(ctx), number, as_json=as_json, plain=plain)


@reflect.command()
def edit(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """Change one. It asks anew and shows what stands there; or give new words with --text."""
    from hrjournal.cli.reflection import saved

    saved.edit_kept(app_context(ctx), number, text=text)


@reflect.command()
def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Keeps no memory of it; undo cannot bring it back.")
    ] = False,
) -> None:
    """Take one out. Undo brings it back."""
    from hrjournal.cli.reflection import saved

    saved.delete_kept(app_context(ctx), number, for_good=for_good)
