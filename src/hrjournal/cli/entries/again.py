"""Writing the last use once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.save import print_follow_up, print_saved
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.errors import NotFoundError
from hrjournal.pages.entries import confirmation
from hrjournal.sanitize import own, quote
from hrjournal.store.queries import day_status, last_use

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal


class AgainOptions(CommandOptions):
    """What stood on the command line of `again`."""

    words: tuple[str, ...] = ()
    at: str | None = None


def again(app: AppContext, given: AgainOptions) -> None:
    """Saves the same amount of the same, taken the same way, and answers."""
    with app.open_journal(write=True) as journal:
        last = _last(app, journal, " ".join(given.words))
        entry = Entry(
            type=EntryType.USE,
            moment=arguments.parse_at(app, journal, given.at),
            substance=last.substance,
            amount=last.amount,
            route=last.route,
            written=app.instant,
        )
        substances = journal.substances()
        substance = substances[last.substance or ""]
        before = day_status(journal, substance, entry.moment.day(journal.day_start))
        with journal.change("again", app.instant) as change:
            entry = entry.replace(id=change.add(entry, substance))
        print_saved(app, journal, [entry], substances)
        if before is EntryType.NONE:
            app.print_lines(confirmation.later_word(EntryType.USE))
        print_follow_up(app, journal, [entry])


def _last(app: AppContext, journal: Journal, name: str) -> Entry:
    """The latest use, or the latest of what a name means.

    Raises:
        NotFoundError: when there is none.
    """
    if not name:
        last = last_use(journal)
        if last is None:
            raise NotFoundError(
                "There is nothing to write again yet. To write the first: hrjournal log alcohol 2"
            )
        return last
    match = arguments.find_substance(app, journal, name)
    last = last_use(journal, match.substance.key) if match and not match.new else None
    if last is None:
        raise NotFoundError(
            f"There is no {quote(name)} to write again. "
            f"To write it for the first time: hrjournal log {own(name)}"
        )
    return last
