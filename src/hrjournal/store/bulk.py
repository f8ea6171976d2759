"""Taking in many records at once: what is there already stays, the rest comes in one change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple
from hrjournal.store.backups import back_up
from hrjournal.store.file import translating_sqlite_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store.journal import Journal


class Planned(NamedTuple):
    """A record to take in, its substance (new ones have no number yet), and its origin."""

    entry: Entry
    substance: Substance | None
    origin: str | None


def missing_entries(journal: Journal, planned: Sequence[Planned]) -> list[Planned]:
    """Those whose origin is not in the journal."""
    with translating_sqlite_errors():
        found = journal.connection.execute("SELECT origin FROM entry WHERE origin IS NOT NULL")
        there = {origin for (origin,) in found}
    return [one for one in planned if one.origin not in there]


def backup_before(journal: Journal, stamp: str) -> None:
    """Makes a verified copy, unless there is nothing in the journal to lose."""
    if journal.connection.execute("SELECT 1 FROM change LIMIT 1").fetchone():
        back_up(journal.connection, journal.place, stamp)


def insert_entries(journal: Journal, planned: Iterable[Planned], now: int) -> None:
    """Saves all of them in one change, so that undo takes them all back."""
    tracked = journal.substances()
    with journal.change("import", now) as change:
        for entry, substance, origin in planned:
            one = substance
            if one is not None:
                if one.key not in tracked:
                    tracked[one.key] = change.track(one._replace(id=0))
                one = tracked[one.key]
            change.add(entry, one, origin)
