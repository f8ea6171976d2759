"""Two sides of paper, hard: how much room blocks take, and what goes first where it is short.

Heights are about those of print in the smallest type that reads well, a little on the safe side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import (
    Block,
    CalendarGrid,
    DefinitionList,
    Heading,
    ItemList,
    Note,
    Sparkline,
    Table,
    Text,
    WeekChart,
)
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SIDE: Final = 830  # of a Letter sheet between its margins
TITLE: Final = 34
HEADING: Final = 21
LINE: Final = 11
GAP: Final = 4
ROW: Final = 9.7  # of a table; a further line of it takes as much
DAYS, WEEKS = 102, 19  # of a chart: the days of one substance, and one line over the weeks
ACROSS: Final = 118  # letters of a line
TABLE_ACROSS: Final = 138  # and of a table, in smaller ones
MONTH: Final = 110  # of a calendar


class Room(NamedTuple):
    """How much of each part there is room for; of a part that is whole or not, 1 or 0."""

    substances: int = 5  # in the table of the headline
    calendars: int = 3
    lines: int = 3
    triggers: int = 6
    ways: int = 8
    wins: int = 5
    points: int = 8
    goals: int = 6
    episodes: int = 2
    steps: int = 1
    rulers: int = 1
    reasons: int = 1
    measured: int = 6  # substances in the table of measures
    formulas: int = 1
    notes: int = 1000
    marked: int = 1000  # days in words of the person's own
    letter: int = 1


class Cut(NamedTuple):
    """A part made smaller, and how it is named where that took something away."""

    field: str
    value: int
    name: str


FIRST: Final = (  # what goes first from the first side
    Cut("calendars", 2, "calendars of further substances"),
    Cut("ways", 5, "ways tried less often"),
    Cut("triggers", 4, "rarer situations"),
    Cut("lines", 2, "lines of further substances"),
    Cut("wins", 3, "further small wins"),
    Cut("calendars", 1, "calendars of further substances"),
    Cut("episodes", 1, "the second largest day"),
    Cut("substances", 3, "figures of further substances"),
    Cut("ways", 3, "ways tried less often"),
    Cut("triggers", 3, "rarer situations"),
    Cut("points", 4, "further points to talk about"),
    Cut("goals", 3, "further goals"),
    Cut("steps", 0, "safer steps"),
    Cut("rulers", 0, "rulers"),
    Cut("reasons", 0, "reasons"),
    Cut("lines", 1, "lines of further substances"),
    Cut("substances", 2, "figures of further substances"),
    Cut("wins", 2, "further small wins"),
    Cut("ways", 0, "ways tried"),
    Cut("points", 2, "further points to talk about"),
    Cut("calendars", 0, "the calendar"),
)
SECOND: Final = (
    Cut("formulas", 0, "how each figure is counted"),
    Cut("measured", 3, "all figures of further substances"),
    *(Cut("marked", most, "earlier marked days") for most in (40, 20)),
    *(Cut("notes", most, "older notes") for most in (60, 40, 25, 15)),
    Cut("measured", 1, "all figures of further substances"),
    Cut("notes", 8, "older notes"),
    *(Cut("marked", most, "earlier marked days") for most in (10, 5)),
    Cut("measured", 0, "all figures"),
    Cut("letter", 0, "the letter"),
    *(Cut("notes", most, "older notes") for most in (5, 3, 2, 1, 0)),
)


def fitted(
    build: Callable[[Room], Sequence[Block]], cuts: Iterable[Cut], room: Room, most: float
) -> tuple[Sequence[Block], Room, list[str]]:
    """The blocks of a side, cut part by part until they fit; and what was cut, by name."""
    blocks = build(room)
    names: list[str] = []
    for cut in cuts:
        if height(blocks) <= most:
            break
        if cut.value >= getattr(room, cut.field):
            continue
        smaller = room._replace(**{cut.field: cut.value})
        less = build(smaller)
        if list(less) != list(blocks):
            names.append(cut.name)
        blocks, room = less, smaller
    return blocks, room, list(dict.fromkeys(names))


def height(blocks: Iterable[Block]) -> float:
    """How much room blocks take, in points."""
    return sum(map(_height, blocks))


def _height(block: Block) -> float:
    match block:
        case Heading() | Text() | Note() | ItemList() | DefinitionList():
            return _of_words(block)
        case Table():
            return _table(block)
        case WeekChart(_, _, _, grids, lines):
            return 2 * LINE + DAYS * len(grids) + WEEKS * len(lines)
        case Sparkline():
            return 2 * LINE
        case CalendarGrid():
            return MONTH


def _of_words(block: Heading | Text | Note | ItemList | DefinitionList) -> float:
    match block:
        case Heading():
            return HEADING
        case Text(text) | Note(text):
            return GAP + sum(_lines(line) for line in text.split("\n")) * LINE
        case ItemList(items):
            return GAP + sum(map(_lines, items)) * LINE
        case DefinitionList(rows):
            return GAP + sum(3 + _lines(value, ACROSS * 3 // 4) * LINE for _, value in rows)


def _table(table: Table) -> float:
    """Columns are as wide as their words; where that is too wide, the longest share the rest."""
    columns = [[str(row[at]) for row in table.rows] for at in range(len(table.columns))]
    wanted = [max(map(len, cells), default=0) + 3 for cells in columns]
    over = sum(wanted) - TABLE_ACROSS
    widest = max(wanted, default=0)
    across = [width - over if width == widest and over > 0 else width for width in wanted]
    rows = (
        max(_lines(str(cell), max(12, width)) for cell, width in zip(row, across, strict=True))
        for row in table.rows
    )
    return 2 * ROW + sum(ROW * lines for lines in rows)


def _lines(text: str, across: int = ACROSS) -> int:
    """How many lines a text takes; wide letters count twice."""
    width = sum(2 if letter > "\u2e7f" else 1 for letter in text)
    return max(1, -(-width // across))
