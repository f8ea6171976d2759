"""A table in a file, read row by row, and again: what is kept of a row is where it begins."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final

from hrjournal.cli.files import readable
from hrjournal.domain.archive.validators import NOTHING_WRITTEN
from hrjournal.errors import ImportRefusedError
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_TABLE: Final = 512  # megabytes
LONGEST_CELL: Final = 1_000_000  # characters
LONGEST_LINE: Final = 16_000_000  # bytes
MARK: Final = "\ufeff"
APART: Final = ",;\t"


class TableRow(NamedTuple):
    """A row of a table: the line and the byte at which it begins, and its cells."""

    line: int
    place: int
    cells: list[str]


class TableFile:
    """The rows of a file, parted by commas, semicolons or tabs as its first line is."""

    def __init__(self, file: IO[bytes]) -> None:
        """Takes the open file, and reads its first line."""
        csv.field_size_limit(LONGEST_CELL)
        self._file = file
        self._line = self._place = 0
        head = next(self._lines(), "").removeprefix(MARK)
        self._apart = max(APART, key=head.count)
        self.head = self._next(csv.reader([head], delimiter=self._apart)) or []
        self._begin = self._place

    def rows(self) -> Iterator[TableRow]:
        """Every row below the first line that says something.

        Raises:
            ImportRefusedError: where the file stops being a table, with the line.
        """
        table = self._table(self._begin)
        self._line = 1
        while True:
            line, place = self._line + 1, self._place
            cells = self._next(table)
            if cells is None:
                return
            if any(cells):
                yield TableRow(line, place, cells)

    def again(self, place: int) -> list[str]:
        """The cells of the row that begins at this byte."""
        return self._next(self._table(place)) or []

    def _table(self, place: int) -> Iterator[list[str]]:
        self._file.seek(place)
        self._place = place
        return csv.reader(self._lines(), delimiter=self._apart, strict=True)

    def _next(self, table: Iterator[list[str]]) -> list[str] | None:
        try:
            return next(table, None)
        except csv.Error:
            raise ImportRefusedError(
                f"The file stops being a CSV at line {self._line}. {NOTHING_WRITTEN}"
            ) from None

    def _lines(self) -> Iterator[str]:
        while raw := self._file.readline(LONGEST_LINE):
            self._line += 1
            self._place += len(raw)
            if len(raw) == LONGEST_LINE:
                raise ImportRefusedError(
                    f"Line {self._line} is too long to read. {NOTHING_WRITTEN}"
                )
            yield self._text(raw)

    def _text(self, raw: bytes) -> str:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            raise ImportRefusedError(
                f"The file is not text in UTF-8, from line {self._line} on. {NOTHING_WRITTEN}"
            ) from None


@contextmanager
def opened_table(file: Path) -> Iterator[TableFile]:
    """A table for the length of a block.

    Raises:
        ImportRefusedError: when the file cannot be read.
    """
    with readable(file, LARGEST_TABLE), file.open("rb") as lines:
        yield TableFile(lines)
