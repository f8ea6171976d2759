"""Charts of weeks, made fit for drawing: every week has its column, and every sign a meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from hrjournal.blocks import CalendarGridDay, Mark, WeekChart, WeekDays, WeekPoint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.formats.glyphs import Glyphs

    _Cell = TypeVar("_Cell")

THIN: Final = "few days written"
RUNNING: Final = "week not over yet"
OUTSIDE: Final = CalendarGridDay(0, Mark.OUTSIDE)
_UNWRITTEN: Final = CalendarGridDay(0, Mark.UNWRITTEN)


def whole_weeks(chart: WeekChart) -> WeekChart:
    """The chart with a cell for every week in each row, and a name for each row, if an empty one.

    Lines that hold no point stay, for they say that nothing is written.
    """
    wide = max(map(len, _rows(chart)))
    tall = max((len(chart.days), *(len(grid.rows) for grid in chart.grids)))
    return WeekChart(
        chart.title,
        _filled(chart.heads, wide, ""),
        _filled(chart.days, tall, "") if chart.grids else (),
        tuple(
            WeekDays(grid.name, tuple(_filled(row, wide, OUTSIDE) for row in grid.rows))
            for grid in chart.grids
        ),
        tuple(line._replace(points=_filled(line.points, wide, None)) for line in chart.lines),
    )


def last_weeks(chart: WeekChart, count: int) -> WeekChart:
    """The chart with its latest weeks alone."""
    first = max(0, len(chart.heads) - count)
    return chart._replace(
        heads=chart.heads[first:],
        grids=tuple(
            WeekDays(grid.name, tuple(row[first:] for row in grid.rows)) for grid in chart.grids
        ),
        lines=tuple(line._replace(points=line.points[first:]) for line in chart.lines),
    )


def all_days(chart: WeekChart) -> list[CalendarGridDay]:
    """The days of all grids."""
    return [day for grid in chart.grids for row in grid.rows for day in row]


def all_points(chart: WeekChart) -> list[WeekPoint | None]:
    """The points of all lines, with their gaps."""
    return [point for line in chart.lines for point in line.points]


def has_gaps(chart: WeekChart) -> bool:
    """Whether a week of a line that says something else is not written."""
    return None in all_points(chart)


def point_figure(point: WeekPoint | None, glyphs: Glyphs) -> str:
    """The figure of a week with its signs, for forms in which no line is drawn."""
    if point is None:
        return glyphs.unwritten
    figure = f"({point.figure})" if point.thin else point.figure
    return f"{figure}{glyphs.running}" if point.running else figure


def point_words(point: WeekPoint | None) -> str:
    """The figure of a week with what is to know of it, in words."""
    if point is None:
        return "nothing written"
    told = (point.figure, THIN if point.thin else "", "not over yet" if point.running else "")
    return ", ".join(filter(None, told))


def text_legend(chart: WeekChart, glyphs: Glyphs) -> tuple[tuple[str, str], ...]:
    """The signs that this chart uses where no line is drawn, each with its meaning."""
    points = [point for point in all_points(chart) if point]
    found = list(day_legend(chart, glyphs))
    if any(point.thin for point in points):
        found.append(("( )", THIN))
    if any(point.running for point in points):
        found.append((glyphs.running, RUNNING))
    return tuple(found)


def day_legend(chart: WeekChart, glyphs: Glyphs) -> tuple[tuple[str, str], ...]:
    """The signs of days and of gaps in lines; a figure is no sign."""
    gaps = [_UNWRITTEN] if has_gaps(chart) else []
    return glyphs.legend([*all_days(chart), *gaps], figures=True)


def _rows(chart: WeekChart) -> Iterator[Sequence[object]]:
    yield chart.heads
    for grid in chart.grids:
        yield from grid.rows
    for line in chart.lines:
        yield line.points


def _filled(cells: tuple[_Cell, ...], count: int, empty: _Cell) -> tuple[_Cell, ...]:
    return cells + (empty,) * (count - len(cells))
