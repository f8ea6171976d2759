"""What was kept of thinking about it: to list, read, change and take out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.reflection import flows as asking
from hrjournal.content.reflection import guide
from hrjournal.domain.reflection.reflection import EXERCISES, WHY, Exercise, empty, with_names
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.reflection import page as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.store import Journal

Number = Annotated[int, typer.Argument(min=1, max=2**62, metavar="N", help="As in the list.")]


def listing(
    ctx: typer.Context,
    kind: Annotated[Exercise | None, typer.Argument(case_sensitive=False)] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Everything that you kept here, the newest first."""
    app = app_context(ctx)
    with app.open_journal() as journal:
        kept = everything(journal, kind)
        page = pages.list_page(with_names(kept, journal.substances()), guide(), journal.day_start)
    app.print_page(page, as_json=as_json, plain=plain)


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One of them, whole."""
    app = app_context(ctx)
    with app.open_journal() as journal:
        one = with_names([_found(journal, number)], journal.substances())[0]
        page = pages.show_page(one, guide(), journal.day_start)
    app.print_page(page, as_json=as_json, plain=plain)


def edit(
    ctx: typer.Context,
    number: Number,
    text: Annotated[str | None, typer.Option(metavar="TEXT", help=asking.TEXT)] = None,
) -> None:
    """Change one. It asks anew and shows what stands there; or give new words with --text."""
    app = app_context(ctx)
    with app.open_journal() as journal:
        one = _found(journal, number)
    exercise = EXERCISES[one.type]
    if text is not None:
        changed = _reworded(exercise, one, asking.given(text))
    elif app.is_interactive:
        app.print_lines("Enter keeps what is there. Ctrl-C leaves all of it as it is.")
        changed = asking.FLOWS[exercise](asking.start_exercise(app, exercise), one)
    else:
        raise UsageError(f"Give the new words: hrjournal reflect edit {number} --text -")
    if empty(changed):
        raise UsageError(
            "Nothing of it would be left, so it stays as it is. "
            f"To take it out: hrjournal reflect delete {number}"
        )
    if changed == one:
        app.print_lines("It stays as it was.")
        return
    with app.open_journal(write=True) as journal:
        with journal.change("edit", app.instant) as change:
            keepsakes.replace(change, changed)
        named = with_names([changed], journal.substances())[0]
        app.print_lines(f"Changed {pages.saved_words(named, guide())}")


def delete(
    ctx: typer.Context,
    number: Number,
    for_good: Annotated[
        bool, typer.Option("--for-good", help="Keeps no memory of it; undo cannot bring it back.")
    ] = False,
) -> None:
    """Take one out. Undo brings it back."""
    app = app_context(ctx)
    with app.open_journal(write=True) as journal:
        one = _found(journal, number)
        with journal.change("delete", app.instant) as change:
            keepsakes.forget(change, number, for_good=for_good)
    name = guide().exercises[EXERCISES[one.type]].name
    how = (
        "It cannot be brought back; an earlier copy may hold it, see: hrjournal where"
        if for_good
        else "To bring it back: hrjournal undo"
    )
    app.print_lines(f"Deleted {number}. {name}. {how}")


def everything(journal: Journal, kind: Exercise | None = None) -> Sequence[Keepsake]:
    """What is kept here, the oldest first; other things are kept beside the days too."""
    found = keepsakes.keepsakes(journal, kind.sort if kind else None)
    return [one for one in found if one.type in EXERCISES]


def _found(journal: Journal, number: int) -> Keepsake:
    found = [one for one in everything(journal) if one.id == number]
    if not found:
        raise NotFoundError(
            f"There is nothing kept here under the number {number}. "
            "To see the numbers: hrjournal reflect list"
        )
    return found[0]


def _reworded(exercise: Exercise, one: Keepsake, text: str) -> Keepsake:
    if exercise is Exercise.RULER:
        return one.replace(more={**one.more, WHY: text})
    return one.replace(text=asking.picks(guide())(text) if exercise is Exercise.VALUES else text)
