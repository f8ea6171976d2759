"""Looking back: today, days, one record, and searching."""

from __future__ import annotations

from typing import Annotated

import typer

from hrjournal.cli.context import session
from hrjournal.cli.days import views as day_by_day
from hrjournal.cli.fast.table import Shown
from hrjournal.cli.options import AsJson, Number, Plain
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.store import queries

On = Annotated[str | None, typer.Option(help="One day: yesterday, monday, 2026-11-20.")]
SEARCHED = 200


def today(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Today at a glance: what is written, the week, small wins."""
    day_by_day.today(session(ctx), Shown(as_json, plain))


def days(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("--days", min=1, max=40_000, help="How many days.")] = 14,
    on: On = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you wrote, day by day."""
    day_by_day.days(session(ctx), day_by_day.DaysAsked(count, on, as_json, plain))


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One record, whole."""
    from hrjournal.pages.days import page as pages

    now = session(ctx)
    with now.open() as journal:
        entry = queries.entry(journal, number)
        if entry is None:
            raise NotFoundError(f"There is no record #{number}. To see numbers: hrjournal days")
        today = now.moment.day(journal.starts)
        page = pages.show_page(
            entry, journal.substances(), now.units(journal), today, journal.starts
        )
    now.show(page, as_json=as_json, plain=plain)


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="All of these, in any order.")],
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Find records by words: notes, triggers, substances, steps."""
    from hrjournal.pages.days import page as pages
    from hrjournal.sanitize import quoted

    now = session(ctx)
    if not all(word.strip() for word in words):
        raise UsageError("Say which words to look for, such as: hrjournal search party")
    with now.open() as journal:
        found = queries.search(journal, words, most=SEARCHED)
        page = pages.found_page(
            found,
            quoted(" ".join(words)),
            journal.substances(),
            now.units(journal),
            journal.starts,
            SEARCHED,
        )
    now.show(page, as_json=as_json, plain=plain)
