"""CSV: the first table of a page as RFC 4180 has it, with nothing in it that a sheet would run."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final, TextIO

from hrjournal.blocks import Bar, Page, Table
from hrjournal.formats.sanitize_page import sanitize_page

if TYPE_CHECKING:
    from collections.abc import Iterable

# How a formula may begin; a sign that stands alone is none.
_RUN: Final = re.compile(r"\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20].")


def write_csv(page: Page, stream: TextIO) -> None:
    """Write the table: the names of its columns, then its rows. Bars are left out."""
    shown = sanitize_page(page, stream.encoding or "utf-8")
    table = next((block for block in shown.blocks if isinstance(block, Table)), None)
    if table is None:
        return
    told = csv.writer(stream, lineterminator="\r\n")
    told.writerow(_safe(column.name for column in table.columns))
    for row in table.rows:
        told.writerow(_safe("" if isinstance(cell, Bar) else cell for cell in row))


def _safe(cells: Iterable[str]) -> list[str]:
    """The cells; one that a sheet could take for a formula begins with an apostrophe."""
    return [f"'{cell}" if _RUN.match(cell) else cell for cell in cells]
