"""What the commands do that look over weeks and months: trends, calendar, small wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.days.views import last_written
from hrjournal.domain.history import DateRange
from hrjournal.errors import NotFoundError
from hrjournal.report.periods import By
from hrjournal.sanitize import joined_own
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

USUAL_MONTHS = 3
BEFORE = 63  # days before a view that its comparisons rest on


class TrendsOptions(OutputOptions):
    """What stood on the command line of `trends`."""

    substances: tuple[str, ...] = ()
    weeks: int | None = None
    months: int | None = None
    first: str | None = None
    last: str | None = None
    by: str = By.WEEK


class CalendarOptions(OutputOptions):
    """What stood on the command line of `calendar`."""

    substances: tuple[str, ...] = ()
    months: int | None = None
    first: str | None = None
    last: str | None = None


class WinsOptions(OutputOptions):
    """What stood on the command line of `wins`."""

    everything: bool = False
    why: int | None = None


def trends(app: AppContext, options: TrendsOptions) -> None:
    """Shows how it went over weeks or months."""
    from hrjournal.pages.trends import page as pages
    from hrjournal.report.trends import view as report

    with app.open_journal() as journal:
        if show_paused_page(app, journal, options):
            return
        view = arguments.day_range(
            app,
            journal,
            first=options.first or None,
            last=options.last or None,
            weeks=options.weeks,
            months=options.months,
        )
        keys = resolve_substance_keys(app, journal, options.substances)
        by, week_start = By(options.by), journal.preferences.week_start
        view = report.since_first(view, queries.first_day(journal), by, week_start)
        history = queries.load_history(journal, DateRange(view.start - BEFORE, view.end), keys)
        counted = report.trends(
            history if keys else history.in_sight,
            view,
            by,
            app.today(journal),
            week_starts=week_start,
            heavy=journal.preferences.heavy_day_thresholds.heavy,
            keys=keys,
        )
        goals = _goal_lines(app, journal)
        page = pages.page(counted, app.units(journal), last_written(journal), goals)
        page = _with_rulers(journal, page, view)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def calendar(app: AppContext, options: CalendarOptions) -> None:
    """Shows months as grids of days."""
    from hrjournal.pages.trends import calendar as pages
    from hrjournal.report.trends import calendar as report

    with app.open_journal() as journal:
        if show_paused_page(app, journal, options):
            return
        view = arguments.day_range(
            app,
            journal,
            first=options.first or None,
            last=options.last or None,
            months=options.months or USUAL_MONTHS,
        )
        keys = resolve_substance_keys(app, journal, options.substances)
        history = queries.load_history(journal, view, keys)
        today, starts = app.today(journal), journal.preferences.week_start
        history = history if keys else history.in_sight
        counted = report.calendar(history, view, today, starts, keys)
        page = pages.page(counted, app.units(journal), last_written(journal))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def wins(app: AppContext, options: WinsOptions) -> None:
    """Shows small wins, or the days behind one."""
    from hrjournal.cli.entries.current_wins import keep_wins_current
    from hrjournal.cli.trends.wins_page import why_page, wins_page

    with app.open_for_viewing() as journal:
        if show_paused_page(app, journal, options):
            return
        keep_wins_current(app, journal)
        if options.why is not None:
            page = why_page(app, journal, options.why)
        else:
            page = wins_page(app, journal, everything=options.everything)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def show_paused_page(app: AppContext, journal: Journal, options: OutputOptions) -> bool:
    """Whether numbers rest now; if so, that is what is shown. Data for programs never rests."""
    if options.as_json or journal.preferences.value("pause") not in {"numbers", "mood"}:
        return False
    from hrjournal.pages.settings.page import resting_page

    app.print_page(resting_page(), plain=options.plain)
    return True


def _goal_lines(app: AppContext, journal: Journal) -> Mapping[str, Sequence[str]]:
    """The goals about each substance in words; nothing is loaded for someone without any."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.keepsakes import keepsakes

    if not keepsakes(journal, KeepsakeType.GOAL):
        return {}
    from hrjournal.cli.goals.listing import trend_lines

    return trend_lines(app, journal)


def _with_rulers(journal: Journal, page: Page, view: DateRange) -> Page:
    """The page with the rulers of its days, where there are any."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.keepsakes import keepsakes

    starts = journal.day_start
    found = [
        keepsake
        for keepsake in keepsakes(journal, KeepsakeType.RULER)
        if keepsake.moment.day(starts) in view
    ]
    if not found:
        return page
    from hrjournal.domain.reflection.reflection import with_names
    from hrjournal.pages.reflection.page import ruler_blocks

    blocks = ruler_blocks(with_names(found, journal.substances()), starts)
    return page._replace(blocks=(*page.blocks, *blocks))


def resolve_substance_keys(
    app: AppContext, journal: Journal, words: Sequence[str]
) -> tuple[str, ...]:
    """The keys of tracked substances by the person's words.

    Raises:
        NotFoundError: when one is not tracked.
    """
    keys = []
    for word in words:
        substance_match = arguments.find_substance(app, journal, word)
        if substance_match is None or substance_match.new:
            tracked = joined_own(
                one.name for one in journal.substances().values() if not one.hidden
            )
            raise NotFoundError(
                "That substance is not tracked yet. "
                + (f"Tracked: {tracked}." if tracked else "To track one: hrjournal log")
            )
        keys.append(substance_match.substance.key)
    return tuple(keys)
