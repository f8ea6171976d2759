"""Small wins brought up to date before they are shown; what judges them is loaded where needed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hrjournal.errors import HrjournalError, UnwritableJournalError
from hrjournal.store import ledger

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.store import Journal


def keep_wins_current(app: AppContext, journal: Journal) -> None:
    """Judges the days that have not been judged yet; in memory, where they cannot be kept."""
    if not ledger.is_current(journal, app.today(journal)):
        from hrjournal.cli.entries.win_ledger import update_win_ledger

        try:
            update_win_ledger(app, journal)
        except UnwritableJournalError:  # a full disk, a place to be read alone, another at work
            journal.read_from_memory()
            update_win_ledger(app, journal)


def report_recomputed_wins(app: AppContext, journal: Journal, entries: Iterable[Entry]) -> None:
    """Small wins are a function of the records; when the person changes a day, they follow.

    While numbers rest, nothing is said of it. The change is saved by now, so nothing here may look
    like a refusal.
    """
    days = {entry.moment.day(journal.day_start) for entry in entries}
    if not (days and journal.checked) or min(days) >= app.today(journal):
        return
    from hrjournal.cli.entries.follow_up import past_wins

    with suppress(HrjournalError):
        lines = past_wins(app, journal, days)
        if journal.preferences.value("pause") == "off":
            app.print_lines(*lines)
