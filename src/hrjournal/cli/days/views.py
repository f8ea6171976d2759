"""What the commands do that look at days: today, and what was written day by day.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import Days
from hrjournal.named import NamedTuple
from hrjournal.store import queries

if TYPE_CHECKING:
    from hrjournal.cli.context import Session
    from hrjournal.cli.fast.table import Shown
    from hrjournal.store import Journal

WINDOW = 60  # days that today's notices look back
AHEAD = 7  # days in which a session is worth a line


class DaysAsked(NamedTuple):
    """What stood on the command line of `days`."""

    last_days: int = 14
    on: str | None = None
    as_json: bool = False
    plain: bool = False


def today(now: Session, asked: Shown) -> None:
    """Shows today at a glance; wins that are due are entered on the way."""
    from hrjournal.cli.entries.follow_up import catch_up
    from hrjournal.cli.notices.due import due_now, in_words
    from hrjournal.pages.days import today as pages
    from hrjournal.store import ledger

    with now.look() as journal:
        if queries.last_local(journal) is None:
            now.show(pages.welcome(), as_json=asked.as_json, plain=asked.plain)
            return
        catch_up(now, journal)
        day = now.moment.day(journal.starts)
        history = queries.history(journal, Days(day - WINDOW, day + 1), records=Days(day, day + 1))
        told = in_words(journal, due_now(journal, history, day))
        chosen = journal.preferences
        page = pages.page(
            day,
            queries.entries(journal, Days(day, day + 1)),
            history,
            now.units(journal),
            ledger.wins(journal, Days(day - 6, day + 1)),
            [(one.title, one.words) for one in told],
            pages.Shows(chosen.names("today_shows"), chosen.value("pause"), _coming(now, journal)),
        )
    now.show(page, as_json=asked.as_json, plain=asked.plain)


def _coming(now: Session, journal: Journal) -> tuple[str, ...]:
    """The sessions of the next days, in words; with whom, unless names are masked."""
    from hrjournal.domain.keepsake import Kept
    from hrjournal.pages.care.people import appointment_words
    from hrjournal.store.keepsakes import keepsakes

    today = now.moment.local // DAY + EPOCH
    found = keepsakes(journal, Kept.APPOINTMENT)
    if journal.veiled:
        found = tuple(one.but(subject="") for one in found)
    return tuple(
        f"Session: {appointment_words(one, today)}."
        for one in found
        if 0 <= one.moment.local // DAY + EPOCH - today <= AHEAD
    )


def days(now: Session, asked: DaysAsked) -> None:
    """Shows what was written on the last days, or on one."""
    from hrjournal.pages.days import page as pages

    with now.open() as journal:
        today = now.moment.day(journal.starts)
        span = Days(today - asked.last_days + 1, today + 1)
        if asked.on is not None:
            day = read_on(now, journal, asked.on)
            span = Days(day, day + 1)
        page = pages.page(
            queries.entries(journal, span),
            span,
            journal.substances(),
            now.units(journal),
            today,
            journal.starts,
            last_written(journal),
        )
    now.show(page, as_json=asked.as_json, plain=asked.plain)


def read_on(now: Session, journal: Journal, text: str) -> int:
    """A day that the person names."""
    from hrjournal.domain.time.parse_moment import read_day

    return read_day(text, now.now(journal, named=True))


def last_written(journal: Journal) -> int | None:
    """The last written day of the journal."""
    local = queries.last_local(journal)
    return None if local is None else (local - journal.starts) // DAY + EPOCH
