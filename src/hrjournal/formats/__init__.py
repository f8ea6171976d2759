"""Ink: the forms in which a page can be shown."""

from __future__ import annotations

import io
import os
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO, assert_never

from hrjournal.sanitize import sanitize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Literal

    from hrjournal.blocks import Page
    from hrjournal.formats.pdf.paper import Paper


class Form(StrEnum):
    """What a page is drawn for."""

    SCREEN = "screen"
    PLAIN = "plain"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "md"
    CSV = "csv"
    PDF = "pdf"


def write(page: Page, form: Form, stream: TextIO) -> None:
    """Write the page to the stream in this form."""
    match form:
        case Form.SCREEN:
            screen(stream)(page, stream)
        case Form.PLAIN:
            from hrjournal.formats.plain.lines import write_lines

            write_lines(page, stream)
        case Form.JSON:
            from hrjournal.formats.data.json import to_json

            stream.write(f"{to_json(page)}\n")
        case _:
            _write_document(page, form, stream)


def _write_document(
    page: Page,
    form: Literal[Form.HTML, Form.MARKDOWN, Form.CSV, Form.PDF],
    stream: TextIO,
) -> None:
    match form:
        case Form.HTML:
            from hrjournal.formats.document.html import write_html

            write_html(page, stream)
        case Form.MARKDOWN:
            from hrjournal.formats.document.markdown import markdown_text

            stream.write(markdown_text(page, stream.encoding or "utf-8"))
        case Form.CSV:
            from hrjournal.formats.data.csv import write_csv

            write_csv(page, stream)
        case Form.PDF:
            from hrjournal.formats.pdf.pdf import pdf_bytes

            stream.buffer.write(pdf_bytes(page))  # what is under the stream, for it is no text
        case _:
            assert_never(form)


def file_bytes(page: Page, form: Form, paper: Paper | None = None) -> bytes:
    """What a file of the page in this form holds: UTF-8, with the same line ends everywhere.

    A PDF is laid out for a sheet, A4 unless another is named; HTML fits any, and the rest has none.
    """
    if form is Form.PDF and paper:
        from hrjournal.formats.pdf.pdf import pdf_bytes

        return pdf_bytes(page, paper=paper)
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, "utf-8", newline="\n") as stream:
        write(page, form, stream)
        stream.flush()
        return raw.getvalue()


def screen(stream: TextIO) -> Callable[[Page, TextIO], None]:
    """What draws on this stream; a console of Windows may need more than signs in the text."""
    if os.name == "nt" and stream.isatty():
        from hrjournal.formats.terminal import console

        return console.show
    from hrjournal.formats.terminal import show

    return show.show


def say(lines: Iterable[str], stream: TextIO) -> None:
    """A few plain lines, for answers that need no page; on a screen no word is cut at its edge."""
    from hrjournal.formats.width import screen_of

    width = screen_of(stream)
    text = "".join(f"{_fitted(sanitize(line), width)}\n" for line in lines)
    if not text.isascii():
        from hrjournal.formats.encoding import encodable

        text = encodable(text, stream.encoding or "utf-8")
    stream.write(text)
    stream.flush()


def _fitted(line: str, width: int) -> str:
    if not 20 <= width < len(line):
        return line
    from textwrap import fill

    return fill(line, width, break_on_hyphens=False)
