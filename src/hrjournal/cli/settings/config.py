"""The file itself and what holds for it: where, verify, config, start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import app_context
from hrjournal.cli.days.views import read_on
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.errors import JournalError, UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def where(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """What lies where: the journal, its earlier copies, and who can read them."""
    from hrjournal.pages.settings import page as pages
    from hrjournal.store.file_status import file_status

    app = app_context(ctx)
    app.print_page(pages.where_page(file_status(app.place)), as_json=as_json, plain=plain)


def verify(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Check that everything is as it was written: the file, its links, every record."""
    from hrjournal.pages.settings import page as pages
    from hrjournal.store.integrity import verify_journal as checked

    app = app_context(ctx)
    with app.open_journal() as journal:
        found = checked(journal)
    app.print_page(pages.verify_page(found), as_json=as_json, plain=plain)
    if found.faults:
        raise JournalError(
            "Some of the journal is not as it was written. It was left as it is. "
            "Earlier copies are listed by: hrjournal where"
        )


def config(
    ctx: typer.Context,
    key: Annotated[str | None, typer.Argument(help="What to set.")] = None,
    value: Annotated[str | None, typer.Argument(help="To what.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Back to the usual.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """See or set what holds for you: country, start of the day and week, heavy days."""
    from hrjournal.domain.settings import SETTINGS, parse_setting
    from hrjournal.pages.settings import page as pages
    from hrjournal.store import changes

    app = app_context(ctx)
    if key is None or (value is None and not clear):
        if key is not None and key not in SETTINGS:
            parse_setting(key, "")
        with app.open_journal() as journal:
            page = pages.config_page(journal.preferences, key)
        app.print_page(page, as_json=as_json, plain=plain)
        return
    kept = parse_setting(key, value) if value is not None else None
    if key not in SETTINGS:
        parse_setting(key, "")
    if key == "country" and kept is not None:
        from hrjournal.content.units import units

        units(kept)
    with app.open_journal(write=True) as journal:
        changes.set_setting(journal, key, kept, app.instant)
        app.print_lines(f"{key} is now {kept or SETTINGS[key].usual}. Undo takes it back.")


def start(
    ctx: typer.Context,
    substance: Annotated[str | None, typer.Argument(help="Where did this one begin?")] = None,
    amount: Annotated[
        list[str] | None, typer.Argument(help="Your estimate for a day of use, such as 5.")
    ] = None,
    days_a_week: Annotated[
        int, typer.Option("--days-a-week", min=1, max=7, help="Days of use in a week.")
    ] = 7,
    first: Annotated[
        str | None, typer.Option("--from", help="Pin a period: its first day.")
    ] = None,
    last: Annotated[str | None, typer.Option("--to", help="And its last day.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Back to the first 28 days.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """See or pin where you began. Small wins are measured against it, and against your usual.

    Without a pin it is the first 28 days written. Pin an estimate (start alcohol 5
    --days-a-week 6), or a period (start alcohol --from 2026-01-01 --to 2026-01-28).
    """
    from hrjournal.pages.settings import page as pages
    from hrjournal.store import changes, queries

    app = app_context(ctx)
    if substance is None:
        with app.open_journal() as journal:
            tracked = journal.substances()
            page = pages.start_page(queries.starts(journal, tracked), tracked, app.units(journal))
        app.print_page(page, as_json=as_json, plain=plain)
        return
    with app.open_journal(write=True) as journal:
        named = arguments.resolve_substance(app, journal, substance)
        if clear:
            pinned = None
        elif first or last:
            pinned = _period(app, journal, first, last)
        else:
            pinned = _estimate(app, journal, named, amount, days_a_week)
        changes.set_baseline(journal, named.substance, pinned, app.instant)
        app.print_lines(_pinned_words(named.substance, pinned))


def _period(app: AppContext, journal: Journal, first: str | None, last: str | None) -> BaselinePin:
    if not (first and last):
        raise UsageError("A period has a first and a last day: --from DAY --to DAY")
    days = DateRange(read_on(app, journal, first), read_on(app, journal, last) + 1)
    if days.length < 14:
        raise UsageError("A start has at least 14 days, so that it says something.")
    return BaselinePin(days=days)


def _estimate(
    app: AppContext,
    journal: Journal,
    named: arguments.SubstanceMatch,
    amount: list[str] | None,
    days_a_week: int,
) -> BaselinePin:
    if not amount:
        raise UsageError("Say about how much on a day of use, such as: hrjournal start alcohol 5")
    read = app.units(journal).read(amount, named.substance.kind, named.word)
    if read.low is None or read.high is None:
        raise UsageError("An estimate needs a number; about (~3) or between (2-4) is fine.")
    return BaselinePin(doubled=read.low + read.high, use_days=days_a_week, unit=read.unit)


def _pinned_words(one: Substance, pinned: BaselinePin | None) -> str:
    if pinned is None:
        return f"{one.name}: the start is your first 28 written days. Undo takes this back."
    if pinned.days:
        days = pinned.days.length
        return f"{one.name}: the start is the {days} days you named. Undo takes this back."
    return f"{one.name}: the start is your own estimate. Undo takes this back."
