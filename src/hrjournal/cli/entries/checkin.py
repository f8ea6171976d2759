"""Writing down how things are: check-ins, steps and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.entries.save import empty, keep
from hrjournal.cli.options import At, Mood, Note, Scale, Several, Write
from hrjournal.domain.entries.entry import Entry, Sort
from hrjournal.errors import UsageError
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from hrjournal.cli.context import Session

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
    now = session(ctx)
    fields: dict[str, Any] = {
        "mood": mood,
        "urge": urge,
        "sleep": arguments.hours(sleep),
        "anxiety": anxiety,
        "pain": pain,
        "triggers": arguments.own_words(trigger, "trigger"),
        "copings": arguments.own_words(coping, "coping"),
        "note": arguments.note(note),
    }
    if write:
        from hrjournal.cli.prompts import ask_note

        fields["note"] = ask_note(now, fields["note"])
    elif empty(fields):
        fields = _ask(now) if now.asking else fields
    keep(now, Sort.CHECKIN, at, fields)


def step(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="STEP", help="Such as carried-naloxone.")],
    note: Note = None,
    at: At = None,
) -> None:
    """Write down a safer or kinder step, on its own."""
    fields = {"steps": arguments.own_words(words, "step"), "note": arguments.note(note)}
    keep(session(ctx), Sort.STEP, at, fields)


def event(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(help="Which day: today, monday, 2026-11-20.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Such as: payday.")],
) -> None:
    """Mark a day with an event of your own, to find your way in the calendar."""
    now = session(ctx)
    text = arguments.note(" ".join(words))
    if not text or not text.strip():
        raise UsageError("Say what it was, such as: hrjournal event today payday")
    with now.open(write=True) as journal:
        from hrjournal.domain.time.parse_moment import moment_of_day, read_day

        zone = now.now(journal, named=True)
        moment = moment_of_day(read_day(day, zone), zone.zone)
        entry = Entry(sort=Sort.EVENT, moment=moment, note=text, written=now.instant)
        with journal.change("event", now.instant) as change:
            number = change.add(entry)
        today = now.moment.day(journal.starts)
        entry = entry.but(id=number)
        now.say(confirmation.saved(entry, {}, now.units(journal), today, journal.starts))


def _ask(now: Session) -> dict[str, Any]:
    from hrjournal.cli.prompts import ask, scale, words

    now.say("One thing at a time. Enter skips.")
    return {
        "mood": ask(now, "Mood, 0 (very low) to 10 (very good)?", scale),
        "urge": ask(now, "Urge to use, 0 (none) to 10?", scale),
        "sleep": ask(now, "Hours slept?", arguments.hours),
        "anxiety": ask(now, "Anxiety, 0 to 10?", scale),
        "pain": ask(now, "Pain, 0 to 10?", scale),
        "triggers": ask(now, "What is going on? (words, parted by commas)", words("trigger")) or (),
        "note": ask(now, "A note?"),
    }
