"""The table of one substance: a row for each period, and what its signs mean."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrjournal.blocks import Bar, Column, Table
from hrjournal.domain.substances.units import GRAMS
from hrjournal.named import NamedTuple
from hrjournal.pages.amounts import (
    NOT_WRITTEN,
    UNKNOWN,
    span_figure,
    tenths,
    total_figure,
)
from hrjournal.pages.days_text import used_word, way_words
from hrjournal.report.periods import By
from hrjournal.report.trends.comparison import ComparedBy
from hrjournal.report.trends.direction import LOGGED_OF_WEEK

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from hrjournal.domain.substances.units import Units
    from hrjournal.report.measures import Measures
    from hrjournal.report.mood import Average
    from hrjournal.report.periods import Period
    from hrjournal.report.trends.substance import Trend, TrendRow, View

LEAST = "+"
DIRECTION = (
    f"The direction looks at whole weeks with {LOGGED_OF_WEEK} logged days or more. Weeks with an "
    "amount not known are left out of amounts."
)


class _Part(NamedTuple):
    """A column and what stands in it."""

    column: Column
    cell: Callable[[TrendRow], str | Bar]


def trend_table(trend: Trend, view: View, units: Units) -> Table:
    """The periods of a view, the oldest first."""
    offered = (_first(view), *_amounts(trend, view, units), *_days(trend, view))
    parts = [part for part in offered if any(part.cell(row) != "" for row in trend.rows)]
    rows = tuple(tuple(part.cell(row) for part in parts) for row in trend.rows)
    title = ""
    if trend.whole.total.high:
        title = f"Amounts in {units.shown(trend.whole.unit)[0].many}"
    return Table(tuple(part.column for part in parts), rows, title)


def period_words(period: Period, view: View) -> str:
    """A period in a table; one that is still running says so."""
    words = period.words(date.fromordinal(view.today).year)
    return f"{words}, so far" if period.running else words


def mean_figure(average: Average | None) -> str:
    """A mean and the days it rests on: `6.2 (5)`."""
    return "" if average is None else f"{tenths(average.value)} ({average.days})"


def legend(shown: Sequence[Trend], view: View, units: Units) -> str:
    """What the signs of these tables mean, of those that are in one of them."""
    amounts = [trend for trend in shown if _counted(trend)]
    rows = [row for trend in shown for row in trend.rows]
    heavy = next((trend.heavy for trend in shown if trend.heavy is not None), None)
    edge = f"the end of the {view.by} or a day not logged"
    said = (
        (True, _bars({trend.scale for trend in shown})),
        (
            any(row.measures.unknown_uses for trend in amounts for row in trend.rows),
            f"{UNKNOWN} means some more, amount not known; it never counts as 0.",
        ),
        (
            view.by is not By.DAY and any(_without(row.measures).endswith(LEAST) for row in rows),
            f"Longest without: 3{LEAST} means 3 days or more, as they reach {edge}.",
        ),
        (
            heavy is not None and view.by is not By.DAY,
            f"Heavy days: {units.say(heavy or 0, heavy or 0, GRAMS)} or more.",
        ),
        (
            any(row.mood or row.urge for row in rows),
            "Mood and urge: averages from 0 to 10, with the number of days in brackets.",
        ),
        (any(trend.direction for trend in shown), DIRECTION),
    )
    return " ".join(words for holds, words in said if holds)


def _bars(scales: Collection[ComparedBy]) -> str:
    if len(scales) > 1:
        return (
            "Bars show the amount per logged day or, where amounts are not known, the share of "
            "logged days with use, next to the largest period."
        )
    what = (
        "amount per logged day" if ComparedBy.AMOUNT in scales else "share of logged days with use"
    )
    return f"Bars show the {what}, next to the largest period."


def _first(view: View) -> _Part:
    return _Part(Column("Period"), lambda row: period_words(row.period, view))


def _counted(trend: Trend) -> bool:
    """Whether any amount of it is known."""
    return bool(trend.whole.total.high or trend.whole.others)


def _amounts(trend: Trend, view: View, units: Units) -> list[_Part]:
    if not _counted(trend):
        return []
    total = _Part(Column("Total", right=True), lambda row: total_figure(row.measures, units))
    if view.by is By.DAY:
        return [total]
    return [
        total,
        _Part(
            Column("Per use day", right=True, drop_order=3), lambda row: _mean(row.measures, units)
        ),
        _Part(
            Column("Largest", right=True, drop_order=5), lambda row: _largest(row.measures, units)
        ),
        _Part(Column("Heavy", right=True, drop_order=4), lambda row: _heavy(row.measures)),
    ]


def _days(trend: Trend, view: View) -> list[_Part]:
    used = used_word(trend.substance)
    feelings = [
        _Part(Column("Mood", right=True, drop_order=7), lambda row: mean_figure(row.mood)),
        _Part(Column("Urge", right=True, drop_order=8), lambda row: mean_figure(row.urge)),
    ]
    bars = "Per logged day" if trend.scale is ComparedBy.AMOUNT else "Share of days"
    bar = _Part(Column(bars, drop_order=1), lambda row: Bar(row.share))
    if view.by is By.DAY:
        return [_Part(Column("Day"), lambda row: _day(row.measures, used)), *feelings, bar]
    return [
        _Part(Column(used.capitalize(), right=True), lambda row: _used(row.measures)),
        _Part(
            Column("Longest without", right=True, drop_order=6), lambda row: _without(row.measures)
        ),
        *feelings,
        bar,
        _Part(Column("Next to usual", drop_order=2), _beside),
    ]


def _day(counted: Measures, used: str) -> str:
    if not counted.written:
        return NOT_WRITTEN
    return used if counted.use_days else "none"


def _used(counted: Measures) -> str:
    return f"{counted.use_days} of {counted.written}" if counted.written else NOT_WRITTEN


def _mean(counted: Measures, units: Units) -> str:
    mean = counted.per_use_day
    return "" if mean is None else span_figure(mean.low, mean.high, counted.unit, units)


def _largest(counted: Measures, units: Units) -> str:
    largest = counted.largest
    return "" if largest is None else span_figure(largest.low, largest.high, counted.unit, units)


def _heavy(counted: Measures) -> str:
    if counted.heavy_days is None or not counted.written:
        return ""
    return f"{counted.heavy_days}{f' {UNKNOWN}' if counted.maybe_heavy_days else ''}"


def _without(counted: Measures) -> str:
    if not counted.written:
        return ""
    run = counted.longest_run_without
    return f"{run.length}{LEAST if run.at_least else ''}"


def _beside(row: TrendRow) -> str:
    if row.usual is None or not row.measures.written:
        return ""
    return way_words(row.usual) or "too few days"
