"""Where the person began: shown, or pinned to a period or an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.domain.history import BaselinePin, DateRange
from hrjournal.errors import UsageError
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows where each substance began."""
    from hrjournal.pages.settings import page as pages
    from hrjournal.store import queries

    with app.open_journal() as journal:
        tracked = journal.substances()
        page = pages.start_page(queries.starts(journal, tracked), tracked, app.units(journal))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def pin(
    app: AppContext,
    word: str,
    *,
    amount: Sequence[str],
    days_a_week: int,
    first: str | None,
    last: str | None,
    clear: bool,
) -> None:
    """Pins the start of a substance, or takes the pin away.

    Raises:
        UsageError: when neither a period nor an estimate is whole.
    """
    from hrjournal.store import changes

    with app.open_journal(write=True) as journal:
        named = arguments.resolve_substance(app, journal, word)
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
    start, end = (arguments.parse_date(app, journal, day) for day in (first, last))
    days = DateRange(start, end + 1)
    if days.length < 14:
        raise UsageError("A start has at least 14 days, so that it says something.")
    return BaselinePin(days=days)


def _estimate(
    app: AppContext,
    journal: Journal,
    named: arguments.SubstanceMatch,
    amount: Sequence[str],
    days_a_week: int,
) -> BaselinePin:
    if not amount:
        raise UsageError(
            "Say about how much on a day of use, such as: hrjournal config start alcohol 5"
        )
    from hrjournal.cli.entries.understand import Reader

    read = Reader(app, journal).cell(named.word, " ".join(amount))
    if read.low is None or read.high is None:
        raise UsageError("An estimate needs a number; about (~3) or between (2-4) is fine.")
    return BaselinePin(doubled=read.low + read.high, use_days=days_a_week, unit=read.unit)


def _pinned_words(substance: Substance, pinned: BaselinePin | None) -> str:
    name = own(substance.name)
    if pinned is None:
        return f"{name}: the start is your first 28 written days. Undo takes this back."
    if pinned.days:
        days = pinned.days.length
        return f"{name}: the start is the {days} days you named. Undo takes this back."
    return f"{name}: the start is your own estimate. Undo takes this back."
