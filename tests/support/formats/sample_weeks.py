"""A chart of weeks as a person might bring it along, with every sign that a chart can have."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from hrjournal.blocks import (
    CalendarGridDay,
    Mark,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
FIRST: Final = date(2025, 9, 8)
LAST: Final = date(2025, 11, 28)  # a Friday
_EVENT: Final = date(2025, 10, 16)
_AMOUNTS: Final = {
    "Alcohol, in US standard drinks": ("3", "", "5", "1", "", "6-8", "2", "4", "", "12.5", "2"),
    "Cannabis, in g": ("0.5", "0.25", "", "", "1", "", "", "0.5", "0.3", "", ""),
}
_LEAST: Final = {  # the least amount of each step
    "Alcohol, in US standard drinks": (0, 2.5, 4.5, 6),
    "Cannabis, in g": (0, 0.3, 0.5, 1),
}


def week_chart(weeks: int = 12) -> WeekChart:
    """So many weeks up to the last day, which is not the last of its week."""
    first = FIRST + timedelta(weeks=12 - weeks)
    mondays = [first + timedelta(weeks=place) for place in range(weeks)]
    return WeekChart(
        title=f"{weeks} weeks, from 8 September to 28 November 2025",
        heads=tuple(f"{monday.day} {monday:%b}" for monday in mondays),
        days=DAYS,
        grids=tuple(
            WeekDays(
                name,
                tuple(
                    tuple(_day(name, monday + timedelta(days=row)) for monday in mondays)
                    for row in range(7)
                ),
            )
            for name in _AMOUNTS
        ),
        lines=tuple(
            WeekLine(name, _points(figures, top, weeks), words)
            for name, words, top, figures in _LINES
        ),
    )


_LINES: Final = (
    (
        "Alcohol: US standard drinks a week",
        "Lower is less. Highest week: 26, from 15 Sep. Largest day: 12.5, Sun 26 Oct.",
        30,
        (24, 26, 21, 23.5, 18, None, 16, 19, 14, 12.5, 13, 8),
    ),
    ("Peak urge, 0 to 10", "Lower is calmer.", 10, (8, 8, 7, 7.5, 6, None, 6, 7, 5, 4, 4.5, 3)),
    ("Mood, 0 to 10", "Higher is better.", 10, (4, 3.5, 4.5, 4, 5, None, 5, 5.5, 5, 6, 6.5, 7)),
    ("Sleep, hours a night", "", 9, (5.5, 5, 6, 6.5, 6, None, 6, 6.5, 7, 7, 7.5, 7)),
)
_THIN: Final = 4  # this week from the end has few days written


def _points(
    figures: tuple[float | None, ...], top: float, weeks: int
) -> tuple[WeekPoint | None, ...]:
    known = (None,) * (weeks - len(figures)) + figures[-weeks:]
    return tuple(
        None
        if figure is None
        else WeekPoint(
            figure / top, f"{figure:g}", thin=place == weeks - _THIN, running=place == weeks - 1
        )
        for place, figure in enumerate(known)
    )


def _day(name: str, day: date) -> CalendarGridDay:
    number = (day - FIRST).days
    told = CalendarGridDay(
        day.day, Mark.UNWRITTEN, event=day == _EVENT, session=number % 14 == 3, words="not written"
    )
    if day > LAST:
        return CalendarGridDay(day.day, Mark.OUTSIDE)
    if number // 7 == 5:
        return told
    if number % 17 == 4:
        return told._replace(mark=Mark.UNKNOWN, words="used, amount not known")
    amounts = _AMOUNTS[name]
    figure = amounts[number * 5 % len(amounts)]
    if not figure:
        return told._replace(mark=Mark.NONE, words="none")
    return told._replace(
        mark=Mark.SOME,
        step=sum(least <= float(figure.partition("-")[0]) for least in _LEAST[name]),
        words=f"{figure.replace('-', ' to ')} {name.partition(', in ')[2]}",
        figure=figure,
    )
