"""What the commands do that look at days: today, day by day, one record, and searching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.system.zone import offset_mark
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK
from hrjournal.errors import UsageError
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.store import Journal

WINDOW = 60  # days that today's notices look back
RECENT = 35  # days of wins, to know what was told of late
AHEAD = 7  # days in which a session is worth a line
SEARCHED: Final = 200
MOST_WORDS: Final = 100


class DaysOptions(OutputOptions):
    """What stood on the command line of `days`."""

    last_days: int = 14
    on: str | None = None


class SearchOptions(OutputOptions):
    """What stood on the command line of `search`."""

    words: tuple[str, ...] = ()


def today(app: AppContext, options: OutputOptions) -> None:
    """Shows today at a glance; wins that are due are entered on the way."""
    from hrjournal.cli.entries.current_wins import keep_wins_current
    from hrjournal.cli.notices.due import describe, find_due_notices
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.pages.days import today as pages
    from hrjournal.store import ledger
    from hrjournal.store.keepsakes import keepsakes

    with app.open_for_viewing() as journal:
        if queries.last_local(journal) is None:
            app.print_page(pages.welcome(), as_json=options.as_json, plain=options.plain)
            if app.is_first_run and not options.as_json:
                from hrjournal.cli.days.first_run import offer_menu

                offer_menu(app)
            return
        keep_wins_current(app, journal)
        day = app.today(journal)
        history = queries.load_history(
            journal, DateRange(day - WINDOW, day + 1), records=DateRange(day, day + 1)
        )
        due = find_due_notices(journal, history, day)
        notices = describe(journal, due, discreet=app.discreet)
        chosen = journal.preferences
        hidden = history.substances.keys() - history.in_sight.substances.keys()
        entries = queries.entries(journal, DateRange(day, day + 1))
        wins = ledger.wins(journal, DateRange(day - RECENT, day + 1))
        sessions = keepsakes(journal, KeepsakeType.APPOINTMENT)
        page = pages.page(
            day,
            [entry for entry in entries if entry.substance not in hidden],
            history,
            app.units(journal),
            [win for win in wins if win.substance not in hidden],
            notices=[notice.on(day) for notice in notices],
            shows=pages.TodayParts(
                chosen.names("today_shows"),
                chosen.value("pause"),
                _coming(app, sessions),
                heard=any(one.notice.rule == OPIOID_BREAK for one in due),
                agreed=_agreed(app, journal, sessions),
                goals=_goals(app, journal, history),
            ),
        )
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def _coming(app: AppContext, appointments: Sequence[Keepsake]) -> tuple[str, ...]:
    """The sessions of the next days, in words; with whom, unless the view is discreet."""
    if not appointments:
        return ()
    from hrjournal.pages.care.people import appointment_words

    today = app.moment.local // DAY + EPOCH
    if app.discreet:
        appointments = tuple(appointment.replace(subject="") for appointment in appointments)
    return tuple(
        f"Session: {appointment_words(appointment, today)}."
        for appointment in appointments
        if 0 <= appointment.moment.local // DAY + EPOCH - today <= AHEAD
    )


def _agreed(app: AppContext, journal: Journal, sessions: Sequence[Keepsake]) -> Page | None:
    """What was agreed in the latest session, as a part of the page; None for nothing."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.keepsakes import keepsakes

    agreed = keepsakes(journal, KeepsakeType.AGREED)
    if not agreed:
        return None
    from hrjournal.domain.reflection.sessions import agreed_since
    from hrjournal.pages.care.agreed import today_part

    found = agreed_since(agreed, sessions, app.moment.local, journal.day_start)
    return today_part(found, journal.day_start) if found.items else None


def _goals(app: AppContext, journal: Journal, history: History) -> tuple[str, list[dict[str, Any]]]:
    """The goals in one line, and as data; nothing is loaded for someone without any."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.keepsakes import keepsakes

    if not keepsakes(journal, KeepsakeType.GOAL):
        return "", []
    from hrjournal.cli.goals.listing import today_part

    return today_part(app, journal, history)


def days(app: AppContext, options: DaysOptions) -> None:
    """Shows what was written on the last days, or on one."""
    from hrjournal.pages.days import page as pages

    with app.open_journal() as journal:
        span = arguments.day_range(
            app,
            journal,
            first=options.on,
            last=options.on,
            days=options.last_days if options.on is None else None,
        )
        page = pages.page(
            queries.entries(journal, span),
            span,
            journal.substances(),
            app.units(journal),
            app.today(journal),
            starts=journal.day_start,
            last_written=last_written(journal),
        )
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def show(app: AppContext, number: str, options: OutputOptions) -> None:
    """Shows one record, whole.

    Raises:
        NotFoundError: when there is none of that number.
    """
    from hrjournal.cli.records import find_record
    from hrjournal.pages.days import page as pages

    with app.open_journal() as journal:
        entry = find_record(app, journal, number)
        today, mark = app.today(journal), offset_mark(entry.moment)
        tracked, units = journal.substances(), app.units(journal)
        page = pages.show_page(entry, tracked, units, today, journal.day_start, mark=mark)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def search(app: AppContext, options: SearchOptions) -> None:
    """Shows the records that hold all of these words.

    Raises:
        UsageError: when a word is empty, or there are too many.
    """
    from hrjournal.pages.days import page as pages
    from hrjournal.sanitize import quote
    from hrjournal.store.search import records

    words = options.words
    if not all(word.strip() for word in words):
        raise UsageError("Say which words to look for, such as: hrjournal search party")
    if len(words) > MOST_WORDS:
        raise UsageError(f"Look for at most {MOST_WORDS} words at once; a few are enough.")
    with app.open_journal() as journal:
        page = pages.found_page(
            records.search(journal, words, most=SEARCHED),
            quote(" ".join(words)),
            journal.substances(),
            app.units(journal),
            starts=journal.day_start,
            most=SEARCHED,
        )
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def last_written(journal: Journal) -> int | None:
    """The last written day of the journal."""
    local = queries.last_local(journal)
    return None if local is None else (local - journal.day_start) // DAY + EPOCH
