"""The file itself and what holds for it: where, verify, config, start."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli import arguments
from hrjournal.cli.context import session
from hrjournal.cli.days.views import read_on
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.history import Days, Start
from hrjournal.errors import JournalError, UsageError

if TYPE_CHECKING:
    from hrjournal.cli.context import Session
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def where(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """What lies where: the journal, its earlier copies, and who can read them."""
    from hrjournal.pages.settings import page as pages
    from hrjournal.store.file_status import lying

    now = session(ctx)
    now.show(pages.where_page(lying(now.place)), as_json=as_json, plain=plain)


def verify(ctx: typer.Context, as_json: AsJson = False, plain: Plain = False) -> None:
    """Check that everything is as it was written: the file, its links, every record."""
    from hrjournal.pages.settings import page as pages
    from hrjournal.store.integrity import verify as checked

    now = session(ctx)
    with now.open() as journal:
        found = checked(journal)
    now.show(pages.verify_page(found), as_json=as_json, plain=plain)
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
    from hrjournal.domain.settings import CHOICES, read_choice
    from hrjournal.pages.settings import page as pages
    from hrjournal.store import changes

    now = session(ctx)
    if key is None or (value is None and not clear):
        if key is not None and key not in CHOICES:
            read_choice(key, "")
        with now.open() as journal:
            page = pages.config_page(journal.preferences, key)
        now.show(page, as_json=as_json, plain=plain)
        return
    kept = read_choice(key, value) if value is not None else None
    if key not in CHOICES:
        read_choice(key, "")
    if key == "country" and kept is not None:
        from hrjournal.content.units import units

        units(kept)
    with now.open(write=True) as journal:
        changes.settle(journal, key, kept, now.instant)
        now.say(f"{key} is now {kept or CHOICES[key].usual}. Undo takes it back.")


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

    now = session(ctx)
    if substance is None:
        with now.open() as journal:
            tracked = journal.substances()
            page = pages.start_page(queries.starts(journal, tracked), tracked, now.units(journal))
        now.show(page, as_json=as_json, plain=plain)
        return
    with now.open(write=True) as journal:
        named = arguments.name(now, journal, substance)
        if clear:
            pinned = None
        elif first or last:
            pinned = _period(now, journal, first, last)
        else:
            pinned = _estimate(now, journal, named, amount, days_a_week)
        changes.pin(journal, named.substance, pinned, now.instant)
        now.say(_pinned_words(named.substance, pinned))


def _period(now: Session, journal: Journal, first: str | None, last: str | None) -> Start:
    if not (first and last):
        raise UsageError("A period has a first and a last day: --from DAY --to DAY")
    days = Days(read_on(now, journal, first), read_on(now, journal, last) + 1)
    if days.length < 14:
        raise UsageError("A start has at least 14 days, so that it says something.")
    return Start(days=days)


def _estimate(
    now: Session,
    journal: Journal,
    named: arguments.Named,
    amount: list[str] | None,
    days_a_week: int,
) -> Start:
    if not amount:
        raise UsageError("Say about how much on a day of use, such as: hrjournal start alcohol 5")
    read = now.units(journal).read(amount, named.substance.kind, named.word)
    if read.low is None or read.high is None:
        raise UsageError("An estimate needs a number; about (~3) or between (2-4) is fine.")
    return Start(doubled=read.low + read.high, use_days=days_a_week, unit=read.unit)


def _pinned_words(one: Substance, pinned: Start | None) -> str:
    if pinned is None:
        return f"{one.name}: the start is your first 28 written days. Undo takes this back."
    if pinned.days:
        days = pinned.days.length
        return f"{one.name}: the start is the {days} days you named. Undo takes this back."
    return f"{one.name}: the start is your own estimate. Undo takes this back."
