from __future__ import annotations

from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

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
from hrjournal.formats.document.markdown import markdown_text
from support.formats.html_document import Document
from support.formats.sample_page import PAGE, WEEKS

VIEWER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def told(*blocks: Block, encoding: str = "utf-8") -> str:
    return markdown_text(Page("", blocks), encoding)


def viewed(*blocks: Block) -> Document:
    return Document(VIEWER.render(told(*blocks)))


def tags(*blocks: Block) -> list[str]:
    return [found.tag for found in viewed(*blocks).elements]


def test_the_whole_page_is_as_approved(approved: Callable[[str, str], None]) -> None:
    approved("formats/page.md", markdown_text(PAGE))


def test_the_title_is_the_first_heading() -> None:
    assert markdown_text(Page("Seven days", (Heading("One"),))) == "# Seven days\n\n## One\n"


def test_a_paragraph_keeps_its_lines_and_an_empty_one_parts_paragraphs() -> None:
    assert told(Text("one\ntwo\n\n \nthree")) == "one  \ntwo\n\nthree\n"
    assert tags(Text("one\ntwo\n\nthree")) == ["p", "br", "p"]


def test_notes_keep_their_tone() -> None:
    notes = (
        Note("Go slowly.", Tone.SAFETY),
        Note("2 fewer.", Tone.WIN),
        Note("1 later.", Tone.WIN),
        Note("Try days.", Tone.HINT),
    )
    assert told(*notes).splitlines() == [
        "> **Safety:** Go slowly.",
        "",
        "* **Small win:** 2 fewer.",
        "* **Small win:** 1 later.",
        "",
        "Try days.",
    ]


def test_facts_are_a_list_with_their_names() -> None:
    assert told(DefinitionList((("Step", "Eat first"), ("", "no name"), ("", "")))) == (
        "- **Step:** Eat first\n- no name\n"
    )


def test_steps_are_numbered_and_points_are_not() -> None:
    steps = ItemList(("Call", "Stay"), numbered=True)
    assert told(steps) == "1. Call\n2. Stay\n"
    assert tags(steps, ItemList(("Eat",))) == ["ol", "li", "li", "ul", "li"]


def test_lists_in_a_row_stay_lists_of_their_own() -> None:
    steps, points = ItemList(("Call",), numbered=True), ItemList(("Eat",))
    assert tags(steps, steps, points, points) == ["ol", "li", "ol", "li", "ul", "li", "ul", "li"]


def test_a_table_keeps_every_cell_in_its_column() -> None:
    document = viewed(WEEKS)
    assert len(document.all("th")) == len(WEEKS.columns)
    assert len(document.all("td")) == len(WEEKS.columns) * len(WEEKS.rows)
    for cells in WEEKS.rows:
        assert all(isinstance(cell, Bar) or cell in document.words for cell in cells)


def test_numbers_stand_on_the_right() -> None:
    document = viewed(Table((Column("Day"), Column("Total", right=True)), (("Mon", "2"),)))
    assert [found.get("style") for found in document.all("td")] == [None, "text-align:right"]


def test_a_bar_is_drawn_in_the_signs_that_the_encoding_has() -> None:
    table = Table((Column("Day"), Column("")), (("Mon", Bar(0.5)),))
    assert "| Mon | \u2588\u2588\u2588\u2588\u2588\u2588 |" in told(table)
    assert r"| Mon | \#\#\#\#\#\# |" in told(table, encoding="ascii")


def test_a_table_that_holds_nothing_is_its_title() -> None:
    assert told(Table((Column("Day"),), (), "Alcohol")) == "**Alcohol**\n"


def test_a_sparkline_stands_beside_its_words() -> None:
    spark = Sparkline("Mood", (0.0, None, 1.0), "0 to 10 of 10")
    assert told(spark, spark).splitlines() == [
        "- **Mood:** \u2581\u00b7\u2588 0 to 10 of 10",
        "- **Mood:** \u2581\u00b7\u2588 0 to 10 of 10",
    ]


def test_a_calendar_is_a_table_with_signs_and_what_they_mean() -> None:
    week = (
        CalendarGridDay(1, Mark.NONE),
        CalendarGridDay(2, Mark.SOME, 4, event=True),
        CalendarGridDay(3, Mark.OUTSIDE),
    )
    meanings = "\u25cb none / \u2581\u2583\u2585\u2587 less to more / \\* event"
    assert told(CalendarGrid("May 2025", ("Mo", "Tu"), (week,))).splitlines() == [
        "**May 2025**",
        "",
        "| Mo | Tu |  |",
        "| :---: | :---: | :---: |",
        "| 1 \u25cb | 2 \u2587\\* |  |",
        "",
        f"Signs: {meanings}.",
    ]


@pytest.mark.parametrize("block", [CalendarGrid("", (), ()), Sparkline("", ()), Table((), ())])
def test_a_drawing_of_nothing_is_no_mishap(block: Block) -> None:
    assert viewed(block).words == ""
