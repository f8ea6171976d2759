"""Writing down how things are: check-ins, steps, events and good things."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.command_options import CommandOptions
from hrjournal.cli.entries.save import is_empty, moment_said, print_saved, save_entry, save_in
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.settings import WEEKDAYS
from hrjournal.errors import NotUnderstoodError, UsageError
from hrjournal.sanitize import joined_own, quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.store import Journal

DAY_WORDS = (*WEEKDAYS, "today", "yesterday", "tomorrow", "tonight")
HINT = (
    "How you are is a number from 0 to 10, such as: mood 6. If that set something off, add "
    "--trigger {word}; other words go in --note."
)


class CheckinOptions(CommandOptions):
    """What stood on the command line of `checkin`."""

    words: tuple[str, ...] = ()
    mood: int | None = None
    urge: int | None = None
    sleep: int | None = None
    anxiety: int | None = None
    pain: int | None = None
    trigger: tuple[str, ...] = ()
    coping: tuple[str, ...] = ()
    note: str | None = None
    at: str | None = None
    write: bool = False


class StepOptions(CommandOptions):
    """What stood on the command line of `step`."""

    words: tuple[str, ...] = ()
    note: str | None = None
    at: str | None = None
    new: bool = False


class GoodOptions(CommandOptions):
    """What stood on the command line of `good`."""

    words: tuple[str, ...] = ()
    at: str | None = None


def save_checkin(app: AppContext, given: CheckinOptions) -> None:
    """Saves a check-in and answers; asks for it at a terminal when nothing was said."""
    fields: dict[str, Any] = {
        "mood": given.mood,
        "urge": given.urge,
        "sleep": given.sleep,
        "anxiety": given.anxiety,
        "pain": given.pain,
        "triggers": arguments.parse_words(given.trigger, "trigger"),
        "copings": arguments.parse_words(given.coping, "coping"),
        "note": arguments.read_note(given.note),
    }
    if given.write and app.is_interactive:
        _ask_note(app, given, fields)
    elif is_empty(fields) and not given.words and app.is_interactive:
        _ask(app, given)
    else:
        _save_said(app, given, fields)


def _ask_note(app: AppContext, given: CheckinOptions, fields: dict[str, Any]) -> None:
    from hrjournal.cli.drafts.keeping import NOTES, typed_words
    from hrjournal.cli.prompts import ask_note

    with typed_words(app, NOTES):
        fields["note"] = ask_note(app, fields["note"])
        _save_said(app, given, fields)


def _ask(app: AppContext, given: CheckinOptions) -> None:
    """Asks how the person is; a check-in that is gone on with is of its own time."""
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.entries.ask_feelings import ask_feelings

    with typed_words(app, Flow("checkin", "a check-in", "hrjournal checkin")) as typed:
        at = typed.at if given.at is None and typed and typed.left else given.at
        save_entry(app, EntryType.CHECKIN, at, ask_feelings(app))


def _save_said(app: AppContext, given: CheckinOptions, fields: dict[str, Any]) -> None:
    if given.words:
        _save_line(app, given, fields)
    else:
        save_entry(app, EntryType.CHECKIN, given.at, fields)


def _save_line(app: AppContext, given: CheckinOptions, fields: dict[str, Any]) -> None:
    from hrjournal.cli.entries.spoken import KnownWords, combined, understood
    from hrjournal.domain.words.feelings import LineReader

    with app.open_journal(write=True) as journal:
        known = KnownWords(journal)
        said = understood(
            app,
            given.words,
            LineReader("mood", known.means, times=arguments.line_times(app, journal)),
            known,
            HINT,
        )
        fields = combined(said, fields)
        if is_empty(fields):
            raise NotUnderstoodError("Say how you are, such as: hrjournal checkin mood 6, sleep 7h")
        moment = moment_said(app, journal, given.at, said.moment)
        save_in(app, journal, EntryType.CHECKIN, moment, fields)


def save_step(app: AppContext, given: StepOptions) -> None:
    """Saves steps on their own and answers."""
    note = arguments.read_note(given.note)
    with app.open_journal(write=True) as journal:
        moment = arguments.parse_at(app, journal, given.at)
        steps = _steps(app, journal, given)
        save_in(app, journal, EntryType.STEP, moment, {"steps": steps, "note": note})


def _steps(app: AppContext, journal: Journal, given: StepOptions) -> tuple[str, ...]:
    """The steps that are meant; one that nobody knows is kept with `--new`, or when asked."""
    from hrjournal.cli.entries.spoken import KnownWords
    from hrjournal.domain.words.feelings import read_steps

    steps, unknown = read_steps(given.words, KnownWords(journal).steps)
    if not (steps or unknown):
        raise NotUnderstoodError("Say which step, such as: hrjournal step water")
    if unknown and not (given.new or _kept_as_typed(app, unknown)):
        raise NotUnderstoodError(
            f"{quote(unknown[0])} is not a step known here, so nothing was saved. "
            f"To keep it as your own: hrjournal step {joined_own(unknown)} --new"
        )
    return tuple(dict.fromkeys((*steps, *arguments.parse_words(unknown, "step"))))


def _kept_as_typed(app: AppContext, unknown: Sequence[str]) -> bool:
    if not app.is_interactive:
        return False
    from hrjournal.cli.prompts import confirm

    return confirm(app.seen_text(f"Keep {joined_own(unknown)} as a step of your own?"))


def save_event(app: AppContext, words: Sequence[str]) -> None:
    """Saves an event of a day and answers; the day stands first or last, and is today if unsaid."""
    with app.open_journal(write=True) as journal:
        moment, rest = _day_said(app, journal, words)
        text = arguments.read_note(" ".join(rest))
        if not text or not text.strip():
            raise UsageError("Say what it was, such as: hrjournal event today payday")
        entry = Entry(type=EntryType.EVENT, moment=moment, note=text, written=app.instant)
        with journal.change("event", app.instant) as change:
            number = change.add(entry)
        print_saved(app, journal, [entry.replace(id=number)], {})


def _day_said(
    app: AppContext, journal: Journal, words: Sequence[str]
) -> tuple[Moment, Sequence[str]]:
    """The day that words begin or end with, and the other words."""
    cuts = [(words[:count], words[count:]) for count in (3, 2, 1) if count <= len(words)]
    cuts += [(words[-count:], words[:-count]) for count in (3, 2, 1) if count < len(words)]
    for day, rest in cuts:
        with suppress(UsageError):
            return arguments.parse_day(app, journal, " ".join(day)), rest
    for word in (words[0], words[-1]):
        if _meant_as_day(word):
            arguments.parse_day(app, journal, word)  # which says why it is none that can be kept
    return arguments.parse_day(app, journal, None), words


def _meant_as_day(word: str) -> bool:
    """Whether a word is a date, or looks like the name of a day."""
    from difflib import get_close_matches

    dated = len(word) > 4 and word[0].isdigit() and any(mark in word for mark in "-/.")
    return dated or bool(get_close_matches(word.casefold(), DAY_WORDS, n=1, cutoff=0.8))


def save_good(app: AppContext, given: GoodOptions) -> None:
    """Saves a good thing and answers; a number behind it says how good it was."""
    words, score = _scored(given.words)
    text = arguments.read_note(" ".join(words)) or ""
    if not any(letter.isalpha() for letter in text):
        raise NotUnderstoodError("Say what was good, such as: hrjournal good saw my sister 8")
    save_entry(app, EntryType.GOOD, given.at, {"note": text, "score": score})


def _scored(words: Sequence[str]) -> tuple[Sequence[str], int | None]:
    """The words, and the number from 0 to 10 that they end with."""
    from hrjournal.domain.words.quantities import rating

    tokens = " ".join(words).split()
    for count in (4, 3, 1):
        last = " ".join(tokens[-count:])
        score = rating(last.casefold()) if last[:1].isdigit() else None
        if score is not None and len(tokens) > count:
            return " ".join(tokens[:-count]).rstrip(",;:").split(), score
    return words, None
