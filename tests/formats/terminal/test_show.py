from __future__ import annotations

import io
import re
from collections.abc import Callable
from colorsys import rgb_to_hsv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    CalendarGridDay,
    Column,
    Heading,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Tone,
)
from hrjournal.blocks import Text as Paragraph
from hrjournal.formats.terminal.show import show
from support.formats.hostile import pages
from support.formats.sample_page import PAGE, WEEKS

WIDTHS = (60, 80, 120, 200)
ESCAPE = "\x1b"


class Screen(io.StringIO):
    """A stream that says a person is watching."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


class Old(io.StringIO):
    """A stream that has no more than ASCII."""

    encoding = "ascii"


def drawn(page: Page, width: int | None = 80, stream: io.StringIO | None = None) -> str:
    stream = io.StringIO() if stream is None else stream
    show(page, stream, width=width)
    return stream.getvalue()


def only(*blocks: Block) -> Page:
    return Page("", blocks)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_looks_as_approved(width: int, approved: Callable[[str, str], None]) -> None:
    approved(f"formats/screen-{width}.txt", drawn(PAGE, width))


def test_the_page_looks_as_approved_in_ascii(approved: Callable[[str, str], None]) -> None:
    out = drawn(PAGE, 80, Old())
    assert out.isascii()
    approved("formats/screen-80-ascii.txt", out)


def test_the_page_looks_as_approved_in_color(
    approved: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    out = drawn(PAGE, 80, Screen())
    approved("formats/screen-80-color.txt", out.replace(ESCAPE, "<ESC>"))


@pytest.mark.slow
@given(page=pages, width=st.sampled_from(WIDTHS))
@settings(max_examples=80, deadline=None)
def test_no_line_is_wider_than_the_screen(page: Page, width: int) -> None:
    assert all(cell_len(line) <= width for line in drawn(page, width).split("\n"))


@given(text=st.text(st.characters(min_codepoint=33, max_codepoint=0x24F), max_size=300))
@settings(max_examples=40, deadline=None)
def test_a_paragraph_is_wrapped_without_losing_a_letter(text: str) -> None:
    shown = "".join(drawn(only(Paragraph(text)), 60).split())
    letters = "".join(
        "\u00b7" if 0x7F <= ord(letter) < 0xA0 or letter == "\u00ad" else letter for letter in text
    )
    assert shown == "".join(letters.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_that_is_shown_is_cut_or_torn(width: int) -> None:
    out = drawn(only(WEEKS), width)
    assert "\u2026" not in out
    for whole in ("7 to 9", "18 +?", "6 of 7 days", "nothing written", "21 fewer"):
        assert whole in out


def test_the_most_spare_column_goes_first() -> None:
    names = ("Alpha", "Bravo", "Charlie", "Delta")
    columns = tuple(
        Column(name, drop_order=spare) for name, spare in zip(names, (0, 2, 1, 3), strict=True)
    )
    page = only(Table(columns, (tuple(letter * 20 for letter in "abcd"),)))
    for width, kept in ((200, 4), (80, 3), (60, 2), (30, 1)):
        out = drawn(page, width)
        order = ("Alpha", "Charlie", "Bravo", "Delta")
        assert [name in out for name in order] == [place < kept for place in range(4)]


def test_a_table_too_wide_even_so_is_told_row_by_row() -> None:
    columns = (Column("Day"), *(Column(f"Number {n}", right=True) for n in range(8)))
    cells = ("Monday", *(f"{n}00000000" for n in range(8)))
    out = " ".join(drawn(only(Table(columns, (cells,))), 60).split())
    assert "Number 7: 700000000." in out


def test_a_column_that_holds_nothing_is_not_drawn() -> None:
    table = Table((Column("Day"), Column("Mood"), Column("Total")), (("Mon", "", "2"),))
    assert "Mood" not in drawn(only(table))


def test_a_table_without_rows_is_its_title() -> None:
    assert drawn(only(Table((Column("Day"),), (), "Alcohol"))).split() == ["Alcohol"]


def test_long_words_of_a_person_wrap_beside_the_numbers() -> None:
    table = Table((Column("Note"), Column("Total", right=True)), (("word " * 30, "12"),))
    out = drawn(only(table), 60)
    assert out.count("word") == 30
    assert re.search(r"word +12$", out, re.MULTILINE)


@pytest.mark.parametrize(
    ("variables", "watched"),
    [
        ({"NO_COLOR": "1", "TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, True),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "FORCE_COLOR": "1", "TTY_COMPATIBLE": "1"}, False),
    ],
)
def test_no_color_leaves_no_escape(
    variables: dict[str, str], watched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ESCAPE not in drawn(PAGE, 80, Screen() if watched else None)


@pytest.mark.parametrize("term", ["xterm", "xterm-256color"])
def test_color_changes_nothing_but_color(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", term)
    colored = drawn(PAGE, 80, Screen())
    assert ESCAPE in colored
    bare = re.sub(r"\x1b\[[0-9;]*m", "", colored)
    assert [line.rstrip() for line in bare.split("\n")] == drawn(PAGE, 80).split("\n")


def test_red_is_never_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")
    for red, green, blue in re.findall(r"[34]8;2;(\d+);(\d+);(\d+)", drawn(PAGE, 80, Screen())):
        hue, saturation, _ = rgb_to_hsv(int(red), int(green), int(blue))
        assert 0.08 < hue < 0.92 or saturation == 0
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "xterm")
    codes = re.findall(r"\x1b\[([0-9;]*)m", drawn(PAGE, 80, Screen()))
    assert not {"31", "41", "91", "101"} & {code for group in codes for code in group.split(";")}


def test_the_linux_console_gets_what_its_fonts_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "linux")
    assert drawn(PAGE, 80, Screen()).isascii()


@pytest.mark.parametrize(
    ("columns", "width"),
    [("100", 100), ("", 80), ("soon", 80), ("0", 80), ("9" * 5000, 200), ("3", 20)],
)
def test_columns_sets_the_width(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    heading = only(Heading("x" * 1000))
    assert max(map(len, drawn(heading, None).split("\n"))) == width


def test_a_screen_without_a_size_is_eighty_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    heading = only(Heading("x" * 1000))
    assert max(map(len, drawn(heading, None, Screen()).split("\n"))) == 80


def test_an_answer_stays_on_as_many_lines_as_it_has_sentences() -> None:
    page = only(
        Paragraph("Saved as 12: 2 US standard drinks, today at 21:30."),
        Note("Water between drinks helps.", Tone.SAFETY),
        Note("You wrote it down.", Tone.WIN),
    )
    assert drawn(page).rstrip("\n").count("\n") == 2


def test_months_stand_side_by_side_where_there_is_room() -> None:
    heads = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
    week = tuple(CalendarGridDay(number, Mark.NONE) for number in range(1, 8))
    page = only(*(CalendarGrid(f"Month {number}", heads, (week,)) for number in range(4)))
    for width, abreast in ((60, 1), (80, 2), (120, 3), (200, 3)):
        titles = [line.count("Month") for line in drawn(page, width).split("\n")]
        assert max(titles) == abreast
        assert sum(titles) == 4


def test_a_screen_too_narrow_for_a_month_gets_its_days_in_words() -> None:
    heat = CalendarGrid(
        "May 2025", (), ((CalendarGridDay(1, Mark.NONE), CalendarGridDay(2, Mark.SOME, 3)),)
    )
    assert "2 May: used, step 3 of 4" in drawn(only(heat), 30)


def test_the_legend_tells_the_signs_that_are_there() -> None:
    heat = CalendarGrid(
        "May 2025",
        (),
        ((CalendarGridDay(1, Mark.NONE), CalendarGridDay(2, Mark.UNKNOWN, event=True)),),
    )
    out = drawn(only(heat))
    assert "\u25cb none   ? amount unknown   * event" in out
    assert "unwritten" not in out


def test_every_mark_of_a_day_has_its_own_sign() -> None:
    marks = [(mark, 0) for mark in (Mark.UNWRITTEN, Mark.NONE, Mark.UNKNOWN)]
    marks += [(Mark.SOME, step) for step in (1, 2, 3, 4)]
    week = tuple(CalendarGridDay(5, mark, step) for mark, step in marks)
    for stream in (io.StringIO(), Old()):
        grid = drawn(only(CalendarGrid("", (), (week,))), 80, stream)
        assert len(set(re.findall(r" 5(\S)", grid))) == 7


def test_sparklines_without_room_have_their_words_below() -> None:
    spark = Sparkline("Mood", (0.0, None, 1.0) * 14, "about 5 of 10, on 28 of 42 days")
    narrow = drawn(only(spark), 60).strip().split("\n")
    wide = drawn(only(spark), 120).strip().split("\n")
    assert [len(narrow), len(wide)] == [2, 1]
    assert "\u2581\u00b7\u2588" in wide[0]
    assert narrow[1].split() == spark.words.split()
