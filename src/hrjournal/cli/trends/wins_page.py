"""The wins page, put together from the ledger and the days behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.notices.due import describe, find_due_notices
from hrjournal.domain.history import DateRange
from hrjournal.errors import NotFoundError
from hrjournal.store import ledger, queries

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win
    from hrjournal.store import Journal

RECENT: Final = 28
SCREEN: Final = 100  # days of wins that one screen may tell of
NOTICED: Final = 60  # days that due notices look back


def wins_page(app: AppContext, journal: Journal, *, everything: bool) -> Page:
    """The wins on one screen, or all of them, with the runs of days and weeks."""
    from hrjournal.pages.wins import page as pages

    today = app.today(journal)
    history = queries.load_history(
        journal, DateRange(today - NOTICED, today + 1), records=DateRange(today, today + 1)
    )
    dues = find_due_notices(journal, history, today)
    logged = sum(day > today - RECENT for day in history.written)
    days = None if everything else DateRange(today - SCREEN, today + 1)
    shown = pages.WinsShown(
        today=today,
        wins=ledger.wins(journal, days),
        total=ledger.count(journal),
        looks=ledger.looks(journal, today - RECENT),
        verdicts=ledger.verdicts(journal),
        logged=(logged, len(history.written)),
        substances=journal.substances(),
        notices=[one.on(today) for one in describe(journal, dues, discreet=app.discreet)],
        everything=everything,
    )
    return pages.page(shown, app.units(journal))


def why_page(app: AppContext, journal: Journal, number: int) -> Page:
    """The days and the arithmetic behind one win."""
    from hrjournal.content.notices import why
    from hrjournal.pages.wins import why as pages

    found = {win.id: win for win in ledger.wins(journal)}.get(number)
    if found is None:
        raise NotFoundError(f"There is no win {number}. To see numbers: hrjournal wins --all")
    try:
        helps = why(found.rule).text
    except KeyError:  # earned by a rule of another version
        helps = ""
    return pages.why_page(found, _days_behind(journal, found), app.units(journal), helps)


def _days_behind(journal: Journal, win: Win) -> History:
    """The days that a win rests on."""
    ends = [int(win.figures.get(name, win.day)) for name in ("then_from", "now_from")]
    first = min(end for end in (*ends, win.day) if end > 0)
    return queries.load_history(
        journal, DateRange(first, win.day + 1), records=DateRange(win.day, win.day)
    )
