"""The calendar page: months as grids, what is written of each, and the person's own events."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    CalendarGridDay,
    DefinitionList,
    Heading,
    Mark,
    Page,
    Text,
)
from hrjournal.domain.entries.entry import DAYS, MONTHS, day_name
from hrjournal.pages.amounts import (
    NOT_WRITTEN,
    NOTHING,
    amount_words,
    days_words,
    joined,
    span_figure,
)
from hrjournal.pages.days_text import used_word
from hrjournal.pages.trends.data import amount, iso, measured, span
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from hrjournal.domain.history import DayUse
    from hrjournal.domain.substances.units import Units
    from hrjournal.report.trends.calendar import (
        Calendar,
        CalendarDay,
        CalendarMonth,
        SubstanceCalendar,
    )


def page(calendar: Calendar, units: Units, last_written: int | None = None) -> Page:
    """The page. `last_written` is the last logged day of the journal, in view or not."""
    blocks: list[Block] = []
    for substance_calendar in calendar.substances:
        blocks += months(substance_calendar, calendar.week_starts, units)
    if not any(month.measures.written for one in calendar.substances for month in one.months):
        blocks = [Text(_nothing_words(calendar, last_written))]
    if calendar.events:
        rows = tuple((day_name(day), own(words)) for day, words in calendar.events)
        blocks += [Heading("Events"), DefinitionList(rows)]
    return Page("Calendar", tuple(blocks), data(calendar, units))


def _nothing_words(calendar: Calendar, last_written: int | None) -> str:
    if last_written is None:
        return NOTHING
    first, last = date.fromordinal(calendar.view.start), date.fromordinal(calendar.view.end - 1)
    seen = (
        f"From {day_name(first.toordinal())} to {day_name(last.toordinal())} "
        "no day of this calendar is logged."
    )
    if last_written in calendar.view:
        return seen
    found, today = date.fromordinal(last_written), date.fromordinal(calendar.today)
    months = 12 * (today.year - found.year) + today.month - found.month + 1
    return (
        f"{seen} The last day you logged is {day_name(last_written)}. "
        f"To see it: hrjournal calendar --months {months}"
    )


def months(found: SubstanceCalendar, week_starts: int, units: Units) -> list[Block]:
    """One substance: its months as grids, what the steps stand for, and how much is logged."""
    used = used_word(found.substance)
    heads = tuple(DAYS[(week_starts + place) % 7] for place in range(7))
    grids = [
        CalendarGrid(
            month_name(month),
            heads,
            tuple(
                tuple(_day(day, used, units) for day in week)
                for week in month.weeks
                if any(day.inside for day in week)
            ),
        )
        for month in found.months
    ]
    written = tuple((month_name(month), _coverage(month, used)) for month in found.months)
    ranges = _range_words(found, units)
    return [
        Heading(own(found.substance.name)),
        *grids,
        *([Text(ranges)] if ranges else []),
        DefinitionList(written),
    ]


def month_name(month: CalendarMonth) -> str:
    """A month and its year: `Nov 2026`."""
    first = date.fromordinal(month.period.whole.start)
    return f"{MONTHS[first.month - 1]} {first.year}"


def _coverage(month: CalendarMonth, used: str) -> str:
    """What is logged of a month: `23 of 30 days logged, used on 9`."""
    counted = month.measures
    words = f"{counted.written} of {days_words(counted.days)} logged"
    if month.period.running:
        words += " so far"
    return f"{words}, {used} on {counted.use_days}" if counted.written else words


def _range_words(found: SubstanceCalendar, units: Units) -> str:
    """What the steps stand for, in the person's own amounts."""
    if not found.ranges:
        return ""
    shown = units.shown(found.unit)[0].many
    spans = [
        span_figure(step.least // 2, step.most // 2, found.unit, units) for step in found.ranges
    ]
    if len(spans) == 1:
        return f"Days with a known amount: {spans[0]} {shown}."
    return f"The steps, from less to more: {joined(spans)} {shown}."


def _day(day: CalendarDay, used: str, units: Units) -> CalendarGridDay:
    number = date.fromordinal(day.day).day
    if not day.inside:
        return CalendarGridDay(number, Mark.OUTSIDE)
    words = record_words(day.record, used, units)
    for event in day.events:
        words += f"; event: {own(event)}"
    return CalendarGridDay(number, _mark(day), day.step, event=bool(day.events), words=words)


def _mark(day: CalendarDay) -> Mark:
    if day.record is None:
        return Mark.UNWRITTEN
    if not day.record.used:
        return Mark.NONE
    return Mark.SOME if day.step else Mark.UNKNOWN


def record_words(record: DayUse | None, used: str, units: Units) -> str:
    """A day in words: its amounts, none, or that it is not logged."""
    if record is None:
        return NOT_WRITTEN
    if not record.used:
        return "none"
    totals = ((record.unit, record.low, record.high), *record.others)
    return amount_words(totals, record.unknown, units) or f"{used}, amount not known"


def data(calendar: Calendar, units: Units) -> dict[str, Any]:
    """What is known of every day, and of each month."""
    return {
        "view": span(calendar.view),
        "substances": {
            own(substance_calendar.substance.name): {
                "key": own(substance_calendar.substance.key),
                "unit": own(substance_calendar.unit),
                "shown_unit": {
                    "name": units.shown(substance_calendar.unit)[0].many,
                    "holds": float(units.shown(substance_calendar.unit)[1]),
                },
                "months": [
                    {
                        "label": month.period.label,
                        **span(month.period.days),
                        **measured(month.measures),
                    }
                    for month in substance_calendar.months
                ],
                "days": [
                    _day_data(day) for month in substance_calendar.months for day in month.days
                ],
            }
            for substance_calendar in calendar.substances
        },
        "events": [{"day": iso(day), "words": own(words)} for day, words in calendar.events],
    }


def _day_data(day: CalendarDay) -> dict[str, Any]:
    record = day.record
    found: dict[str, Any] = {"day": iso(day.day), "known": "unwritten", "step": day.step or None}
    if record is None:
        return found
    if not record.used:
        return {**found, "known": "none"}
    return {
        **found,
        "known": "used",
        "amounts": [
            {"low": amount(low), "high": amount(high), "unit": own(unit)}
            for unit, low, high in ((record.unit, record.low, record.high), *record.others)
            if high
        ],
        "unknown_uses": record.unknown,
    }
