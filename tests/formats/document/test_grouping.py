from __future__ import annotations

import pytest

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
    Sparkline,
    Table,
    Text,
    Tone,
)
from hrjournal.formats.document.grouping import group_blocks, pad_rows, weeks

HEAT = CalendarGrid("", (), ())
SPARK = Sparkline("", ())
WIN = Note("2 fewer", Tone.WIN)
HINT = Note("Try days", Tone.HINT)


def test_calendars_lines_and_wins_in_a_row_are_one_run() -> None:
    blocks = (HEAT, HEAT, SPARK, SPARK, WIN, WIN, HINT, HINT, WIN)
    assert [len(run) for run in group_blocks(blocks)] == [2, 2, 2, 1, 1, 1]


@pytest.mark.parametrize(
    "block",
    [
        Heading(" "),
        Text(""),
        Note("\n", Tone.SAFETY),
        DefinitionList(()),
        DefinitionList((("", ""),)),
        ItemList(()),
        ItemList(("",)),
    ],
)
def test_a_block_that_says_nothing_is_left_out(block: Block) -> None:
    assert list(group_blocks((block, HINT))) == [(HINT,)]


def test_a_block_that_says_nothing_parts_no_run() -> None:
    assert list(group_blocks((WIN, Text(""), WIN))) == [(WIN, WIN)]


def test_columns_that_hold_nothing_go() -> None:
    table = Table((Column("a"), Column("b"), Column("c")), (("1", "", Bar(None)), ("2", "")), "T")
    assert pad_rows(table) == Table((Column("a"), Column("c")), (("1", Bar(None)), ("2", "")), "T")


def test_weeks_without_a_day_of_the_month_go() -> None:
    outside, inside = CalendarGridDay(31, Mark.OUTSIDE), CalendarGridDay(1, Mark.UNWRITTEN)
    assert weeks(CalendarGrid("", (), ((outside, inside), (outside, outside)))) == (
        (outside, inside),
    )
