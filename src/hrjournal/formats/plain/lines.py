"""Plain lines: no color, no drawing, one fact a line; good to listen to and to search."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.blocks import (
    Bar,
    Block,
    CalendarGrid,
    CalendarGridDay,
    DefinitionList,
    Heading,
    ItemList,
    Mark,
    Note,
    Page,
    Sparkline,
    Table,
    Text,
    Tone,
    WeekChart,
)
from hrjournal.formats.encoding import encodable
from hrjournal.formats.sanitize_page import sanitize_page
from hrjournal.formats.weeks import point_words, whole_weeks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

TONES: Final = {Tone.SAFETY: "Safety", Tone.WIN: "Small win", Tone.HINT: "Hint"}
_MARKS: Final = {
    Mark.UNWRITTEN: "unwritten",
    Mark.NONE: "none",
    Mark.UNKNOWN: "used, amount unknown",
    Mark.SOME: "used",
}
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def write_lines(page: Page, stream: TextIO) -> None:
    """Write the page line by line, in characters the stream can take."""
    encoding = stream.encoding or "utf-8"
    stream.writelines(f"{encodable(line, encoding)}\n" for line in lines(page))


def lines(page: Page) -> Iterator[str]:
    """The page as plain lines."""
    page = sanitize_page(page)
    if page.title:
        yield page.title
    for block in page.blocks:
        yield from _block(block)


def table_lines(table: Table) -> Iterator[str]:
    """A title, then one sentence-like line a row; bars and empty cells are left out."""
    if table.title:
        yield table.title
    names = tuple(column.name for column in table.columns)
    for row in table.rows:
        if line := _row(names, row):
            yield line


def heat_lines(heat: CalendarGrid) -> Iterator[str]:
    """A title, then one line a day; unwritten days in a row share a line."""
    if heat.title:
        yield heat.title
    month = _month(heat.title)
    days = (day for week in heat.weeks for day in week if day.mark is not Mark.OUTSIDE)
    for _, run in groupby(days, key=_alike):
        same = tuple(run)
        first, last = same[0].number, same[-1].number
        span = f"{first}" if first == last else f"{first} to {last}"
        yield f"{span}{month}: {day_words(same[0])}"


def week_lines(chart: WeekChart) -> Iterator[str]:
    """A title; of each grid one line a day, as in a calendar; of each line one line a week."""
    chart = whole_weeks(chart)
    if chart.title:
        yield chart.title
    for grid in chart.grids:
        yield grid.name
        for head, week in zip(chart.heads, zip(*grid.rows, strict=True), strict=False):
            yield from (f"Week of {head}, {span}" for span in _spans(chart.days, week))
    for line in chart.lines:
        yield ": ".join(filter(None, (line.name, line.words)))
        for head, point in zip(chart.heads, line.points, strict=True):
            yield f"Week of {head}: {point_words(point)}"


def _spans(names: Sequence[str], week: Sequence[CalendarGridDay]) -> Iterator[str]:
    """The days of a week in words; unwritten days in a row are told together."""
    days = [
        (name, day) for name, day in zip(names, week, strict=False) if day.mark is not Mark.OUTSIDE
    ]
    for _, run in groupby(days, key=lambda one: _alike(one[1])):
        same = tuple(run)
        first, last = (f"{name} {day.number}".strip() for name, day in (same[0], same[-1]))
        span = first if len(same) == 1 else f"{first} to {last}"
        yield f"{span}: {day_words(same[0][1])}"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Heading(text):
            return ("", text)
        case Text(text):
            return text.split("\n")
        case Note(text, tone):
            return (f"{TONES[tone]}: {text}",)
        case DefinitionList() | ItemList():
            return _rows(block)
        case Table() | Sparkline() | CalendarGrid() | WeekChart():
            return _figure(block)


def _rows(block: DefinitionList | ItemList) -> Iterable[str]:
    match block:
        case DefinitionList(rows):
            return (": ".join(filter(None, row)) for row in rows if any(row))
        case ItemList(items, numbered):
            return (f"{at}. {item}" if numbered else item for at, item in enumerate(items, 1))


def _figure(block: Table | Sparkline | CalendarGrid | WeekChart) -> Iterable[str]:
    match block:
        case Table():
            return table_lines(block)
        case CalendarGrid():
            return heat_lines(block)
        case WeekChart():
            return week_lines(block)
        case Sparkline(name, shares, words):
            return (": ".join(filter(None, (name, words or _shares(shares)))),)


def _row(names: Sequence[str], cells: Sequence[str | Bar]) -> str:
    """One row; the first cell names it, the others follow their column's name."""
    parts = []
    for place, (name, cell) in enumerate(zip(names, cells, strict=False)):
        if isinstance(cell, Bar) or not cell:
            continue
        if not name or (place == 0 and cell.casefold().startswith(name.casefold())):
            parts.append(cell)
        else:
            parts.append(f"{name}{'' if place == 0 else ':'} {cell}")
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _alike(day: CalendarGridDay) -> tuple[str, str | int]:
    if day.mark is Mark.UNWRITTEN and not day.event and not day.session:
        return ("run", day.words)
    return ("day", day.number)


def day_words(day: CalendarGridDay) -> str:
    """A day of a calendar in words."""
    words = day.words or _mark_words(day)
    if day.event and "event" not in words.casefold():
        words = f"{words}, an event"
    if day.session and "session" not in words.casefold():
        words = f"{words}, a therapy session"
    return words


def _mark_words(day: CalendarGridDay) -> str:
    words = _MARKS.get(day.mark, "")
    if day.mark is Mark.SOME:
        return f"{words}, {day.figure or f'step {day.step} of 4'}"
    return words


def _month(title: str) -> str:
    """The short name of the month that the title speaks of, with a space before it."""
    words = title.replace(",", " ").split()
    return next(
        (f" {month[:3]}" for word in words for month in _MONTHS if word in {month, month[:3]}), ""
    )


def _shares(shares: Sequence[float | None]) -> str:
    return ", ".join("unwritten" if share is None else f"{share:.0%}" for share in shares)
