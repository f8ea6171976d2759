"""Bringing in what was written elsewhere: understood first, then saved in one step."""

from __future__ import annotations

import csv
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from hrjournal.cli import arguments
from hrjournal.cli.files import readable
from hrjournal.cli.prompts import progress
from hrjournal.domain.archive.csv_rows import ColumnMapping, ParsedRow, RejectedRow, RowParser
from hrjournal.domain.archive.csv_table import as_written
from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.substances.substance import OTHER, Substance, fold
from hrjournal.errors import HrjournalError, ImportRefusedError, UsageError
from hrjournal.sanitize import quote
from hrjournal.store import bulk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hrjournal.cli.context import AppContext
    from hrjournal.cli.entries.understand import Reader
    from hrjournal.domain.substances.units import Units
    from hrjournal.store import Journal

LARGEST_TABLE = 512  # megabytes


def import_csv(
    app: AppContext,
    file: Path,
    columns: ColumnMapping,
    *,
    dry_run: bool,
    skip_bad: bool,
    as_json: bool,
) -> None:
    """Takes in the rows of a table that the journal does not hold yet.

    Raises:
        ImportRefusedError: when the table cannot be read, or rows of it that are not skipped.
    """
    from hrjournal.pages.archive.imports import RowCounts, page

    _check(columns)
    with app.open_journal(write=not dry_run) as journal:
        rows = list(_rows(file, columns, RowParser(columns, app.current_time(journal))))
        planned, refused = _parse_rows(app, journal, rows)
        fresh = bulk.missing_entries(journal, planned)
        stopped = bool(refused) and not skip_bad
        if not (dry_run or stopped) and fresh:
            bulk.backup_before(journal, app.backup_suffix)
            with progress(fresh, "Saving") as entries:
                bulk.insert_entries(journal, entries, app.instant)
            from hrjournal.cli.entries.win_ledger import update_win_ledger

            with suppress(HrjournalError):  # the rows are saved, and views judge the days anew
                update_win_ledger(app, journal)
        there = len(planned) - len(fresh)
        written = 0 if dry_run or stopped else len(fresh)
        counts = RowCounts(len(fresh), there, written)
        app.print_page(page(counts, refused, dry_run=dry_run), as_json=as_json)
    if stopped:
        raise ImportRefusedError(
            "Nothing was written. Mend these rows, or leave them out with --skip-bad."
        )


def _check(columns: ColumnMapping) -> None:
    if not (columns.substance or columns.mood or columns.note):
        raise UsageError("Say what a row is about: --substance COLUMN, --mood or --note.")
    if columns.amount and not columns.substance:
        raise UsageError("An amount needs a substance: --substance COLUMN, or --substance =alcohol")


def _rows(
    file: Path, columns: ColumnMapping, reader: RowParser
) -> Iterator[ParsedRow | RejectedRow]:
    with _opened(file) as lines:
        table = csv.DictReader(lines, dialect=_dialect(lines), strict=True)
        try:
            missing = [name for name in columns.named() if name not in (table.fieldnames or ())]
            if missing:
                raise ImportRefusedError(
                    f"The file has no column {quote(missing[0])}. "
                    f"It has: {', '.join(map(quote, (table.fieldnames or ())[:12]))}."
                )
            with progress(table, "Reading") as rows:
                for row in rows:
                    yield reader.read(table.line_num, as_written(row))
        except csv.Error:
            raise ImportRefusedError(
                f"The file stops being a CSV at line {table.line_num + 1}. Nothing was written."
            ) from None


@contextmanager
def _opened(file: Path) -> Iterator[Any]:
    """The lines of a file."""
    csv.field_size_limit(1_000_000)
    with readable(file, LARGEST_TABLE), file.open(encoding="utf-8-sig", newline="") as lines:
        yield lines


def _dialect(lines: Any) -> type[csv.Dialect]:
    """Commas, semicolons or tabs, whichever the first line holds most of."""
    head = lines.readline(100_000)
    lines.seek(0)

    class Found(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Found


def _parse_rows(
    app: AppContext, journal: Journal, rows: Iterable[ParsedRow | RejectedRow]
) -> tuple[list[bulk.Planned], list[RejectedRow]]:
    from hrjournal.cli.entries.understand import Reader

    reader = Reader(app, journal)
    substances = journal.substances()
    tracked = {word: substances[key] for word, key in journal.aliases().items()} | substances
    planned: list[bulk.Planned] = []
    refused: list[RejectedRow] = []
    for row in rows:
        if isinstance(row, RejectedRow):
            refused.append(row)
            continue
        try:
            planned.append(_plan_entry(app, row, tracked, reader))
        except UsageError as error:
            refused.append(RejectedRow(row.line, error.marked))
    return planned, refused


def _plan_entry(
    app: AppContext, row: ParsedRow, tracked: dict[str, Substance], reader: Reader
) -> bulk.Planned:
    substance = (
        substance_named(app, row.substance, tracked, reader.units) if row.substance else None
    )
    amount = None
    if substance and not row.none:
        amount = reader.cell(row.substance or "", " ".join(row.amount or ()))
        if not substance.id and substance.kind.id == OTHER.id:
            substance = substance._replace(unit=amount.unit)
            tracked[substance.key] = substance
    entry = Entry(
        type=EntryType.CHECKIN
        if substance is None
        else EntryType.NONE
        if row.none
        else EntryType.USE,
        moment=row.moment,
        substance=substance.key if substance else None,
        amount=amount,
        mood=row.mood,
        note=row.note,
        written=app.instant,
    )
    return bulk.Planned(entry, substance, row.origin)


def substance_named(
    app: AppContext, word: str, tracked: dict[str, Substance], units: Units
) -> Substance:
    """The tracked substance of this name, or a new one under the name that the file uses.

    Drinks are alcohol. A known kind that is tracked by its own name takes its other names in;
    otherwise two names of a file stay two substances.
    """
    key = fold(word)
    kind = app.catalogue.find(word) or OTHER
    own = fold(kind.name)
    if key not in tracked and kind is not OTHER:
        if kind.id == "alcohol":
            word = kind.name
        if kind.id == "alcohol" or (own in tracked and tracked[own].id and not kind.medicine):
            key = own
    if key not in tracked:
        typed = arguments.parse_word(word, "substance")
        tracked[key] = Substance(key, typed, kind, units.base(kind.unit))
    return tracked[key]
