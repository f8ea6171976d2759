"""Safety notices: what is due and why, turning them off and on; and letting things rest."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from hrjournal.cli.context import session
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.settings import NOTICES, PAUSES, read_choice
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
    from hrjournal.cli.notices.due import due_now, in_words
    from hrjournal.domain.history import Days
    from hrjournal.pages.notices.page import notices_page
    from hrjournal.store import queries

    now = session(ctx)
    if switch is not None:
        _switch(ctx, names or [], on=switch is Switch.ON)
        return
    with now.open() as journal:
        day = now.moment.day(journal.starts)
        history = queries.history(journal, Days(day - WINDOW, day + 1), records=Days(day, day + 1))
        told = in_words(journal, due_now(journal, history, day), openly=True)
        page = notices_page(told, journal.preferences.names("notices_off"), with_why=why)
    now.show(page, as_json=as_json, plain=plain)


def pause(
    ctx: typer.Context,
    what: Annotated[
        str | None, typer.Argument(metavar="|".join(PAUSES[1:] + PAUSES[:1]), help="What rests.")
    ] = None,
) -> None:
    """When tracking is not helping: let numbers rest, or all but mood, or the hints.

    Nothing is lost, no run ends, and writing works as ever. Safety notices stay.
    """
    from hrjournal.store.changes import settle

    now = session(ctx)
    if what is None:
        with now.open() as journal:
            held = journal.preferences.value("pause")
        now.say(SAID[held] if held != "off" else "Nothing rests now.")
        now.say("To let something rest: hrjournal pause numbers, mood or quiet")
        if held != "off":
            now.say("To see everything again: hrjournal pause off")
        return
    kept = read_choice("pause", what)
    with now.open(write=True) as journal:
        settle(journal, "pause", None if kept == "off" else kept, now.instant)
    now.say(SAID[kept])
    if kept != "off":
        now.say("To see everything again: hrjournal pause off")


def _switch(ctx: typer.Context, names: list[str], *, on: bool) -> None:
    from hrjournal.store.changes import settle

    if not names or not set(names) <= set(NOTICES):
        raise UsageError(f"Say which: {', '.join(NOTICES)}.")
    now = session(ctx)
    with now.open(write=True) as journal:
        off = {name for name in journal.preferences.names("notices_off") if name in NOTICES}
        off = off - set(names) if on else off | set(names)
        kept = read_choice("notices_off", " ".join(off)) if off else None
        settle(journal, "notices_off", kept, now.instant)
    state = "on" if on else "off"
    now.say(f"{', '.join(names)}: {state} now. Undo takes it back.")
