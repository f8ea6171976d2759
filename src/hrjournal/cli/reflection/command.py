"""The commands of reflection: each exercise, and what was kept of them."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.reflection.reflection import Exercise, QuestionGroup, RulerScale

reflect = Commands()
TEXT = "Your words; - reads them from standard input."
About = Annotated[str | None, typer.Option(metavar="SUBSTANCE", help="What it is about.")]
Number = Annotated[
    int, typer.Argument(min=1, max=2**62, metavar="N", help="The number of it, as in the list.")
]


@reflect.callback(invoke_without_command=True)
def main(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Questions to think with: reasons, values, a letter, and more.

    You can skip any of them.

    Examples:
        hrjournal reflect
        hrjournal reflect reason "my sister"
        hrjournal reflect list
    """
    if ctx.invoked_subcommand is None:
        from hrjournal.cli.reflection import exercises

        exercises.offer(app_context(ctx), as_json=as_json, plain=plain)


@reflect.command()
def ruler(
    ctx: typer.Context,
    which: Annotated[
        RulerScale | None, typer.Argument(case_sensitive=False, help="Which ruler.")
    ] = None,
    number: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="Where you are on it.")
    ] = None,
    about: About = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """Where you stand today, from 0 to 10.

    How much a change matters to you, how sure you are that you could, how ready you are.

    Examples:
        hrjournal reflect ruler
        hrjournal reflect ruler confidence 6 --about alcohol
    """
    from hrjournal.cli.reflection import exercises

    exercises.ruler(app_context(ctx), which=which, number=number, about=about, why=why)


@reflect.command()
def balance(
    ctx: typer.Context,
    substance: Annotated[
        str | None, typer.Argument(metavar="SUBSTANCE", help="What it is about.")
    ] = None,
) -> None:
    """What it gives you, and what a change could bring.

    Four sides, and the first is what it gives you. You can leave out any of them.

    Examples:
        hrjournal reflect balance
        hrjournal reflect balance alcohol
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

    Choose from a list, or use your own words.

    Examples:
        hrjournal reflect values
        hrjournal reflect values family rest
    """
    from hrjournal.cli.reflection import exercises

    exercises.values(app_context(ctx), words=words or ())


@reflect.command()
def reason(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """A reason of your own, to see again when an urge comes.

    Examples:
        hrjournal reflect reason "my sister"
        hrjournal reflect reason
    """
    from hrjournal.cli.reflection import exercises

    exercises.reason(app_context(ctx), words=words or ())


@reflect.command()
def letter(
    ctx: typer.Context,
    source: Annotated[str | None, typer.Argument(metavar="-", help=TEXT)] = None,
) -> None:
    """A letter to yourself, for a harder hour.

    It asks line by line.

    Examples:
        hrjournal reflect letter
    """
    from hrjournal.cli.reflection import exercises

    exercises.letter(app_context(ctx), source=source)


@reflect.command()
def question(
    ctx: typer.Context,
    group: Annotated[
        QuestionGroup | None, typer.Option(help="What kind of question.", case_sensitive=False)
    ] = None,
    words: Annotated[str | None, typer.Option("--answer", metavar="TEXT", help=TEXT)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """One open question.

    You get one that is new, or that you answered longest ago. You can ask for another.

    Examples:
        hrjournal reflect question
        hrjournal reflect question --answer "the quiet"
    """
    from hrjournal.cli.reflection import exercises

    exercises.question(app_context(ctx), group=group, words=words, as_json=as_json, plain=plain)


@reflect.command()
def screen(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Which: phq2, gad2 or auditc.")
    ] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="1,2", help="The numbers of your answers.")
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Keep it without asking.")] = False,
    listing: Annotated[bool, typer.Option("--list", help="Show the ones you kept.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """A short screen for mood, worry or drinking, if you like.

    It is no diagnosis. At a terminal it asks one question at a time, and Enter stops.

    Examples:
        hrjournal reflect screen
        hrjournal reflect screen phq2
        hrjournal reflect screen auditc --list
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


@reflect.command()
def roots(
    ctx: typer.Context,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Such as sleep, or your own words.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take these out.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What may lie underneath for you: pain, sleep, grief.

    It stays on this page unless you choose to share it.

    Examples:
        hrjournal reflect roots
        hrjournal reflect roots sleep "my brother"
        hrjournal reflect roots sleep --remove
    """
    from hrjournal.cli.care.roots import show_roots

    show_roots(app_context(ctx), tags=tags or (), remove=remove, as_json=as_json, plain=plain)


@reflect.command("list")
def listing(
    ctx: typer.Context,
    kind: Annotated[
        Exercise | None, typer.Argument(case_sensitive=False, help="One kind of them.")
    ] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Everything you kept here, the newest first.

    Examples:
        hrjournal reflect list
        hrjournal reflect list reason
    """
    from hrjournal.cli.reflection import saved

    saved.show_list(app_context(ctx), kind=kind, as_json=as_json, plain=plain)


@reflect.command()
def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """See one of them, whole.

    Examples:
        hrjournal reflect show 4
    """
    from hrjournal.cli.reflection import saved

    saved.show_kept(app_context(ctx), number, as_json=as_json, plain=plain)


@reflect.command()
def edit(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help=TEXT)] = None,
) -> None:
    """Change one of them.

    It asks again and shows what you wrote; or give the new words with --text.

    Examples:
        hrjournal reflect edit 4
        hrjournal reflect edit 4 --text "my sister and her kids"
    """
    from hrjournal.cli.reflection import saved

    saved.edit_kept(app_context(ctx), number, text=text)


@reflect.command()
def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Out of every copy too. Undo has no way back.")
    ] = False,
) -> None:
    """Take one out; undo brings it back.

    Examples:
        hrjournal reflect delete 4
    """
    from hrjournal.cli.reflection import saved

    saved.delete_kept(app_context(ctx), number, for_good=for_good)
