"""Turning notices off and on, and letting numbers, hints or all but mood rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.settings import NOTICES, parse_setting
from hrjournal.errors import UsageError
from hrjournal.store.changes import set_setting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext

SAID: Final = {
    "off": "Everything is shown again.",
    "numbers": "Numbers rest now. Writing goes on as ever, and nothing is lost.",
    "mood": "All but mood rests now. hrjournal checkin is there when you like.",
    "quiet": "Hints and small wins after a save rest now.",
}


def switch(app: AppContext, names: Sequence[str], *, on: bool) -> None:
    """Turns notices off, or on again.

    Raises:
        UsageError: when none is named, or one that is not there.
    """
    if not names or not set(names) <= set(NOTICES):
        raise UsageError(f"Say which: {', '.join(NOTICES)}.")
    with app.open_journal(write=True) as journal:
        off = {name for name in journal.preferences.names("notices_off") if name in NOTICES}
        off = off - set(names) if on else off | set(names)
        kept = parse_setting("notices_off", " ".join(off)) if off else None
        set_setting(journal, "notices_off", kept, app.instant)
    state = "on" if on else "off"
    app.print_lines(f"{', '.join(names)}: {state} now. Undo takes it back.")


def show_pause(app: AppContext) -> None:
    """Says what rests now, and how to change it."""
    with app.open_journal() as journal:
        held = journal.preferences.value("pause")
    app.print_lines(SAID[held] if held != "off" else "Nothing rests now.")
    app.print_lines("To let something rest: hrjournal pause numbers, mood or quiet")
    if held != "off":
        app.print_lines("To see everything again: hrjournal pause off")


def pause(app: AppContext, what: str) -> None:
    """Lets it rest from now on, or shows everything again."""
    kept = parse_setting("pause", what)
    with app.open_journal(write=True) as journal:
        set_setting(journal, "pause", None if kept == "off" else kept, app.instant)
    app.print_lines(SAID[kept])
    if kept != "off":
        app.print_lines("To see everything again: hrjournal pause off")
