from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from hrjournal.blocks import (
    Bar,
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
    WeekChart,
)
from hrjournal.errors import MissingPartError
from hrjournal.formats import Form, file_bytes, write
from hrjournal.formats.pdf.paper import Paper
from hrjournal.formats.pdf.pdf import pdf_bytes
from support.formats.printed import READER, Printed, needs_reader
from support.formats.sample_page import PAGE
from support.places import TESTS

pytestmark = pytest.mark.slow
ROWS: Final = tuple((f"row {number}", str(number)) for number in range(1, 201))
LONG: Final = Table((Column("Which"), Column("Number", right=True)), ROWS, "Many rows")
SAMPLE: Final = (
    "import sys\n"
    "from support.formats.sample_page import PAGE\n"
    "from hrjournal.formats.pdf.pdf import pdf_bytes\n"
    "sys.stdout.buffer.write(pdf_bytes(PAGE))\n"
)
NAMES: Final = ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME")


@pytest.fixture(scope="module")
def sample() -> Printed:
    return Printed(*PAGE.blocks, title=PAGE.title)


def test_the_same_page_is_the_same_document_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = pdf_bytes(PAGE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert pdf_bytes(PAGE) == now


def test_the_door_writes_it_to_files_and_to_what_is_under_a_stream(tmp_path: Path) -> None:
    assert file_bytes(PAGE, Form.PDF) == pdf_bytes(PAGE)
    place = tmp_path / "page.pdf"
    with place.open("w", encoding="ascii") as stream:
        write(PAGE, Form.PDF, stream)
    assert place.read_bytes() == pdf_bytes(PAGE)


def test_the_document_tells_nobody_when_where_or_by_whom_it_was_made(tmp_path: Path) -> None:
    place = tmp_path / "marked-folder"
    place.mkdir()
    tests = str(TESTS)
    done = subprocess.run(
        [sys.executable, "-c", SAMPLE],
        cwd=place,
        env={
            **os.environ,
            **dict.fromkeys(NAMES, "marked-name"),
            "HOME": str(place),
            "PYTHONPATH": tests,
        },
        capture_output=True,
        check=True,
    )
    printed = Printed(*PAGE.blocks, title=PAGE.title)
    assert done.stdout == printed.raw
    told = printed.everything.lower()
    unsaid = ("marked-", "creationdate", "moddate", "createdate", "modifydate", "/author(")
    for word in (*unsaid, "dc:creator", "/home", "/usr", "/tmp", ".typ", ".ttf", ".otf"):  # noqa: S108
        assert word.encode() not in told


def test_the_title_is_the_name_of_the_document(sample: Printed) -> None:
    assert b"/Title(Your last eight weeks)" in sample.raw
    assert b"/DisplayDocTitle true" in sample.raw
    assert b"/Title(A page)" in Printed(Text("Saved.")).raw


def test_the_document_is_made_for_reading_aloud_too(sample: Printed) -> None:
    assert b"/Marked true" in sample.raw
    assert b"/Lang(en)" in sample.raw
    assert b"<pdfuaid:part>1</pdfuaid:part>" in sample.everything
    assert b"/Lang(pl)" in pdf_bytes(PAGE, language="pl")


def test_nothing_in_the_document_acts_or_leads_elsewhere(sample: Printed) -> None:
    for word in (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/Annot", b"/AA", b"/A<<"):
        assert word not in sample.everything.replace(b"/A[<<", b"")


def test_the_template_reads_nothing_but_what_it_is_given() -> None:
    template = Path(pdf_bytes.__code__.co_filename).with_name("page.typ").read_text("utf-8")
    for word in ("@preview", "@local", "import", "include", "read(", "image(", "plugin(", "eval("):
        assert word not in template


def test_every_font_is_in_the_document(sample: Printed) -> None:
    fonts = sample.raw.count(b"/Type/FontDescriptor")
    assert fonts == sample.raw.count(b"/FontFile")
    assert fonts > 0


def test_the_sample_without_its_weeks_fits_on_one_sheet_of_either_kind() -> None:
    blocks = [block for block in PAGE.blocks if not isinstance(block, WeekChart)]
    sheet = Printed(*blocks, title=PAGE.title)
    letter = Printed(*blocks, title=PAGE.title, paper=Paper.LETTER)
    assert b"/MediaBox[0 0 595.27" in sheet.raw
    assert b"/MediaBox[0 0 612 792]" in letter.raw
    assert (sheet.raw.count(b"/Type/Page/"), letter.raw.count(b"/Type/Page/")) == (1, 1)


def test_a_little_more_than_a_sheet_is_set_closer_and_much_more_is_not() -> None:
    def told(lines: int) -> Printed:
        return Printed(*[Text("A line.")] * lines, title="Lines")

    def between(printed: Printed) -> float:
        tops = [float(top) for top in re.findall(rb"1 0 0 -1 \S+ (\S+) cm", printed.drawing)]
        return tops[2] - tops[3]

    loose, close, long = told(20), told(40), told(60)
    sheets = [printed.raw.count(b"/Type/Page/") for printed in (loose, close, long)]
    assert sheets == [1, 1, 2]
    assert between(close) < between(loose) - 1
    assert between(long) == pytest.approx(between(loose), abs=0.01)


@needs_reader
def test_every_word_of_the_sample_is_read_in_it(sample: Printed) -> None:
    shown = sample.squeezed
    for text in (PAGE.title, "Safety: Your body", "See the days behind a win", "18 +?", "20 Oct"):
        assert text.replace(" ", "") in shown
    for block in PAGE.blocks:
        if isinstance(block, Heading | Text | Note):
            assert block.text.replace(" ", "") in shown


@needs_reader
def test_a_table_repeats_its_heads_on_every_page_and_loses_no_row() -> None:
    pages = Printed(LONG, title="Rows").pages
    assert len(pages) > 2
    assert all("Many rows" in page and "Which" in page and "Number" in page for page in pages)
    rows = [line.split() for page in pages for line in page.splitlines() if "row " in line]
    assert [row for row in rows if row[0] == "row"] == [["row", n, n] for _, n in ROWS]


@needs_reader
def test_pages_are_counted_where_there_are_several() -> None:
    pages = Printed(LONG, title="Rows of a year").pages
    for number, page in enumerate(pages, 1):
        assert page.split()[-7:] == ["Rows", "of", "a", "year", str(number), "of", str(len(pages))]
    assert " of " not in Printed(Text("Saved."), title="Rows").pages[0]


@needs_reader
@pytest.mark.parametrize("after", [Text("After it."), LONG, DefinitionList((("Name", "Value"),))])
@pytest.mark.slow
def test_a_heading_never_stands_alone_at_the_foot(after: Text | Table | DefinitionList) -> None:
    places = set()
    for lines in range(30, 66, 3):
        printed = Printed(Text("x\n" * lines), Heading("Head"), after, Sparkline("Mood", (0.5,)))
        for number, page in enumerate(printed.pages):
            said = [line.strip() for line in page.splitlines() if line.strip()]
            last = said[-2] if re.search(r"\d of \d", said[-1]) else said[-1]
            assert last != "Head"
            places |= {number} if "Head" in said else set()
    assert places == {0, 1}


@needs_reader
def test_numbers_end_in_one_line_and_words_begin_in_one() -> None:
    table = Table(
        (Column("Day"), Column("Total", right=True)), (("one", "7"), ("twelve", "1234.5"))
    )
    placed = {word.text: word for word in Printed(table).placed}
    assert placed["7"].right == pytest.approx(placed["1234.5"].right, abs=0.1)
    assert placed["Total"].right == pytest.approx(placed["1234.5"].right, abs=0.1)
    assert placed["one"].left == pytest.approx(placed["twelve"].left, abs=0.1)


def test_figures_are_drawn_and_never_pictures_of_dots(sample: Printed) -> None:
    assert b"/Subtype/Image" not in sample.raw


def test_bars_are_as_long_as_their_shares_and_say_it() -> None:
    rows = tuple((str(share), Bar(share)) for share in (1.0, 0.5, 0.001, 0.0, None))
    printed = Printed(Table((Column("Day"), Column("")), rows))
    whole, first, _, second, _, least, _ = printed.boxes  # each on its track, and nothing for 0
    assert first == whole
    assert second / whole == pytest.approx(0.5, abs=0.001)
    assert 0.01 < least / whole < 0.02
    assert printed.alternatives == [
        "100% of the longest",
        "50% of the longest",
        "0% of the longest",
        "0% of the longest",
        "not known",
    ]


def test_a_line_and_a_day_are_told_in_words_too() -> None:
    week = (
        CalendarGridDay(3, Mark.SOME, 2, words="4 drinks"),
        CalendarGridDay(4, Mark.NONE, event=True),
    )
    printed = Printed(
        Sparkline("Mood", (0.0, None, 1.0)), CalendarGrid("May", ("Mo", "Tu"), (week,))
    )
    line, *days = printed.alternatives
    assert line == "from 0% to 100%, last 100%; 1 of 3 unwritten"
    assert days == ["3: 4 drinks", "4: none, an event"]


def test_every_mark_of_a_day_is_drawn_in_its_own_way_without_color() -> None:
    marks = [(mark, 0) for mark in (Mark.UNWRITTEN, Mark.NONE, Mark.UNKNOWN)]
    marks += [(Mark.SOME, step) for step in (1, 2, 3, 4)]
    drawn = set()
    for mark, step in marks:
        strokes = Printed(CalendarGrid("", (), ((CalendarGridDay(5, mark, step),),))).strokes
        drawn.add(strokes.rpartition(b"BT")[0])  # without the words that explain it
    assert len(drawn) == len(marks)


def test_nothing_is_red(sample: Printed) -> None:
    assert len(sample.colors) > 5
    assert [color for color in sample.colors if color[0] > max(color[1:]) + 0.25] == []


def test_steps_are_counted_and_wins_are_marked() -> None:
    steps = ItemList(("Call", "Stay"), numbered=True)
    printed = Printed(steps, ItemList(("Eat",)), Note("2 fewer.", Tone.WIN))
    assert printed.raw.count(b"/S/LI/") == 4
    if READER:
        assert printed.squeezed == "1.Call2.Stay\u2022Eat+2fewer."


def test_without_the_typesetter_one_sentence_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.delitem(sys.modules, "hrjournal.formats.pdf.typst", raising=False)
    monkeypatch.setattr(sys, "executable", "/a place/python")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    said = "PDF needs one more part: "
    with pytest.raises(MissingPartError) as told:
        pdf_bytes(Page("", ()))
    assert str(told.value) == f"{said}'/a place/python' -m pip install typst"
    assert told.value.exit_code == 1
    (tmp_path / "pipx_metadata.json").touch()
    with pytest.raises(MissingPartError, match=f"{said}pipx inject hrjournal typst"):
        pdf_bytes(Page("", ()))


def test_the_typesetter_is_loaded_when_a_pdf_is_drawn_and_no_sooner() -> None:
    program = (
        "import sys\n"
        "from hrjournal.blocks import Page\n"
        "from hrjournal.formats.pdf.pdf import pdf_bytes\n"
        "before = 'typst' in sys.modules\n"
        "pdf_bytes(Page('', ()))\n"
        "print(before, 'typst' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
