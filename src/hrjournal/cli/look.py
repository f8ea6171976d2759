"""Looking back: today, days, one record, and searching."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.options import AsJson, Number, Plain
from hrjournal.cli.session import session
from hrjournal.domain.entry import DAY, EPOCH
from hrjournal.domain.history import Days
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.store import reading

if TYPE_CHECKING:
    from hrjournal.cli.session import Session
    from hrjournal.store import Journal

On = Annotated[str | None, typer.Option(help="One day: yesterday, monday, 2026-11-20.")]
SEARCHED = 200
WINDOW = 60  # days that today's notices look back


def today(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Today at a glance: what is written, the week, small wins."""
    from hrjournal.cli.after import catch_up
    from hrjournal.pages import today as pages
    from hrjournal.report.guards import due
    from hrjournal.store import ledger

    now = session(ctx)
    with now.look() as journal:
        if reading.last_local(journal) is None:
            now.show(pages.welcome(), as_json=as_json, plain=plain)
            return
        catch_up(now, journal)
        day = now.moment.day(journal.starts)
        history = reading.history(journal, Days(day - WINDOW, day + 1), records=Days(day, day + 1))
        page = pages.page(
            day,
            reading.entries(journal, Days(day, day + 1)),
            history,
            now.units(journal),
            ledger.wins(journal, Days(day - 6, day + 1)),
            now.told(due(history, day), history.substances),
            journal.starts,
        )
    now.show(page, as_json=as_json, plain=plain)


def days(
    ctx: typer.Context,
    count: Annotated[int, typer.Option("--days", min=1, max=40_000, help="How many days.")] = 14,
    on: On = None,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What you wrote, day by day."""
    from hrjournal.pages import days as pages

    now = session(ctx)
    with now.open() as journal:
        today = now.moment.day(journal.starts)
        span = Days(today - count + 1, today + 1)
        if on is not None:
            day = read_on(now, journal, on)
            span = Days(day, day + 1)
        page = pages.page(
            reading.entries(journal, span),
            span,
            journal.substances(),
            now.units(journal),
            today,
            journal.starts,
            last_written(journal),
        )
    now.show(page, as_json=as_json, plain=plain)


def show(ctx: typer.Context, number: Number, as_json: AsJson = False, plain: Plain = False) -> None:
    """One record, whole."""
    from hrjournal.pages import days as pages

    now = session(ctx)
    with now.open() as journal:
        entry = reading.entry(journal, number)
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
    from hrjournal.pages import days as pages
    from hrjournal.wording import quoted

    now = session(ctx)
    if not all(word.strip() for word in words):
        raise UsageError("Say which words to look for, such as: hrjournal search party")
    with now.open() as journal:
        found = reading.search(journal, words, most=SEARCHED)
        page = pages.found_page(
            found,
            quoted(" ".join(words)),
            journal.substances(),
            now.units(journal),
            journal.starts,
            SEARCHED,
        )
    now.show(page, as_json=as_json, plain=plain)


def read_on(now: Session, journal: Journal, text: str) -> int:
    """A day that the person names."""
    from hrjournal.domain.when import read_day

    return read_day(text, now.now(journal, named=True))


def last_written(journal: Journal) -> int | None:
    """The last written day of the journal."""
    local = reading.last_local(journal)
    return None if local is None else (local - journal.starts) // DAY + EPOCH
