"""The list of what is tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.pages.substances import page as pages
from hrjournal.store import queries
from hrjournal.store.substances import tracked

if TYPE_CHECKING:
    from collections.abc import Collection

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import DayUse
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows what is tracked, with its names and servings."""
    with app.open_journal() as journal:
        today = app.today(journal)
        history = queries.load_history(
            journal, DateRange(today - pages.LATELY + 1, today + 1), records=DateRange(today, today)
        )
        rows = [
            _row(app, journal, one, history.of(key).values(), today)
            for key, one in history.substances.items()
        ]
        page = pages.page(rows, journal.servings(), app.units(journal))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def _row(
    app: AppContext, journal: Journal, one: Substance, days: Collection[DayUse], today: int
) -> pages.TrackedSubstance:
    chosen = journal.preferences
    return pages.TrackedSubstance(
        substance=one,
        units=tuple(tracked.units_of(journal, one)) or (one.unit,),
        used=sum(day.used for day in days),
        logged=len(days),
        last=queries.use_before(journal, one, today + 1),
        prescribed=chosen.is_prescribed(one),
        day_total=chosen.is_day_total(one),
        aliases=tuple(word for word, key in journal.aliases().items() if key == one.key),
    )
