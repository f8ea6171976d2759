"""What is held of each row of a table of records: a few numbers, for there may be very many."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.domain.archive.csv_records import CsvRecord
    from hrjournal.domain.entries.entry import Entry

ANYTHING: Final = 0  # what a row says that is the same as whatever goes by its name


def said_by(entry: Entry) -> int:
    """A number that is another one where a record says something else, within one run.

    An empty text says nothing, for a table cannot tell the two apart.
    """
    plain = entry._replace(
        id=0, note=entry.note or None, gave=entry.gave or None, after=entry.after or None
    )
    return hash(plain) or 1


class CsvIndex:
    """The rows of one table by the names of their records; rows are counted from 0."""

    def __init__(self) -> None:
        """Begins with no rows."""
        self.numbers = array("q")  # of the records, 0 where a row has none
        self.begins = array("q")  # the byte at which each row begins
        self.lines = array("q")
        self._names = array("q")
        self._said = array("q")
        self._places = array("q")
        self._sorted = array("q")  # rows by their names
        self._kept = bytearray()

    def __len__(self) -> int:
        """How many rows there are, with those that were left out."""
        return len(self.numbers)

    def add(self, found: CsvRecord, line: int, begins: int) -> None:
        """Holds what is needed of a row."""
        entry, origin = found.record
        self.numbers.append(entry.id)
        self.begins.append(begins)
        self.lines.append(line)
        self._names.append(hash(origin))
        self._said.append(ANYTHING if found.by_hand else said_by(entry))
        self._places.append(found.place)

    def leave_out_twins(self) -> list[int]:
        """Leaves out rows that go by a name or number of one before; gives their lines."""
        self._kept = bytearray(b"\1" * len(self))
        twins = {*_twins(self._names), *(row for row in _twins(self.numbers) if self.numbers[row])}
        for row in twins:
            self._kept[row] = 0
        self._sorted = array("q", sorted(range(len(self)), key=self._names.__getitem__))
        return sorted(self.lines[row] for row in twins)

    def find(self, origin: str) -> int | None:
        """The row that goes by this name, or None."""
        name = hash(origin)
        place = bisect_left(self._sorted, name, key=self._names.__getitem__)
        row = self._sorted[place] if place < len(self._sorted) else -1
        return row if row >= 0 and self._names[row] == name and self._kept[row] else None

    def says(self, row: int, entry: Entry) -> bool:
        """Whether a row says the same as a record."""
        return self._said[row] in {ANYTHING, said_by(entry)}

    def order(self, there: Sequence[int]) -> array[int]:
        """The rows that are not there, in the order in which they were written.

        Those without a number get one behind the last.
        """
        fresh = [row for row, kept in enumerate(self._kept) if kept and not there[row]]
        last = max(self.numbers, default=0)
        for row in fresh:
            if not self.numbers[row]:
                last += 1
                self.numbers[row] = last
        fresh.sort(key=self.numbers.__getitem__)
        fresh.sort(key=self._places.__getitem__)
        return array("q", fresh)


def _twins(column: array[int]) -> Iterator[int]:
    """The places of what stands in a column for a second time."""
    order = sorted(range(len(column)), key=column.__getitem__)
    for before, place in pairwise(order):
        if column[before] == column[place]:
            yield place
