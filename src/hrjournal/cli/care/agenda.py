"""Collecting what to bring to the next session, and ticking it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

Points = Annotated[list[int] | None, typer.Option("--done", metavar="N", help="Tick N off.")]


def talk(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="What; - reads standard input.")
    ] = None,
    add: Annotated[bool, typer.Option("--add", help="Asks what.")] = False,
    done: Points = None,
    again: Annotated[
        int | None, typer.Option("--again", metavar="N", help="Bring N up once more.")
    ] = None,
    remove: Annotated[int | None, typer.Option("--remove", metavar="N", help="Take N out.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what is ticked off.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you want to talk about in your next session. It goes into the summary."""
    app = app_context(ctx)
    if done or again or remove:
        _mark(app, done or [], again, remove)
    elif words or add:
        _keep(app, words or [])
    else:
        from hrjournal.pages.care.people import talk_page
        from hrjournal.store.keepsakes import keepsakes

        with app.open_journal() as journal:
            points = keepsakes(journal, KeepsakeType.TALK)
            page = talk_page(points, journal.day_start, everything=everything)
        app.print_page(page, as_json=as_json, plain=plain)


def _keep(app: AppContext, words: list[str]) -> None:
    """Keeps a point; asks for it when nothing was said."""
    from hrjournal.store.keepsakes import add

    if not words:
        from hrjournal.cli.prompts import prompt

        answer = prompt(app, "What would you like to talk about? (Enter leaves it)")
        if answer is None:
            return
        words = [answer]
    text = arguments.read_note(" ".join(words)) or ""
    if not text.strip():
        raise UsageError("Say what you want to talk about, such as: hrjournal talk my sleep")
    point = Keepsake(KeepsakeType.TALK, app.moment, text=text, written=app.instant)
    with app.open_journal(write=True) as journal, journal.change("talk", app.instant) as change:
        number = add(change, point)
    app.print_lines(f"Saved {number}. To see all: hrjournal talk")


def _mark(app: AppContext, done: list[int], again: int | None, remove: int | None) -> None:
    """Ticks points off, opens one again, or takes one out; all in one change."""
    from hrjournal.pages.care.people import DONE
    from hrjournal.store import keepsakes

    with app.open_journal(write=True) as journal, journal.change("talk", app.instant) as change:
        today = str(app.today(journal))
        marks = [*((number, {DONE: today}) for number in done), *([(again, {})] if again else [])]
        for number, more in marks:
            point = keepsakes.keepsake(journal, number, KeepsakeType.TALK)
            keepsakes.replace(change, point.replace(more=more))
        if remove:
            keepsakes.keepsake(journal, remove, KeepsakeType.TALK)
            keepsakes.forget(change, remove)
    said: dict[str, list[Any]] = {
        "Ticked off": done,
        "Open again": [again],
        "Taken out": [remove],
    }
    for words, numbers in said.items():
        if any(numbers):
            app.print_lines(f"{words}: {', '.join(map(str, numbers))}. Undo takes it back.")
