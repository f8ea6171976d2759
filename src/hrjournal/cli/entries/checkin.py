"""Writing down how things are: check-ins, steps and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.entries.save import is_empty, save_entry
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.pages.entries import confirmation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext


class CheckinOptions(NamedTuple):
    """What stood on the command line of `checkin`."""

    mood: int | None = None
    urge: int | None = None
    sleep: str | None = None
    anxiety: int | None = None
    pain: int | None = None
    trigger: Sequence[str] = ()
    coping: Sequence[str] = ()
    note: str | None = None
    at: str | None = None
    write: bool = False


def save_checkin(app: AppContext, given: CheckinOptions) -> None:
    """Saves a check-in and answers; asks for it at a terminal when nothing was said."""
    fields: dict[str, Any] = {
        "mood": given.mood,
        "urge": given.urge,
        "sleep": arguments.parse_sleep(given.sleep),
        "anxiety": given.anxiety,
        "pain": given.pain,
        "triggers": arguments.parse_words(given.trigger, "trigger"),
        "copings": arguments.parse_words(given.coping, "coping"),
        "note": arguments.read_note(given.note),
    }
    if given.write:
        from hrjournal.cli.prompts import ask_note

        fields["note"] = ask_note(app, fields["note"])
    elif is_empty(fields):
        fields = _ask(app) if app.is_interactive else fields
    save_entry(app, EntryType.CHECKIN, given.at, fields)


def save_step(app: AppContext, *, words: Sequence[str], note: str | None, at: str | None) -> None:
    """Saves steps on their own and answers."""
    fields = {"steps": arguments.parse_words(words, "step"), "note": arguments.read_note(note)}
    save_entry(app, EntryType.STEP, at, fields)


def save_event(app: AppContext, *, day: str, words: Sequence[str]) -> None:
    """Saves an event of a day and answers."""
    text = arguments.read_note(" ".join(words))
    if not text or not text.strip():
        raise UsageError("Say what it was, such as: hrjournal event today payday")
    with app.open_journal(write=True) as journal:
        moment = arguments.parse_day(app, journal, day)
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
            app,
            "What is going on? (a few words, with commas between)",
            arguments.word_list("trigger"),
        )
        or (),
        "note": prompt(app, "A note?"),
    }
