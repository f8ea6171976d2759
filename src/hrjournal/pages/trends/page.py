"""The trends page: a sentence first, then the periods, then the way it went."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from hrjournal.blocks import Bar, Block, Column, Heading, Page, Sparkline, Table, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.pages.amounts import NOTHING, days_words
from hrjournal.pages.days_text import latest_words, so_far_words, whole_words
from hrjournal.pages.direction_words import direction_words
from hrjournal.pages.trends.data import data
from hrjournal.pages.trends.table import legend, mean_figure, period_words, trend_table
from hrjournal.report.trends.comparison import ComparedBy
from hrjournal.sanitize import own, sanitize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.substances.units import Units
    from hrjournal.report.mood import Average
    from hrjournal.report.trends.substance import Trend, View
    from hrjournal.report.trends.view import Trends

NO_LINES: Mapping[str, Sequence[str]] = MappingProxyType({})


def page(
    trends: Trends,
    units: Units,
    last_written: int | None = None,
    beneath: Mapping[str, Sequence[str]] = NO_LINES,
) -> Page:
    """The page. `last_written` is the last logged day of the journal, in view or not.

    `beneath` has lines to stand under the table of a substance, by its key.
    """
    view = trends.view
    blocks: list[Block] = []
    if trends.written:
        blocks.append(Text(_coverage(trends)))
        for trend in trends.substances:
            blocks += _substance(trend, view, units)
            blocks += [Text(line) for line in beneath.get(trend.substance.key, ())]
        blocks += _feelings(trends)
        blocks += _steps(trends)
        blocks += _legend(trends, units)
    else:
        blocks.append(Text(_nothing_words(view, last_written)))
    return Page(f"Trends by {view.by}", tuple(blocks), data(trends, units))


def _nothing_words(view: View, last_written: int | None) -> str:
    """Said of a view without a logged day, with a way to the last one."""
    if last_written is None:
        return NOTHING
    first = date.fromordinal(max(1, last_written - view.days.length + 1))
    last = date.fromordinal(last_written)
    return (
        f"Nothing logged in {these_periods(view)}. "
        f"The last day you logged is {day_name(last_written)}. "
        f"To see it: hrjournal trends --from {first} --to {last}"
    )


def these_periods(view: View) -> str:
    """The view by its length: `these 8 weeks`."""
    count = len(view.periods)
    if not count:
        return "this view"
    return f"this {view.by}" if count == 1 else f"these {count} {view.by}s"


def _coverage(trends: Trends) -> str:
    days = trends.view.days
    return (
        f"From {day_name(days.start)} to {day_name(days.end - 1)}: "
        f"{trends.written} of {days_words(days.length)} logged."
    )


def _substance(trend: Trend, view: View, units: Units) -> list[Block]:
    name = own(sanitize(trend.substance.name))
    if not trend.whole.written:
        return [Heading(name), Text(f"{name}: nothing logged in {these_periods(view)}.")]
    said = (
        latest_words(trend, view.by, units),
        so_far_words(trend, view.by, units),
        whole_words(trend),
    )
    return [
        Heading(name),
        *(Text(words) for words in said if words),
        trend_table(trend, view, units),
        *_spark(trend, units),
    ]


def _spark(trend: Trend, units: Units) -> list[Block]:
    if trend.direction is None:
        return []
    name = "Per logged day" if trend.scale is ComparedBy.AMOUNT else "Share of days used"
    words = direction_words(trend.direction, trend.whole.unit, units, trend.view.today)
    return [Sparkline(name, tuple(row.share for row in trend.rows), words)]


def _legend(trends: Trends, units: Units) -> list[Block]:
    shown = [trend for trend in trends.substances if trend.whole.written]
    if not shown:
        return []
    return [Heading("How to read the tables"), Text(legend(shown, trends.view, units))]


def _feelings(trends: Trends) -> list[Block]:
    feelingses = [feelings for feelings in trends.feelings if feelings.told]
    if not feelingses:
        return []
    rows = tuple(
        (
            period_words(found.period, trends.view),
            mean_figure(found.mood),
            mean_figure(found.urge),
            sleep_figure(found.sleep),
        )
        for found in feelingses
    )
    columns = (Column("Period"), *(Column(name, right=True) for name in ("Mood", "Urge", "Sleep")))
    places = [0, *(place for place in (1, 2, 3) if any(row[place] for row in rows))]
    return [
        Heading("Mood, urge and sleep"),
        Text("Averages, with the number of days in brackets. Mood and urge: 0 to 10."),
        Table(
            tuple(columns[place] for place in places),
            tuple(tuple(row[place] for place in places) for row in rows),
        ),
    ]


def sleep_figure(sleep: Average | None) -> str:
    """A mean night: `7 h 10 min (5)`."""
    if sleep is None:
        return ""
    minutes = round(sleep.value)
    return f"{minutes // 60} h {minutes % 60:02} min ({sleep.days})"


def _steps(trends: Trends) -> list[Block]:
    if not trends.steps:
        return []
    rows: list[tuple[str | Bar, ...]] = []
    for share in trends.steps:
        name = own(share.substance.name) if share.substance else "All together"
        steps = [("any step", share.any_days)]
        steps += [(own(step.replace("-", " ")), count) for step, count in share.days]
        for step, count in steps:
            figure = f"{count} of {share.use_days}"
            rows.append((name, step, figure, Bar(count / share.use_days)))
    columns = (
        Column("Substance"),
        Column("Step"),
        Column("Use days", right=True),
        Column("Share", drop_order=1),
    )
    return [Heading("Safer steps on use days"), Table(columns, tuple(rows))]
