"""The page as one PDF: tagged, whole in itself, and the same each time; it does not say where.

What people write reaches the typesetter as data, so that none of it is read as its language.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
    WeekChart,
)
from hrjournal.errors import MissingPartError
from hrjournal.formats.document.grids import legend, month_grid, table_grid
from hrjournal.formats.document.grouping import group_blocks
from hrjournal.formats.document.svg import line_words
from hrjournal.formats.document.weeks import week_grid
from hrjournal.formats.pdf.paper import Paper
from hrjournal.formats.plain.lines import TONES
from hrjournal.formats.sanitize_page import sanitize_page
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class PdfPart(NamedTuple):
    """A piece of the document: what draws it, and what that is given."""

    kind: str
    given: tuple[Any, ...]


def pdf_bytes(page: Page, *, paper: Paper = Paper.A4, language: str = "en") -> bytes:
    """The page as a PDF; `language` is the one its own sentences are in."""
    try:
        from hrjournal.formats.pdf.typst import typeset  # noqa: PLC0415 - not everyone installs it
    except ImportError:
        raise MissingPartError(f"PDF needs one more part: {_install_command()}") from None
    page = sanitize_page(page)
    title = page.title.strip()
    return typeset(
        {
            "title": title,
            "name": title or "A page",
            "language": language,
            "paper": paper.value,
            "of": "of",
            "parts": tuple(map(_part, group_blocks(page.blocks))),
        }
    )


def _part(run: Sequence[Block]) -> PdfPart:
    match run[0]:
        case Table() | WeekChart() | CalendarGrid() | Sparkline() as block:
            return _figure(block, run)
        case Note(tone=Tone.WIN):
            return PdfPart("wins", ([block[0] for block in run],))
        case Heading() | Text() | Note() | DefinitionList() | ItemList() as block:
            return _worded(block)


def _figure(block: Table | WeekChart | CalendarGrid | Sparkline, run: Sequence[Block]) -> PdfPart:
    match block:
        case Table():
            return PdfPart("table", table_grid(block))
        case WeekChart():
            return PdfPart("weeks", week_grid(block))
        case CalendarGrid():
            heats = [block for block in run if isinstance(block, CalendarGrid)]
            return PdfPart("calendar", (tuple(map(month_grid, heats)), legend(heats)))
        case Sparkline():
            sparks = [block for block in run if isinstance(block, Sparkline)]
            return PdfPart("sparks", ([(*spark, line_words(spark.shares)) for spark in sparks],))


def _worded(block: Heading | Text | Note | DefinitionList | ItemList) -> PdfPart:
    match block:
        case Heading(text, later):
            return PdfPart("later" if later else "heading", (text,))
        case Text(text):
            return PdfPart("text", (text.split("\n"),))
        case Note(text, tone):
            return PdfPart("note", (tone.value, TONES[tone], text))
        case DefinitionList(rows):
            return PdfPart("facts", (tuple(filter(any, rows)),))
        case ItemList(items, numbered):
            return PdfPart("listing", (tuple(filter(None, items)), numbered))


def _install_command() -> str:
    """What adds the typesetter to this installation, by the tool that made it."""
    if Path(sys.prefix, "pipx_metadata.json").exists():
        return "pipx inject hrjournal typst"
    return f"{shlex.quote(sys.executable)} -m pip install typst"  # sqlite-utils brings pip along
