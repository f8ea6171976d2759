"""A chart of weeks as rows of cells, with what a document needs to know of each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hrjournal.blocks import CalendarGridDay, Mark, WeekChart, WeekLine, WeekPoint
from hrjournal.formats.document.grids import Square, named_signs, square
from hrjournal.formats.glyphs import BLOCKS
from hrjournal.formats.weeks import (
    RUNNING,
    THIN,
    all_days,
    all_points,
    day_legend,
    point_words,
    whole_weeks,
)
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNNAMED: Final = "Weeks"
_FEW_WORDS: Final = 20  # so many letters find room in a narrow column


class WeekdayRow(NamedTuple):
    """One weekday of a grid, with its day in each week."""

    name: str
    days: tuple[Square, ...]


class WeekdayGrid(NamedTuple):
    """The days of one substance as they are drawn."""

    name: str
    rows: tuple[WeekdayRow, ...]


class Trace(NamedTuple):
    """A line as it is drawn: its points, and each as a figure and in words.

    Few words stand with its name, more of them under its figures.
    """

    name: str
    words: str
    further: str
    points: tuple[WeekPoint | None, ...]
    figures: tuple[tuple[str, str], ...]


class WeekGrid(NamedTuple):
    """A chart of weeks as it is drawn; it has a name even where it has no title."""

    title: str
    name: str
    heads: tuple[str, ...]
    grids: tuple[WeekdayGrid, ...]
    lines: tuple[Trace, ...]
    legend: tuple[tuple[str, str], ...]


def week_grid(chart: WeekChart) -> WeekGrid:
    """The chart with a cell for every week in each row, and what its signs mean."""
    chart = whole_weeks(chart)
    return WeekGrid(
        title=chart.title,
        name=chart.title or _UNNAMED,
        heads=chart.heads,
        grids=tuple(
            WeekdayGrid(
                grid.name,
                tuple(
                    WeekdayRow(name, tuple(map(square, row)))
                    for name, row in zip(chart.days, grid.rows, strict=False)
                ),
            )
            for grid in chart.grids
        ),
        lines=tuple(map(_trace, chart.lines)),
        legend=tuple(_legend(chart)),
    )


def _trace(line: WeekLine) -> Trace:
    figures = tuple((_figure(point), point_words(point)) for point in line.points)
    few = len(line.words) <= _FEW_WORDS
    words, further = (line.words, "") if few else ("", line.words)
    return Trace(line.name, words, further, line.points, figures)


def _figure(point: WeekPoint | None) -> str:
    """The figure as it stands under its point; a week of few days has it in brackets."""
    if point is None:
        return BLOCKS.unwritten
    return f"({point.figure})" if point.thin else point.figure


def _legend(chart: WeekChart) -> Iterator[tuple[str, str]]:
    """What the signs mean, of those that are there."""
    signs = named_signs(day_legend(chart, BLOCKS))
    if any(map(_shaded, all_days(chart))) and Mark.SOME.value not in dict(signs):
        yield "shade", "less to more"
    yield from signs
    if any(point and point.thin for point in all_points(chart)):
        yield "thin", THIN
    pairs = [pair for line in chart.lines for pair in pairwise(line.points)]
    if any(before and point and point.running for before, point in pairs):
        yield "running", RUNNING


def _shaded(day: CalendarGridDay) -> bool:
    return day.mark is Mark.SOME and bool(day.figure)
