"""Taking the journal out of the program, and bringing in what was written elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.groups import Commands
from hrjournal.cli.options import Force, Plain

export_app = Commands(no_args_is_help=True)
import_app = Commands(no_args_is_help=True)
Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE|-]", help="A new file; - is standard output.")
]
Explain = Annotated[bool, typer.Option("--explain", help="Say what is in the file.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would come in; write nothing.")]
Report = Annotated[bool, typer.Option("--json", help="Show the report as data, for programs.")]


@export_app.callback()
def export_main() -> None:
    """Take your journal out: all of it, or a table.

    Examples:
        hrjournal export json journal.json
        hrjournal export csv journal.csv
    """


@export_app.command("json")
def export_json(
    ctx: typer.Context,
    file: Target = None,
    force: Force = False,
    explain: Explain = False,
    plain: Plain = False,
) -> None:
    """All of your journal in one file, to keep or to move.

    It holds everything, private words too, and it is not encrypted. To bring it in again:
    hrjournal import json FILE

    Examples:
        hrjournal export json journal.json
        hrjournal export json - > journal.json
        hrjournal export json --explain
    """
    from hrjournal.cli.archive import export

    export.export_json(app_context(ctx), file, force=force, explain=explain, plain=plain)


@export_app.command("csv")
def export_csv(
    ctx: typer.Context,
    file: Target = None,
    force: Force = False,
    excel: Annotated[
        bool, typer.Option("--excel", help="Make Excel read its letters right.")
    ] = False,
    explain: Explain = False,
    plain: Plain = False,
) -> None:
    """Every record as a row of a table, for spreadsheets.

    It is not encrypted. To bring it in again: hrjournal import csv FILE. A cell that a spreadsheet
    would act on gets a ' in front, which is taken off again then.

    Examples:
        hrjournal export csv journal.csv
        hrjournal export csv journal.csv --excel
        hrjournal export csv --explain
    """
    from hrjournal.cli.archive import export

    export.export_csv(
        app_context(ctx), file, excel=excel, force=force, explain=explain, plain=plain
    )


def merge(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The other copy: a journal file, not an export.")
    ],
    dry_run: DryRun = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Merge also where the two have no record in common.")
    ] = False,
    as_json: Report = False,
    plain: Plain = False,
) -> None:
    """Bring in another copy of your journal, as of a second device.

    Of a record in both, the later version stands, and what you deleted stays deleted. The other
    file is left as it is. Merge in any order, as often as you like: it comes out the same.

    Examples:
        hrjournal merge /media/stick/journal.db
        hrjournal merge journal.sync-conflict-20261128-090000-ABCDEFG.db --dry-run
    """
    from hrjournal.cli.archive.merge import MergeOptions, merge_file

    options = MergeOptions(dry_run=dry_run, yes=yes, as_json=as_json, plain=plain)
    merge_file(app_context(ctx), file, options)


@import_app.callback()
def import_main() -> None:
    """Bring in what you wrote somewhere else.

    Examples:
        hrjournal import json journal.json
        hrjournal import csv journal.csv
        hrjournal import csv diary.csv --date day --substance what
    """


@import_app.command("csv")
def import_csv(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file; its first line names the columns.")
    ],
    date: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help="The day, or day and time; own exports need none."),
    ] = None,
    date_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="How it is written, such as %d/%m/%Y.")
    ] = None,
    substance: Annotated[
        str | None, typer.Option(metavar="COLUMN|=NAME", help="What it was, or =alcohol for all.")
    ] = None,
    amount: Annotated[str | None, typer.Option(metavar="COLUMN", help="How much it was.")] = None,
    unit: Annotated[
        str | None, typer.Option(metavar="COLUMN|=NAME", help="The unit, or =ml for all.")
    ] = None,
    mood: Annotated[str | None, typer.Option(metavar="COLUMN", help="Mood, from 0 to 10.")] = None,
    note: Annotated[str | None, typer.Option(metavar="COLUMN", help="A note.")] = None,
    zero_is_none: Annotated[
        bool, typer.Option("--zero-is-none", help="Read an amount of 0 as a day without.")
    ] = False,
    dry_run: DryRun = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out rows that cannot be read.")
    ] = False,
    as_json: Report = False,
) -> None:
    """Bring in a CSV: one of your own exports, or any other, where you say which column is which.

    What hrjournal export csv and hrjournal summary --as csv wrote needs no options. Nothing comes
    in twice.

    Examples:
        hrjournal import csv journal.csv
        hrjournal import csv journal.csv --dry-run
        hrjournal import csv diary.csv --date day --substance what
        hrjournal import csv diary.csv --date day --amount drinks --substance =alcohol
    """
    from hrjournal.cli.archive.import_tables import import_table
    from hrjournal.domain.archive.csv_rows import ColumnMapping

    columns = ColumnMapping(
        date=date or "",
        date_format=date_format,
        substance=substance,
        amount=amount,
        unit=unit,
        mood=mood,
        note=note,
        zero_is_none=zero_is_none,
    )
    import_table(
        app_context(ctx), file, columns, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json
    )


@import_app.command("json")
def import_json(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file; - reads standard input.")],
    dry_run: DryRun = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out parts that cannot be read.")
    ] = False,
    as_json: Report = False,
) -> None:
    """Bring in all of a journal from: hrjournal export json FILE.

    Nothing comes in twice. What your journal holds already stays as it is.

    Examples:
        hrjournal import json journal.json
        hrjournal import json journal.json --dry-run
    """
    from hrjournal.cli.archive.import_json import import_archive

    import_archive(app_context(ctx), file, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)
