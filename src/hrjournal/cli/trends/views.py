"""What the commands do that look over weeks and months: trends, calendar, small wins.

Nothing here loads the command-line library, so that plain lines can do without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from hrjournal.cli import arguments
from hrjournal.cli.days.views import last_written, read_on
from hrjournal.domain.history import Days
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.named import NamedTuple
from hrjournal.report.periods import By, recent
from hrjournal.store import queries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.blocks import Page
    from hrjournal.cli.context import Session
    from hrjournal.store import Journal


class Asked(Protocol):
    """What every view is asked: its form."""

    @property
    def as_json(self) -> bool:
        """As data, for programs."""

    @property
    def plain(self) -> bool:
        """In plain lines."""


BEFORE = 63  # days before a view that its comparisons rest on


class TrendsAsked(NamedTuple):
    """What stood on the command line of `trends`."""

    substances: tuple[str, ...] = ()
    weeks: int | None = None
    months: int | None = None
    first: str | None = None
    last: str | None = None
    by: str = By.WEEK
    as_json: bool = False
    plain: bool = False


class CalendarAsked(NamedTuple):
    """What stood on the command line of `calendar`."""

    substances: tuple[str, ...] = ()
    months: int | None = None
    first: str | None = None
    last: str | None = None
    as_json: bool = False
    plain: bool = False


class WinsAsked(NamedTuple):
    """What stood on the command line of `wins`."""

    week: bool = False
    month: bool = False
    everything: bool = False
    why: int | None = None
    as_json: bool = False
    plain: bool = False


def trends(now: Session, asked: TrendsAsked) -> None:
    """Shows how it went over weeks or months."""
    from hrjournal.pages.trends import page as pages
    from hrjournal.report.trends import view as report

    by = By(asked.by)
    with now.open() as journal:
        if rests(now, journal, asked):
            return
        today = now.moment.day(journal.starts)
        choice = journal.preferences
        ends, counts = (asked.first, asked.last), (asked.weeks, asked.months)
        view = _view(now, journal, ends, counts, by, today)
        keys = keys_of(now, journal, asked.substances)
        history = queries.history(journal, Days(view.start - BEFORE, view.end), keys)
        counted = report.trends(
            history, view, by, today, choice.week_starts, choice.yardstick.heavy, keys
        )
        page = pages.page(counted, now.units(journal), last_written(journal))
        page = _with_rulers(journal, page, view)
    now.show(page, as_json=asked.as_json, plain=asked.plain)


def calendar(now: Session, asked: CalendarAsked) -> None:
    """Shows months as grids of days."""
    from hrjournal.pages.trends import calendar as pages
    from hrjournal.report.trends import calendar as report

    with now.open() as journal:
        if rests(now, journal, asked):
            return
        today = now.moment.day(journal.starts)
        ends, counts = (asked.first, asked.last), (None, asked.months or 3)
        view = _view(now, journal, ends, counts, By.MONTH, today)
        keys = keys_of(now, journal, asked.substances)
        history = queries.history(journal, view, keys)
        counted = report.calendar(history, view, today, journal.preferences.week_starts, keys)
        page = pages.page(counted, now.units(journal), last_written(journal))
    now.show(page, as_json=asked.as_json, plain=asked.plain)


def wins(now: Session, asked: WinsAsked) -> None:
    """Shows small wins, or the days behind one."""
    from hrjournal.cli.entries.follow_up import catch_up
    from hrjournal.cli.trends.wins_page import why_page, wins_page

    if asked.week + asked.month + asked.everything > 1:
        raise UsageError("One of --week, --month and --all at a time.")
    with now.look() as journal:
        if rests(now, journal, asked):
            return
        catch_up(now, journal)
        if asked.why is not None:
            page = why_page(now, journal, asked.why)
        else:
            days = None if asked.everything else 7 if asked.week else 30
            page = wins_page(now, journal, days)
    now.show(page, as_json=asked.as_json, plain=asked.plain)


def rests(now: Session, journal: Journal, asked: Asked) -> bool:
    """Whether numbers rest now; if so, that is what is shown. Data for programs never rests."""
    if asked.as_json or journal.preferences.value("pause") not in {"numbers", "mood"}:
        return False
    from hrjournal.pages.settings.page import resting_page

    now.show(resting_page(), plain=asked.plain)
    return True


def _with_rulers(journal: Journal, page: Page, view: Days) -> Page:
    """The page with the rulers of its days, where there are any."""
    from hrjournal.domain.keepsake import Kept
    from hrjournal.store.keepsakes import keepsakes

    starts = journal.starts
    found = [one for one in keepsakes(journal, Kept.RULER) if view.holds(one.moment.day(starts))]
    if not found:
        return page
    from hrjournal.domain.reflection.reflection import called
    from hrjournal.pages.reflection.page import ruler_blocks

    blocks = ruler_blocks(called(found, journal.substances()), starts)
    return page._replace(blocks=(*page.blocks, *blocks))


def _view(
    now: Session,
    journal: Journal,
    ends: tuple[str | None, str | None],
    counts: tuple[int | None, int | None],
    by: By,
    today: int,
) -> Days:
    """The days to look at: from and to, or so many weeks or months up to today."""
    first, last = (read_on(now, journal, text) if text else None for text in ends)
    weeks, months = counts
    starts = journal.preferences.week_starts
    if weeks is not None and months is not None:
        raise UsageError("Either --weeks or --months, please.")
    end = (today if last is None else last) + 1
    if first is None:
        count, unit = (months, By.MONTH) if months is not None else (weeks or 8, By.WEEK)
        first = recent(end - 1, unit, count, starts).start
    if first >= end:
        raise UsageError("The first day lies after the last. Please turn them around.")
    return Days(first, end)


def keys_of(now: Session, journal: Journal, words: Sequence[str]) -> tuple[str, ...]:
    """The keys of tracked substances by the person's words.

    Raises:
        NotFoundError: when one is not tracked.
    """
    keys = []
    for word in words:
        found = arguments.find(now, journal, word)
        if found is None or found.new:
            tracked = ", ".join(one.name for one in journal.substances().values())
            raise NotFoundError(
                "That substance is not tracked yet. "
                + (f"Tracked: {tracked}." if tracked else "To track one: hrjournal log")
            )
        keys.append(found.substance.key)
    return tuple(keys)
