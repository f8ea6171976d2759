"""Taking something out for good, and saying what became of the copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.pages.backups.forgotten import forgotten_words
from hrjournal.store.backups import forgetting

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.store import Journal
    from hrjournal.store.backups.forgetting import Erase


def forget_record(app: AppContext, journal: Journal, entry: Entry) -> str:
    """Takes a record out of everything; gives what to say of it."""
    return forget(app, journal, "delete", forgetting.record(entry.id, entry.written))


def forget_keepsake(app: AppContext, journal: Journal, keepsake: Keepsake, verb: str) -> str:
    """Takes something kept out of everything; gives what to say of it."""
    return forget(app, journal, verb, forgetting.keepsake(keepsake.id, keepsake.written))


def forget(app: AppContext, journal: Journal, verb: str, erase: Erase) -> str:
    """Takes out what `erase` takes out; gives what to say of it."""
    found = forgetting.forget(journal, verb, app.instant, app.backup_suffix, erase)
    return forgotten_words(found)
