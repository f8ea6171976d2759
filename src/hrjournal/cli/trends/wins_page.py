"""The wins page, put together from the ledger and the days behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.notices.due import describe, find_due_notices
from hrjournal.domain.history import DateRange
from hrjournal.domain.win import SUDDEN_STOP
from hrjournal.errors import NotFoundError
from hrjournal.report.safety.stops import due
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.store import Journal


def wins_page(app: AppContext, journal: Journal, days: int | None) -> Page:
    """The wins of the last days, or of all time, with the runs of days and weeks."""
    from hrjournal.pages.wins import page as pages

    today = app.today(journal)
    history = full_history(journal, today)
    dues = find_due_notices(journal, history, today)
    return pages.page(
        ledger.wins(journal),
        history,
        app.units(journal),
        today,
        since=None if days is None else today - days + 1,
        week_starts=journal.preferences.week_start,
        care=pages.NoticesShown(
            [
                (notice_words.title, notice_words.words)
                for notice_words in describe(journal, dues, discreet=app.discreet)
            ],
            {notice.substance for notice in due(history, today) if notice.rule == SUDDEN_STOP},
        ),
    )


def why_page(app: AppContext, journal: Journal, number: int) -> Page:
    """The days and the arithmetic behind one win."""
    from hrjournal.content.notices import why
    from hrjournal.pages.wins import page as pages

    found = {win.id: win for win in ledger.wins(journal)}.get(number)
    if found is None:
        raise NotFoundError(f"There is no win {number}. To see numbers: hrjournal wins --all")
    history = full_history(journal, app.today(journal))
    try:
        helps = why(found.rule).text
    except KeyError:  # earned by a rule of another version
        helps = ""
    return pages.why_page(found, history, app.units(journal), helps)


def full_history(journal: Journal, today: int) -> History:
    """Everything that is written, up to today."""
    first = queries.first_day(journal)
    return queries.load_history(
        journal,
        DateRange(min(first or today, today), today + 1),
        records=DateRange(today, today + 1),
    )
