"""The measures that are used in care, over any days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import session
from hrjournal.cli.days.views import last_written, read_on
from hrjournal.cli.fast.table import Shown
from hrjournal.cli.measures.inputs import before, lines
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.trends.command import From, To, Which
from hrjournal.cli.trends.views import keys_of, rests
from hrjournal.domain.history import Days
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import Session
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
    now = session(ctx)
    if explain:
        page = _definitions()
    else:
        with now.open() as journal:
            if rests(now, journal, Shown(as_json, plain)):
                return
            window = _window(now, journal, days, (first, last))
            page = _measured(
                now, journal, window, substances or (), chosen=first is not None, guided=guide
            )
    now.show(page, as_json=as_json, plain=plain)


def _definitions() -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.notices import sources
    from hrjournal.pages.measures.definitions import definitions_page

    return definitions_page(definitions(), sources())


def _measured(
    now: Session,
    journal: Journal,
    window: Days,
    words: Sequence[str],
    *,
    chosen: bool,
    guided: bool,
) -> Page:
    from hrjournal.content.definitions import definitions
    from hrjournal.content.guides import about
    from hrjournal.pages.measures import page as pages
    from hrjournal.report.clinical import clinical

    units = now.units(journal)
    keys = keys_of(now, journal, tuple(words))
    found = clinical(
        before(journal, window, keys),
        window,
        now.moment.day(journal.starts),
        lines(journal, units.drink.country, guided=guided),
        keys,
        chosen=chosen,
    )
    return pages.page(
        found, definitions(), units, last_written(journal), about() if guided else None
    )


def _window(
    now: Session, journal: Journal, days: int | None, ends: tuple[str | None, str | None]
) -> Days:
    """From and to, or so many days up to the last one, which is today unless said."""
    first, last = (read_on(now, journal, text) if text else None for text in ends)
    if days is not None and first is not None:
        raise UsageError("Either --days or --from, please.")
    end = (now.moment.day(journal.starts) if last is None else last) + 1
    start = end - (days or USUALLY) if first is None else first
    if start >= end:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return Days(start, end)
