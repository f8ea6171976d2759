"""From blocks to lines: what stands where on a screen, whatever draws it."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

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
from hrjournal.formats.terminal.canvas import BLANK, GAP, Canvas, CanvasCell, Line, row
from hrjournal.formats.terminal.months import month_lines
from hrjournal.formats.terminal.table import spark_lines, table_lines
from hrjournal.formats.terminal.weeks import week_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

MARGIN: Final = 2
_NAMES = 28  # the names of facts wrap beyond this
_SENTENCE = 60  # a first sentence up to this long stands out whole
_FIRST_WORDS = 3


def page_lines(page: Page, sheet: Canvas) -> Iterator[Line]:
    """The lines of the page. One without a title is an answer, and stays close together."""
    titled = bool(page.title)
    if titled:
        yield from sheet.lines(page.title, sheet.room + MARGIN, sheet.palette.title)
    before: Block | None = None
    for run in _runs(page.blocks):
        if titled if before is None else not _close(before, run[0], titled=titled):
            yield BLANK
        margin = "" if isinstance(run[0], Heading) else " " * MARGIN
        for line in _drawn(run, sheet):
            yield ((margin, ""), *line) if line else BLANK
        before = run[-1]


def _runs(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Calendars and sparklines in a row are drawn together, anything else by itself."""
    for kind, run in groupby(blocks, key=type):
        if kind in {CalendarGrid, Sparkline}:
            yield tuple(run)
        else:
            yield from ((block,) for block in run)


def _close(before: Block, block: Block, *, titled: bool) -> bool:
    match before, block:
        case Heading(), _:
            return not isinstance(block, Heading)
        case Note(tone=Tone.SAFETY), Note(tone=Tone.SAFETY):
            return False
        case Note(tone=one), Note(tone=other) if one is other:
            return True
        case ((Text() | Note()), (Text() | Note())):
            return not titled
        case _:
            return False


def _drawn(run: tuple[Block, ...], sheet: Canvas) -> Iterator[Line]:
    match run[0]:
        case Table() as table:
            return table_lines(table, sheet)
        case CalendarGrid():
            return month_lines([block for block in run if isinstance(block, CalendarGrid)], sheet)
        case WeekChart() as chart:
            return week_lines(chart, sheet)
        case Sparkline():
            return spark_lines([block for block in run if isinstance(block, Sparkline)], sheet)
        case Heading() | Text() | Note() | DefinitionList() | ItemList() as block:
            return _worded(block, sheet)


def _worded(
    block: Heading | Text | Note | DefinitionList | ItemList, sheet: Canvas
) -> Iterator[Line]:
    match block:
        case Heading(text):
            return sheet.lines(text, sheet.room + MARGIN, sheet.palette.heading)
        case Text(text):
            return sheet.lines(text, sheet.prose)
        case Note():
            return _note(block, sheet)
        case DefinitionList():
            return _facts(block, sheet)
        case ItemList():
            return _listing(block, sheet)


def _note(note: Note, sheet: Canvas) -> Iterator[Line]:
    style = sheet.palette.tones[note.tone]
    match note.tone:
        case Tone.SAFETY:
            return _safety(note.text, sheet, style)
        case Tone.WIN:
            return _win(note.text, sheet, style)
        case Tone.HINT:
            return sheet.lines(note.text, sheet.prose, style)


def _safety(text: str, sheet: Canvas, style: str) -> Iterator[Line]:
    """A quiet bar along the lines; the first words stand out."""
    bar = (f"{sheet.glyphs.safety} ", style)
    first = _first_words(text)
    for line in sheet.wrap(text, sheet.prose - 2):
        bright = line[: len(first)]
        first = first[len(line) :].lstrip()
        yield (bar, (bright, style), (line[len(bright) :], ""))


def _win(text: str, sheet: Canvas, style: str) -> Iterator[Line]:
    mark = (f"{sheet.glyphs.win} ", style)
    for line in sheet.wrap(text, sheet.prose - 2):
        yield (mark, (line, ""))
        mark = ("  ", "")


def _first_words(text: str) -> str:
    """The first sentence where it is short, or the first words."""
    ends = (at for at, two in enumerate(pairwise(text), 1) if _ends(*two))
    end = next(ends, len(text))
    return text[:end] if end <= _SENTENCE else " ".join(text.split(" ")[:_FIRST_WORDS])


def _ends(character: str, following: str) -> bool:
    return character in ".:?" and following == " "


def _facts(facts: DefinitionList, sheet: Canvas) -> Iterator[Line]:
    longest = max((sheet.measure(name) for name, _ in facts.rows), default=0)
    names = min(longest, _NAMES, sheet.prose // 2 - GAP)
    for name, value in facts.rows:
        yield from row(
            sheet,
            (
                CanvasCell(name, names, sheet.palette.quiet),
                CanvasCell(value, sheet.prose - names - GAP),
            ),
        )


def _listing(listing: ItemList, sheet: Canvas) -> Iterator[Line]:
    """Each item behind its number or a dash; its further lines stand under the first."""
    heads = [f"{at}." if listing.numbered else "-" for at in range(1, len(listing.items) + 1)]
    width = max((len(head) for head in heads), default=0)
    for head, item in zip(heads, listing.items, strict=True):
        mark = f"{head:>{width}} "
        for line in sheet.wrap(item, sheet.prose - len(mark)):
            yield ((mark, sheet.palette.quiet), (line, ""))
            mark = " " * len(mark)
