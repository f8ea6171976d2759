"""Writing down a day without: for one substance, or for every one that is tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.entries.save import print_follow_up
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.pages.entries import confirmation
from hrjournal.store.queries import day_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def log_none(
    app: AppContext, *, substances: Sequence[str], day: str | None, note: str | None
) -> None:
    """Saves a day without, of these substances or of every tracked one, and answers."""
    note = arguments.read_note(note)
    with app.open_journal(write=True) as journal:
        moment = arguments.parse_day(app, journal, day)
        named = [arguments.resolve_substance(app, journal, word).substance for word in substances]
        chosen = list(dict.fromkeys(named)) or list(journal.substances().values())
        written_day = moment.day(journal.day_start)
        had_use = any(
            day_status(journal, substance, written_day) is EntryType.USE
            for substance in chosen
            if substance.id
        )
        entries = _save(app, journal, chosen, moment=moment, note=note)
        when = confirmation.when_words(entries[0], app.today(journal), journal.day_start)
        names = [substance.name for substance in chosen]
        app.print_lines(confirmation.saved_none([entry.id for entry in entries], names, when))
        if had_use:
            app.print_lines(confirmation.later_word(EntryType.NONE))
        print_follow_up(app, journal, entries)


def _save(
    app: AppContext,
    journal: Journal,
    chosen: Sequence[Substance],
    *,
    moment: Moment,
    note: str | None,
) -> list[Entry]:
    """One record for each substance, or one that names none, in one change."""
    entries = []
    with journal.change("none", app.instant) as change:
        covered: list[Substance | None] = [change.track(substance) for substance in chosen]
        for substance in covered or [None]:
            entry = Entry(
                type=EntryType.NONE,
                moment=moment,
                substance=substance.key if substance else None,
                note=note,
                written=app.instant,
            )
            entries.append(entry.replace(id=change.add(entry, substance)))
    return entries
