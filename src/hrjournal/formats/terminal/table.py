"""Tables and sparklines, as lines for a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Bar, Column, Sparkline, Table
from hrjournal.formats.plain import lines
from hrjournal.formats.terminal.canvas import GAP, Canvas, CanvasCell, Line, row
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


_LONG = 24  # a cell of words longer than this may wrap; numbers and short words never do


class Track(NamedTuple):
    """A column that is drawn: its place in the table and its width in cells."""

    place: int
    column: Column
    width: int


class _Need(NamedTuple):
    place: int
    column: Column
    least: int
    natural: int


def fitted(
    table: Table, room: int, bar: int, measure: Callable[[str], int]
) -> tuple[Track, ...] | None:
    """The columns that fit into the room, or None where even the needed ones do not.

    A column that holds nothing is left out; then the highest `spare` goes first.
    """
    needs = [
        _need(table, place, bar, measure)
        for place in range(len(table.columns))
        if any(len(row) > place and row[place] != "" for row in table.rows)
    ]
    while _total(needs) > room:
        spared = max(needs, key=lambda need: (need.column.drop_order, need.place))
        if spared.column.drop_order <= 0:
            return None
        needs.remove(spared)
    return _tracks(needs, room - _total(needs))


def _need(table: Table, place: int, bar: int, measure: Callable[[str], int]) -> _Need:
    column = table.columns[place]
    cells = [row[place] for row in table.rows if len(row) > place]
    content = max(bar if isinstance(cell, Bar) else measure(cell) for cell in cells)
    fixed = column.right or content <= _LONG
    head = measure(column.name) if place == 0 else _folded(column.name, measure)
    return _Need(
        place,
        column,
        least=max(content if fixed else _LONG, min(head, _LONG)),
        natural=max(content, measure(column.name)),
    )


def _folded(name: str, measure: Callable[[str], int]) -> int:
    """The least width in which the name of a column stands on two lines."""
    words = name.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
    return min((max(measure(one), measure(other)) for one, other in halves), default=0)


def _tracks(needs: Sequence[_Need], over: int) -> tuple[Track, ...]:
    """Share out what is over, the smallest wishes first, so that heads stay on one line."""
    widths = {need.place: need.least for need in needs}
    for need in sorted(needs, key=lambda need: need.natural - need.least):
        extra = max(0, min(need.natural - need.least, over))
        widths[need.place] += extra
        over -= extra
    return tuple(Track(need.place, need.column, widths[need.place]) for need in needs)


def _total(needs: Sequence[_Need]) -> int:
    return sum(need.least for need in needs) + GAP * max(0, len(needs) - 1)


_WORDS = 24  # the words of a sparkline stand beside it where they have this room


def table_lines(table: Table, sheet: Canvas) -> Iterator[Line]:
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


def spark_lines(sparks: Sequence[Sparkline], sheet: Canvas) -> Iterator[Line]:
    """Sparklines under each other, with their words beside them or, without room, below."""
    names = min(max(sheet.measure(spark.name) for spark in sparks), sheet.prose // 3)
    left = sheet.room - names - GAP
    drawn = min(max(len(spark.shares) for spark in sparks), left)
    words = min(left, sheet.prose) - drawn - GAP
    beside = words >= min(_WORDS, max(sheet.measure(spark.words) for spark in sparks))
    for spark in sparks:
        cells = [
            CanvasCell(spark.name, names),
            CanvasCell(sheet.glyphs.line(spark.shares), drawn, sheet.palette.figure),
        ]
        if beside:
            yield from row(sheet, [*cells, CanvasCell(spark.words, words)])
        else:
            yield from row(sheet, cells)
            yield from row(sheet, [CanvasCell("", names), CanvasCell(spark.words, left)])


def _head(tracks: Sequence[Track], sheet: Canvas) -> Iterator[Line]:
    quiet = sheet.palette.quiet
    heads = [
        CanvasCell(track.column.name, track.width, quiet, right=track.column.right)
        for track in tracks
    ]
    yield from row(sheet, heads, low=True)
    width = sum(track.width for track in tracks) + GAP * (len(tracks) - 1)
    yield ((sheet.glyphs.rule * width, quiet),)


def _cell(cells: Sequence[str | Bar], track: Track, sheet: Canvas) -> CanvasCell:
    cell = cells[track.place] if track.place < len(cells) else ""
    if isinstance(cell, Bar):
        style = sheet.palette.quiet if cell.share is None else sheet.palette.figure
        return CanvasCell(sheet.glyphs.bar(cell.share, track.width), track.width, style)
    return CanvasCell(cell, track.width, right=track.column.right)
