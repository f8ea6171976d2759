"""The vocabulary of a page: what a page can hold, whatever ink draws it."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


NO_DATA: Mapping[str, Any] = MappingProxyType({})


class Tone(StrEnum):
    """How a note speaks; a format may give each its own quiet mark, never red."""

    SAFETY = "safety"
    WIN = "win"
    HINT = "hint"


class Mark(StrEnum):
    """What is known of a day on a calendar."""

    UNWRITTEN = "unwritten"
    NONE = "none"
    UNKNOWN = "unknown"  # use, amount unknown
    SOME = "some"  # use, in a step of 1 (least) to 4 (most) of the person's own range
    OUTSIDE = "outside"  # not a day of this month, or still to come


class Heading(NamedTuple):
    """Opens a section. From one that is `later` on, a phone folds all away until asked for it."""

    text: str
    later: bool = False


class Text(NamedTuple):
    """One paragraph."""

    text: str


class Note(NamedTuple):
    """A sentence set apart by its tone."""

    text: str
    tone: Tone


class DefinitionList(NamedTuple):
    """Names and what they are, one a line."""

    rows: tuple[tuple[str, str], ...]


class ItemList(NamedTuple):
    """Things in a row, one a line: steps in their order when `numbered`, else points."""

    items: tuple[str, ...]
    numbered: bool = False


FOLDED = 9  # the drop order of a column that a phone tells at the end of the page, folded away


class Column(NamedTuple):
    """A column of a table; on a narrow screen the highest `drop_order` goes first, 0 never goes."""

    name: str
    right: bool = False
    drop_order: int = 0


class Bar(NamedTuple):
    """A share between 0 and 1 of the longest bar; None where nothing is known."""

    share: float | None


class Table(NamedTuple):
    """Rows under columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | Bar, ...], ...]
    title: str = ""


class Sparkline(NamedTuple):
    """A small line of shares between 0 and 1; None leaves a gap."""

    name: str
    shares: tuple[float | None, ...]
    words: str = ""


class CalendarGridDay(NamedTuple):
    """One day of a calendar."""

    number: int  # day of the month
    mark: Mark
    step: int = 0  # 1 to 4 with Mark.SOME
    event: bool = False
    words: str = ""  # the day in words, for formats without a grid
    figure: str = ""  # how much it was, short: `3`, `2-3`
    session: bool = False


class CalendarGrid(NamedTuple):
    """A month as weeks of seven days; `heads` are the seven short day names."""

    title: str
    heads: tuple[str, ...]
    weeks: tuple[tuple[CalendarGridDay, ...], ...]


class WeekDays(NamedTuple):
    """A person's days by week: a row for each day of the week, and in it a day for each week."""

    name: str  # `Alcohol, in US standard drinks`
    rows: tuple[tuple[CalendarGridDay, ...], ...]


class WeekPoint(NamedTuple):
    """A week on a line: how high between 0 and 1, its figure in words, and how sure it is."""

    share: float
    figure: str
    thin: bool = False  # few days of it are written
    running: bool = False  # it is not over yet


class WeekLine(NamedTuple):
    """A line over weeks; None leaves a gap."""

    name: str  # `Mood, 0 to 10`
    points: tuple[WeekPoint | None, ...]
    words: str = ""  # which way is which, and what the highest point stands for


class WeekChart(NamedTuple):
    """Weeks from left to right: under each its days, then a point of each line."""

    title: str
    heads: tuple[str, ...]  # when each week begins: `7 Sep`
    days: tuple[str, ...]  # seven short names, in the order of the rows
    grids: tuple[WeekDays, ...]
    lines: tuple[WeekLine, ...]


Block = (
    WeekChart | Heading | Text | Note | DefinitionList | ItemList | Table | Sparkline | CalendarGrid
)


class Page(NamedTuple):
    """What a command shows: blocks for reading, `data` for machines (plain JSON values)."""

    title: str
    blocks: tuple[Block, ...]
    data: Mapping[str, Any] = NO_DATA
