"""The summary as one long table: a row for each day and substance, which the program reads again.

What stands in each column is said in `explain.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import Column, Page, Table
from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.pages.amounts import decimal
from hrjournal.pages.summary.explain import COLUMNS
from hrjournal.pages.trends.data import iso
from hrjournal.report.mood import Feeling, average
from hrjournal.report.trends.view import substances_of
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal
    from fractions import Fraction

    from hrjournal.domain.history import DayUse, History
    from hrjournal.report.summary import Summary

USE, NONE, MISSING = "use", "none", "missing"
NO_AMOUNT: Final = ("",) * 4
PLACES: Final = 4


def page(summary: Summary, title: str) -> Page:
    """The rows of the days, the oldest first; a day of no substance has a row without one."""
    rows = tuple(_rows(summary.held.history, summary.scope.window))
    return Page(title, (Table(tuple(map(Column, COLUMNS)), rows),))


def _rows(history: History, window: DateRange) -> Iterator[tuple[str, ...]]:
    substances = substances_of(history, window)
    for day in window.every:
        feelings = _feelings(history, day)
        for one in substances:
            yield iso(day), own(one.name), *_use(history.of(one.key).get(day)), *feelings
        if not substances and any(feelings):
            yield iso(day), "", "", *NO_AMOUNT, *feelings


def _use(written: DayUse | None) -> tuple[str, ...]:
    """What is known of the day, and its amount in the unit that it is kept in, and in grams."""
    if written is None:
        return MISSING, *NO_AMOUNT
    if not written.used:
        return NONE, *NO_AMOUNT
    if written.unknown or written.others or not written.high:
        return USE, *NO_AMOUNT
    ends = tuple(_number(decimal(end) / THOUSAND) for end in (written.low, written.high))
    middle = _number(decimal(written.low + written.high) / 2 / THOUSAND)
    grams = middle if written.unit == GRAMS else ""
    return USE, *ends, own(written.unit), grams


def _feelings(history: History, day: int) -> tuple[str, ...]:
    """The mean mood of the day, its strongest urge, and the hours slept."""
    span = DateRange(day, day + 1)
    mood, sleep = (average(history, span, kind) for kind in (Feeling.MOOD, Feeling.SLEEP))
    urges = [one.urge for one in history.records.get(day, ()) if one.urge is not None]
    return (
        _number(decimal(mood.value)) if mood else "",
        f"{max(urges)}" if urges else "",
        _number(_hours(sleep.value)) if sleep else "",
    )


def _hours(minutes: Fraction) -> Decimal:
    return decimal(minutes) / 60


def _number(amount: Decimal) -> str:
    return f"{round(amount, PLACES).normalize():f}"
