"""What the commands do that look at days: today, and what was written day by day.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.store import queries

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.cli.fast.table import OutputOptions
    from hrjournal.store import Journal

WINDOW = 60  # days that today's notices look back
AHEAD = 7  # days in which a session is worth a line


class DaysOptions(NamedTuple):
    """What stood on the command line of `days`."""

    last_days: int = 14
    on: str | None = None
    as_json: bool = False
    plain: bool = False


def today(app: AppContext, asked: OutputOptions) -> None:
    """Shows today at a glance; wins that are due are entered on the way."""
    from hrjournal.cli.entries.follow_up import update_win_ledger
    from hrjournal.cli.notices.due import describe, find_due_notices
    from hrjournal.pages.days import today as pages
    from hrjournal.store import ledger

    with app.open_for_viewing() as journal:
        if queries.last_local(journal) is None:
            app.print_page(pages.welcome(), as_json=asked.as_json, plain=asked.plain)
            return
        update_win_ledger(app, journal)
        day = app.today(journal)
        history = queries.load_history(
            journal, DateRange(day - WINDOW, day + 1), records=DateRange(day, day + 1)
        )
        told = describe(journal, find_due_notices(journal, history, day), discreet=app.discreet)
        chosen = journal.preferences
        page = pages.page(
            day,
            queries.entries(journal, DateRange(day, day + 1)),
            history,
            app.units(journal),
            ledger.wins(journal, DateRange(day - 6, day + 1)),
            [(one.title, one.words) for one in told],
            pages.TodayParts(
                chosen.names("today_shows"), chosen.value("pause"), _coming(app, journal)
            ),
        )
    app.print_page(page, as_json=asked.as_json, plain=asked.plain)


def _coming(app: AppContext, journal: Journal) -> tuple[str, ...]:
    """The sessions of the next days, in words."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.pages.care.people import appointment_words
    from hrjournal.store.keepsakes import keepsakes

    today = app.moment.local // DAY + EPOCH
    found = keepsakes(journal, KeepsakeType.APPOINTMENT)
    return tuple(
        f"Session: {appointment_words(one, today)}."
        for one in found
        if 0 <= one.moment.local // DAY + EPOCH - today <= AHEAD
    )


def days(app: AppContext, asked: DaysOptions) -> None:
    """Shows what was written on the last days, or on one."""
    from hrjournal.pages.days import page as pages

    with app.open_journal() as journal:
        today = app.today(journal)
        span = DateRange(today - asked.last_days + 1, today + 1)
        if asked.on is not None:
            day = read_on(app, journal, asked.on)
            span = DateRange(day, day + 1)
        page = pages.page(
            queries.entries(journal, span),
            span,
            journal.substances(),
            app.units(journal),
            today,
            journal.day_start,
            last_written(journal),
        )
    app.print_page(page, as_json=asked.as_json, plain=asked.plain)


def read_on(app: AppContext, journal: Journal, text: str) -> int:
    """A day that the person names."""
    from hrjournal.domain.time.parse_moment import read_day

    return read_day(text, app.current_time(journal, zone_rules=True))


def last_written(journal: Journal) -> int | None:
    """The last written day of the journal."""
    local = queries.last_local(journal)
    return None if local is None else (local - journal.day_start) // DAY + EPOCH
