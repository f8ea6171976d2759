"""Whatever people write, in any script, a PDF shows it as text or says honestly that it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import pytest
import typst
from hypothesis import given, settings

from hrjournal.blocks import (
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
    WeekChart,
    WeekDays,
    WeekLine,
    WeekPoint,
)
from hrjournal.formats.pdf.pdf import pdf_bytes
from hrjournal.sanitize import sanitize
from support.formats.hostile import pages
from support.formats.nasty import NASTY
from support.formats.printed import Printed, needs_reader

pytestmark = pytest.mark.slow

SOURCE: Final = (
    '#import "@preview/cetz:0.3.0": canvas',
    '#panic("x") #eval("1 + 1") #read("/etc/passwd")',
    "$x^2$ = head - list + enum / term: what",
    "*a* _b_ `c` <label> @label // no /* no */ \\ ~ ---",
    "#set page(fill: red) #v(50cm) #pagebreak()",
    '"] ] } ) #1.#2 \\u{41} \\" {{',
)
SCRIPTS: Final = (
    "Za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144",
    "\u65e5\u672c\u8a9e\u306e\u30c6\u30ad\u30b9\u30c8\u3001\u53e5\u8aad\u70b9\u3002",
    "\ud55c\uad6d\uc5b4 \ud14d\uc2a4\ud2b8",
    "\u0647\u0630\u0627 \u0646\u0635 \u0628\u0627\u0644\u0639\u0631\u0628\u064a\u0629 123.",
    "\u05d6\u05d4 \u05d8\u05e7\u05e1\u05d8 45.",
    "\U0001f44d\U0001f3fd \U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
)
ACTING: Final = (b"/URI", b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/Annot", b"/GoToR")
LACKING: Final = 'Some letters have no font on this computer. Each stands as "?" or a near letter.'


def everywhere(text: str) -> tuple[Block, ...]:
    """This text in every place where something can be said."""
    day = CalendarGridDay(5, Mark.SOME, 2, event=True, words=text)
    return (
        Heading(text),
        Text(text),
        *(Note(text, tone) for tone in Tone),
        DefinitionList(((text, text),)),
        ItemList((text, text), numbered=True),
        Table((Column(text), Column(text, right=True)), ((text, text),), text),
        Sparkline(text, (0.5, None), text),
        CalendarGrid(text, (text,) * 7, ((day,) * 7,)),
        WeekChart(
            text,
            ("7 Sep",) * 2,
            ("Mo",),
            (WeekDays(text, ((day, day),)),),
            (WeekLine(text, (WeekPoint(0.5, "3"), None), text),),
        ),
    )


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without any fonts of its own."""
    monkeypatch.setattr(typst, "Fonts", partial(typst.Fonts, include_system_fonts=False))


def refusal() -> typst.TypstError:
    """An error of the typesetter that names no letters."""
    error = typst.TypstError("No.", "No.")
    error.diagnostic = "No."
    return error


@given(page=pages)
@settings(max_examples=40, deadline=None)
def test_any_page_becomes_a_document_that_does_nothing(page: Page) -> None:
    raw = pdf_bytes(page)
    assert raw.startswith(b"%PDF-1.7")
    assert [word for word in ACTING if word in raw] == []


def test_every_hostile_text_in_every_place_becomes_a_document_that_does_nothing() -> None:
    printed = Printed(*(block for text in NASTY for block in everywhere(text[:300])), title="All")
    assert [word for word in ACTING if word in printed.everything] == []


@needs_reader
@pytest.mark.parametrize(("word", "between"), [("x", ""), ("word", " ")])
def test_a_text_of_several_pages_is_set_whole_in_every_place(word: str, between: str) -> None:
    text = between.join([word] * 1500)
    assert Printed(*everywhere(text), title=text).squeezed.count(word) >= 17 * 1500


@needs_reader
@pytest.mark.parametrize("text", SOURCE)
def test_the_language_of_the_typesetter_stays_text(text: str) -> None:
    printed = Printed(*everywhere(text), title=text)
    squeezed = re.sub(r"\s", "", text)
    assert printed.squeezed.count(squeezed) >= 8
    assert len(printed.pages) == 1


@needs_reader
def test_every_hostile_text_of_plain_letters_is_read_as_it_was_written() -> None:
    printable = [text for text in NASTY if text.isascii() and text.isprintable() and text.strip()]
    plain = [text for text in printable if len(text) < 1000]  # within a page
    shown = Printed(ItemList(tuple(plain))).squeezed
    assert len(plain) > 10
    assert [text for text in plain if "".join(text.split()) not in shown] == []


@needs_reader
def test_control_and_direction_signs_are_shown_as_dots() -> None:
    text = "a\x1b[31m\u202eb\u2028c\x00"
    assert sanitize(text) == "a\u00b7[31m\u00b7b\u00b7c\u00b7"
    assert Printed(Text(text)).squeezed == sanitize(text)


@needs_reader
def test_long_words_break_within_the_sheet_and_stay_one_word() -> None:
    long = "https://example.org/" + "abcdefghij" * 30
    printed = Printed(
        *everywhere(long),
        Table(tuple(Column(f"Column {at}") for at in range(40)), (("worth", *["1234567"] * 39),)),
        title=long,
    )
    assert printed.squeezed.count(long) >= 8
    assert printed.placed
    assert all(word.left > 36 and word.right < 559 for word in printed.placed)  # set closely


@needs_reader
@pytest.mark.parametrize("text", SCRIPTS)
def test_letters_of_any_script_are_shown_or_honestly_missed(text: str) -> None:
    printed = Printed(Text(text))
    letters = {letter for letter in text if letter.isalnum()}
    if LACKING.replace(" ", "") not in printed.squeezed:
        assert letters <= set(printed.squeezed)
    else:
        assert "?" in printed.squeezed


@needs_reader
@pytest.mark.parametrize("letters", ["\u65e5\u672c\u8a9e", "\ud14d", "\u0e01", "\U0001f468"])
def test_letters_without_a_font_are_question_marks_and_the_page_says_so(
    letters: str, bare: None
) -> None:
    shown = Printed(Text(f"Tea and {letters}."), title=letters)
    marks = "?" * len(letters)
    assert shown.squeezed == f"{marks}Teaand{marks}.{LACKING.replace(' ', '')}"
    assert f"/Title({marks})".encode() in shown.raw


@needs_reader
def test_european_letters_need_no_font_of_the_computer(bare: None) -> None:
    greek, russian = "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1", "\u043c\u0438\u0440"
    shown = Printed(Text(SCRIPTS[0]), Text(f"{greek}, {russian}"))
    assert shown.squeezed == f"{SCRIPTS[0]}{greek},{russian}".replace(" ", "")


@needs_reader
def test_a_typesetter_that_refuses_in_other_words_still_gives_a_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled: Callable[..., bytes] = typst.compile

    def compile_ascii(*given: Any, sys_inputs: dict[str, str], **more: Any) -> bytes:
        if not sys_inputs["page"].isascii():
            raise refusal()
        return compiled(*given, sys_inputs=sys_inputs, **more)

    monkeypatch.setattr(typst, "compile", compile_ascii)
    shown = Printed(Text("Caf\u00e9 \u65e5")).squeezed
    assert shown == f"Cafe?{LACKING.replace(' ', '')}"


def test_what_no_other_letters_can_mend_is_not_tried_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def compile_nothing(*_: Any, **__: Any) -> bytes:
        raise refusal()

    monkeypatch.setattr(typst, "compile", compile_nothing)
    with pytest.raises(typst.TypstError):
        pdf_bytes(Page("Caf\u00e9", ()))


@needs_reader
def test_what_is_written_from_right_to_left_stands_at_the_right() -> None:
    arabic, english = Printed(Text(SCRIPTS[3]), Text("Tea")).placed[-2:]
    assert english.left < 60
    assert arabic.right > 500
