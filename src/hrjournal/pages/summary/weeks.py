"""The last twelve weeks: every day of the main substances, and how each week was, side by side."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import (
    Block,
    CalendarGridDay,
    Heading,
    Mark,
    Sparkline,
    Text,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.domain.entries.entry import DAYS, MONTHS, day_name
from hrjournal.domain.summary.sections import Section
from hrjournal.pages.amounts import decimal, mean_figure, span_figure, tenths
from hrjournal.pages.days_text import used_word
from hrjournal.pages.trends.calendar import record_words
from hrjournal.report.summary.weeks import FEW, WEEKS
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from hrjournal.domain.history import DayUse
    from hrjournal.domain.substances.units import Units
    from hrjournal.pages.summary.lookups import Lookups
    from hrjournal.report.mood import Average
    from hrjournal.report.summary import Summary
    from hrjournal.report.summary.weeks import SubstanceWeeks, WindowWeeks

TEN: Final = 10
NIGHT: Final = 12 * 60  # minutes that fill the line of sleep
DAYS_OF_WEEK: Final = 7
SHORT: Final = 6  # letters that fit in a cell
TWELVE: Final = "The last twelve weeks"
LONG: Final = 26 * 7  # days from which on the whole course is told beside the last weeks


def blocks(summary: Summary, known: Lookups) -> list[Block]:
    """The weeks of the main substances, with lines beneath them, as far as their parts are in."""
    weeks = summary.weeks
    told = [one for one in weeks.substances if any(week.written for week in one.weeks)]
    grids: tuple[WeekDays, ...] = ()
    if Section.CALENDAR in summary.parts:
        grids = tuple(_days(one, summary, known.units) for one in told[: known.room.calendars])
    lines: list[WeekLine] = []
    if Section.CHARTS in summary.parts:
        lines += [_use(one, weeks, known.units) for one in told[: known.room.lines]]
    lines += _feelings(summary, weeks)
    if not grids and not lines:
        return []
    heads = tuple(_head(period.whole.start) for period in weeks.weeks)
    start = weeks.weeks[0].whole.start if weeks.weeks else 0
    names = tuple(DAYS[date.fromordinal(start + at).weekday()] for at in range(DAYS_OF_WEEK))
    title = TWELVE if len(weeks.weeks) == WEEKS else "Week by week"
    peaks = [_highest(one, weeks, known.units) for one in told[: known.room.lines]]
    said = " ".join(filter(None, peaks)) if Section.CHARTS in summary.parts else ""
    chart = WeekChart("", heads, names, grids, tuple(lines))
    course = _courses(summary, known.room.lines)
    return [Heading(title), chart, *([Text(said)] if said else []), *course]


def _courses(summary: Summary, most: int) -> list[Block]:
    """A small line over the whole of a long window, month by month."""
    if Section.CHARTS not in summary.parts or summary.scope.window.length < LONG:
        return []
    by_key = {trend.substance.key: trend for trend in summary.trends.substances}
    trends = [by_key[one.substance.key] for one in summary.weeks.substances]
    by = summary.trends.view.by
    return [
        Sparkline(
            f"{own(trend.substance.name)}, {by} by {by}", tuple(row.share for row in trend.rows)
        )
        for trend in trends[:most]
        if trend.whole.use_days
    ]


def further_lines(summary: Summary, _known: Lookups) -> list[Block]:
    """Worry and pain over the same weeks."""
    weeks = summary.weeks
    lines = [
        _of_ten(name, means, weeks)
        for name, means in (
            ("Worry (10 is most)", weeks.anxiety),
            ("Pain (10 is most)", weeks.pain),
        )
        if any(means)
    ]
    heads = tuple(_head(period.whole.start) for period in weeks.weeks)
    chart = WeekChart("", heads, (), (), tuple(lines))
    return [Heading("Worry and pain"), chart] if lines else []


def _head(day: int) -> str:
    found = date.fromordinal(day)
    return f"{found.day} {MONTHS[found.month - 1]}"


def _days(one: SubstanceWeeks, summary: Summary, units: Units) -> WeekDays:
    """A row for each day of the week."""
    told = any(day.high for day in one.days.values())
    name = (
        f"{own(one.substance.name)}, in {units.many(one.unit)}" if told else own(one.substance.name)
    )
    rows = tuple(
        tuple(_day(one, period.whole.start + at, summary, units) for period in summary.weeks.weeks)
        for at in range(DAYS_OF_WEEK)
    )
    return WeekDays(name, rows)


def _day(one: SubstanceWeeks, day: int, summary: Summary, units: Units) -> CalendarGridDay:
    number = date.fromordinal(day).day
    if day not in summary.weeks.view:
        return CalendarGridDay(number, Mark.OUTSIDE)
    event, session = day in summary.held.events, day in summary.held.sessions
    return _marked(one, day, units)._replace(event=event, session=session)


def _marked(one: SubstanceWeeks, day: int, units: Units) -> CalendarGridDay:
    """A day with what it holds: none, use with its amount, or nothing written."""
    number = date.fromordinal(day).day
    record = one.days.get(day)
    words = record_words(record, used_word(one.substance), units)
    if record is None:
        return CalendarGridDay(number, Mark.UNWRITTEN, words=words)
    if not record.used:
        return CalendarGridDay(number, Mark.NONE, words=words, figure="0")
    if record.doubled(one.unit) is None:
        return CalendarGridDay(number, Mark.UNKNOWN, words=words, figure=_part(record, one, units))
    figure = span_figure(record.low, record.high, one.unit, units).replace(" to ", "-")
    return CalendarGridDay(number, Mark.SOME, one.steps.get(day, 1), words=words, figure=figure)


def _part(record: DayUse, one: SubstanceWeeks, units: Units) -> str:
    """What is known of a day: some of it and more, an amount in another unit, or nothing."""
    if not record.high:
        return "?"
    figure = span_figure(record.low, record.high, record.unit, units).replace(" to ", "-")
    if record.unit == one.unit:
        return f"{figure}+"
    told = f"{figure} {units.shown(record.unit)[0].one}"
    return told if len(told) <= SHORT else "?"


def _use(one: SubstanceWeeks, weeks: WindowWeeks, units: Units) -> WeekLine:
    """The mean of a logged day, or of how many days it was used, and where it was highest."""
    levels = [one.level(week) for week in one.weeks]
    top = max((level for level in levels if level is not None), default=0)
    name = own(one.substance.name)
    what = f"{units.many(one.unit)} a day" if one.by_amount else f"days {used_word(one.substance)}"
    points = tuple(
        None
        if level is None
        else WeekPoint(
            _share(level, top),
            _level(level, one, units, week.use_days, week.written),
            thin=week.written < FEW,
            running=not period.complete and place == len(levels) - 1,
        )
        for place, (level, week, period) in enumerate(
            zip(levels, one.weeks, weeks.weeks, strict=True)
        )
    )
    return WeekLine(f"{name}: {what}", points)


def _level(level: Fraction, one: SubstanceWeeks, units: Units, used: int, written: int) -> str:
    if not one.by_amount:
        return f"{used}/{written}"
    return mean_figure(level, level, one.unit, units)


def _highest(one: SubstanceWeeks, weeks: WindowWeeks, units: Units) -> str:
    """The highest week and the largest day apart, each with its date."""
    said = []
    sure = [
        (level, period)
        for week, period in zip(one.weeks, weeks.weeks, strict=True)
        if week.written >= FEW and one.by_amount and (level := one.level(week))
    ]
    if sure and max(sure)[0] > min(sure)[0]:
        level, period = max(sure, key=lambda found: found[0])
        figure = mean_figure(level, level, one.unit, units)
        said.append(f"highest week from {_head(period.days.start)}, {figure} a day")
    largest = max(
        (week.largest for week in one.weeks if week.largest),
        key=lambda found: found.low + found.high,
        default=None,
    )
    if largest and largest.high:
        figure = span_figure(largest.low, largest.high, one.unit, units)
        said.append(f"largest day {day_name(largest.day)}, {figure}")
    return f"{own(one.substance.name)}: {'; '.join(said)}." if said else ""


def _feelings(summary: Summary, weeks: WindowWeeks) -> list[WeekLine]:
    lines = []
    if Section.URGES in summary.parts or Section.MOOD in summary.parts:
        lines += [_peaks(weeks)] if any(weeks.urge) else []
    if Section.MOOD in summary.parts:
        lines += [_of_ten("Mood (10 is best)", weeks.mood, weeks)] if any(weeks.mood) else []
        lines += [_sleep(weeks)] if any(weeks.sleep) else []
    return lines


def _peaks(weeks: WindowWeeks) -> WeekLine:
    points = tuple(
        None
        if one is None
        else WeekPoint(
            one.value / TEN, f"{one.value}", thin=one.days < FEW, running=_runs(weeks, place)
        )
        for place, one in enumerate(weeks.urge)
    )
    return WeekLine("Strongest urge (10 is most)", points)


def _of_ten(name: str, means: Sequence[Average | None], weeks: WindowWeeks) -> WeekLine:
    return WeekLine(name, _points(means, weeks, TEN, lambda one: tenths(one.value)))


def _sleep(weeks: WindowWeeks) -> WeekLine:
    points = _points(weeks.sleep, weeks, NIGHT, lambda one: tenths(one.value / 60))
    return WeekLine("Sleep, hours", points)


def _points(
    means: Sequence[Average | None],
    weeks: WindowWeeks,
    full: int,
    say: Callable[[Average], str],
) -> tuple[WeekPoint | None, ...]:
    return tuple(
        None
        if one is None
        else WeekPoint(
            _share(one.value, full), say(one), thin=one.days < FEW, running=_runs(weeks, place)
        )
        for place, one in enumerate(means)
    )


def _runs(weeks: WindowWeeks, place: int) -> bool:
    return place == len(weeks.weeks) - 1 and not weeks.weeks[place].complete


def _share(level: Fraction, full: Fraction | int) -> float:
    return min(1.0, float(decimal(level / full))) if full else 0.0
