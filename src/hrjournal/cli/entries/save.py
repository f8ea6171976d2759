"""Saving what is not about an amount, and what follows every save."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.errors import HrjournalError, UsageError
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def save_entry(
    app: AppContext, entry_type: EntryType, at: str | None, fields: Mapping[str, Any]
) -> None:
    """Saves a record that is not about an amount, and answers."""
    if is_empty(fields):
        raise UsageError("Nothing saved. To see what you can write down: add --help")
    with app.open_journal(write=True) as journal:
        save_in(app, journal, entry_type, arguments.parse_at(app, journal, at), fields)


def save_in(
    app: AppContext,
    journal: Journal,
    entry_type: EntryType,
    moment: Moment,
    fields: Mapping[str, Any],
    *,
    substance: Substance | None = None,
) -> None:
    """The same in a journal that is open; a substance that is new is tracked from now on."""
    with journal.change(entry_type.value, app.instant) as change:
        tracked = None if substance is None else change.track(substance)
        entry = Entry(
            type=entry_type,
            moment=moment,
            written=app.instant,
            **{**fields, "substance": tracked.key if tracked else None},
        )
        entry = entry.replace(id=change.add(entry, tracked))
        substances = journal.substances()
    app.words_saved()
    print_saved(app, journal, [entry], substances)
    print_follow_up(app, journal, [entry])


def print_saved(
    app: AppContext,
    journal: Journal,
    entries: Sequence[Entry],
    substances: Mapping[str, Substance],
) -> None:
    """Says what was saved, with a time that can be typed back."""
    mark, moment = "", entries[0].moment
    if moment.instant != app.instant:
        from hrjournal.cli.system.zone import offset_mark

        mark = offset_mark(moment)
    today, units = app.today(journal), app.units(journal)
    app.print_lines(
        confirmation.saved(entries, substances, units, today, journal.day_start, mark=mark)
    )


def moment_said(app: AppContext, journal: Journal, at: str | None, said: Moment | None) -> Moment:
    """When it was: as the line says, as `--at` says, or now.

    Raises:
        UsageError: when both say it.
    """
    if said is None:
        return arguments.parse_at(app, journal, at)
    if at is not None:
        raise UsageError("Your line says when it was, and --at does too. Once is enough.")
    return said


def strength_or_words(text: str | None) -> dict[str, Any]:
    """What came after an urge: how strong it was then, or words for it."""
    if text is None:
        return {}
    if not any(letter.isalpha() for letter in text.replace("of", "").replace("out", "")):
        from hrjournal.domain.words.quantities import read_rating

        return {"urge_after": read_rating(text)}
    return {"after": arguments.read_note(text)}


def company(with_: str | None, *, alone: bool) -> str | None:
    """Who was there: nobody, or a word for them.

    Raises:
        UsageError: when it says both.
    """
    if alone and with_ is not None:
        raise UsageError("Alone, or with someone? Please write --alone or --with, not both.")
    return "alone" if alone else with_ and arguments.parse_word(with_, "word for company")


def is_empty(fields: Mapping[str, Any]) -> bool:
    """Whether nothing was given."""
    return all(value is None or value is False or value in {(), ""} for value in fields.values())


def print_follow_up(app: AppContext, journal: Journal, entries: Sequence[Entry]) -> None:
    """Says what follows a save. It is saved by now, so nothing here may look like a refusal."""
    if not journal.checked:  # no figure rests on what is not as it was written
        return
    from hrjournal.cli.entries.follow_up import follow_up_lines

    with contextlib.suppress(HrjournalError):
        app.print_lines(*follow_up_lines(app, journal, entries))
