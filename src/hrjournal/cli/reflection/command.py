"""Questions to think with: short, never asked without leave, and kept for the person alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.blocks import Text
from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.reflection import flows as asking
from hrjournal.cli.reflection import saved as kept
from hrjournal.content.reflection import guide
from hrjournal.domain.keepsake import Keepsake
from hrjournal.domain.reflection.reflection import (
    WHY,
    Exercise,
    Group,
    Scale,
    before,
    called,
    empty,
)
from hrjournal.errors import UsageError
from hrjournal.pages.reflection import page as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import Session

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
    now = session(ctx)
    if not now.asking or as_json or plain:
        with now.open() as journal:
            sorts = [one.sort for one in kept.everything(journal)]
        counts = {exercise: sorts.count(exercise.sort) for exercise in Exercise}
        now.show(pages.exercises_page(guide(), counts), as_json=as_json, plain=plain)
        return
    asking.show(now, Text(MENU))
    exercises = list(guide().exercises.items())
    chosen = asking.choice(now, [f"{named.name}. {named.about}" for _, named in exercises])
    if chosen is None:
        asking.show(now, Text(asking.FINE))
        return
    asking.show(now, Text(asking.SKIPS))
    exercise = exercises[chosen][0]
    _sit(now, exercise, Keepsake(exercise.sort, now.moment))


@reflect.command()
def ruler(
    ctx: typer.Context,
    which: Annotated[Scale | None, typer.Argument(case_sensitive=False)] = None,
    number: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="Where you are on it.")
    ] = None,
    about: About = None,
    why: Annotated[str | None, typer.Option(metavar="TEXT", help=asking.TEXT)] = None,
) -> None:
    """Where you stand today, from 0 to 10.

    How much a change matters to you, how sure you are that you could, how ready you are.
    """
    now = session(ctx)
    one = Keepsake(
        Exercise.RULER.sort, now.moment, subject=which.value if which else "", score=number
    )
    words = arguments.note(why)
    if words:
        one = one.but(more={WHY: words})
    _begin(now, Exercise.RULER, asking.about(now, one, about))


@reflect.command()
def balance(
    ctx: typer.Context,
    substance: Annotated[str | None, typer.Argument(help="What it is about.")] = None,
) -> None:
    """What it gives you, and what a change could bring.

    Four sides, beginning with what it gives you. You can leave out any of them.
    """
    now = session(ctx)
    one = Keepsake(Exercise.BALANCE.sort, now.moment)
    _begin(now, Exercise.BALANCE, asking.about(now, one, substance))


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
    now = session(ctx)
    text = asking.picks(guide())(",".join(words)) if words else ""
    one = Keepsake(Exercise.VALUES.sort, now.moment, text=text)
    _begin(now, Exercise.VALUES, one)


@reflect.command()
def reason(
    ctx: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(metavar="TEXT", help=asking.TEXT)] = None,
) -> None:
    """A reason of your own. It can be shown back to you in an hour when it helps."""
    now = session(ctx)
    one = Keepsake(
        Exercise.REASON.sort, now.moment, text=asking.given(" ".join(words)) if words else ""
    )
    _begin(now, Exercise.REASON, one)


@reflect.command()
def letter(
    ctx: typer.Context,
    source: Annotated[str | None, typer.Argument(metavar="-", help=asking.TEXT)] = None,
) -> None:
    """A letter to yourself, for a harder hour. It asks line by line."""
    now = session(ctx)
    if source not in {None, "-"}:
        raise UsageError(
            "A letter is asked line by line, so that its words stay out of your shell. "
            "To read it from standard input: hrjournal reflect letter -"
        )
    one = Keepsake(Exercise.LETTER.sort, now.moment, text=asking.given(source) if source else "")
    _begin(now, Exercise.LETTER, one)


@reflect.command()
def question(
    ctx: typer.Context,
    group: Annotated[
        Group | None, typer.Option(help="What it is for.", case_sensitive=False)
    ] = None,
    words: Annotated[str | None, typer.Option("--answer", metavar="TEXT", help=asking.TEXT)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """One open question.

    It is the one that you answered longest ago, or not yet. On a terminal you can ask for another.
    """
    now = session(ctx)
    one = Keepsake(Exercise.QUESTION.sort, now.moment)
    turn = asking.sit(now, Exercise.QUESTION, group)
    if words is not None:
        _keep(turn, one.but(subject=turn.questions[0], text=asking.given(words)))
    elif as_json or plain or not now.asking:
        now.show(pages.question_page(turn.questions[0]), as_json=as_json, plain=plain)
    else:
        _begin(now, Exercise.QUESTION, one, group)


reflect.command("list")(kept.listing)
reflect.command("show")(kept.show)
reflect.command("edit")(kept.edit)
reflect.command("delete")(kept.delete)


def _begin(now: Session, exercise: Exercise, one: Keepsake, group: Group | None = None) -> None:
    """Keeps what was given with the command; asks for the rest, with leave if nothing was."""
    given = one.score is not None or bool(one.text)
    whole = exercise in {Exercise.REASON, Exercise.LETTER} or WHY in one.more or not now.asking
    if given and whole:
        _keep(asking.sit(now, exercise), one)
    elif given:
        asking.show(now, Text(asking.SKIPS))
        _sit(now, exercise, one)
    elif not now.asking:
        how = WITHOUT.get(exercise)
        raise UsageError(
            "This one asks, one question at a time, so it needs a terminal."
            + (f" Without one: {how}" if how else "")
        )
    elif asking.leave(now, guide().exercises[exercise].about):
        _sit(now, exercise, one, group)


def _sit(now: Session, exercise: Exercise, one: Keepsake, group: Group | None = None) -> None:
    sitting = asking.sit(now, exercise, group)
    _keep(sitting, asking.FLOWS[exercise](sitting, one))


def _keep(sitting: asking.Sitting, one: Keepsake) -> None:
    now = sitting.now
    if empty(one):
        asking.show(now, Text(asking.FINE))
        return
    with now.open(write=True) as journal:
        with journal.change(one.sort.value, now.instant) as change:
            number = keepsakes.add(change, one.but(written=now.instant))
        named = called([one.but(id=number)], journal.substances())[0]
        last = before(one, sitting.past)
        now.say(f"Saved {pages.saved_words(named, guide())}")
        if last is not None:
            now.say(pages.change_words(one, last, journal.starts))
