"""Looking back over weeks and months: trends, calendar, small wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli import writing
from hrjournal.cli.look import last_written, read_on
from hrjournal.cli.options import AsJson, Plain
from hrjournal.cli.session import session
from hrjournal.domain.history import Days
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.report.periods import By, recent
from hrjournal.store import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.session import Session
    from hrjournal.store import Journal

BEFORE = 63  # days before a view that its comparisons rest on
Which = Annotated[list[str] | None, typer.Argument(metavar="SUBSTANCE", help="All by default.")]
Weeks = Annotated[int | None, typer.Option(min=1, max=5200, help="How many weeks.")]
Months = Annotated[int | None, typer.Option(min=1, max=1200, help="How many months.")]
From = Annotated[str | None, typer.Option("--from", help="First day.")]
To = Annotated[str | None, typer.Option("--to", help="Last day; today unless you say so.")]


def trends(
    ctx: typer.Context,
    substances: Which = None,
    weeks: Weeks = None,
    months: Months = None,
    first: From = None,
    last: To = None,
    by: Annotated[By, typer.Option(help="The length of a period.")] = By.WEEK,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """How it went over weeks or months: totals, days, mood, and the way it goes."""
    from hrjournal.pages import trends as pages
    from hrjournal.report import trends as report

    now = session(ctx)
    with now.open() as journal:
        today = now.moment.day(journal.starts)
        choice = journal.preferences
        view = _view(now, journal, (first, last), (weeks, months), by, today)
        keys = _keys(now, journal, substances)
        history = reading.history(journal, Days(view.start - BEFORE, view.end), keys)
        counted = report.trends(
            history, view, by, today, choice.week_starts, choice.yardstick.heavy, keys
        )
        page = pages.page(counted, now.units(journal), last_written(journal))
    now.show(page, as_json=as_json, plain=plain)


def calendar(
    ctx: typer.Context,
    substances: Which = None,
    months: Months = None,
    first: From = None,
    last: To = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Months as a grid of days: used, none, or not written."""
    from hrjournal.pages import calendar as pages
    from hrjournal.report import calendar as report

    now = session(ctx)
    with now.open() as journal:
        today = now.moment.day(journal.starts)
        view = _view(now, journal, (first, last), (None, months or 3), By.MONTH, today)
        keys = _keys(now, journal, substances)
        history = reading.history(journal, view, keys)
        counted = report.calendar(history, view, today, journal.preferences.week_starts, keys)
        page = pages.page(counted, now.units(journal), last_written(journal))
    now.show(page, as_json=as_json, plain=plain)


def wins(
    ctx: typer.Context,
    week: Annotated[bool, typer.Option("--week", help="The last 7 days.")] = False,
    month: Annotated[
        bool, typer.Option("--month", help="The last 30 days (as by default).")
    ] = False,
    everything: Annotated[bool, typer.Option("--all", help="Since the beginning.")] = False,
    why: Annotated[int | None, typer.Option(metavar="N", help="The days behind win N.")] = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What went well: small wins, and runs of days and weeks. What you earned stays."""
    from hrjournal.cli.after import catch_up
    from hrjournal.cli.winning import why_page, wins_page

    now = session(ctx)
    if week + month + everything > 1:
        raise UsageError("One of --week, --month and --all at a time.")
    with now.look() as journal:
        catch_up(now, journal)
        if why is not None:
            page = why_page(now, journal, why)
        else:
            page = wins_page(now, journal, None if everything else 7 if week else 30)
    now.show(page, as_json=as_json, plain=plain)


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


def _keys(now: Session, journal: Journal, words: Sequence[str] | None) -> tuple[str, ...]:
    keys = []
    for word in words or ():
        found = writing.find(now, journal, word)
        if found is None or found.new:
            tracked = ", ".join(one.name for one in journal.substances().values())
            raise NotFoundError(
                "That substance is not tracked yet. "
                + (f"Tracked: {tracked}." if tracked else "To track one: hrjournal log")
            )
        keys.append(found.substance.key)
    return tuple(keys)
