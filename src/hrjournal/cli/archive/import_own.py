"""Bringing in a table of `export csv`: every row is looked at, then all are saved in one step.

The file is read twice, so that of a row little more than its name and its place is held.
"""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, Final

from hrjournal.cli.prompts import walk
from hrjournal.domain.archive.csv_index import CsvIndex
from hrjournal.domain.archive.csv_records import CsvRecord, CsvRecords, CsvSubstances
from hrjournal.domain.archive.csv_rows import RejectedRow
from hrjournal.domain.archive.model import Record
from hrjournal.domain.archive.validators import NOTHING_WRITTEN
from hrjournal.errors import ImportRefusedError
from hrjournal.store import bulk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrjournal.cli.archive.table_file import TableFile, TableRow
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal

MOST_REFUSED: Final = 1000  # beyond that, the file is no such table any more
CHANGED: Final = f"The file was changed while it was read. {NOTHING_WRITTEN}"
MOVED: Final = f"The journal was changed meanwhile. {NOTHING_WRITTEN} Please try again."
MEND: Final = f"{NOTHING_WRITTEN} Mend these rows, or leave them out with --skip-bad."


def import_own(
    app: AppContext, table: TableFile, *, dry_run: bool, skip_bad: bool, as_json: bool
) -> None:
    """Takes in the records of a table that the journal does not hold.

    Raises:
        ImportRefusedError: when the table cannot be read, or rows of it that are not skipped.
    """
    from hrjournal.pages.archive.imports import RowCounts, page

    with app.open_journal() as journal:
        rows = _understood(app, journal, table)
    stopped = bool(rows.refused) and not skip_bad
    with app.open_journal(write=not (dry_run or stopped)) as journal:
        match = bulk.matched(journal, rows.index)
        new = rows.new(journal, match)
        written = 0 if dry_run or stopped else len(new.wanted)
        if written:
            bulk.backup_before(journal, app.backup_suffix)
            bulk.take_table(journal, new, app.instant)
        there = sum(match.rows)
        counts = RowCounts(len(new.wanted), there, written, match.differing, len(new.substances))
        app.print_page(page(counts, rows.refused, dry_run=dry_run), as_json=as_json)
    if stopped:
        raise ImportRefusedError(MEND)


def _understood(app: AppContext, journal: Journal, table: TableFile) -> OwnRows:
    """Every row of the table, looked at."""
    units = app.units(journal)
    substances = CsvSubstances(journal.aliases(), app.catalogue.find, units.base)
    reader = CsvRecords(table.head, substances, app.current_time(journal))
    rows = OwnRows(table, reader, substances.found)
    for row in walk("Reading")(table.rows()):
        rows.look_at(row)
    for line in rows.index.leave_out_twins():
        rows.refuse(RejectedRow(line, "It goes by a name or number that came before."))
    rows.refused.sort()
    return rows


class OwnRows:
    """The rows of a table: where the records are, and what was refused."""

    def __init__(
        self, table: TableFile, reader: CsvRecords, substances: dict[str, Substance]
    ) -> None:
        """Takes the table, what reads its rows, and where the substances that it names are kept."""
        self.index = CsvIndex()
        self.refused: list[RejectedRow] = []
        self._table = table
        self._reader = reader
        self._substances = substances
        self._about: set[str | None] = set()
        self._by_hand: Counter[str] = Counter()
        self._twins: dict[int, str] = {}  # the origins of rows that stand twice as they were typed

    def look_at(self, row: TableRow) -> None:
        """Keeps where a row stands, or why it is refused."""
        found = self._reader.read(row.line, row.cells)
        if isinstance(found, RejectedRow):
            self.refuse(found)
            return
        if found.by_hand:
            found = self._named(found)
        self._about.add(found.record.entry.substance)
        self.index.add(found, row.line, row.place)

    def _named(self, found: CsvRecord) -> CsvRecord:
        """A row that stands twice, as a drink may, under a name of its own."""
        entry, origin = found.record
        self._by_hand[origin] += 1
        if self._by_hand[origin] == 1:
            return found
        twin = f"{origin}.{self._by_hand[origin]}"
        self._twins[len(self.index)] = twin
        return found._replace(record=Record(entry, twin))

    def refuse(self, found: RejectedRow) -> None:
        """Keeps why a row is refused.

        Raises:
            ImportRefusedError: when so many are that the file is no such table.
        """
        self.refused.append(found)
        if len(self.refused) > MOST_REFUSED:
            raise ImportRefusedError(
                f"More than {MOST_REFUSED:,} rows of the file are not understood, line "
                f"{self.refused[0].line} first of all. {NOTHING_WRITTEN}"
            )

    def new(self, journal: Journal, match: bulk.TableMatch) -> bulk.TableTake:
        """What is to be saved."""
        order, tracked = self.index.order(match.rows), journal.substances()
        if self._about - tracked.keys() - self._substances.keys() - {None}:
            raise ImportRefusedError(MOVED)
        return bulk.TableTake(
            [one for key, one in self._substances.items() if key in self._about - tracked.keys()],
            array("q", (self.index.numbers[row] for row in order)),
            walk("Saving")(self._records(order)),
            match.state,
        )

    def _records(self, order: Sequence[int]) -> Iterator[Record]:
        """The records, read again one by one."""
        for row in order:
            found = self._reader.read(0, self._table.again(self.index.begins[row]))
            if isinstance(found, RejectedRow):
                raise ImportRefusedError(CHANGED)
            entry, origin = found.record
            if not entry.id:
                entry = entry.replace(id=self.index.numbers[row])
            yield Record(entry, self._twins.get(row, origin))
