"""Tables and sparklines, as lines for a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Bar, Spark, Table
from hrjournal.formats.plain import lines
from hrjournal.formats.terminal.canvas import GAP, Cell, Line, Sheet, row
from hrjournal.formats.terminal.fit import Track, fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WORDS = 24  # the words of a sparkline stand beside it where they have this room


def table_lines(table: Table, sheet: Sheet) -> Iterator[Line]:
    """Rows under a light rule; too narrow for its numbers, the table is told row by row."""
    bar = 12 if sheet.room < 98 else 16 if sheet.room < 138 else 20
    tracks = fitted(table, sheet.room, bar, sheet.measure)
    if tracks is None:
        for line in lines.table_lines(table):
            yield from sheet.lines(line, sheet.prose)
        return
    if table.title:
        yield from sheet.lines(table.title, sheet.room, sheet.palette.heading)
    if tracks:
        yield from _head(tracks, sheet)
    for cells in table.rows:
        yield from row(sheet, [_cell(cells, track, sheet) for track in tracks])


def spark_lines(sparks: Sequence[Spark], sheet: Sheet) -> Iterator[Line]:
    """Sparklines under each other, with their words beside them or, without room, below."""
    names = min(max(sheet.measure(spark.name) for spark in sparks), sheet.prose // 3)
    left = sheet.room - names - GAP
    drawn = min(max(len(spark.shares) for spark in sparks), left)
    words = min(left, sheet.prose) - drawn - GAP
    beside = words >= min(_WORDS, max(sheet.measure(spark.words) for spark in sparks))
    for spark in sparks:
        cells = [
            Cell(spark.name, names),
            Cell(sheet.glyphs.line(spark.shares), drawn, sheet.palette.figure),
        ]
        if beside:
            yield from row(sheet, [*cells, Cell(spark.words, words)])
        else:
            yield from row(sheet, cells)
            yield from row(sheet, [Cell("", names), Cell(spark.words, left)])


def _head(tracks: Sequence[Track], sheet: Sheet) -> Iterator[Line]:
    quiet = sheet.palette.quiet
    heads = [
        Cell(track.column.name, track.width, quiet, right=track.column.right) for track in tracks
    ]
    yield from row(sheet, heads, low=True)
    width = sum(track.width for track in tracks) + GAP * (len(tracks) - 1)
    yield ((sheet.glyphs.rule * width, quiet),)


def _cell(cells: Sequence[str | Bar], track: Track, sheet: Sheet) -> Cell:
    cell = cells[track.place] if track.place < len(cells) else ""
    if isinstance(cell, Bar):
        style = sheet.palette.quiet if cell.share is None else sheet.palette.figure
        return Cell(sheet.glyphs.bar(cell.share, track.width), track.width, style)
    return Cell(cell, track.width, right=track.column.right)
