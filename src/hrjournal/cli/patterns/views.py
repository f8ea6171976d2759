"""What `patterns` does: it shows what goes together, or how that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.trends.views import resolve_substance_keys, show_paused_page
from hrjournal.domain.history import DateRange
from hrjournal.store import queries

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


class PatternsOptions(OutputOptions):
    """What stood on the command line of `patterns`."""

    substance: str | None = None
    everything: bool = False
    explain: bool = False


def patterns(app: AppContext, options: PatternsOptions) -> None:
    """Shows what goes together in the journal."""
    if options.explain:
        from hrjournal.pages.patterns import explain

        app.print_page(explain.page(), as_json=options.as_json, plain=options.plain)
        return
    with app.open_journal() as journal:
        if show_paused_page(app, journal, options):
            return
        page = _page(app, journal, options)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def _page(app: AppContext, journal: Journal, options: PatternsOptions) -> Page:
    from hrjournal.pages.patterns import page as pages
    from hrjournal.report.patterns import view as report

    words = [options.substance] if options.substance else []
    key = next(iter(resolve_substance_keys(app, journal, words)), None)
    first, today = queries.first_day(journal), app.today(journal)
    if first is None or first > today:
        return pages.empty_page()
    history = queries.load_history(journal, DateRange(first, today + 1))
    substance = history.substances.get(key) if key else _main(journal, history)
    if substance and substance.kind.medicine:
        return pages.medicine_page(substance)
    found = report.patterns(history, substance, today)
    return pages.page(found, everything=options.everything)


def _main(journal: Journal, history: History) -> Substance | None:
    """The main substance of a journal; what is prescribed is a medicine."""
    from hrjournal.report.patterns.view import main_substance

    is_prescribed = journal.preferences.is_prescribed
    medicines = {one.key for one in history.substances.values() if is_prescribed(one)}
    return main_substance(history.in_sight, medicines)
