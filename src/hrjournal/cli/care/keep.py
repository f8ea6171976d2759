"""Keeping something beside the days, and taking it out again by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.sanitize import own
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.keepsake import Keepsake, KeepsakeType


def keep(app: AppContext, keepsake: Keepsake) -> int:
    """Keeps it, as one change that undo takes back; gives its number."""
    with (
        app.open_journal(write=True) as journal,
        journal.change(keepsake.type.value, app.instant) as change,
    ):
        number = keepsakes.add(change, keepsake.replace(written=app.instant))
    app.words_saved()
    return number


def take_out(app: AppContext, keepsake_type: KeepsakeType, number: int) -> None:
    """Takes one of this type out, and answers."""
    with app.open_journal(write=True) as journal:
        keepsake = keepsakes.keepsake(journal, number, keepsake_type)
        with journal.change(keepsake_type.value, app.instant) as change:
            keepsakes.forget(change, number)
    what = f"{keepsake_type.value} {number}"
    named = f" ({own(keepsake.subject)})" if keepsake.subject else ""
    app.print_lines(f"Taken out: {what}{named}. To bring it back: hrjournal undo")
