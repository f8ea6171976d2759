"""Small wins brought up to date before they are shown; what judges them is loaded where needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.store import ledger

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal


def keep_wins_current(app: AppContext, journal: Journal) -> None:
    """Judges the days that have not been judged yet."""
    if not ledger.is_current(journal, app.today(journal)):
        from hrjournal.cli.entries.win_ledger import update_win_ledger

        update_win_ledger(app, journal)
