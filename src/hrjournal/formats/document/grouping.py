"""What belongs together on a page that is read as a document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

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
    Sparkline,
    Table,
    Text,
    Tone,
    WeekChart,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def group_blocks(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Calendars, sparklines and small wins in a row are one run, anything else is its own.

    Blocks that hold nothing are left out.
    """
    for family, run in groupby(filter(_says, blocks), key=_family):
        if family:
            yield tuple(run)
        else:
            yield from ((block,) for block in run)


def _family(block: Block) -> str:
    match block:
        case CalendarGrid():
            return "heats"
        case Sparkline():
            return "sparks"
        case Note(tone=Tone.WIN):
            return "wins"
        case _:
            return ""


def _says(block: Block) -> bool:
    match block:
        case Heading(text) | Text(text) | Note(text, _):
            return bool(text.strip())
        case DefinitionList(rows):
            return any(map(any, rows))
        case ItemList(items, _):
            return any(items)
        case Table() | Sparkline() | CalendarGrid() | WeekChart():
            return True


def pad_rows(table: Table) -> Table:
    """The table without the columns that hold nothing; every row has a cell for every column."""
    rows = [row + ("",) * (len(table.columns) - len(row)) for row in table.rows]
    kept = [
        place
        for place in range(len(table.columns))
        if any(isinstance(row[place], Bar) or row[place] for row in rows)
    ]
    return Table(
        tuple(table.columns[place] for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
        table.title,
    )


def weeks(heat: CalendarGrid) -> tuple[tuple[CalendarGridDay, ...], ...]:
    """The weeks that hold a day of this month."""
    return tuple(week for week in heat.weeks if any(day.mark is not Mark.OUTSIDE for day in week))
