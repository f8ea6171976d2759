"""A page as a person reads it, in the simplest ink there is, and units to say it in."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar, cast

from hrjournal.blocks import (
    Bar,
    CalendarGrid,
    CalendarGridDay,
    DefinitionList,
    Heading,
    ItemList,
    Mark,
    Note,
    Sparkline,
    Table,
    Text,
    WeekChart,
)
from hrjournal.domain.substances.units import Drink, Unit, Units
from hrjournal.sanitize import unmarked

if TYPE_CHECKING:
    from hrjournal.blocks import Block, Page

T = TypeVar("T")
UNITS = Units(
    (
        Unit("g_alc", "gram of alcohol", "grams of alcohol", "g_alc"),
        Unit("mg", "mg", "mg", "mg"),
        Unit("g", "g", "g", "mg", Decimal(1000)),
        Unit("line", "line", "lines", "line"),
        Unit("joint", "joint", "joints", "joint"),
    ),
    Drink("US", "United States", "US standard drink", "US standard drinks", Decimal(14), True),
)
DRINK = 14_000  # thousandths of a gram in one of them
SIGNS = {
    Mark.UNWRITTEN: ".",
    Mark.NONE: "o",
    Mark.UNKNOWN: "?",
    Mark.OUTSIDE: " ",
}


def read(page: Page) -> str:
    """The page as text."""
    parts = [f"# {page.title}", *("\n".join(_lines(block)) for block in page.blocks)]
    return unmarked("\n\n".join(parts) + "\n")


def bare(shown: T) -> T:
    """Blocks or words without the marks of own words, and else as they are."""
    value: Any = shown
    if isinstance(value, str) and not isinstance(value, Enum):
        value = unmarked(value)
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        value = type(value)(*map(bare, value))
    elif isinstance(value, tuple | list):
        value = type(value)(map(bare, value))
    return cast("T", value)


def as_seen(value: Any) -> Any:
    """A page, or a part of it, without the marks of own words."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return unmarked(value)
    if isinstance(value, tuple):
        parts = map(as_seen, value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return value


def words(page: Page) -> list[str]:
    """The paragraphs of the page and the words beside its lines."""
    found = []
    for block in page.blocks:
        if isinstance(block, Text | Note):
            found.append(unmarked(block.text))
        if isinstance(block, Sparkline):
            found.append(unmarked(block.words))
    return found


def tables(page: Page) -> list[Table]:
    """The tables of the page."""
    return [block for block in page.blocks if isinstance(block, Table)]


def column(table: Table, name: str) -> list[str]:
    """What stands in a column, from the top."""
    place = [column.name for column in table.columns].index(name)
    return [str(row[place]) for row in table.rows]


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(text):
            return [f"## {text}"]
        case Text(text) | Note(text, _):
            return [text]
        case DefinitionList(rows):
            return [f"{name}: {fact}" for name, fact in rows]
        case ItemList(items, numbered):
            heads = [f"{at}." if numbered else "-" for at in range(1, len(items) + 1)]
            return [f"{head} {item}" for head, item in zip(heads, items, strict=True)]
        case Table() | Sparkline() | CalendarGrid() | WeekChart():
            return _figure(block)


def _figure(block: Table | Sparkline | CalendarGrid | WeekChart) -> list[str]:
    match block:
        case WeekChart(_, heads, _, grids, lines):
            found = ["weeks " + " ".join(heads)]
            for one in grids:
                days = [" ".join(day.figure or "." for day in row) for row in one.rows]
                found += [one.name, *days]
            return found + [
                f"{line.name}: {' '.join(one.figure if one else '.' for one in line.points)}"
                for line in lines
            ]
        case Sparkline(name, shares, said):
            return [f"{name} [{' '.join(map(_share, shares))}] {said}".rstrip()]
        case CalendarGrid(title, heads, weeks):
            grid = ["".join(map(_day, week)).rstrip() for week in weeks]
            return [title, "".join(f"{head[:2]:<5}" for head in heads).rstrip(), *grid]
        case Table():
            return _table(block)


def _table(table: Table) -> list[str]:
    rows = [
        [column.name for column in table.columns],
        *(
            [f"{_share(cell.share)}" if isinstance(cell, Bar) else cell for cell in row]
            for row in table.rows
        ),
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(len(table.columns))]
    lines = [
        " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [*([table.title] if table.title else []), *lines]


def _share(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


def _day(day: CalendarGridDay) -> str:
    sign = SIGNS.get(day.mark) or " abcd"[day.step]
    return " " * 5 if sign == " " else f"{day.number:>2}{sign}{'*' if day.event else ' '} "
