"""Calling something by another name, making two into one, and putting something out of sight."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.entries.current_wins import keep_wins_current
from hrjournal.cli.substances import find
from hrjournal.domain.substances.substance import OTHER, Substance, fold
from hrjournal.errors import HrjournalError, UsageError
from hrjournal.pages.substances import answers
from hrjournal.store.bulk import backup_before
from hrjournal.store.substances import rows, tracked

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import Kind
    from hrjournal.store import Journal


def rename(app: AppContext, old: str, new: str) -> None:
    """Calls something by another name, and answers.

    What the program knows of the new name holds from then on: a name that was spelled in a way
    that nobody knows is put right by this.

    Raises:
        HrjournalError: when something else goes by the new name.
    """
    with app.open_journal(write=True) as journal:
        one = find.tracked(app, journal, old)
        name = find.word_of_letters(new, "substance")
        match = arguments.find_substance(app, journal, name)
        if match and match.substance.id not in {0, one.id}:
            raise HrjournalError(answers.taken(one, match.substance))
        find.refuse_serving(journal, name)
        kind = match.substance.kind if match else one.kind
        if OTHER.id not in {kind.id, one.kind.id} and kind.id != one.kind.id:
            raise HrjournalError(answers.of_another_kind(one, name, kind))
        renamed = one._replace(key=fold(name), name=name)
        each: dict[str, Amount] = {}
        if match and match.new and kind.id != one.kind.id:
            units = app.units(journal)
            alike = one.unit in map(units.base, kind.units)
            renamed = renamed._replace(kind=kind, unit=one.unit if alike else match.substance.unit)
            each = _each(app, journal, one, kind)
        stays = _staying(journal, one, renamed, each)
        with journal.change("rename", app.instant) as change:
            tracked.rename(change, one, renamed, each)
        _settle(app, journal)
        app.print_lines(*answers.renamed(one, renamed, stays, app.units(journal)))


def merge(app: AppContext, gone: str, into: str) -> None:
    """Moves all that was logged of one to another, and answers.

    Raises:
        HrjournalError: when both words mean one thing.
    """
    with app.open_journal(write=True) as journal:
        one, other = find.tracked(app, journal, gone), find.known(app, journal, into)
        if one.id == other.id:
            raise HrjournalError("Both of these mean the same already. Nothing was changed.")
        each = _each(app, journal, one, other.kind)
        stays = _staying(journal, one, other, each)
        moved = tracked.count(journal, one)
        backup_before(journal, app.backup_suffix)
        with journal.change("merge", app.instant) as change:
            tracked.merge(change, one, change.track(other), each)
        _settle(app, journal)
        app.print_lines(*answers.merged(one, other, moved, stays, app.units(journal)))


def hide(app: AppContext, word: str, *, hidden: bool) -> None:
    """Puts something out of sight, or back in sight, and answers."""
    with app.open_journal(write=True) as journal:
        one = find.tracked(app, journal, word)
        if one.hidden is not hidden:
            with journal.change("hide", app.instant) as change:
                rows.write(change, one._replace(hidden=hidden))
        app.print_lines(answers.hidden(one) if hidden else answers.in_sight(one))


def _each(app: AppContext, journal: Journal, one: Substance, kind: Kind) -> dict[str, Amount]:
    """What one of each unit in the records of a substance is to a kind, where it is known."""
    from hrjournal.cli.entries.understand import Reader

    reader, found = Reader(app, journal), {}
    for unit in tracked.units_of(journal, one):
        with suppress(UsageError):
            amount = reader.cell(kind.name, f"1 {unit}")
            if amount.unit != unit:
                found[unit] = amount
    return found


def _staying(
    journal: Journal, one: Substance, into: Substance, each: dict[str, Amount]
) -> dict[str, int]:
    """In how many records a unit stays that does not turn into what the other is counted in."""
    return {
        unit: count
        for unit, count in tracked.units_of(journal, one).items()
        if unit not in {into.unit, *each}
    }


def _settle(app: AppContext, journal: Journal) -> None:
    """What was worked out of the records follows them."""
    journal.forget_preferences()
    keep_wins_current(app, journal)
