"""One page that holds every block, as a person with eight weeks behind them might see it."""

from __future__ import annotations

from datetime import date, timedelta

from hrjournal.blocks import (
    Bar,
    CalendarGrid,
    CalendarGridDay,
    Column,
    DefinitionList,
    Heading,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
)
from support.formats.sample_weeks import week_chart

WEEKS = Table(
    columns=(
        Column("Week of"),
        Column("Total", right=True),
        Column("Used", drop_order=1),
        Column("Per use day", right=True, drop_order=2),
        Column("Largest day", right=True, drop_order=3),
        Column("Heavy days", right=True, drop_order=6),
        Column("Longest run without", right=True, drop_order=5),
        Column("Mood", right=True, drop_order=7),
        Column("Urge", right=True, drop_order=8),
        Column("", drop_order=4),
        Column("Beside your usual", drop_order=1),
    ),
    rows=(
        ("29 Sep", "24", "6 of 7 days", "4", "7", "3", "1 day", "4.2", "6", Bar(1.0), "3 more"),
        ("6 Oct", "21", "5 of 7 days", "4.2", "6", "2", "1 day", "4.6", "5.5", Bar(0.88), "usual"),
        ("13 Oct", "7 to 9", "3 of 5 days", "2.7", "4", "0", "2 days", "5.1", "5", Bar(0.33), ""),
        ("20 Oct", "", "nothing written", "", "", "", "", "", "", Bar(None), ""),
        ("27 Oct", "18 +?", "5 of 7 days", "3.6", "6", "1", "2 days", "5", "4.5", Bar(0.75), ""),
        ("3 Nov", "14", "4 of 6 days", "3.5", "5", "0", "2 days", "5.8", "4", Bar(0.58), "7 fewer"),
        ("10 Nov", "0", "0 of 4 days", "", "", "0", "4 days", "6.3", "2", Bar(0.0), "21 fewer"),
    ),
    title="Alcohol, in US standard drinks",
)


def month(title: str, first: date, until: date, shift: int = 0) -> CalendarGrid:
    """A month whose days take every mark in turn, as weeks from Monday to Sunday."""
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday <= first or monday.month == first.month:
        days = (monday + timedelta(days=number) for number in range(7))
        weeks.append(tuple(_day(day, first, until, shift) for day in days))
        monday += timedelta(days=7)
    return CalendarGrid(title, ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), tuple(weeks))


def _day(day: date, first: date, until: date, shift: int) -> CalendarGridDay:
    if day.month != first.month or day > until:
        return CalendarGridDay(day.day, Mark.OUTSIDE)
    marks = (
        (Mark.SOME, 2),
        (Mark.SOME, 4),
        (Mark.NONE, 0),
        (Mark.SOME, 1),
        (Mark.NONE, 0),
        (Mark.NONE, 0),
        (Mark.SOME, 3),
        (Mark.UNWRITTEN, 0),
        (Mark.UNWRITTEN, 0),
        (Mark.UNWRITTEN, 0),
        (Mark.UNKNOWN, 0),
    )
    mark, step = marks[(day.day + shift) % len(marks)]
    return CalendarGridDay(day.day, mark, step, event=day.day == 16)


PAGE = Page(
    title="Your last eight weeks",
    blocks=(
        Text(
            "14 US standard drinks in the week of 3 November, on 4 of the 6 days you wrote down. "
            "Your usual is 21 a week, from 4 weeks with 24 of 28 days written."
        ),
        Text("Over the whole view there is a gentle way down: about 2 drinks a week."),
        week_chart(),
        Heading("Week by week"),
        WEEKS,
        Sparkline(
            "Mood", (0.4, 0.45, 0.5, None, 0.5, 0.6, 0.75, 1), "4.2 to 6.3 of 10, on 29 days"
        ),
        Sparkline("Urges", (0.9, 0.8, 0.7, None, 0.6, 0.5, 0.2, 0.0), "6 to 2 of 10, on 29 days"),
        Heading("Your calendar"),
        month("September 2025", date(2025, 9, 1), date(2025, 11, 23)),
        month("October 2025", date(2025, 10, 1), date(2025, 11, 23), 5),
        month("November 2025", date(2025, 11, 1), date(2025, 11, 23), 3),
        Heading("Small wins"),
        Note("7 fewer drinks than your usual week, on 6 of 7 days.", Tone.WIN),
        Note(
            "Two evenings began later than they used to: the first drink at about half past eight "
            "in place of seven, on 4 use days.",
            Tone.WIN,
        ),
        Heading("What you are working on"),
        DefinitionList(
            (
                ("This week's step", "Eat something before the first drink"),
                ("If stress, then", "Walk around the block and call Sam before deciding anything"),
                ("Next session", "Thu 27 Nov"),
            )
        ),
        Note(
            "Your body may need less than before. After some days without, the same amount "
            "can hit harder: starting low and having someone near helps.",
            Tone.SAFETY,
        ),
        Note("See the days behind a win: hrjournal wins --why 3", Tone.HINT),
    ),
    data={"weeks": [{"from": "2025-11-03", "total": 14, "days_written": 6}], "note": "caf\u00e9"},
)
