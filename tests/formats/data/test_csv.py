from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.blocks import Bar, Column, Page, Table, Text
from hrjournal.formats import Form, file_bytes
from hrjournal.sanitize import sanitize
from support.formats.nasty import NASTY

FORMULA = tuple("=+-@|%\t\r\n\uff1d\uff0b\uff0d\uff20")


def written(*rows: tuple[str | Bar, ...], heads: tuple[str, ...] = ("one", "two")) -> str:
    table = Table(tuple(map(Column, heads)), rows)
    return file_bytes(Page("Title", (Text("Words"), table)), Form.CSV).decode()


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_table_is_rows_of_cells_with_the_line_ends_of_the_standard() -> None:
    assert written(("a", "1"), ('b "c"', "x,y")) == ('one,two\r\na,1\r\n"b ""c""","x,y"\r\n')


def test_the_first_table_of_a_page_is_the_one() -> None:
    tables = tuple(Table((Column(name),), (("a",),)) for name in ("first", "second"))
    assert file_bytes(Page("", tables), Form.CSV) == b"first\r\na\r\n"


def test_a_page_without_a_table_has_nothing_to_tell() -> None:
    assert file_bytes(Page("Title", (Text("Words"),)), Form.CSV) == b""


def test_bars_are_left_out() -> None:
    assert written(("a", Bar(0.5))) == "one,two\r\na,\r\n"


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1+1", "-2-3", "@SUM(A1)", "  =1", "\uff1d1+1", "|calc", "+-oo+", "%0A=1", "-3"],
)
def test_what_a_sheet_could_run_begins_with_an_apostrophe(cell: str) -> None:
    assert read(written((cell, "")))[1][0] == f"'{cell}"


@pytest.mark.parametrize("cell", ["14", "2.5", "+", "-", "o", "", "2-4", "a=b", "3 - 4"])
def test_numbers_and_signs_stay_as_they_are(cell: str) -> None:
    assert read(written((cell, "x")))[1][0] == cell


@pytest.mark.parametrize("text", NASTY)
def test_hostile_words_are_text_and_nothing_else(text: str) -> None:
    (cell, after) = read(written((text, "after")))[1]
    assert after == "after"
    assert not (len(cell) > 1 and cell.startswith(FORMULA))
    assert cell.removeprefix("'") == sanitize(text).removeprefix("'")


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_every_cell_comes_back(rows: list[tuple[str, str]]) -> None:
    found = read(written(*rows))[1:]
    shown = [[sanitize(cell) for cell in row] for row in rows]
    back = [
        [cell if cell == same else cell.removeprefix("'") for cell, same in zip(*both, strict=True)]
        for both in zip(found, shown, strict=True)
    ]
    assert back == shown
