"""Safety notices: what is due and why, turning them off and on; and letting things rest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.settings import NOTICES, PAUSES, parse_setting
from hrjournal.errors import UsageError

WINDOW = 400  # days back in which a break may have begun
SAID = {
    "off": "Everything is shown again.",
    "numbers": "Numbers rest now. Writing goes on as ever, and nothing is lost.",
    "mood": "All but mood rests now. hrjournal checkin is there when you like.",
    "quiet": "Hints and small wins after a save rest now.",
}


class Switch(StrEnum):
    """What to do with a notice."""

    OFF = "off"
    ON = "on"


def notices(
    ctx: typer.Context,
    switch: Annotated[Switch | None, typer.Argument(help="Turn some off, or on again.")] = None,
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="Which.")] = None,
    why: Annotated[bool, typer.Option("--why", help="What in your record each rests on.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Safety notices: what is due now, why it is shown, and turning them off and on."""
    from hrjournal.cli.notices.due import describe, find_due_notices
    from hrjournal.domain.history import DateRange
    from hrjournal.pages.notices.page import notices_page
    from hrjournal.store import queries

    app = app_context(ctx)
    if switch is not None:
        _switch(ctx, names or [], on=switch is Switch.ON)
        return
    with app.open_journal() as journal:
        day = app.today(journal)
        history = queries.load_history(
            journal, DateRange(day - WINDOW, day + 1), records=DateRange(day, day + 1)
        )
        told = describe(journal, find_due_notices(journal, history, day), discreet=False)
        page = notices_page(told, journal.preferences.names("notices_off"), with_why=why)
    app.print_page(page, as_json=as_json, plain=plain)


def pause(
    ctx: typer.Context,
    what: Annotated[
        str | None, typer.Argument(metavar="|".join(PAUSES[1:] + PAUSES[:1]), help="What rests.")
    ] = None,
) -> None:
    """When tracking is not helping: let numbers rest, or all but mood, or the hints.

    Nothing is lost, no run ends, and writing works as ever. Safety notices stay.
    """
    from hrjournal.store.changes import set_setting

    app = app_context(ctx)
    if what is None:
        with app.open_journal() as journal:
            held = journal.preferences.value("pause")
        app.print_lines(SAID[held] if held != "off" else "Nothing rests now.")
        app.print_lines("To let something rest: hrjournal pause numbers, mood or quiet")
        if held != "off":
            app.print_lines("To see everything again: hrjournal pause off")
        return
    kept = parse_setting("pause", what)
    with app.open_journal(write=True) as journal:
        set_setting(journal, "pause", None if kept == "off" else kept, app.instant)
    app.print_lines(SAID[kept])
    if kept != "off":
        app.print_lines("To see everything again: hrjournal pause off")


def _switch(ctx: typer.Context, names: list[str], *, on: bool) -> None:
    from hrjournal.store.changes import set_setting

    if not names or not set(names) <= set(NOTICES):
        raise UsageError(f"Say which: {', '.join(NOTICES)}.")
    app = app_context(ctx)
    with app.open_journal(write=True) as journal:
        off = {name for name in journal.preferences.names("notices_off") if name in NOTICES}
        off = off - set(names) if on else off | set(names)
        kept = parse_setting("notices_off", " ".join(off)) if off else None
        set_setting(journal, "notices_off", kept, app.instant)
    state = "on" if on else "off"
    app.print_lines(f"{', '.join(names)}: {state} now. Undo takes it back.")
