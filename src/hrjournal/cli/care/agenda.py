"""Collecting what to bring to the next session, and ticking it off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, Kept
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import Session

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
    now = session(ctx)
    if done or again or remove:
        _mark(now, done or [], again, remove)
    elif words or add:
        _keep(now, words or [])
    else:
        from hrjournal.pages.care.people import talk_page
        from hrjournal.store.keepsakes import keepsakes

        with now.open() as journal:
            points = keepsakes(journal, Kept.TALK)
            page = talk_page(points, journal.starts, everything=everything)
        now.show(page, as_json=as_json, plain=plain)


def _keep(now: Session, words: list[str]) -> None:
    """Keeps a point; asks for it when nothing was said."""
    from hrjournal.store.keepsakes import add

    if not words:
        from hrjournal.cli.prompts import ask

        answer = ask(now, "What would you like to talk about? (Enter leaves it)")
        if answer is None:
            return
        words = [answer]
    text = arguments.note(" ".join(words)) or ""
    if not text.strip():
        raise UsageError("Say what you want to talk about, such as: hrjournal talk my sleep")
    point = Keepsake(Kept.TALK, now.moment, text=text, written=now.instant)
    with now.open(write=True) as journal, journal.change("talk", now.instant) as change:
        number = add(change, point)
    now.say(f"Saved {number}. To see all: hrjournal talk")


def _mark(now: Session, done: list[int], again: int | None, remove: int | None) -> None:
    """Ticks points off, opens one again, or takes one out; all in one change."""
    from hrjournal.pages.care.people import DONE
    from hrjournal.store import keepsakes

    with now.open(write=True) as journal, journal.change("talk", now.instant) as change:
        today = str(now.moment.day(journal.starts))
        marks = [*((number, {DONE: today}) for number in done), *([(again, {})] if again else [])]
        for number, more in marks:
            point = keepsakes.keepsake(journal, number, Kept.TALK)
            keepsakes.replace(change, point.but(more=more))
        if remove:
            keepsakes.keepsake(journal, remove, Kept.TALK)
            keepsakes.forget(change, remove)
    said: dict[str, list[Any]] = {
        "Ticked off": done,
        "Open again": [again],
        "Taken out": [remove],
    }
    for words, numbers in said.items():
        if any(numbers):
            now.say(f"{words}: {', '.join(map(str, numbers))}. Undo takes it back.")
