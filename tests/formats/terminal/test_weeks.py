from __future__ import annotations

import io

import pytest

from hrjournal.blocks import (
    CalendarGridDay,
    Mark,
    Page,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.formats.document.markdown import markdown_text
from hrjournal.formats.plain.lines import lines
from hrjournal.formats.terminal.show import show
from support.formats.sample_weeks import week_chart

ROW = (
    CalendarGridDay(7, Mark.SOME, 2, words="3 drinks", figure="3", session=True),
    CalendarGridDay(14, Mark.NONE, event=True),
    CalendarGridDay(21, Mark.UNWRITTEN),
    CalendarGridDay(28, Mark.OUTSIDE),
)
POINTS = (WeekPoint(1, "9"), WeekPoint(0.5, "4", thin=True), None, WeekPoint(0, "1", running=True))
SMALL = WeekChart(
    "Weeks",
    ("7 Sep", "14 Sep", "21 Sep", "28 Sep"),
    ("Mo",),
    (WeekDays("Tea, in cups", (ROW,)),),
    (WeekLine("Mood, 0 to 10", POINTS, "Higher is better."),),
)
EMPTY = (
    WeekChart("", (), (), (), ()),
    WeekChart("", ("7 Sep",), (), (WeekDays("", ()),), (WeekLine("", ()),)),
    WeekChart("", (), ("Mo",), (WeekDays("", (ROW, ())),), ()),
)


def drawn(chart: WeekChart, width: int = 80) -> str:
    stream = io.StringIO()
    show(Page("", (chart,)), stream, width=width)
    return stream.getvalue()


@pytest.mark.parametrize(("weeks", "width"), [(12, 80), (14, 120), (12, 120), (1, 60)])
def test_all_weeks_fit_on_usual_screens(weeks: int, width: int) -> None:
    out = drawn(week_chart(weeks), width)
    assert max(map(len, out.split("\n"))) <= width
    assert "wider screen" not in out
    monday = next(line for line in out.split("\n") if line.startswith("  Mo"))
    assert len(monday.split()) == weeks + 1


def test_the_oldest_weeks_go_where_there_is_no_room_and_the_page_says_so() -> None:
    out = drawn(week_chart(14), 60)
    assert max(map(len, out.split("\n"))) <= 60
    assert "The last 9 weeks; 5 more before them need a wider screen." in out
    assert "Aug" not in out


def test_figures_stand_under_their_weeks() -> None:
    assert drawn(SMALL).split("\n") == [
        "  Weeks",
        "      7 Sep 14 Sep 21 Sep 28 Sep",
        "  Tea, in cups",
        "  Mo     3S     \u25cb*      \u00b7".rstrip(),
        "  Mood, 0 to 10: Higher is better.",
        "        \u2588 9  \u2585 (4)      \u00b7   \u2581 1>",
        "",
        "  \u00b7 unwritten   \u25cb none   * event   S therapy session   ( ) few days written",
        "  > week not over yet",
        "",
    ]


def test_without_room_beside_figures_their_bars_stand_above() -> None:
    found = drawn(week_chart(), 80).split("\n")
    at = next(at for at, line in enumerate(found) if "(14)" in line)
    assert "\u2584" in found[at - 1]
    assert "\u2584" not in found[at]


def test_a_screen_too_narrow_for_weeks_gets_them_in_words() -> None:
    out = " ".join(drawn(week_chart(), 24).split())
    assert "Week of 8 Sep, Th 11: none, a therapy session" in out


@pytest.mark.parametrize("chart", EMPTY)
def test_a_chart_of_nothing_is_no_mishap(chart: WeekChart) -> None:
    page = Page("", (chart,))
    assert max(map(len, drawn(chart).split("\n"))) <= 80
    assert isinstance(list(lines(page)), list)
    assert markdown_text(page).endswith("\n")


def test_long_names_and_figures_wrap() -> None:
    long = "abcdefghij" * 12
    day = CalendarGridDay(7, Mark.SOME, 2, figure=long)
    chart = WeekChart(long, (long,), (long,), (WeekDays(long, ((day,),)),), ())
    out = drawn(chart)
    assert max(map(len, out.split("\n"))) <= 80
    assert "".join(out.split()).count("abcdefghij") >= 20


def test_plain_lines_say_one_fact_each() -> None:
    assert list(lines(Page("", (SMALL,)))) == [
        "Weeks",
        "Tea, in cups",
        "Week of 7 Sep, Mo 7: 3 drinks, a therapy session",
        "Week of 14 Sep, Mo 14: none, an event",
        "Week of 21 Sep, Mo 21: unwritten",
        "Mood, 0 to 10: Higher is better.",
        "Week of 7 Sep: 9",
        "Week of 14 Sep: 4, few days written",
        "Week of 21 Sep: nothing written",
        "Week of 28 Sep: 1, not over yet",
    ]


def test_unwritten_days_in_a_row_share_a_line() -> None:
    rows = tuple((CalendarGridDay(day, Mark.UNWRITTEN),) for day in (7, 8, 9))
    chart = WeekChart("", ("7 Sep",), ("Mo", "Tu", "We"), (WeekDays("Tea", rows),), ())
    assert list(lines(Page("", (chart,)))) == ["Tea", "Week of 7 Sep, Mo 7 to We 9: unwritten"]


def test_markdown_has_a_table_for_each_substance_and_one_for_the_lines() -> None:
    heads = "|  | 7 Sep | 14 Sep | 21 Sep | 28 Sep |"
    *told, signs = markdown_text(Page("", (SMALL,))).splitlines()
    assert told == [
        "**Weeks**",
        "",
        "**Tea, in cups**",
        "",
        heads,
        "| --- | ---: | ---: | ---: | ---: |",
        "| Mo | 3S | \u25cb\\* | \u00b7 |  |",
        "",
        heads,
        "| --- | ---: | ---: | ---: | ---: |",
        "| Mood, 0 to 10: Higher is better. | \u2588 9 | \u2585 (4) | \u00b7 | \u2581 1&gt; |",
        "",
    ]
    assert signs.startswith("Signs: \u00b7 unwritten / \u25cb none / \\* event / S therapy session")
    assert signs.endswith(" / ( ) few days written / &gt; week not over yet.")
