"""Writing one use down, however it was said: what `log` does once its words are parted.

Nothing here loads the command-line library, so that a plain `log` can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.entries.save import empty, follow, keep
from hrjournal.domain.entries.entry import Entry, Sort
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation
from hrjournal.store.queries import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import Session
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


class Said(NamedTuple):
    """What stood on the command line of `log`."""

    words: tuple[str, ...] = ()
    at: str | None = None
    mood: int | None = None
    urge: int | None = None
    trigger: tuple[str, ...] = ()
    step: tuple[str, ...] = ()
    coping: tuple[str, ...] = ()
    route: str | None = None
    with_: str | None = None
    spend: str | None = None
    planned: bool = False
    note: str | None = None
    write: bool = False
    new: bool = False


def log(now: Session, given: Said) -> None:
    """Saves one use and answers; asks for it at a terminal when nothing was said."""
    words, at = given.words, given.at
    fields: dict[str, Any] = {
        "mood": given.mood,
        "urge": given.urge,
        "triggers": arguments.own_words(given.trigger, "trigger"),
        "steps": arguments.own_words(given.step, "step"),
        "copings": arguments.own_words(given.coping, "coping"),
        "route": arguments.own_word(given.route, "route").casefold() if given.route else None,
        "company": arguments.own_word(given.with_, "word for company") if given.with_ else None,
        "spend": arguments.money(given.spend),
        "planned": given.planned,
        "note": arguments.note(given.note),
    }
    if not words and now.asking:
        from hrjournal.cli.prompts import ask_use

        words, at, fields = ask_use(now, at, fields)
    elif given.write:
        from hrjournal.cli.prompts import ask_note

        fields["note"] = ask_note(now, fields["note"])
    if words:
        _log(now, words, at, fields, new=given.new)
    else:
        _log_without(now, at, fields)


def _log(
    now: Session, words: Sequence[str], at: str | None, fields: dict[str, Any], *, new: bool
) -> None:
    with now.open(write=True) as journal:
        units = now.units(journal)
        named = arguments.name(now, journal, words[0], new=new)
        one = named.substance
        entry = Entry(
            sort=Sort.USE,
            moment=arguments.moment(now, journal, at),
            substance=one.key,
            amount=units.read(words[1:], one.kind, named.word, arguments.usual(one)),
            written=now.instant,
            **fields,
        )
        if named.new and entry.amount and one.kind.id == "other":
            one = one._replace(unit=entry.amount.unit)
        done = _save(journal, now, entry, one)
        today = now.moment.day(journal.starts)
        now.say(confirmation.saved(done.entry, done.substances, units, today, journal.starts))
        if done.before is not None and done.before is not entry.sort:
            now.say(confirmation.later_word(entry.sort))
        follow(now, journal, [done.entry])


def _log_without(now: Session, at: str | None, fields: dict[str, Any]) -> None:
    """Words without a substance are kept as a check-in."""
    if empty(fields):
        raise UsageError("Say what it was, such as: hrjournal log alcohol 2")
    keep(now, Sort.CHECKIN, at, fields)


class _Done(NamedTuple):
    """An entry that is saved, the substances by then, and what the day said before."""

    entry: Entry
    substances: Mapping[str, Substance]
    before: Sort | None


def _save(journal: Journal, now: Session, entry: Entry, one: Substance) -> _Done:
    """Saves an entry.

    All that the answer needs is read before the commit: a disk that ends its service after it
    then cannot make what is saved look refused.
    """
    before = said(journal, one, entry.moment.day(journal.starts)) if one.id else None
    with journal.change("log", now.instant) as change:
        number = change.add(entry, change.track(one))
        substances = journal.substances()
    return _Done(entry.but(id=number), substances, before)
