"""Which table a CSV is: one of the program's own, known by its first line, or somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.archive.table_file import TableFile, opened_table
from hrjournal.domain.archive.csv_rows import ColumnMapping
from hrjournal.domain.archive.validators import NOTHING_WRITTEN
from hrjournal.errors import HrjournalError, ImportRefusedError, UsageError
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hrjournal.cli.context import AppContext

SHOWN: Final = 12
SAY_DATE: Final = "Say which column holds the day: --date COLUMN."


def import_table(
    app: AppContext,
    file: Path,
    columns: ColumnMapping,
    *,
    dry_run: bool,
    skip_bad: bool,
    as_json: bool,
) -> None:
    """Takes in what a table holds and the journal does not.

    Raises:
        ImportRefusedError: when the table cannot be read, or rows of it that are not skipped.
        UsageError: when it is somebody else's, and it is not said which column is which.
    """
    if columns.date:
        from hrjournal.cli.archive.import_csv import import_csv

        import_csv(app, file, columns, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)
        return
    if columns != ColumnMapping(""):
        raise UsageError(f"{SAY_DATE} A table of hrjournal export csv needs no columns.")
    with opened_table(file) as table:
        _import_known(app, table, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)


def _import_known(
    app: AppContext, table: TableFile, *, dry_run: bool, skip_bad: bool, as_json: bool
) -> None:
    from hrjournal.domain.archive.csv_days import COLUMNS as DAYS
    from hrjournal.domain.archive.csv_days import is_of_days
    from hrjournal.domain.archive.csv_table import COLUMNS, EARLIER, is_own

    if is_own(table.head):
        from hrjournal.cli.archive.import_own import import_own

        import_own(app, table, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)
    elif is_of_days(table.head):
        from hrjournal.cli.archive.import_days import import_days

        import_days(app, table, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)
    else:
        for names, needed in ((list(COLUMNS), EARLIER), (list(DAYS), list(DAYS))):
            _refuse_nearly(table.head, names, needed)
        raise _unknown(table.head)


def _refuse_nearly(head: Sequence[str], names: Sequence[str], needed: Sequence[str]) -> None:
    """Refuses a first line that has most of these names and is not quite theirs."""
    if len(set(head) & set(names)) * 2 <= len(needed):
        return
    twice = [name for name in names if head.count(name) > 1]
    missing = [name for name in needed if name not in head]
    if twice:
        what = f'names the column "{twice[0]}" twice'
    elif missing:
        what = f'has no column "{missing[0]}"'
    else:
        strange = next(place for place, name in enumerate(head, 1) if name not in names)
        what = f"has a column that hrjournal does not write, in place {strange}"
    raise ImportRefusedError(
        f"The first line is nearly that of an export of hrjournal, and {what}. {NOTHING_WRITTEN}"
    )


def _unknown(head: Sequence[str]) -> HrjournalError:
    named = [quote(name) for name in head[:SHOWN] if name.strip()]
    if not named:
        return ImportRefusedError(f"The first line names no columns. {NOTHING_WRITTEN}")
    return UsageError(f"{SAY_DATE} The file has: {', '.join(named)}.")
