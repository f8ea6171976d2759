from __future__ import annotations

import re
from typing import Final

import pytest

from hrjournal.blocks import (
    CalendarGridDay,
    Column,
    Mark,
    Page,
    Table,
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.formats.document.html import html_text
from hrjournal.formats.document.svg import STEP, weeks_dots, weeks_path
from support.formats.html_document import Document
from support.formats.sample_weeks import DAYS, week_chart

LEGEND: Final = (
    "less to more unwritten none ? amount unknown * event S therapy session "
    "( ) few days written week not over yet"
)


def text_of(chart: WeekChart) -> str:
    return html_text(Page("", (chart,))).partition("<main>")[2]


def rows(text: str) -> list[list[dict[str, str | None]]]:
    """The cells of each row, without what phones alone show."""
    found = re.findall(r"<tr.*?</tr>", text, re.DOTALL)
    cells = [Document(row).elements for row in found]
    return [
        [
            cell.attributes
            for cell in row
            if cell.tag in {"td", "th"} and "few" not in (cell.attributes.get("class") or "")
        ]
        for row in cells
    ]


def span(cell: dict[str, str | None]) -> int:
    return int(cell.get("colspan") or 1)


@pytest.mark.parametrize("weeks", [1, 6, 7, 12, 14])
def test_every_row_reaches_over_the_same_weeks(weeks: int) -> None:
    found = rows(text_of(week_chart(weeks)))
    assert len(found) == 1 + 2 * 8 + 4 * 2 + 1
    spanned = [sum(map(span, row)) for row in found]
    after = [not any("rowspan" in cell for cell in row) for row in found]
    under = [False, *(not whole for whole in after[:-1])]  # its first cell is the one above
    assert all(count + below == weeks + 1 for count, below in zip(spanned, under, strict=True))


@pytest.mark.parametrize("weeks", [7, 12, 14])
def test_a_phone_has_six_weeks_in_every_row(weeks: int) -> None:
    text = text_of(week_chart(weeks))
    assert "The last six weeks; a wider screen shows all." in text
    for row in re.findall(r"<tr.*?</tr>", text, re.DOTALL):
        cells = [one.attributes for one in Document(row).elements if one.tag in {"td", "th"}]
        shown = [
            one for one in cells if not {"early", "whole"} & {*(one.get("class") or "").split()}
        ]
        assert sum(map(span, shown)) in {6, 7}


def test_six_weeks_need_no_second_drawing() -> None:
    text = text_of(week_chart(6))
    assert "wider screen" not in text
    assert text.count('class="drawn"') == text.count("preserveAspectRatio") == 4


def test_heads_name_weeks_days_grids_and_lines_and_none_is_empty() -> None:
    text = text_of(week_chart())
    scopes = [one["scope"] for one in Document(text.partition("</main>")[0]).all("th")]
    assert scopes.count("col") == 12
    assert scopes.count("rowgroup") == 2
    assert scopes.count("row") == 2 * 7 + 4
    assert re.findall(r"<th[^>]*>\s*</th>", text) == []
    assert [name for name in DAYS if f">{name}</th>" not in text] == []


def test_names_and_heads_that_are_empty_make_no_head() -> None:
    day = CalendarGridDay(1, Mark.NONE)
    chart = WeekChart("", ("",), ("",), (WeekDays("", ((day,),)),), (WeekLine("", (None,)),))
    assert "<th " not in text_of(chart)


def test_a_point_stands_in_the_middle_of_its_week() -> None:
    points = (WeekPoint(0, "0"), None, WeekPoint(0.5, "5"), WeekPoint(1, "10"))
    assert weeks_dots(points, thin=False) == "M5 21 h0 M25 12 h0 M35 3 h0"
    assert weeks_path(points, running=False) == "M25 12 L35 3"
    svg = Document(
        text_of(WeekChart("", ("a", "b", "c", "d"), (), (), (WeekLine("x", points),))).partition(
            "</main>"
        )[0]
    ).all("svg")[0]
    assert svg["viewbox"] == f"0 0 {4 * STEP} 24"


def test_a_phone_draws_the_last_six_weeks_anew() -> None:
    text = text_of(week_chart())
    assert text.count('viewBox="0 0 120 24"') == text.count('viewBox="0 0 60 24"') == 4


def test_weeks_that_run_or_are_thin_are_drawn_apart() -> None:
    points = (WeekPoint(0, "0"), WeekPoint(1, "1", thin=True), WeekPoint(0, "2", running=True))
    assert weeks_path(points, running=True) == "M15 3 L25 21"
    assert weeks_dots(points, thin=True) == "M15 3 h0"
    words = Document(
        text_of(WeekChart("", ("a", "b", "c"), (), (), (WeekLine("x", points),))).partition(
            "</main>"
        )[0]
    ).words
    assert "(1)1, few days written" in words
    assert "2, not over yet" in words
    assert words.endswith("( ) few days written week not over yet")


def test_a_day_says_its_number_its_amount_and_its_words() -> None:
    row = (
        CalendarGridDay(1, Mark.SOME, 2, words="3 drinks", figure="3", session=True),
        CalendarGridDay(2, Mark.SOME, 1, figure="1"),
        CalendarGridDay(3, Mark.NONE, event=True),
        CalendarGridDay(4, Mark.UNWRITTEN),
        CalendarGridDay(5, Mark.UNKNOWN),
        CalendarGridDay(6, Mark.OUTSIDE),
    )
    text = text_of(WeekChart("", ("a",) * 6, ("Mo",), (WeekDays("Tea", (row,)),), ()))
    document = Document(text.partition("</main>")[0])
    for words in (
        "1S3: 3 drinks, a therapy session",
        "21: used, 1",
        "3*: none, an event",
        "4: unwritten",
        "5?: used, amount unknown",
    ):
        assert words in document.words
    classes = [one.get("class") for one in document.all("td") if "day" in (one.get("class") or "")]
    assert classes == [
        "day some step-2",
        "day some step-1",
        "day none",
        "day unwritten",
        "day unknown",
    ]


def test_the_legend_explains_what_is_there_and_nothing_else() -> None:
    words = Document(text_of(week_chart()).partition("</main>")[0]).words
    assert words.endswith(LEGEND)
    row = (CalendarGridDay(1, Mark.NONE),)
    small = text_of(WeekChart("", ("a",), ("Mo",), (WeekDays("Tea", (row,)),), ()))
    assert Document(small.partition("</main>")[0]).words.endswith("1: none none")


def test_days_of_use_without_an_amount_keep_their_level() -> None:
    rows_of = ((CalendarGridDay(1, Mark.SOME, 3), CalendarGridDay(8, Mark.SOME, 1, figure="1")),)
    text = text_of(WeekChart("", ("a", "b"), ("Mo",), (WeekDays("Tea", rows_of),), ()))
    assert text.count("less to more") == 1
    assert text.count('class="sign"') == 1 + 4


def test_many_words_of_a_line_stand_under_it() -> None:
    text = text_of(week_chart())
    assert text.count("Largest day: 12.5, Sun 26 Oct.</td>") == 2  # one of them for phones
    assert '<span class="words" dir="auto">Higher is better.</span></th>' in text


def test_weeks_that_are_not_there_are_filled_with_nothing() -> None:
    chart = WeekChart("", (), (), (WeekDays("Tea", ((CalendarGridDay(1, Mark.NONE),), ())),), ())
    document = Document(text_of(chart).partition("</main>")[0])
    assert len(document.all("table")) == 1
    empty = Document(text_of(WeekChart("Weeks", (), (), (), ())).partition("</main>")[0])
    assert (empty.words, empty.all("table")) == ("Weeks", [])


def test_a_page_with_weeks_is_tight_on_paper_and_its_letters_are_large_enough() -> None:
    text = html_text(Page("", (week_chart(),)))
    assert '<html lang="en" class="dense tight">' in text
    paper = text.partition("@media print")[2].partition("</style>")[0]
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", paper)]
    assert min(sizes) == 8.5
    assert ".number" not in "".join(re.findall(r"([^{}]*)\{[^}]*display: none", paper))


TABLE: Final = Table(
    tuple(Column(name, drop_order=at) for at, name in enumerate(("Day", "Total", "Mood", ""))),
    (("Mon", "3", "", "x"), ("Tue", "", "5", "y")),
)


def test_a_table_of_many_wide_columns_is_told_in_cards_on_a_phone() -> None:
    wide = TABLE._replace(
        rows=tuple((day, *(9 * str(cell) for cell in row)) for day, *row in TABLE.rows)
    )
    text = html_text(Page("", (wide,)))
    document = Document(text)
    assert document.all("table")[0] == {"class": "cards", "role": "table"}
    labels = [cell.get("data-label") for cell in document.all("td")]
    assert labels == [None, "Total", None, None, None, "Mood", None]
    assert {cell["role"] for cell in document.all("td")} == {"cell"}
    assert [cell["role"] for cell in document.all("th")] == ["columnheader"] * 3 + ["rowheader"] * 2


def test_a_table_whose_cells_fit_beside_its_names_stays_a_table() -> None:
    document = Document(html_text(Page("", (TABLE,))))
    assert document.all("table") == [{}]
    assert document.all("th")[1]["class"] == "order-1"


def test_a_table_of_few_columns_stays_a_table() -> None:
    few = Table(TABLE.columns[:2], (("Mon", "3"),))
    document = Document(html_text(Page("", (few,))))
    assert document.all("table") == [{}]
    assert "data-label" not in document.all("td")[0]


@pytest.mark.parametrize(
    ("text", "breaks"),
    [("x" * 19, True), ("x" * 18, False), ("a b " * 6 + "c", True), ("a b", False)],
)
def test_long_words_of_a_person_break_in_every_cell(text: str, breaks: bool) -> None:
    table = Table((Column(text), Column(text, right=True)), ((text, text),))
    cells = Document(html_text(Page("", (table,))))
    found = [*cells.all("th"), *cells.all("td")]
    assert [("breaks" in (one.get("class") or "").split()) for one in found] == [breaks] * 4
