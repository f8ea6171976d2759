"""Writing use down, and days without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.entries import log_use
from hrjournal.cli.entries.log_use import LogOptions
from hrjournal.cli.entries.save import print_follow_up
from hrjournal.cli.options import At, Mood, Note, Several, Write
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal

Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="SUBSTANCE [AMOUNT]", help="Such as: alcohol 2, or beer 500ml 5%."),
]


def log(
    ctx: typer.Context,
    words: Words = None,
    at: At = None,
    mood: Mood = None,
    urge: Mood = None,
    trigger: Annotated[list[str] | None, Several] = None,
    step: Annotated[list[str] | None, typer.Option(metavar="WORD", help="A safer step.")] = None,
    coping: Annotated[list[str] | None, Several] = None,
    route: Annotated[str | None, typer.Option(metavar="WORD")] = None,
    with_: Annotated[str | None, typer.Option("--with", metavar="alone|WORD")] = None,
    spend: Annotated[str | None, typer.Option(metavar="MONEY")] = None,
    planned: Annotated[bool, typer.Option("--planned", help="It was planned.")] = False,
    note: Note = None,
    write: Write = False,
    new: Annotated[bool, typer.Option("--new", help="Keep a new name as typed.")] = False,
) -> None:
    """Write down use: what, how much, and whatever else you like.

    Amounts: 2, 2.5, ~3 (about), 2-4 (between), '?' (not known). Alcohol also takes
    500ml 5%, pint, large-wine, or grams.
    """
    given = LogOptions(
        words=tuple(words or ()),
        at=at,
        mood=mood,
        urge=urge,
        trigger=tuple(trigger or ()),
        step=tuple(step or ()),
        coping=tuple(coping or ()),
        route=route,
        with_=with_,
        spend=spend,
        planned=planned,
        note=note,
        write=write,
        new=new,
    )
    log_use.log(app_context(ctx), given)


def none(
    ctx: typer.Context,
    substances: Annotated[
        list[str] | None, typer.Argument(help="Which; all that you track if you name none.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="Which day; today unless you say so.")] = None,
    note: Note = None,
) -> None:
    """Write down a day without: for one substance, or for every one that you track."""
    app = app_context(ctx)
    words = arguments.read_note(note)
    with app.open_journal(write=True) as journal:
        moment = arguments.parse_day(app, journal, day)
        named = [
            arguments.resolve_substance(app, journal, word).substance for word in substances or ()
        ]
        chosen = list(dict.fromkeys(named)) or list(journal.substances().values())
        saved_entries, changed = _save_none(journal, app, moment, chosen, words)
        today = app.today(journal)
        when = confirmation.when_words(saved_entries[0], today, journal.day_start)
        names = [one.name for one in chosen]
        app.print_lines(confirmation.saved_none([entry.id for entry in saved_entries], names, when))
        if changed:
            app.print_lines(confirmation.later_word(EntryType.NONE))
        print_follow_up(app, journal, saved_entries)


def _save_none(
    journal: Journal, app: AppContext, moment: Any, chosen: Sequence[Substance], words: str | None
) -> tuple[list[Entry], bool]:
    """One record for each substance, in one change; gives them, and whether a day had use."""
    from hrjournal.store.queries import day_status

    day = moment.day(journal.day_start)
    changed = any(day_status(journal, one, day) is EntryType.USE for one in chosen if one.id)
    entries = []
    with journal.change("none", app.instant) as change:
        covered: list[Substance | None] = [change.track(one) for one in chosen]
        for one in covered or [None]:
            entry = Entry(
                type=EntryType.NONE,
                moment=moment,
                substance=one.key if one else None,
                note=words,
                written=app.instant,
            )
            entries.append(entry.replace(id=change.add(entry, one)))
    return entries, changed
