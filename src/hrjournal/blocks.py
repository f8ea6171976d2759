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
    """Opens a section."""

    text: str


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


class Column(NamedTuple):
    """A column of a table; on a narrow screen the highest `spare` goes first, 0 never goes."""

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


class CalendarGrid(NamedTuple):
    """A month as weeks of seven days; `heads` are the seven short day names."""

    title: str
    heads: tuple[str, ...]
    weeks: tuple[tuple[CalendarGridDay, ...], ...]


Block = Heading | Text | Note | DefinitionList | ItemList | Table | Sparkline | CalendarGrid


class Page(NamedTuple):
    """What a command shows: blocks for reading, `data` for machines (plain JSON values)."""

    title: str
    blocks: tuple[Block, ...]
    data: Mapping[str, Any] = NO_DATA
