"""Keeping something beside the days, and taking it out again by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.sanitize import own
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.keepsake import Keepsake, KeepsakeType
    from hrjournal.store import Journal


def keep(app: AppContext, keepsake: Keepsake) -> int:
    """Keeps it, as one change that undo takes back; gives its number."""
    with (
        app.open_journal(write=True) as journal,
        journal.change(keepsake.type.value, app.instant) as change,
    ):
        number = keepsakes.add(change, keepsake.replace(written=app.instant))
    app.words_saved()
    return number


def take_out(app: AppContext, keepsake_type: KeepsakeType, number: int, *, for_good: bool) -> None:
    """Takes one of this type out, and answers."""
    with app.open_journal(write=True) as journal:
        keepsake = keepsakes.keepsake(journal, number, keepsake_type)
        how = take_out_kept(app, journal, keepsake, keepsake_type.value, for_good=for_good)
    what = f"{keepsake_type.value} {number}"
    named = f" ({own(keepsake.subject)})" if keepsake.subject else ""
    app.print_lines(f"Taken out: {what}{named}. {how}")


def take_out_kept(
    app: AppContext, journal: Journal, keepsake: Keepsake, verb: str, *, for_good: bool
) -> str:
    """Takes one out; gives how to bring it back, or that nothing does."""
    if for_good:
        from hrjournal.cli.backups.forgetting import forget_keepsake

        return forget_keepsake(app, journal, keepsake, verb)
    with journal.change(verb, app.instant) as change:
        keepsakes.forget(change, keepsake.id)
    return "To bring it back: hrjournal undo"
