"""How the window went: a line for each substance, mood beside it, and every day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hrjournal.blocks import Block, CalendarGrid, Heading, Sparkline, Text
from hrjournal.domain.entries.entry import day_name
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import days_words, decimal, joined, span_figure, tenths
from hrjournal.pages.days_text import used_word
from hrjournal.pages.direction_words import direction_words
from hrjournal.pages.trends import calendar
from hrjournal.pages.trends import data as trend_data
from hrjournal.report.mood import Feeling
from hrjournal.report.trends.comparison import ComparedBy, level
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.mood import Average, Feelings
    from hrjournal.report.summary import Summary
    from hrjournal.report.trends.calendar import SubstanceCalendar
    from hrjournal.report.trends.substance import Trend

TEN: Final = 10
NIGHT: Final = 12 * 60  # minutes that fill the line of sleep
NAMES: Final = {Feeling.MOOD: "Mood", Feeling.URGE: "Urges", Feeling.SLEEP: "Sleep"}
FULL: Final = {Feeling.MOOD: TEN, Feeling.URGE: TEN, Feeling.SLEEP: NIGHT}


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """The lines of substances and of how the person was, over the same periods."""
    found: list[Block] = []
    if Section.CHARTS in summary.parts:
        found += [
            _line(trend, known.units) for trend in summary.trends.substances if trend.whole.written
        ]
    if Section.MOOD in summary.parts:
        found += [_feeling(summary, kind) for kind in summary.feelings]
    by = summary.trends.view.by
    return [Heading(f"{by.capitalize()} by {by}"), *found] if found else []


def every_day(summary: Summary, known: Lookups) -> list[Block]:
    """Each month of each substance as a grid of days; then what the steps stand for."""
    view, units = summary.calendar.view, known.units
    one_year = len({date.fromordinal(day).year for day in (view.start, view.end - 1)}) == 1
    grids = [
        grid
        for substance_calendar in summary.calendar.substances
        for grid in _named(
            substance_calendar, summary.calendar.week_starts, units, one_year=one_year
        )
    ]
    cut = view.start > summary.scope.window.start
    head = f"Every day since {day_name(view.start)}" if cut else "Every day"
    ranges = " ".join(_ranges(one, units) for one in summary.calendar.substances if one.ranges)
    return [Heading(head), *grids, *([Text(ranges)] if ranges else [])] if grids else []


def data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """The periods of each substance."""
    told = trend_data.data(summary.trends, known.units)
    if Section.MOOD not in summary.parts:
        for one in told["substances"].values():
            for period in one["periods"]:
                del period["mood"], period["urge"]
    return {"view": told["view"], "substances": told["substances"]}


def mood_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """How the person was, as far as they wrote it."""
    told = trend_data.data(summary.trends, known.units)
    return {name: told[name] for name in ("mood", "urge", "sleep")}


def every_day_data(summary: Summary, known: Lookups) -> dict[str, Any]:
    """Every day of each substance."""
    told = calendar.data(summary.calendar, known.units)
    del told["events"]
    return told


def _named(
    found: SubstanceCalendar, week_starts: int, units: Units, *, one_year: bool
) -> list[CalendarGrid]:
    """The months of a substance, each with its name and, where there are several, its year."""
    name = own(found.substance.name)
    return [
        block._replace(
            title=f"{name}, {block.title.partition(' ')[0] if one_year else block.title}"
        )
        for block in calendar.months(found, week_starts, units)
        if isinstance(block, CalendarGrid)
    ]


def _ranges(found: SubstanceCalendar, units: Units) -> str:
    """What the steps stand for: `Alcohol, from less to more: 2 to 3 and 4 to 9 drinks`."""
    name = own(found.substance.name)
    spans = [(step.least // 2, step.most // 2) for step in found.ranges]
    if len(spans) == 1:
        return f"{name}, on each day with a known amount: {units.say(*spans[0], found.unit)}."
    said = joined([span_figure(*span, found.unit, units) for span in spans])
    return f"{name}, from less to more: {said} {units.shown(found.unit)[0].many}."


def _line(trend: Trend, units: Units) -> Sparkline:
    shares = tuple(row.share for row in trend.rows)
    return Sparkline(own(trend.substance.name), shares, _line_words(trend, units))


def _line_words(trend: Trend, units: Units) -> str:
    """What the highest point stands for, and the way it went."""
    levels = [found for row in trend.rows if (found := level(row.measures, trend.scale))]
    if not levels:
        return "None in any of them."
    most, unit = max(levels), trend.whole.unit
    if trend.scale is ComparedBy.AMOUNT:
        top = f"At most {units.say(round(most), round(most), unit)} a day"
    else:
        used = used_word(trend.substance).capitalize()
        top = f"{used} on {round(100 * most)}% of days at most"
    return f"{top}. {_way(trend, units)}".strip()


def _way(trend: Trend, units: Units) -> str:
    """Which way it went, where that can be said."""
    found = trend.direction
    if found is None or found.way is None:
        return ""
    return direction_words(found, trend.whole.unit, units, trend.view.today)


def _feeling(summary: Summary, kind: Feeling) -> Sparkline:
    shares = tuple(_share(_of(feelings, kind), kind) for feelings in summary.trends.feelings)
    return Sparkline(NAMES[kind], shares, _mean_words(summary.feelings[kind], kind))


def _of(found: Feelings, kind: Feeling) -> Average | None:
    return {Feeling.MOOD: found.mood, Feeling.URGE: found.urge, Feeling.SLEEP: found.sleep}[kind]


def _share(mean: Average | None, kind: Feeling) -> float | None:
    return None if mean is None else min(1.0, float(decimal(mean.value / FULL[kind])))


def _mean_words(mean: Average, kind: Feeling) -> str:
    if kind is Feeling.SLEEP:
        minutes = round(mean.value)
        return f"{minutes // 60} h {minutes % 60:02} min on average, of {days_words(mean.days)}."
    return f"{tenths(mean.value)} of 10 on average, of {days_words(mean.days)}."
