"""Taking the journal out of the program, and bringing in what was written elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import Plain

export_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
import_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE|-]", help="A new file; - is standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")]
Explain = Annotated[bool, typer.Option("--explain", help="What stands in the file.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Writes nothing.")]
Report = Annotated[bool, typer.Option("--json", help="The report as data.")]


@export_app.callback()
def export_main() -> None:
    """Take your journal out of the program: all of it, or a table for spreadsheets."""


@export_app.command("json")
def export_json(
    ctx: typer.Context,
    file: Target = None,
    force: Force = False,
    explain: Explain = False,
    plain: Plain = False,
) -> None:
    """All of your journal in one file, to keep or to move; hrjournal import json takes it in.

    It holds everything, private words too, and it is not encrypted.
    """
    from hrjournal.cli.archive import export

    export.export_json(app_context(ctx), file, force=force, explain=explain, plain=plain)


@export_app.command("csv")
def export_csv(
    ctx: typer.Context,
    file: Target = None,
    force: Force = False,
    excel: Annotated[
        bool, typer.Option("--excel", help="With the mark by which Excel knows its letters.")
    ] = False,
    explain: Explain = False,
    plain: Plain = False,
) -> None:
    """Every record as a row of a table, for spreadsheets. It is not encrypted.

    A cell that a spreadsheet would act on has a ' in front; import csv takes it off again.
    """
    from hrjournal.cli.archive import export

    export.export_csv(
        app_context(ctx), file, excel=excel, force=force, explain=explain, plain=plain
    )


@import_app.callback()
def import_main() -> None:
    """Bring in what you wrote elsewhere."""


@import_app.command("csv")
def import_csv(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file; its first line names the columns.")],
    date: Annotated[str, typer.Option(metavar="COLUMN", help="The day, or day and time.")],
    date_format: Annotated[
        str | None, typer.Option(metavar="FORMAT", help="Such as %d/%m/%Y; ISO without it.")
    ] = None,
    substance: Annotated[str | None, typer.Option(metavar="COLUMN|=NAME")] = None,
    amount: Annotated[str | None, typer.Option(metavar="COLUMN")] = None,
    unit: Annotated[str | None, typer.Option(metavar="COLUMN|=NAME")] = None,
    mood: Annotated[str | None, typer.Option(metavar="COLUMN", help="From 0 to 10.")] = None,
    note: Annotated[str | None, typer.Option(metavar="COLUMN")] = None,
    zero_is_none: Annotated[
        bool, typer.Option("--zero-is-none", help="An amount of 0 means: none, and said so.")
    ] = False,
    dry_run: DryRun = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leaves out rows that are not understood.")
    ] = False,
    as_json: Report = False,
) -> None:
    """Bring in any CSV: you say which column is which. Nothing is written twice.

    hrjournal import csv diary.csv --date day --substance what --amount drinks --zero-is-none
    """
    from hrjournal.cli.archive import import_csv as table
    from hrjournal.domain.archive.csv_rows import ColumnMapping

    columns = ColumnMapping(
        date=date,
        date_format=date_format,
        substance=substance,
        amount=amount,
        unit=unit,
        mood=mood,
        note=note,
        zero_is_none=zero_is_none,
    )
    table.import_csv(
        app_context(ctx), file, columns, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json
    )


@import_app.command("json")
def import_json(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file; - reads standard input.")],
    dry_run: DryRun = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leaves out parts that are not understood.")
    ] = False,
    as_json: Report = False,
) -> None:
    """Bring in all of a journal from: hrjournal export json FILE. Nothing is written twice.

    What your journal holds already stays as it is. In an empty journal, everything is as it was.
    """
    from hrjournal.cli.archive.import_json import import_archive

    import_archive(app_context(ctx), file, dry_run=dry_run, skip_bad=skip_bad, as_json=as_json)
