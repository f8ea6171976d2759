"""What `measures` does: it shows figures over any days, or what each of them means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli import arguments
from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.days.views import last_written
from hrjournal.cli.measures.inputs import history_until, thresholds
from hrjournal.cli.trends.views import resolve_substance_keys, show_paused_page

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

USUAL_DAYS: Final = 30


class MeasuresOptions(OutputOptions):
    """What stood on the command line of `measures`."""

    substances: tuple[str, ...] = ()
    days: int | None = None
    first: str | None = None
    last: str | None = None
    guide: bool = False
    explain: bool = False


def measures(app: AppContext, options: MeasuresOptions) -> None:
    """Shows the measures of some days, or what each measure means."""
    if options.explain:
        page = _definitions()
    else:
        with app.open_journal() as journal:
            if show_paused_page(app, journal, options):
                return
            page = _measured(app, journal, options)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def _definitions() -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.notices import sources
    from hrjournal.pages.measures.definitions import definitions_page

    return definitions_page(definitions(), sources())


def _measured(app: AppContext, journal: Journal, options: MeasuresOptions) -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.guides import about
    from hrjournal.pages.measures import page as pages
    from hrjournal.report.clinical import clinical

    window = arguments.day_range(
        app,
        journal,
        first=options.first or None,
        last=options.last or None,
        days=options.days or (None if options.first else USUAL_DAYS),
    )
    units = app.units(journal)
    keys = resolve_substance_keys(app, journal, options.substances)
    report = clinical(
        history_until(journal, window, keys),
        window,
        app.today(journal),
        thresholds(journal, units.drink.country, guided=options.guide),
        keys,
        chosen=options.first is not None,
    )
    guide_note = about() if options.guide else None
    return pages.page(report, definitions(), units, last_written(journal), guide_note)
