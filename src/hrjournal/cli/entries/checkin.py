"""Writing down how things are: check-ins, steps and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.entries.save import is_empty, save_entry
from hrjournal.cli.options import At, Mood, Note, Scale, Several, Write
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.errors import UsageError
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

Number = Annotated[int | None, Scale]


def checkin(
    ctx: typer.Context,
    mood: Mood = None,
    urge: Number = None,
    sleep: Annotated[str | None, typer.Option(metavar="HOURS", help="7, 7.5 or 7h30.")] = None,
    anxiety: Number = None,
    pain: Number = None,
    trigger: Annotated[list[str] | None, Several] = None,
    coping: Annotated[list[str] | None, Several] = None,
    note: Note = None,
    at: At = None,
    write: Write = False,
) -> None:
    """Write down how you are: mood, urge, sleep, anxiety, pain, triggers, a note.

    Everything can be left out. On a terminal without any option, it asks.
    """
    app = app_context(ctx)
    fields: dict[str, Any] = {
        "mood": mood,
        "urge": urge,
        "sleep": arguments.parse_sleep(sleep),
        "anxiety": anxiety,
        "pain": pain,
        "triggers": arguments.parse_words(trigger, "trigger"),
        "copings": arguments.parse_words(coping, "coping"),
        "note": arguments.read_note(note),
    }
    if write:
        from hrjournal.cli.prompts import ask_note

        fields["note"] = ask_note(app, fields["note"])
    elif is_empty(fields):
        fields = _ask(app) if app.is_interactive else fields
    save_entry(app, EntryType.CHECKIN, at, fields)


def step(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="STEP", help="Such as carried-naloxone.")],
    note: Note = None,
    at: At = None,
) -> None:
    """Write down a safer or kinder step, on its own."""
    fields = {"steps": arguments.parse_words(words, "step"), "note": arguments.read_note(note)}
    save_entry(app_context(ctx), EntryType.STEP, at, fields)


def event(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(help="Which day: today, monday, 2026-11-20.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Such as: payday.")],
) -> None:
    """Mark a day with an event of your own, to find your way in the calendar."""
    app = app_context(ctx)
    text = arguments.read_note(" ".join(words))
    if not text or not text.strip():
        raise UsageError("Say what it was, such as: hrjournal event today payday")
    with app.open_journal(write=True) as journal:
        from hrjournal.domain.time.parse_moment import moment_of_day, read_day

        zone = app.current_time(journal, zone_rules=True)
        moment = moment_of_day(read_day(day, zone), zone.zone)
        entry = Entry(type=EntryType.EVENT, moment=moment, note=text, written=app.instant)
        with journal.change("event", app.instant) as change:
            number = change.add(entry)
        today = app.today(journal)
        entry = entry.replace(id=number)
        app.print_lines(confirmation.saved(entry, {}, app.units(journal), today, journal.day_start))


def _ask(app: AppContext) -> dict[str, Any]:
    from hrjournal.cli.prompts import prompt, rating

    app.print_lines("One thing at a time. Enter skips.")
    return {
        "mood": prompt(app, "Mood, 0 (very low) to 10 (very good)?", rating),
        "urge": prompt(app, "Urge to use, 0 (none) to 10?", rating),
        "sleep": prompt(app, "Hours slept?", arguments.parse_sleep),
        "anxiety": prompt(app, "Anxiety, 0 to 10?", rating),
        "pain": prompt(app, "Pain, 0 to 10?", rating),
        "triggers": prompt(
            app, "What is going on? (words, parted by commas)", arguments.word_list("trigger")
        )
        or (),
        "note": prompt(app, "A note?"),
    }
