from __future__ import annotations

import pytest

from hrjournal.blocks import Bar, CalendarGrid, CalendarGridDay, Column, Mark, Table
from hrjournal.formats.document.grids import GridCell, legend, month_grid, table_grid
from support.formats.sample_page import WEEKS


def test_cells_know_how_they_stand() -> None:
    table = Table(
        (Column("Note"), Column("Total", right=True), Column("")), (("word " * 9, "12", Bar(0.5)),)
    )
    grid = table_grid(table)
    assert grid.heads == (GridCell("Note"), GridCell("Total", "figure"), GridCell(""))
    assert [cell.kind for cell in grid.rows[0]] == ["long", "figure", "bar"]
    assert grid.kind == ""


def test_eight_weeks_with_every_column_fit_on_paper() -> None:
    assert table_grid(WEEKS).kind == ""


@pytest.mark.parametrize(
    ("columns", "kind"), [(9, ""), (11, "crowded"), (13, "crowded packed"), (20, "crowded packed")]
)
def test_the_more_stands_abreast_the_narrower_it_gets(columns: int, kind: str) -> None:
    row = tuple("123456789" for _ in range(columns))
    assert table_grid(Table((Column("Day", right=True),) * columns, (row,))).kind == kind


def test_long_words_make_no_crowd() -> None:
    assert table_grid(Table((Column("Note"),) * 3, (("long words " * 60,) * 3,))).kind == ""


def test_a_step_is_one_of_four() -> None:
    days = tuple(CalendarGridDay(1, Mark.SOME, step) for step in (0, 1, 4, 9))
    week = month_grid(CalendarGrid("", (), (days,))).weeks[0]
    assert [square.step for square in week] == [1, 1, 4, 4]


def test_a_day_says_its_own_words() -> None:
    day = CalendarGridDay(1, Mark.SOME, 2, words="3 drinks")
    assert month_grid(CalendarGrid("", (), ((day,),))).weeks[0][0].words == "3 drinks"


def test_the_legend_holds_what_is_there_in_one_order() -> None:
    marks = (Mark.UNKNOWN, Mark.SOME, Mark.NONE, Mark.UNWRITTEN)
    days = tuple(CalendarGridDay(1, mark, 1, event=mark is Mark.NONE) for mark in marks)
    kinds = [kind for kind, _ in legend([CalendarGrid("", (), (days,))])]
    assert kinds == ["unwritten", "none", "some", "unknown", "event"]
