"""Writing one use down, however it was said: what `log` does once its words are parted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.save import company, is_empty, print_follow_up, save_entry
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.units import is_alcohol_free
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation
from hrjournal.store.queries import day_status

ALCOHOL_FREE = "alcohol-free"  # the step


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


class LogOptions(CommandOptions):
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
    alone: bool = False
    spend: str | None = None
    planned: bool = False
    note: str | None = None
    gave: str | None = None
    after: str | None = None
    write: bool = False
    new: bool = False


def log(app: AppContext, given: LogOptions) -> None:
    """Saves one use and answers; asks for it at a terminal when nothing was said."""
    words, at = given.words, given.at
    fields: dict[str, Any] = {
        "mood": given.mood,
        "urge": given.urge,
        "triggers": arguments.parse_words(given.trigger, "trigger"),
        "steps": arguments.parse_words(given.step, "step"),
        "copings": arguments.parse_words(given.coping, "coping"),
        "route": arguments.parse_word(given.route, "route").casefold() if given.route else None,
        "company": company(given.with_, alone=given.alone),
        "spend": arguments.parse_money(given.spend),
        "planned": given.planned,
        "note": arguments.read_note(given.note),
        "gave": arguments.read_note(given.gave),
        "after": arguments.read_note(given.after),
    }
    if not words and app.is_interactive:
        from hrjournal.cli.entries.ask_use import ask_use

        words, at, fields = ask_use(app, at, fields)
    elif given.write:
        from hrjournal.cli.prompts import ask_note

        fields["note"] = ask_note(app, fields["note"])
    if words:
        _log(app, words, at, fields, new=given.new)
    else:
        _log_without(app, at, fields)


def _log(
    app: AppContext, words: Sequence[str], at: str | None, fields: dict[str, Any], *, new: bool
) -> None:
    with app.open_journal(write=True) as journal:
        units = app.units(journal)
        named = arguments.resolve_substance(app, journal, words[0], new=new)
        substance = named.substance
        if substance.kind.id == "alcohol" and is_alcohol_free(words[1:]):
            _log_alcohol_free(app, journal, words, at, fields)
            return
        unit = arguments.default_unit(substance)
        entry = Entry(
            type=EntryType.USE,
            moment=arguments.parse_at(app, journal, at),
            substance=substance.key,
            amount=units.read(words[1:], substance.kind, named.word, unit, each=named.strength),
            written=app.instant,
            **fields,
        )
        if named.new and entry.amount and substance.kind.id == "other":
            substance = substance._replace(unit=entry.amount.unit)
        done = _save(journal, app, entry, substance)
        today = app.today(journal)
        app.print_lines(
            confirmation.saved(done.entry, done.substances, units, today, journal.day_start)
        )
        if named.new:
            from hrjournal.cli.notices.once import prescribed_line

            app.print_lines(*prescribed_line(app, journal, done.substances[substance.key]))
        if named.new and substance.kind.id == "lean" and not app.is_interactive:
            app.print_lines(confirmation.LEAN)
        if done.before is not None and done.before is not entry.type:
            app.print_lines(confirmation.later_word(entry.type))
        print_follow_up(app, journal, [done.entry])


def _log_alcohol_free(
    app: AppContext, journal: Journal, words: Sequence[str], at: str | None, fields: dict[str, Any]
) -> None:
    """Keeps a drink without alcohol as a kinder step: it is no use of its day."""
    note = " ".join(words) if not fields["note"] else f"{' '.join(words)}: {fields['note']}"
    steps = dict.fromkeys((ALCOHOL_FREE, *fields["steps"]))
    entry = Entry(
        type=EntryType.STEP,
        moment=arguments.parse_at(app, journal, at),
        written=app.instant,
        **{**fields, "steps": tuple(steps), "note": note},
    )
    with journal.change("log", app.instant) as change:
        number = change.add(entry, None)
    entry = entry.replace(id=number)
    today, units = app.today(journal), app.units(journal)
    app.print_lines(
        confirmation.saved(entry, {}, units, today, journal.day_start),
        confirmation.alcohol_free(journal.preferences.country),
    )
    print_follow_up(app, journal, [entry])


def _log_without(app: AppContext, at: str | None, fields: dict[str, Any]) -> None:
    """Words without a substance are kept as a check-in."""
    if is_empty(fields):
        raise UsageError("Say what it was, such as: hrjournal log alcohol 2")
    save_entry(app, EntryType.CHECKIN, at, fields)


class SavedUse(NamedTuple):
    """An entry that is saved, the substances by then, and what the day said before."""

    entry: Entry
    substances: Mapping[str, Substance]
    before: EntryType | None


def _save(journal: Journal, app: AppContext, entry: Entry, substance: Substance) -> SavedUse:
    """Saves an entry.

    All that the answer needs is read before the commit: a disk that ends its service after it
    then cannot make what is saved look refused.
    """
    day = entry.moment.day(journal.day_start)
    before = day_status(journal, substance, day) if substance.id else None
    with journal.change("log", app.instant) as change:
        number = change.add(entry, change.track(substance))
        substances = journal.substances()
    return SavedUse(entry.replace(id=number), substances, before)
