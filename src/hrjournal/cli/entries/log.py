"""Writing use down, and days without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.entries import log_use
from hrjournal.cli.entries.log_use import Said
from hrjournal.cli.entries.save import follow
from hrjournal.cli.options import At, Mood, Note, Several, Write
from hrjournal.domain.entries.entry import Entry, Sort
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import Session
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
    given = Said(
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
    log_use.log(session(ctx), given)


def none(
    ctx: typer.Context,
    substances: Annotated[
        list[str] | None, typer.Argument(help="Which; all that you track if you name none.")
    ] = None,
    day: Annotated[str | None, typer.Option(help="Which day; today unless you say so.")] = None,
    note: Note = None,
) -> None:
    """Write down a day without: for one substance, or for every one that you track."""
    now = session(ctx)
    words = arguments.note(note)
    with now.open(write=True) as journal:
        moment = arguments.day_moment(now, journal, day)
        named = [arguments.name(now, journal, word).substance for word in substances or ()]
        chosen = list(dict.fromkeys(named)) or list(journal.substances().values())
        saved_entries, changed = _save_none(journal, now, moment, chosen, words)
        today = now.moment.day(journal.starts)
        when = confirmation.when_words(saved_entries[0], today, journal.starts)
        names = [one.name for one in chosen]
        now.say(confirmation.saved_none([entry.id for entry in saved_entries], names, when))
        if changed:
            now.say(confirmation.later_word(Sort.NONE))
        follow(now, journal, saved_entries)


def _save_none(
    journal: Journal, now: Session, moment: Any, chosen: Sequence[Substance], words: str | None
) -> tuple[list[Entry], bool]:
    """One record for each substance, in one change; gives them, and whether a day had use."""
    from hrjournal.store.queries import said

    day = moment.day(journal.starts)
    changed = any(said(journal, one, day) is Sort.USE for one in chosen if one.id)
    entries = []
    with journal.change("none", now.instant) as change:
        covered: list[Substance | None] = [change.track(one) for one in chosen]
        for one in covered or [None]:
            entry = Entry(
                sort=Sort.NONE,
                moment=moment,
                substance=one.key if one else None,
                note=words,
                written=now.instant,
            )
            entries.append(entry.but(id=change.add(entry, one)))
    return entries, changed
