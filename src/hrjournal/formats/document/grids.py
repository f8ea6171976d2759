"""Tables and calendars as rows of cells, with what a document needs to know of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.blocks import FOLDED, Bar, CalendarGrid, CalendarGridDay, Mark, Table
from hrjournal.formats.document.grouping import pad_rows, weeks
from hrjournal.formats.document.svg import LEVELS
from hrjournal.formats.glyphs import BLOCKS
from hrjournal.formats.plain.lines import day_words
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONG: Final = 24  # a cell of words longer than this may wrap
_FIGURE: Final = 18  # and a figure that is said in words
_WORD: Final = 18  # and a word longer than this may break
_CARDS: Final = 4  # as many columns, or more, are told one under the other on a phone
_BESIDE: Final = 26  # letters that fit beside a name there
_UNNAMED: Final = "Table"
_BAR: Final = 10  # letters that a bar takes the room of
_ABREAST: Final = ((104, "crowded"), (132, "packed"))  # letters beyond which a sheet gets narrow
_SIGNS: Final = {
    BLOCKS.unwritten: Mark.UNWRITTEN.value,
    BLOCKS.none: Mark.NONE.value,
    BLOCKS.steps: Mark.SOME.value,
    BLOCKS.unknown: Mark.UNKNOWN.value,
    BLOCKS.event: "event",
    BLOCKS.session: "session",
}


class GridCell(NamedTuple):
    """A cell of a table, with how it stands; what a bar shows is said in its text."""

    text: str
    kind: str = ""
    share: float | None = None

    @property
    def breaks(self) -> bool:
        """Whether it is so long, or a word of it, that it must not stay on one line."""
        most = _FIGURE if self.kind == "figure" else _LONG
        return len(self.text) > most or any(len(word) > _WORD for word in self.text.split())


class Grid(NamedTuple):
    """A table as it is drawn; it has a name even where it has no title."""

    title: str
    name: str
    heads: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    kind: str
    orders: tuple[int, ...] = ()  # of its columns: what a narrow screen drops last comes first

    @property
    def cards(self) -> bool:
        """Whether a phone shows each row as a card: where its cells do not fit beside its name."""
        shown = [at for at, order in enumerate(self.orders) if order != FOLDED]
        widest = (max(len(row[at].text) for row in self.rows) for at in shown[1:] if self.rows)
        return len(shown) >= _CARDS and sum(2 + width for width in widest) > _BESIDE

    @property
    def folded(self) -> tuple[str, tuple[tuple[str, str], ...]] | None:
        """What a phone tells at the end of the page: a column of it, by the names of the rows."""
        if FOLDED not in self.orders:
            return None
        place = self.orders.index(FOLDED)
        rows = tuple((row[0].text, row[place].text) for row in self.rows if row[place].text)
        return self.heads[place].text, rows


class Square(NamedTuple):
    """A day of a calendar as it is drawn."""

    number: int
    kind: str
    step: int
    beside: str  # the signs of what else happened on it
    words: str
    figure: str = ""


class MonthGrid(NamedTuple):
    """A calendar as it is drawn."""

    title: str
    heads: tuple[str, ...]
    weeks: tuple[tuple[Square, ...], ...]


def table_grid(table: Table) -> Grid:
    """The table without its empty columns; it has no heads where nothing is left."""
    table = pad_rows(table)
    heads = tuple(
        GridCell(column.name, "figure" if column.right else "") for column in table.columns
    )
    rows = tuple(
        tuple(
            _cell(cell, right=column.right) for cell, column in zip(row, table.columns, strict=True)
        )
        for row in table.rows
    )
    orders = tuple(column.drop_order for column in table.columns)
    return Grid(
        title=table.title,
        name=table.title or _UNNAMED,
        heads=heads,
        rows=rows,
        kind=_crowd(heads, rows),
        orders=orders,
    )


def month_grid(heat: CalendarGrid) -> MonthGrid:
    """The weeks of a calendar."""
    return MonthGrid(
        heat.title, heat.heads, tuple(tuple(map(square, week)) for week in weeks(heat))
    )


def legend(heats: Sequence[CalendarGrid]) -> tuple[tuple[str, str], ...]:
    """What the kinds of day mean, of those that are there."""
    days = [day for heat in heats for week in heat.weeks for day in week]
    return named_signs(BLOCKS.legend(days))


def named_signs(signs: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The signs by the kind of day that each stands for, with their meanings."""
    return tuple((_SIGNS[sign], meaning) for sign, meaning in signs)


def _cell(cell: str | Bar, *, right: bool) -> GridCell:
    if isinstance(cell, Bar):
        words = "not known" if cell.share is None else f"{cell.share:.0%} of the longest"
        return GridCell(words, "bar", cell.share)
    if right:
        return GridCell(cell, "figure")
    return GridCell(cell, "long" if len(cell) > _LONG else "short")


def _crowd(heads: Sequence[GridCell], rows: Sequence[Sequence[GridCell]]) -> str:
    """How narrow it gets on paper, by about how many letters stand abreast."""
    letters = sum(
        2 + max(max(map(len, head.text.split()), default=0), *map(_letters, cells))
        for head, *cells in zip(heads, *rows, strict=True)
    )
    return " ".join(kind for most, kind in _ABREAST if letters > most)


def _letters(cell: GridCell) -> int:
    return _BAR if cell.kind == "bar" else min(len(cell.text), _LONG)


def square(day: CalendarGridDay) -> Square:
    """A day as it is drawn."""
    step = max(1, min(day.step, LEVELS)) if day.mark is Mark.SOME else 0
    figure = day.figure if day.mark in {Mark.SOME, Mark.UNKNOWN} else ""
    return Square(
        number=day.number,
        kind=day.mark.value,
        step=step,
        beside=BLOCKS.beside(day),
        words=day_words(day),
        figure=figure,
    )
