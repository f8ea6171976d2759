"""The summary as a calendar of days for tables: a row a day and substance, then a row for each.

The last row of a substance holds the whole span, and a sign for each of its days. What stands in
each column is said in `explain.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Column, Page, Table
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.pages.amounts import decimal
from hrjournal.pages.summary.explain import COLUMNS
from hrjournal.pages.trends.data import iso
from hrjournal.report.trends.view import substances_of
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from hrjournal.domain.history import DateRange, DayUse, History
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.summary import Summary

NO_AMOUNT: Final = ("",) * 5
USED, NONE, UNWRITTEN = "+", "-", "o"
PLACES: Final = 4


def page(summary: Summary, units: Units, title: str) -> Page:
    """The rows of the days, the oldest first, then a pattern of each substance."""
    rows = tuple(_rows(summary.held.history, summary.scope.window, units))
    return Page(title, (Table(tuple(map(Column, COLUMNS)), rows),))


def _rows(history: History, window: DateRange, units: Units) -> Iterator[tuple[str, ...]]:
    substances = substances_of(history, window)
    patterns = {one.key: "" for one in substances}
    for day in window.every:
        for substance in substances:
            written = history.of(substance.key).get(day)
            sign = _sign(written)
            patterns[substance.key] += sign
            yield iso(day), own(substance.name), sign, *_amount(written, units)
    span = f"{iso(window.start)}/{iso(window.end - 1)}"
    for substance in substances:
        yield span, own(substance.name), patterns[substance.key], *NO_AMOUNT


def _sign(written: DayUse | None) -> str:
    if written is None:
        return UNWRITTEN
    return USED if written.used else NONE


def _amount(written: DayUse | None, units: Units) -> tuple[str, ...]:
    """The known amount in the unit that it is shown in, and what is beside it."""
    if written is None or not written.used:
        return NO_AMOUNT
    shown, factor, _ = units.shown(written.unit)
    holds = f" of {factor.normalize():f} g of pure alcohol" if written.unit == GRAMS else ""
    ends = (written.low, written.high) if written.high else ()
    known = tuple(_number(decimal(end) / THOUSAND / factor) for end in ends) or ("", "")
    also = "; ".join(units.say(low, high, unit) for unit, low, high in written.others)
    unit = f"{shown.many}{holds}" if written.high else ""
    return (*known, unit, str(written.unknown or ""), also)


def _number(amount: Decimal) -> str:
    return f"{round(amount, PLACES).normalize():f}"
