"""The page as one HTML document: it loads nothing, runs nothing, and reads well on paper."""

from __future__ import annotations

from binascii import b2a_base64
from codecs import lookup
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TextIO

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
from hrjournal.formats.document.grids import Grid, legend, month_grid, table_grid
from hrjournal.formats.document.grouping import group_blocks
from hrjournal.formats.document.templates import HERE, render
from hrjournal.formats.document.weeks import week_grid
from hrjournal.formats.plain.lines import TONES
from hrjournal.formats.sanitize_page import sanitize_page
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EVERY: Final = 3  # kinds of figures: a page with all of them is a report
_MANY: Final = 24  # items of lists; so many read better side by side on paper
_UNNAMED: Final = "A page"


class HtmlPart(NamedTuple):
    """A piece of the document: the macro that draws it, in which file, and what it is given."""

    template: str
    macro: str
    given: Any


def write_html(page: Page, stream: TextIO) -> None:
    """Write the page; a stream that is not in UTF-8 gets the same letters by their numbers."""
    text = html_text(page)
    if lookup(stream.encoding or "utf-8").name != "utf-8":
        text = text.encode("ascii", "xmlcharrefreplace").decode("ascii")
    stream.write(text)


def html_text(page: Page, *, language: str = "en") -> str:
    """The page as an HTML document; `language` is the one its own sentences are in."""
    page = sanitize_page(page)
    parts = [_part(run) for run in group_blocks(page.blocks)]
    style = HERE.joinpath("page.css").read_text(encoding="utf-8")
    given = {
        "title": page.title.strip(),
        "name": page.title.strip() or _UNNAMED,
        "language": language,
        "kind": _kind(page.blocks),
        "parts": [*parts, *_folded(parts)],
        "folds": any(part.macro == "later" for part in parts),
        "style": style,
        "style_hash": b2a_base64(sha256(style.encode()).digest(), newline=False).decode(),
    }
    return render("page.html.jinja", given) + "\n"


def _folded(parts: Sequence[HtmlPart]) -> Iterator[HtmlPart]:
    """What tables have in a column that a phone has no room for, once each, for the very end."""
    rows: dict[str, dict[str, str]] = {}
    for part in parts:
        if isinstance(part.given, Grid) and part.given.folded:
            name, told = part.given.folded
            rows.setdefault(name, {}).update(told)
    for name, found in rows.items():
        yield HtmlPart("words", "folded", (name, tuple(found.items())))


def _kind(blocks: Sequence[Block]) -> str:
    """What the page is like on paper: tight or dense with figures, mostly lists, or neither."""
    kinds = {type(block) for block in blocks}
    figures = kinds & {Table, Sparkline, CalendarGrid}
    if WeekChart in kinds or len(figures) == _EVERY:
        return "dense tight"
    if figures:
        return "dense"
    items = sum(len(block.items) for block in blocks if isinstance(block, ItemList))
    return "listed" if items >= _MANY else ""


def _part(run: Sequence[Block]) -> HtmlPart:
    match run[0]:
        case Table() | WeekChart() | CalendarGrid() | Sparkline() as block:
            return _figure(block, run)
        case Note(tone=Tone.WIN):
            return HtmlPart("words", "wins", (TONES[Tone.WIN], [block[0] for block in run]))
        case Heading() | Text() | Note() | DefinitionList() | ItemList() as block:
            return _worded(block)


def _figure(block: Table | WeekChart | CalendarGrid | Sparkline, run: Sequence[Block]) -> HtmlPart:
    match block:
        case Table():
            return HtmlPart("tables", "table", table_grid(block))
        case WeekChart():
            return HtmlPart("weeks", "chart", week_grid(block))
        case CalendarGrid():
            heats = [block for block in run if isinstance(block, CalendarGrid)]
            return HtmlPart("figures", "calendar", (tuple(map(month_grid, heats)), legend(heats)))
        case Sparkline():
            return HtmlPart("figures", "sparks", run)


def _worded(block: Heading | Text | Note | DefinitionList | ItemList) -> HtmlPart:
    match block:
        case Heading(text, later):
            return HtmlPart("words", "later" if later else "heading", text)
        case Text(text):
            return HtmlPart("words", "text", text.split("\n"))
        case Note(text, tone):
            return HtmlPart("words", "note", (tone.value, TONES[tone], text))
        case DefinitionList(rows):
            return HtmlPart("words", "facts", tuple(filter(any, rows)))
        case ItemList(items, numbered):
            return HtmlPart("words", "listing", (tuple(filter(None, items)), numbered))
