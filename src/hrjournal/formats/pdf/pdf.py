"""The page as one PDF: tagged, whole in itself, and the same each time; it does not say where.

What people write reaches the typesetter as data, so that none of it is read as its language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.blocks import (
    Block,
    Facts,
    Heading,
    Heat,
    Listing,
    Note,
    Page,
    Spark,
    Table,
    Text,
    Tone,
)
from hrjournal.errors import MissingPartError
from hrjournal.formats.document.grids import legend, month_grid, table_grid
from hrjournal.formats.document.grouping import runs
from hrjournal.formats.document.svg import line_words
from hrjournal.formats.pdf.paper import Paper
from hrjournal.formats.plain.lines import TONES
from hrjournal.formats.sanitize_page import harmless_page
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Part(NamedTuple):
    """A piece of the document: what draws it, and what that is given."""

    kind: str
    given: tuple[Any, ...]


def pdf_bytes(page: Page, *, paper: Paper = Paper.A4, language: str = "en") -> bytes:
    """The page as a PDF; `language` is the one its own sentences are in."""
    try:
        from hrjournal.formats.pdf.typst import typeset  # noqa: PLC0415 - not everyone installs it
    except ImportError:
        raise MissingPartError('PDF needs one more part: pip install "hrjournal[pdf]"') from None
    page = harmless_page(page)
    title = page.title.strip()
    return typeset(
        {
            "title": title,
            "name": title or "A page",
            "language": language,
            "paper": paper.value,
            "of": "of",
            "parts": tuple(map(_part, runs(page.blocks))),
        }
    )


def _part(run: Sequence[Block]) -> Part:
    match run[0]:
        case Table() as table:
            return Part("table", table_grid(table))
        case Heat():
            heats = [block for block in run if isinstance(block, Heat)]
            return Part("calendar", (tuple(map(month_grid, heats)), legend(heats)))
        case Spark():
            sparks = [block for block in run if isinstance(block, Spark)]
            return Part("sparks", ([(*spark, line_words(spark.shares)) for spark in sparks],))
        case Note(tone=Tone.WIN):
            return Part("wins", ([block[0] for block in run],))
        case Heading() | Text() | Note() | Facts() | Listing() as block:
            return _worded(block)


def _worded(block: Heading | Text | Note | Facts | Listing) -> Part:
    match block:
        case Heading(text):
            return Part("heading", (text,))
        case Text(text):
            return Part("text", (text.split("\n"),))
        case Note(text, tone):
            return Part("note", (tone.value, TONES[tone], text))
        case Facts(rows):
            return Part("facts", (tuple(filter(any, rows)),))
        case Listing(items, numbered):
            return Part("listing", (tuple(filter(None, items)), numbered))
