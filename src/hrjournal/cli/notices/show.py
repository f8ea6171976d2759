"""What `notices` shows: what is due now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.notices.due import describe, find_due_notices
from hrjournal.domain.history import DateRange
from hrjournal.pages.notices.page import notices_page
from hrjournal.store import queries

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

WINDOW: Final = 400  # days back in which a break may have begun


def notices(app: AppContext, *, with_why: bool, as_json: bool, plain: bool) -> None:
    """Shows what is due now; `with_why`, what in the record each rests on."""
    with app.open_journal() as journal:
        day = app.today(journal)
        history = queries.load_history(
            journal, DateRange(day - WINDOW, day + 1), records=DateRange(day, day + 1)
        )
        due = describe(journal, find_due_notices(journal, history, day), discreet=False)
        page = notices_page(due, journal.preferences.names("notices_off"), with_why=with_why)
    app.print_page(page, as_json=as_json, plain=plain)
