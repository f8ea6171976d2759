"""Weeks side by side on a screen: under each its days, then the figures of each line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.formats.plain.lines import week_lines as told_lines
from hrjournal.formats.terminal.canvas import BLANK, Canvas, CanvasCell, Line, row
from hrjournal.formats.terminal.months import legend_lines
from hrjournal.formats.weeks import last_weeks, point_figure, text_legend, whole_weeks
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.blocks import CalendarGridDay, WeekChart, WeekLine, WeekPoint

_GAP: Final = 1  # cells between weeks
_FEWEST: Final = 4  # fewer weeks than this show no course, and are told in words
_WIDEST: Final = 12  # cells of a week; what is wider wraps


class _Frame(NamedTuple):
    """How wide the names of days and the weeks are, and whether a bar fits beside a figure."""

    names: int
    week: int
    bars: bool


def week_lines(chart: WeekChart, sheet: Canvas) -> Iterator[Line]:
    """The latest weeks that there is room for, and what their signs mean."""
    whole = whole_weeks(chart)
    frame = _frame(whole, sheet)
    fitting = (sheet.room - frame.names) // (frame.week + _GAP)
    if fitting < min(_FEWEST, len(whole.heads)):
        for line in told_lines(chart):
            yield from sheet.lines(line, sheet.prose)
        return
    shown = last_weeks(whole, fitting)
    if shown.title:
        yield from sheet.lines(shown.title, sheet.room, sheet.palette.heading)
    yield from _drawn(shown, frame, sheet)
    if left := len(whole.heads) - len(shown.heads):
        said = f"The last {len(shown.heads)} weeks; {left} more before them need a wider screen."
        yield from sheet.lines(said, sheet.prose, sheet.palette.quiet)


def _frame(chart: WeekChart, sheet: Canvas) -> _Frame:
    """As wide as the figures need; wider where all weeks still fit, for heads and for bars."""
    names = min(max((sheet.measure(name) for name in chart.days), default=0), _WIDEST)
    points = [point_figure(point, sheet.glyphs) for line in chart.lines for point in line.points]
    days = [_day(day, sheet) for grid in chart.grids for row in grid.rows for day in row]
    parts = [part for head in chart.heads for part in head.split()]
    figures = _most(points, sheet)
    least = max(_most([*days, *parts], sheet), figures)
    roomy = max(least, _most(chart.heads, sheet), figures + 2)
    bars = names + len(chart.heads) * (roomy + _GAP) <= sheet.room
    return _Frame(names, min(roomy if bars else least, _WIDEST), bars)


def _most(texts: Sequence[str], sheet: Canvas) -> int:
    return max(map(sheet.measure, texts), default=1)


def _drawn(chart: WeekChart, frame: _Frame, sheet: Canvas) -> Iterator[Line]:
    quiet, heading = sheet.palette.quiet, sheet.palette.heading
    heads = chart.heads
    if _most(heads, sheet) > frame.week:
        heads = tuple("\n".join(head.split()) for head in heads)
    yield from _abreast("", [(head, quiet) for head in heads], frame, sheet)
    for grid in chart.grids:
        yield from sheet.lines(grid.name, sheet.room, heading)
        for name, days in zip(chart.days, grid.rows, strict=False):
            cells = [(_day(day, sheet), sheet.palette.day(day)) for day in days]
            yield from _abreast(name, cells, frame, sheet)
    for line in chart.lines:
        yield from _line(line, frame, sheet)
    yield BLANK
    yield from legend_lines(text_legend(chart, sheet.glyphs), sheet)


def _line(line: WeekLine, frame: _Frame, sheet: Canvas) -> Iterator[Line]:
    """Its name and its words, then its figures with a bar beside or above each."""
    said = ": ".join(filter(None, (line.name, line.words)))
    yield from sheet.lines(said, sheet.room, sheet.palette.heading)
    bars = [_bar(point, sheet) for point in line.points]
    figures = [point_figure(point, sheet.glyphs) for point in line.points]
    if frame.bars:
        figures = [f"{bar} {figure}".strip() for bar, figure in zip(bars, figures, strict=True)]
    else:
        styled = [(bar, sheet.palette.figure) for bar in bars]
        yield from _abreast("", styled, frame, sheet)
    yield from _abreast("", [(figure, "") for figure in figures], frame, sheet)


def _bar(point: WeekPoint | None, sheet: Canvas) -> str:
    return sheet.glyphs.line([point.share]) if point else ""


def _abreast(
    name: str, cells: Sequence[tuple[str, str]], frame: _Frame, sheet: Canvas
) -> Iterator[Line]:
    named = CanvasCell(name, frame.names, sheet.palette.quiet)
    weeks = [CanvasCell(text, frame.week, style, right=True) for text, style in cells]
    return row(sheet, [named, *weeks], low=True, gap=_GAP)


def _day(day: CalendarGridDay, sheet: Canvas) -> str:
    return f"{sheet.glyphs.figure(day).strip()}{sheet.glyphs.beside(day)}"
