from __future__ import annotations

from collections.abc import Callable

from hrjournal.blocks import (
    Bar,
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    DefinitionList,
    Heading,
    ItemList,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
)
from hrjournal.formats.plain.lines import lines
from support.formats.sample_page import PAGE, WEEKS


def told(*blocks: Block) -> list[str]:
    return list(lines(Page("", blocks)))


def test_the_whole_page_reads_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("formats/plain.txt", "\n".join(lines(PAGE)) + "\n")


def test_every_cell_that_says_something_is_told() -> None:
    out = "\n".join(told(WEEKS))
    for row in WEEKS.rows:
        for cell in row:
            assert isinstance(cell, Bar) or cell in out


def test_a_row_is_one_line_with_the_names_of_its_columns() -> None:
    table = Table(
        (Column("Week of"), Column("Total", right=True), Column("Used"), Column("")),
        (("16 Nov", "14 US standard drinks", "4 of 6 days", Bar(0.5)), ("23 Nov", "", "", "")),
    )
    assert told(table) == [
        "Week of 16 Nov. Total: 14 US standard drinks. Used: 4 of 6 days.",
        "Week of 23 Nov.",
    ]


def test_a_first_cell_that_says_its_column_already_is_not_told_twice() -> None:
    table = Table((Column("Week"), Column("Total")), (("Week of 16 Nov", "+?"),))
    assert told(table) == ["Week of 16 Nov. Total: +?."]


def test_a_note_says_its_tone_in_a_word() -> None:
    assert told(
        Note("Go slowly.", Tone.SAFETY), Note("2 fewer.", Tone.WIN), Note("Try days.", Tone.HINT)
    ) == ["Safety: Go slowly.", "Small win: 2 fewer.", "Hint: Try days."]


def test_facts_are_one_a_line() -> None:
    assert told(DefinitionList((("Step", "Eat first"), ("", "no name"), ("no value", "")))) == [
        "Step: Eat first",
        "no name",
        "no value",
    ]


def test_a_paragraph_keeps_its_lines_and_is_not_wrapped() -> None:
    assert told(Heading("Now"), Text(f"{'long ' * 60}\nsecond")) == [
        "",
        "Now",
        "long " * 60,
        "second",
    ]


def test_unwritten_days_in_a_row_share_a_line() -> None:
    days = (
        CalendarGridDay(31, Mark.OUTSIDE),
        CalendarGridDay(1, Mark.SOME, 2, words="used, 3 drinks"),
        CalendarGridDay(2, Mark.SOME, 4),
        CalendarGridDay(3, Mark.NONE),
        *(CalendarGridDay(number, Mark.UNWRITTEN) for number in range(4, 10)),
        CalendarGridDay(10, Mark.UNWRITTEN, event=True),
        CalendarGridDay(11, Mark.UNKNOWN, event=True, words="used; event: birthday"),
        CalendarGridDay(12, Mark.UNWRITTEN),
    )
    heads = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    assert told(CalendarGrid("Alcohol, November 2025", heads, (days[:7], days[7:]))) == [
        "Alcohol, November 2025",
        "1 Nov: used, 3 drinks",
        "2 Nov: used, step 4 of 4",
        "3 Nov: none",
        "4 to 9 Nov: unwritten",
        "10 Nov: unwritten, an event",
        "11 Nov: used; event: birthday",
        "12 Nov: unwritten",
    ]


def test_a_calendar_without_a_month_in_its_title_still_tells_its_days() -> None:
    assert told(CalendarGrid("", (), ((CalendarGridDay(5, Mark.NONE),),))) == ["5: none"]


def test_a_sparkline_is_its_words_or_else_its_shares() -> None:
    assert told(
        Sparkline("Mood", (0.5,), "about 5 of 10"), Sparkline("Urge", (0.25, None, 1.0))
    ) == [
        "Mood: about 5 of 10",
        "Urge: 25%, unwritten, 100%",
    ]


def test_steps_are_numbered_and_points_are_lines() -> None:
    assert told(ItemList(("Call for help", "Stay with them"), numbered=True)) == [
        "1. Call for help",
        "2. Stay with them",
    ]
    assert told(ItemList(("Eat first",))) == ["Eat first"]
