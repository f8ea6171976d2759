"""The measures that are used in care, over any days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.days.views import last_written, read_on
from hrjournal.cli.fast.table import OutputOptions
from hrjournal.cli.measures.inputs import history_until, thresholds
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.trends.command import From, To, Which
from hrjournal.cli.trends.views import resolve_substance_keys, show_paused_page
from hrjournal.domain.history import DateRange
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

USUALLY = 30
Count = Annotated[
    int | None, typer.Option("--days", min=1, max=40_000, help="The last days; 30 by default.")
]
Guide = Annotated[bool, typer.Option("--guide", help="Beside your country's drinking guide.")]
Explain = Annotated[bool, typer.Option("--explain", help="What each measure means.")]


def measures(
    ctx: typer.Context,
    substances: Which = None,
    days: Count = None,
    first: From = None,
    last: To = None,
    guide: Guide = False,
    explain: Explain = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """The figures that care works with: days without, drinks per drinking day, WHO level.

    Each says on how many days it rests. Days that are not written are in none of them.
    """
    app = app_context(ctx)
    if explain:
        page = _definitions()
    else:
        with app.open_journal() as journal:
            if show_paused_page(app, journal, OutputOptions(as_json, plain)):
                return
            window = _window(app, journal, days, (first, last))
            page = _measured(
                app, journal, window, substances or (), chosen=first is not None, guided=guide
            )
    app.print_page(page, as_json=as_json, plain=plain)


def _definitions() -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.notices import sources
    from hrjournal.pages.measures.definitions import definitions_page

    return definitions_page(definitions(), sources())


def _measured(
    app: AppContext,
    journal: Journal,
    window: DateRange,
    words: Sequence[str],
    *,
    chosen: bool,
    guided: bool,
) -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.guides import about
    from hrjournal.pages.measures import page as pages
    from hrjournal.report.clinical import clinical

    units = app.units(journal)
    keys = resolve_substance_keys(app, journal, tuple(words))
    found = clinical(
        history_until(journal, window, keys),
        window,
        app.today(journal),
        thresholds(journal, units.drink.country, guided=guided),
        keys,
        chosen=chosen,
    )
    return pages.page(
        found, definitions(), units, last_written(journal), about() if guided else None
    )


def _window(
    app: AppContext, journal: Journal, days: int | None, ends: tuple[str | None, str | None]
) -> DateRange:
    """From and to, or so many days up to the last one, which is today unless said."""
    first, last = (read_on(app, journal, text) if text else None for text in ends)
    if days is not None and first is not None:
        raise UsageError("Either --days or --from, please.")
    end = (app.today(journal) if last is None else last) + 1
    start = end - (days or USUALLY) if first is None else first
    if start >= end:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return DateRange(start, end)
