"""Months as grids of days, side by side where there is room."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from hrjournal.blocks import CalendarGrid, CalendarGridDay, Mark
from hrjournal.formats.plain.lines import heat_lines
from hrjournal.formats.terminal.canvas import BLANK, Canvas, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DAYS = 7
_DAY = 4  # cells of a day: two for its number, one for its sign, one for an event
_MONTH = _DAYS * (_DAY + 1) - 1
_BETWEEN = 4
_ABREAST = 3


def month_lines(months: Sequence[CalendarGrid], sheet: Canvas) -> Iterator[Line]:
    """The months in rows, and under them what their signs mean."""
    if sheet.room < _MONTH:
        for month in months:
            for line in heat_lines(month):
                yield from sheet.lines(line, sheet.prose)
        return
    abreast = max(1, min(_ABREAST, (sheet.room + _BETWEEN) // (_MONTH + _BETWEEN)))
    for start in range(0, len(months), abreast):
        yield from _abreast(months[start : start + abreast], sheet)
        yield BLANK
    days = [day for month in months for week in month.weeks for day in week]
    yield from legend_lines(sheet.glyphs.legend(days), sheet)


def _abreast(months: Sequence[CalendarGrid], sheet: Canvas) -> Iterator[Line]:
    """Months side by side, each title standing right above its grid."""
    titles = [sheet.wrap(month.title, _MONTH) for month in months]
    tallest = max(len(title) for title in titles)
    stacks = []
    for month, title in zip(months, titles, strict=True):
        filled = ["" for _ in range(tallest - len(title))] + list(title)
        head = [((_padded(line, sheet), sheet.palette.heading),) for line in filled]
        stacks.append([*head, *_grid(month, sheet)])
    empty: Line = ((" " * _MONTH, ""),)
    between: Line = ((" " * _BETWEEN, ""),)
    for lines in zip_longest(*stacks, fillvalue=empty):
        joined: Line = lines[0]
        for line in lines[1:]:
            joined += between + line
        yield joined


def _grid(month: CalendarGrid, sheet: Canvas) -> Iterator[Line]:
    heads = [sheet.wrap(head, 2)[0] if head else "" for head in month.heads[:_DAYS]]
    heads += [""] * (_DAYS - len(heads))
    yield _spread([(f"{_padded(head, sheet, 2)}  ", sheet.palette.quiet) for head in heads])
    for week in month.weeks:
        if all(day.mark is Mark.OUTSIDE for day in week):
            continue
        days = [_day(day, sheet) for day in week[:_DAYS]]
        yield _spread(days + [(" " * _DAY, "")] * (_DAYS - len(days)))


def _day(day: CalendarGridDay, sheet: Canvas) -> tuple[str, str]:
    if day.mark is Mark.OUTSIDE:
        return (" " * _DAY, "")
    beside = sheet.glyphs.beside(day)[:1]  # there is room for one, and an event is shown first
    return (f"{day.number % 100:>2}{sheet.glyphs.day(day)}{beside:1}", sheet.palette.day(day))


def _spread(cells: Sequence[tuple[str, str]]) -> Line:
    """Cells with a space between them."""
    pieces = [piece for cell in cells for piece in (cell, (" ", ""))]
    return tuple(pieces[:-1])


def _padded(text: str, sheet: Canvas, width: int = _MONTH) -> str:
    return text + " " * (width - sheet.measure(text))


def legend_lines(signs: Sequence[tuple[str, str]], sheet: Canvas) -> Iterator[Line]:
    """What the signs mean, as many to a line as fit, none torn apart."""
    line = ""
    for sign, meaning in signs:
        item = f"{sign} {meaning}"
        if line and sheet.measure(f"{line}   {item}") > sheet.room:
            yield ((line, sheet.palette.quiet),)
            line = item
        else:
            line = f"{line}   {item}" if line else item
    if line:
        yield ((line, sheet.palette.quiet),)
