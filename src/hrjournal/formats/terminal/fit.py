"""How a table fits a width: which columns stay, and how wide each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.blocks import Bar, Column, Table
from hrjournal.formats.terminal.canvas import GAP
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONG = 24  # a cell of words longer than this may wrap; numbers and short words never do


class Track(NamedTuple):
    """A column that is drawn: its place in the table and its width in cells."""

    place: int
    column: Column
    width: int


class _Need(NamedTuple):
    place: int
    column: Column
    least: int
    natural: int


def fitted(
    table: Table, room: int, bar: int, measure: Callable[[str], int]
) -> tuple[Track, ...] | None:
    """The columns that fit into the room, or None where even the needed ones do not.

    A column that holds nothing is left out; then the highest `spare` goes first.
    """
    needs = [
        _need(table, place, bar, measure)
        for place in range(len(table.columns))
        if any(len(row) > place and row[place] != "" for row in table.rows)
    ]
    while _total(needs) > room:
        spared = max(needs, key=lambda need: (need.column.spare, need.place))
        if spared.column.spare <= 0:
            return None
        needs.remove(spared)
    return _tracks(needs, room - _total(needs))


def _need(table: Table, place: int, bar: int, measure: Callable[[str], int]) -> _Need:
    column = table.columns[place]
    cells = [row[place] for row in table.rows if len(row) > place]
    content = max(bar if isinstance(cell, Bar) else measure(cell) for cell in cells)
    fixed = column.right or content <= _LONG
    head = measure(column.name) if place == 0 else _folded(column.name, measure)
    return _Need(
        place,
        column,
        least=max(content if fixed else _LONG, min(head, _LONG)),
        natural=max(content, measure(column.name)),
    )


def _folded(name: str, measure: Callable[[str], int]) -> int:
    """The least width in which the name of a column stands on two lines."""
    words = name.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(len(words)))
    return min((max(measure(one), measure(other)) for one, other in halves), default=0)


def _tracks(needs: Sequence[_Need], over: int) -> tuple[Track, ...]:
    """Share out what is over, the smallest wishes first, so that heads stay on one line."""
    widths = {need.place: need.least for need in needs}
    for need in sorted(needs, key=lambda need: need.natural - need.least):
        extra = max(0, min(need.natural - need.least, over))
        widths[need.place] += extra
        over -= extra
    return tuple(Track(need.place, need.column, widths[need.place]) for need in needs)


def _total(needs: Sequence[_Need]) -> int:
    return sum(need.least for need in needs) + GAP * max(0, len(needs) - 1)
