"""What the commands do that look over weeks and months: trends, calendar, small wins.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hrjournal.cli import arguments
from hrjournal.cli.days.views import last_written, read_on
from hrjournal.domain.history import DateRange
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.report.periods import By, recent
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal


class HasOutputOptions(Protocol):
    """What every view is asked: its form."""

    @property
    def as_json(self) -> bool:
        """As data, for programs."""

    @property
    def plain(self) -> bool:
        """In plain lines."""


BEFORE = 63  # days before a view that its comparisons rest on


class TrendsOptions(NamedTuple):
    """What stood on the command line of `trends`."""

    substances: tuple[str, ...] = ()
    weeks: int | None = None
    months: int | None = None
    first: str | None = None
    last: str | None = None
    by: str = By.WEEK
    as_json: bool = False
    plain: bool = False


class CalendarOptions(NamedTuple):
    """What stood on the command line of `calendar`."""

    substances: tuple[str, ...] = ()
    months: int | None = None
    first: str | None = None
    last: str | None = None
    as_json: bool = False
    plain: bool = False


class WinsOptions(NamedTuple):
    """What stood on the command line of `wins`."""

    week: bool = False
    month: bool = False
    everything: bool = False
    why: int | None = None
    as_json: bool = False
    plain: bool = False


def trends(app: AppContext, asked: TrendsOptions) -> None:
    """Shows how it went over weeks or months."""
    from hrjournal.pages.trends import page as pages
    from hrjournal.report.trends import view as report

    by = By(asked.by)
    with app.open_journal() as journal:
        if show_paused_page(app, journal, asked):
            return
        today = app.today(journal)
        choice = journal.preferences
        ends, counts = (asked.first, asked.last), (asked.weeks, asked.months)
        view = _view(app, journal, ends, counts, by, today)
        keys = resolve_substance_keys(app, journal, asked.substances)
        history = queries.load_history(journal, DateRange(view.start - BEFORE, view.end), keys)
        counted = report.trends(
            history, view, by, today, choice.week_start, choice.heavy_day_thresholds.heavy, keys
        )
        page = pages.page(counted, app.units(journal), last_written(journal))
        page = _with_rulers(journal, page, view)
    app.print_page(page, as_json=asked.as_json, plain=asked.plain)


def calendar(app: AppContext, asked: CalendarOptions) -> None:
    """Shows months as grids of days."""
    from hrjournal.pages.trends import calendar as pages
    from hrjournal.report.trends import calendar as report

    with app.open_journal() as journal:
        if show_paused_page(app, journal, asked):
            return
        today = app.today(journal)
        ends, counts = (asked.first, asked.last), (None, asked.months or 3)
        view = _view(app, journal, ends, counts, By.MONTH, today)
        keys = resolve_substance_keys(app, journal, asked.substances)
        history = queries.load_history(journal, view, keys)
        counted = report.calendar(history, view, today, journal.preferences.week_start, keys)
        page = pages.page(counted, app.units(journal), last_written(journal))
    app.print_page(page, as_json=asked.as_json, plain=asked.plain)


def wins(app: AppContext, asked: WinsOptions) -> None:
    """Shows small wins, or the days behind one."""
    from hrjournal.cli.entries.follow_up import update_win_ledger
    from hrjournal.cli.trends.wins_page import why_page, wins_page

    if asked.week + asked.month + asked.everything > 1:
        raise UsageError("One of --week, --month and --all at a time.")
    with app.open_for_viewing() as journal:
        if show_paused_page(app, journal, asked):
            return
        update_win_ledger(app, journal)
        if asked.why is not None:
            page = why_page(app, journal, asked.why)
        else:
            days = None if asked.everything else 7 if asked.week else 30
            page = wins_page(app, journal, days)
    app.print_page(page, as_json=asked.as_json, plain=asked.plain)


def show_paused_page(app: AppContext, journal: Journal, asked: HasOutputOptions) -> bool:
    """Whether numbers rest now; if so, that is what is shown. Data for programs never rests."""
    if asked.as_json or journal.preferences.value("pause") not in {"numbers", "mood"}:
        return False
    from hrjournal.pages.settings.page import resting_page

    app.print_page(resting_page(), plain=asked.plain)
    return True


def _with_rulers(journal: Journal, page: Page, view: DateRange) -> Page:
    """The page with the rulers of its days, where there are any."""
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.store.keepsakes import keepsakes

    starts = journal.day_start
    found = [
        one for one in keepsakes(journal, KeepsakeType.RULER) if one.moment.day(starts) in view
    ]
    if not found:
        return page
    from hrjournal.domain.reflection.reflection import with_names
    from hrjournal.pages.reflection.page import ruler_blocks

    blocks = ruler_blocks(with_names(found, journal.substances()), starts)
    return page._replace(blocks=(*page.blocks, *blocks))


def _view(
    app: AppContext,
    journal: Journal,
    ends: tuple[str | None, str | None],
    counts: tuple[int | None, int | None],
    by: By,
    today: int,
) -> DateRange:
    """The days to look at: from and to, or so many weeks or months up to today."""
    first, last = (read_on(app, journal, text) if text else None for text in ends)
    weeks, months = counts
    starts = journal.preferences.week_start
    if weeks is not None and months is not None:
        raise UsageError("Either --weeks or --months, please.")
    end = (today if last is None else last) + 1
    if first is None:
        count, unit = (months, By.MONTH) if months is not None else (weeks or 8, By.WEEK)
        first = recent(end - 1, unit, count, starts).start
    if first >= end:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return DateRange(first, end)


def resolve_substance_keys(
    app: AppContext, journal: Journal, words: Sequence[str]
) -> tuple[str, ...]:
    """The keys of tracked substances by the person's words.

    Raises:
        NotFoundError: when one is not tracked.
    """
    keys = []
    for word in words:
        found = arguments.find_substance(app, journal, word)
        if found is None or found.new:
            tracked = ", ".join(one.name for one in journal.substances().values())
            raise NotFoundError(
                "That substance is not tracked yet. "
                + (f"Tracked: {tracked}." if tracked else "To track one: hrjournal log")
            )
        keys.append(found.substance.key)
    return tuple(keys)
