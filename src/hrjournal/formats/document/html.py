"""The page as one HTML document: it loads nothing, runs nothing, and reads well on paper."""

from __future__ import annotations

from binascii import b2a_base64
from codecs import lookup
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, TextIO

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
from hrjournal.formats.document.grids import legend, month_grid, table_grid
from hrjournal.formats.document.grouping import runs
from hrjournal.formats.document.templates import HERE, rendered
from hrjournal.formats.plain.lines import TONES
from hrjournal.formats.sanitize_page import harmless_page
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_EVERY: Final = 3  # kinds of figures: a page with all of them is a report
_MANY: Final = 24  # items of lists; so many read better side by side on paper
_UNNAMED: Final = "A page"


class Part(NamedTuple):
    """A piece of the document: the macro that draws it, in which file, and what it is given."""

    room: str
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
    page = harmless_page(page)
    style = HERE.joinpath("page.css").read_text(encoding="utf-8")
    given = {
        "title": page.title.strip(),
        "name": page.title.strip() or _UNNAMED,
        "language": language,
        "kind": _kind(page.blocks),
        "parts": map(_part, runs(page.blocks)),
        "style": style,
        "style_hash": b2a_base64(sha256(style.encode()).digest(), newline=False).decode(),
    }
    return rendered("page.html.jinja", given) + "\n"


def _kind(blocks: Sequence[Block]) -> str:
    """What the page is like on paper: tight or dense with figures, mostly lists, or neither."""
    figures = {type(block) for block in blocks} & {Table, Spark, Heat}
    if figures:
        return "dense tight" if len(figures) == _EVERY else "dense"
    items = sum(len(block.items) for block in blocks if isinstance(block, Listing))
    return "listed" if items >= _MANY else ""


def _part(run: Sequence[Block]) -> Part:
    match run[0]:
        case Table() as table:
            return Part("tables", "table", table_grid(table))
        case Heat():
            heats = [block for block in run if isinstance(block, Heat)]
            return Part("figures", "calendar", (tuple(map(month_grid, heats)), legend(heats)))
        case Spark():
            return Part("figures", "sparks", run)
        case Note(tone=Tone.WIN):
            return Part("words", "wins", (TONES[Tone.WIN], [block[0] for block in run]))
        case Heading() | Text() | Note() | Facts() | Listing() as block:
            return _worded(block)


def _worded(block: Heading | Text | Note | Facts | Listing) -> Part:
    match block:
        case Heading(text):
            return Part("words", "heading", text)
        case Text(text):
            return Part("words", "text", text.split("\n"))
        case Note(text, tone):
            return Part("words", "note", (tone.value, TONES[tone], text))
        case Facts(rows):
            return Part("words", "facts", tuple(filter(any, rows)))
        case Listing(items, numbered):
            return Part("words", "listing", (tuple(filter(None, items)), numbered))
