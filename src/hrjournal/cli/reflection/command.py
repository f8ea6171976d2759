"""Questions to think with: short, never asked without leave, and kept for the person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.blocks import Text
from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.reflection import flows as asking
from hrjournal.cli.reflection import saved as kept
from hrjournal.content.reflection import guide
from hrjournal.domain.keepsake import Keepsake
from hrjournal.domain.reflection.reflection import (
    WHY,
    Exercise,
    QuestionGroup,
    RulerScale,
    empty,
    previous,
    with_names,
)
from hrjournal.errors import UsageError
from hrjournal.pages.reflection import page as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

reflect = typer.Typer(add_completion=False, rich_markup_mode=None)
MENU = "Would you like a question? It takes a minute. Enter leaves it."
About = Annotated[str | None, typer.Option(metavar="SUBSTANCE", help="What it is about.")]
WITHOUT = {  # how to say it where nobody can be asked
    Exercise.RULER: "hrjournal reflect ruler importance 4",
    Exercise.VALUES: "hrjournal reflect values family rest",
    Exercise.REASON: "hrjournal reflect reason -",
    Exercise.LETTER: "hrjournal reflect letter -",
}


@reflect.callback(invoke_without_command=True)
def main(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Questions to think with: rulers, two sides, values, reasons, a letter. All can be skipped."""
    if ctx.invoked_subcommand is not None:
        return
    app = app_context(ctx)
    if not app.is_interactive or as_json or plain:
        with app.open_journal() as journal:
            sorts = [one.type for one in kept.everything(journal)]
        counts = {exercise: sorts.count(exercise.sort) for exercise in Exercise}
        app.print_page(pages.exercises_page(guide(), counts), as_json=as_json, plain=plain)
        return
    asking.show(app, Text(MENU))
    exercises = list(guide().exercises.items())
    chosen = asking.choice(app, [f"{named.name}. {named.about}" for _, named in exercises])
    if chosen is None:
        asking.show(app, Text(asking.FINE))
        return
    asking.show(app, Text(asking.SKIPS))
    exercise = exercises[chosen][0]
    _sit(app, exercise, Keepsake(exercise.sort, app.moment))


@reflect.command()
def ruler(
    ctx: typer.Context,
    which: Annotated[RulerScale | None, typer.Argument(case_sensitive=False)] = None,
    number: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="Where you are on it.")
    ] = None,
    about: About = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help=asking.TEXT)] = None,
) -> None:
    """Where you stand today, from 0 to 10.

    How much a change matters to you, how sure you are that you could, how ready you are.
    """
    app = app_context(ctx)
    one = Keepsake(
        Exercise.RULER.sort, app.moment, subject=which.value if which else "", score=number
    )
    words = arguments.read_note(why)
    if words:
        one = one.replace(more={WHY: words})
    _begin(app, Exercise.RULER, asking.about(app, one, about))


@reflect.command()
def balance(
    ctx: typer.Context,
    substance: Annotated[str | None, typer.Argument(help="What it is about.")] = None,
) -> None:
    """What it gives you, and what a change could bring.

    Four sides, beginning with what it gives you. You can leave out any of them.
    """
    app = app_context(ctx)
    one = Keepsake(Exercise.BALANCE.sort, app.moment)
    _begin(app, Exercise.BALANCE, asking.about(app, one, substance))


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
    app = app_context(ctx)
    text = asking.picks(guide())(",".join(words)) if words else ""
    one = Keepsake(Exercise.VALUES.sort, app.moment, text=text)
    _begin(app, Exercise.VALUES, one)


@reflect.command()
def reason(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=asking.TEXT)] = None,
) -> None:
    """A reason of your own. It can be shown back to you in an hour when it helps."""
    app = app_context(ctx)
    one = Keepsake(
        Exercise.REASON.sort, app.moment, text=asking.given(" ".join(words)) if words else ""
    )
    _begin(app, Exercise.REASON, one)


@reflect.command()
def letter(
    ctx: typer.Context,
    source: Annotated[str | None, typer.Argument(metavar="-", help=asking.TEXT)] = None,
) -> None:
    """A letter to yourself, for a harder hour. It asks line by line."""
    app = app_context(ctx)
    if source not in {None, "-"}:
        raise UsageError(
            "A letter is asked line by line, so that its words stay out of your shell. "
            "To read it from standard input: hrjournal reflect letter -"
        )
    one = Keepsake(Exercise.LETTER.sort, app.moment, text=asking.given(source) if source else "")
    _begin(app, Exercise.LETTER, one)


@reflect.command()
def question(
    ctx: typer.Context,
    group: Annotated[
        QuestionGroup | None, typer.Option(help="What it is for.", case_sensitive=False)
    ] = None,
    words: Annotated[str | None, typer.Option("--answer", metavar="TEXT", help=asking.TEXT)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """One open question.

    It is the one that you answered longest ago, or not yet. On a terminal you can ask for another.
    """
    app = app_context(ctx)
    one = Keepsake(Exercise.QUESTION.sort, app.moment)
    turn = asking.start_exercise(app, Exercise.QUESTION, group)
    if words is not None:
        _keep(turn, one.replace(subject=turn.questions[0], text=asking.given(words)))
    elif as_json or plain or not app.is_interactive:
        app.print_page(pages.question_page(turn.questions[0]), as_json=as_json, plain=plain)
    else:
        _begin(app, Exercise.QUESTION, one, group)


reflect.command("list")(kept.listing)
reflect.command("show")(kept.show)
reflect.command("edit")(kept.edit)
reflect.command("delete")(kept.delete)


def _begin(
    app: AppContext, exercise: Exercise, one: Keepsake, group: QuestionGroup | None = None
) -> None:
    """Keeps what was given with the command; asks for the rest, with leave if nothing was."""
    given = one.score is not None or bool(one.text)
    whole = (
        exercise in {Exercise.REASON, Exercise.LETTER} or WHY in one.more or not app.is_interactive
    )
    if given and whole:
        _keep(asking.start_exercise(app, exercise), one)
    elif given:
        asking.show(app, Text(asking.SKIPS))
        _sit(app, exercise, one)
    elif not app.is_interactive:
        how = WITHOUT.get(exercise)
        raise UsageError(
            "This one asks, one question at a time, so it needs a terminal."
            + (f" Without one: {how}" if how else "")
        )
    elif asking.ask_permission(app, guide().exercises[exercise].about):
        _sit(app, exercise, one, group)


def _sit(
    app: AppContext, exercise: Exercise, one: Keepsake, group: QuestionGroup | None = None
) -> None:
    sitting = asking.start_exercise(app, exercise, group)
    _keep(sitting, asking.FLOWS[exercise](sitting, one))


def _keep(sitting: asking.ExerciseRun, one: Keepsake) -> None:
    now = sitting.app
    if empty(one):
        asking.show(now, Text(asking.FINE))
        return
    with now.open_journal(write=True) as journal:
        with journal.change(one.type.value, now.instant) as change:
            number = keepsakes.add(change, one.replace(written=now.instant))
        named = with_names([one.replace(id=number)], journal.substances())[0]
        last = previous(one, sitting.past)
        now.print_lines(f"Saved {pages.saved_words(named, guide())}")
        if last is not None:
            now.print_lines(pages.change_words(one, last, journal.day_start))
