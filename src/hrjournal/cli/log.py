"""Writing use down, and days without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import writing
from hrjournal.cli.options import At, Mood, Note, Several, Write
from hrjournal.cli.saving import follow, keep
from hrjournal.cli.session import session
from hrjournal.domain.entry import Entry, Sort
from hrjournal.errors import UsageError
from hrjournal.pages import saved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.session import Session
    from hrjournal.domain.substance import Substance
    from hrjournal.domain.units import Units
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
    now = session(ctx)
    fields: dict[str, Any] = {
        "mood": mood,
        "urge": urge,
        "triggers": writing.own_words(trigger, "trigger"),
        "steps": writing.own_words(step, "step"),
        "copings": writing.own_words(coping, "coping"),
        "route": writing.own_word(route, "route").casefold() if route else None,
        "company": writing.own_word(with_, "word for company") if with_ else None,
        "spend": writing.money(spend),
        "planned": planned,
        "note": writing.note(note),
    }
    if words is None and now.asking:
        from hrjournal.cli.asking import ask_use

        words, at, fields = ask_use(now, at, fields)
    elif write:
        from hrjournal.cli.asking import ask_note

        fields["note"] = ask_note(now, fields["note"])
    if words:
        _log(now, words, at, fields, new=new)
    else:
        _log_without(now, at, fields)


def _log(
    now: Session, words: Sequence[str], at: str | None, fields: dict[str, Any], *, new: bool
) -> None:
    with now.open(write=True) as journal:
        units = now.units(journal)
        named = writing.name(now, journal, words[0], new=new)
        one = named.substance
        usual = one.unit if not named.new and one.kind.id == "other" else ""
        entry = Entry(
            sort=Sort.USE,
            moment=writing.moment(now, journal, at),
            substance=one.key,
            amount=units.read(words[1:], one.kind, named.word, usual),
            written=now.instant,
            **fields,
        )
        if named.new and entry.amount and one.kind.id == "other":
            one = one._replace(unit=entry.amount.unit)
        entry, before = _save(journal, now, entry, one)
        _answer(now, journal, entry, units, before=before)


def _log_without(now: Session, at: str | None, fields: dict[str, Any]) -> None:
    """Words without a substance are kept as a check-in."""
    if not any(value for value in fields.values()) and fields["note"] is None:
        raise UsageError("Say what it was, such as: hrjournal log alcohol 2")
    keep(now, Sort.CHECKIN, at, fields)


def _save(
    journal: Journal, now: Session, entry: Entry, one: Substance
) -> tuple[Entry, Sort | None]:
    """Saves an entry; gives it with its number, and what the day said before."""
    from dataclasses import replace

    from hrjournal.store.reading import said

    before = said(journal, one, entry.moment.day(journal.starts)) if one.id else None
    with journal.change("log", now.instant) as change:
        number = change.add(entry, change.track(one))
    return replace(entry, id=number), before


def _answer(
    now: Session, journal: Journal, entry: Entry, units: Units, *, before: Sort | None
) -> None:
    today = now.moment.day(journal.starts)
    now.say(saved.saved(entry, journal.substances(), units, today, journal.starts))
    if before is not None and before is not entry.sort:
        now.say(saved.later_word(entry.sort))
    follow(now, journal, [entry])


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
    words = writing.note(note)
    with now.open(write=True) as journal:
        moment = writing.day_moment(now, journal, day)
        named = [writing.name(now, journal, word).substance for word in substances or ()]
        chosen = list(dict.fromkeys(named)) or list(journal.substances().values())
        saved_entries, changed = _save_none(journal, now, moment, chosen, words)
        today = now.moment.day(journal.starts)
        when = saved.when_words(saved_entries[0], today, journal.starts)
        names = [one.name for one in chosen]
        now.say(saved.saved_none([entry.id for entry in saved_entries], names, when))
        if changed:
            now.say(saved.later_word(Sort.NONE))
        follow(now, journal, saved_entries)


def _save_none(
    journal: Journal, now: Session, moment: Any, chosen: Sequence[Substance], words: str | None
) -> tuple[list[Entry], bool]:
    """One record for each substance, in one change; gives them, and whether a day had use."""
    from dataclasses import replace

    from hrjournal.store.reading import said

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
            entries.append(replace(entry, id=change.add(entry, one)))
    return entries, changed
