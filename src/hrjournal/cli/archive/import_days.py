"""Bringing in the long table of a summary: uses and days without, and a check-in for each day."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from hrjournal.cli.archive.import_csv import substance_named
from hrjournal.cli.archive.import_own import MEND
from hrjournal.cli.prompts import progress, walk
from hrjournal.domain.archive.csv_days import DayRow, DayRows
from hrjournal.domain.archive.csv_rows import RejectedRow
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.amount import Amount, AmountRange, scale, unknown
from hrjournal.domain.substances.substance import OTHER
from hrjournal.domain.substances.units import GRAMS
from hrjournal.errors import HrjournalError, ImportRefusedError, UsageError
from hrjournal.store import bulk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.cli.archive.table_file import TableFile
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.substances.units import Units
    from hrjournal.store import Journal

STAYS: Final = "Days of which your journal says something already stay as they are."
ROUNDED: Final = "A mood or an urge between two whole numbers comes in as the nearest one."


def import_days(
    app: AppContext, table: TableFile, *, dry_run: bool, skip_bad: bool, as_json: bool
) -> None:
    """Takes in the days of a table of which the journal says nothing yet.

    Raises:
        ImportRefusedError: when the table cannot be read, or rows of it that are not skipped.
    """
    from hrjournal.pages.archive.imports import RowCounts, page

    with app.open_journal() as journal:
        days = _Days(app, journal, table)
        planned = list(days.planned())
    stopped = bool(days.refused) and not skip_bad
    with app.open_journal(write=not (dry_run or stopped)) as journal:
        fresh = _fresh(journal, planned)
        written = 0 if dry_run or stopped else len(fresh)
        if written:
            _save(app, journal, fresh)
        there = len(planned) - len(fresh)
        notes = [STAYS] * (0 < there < len(planned)) + [ROUNDED] * bool(days.rows.rounded)
        counts = RowCounts(len(fresh), there, written)
        shown = page(counts, days.refused, dry_run=dry_run, notes=notes)
        app.print_page(shown, as_json=as_json)
    if stopped:
        raise ImportRefusedError(MEND)


def _fresh(journal: Journal, planned: list[bulk.Planned]) -> list[bulk.Planned]:
    """Those of days that the journal says nothing of; a day's total would be another one else."""
    told, starts = bulk.told_days(journal), journal.day_start
    return [
        one
        for one in bulk.missing_entries(journal, planned)
        if (one.entry.substance, one.entry.moment.day(starts)) not in told
    ]


def _save(app: AppContext, journal: Journal, fresh: list[bulk.Planned]) -> None:
    from hrjournal.cli.entries.win_ledger import update_win_ledger

    bulk.backup_before(journal, app.backup_suffix)
    with progress(fresh, "Saving") as entries:
        bulk.insert_entries(journal, entries, app.instant)
    with suppress(HrjournalError):  # the rows are saved, and views judge the days anew
        update_win_ledger(app, journal)


class _Days:
    """The records that the rows of a table are, and what of it was refused."""

    def __init__(self, app: AppContext, journal: Journal, table: TableFile) -> None:
        self.refused: list[RejectedRow] = []
        self.rows = DayRows(table.head, app.current_time(journal))
        self._app = app
        self._table = table
        self._units = app.units(journal)
        substances = journal.substances()
        named = {word: substances[key] for word, key in journal.aliases().items()}
        self._tracked = named | substances

    def planned(self) -> Iterator[bulk.Planned]:
        """A record for each row that says something of a substance, then one for each day."""
        for row in walk("Reading")(self._table.rows()):
            read = self.rows.read(row.line, row.cells)
            found = self._about(read) if isinstance(read, DayRow) else read
            if isinstance(found, RejectedRow):
                self.refused.append(found)
            elif found is not None:
                yield found
        for moment, felt in self.rows.days():
            told = Entry(
                type=EntryType.CHECKIN,
                moment=moment,
                **felt._asdict(),
                written=self._app.instant,
            )
            yield bulk.Planned(told, None, _origin(moment, felt))

    def _about(self, row: DayRow) -> bulk.Planned | RejectedRow:
        try:
            substance = substance_named(self._app, row.substance, self._tracked, self._units)
            amount = None if row.none else _amount(row, substance, self._units)
        except UsageError as error:
            return RejectedRow(row.line, error.marked)
        if amount and not substance.id and substance.kind.id == OTHER.id:
            substance = substance._replace(unit=amount.unit)
            self._tracked[substance.key] = substance
        told = Entry(
            type=EntryType.NONE if row.none else EntryType.USE,
            moment=row.moment,
            substance=substance.key,
            amount=amount,
            written=self._app.instant,
        )
        return bulk.Planned(told, substance, _origin(row.moment, (substance.key, row.none)))


def _origin(moment: Moment, said: tuple[object, ...]) -> str:
    """A name for what a row says of a day, by which it is known again."""
    return sha256(f"csv day {moment.local} {said!r}".encode()).hexdigest()[:32]


def _amount(row: DayRow, substance: Substance, units: Units) -> Amount:
    """What was used, in what the unit is kept in; a drink of elsewhere by its grams."""
    if row.low is None or row.high is None:
        return unknown(substance.unit)
    one = units.spelled(row.unit)
    base, each = (one.base, one.factor) if one else (row.unit, Decimal(1))
    if not one and row.grams and row.high and substance.kind.group == "alcohol":
        base, each = GRAMS, 2 * row.grams / (row.low + row.high)  # grams are the middle of both
    low = "" if row.low == row.high else f"{row.low}-"
    try:
        return scale(AmountRange(row.low, row.high), each, base, f"{low}{row.high} {row.unit}")
    except UsageError:
        raise UsageError("Its amount is too small or too large to keep.") from None
