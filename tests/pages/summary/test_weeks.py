"""Twelve weeks side by side: the number in each day, and lines of how each week was."""

from __future__ import annotations

import pytest

from hrjournal.blocks import CalendarGridDay, Mark, Text, WeekLine, WeekPoint
from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from support.builders import CANNABIS, METHADONE, TODAY, entry, history, together
from support.pages.reading import DRINK
from support.pages.summing import WHOLE, chart, headings, only, said, shown

TITLE = "The last twelve weeks"
RECORDS = [
    entry(EntryType.URGE, TODAY - 9, urge=8),
    entry(EntryType.URGE, TODAY - 8, urge=3),
    *(entry(EntryType.CHECKIN, TODAY - 8 - at, mood=6, sleep=450) for at in range(4)),
    entry(EntryType.CHECKIN, TODAY, mood=3),
]
FOUND = history("1*80 0 2 . ? 1-3 2 0 1 1 1", each=DRINK, records=RECORDS)


def days(back: int, *ago: int) -> list[CalendarGridDay]:
    """The days so long ago, where the last column begins `back` days ago."""
    rows = chart(shown(FOUND, sessions=(TODAY - 10,), events={TODAY - 7})).grids[0].rows
    return [rows[(back - one) % 7][-1 + (back - one) // 7] for one in ago]


def test_each_day_holds_its_number() -> None:
    grid = chart(shown(FOUND)).grids[0]
    assert grid.name == "Alcohol, in US standard drinks"
    assert [len(row) for row in grid.rows] == [12] * 7
    figures = [(day.mark, day.figure) for day in days(0, 0, 3, 4, 5, 6, 7, 8)]
    assert figures == [
        (Mark.SOME, "1"),
        (Mark.NONE, "0"),
        (Mark.SOME, "2"),
        (Mark.SOME, "1-3"),
        (Mark.UNKNOWN, "?"),
        (Mark.UNWRITTEN, ""),
        (Mark.SOME, "2"),
    ]


def test_days_to_come_lie_outside() -> None:
    rows = chart(shown(FOUND)).grids[0].rows
    assert [row[-1].mark for row in rows] == [Mark.SOME, *[Mark.OUTSIDE] * 6]


def test_events_and_sessions_are_marked_on_their_days() -> None:
    assert [day.event for day in days(0, 6, 7, 8)] == [False, True, False]
    assert [day.session for day in days(0, 9, 10, 11)] == [False, True, False]
    marked = [day for row in chart(shown(FOUND)).grids[0].rows for day in row if day.session]
    assert marked == []


def test_columns_and_rows_have_their_dates_and_days() -> None:
    found = chart(shown(FOUND))
    assert (found.heads[0], found.heads[-1]) == ("7 Sep", "23 Nov")
    assert found.days == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def lines(parts: frozenset[Section] = WHOLE) -> dict[str, WeekLine]:
    return {line.name: line for line in chart(shown(FOUND, parts=parts)).lines}


def test_each_line_says_which_way_is_which() -> None:
    assert list(lines()) == [
        "Alcohol: days used",
        "Strongest urge (10 is most)",
        "Mood (10 is best)",
        "Sleep, hours",
    ]


def test_weeks_of_few_days_are_thin_and_the_running_one_is_dashed() -> None:
    mood = lines()["Mood (10 is best)"].points
    assert mood[-3:] == (
        WeekPoint(0.6, "6.0", thin=False, running=False),
        None,
        WeekPoint(0.3, "3.0", thin=True, running=True),
    )
    urge = lines()["Strongest urge (10 is most)"].points
    assert urge[-3] == WeekPoint(0.8, "8", thin=True, running=False)
    use = lines()["Alcohol: days used"].points
    assert [point and point.figure for point in use[-3:]] == ["6/7", "5/6", "1/1"]
    assert [point and point.thin for point in use[-3:]] == [False, False, True]


@pytest.mark.parametrize(("marks", "thin"), [("1*3 .*4 1", True), ("1*4 .*3 1", False)])
def test_four_logged_days_are_enough(marks: str, *, thin: bool) -> None:
    point = chart(shown(history(marks))).lines[0].points[-2]
    assert point
    assert point.thin is thin


def test_a_window_that_is_over_has_no_week_that_runs() -> None:
    page = shown(history("1*90"), DateRange(TODAY - 40, TODAY - 7))  # up to a Sunday
    assert chart(page).lines[0].points
    assert not any(point and point.running for point in chart(page).lines[0].points)


def test_highest_week_and_largest_day_are_named_apart_with_their_dates() -> None:
    found = history("1*60 9 1*6 3*7 2*15", each=DRINK)
    assert said(shown(found), TITLE)[0] == (
        "Alcohol: highest week from 2 Nov, 3 a day; largest day Mon 26 Oct 2026, 9."
    )


def test_a_week_of_few_days_is_not_called_the_highest() -> None:
    found = history("1*60 .*13 9 1*16", each=DRINK)
    line = said(shown(found), TITLE)[0]
    assert "from 2 Nov" not in line
    assert "highest week" not in line  # all others are alike
    assert "largest day Sat 7 Nov 2026, 9" in line


def test_three_calendars_at_most_and_none_of_a_medicine() -> None:
    found = together(
        history("1*90"), history("1*90", substance=CANNABIS), history("40*90", substance=METHADONE)
    )
    assert [grid.name.partition(",")[0] for grid in chart(shown(found)).grids] == [
        "Alcohol",
        "Cannabis",
    ]
    alone = shown(history("40*90", substance=METHADONE))
    assert not {"Week by week", TITLE} & {*headings(alone)}


def test_each_of_its_parts_can_be_left_out() -> None:
    page = chart(shown(FOUND, parts=WHOLE - {Section.CALENDAR}))
    assert (page.grids, len(page.lines)) == ((), 4)
    assert next(iter(lines(parts=WHOLE - {Section.CHARTS}))).startswith("Strongest urge")
    assert [*lines(parts=WHOLE - {Section.MOOD})] == [
        "Alcohol: days used",
        "Strongest urge (10 is most)",
    ]
    assert [*lines(parts=WHOLE - {Section.URGES})][1:] == [
        "Strongest urge (10 is most)",
        "Mood (10 is best)",
        "Sleep, hours",
    ]
    without = WHOLE - {Section.URGES, Section.MOOD}
    assert [*lines(parts=without)] == ["Alcohol: days used"]
    none = without - {Section.CALENDAR, Section.CHARTS}
    assert TITLE not in headings(shown(FOUND, parts=none))


def test_a_short_window_has_a_name_of_its_own() -> None:
    page = shown(FOUND, DateRange(TODAY - 20, TODAY + 1))
    assert "Week by week" in headings(page)
    assert only(page, "Week by week", Text)
