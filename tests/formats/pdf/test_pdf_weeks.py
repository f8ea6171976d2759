from __future__ import annotations

import re

import pytest

from hrjournal.blocks import (
    CalendarGridDay,
    Mark,
    Text,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.formats.pdf.paper import Paper
from support.formats.printed import Printed, needs_reader
from support.formats.sample_page import PAGE
from support.formats.sample_weeks import week_chart

pytestmark = pytest.mark.slow
SIZE = re.compile(rb"/f\d+ ([\d.]+) Tf")


def sizes(printed: Printed) -> list[float]:
    return [float(size) for size in SIZE.findall(printed.drawing)]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("weeks", [1, 12, 14])
def test_letters_of_weeks_are_never_smaller_than_can_be_read(weeks: int, paper: Paper) -> None:
    found = sizes(Printed(week_chart(weeks), paper=paper))
    assert len(found) > 40
    assert min(found) >= 8.5


@pytest.mark.parametrize("lines", [1, 20, 40])
def test_letters_stay_as_large_however_close_a_page_is_set(lines: int) -> None:
    blocks = (*PAGE.blocks, *[Text("A line.")] * lines)
    assert min(sizes(Printed(*blocks, title="Weeks"))) >= 8.5


@needs_reader
def test_two_grids_and_four_lines_leave_room_on_a_sheet() -> None:
    head = 17
    foot = _bottom(Printed(week_chart()._replace(title=""))) * 25.4 / 72
    assert 80 < foot - head < 115


def _bottom(printed: Printed) -> float:
    return max(float(y) for y in re.findall(r'yMax="(.+?)">[^<]', printed._read("-bbox")))


def test_every_day_and_every_line_is_told_in_words() -> None:
    row = (
        CalendarGridDay(3, Mark.SOME, 2, words="4 drinks", figure="4", session=True),
        CalendarGridDay(10, Mark.OUTSIDE),
    )
    line = WeekLine("Mood", (WeekPoint(0.4, "4", thin=True), None))
    chart = WeekChart("", ("3 May", "10 May"), ("Mo",), (WeekDays("Tea", (row,)),), (line,))
    assert Printed(chart).alternatives == [
        "3: 4 drinks, a therapy session",
        "Mood: 4, few days written; nothing written",
    ]


def test_the_heads_of_weeks_are_heads_of_a_table() -> None:
    raw = Printed(week_chart()).raw
    assert raw.count(b"/S/Table/") == 1
    assert raw.count(b"/S/TH/") >= 12
    assert raw.count(b"/S/Figure/") > 12 * 14 - 6


@needs_reader
def test_figures_days_and_meanings_are_read() -> None:
    shown = Printed(week_chart()).squeezed
    for text in (
        "12.5",
        "6-8",
        "Alcohol,inUSstandarddrinks",
        "(14)",
        "therapysession",
        "notoveryet",
    ):
        assert text in shown


@needs_reader
def test_long_names_wrap_within_the_sheet() -> None:
    long = "abcdefghij" * 30
    day = CalendarGridDay(3, Mark.SOME, 2, figure="123456789" * 3)
    chart = WeekChart(
        long,
        ("7 Sep",) * 12,
        ("Mo",),
        (WeekDays(long, ((day,) * 12,)),),
        (WeekLine(long, (WeekPoint(0.5, "1"),) * 12, long),),
    )
    placed = Printed(chart).placed
    assert all(word.left > 50 and word.right < 545 for word in placed)


def test_a_chart_of_nothing_is_no_mishap() -> None:
    for chart in (WeekChart("", (), (), (), ()), WeekChart("T", ("a",), (), (), ())):
        assert Printed(chart).raw.startswith(b"%PDF")
