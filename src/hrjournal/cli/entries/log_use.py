"""Writing one use down, however it was said: what `log` does once its words are parted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.drink_country import settle_country
from hrjournal.cli.entries.save import company, is_empty, print_follow_up, print_saved, save_entry
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.substance import OTHER
from hrjournal.domain.substances.units import DRINK
from hrjournal.domain.words.understood import Name, TimedUse, Understood, Use
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation
from hrjournal.store.queries import day_status

ALCOHOL_FREE: Final = "alcohol-free"  # the step
ALCOHOL: Final = "alcohol"
MOST: Final = 20  # drinks; larger numbers are looked at for what is plausible


if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
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
    yes: bool = False


def log(app: AppContext, given: LogOptions) -> None:
    """Saves one use and answers; asks for it at a terminal when nothing was said."""
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
    if app.is_interactive and (given.write or not given.words):
        _ask(app, given, fields)
    else:
        _save_said(app, given, fields)


def _ask(app: AppContext, given: LogOptions, fields: dict[str, Any]) -> None:
    """Asks for what was not said, so that no answer is lost."""
    from hrjournal.cli.drafts.keeping import NOTES, typed_words
    from hrjournal.cli.prompts import ask_note

    with typed_words(app, NOTES if given.write else None):
        asked = given if given.words else _asked(app, given, fields)
        if given.write:
            fields["note"] = ask_note(app, fields["note"])
        _save_said(app, asked, fields)


def _save_said(app: AppContext, given: LogOptions, fields: dict[str, Any]) -> None:
    if given.words:
        _log(app, given, fields)
    else:
        _log_without(app, given.at, fields)


def _asked(app: AppContext, given: LogOptions, fields: Mapping[str, Any]) -> LogOptions:
    """What was answered in place of what stood on the command line.

    Raises:
        NotUnderstoodError: when nothing was, there or here.
    """
    from hrjournal.cli.entries.ask_use import ask_use

    asked = ask_use(app, given.at)
    if not asked.words and is_empty(fields) and not given.write:
        raise NotUnderstoodError("Nothing was saved. That's fine.")
    return LogOptions(words=asked.words, at=asked.at, new=asked.new)


def _log(app: AppContext, given: LogOptions, fields: dict[str, Any]) -> None:
    with app.open_journal(write=True) as journal:
        told = _understood(app, journal, given)
        moment = arguments.parse_at(app, journal, given.at)
        said = _said_with(told, fields)
        uses = [_planned_use(app, journal, timed, moment, said) for timed in told.uses]
        saved = _save(app, journal, uses)
        _answer(app, journal, saved)


def _understood(app: AppContext, journal: Journal, given: LogOptions) -> Understood:
    """What the words say; a line like `alcohol 2` is clear without the words of the country."""
    if plain := plain_use(app, journal, given.words):
        return plain
    from hrjournal.cli.entries.understand import Reader

    return Reader(app, journal).uses(given.words, sure=given.yes, new=given.new)


def plain_use(app: AppContext, journal: Journal, words: Sequence[str]) -> Understood | None:
    """What a line says that is `alcohol` and a whole number; None for any other line.

    Most lines are as plain as that, and the reader of all lines takes long to load.
    """
    if len(words) != 2 or words[0].lower() != ALCOHOL or not _small(words[1]):
        return None
    kind = app.catalogue.kind(ALCOHOL)
    amount = app.units(journal).counted(words[1], DRINK, " ".join(words))
    return Understood((TimedUse(Use(Name(kind, kind.name), amount, " ".join(words))),))


def _small(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 3 and 0 < int(text) <= MOST


def _said_with(told: Understood, fields: dict[str, Any]) -> dict[str, Any]:
    """What goes with every use of a line: options first, then words of the line itself."""
    said = {
        "company": told.company,
        "route": told.route,
        "spend": arguments.parse_money(told.spend),
        "planned": told.planned or None,
    }
    return fields | {name: value for name, value in said.items() if value and not fields[name]}


class PlannedUse(NamedTuple):
    """A use that is understood and not saved yet."""

    entry: Entry
    substance: Substance | None  # None for a drink without alcohol, which is a step
    new: bool


def _planned_use(
    app: AppContext, journal: Journal, timed: TimedUse, moment: Moment, fields: dict[str, Any]
) -> PlannedUse:
    use, when = timed.use, timed.moment or moment
    if use.amount is None:
        return PlannedUse(_alcohol_free(app, use.words, when, fields), None, new=False)
    named = arguments.named_substance(app, journal, use.name)
    substance = named.substance
    if named.new and substance.kind.id == OTHER.id:
        substance = substance._replace(unit=use.amount.unit)
    entry = Entry(
        type=EntryType.USE,
        moment=when,
        substance=substance.key,
        amount=use.amount,
        written=app.instant,
        **fields,
    )
    return PlannedUse(entry, substance, named.new)


def _alcohol_free(app: AppContext, words: str, moment: Moment, fields: dict[str, Any]) -> Entry:
    """A drink without alcohol is a kinder step: it is no use of its day."""
    note = f"{words}: {fields['note']}" if fields["note"] else words
    steps = tuple(dict.fromkeys((ALCOHOL_FREE, *fields["steps"])))
    changed = fields | {"steps": steps, "note": note}
    return Entry(type=EntryType.STEP, moment=moment, written=app.instant, **changed)


class SavedUses(NamedTuple):
    """Entries that are saved, the substances by then, and what their days said before."""

    entries: list[Entry]
    substances: Mapping[str, Substance]
    before: list[Substance]  # as they were, each once
    replaced: bool
    country: list[str]  # whose drinks are counted, said once


def _save(app: AppContext, journal: Journal, uses: Sequence[PlannedUse]) -> SavedUses:
    """Saves all of a line in one change.

    All that the answer needs is read before the commit: a disk that ends its service after it
    then cannot make what is saved look refused.
    """
    replaced = any(
        day_status(journal, use.substance, use.entry.moment.day(journal.day_start))
        is EntryType.NONE
        for use in uses
        if use.substance and use.substance.id
    )
    entries = []
    with journal.change("log", app.instant) as change:
        for use in uses:
            tracked = change.track(use.substance) if use.substance else None
            entries.append(use.entry.replace(id=change.add(use.entry, tracked)))
            if tracked and tracked.hidden:
                from hrjournal.store.substances import rows

                rows.write(change, tracked._replace(hidden=False))
        substances = journal.substances()
        country = settle_country(app, change, entries)
    app.words_saved()
    seen = {use.substance.key: use.substance for use in uses if use.substance}
    return SavedUses(entries, substances, list(seen.values()), replaced, country)


def _answer(app: AppContext, journal: Journal, saved: SavedUses) -> None:
    print_saved(app, journal, saved.entries, saved.substances)
    app.print_lines(*saved.country)
    if any(entry.type is EntryType.STEP for entry in saved.entries):
        app.print_lines(confirmation.alcohol_free(app.country(journal)))
    for before in saved.before:
        app.print_lines(*_said_once(app, journal, before, saved.substances[before.key]))
    if saved.replaced:
        app.print_lines(confirmation.later_word(EntryType.USE))
    print_follow_up(app, journal, saved.entries)


def _said_once(
    app: AppContext, journal: Journal, before: Substance, now: Substance
) -> Sequence[str]:
    """What is said of a substance that came into sight with this use, or is new."""
    if before.hidden:
        return [confirmation.back_in_sight(now)]
    if before.id:
        return []
    from hrjournal.cli.notices.once import prescribed_line

    lean = [confirmation.LEAN] if now.kind.id == "lean" else []
    return [*prescribed_line(app, journal, now), *lean]


def _log_without(app: AppContext, at: str | None, fields: dict[str, Any]) -> None:
    """Words without a substance are kept as a check-in."""
    if is_empty(fields):
        raise UsageError("Say what it was, such as: hrjournal log alcohol 2")
    save_entry(app, EntryType.CHECKIN, at, fields)
