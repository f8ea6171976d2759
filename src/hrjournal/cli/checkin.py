"""Writing down how things are: check-ins, urges, steps and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from hrjournal.cli import writing
from hrjournal.cli.options import At, Mood, Note, Scale, Several, Write
from hrjournal.cli.saving import empty, keep
from hrjournal.cli.session import session
from hrjournal.domain.entry import Entry, Outcome, Sort
from hrjournal.errors import UsageError
from hrjournal.pages import saved

if TYPE_CHECKING:
    from hrjournal.cli.session import Session

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
        "sleep": writing.hours(sleep),
        "anxiety": anxiety,
        "pain": pain,
        "triggers": writing.own_words(trigger, "trigger"),
        "copings": writing.own_words(coping, "coping"),
        "note": writing.note(note),
    }
    if write:
        from hrjournal.cli.asking import ask_note

        fields["note"] = ask_note(now, fields["note"])
    elif empty(fields):
        fields = _ask(now) if now.asking else fields
    keep(now, Sort.CHECKIN, at, fields)


def urge(
    ctx: typer.Context,
    strength: Annotated[
        int | None, typer.Argument(min=0, max=10, metavar="0-10", help="How strong it was.")
    ] = None,
    substance: Annotated[str | None, typer.Option(help="For what.")] = None,
    trigger: Annotated[list[str] | None, Several] = None,
    coping: Annotated[list[str] | None, Several] = None,
    outcome: Annotated[
        Outcome | None, typer.Option(help="How it went on.", case_sensitive=False)
    ] = None,
    minutes: Annotated[int | None, typer.Option(min=0, help="How long it lasted.")] = None,
    after: Annotated[int | None, Scale] = None,
    note: Note = None,
    at: At = None,
) -> None:
    """Write down an urge: how strong, what was going on, what you tried, how it went on.

    On a terminal without anything after it, it keeps you company while the urge lasts.
    """
    now = session(ctx)
    fields: dict[str, Any] = {
        "urge": strength,
        "urge_after": after,
        "triggers": writing.own_words(trigger, "trigger"),
        "copings": writing.own_words(coping, "coping"),
        "outcome": outcome,
        "minutes": minutes,
        "note": writing.note(note),
    }
    if empty(fields) and now.asking:
        if not (substance or at):
            from hrjournal.cli.companion import accompany

            accompany(now)
            return
        fields = _ask_urge(now)
    if substance:
        with now.open() as journal:
            found = writing.find(now, journal, substance)
        if found is None or found.new:
            raise UsageError(
                "An urge can name a substance that you track. "
                "To track it, log it once, or leave --substance out."
            )
        fields["substance"] = found.substance.key
    keep(now, Sort.URGE, at, fields)


def step(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="STEP", help="Such as carried-naloxone.")],
    note: Note = None,
    at: At = None,
) -> None:
    """Write down a safer or kinder step, on its own."""
    fields = {"steps": writing.own_words(words, "step"), "note": writing.note(note)}
    keep(session(ctx), Sort.STEP, at, fields)


def event(
    ctx: typer.Context,
    day: Annotated[str, typer.Argument(help="Which day: today, monday, 2026-11-20.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="Such as: payday.")],
) -> None:
    """Mark a day with an event of your own, to find your way in the calendar."""
    now = session(ctx)
    text = writing.note(" ".join(words))
    if not text or not text.strip():
        raise UsageError("Say what it was, such as: hrjournal event today payday")
    with now.open(write=True) as journal:
        from hrjournal.domain.when import moment_of_day, read_day

        zone = now.now(journal, named=True)
        moment = moment_of_day(read_day(day, zone), zone.zone)
        entry = Entry(sort=Sort.EVENT, moment=moment, note=text, written=now.instant)
        with journal.change("event", now.instant) as change:
            number = change.add(entry)
        today = now.moment.day(journal.starts)
        entry = entry.but(id=number)
        now.say(saved.saved(entry, {}, now.units(journal), today, journal.starts))


def _ask(now: Session) -> dict[str, Any]:
    from hrjournal.cli.asking import ask, scale, words

    now.say("One thing at a time. Enter skips.")
    return {
        "mood": ask(now, "Mood, 0 (very low) to 10 (very good)?", scale),
        "urge": ask(now, "Urge to use, 0 (none) to 10?", scale),
        "sleep": ask(now, "Hours slept?", writing.hours),
        "anxiety": ask(now, "Anxiety, 0 to 10?", scale),
        "pain": ask(now, "Pain, 0 to 10?", scale),
        "triggers": ask(now, "What is going on? (words, parted by commas)", words("trigger")) or (),
        "note": ask(now, "A note?"),
    }


def _ask_urge(now: Session) -> dict[str, Any]:
    from hrjournal.cli.asking import ask, scale, words
    from hrjournal.cli.companion import outcome

    now.say("One thing at a time. Enter skips.")
    return {
        "urge": ask(now, "How strong, 0 to 10?", scale),
        "triggers": ask(now, "What was going on? (words, parted by commas)", words("trigger"))
        or (),
        "copings": ask(now, "What did you try? (words, parted by commas)", words("coping")) or (),
        "outcome": ask(now, "How did it go on? (rode-out, delayed, less, used)", outcome),
        "urge_after": ask(now, "How strong is it now, 0 to 10?", scale),
    }
