"""Looking back: today, days, one record, and searching."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.days import views as day_by_day
from hrjournal.cli.fast.table import OutputOptions
from hrjournal.cli.options import AsJson, Number, Plain
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.store import queries

On = Annotated[str | None, typer.Option(help="One day: yesterday, monday, 2026-11-20.")]
SEARCHED = 200


def today(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Today at a glance: what is written, the week, small wins."""
    day_by_day.today(app_context(ctx), OutputOptions(as_json, plain))


def days(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("--days", min=1, max=40_000, help="How many days.")] = 14,
    on: On = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you wrote, day by day."""
    day_by_day.days(app_context(ctx), day_by_day.DaysOptions(count, on, as_json, plain))


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One record, whole."""
    from hrjournal.pages.days import page as pages

    app = app_context(ctx)
    with app.open_journal() as journal:
        entry = queries.entry(journal, number)
        if entry is None:
            raise NotFoundError(f"There is no record #{number}. To see numbers: hrjournal days")
        today = app.today(journal)
        page = pages.show_page(
            entry, journal.substances(), app.units(journal), today, journal.day_start
        )
    app.print_page(page, as_json=as_json, plain=plain)


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="All of these, in any order.")],
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Find records by words: notes, triggers, substances, steps."""
    from hrjournal.pages.days import page as pages
    from hrjournal.sanitize import quote

    app = app_context(ctx)
    if not all(word.strip() for word in words):
        raise UsageError("Say which words to look for, such as: hrjournal search party")
    with app.open_journal() as journal:
        found = queries.search(journal, words, most=SEARCHED)
        page = pages.found_page(
            found,
            quote(" ".join(words)),
            journal.substances(),
            app.units(journal),
            journal.day_start,
            SEARCHED,
        )
    app.print_page(page, as_json=as_json, plain=plain)
