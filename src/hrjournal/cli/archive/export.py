"""Taking the journal out of the program: all of it, or a table; said first what is in the file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import Plain
from hrjournal.errors import UsageError
from hrjournal.sanitize import sanitize
from hrjournal.store.archive import everything, give_name
from hrjournal.store.private_file import write_private_file

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.archive import Archive

export_app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
STANDARD_OUTPUT = Path("-")
MARK = "\ufeff"  # by which Excel knows that letters are in UTF-8
Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE|-]", help="A new file; - is standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")]
Explain = Annotated[bool, typer.Option("--explain", help="What stands in the file.")]


@export_app.callback()
def main() -> None:
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
    from hrjournal.domain.archive import text_of
    from hrjournal.pages.archive import export as pages

    app = app_context(ctx)
    if explain:
        app.print_page(pages.file_page(), plain=plain)
        return
    target = _target(app, file, pages.ALL_OF_IT, "journal.json")
    if target is not None:
        found, _ = _load_archive(app)
        _deliver(app, target, text_of(found), pages.done(found, str(target)), force=force)


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
    from hrjournal.domain.archive.csv_table import table_of
    from hrjournal.pages.archive import export as pages

    app = app_context(ctx)
    if explain:
        app.print_page(pages.table_page(), plain=plain)
        return
    target = _target(app, file, pages.TABLE, "journal.csv")
    if target is not None:
        found, starts = _load_archive(app)
        text = (MARK if excel else "") + table_of(found, starts)
        _deliver(app, target, text, pages.done(found, str(target)), force=force)


def _load_archive(app: AppContext) -> tuple[Archive, int]:
    """All of the journal, and when its days start. One that cannot be written is read as it is."""
    path = app.place.path
    writable = path.exists() and all(os.access(one, os.W_OK) for one in (path, path.parent))
    with app.open_journal(write=writable) as journal:
        if writable:
            give_name(journal)
        return everything(journal), journal.day_start


def _target(app: AppContext, file: Path | None, about: str, such_as: str) -> Path | None:
    """Where it goes, once it is said what it holds; None when the person stops."""
    from hrjournal.formats import say

    if file == STANDARD_OUTPUT or (file is None and not sys.stdout.isatty()):
        say([about], sys.stderr)
        return STANDARD_OUTPUT
    app.print_lines(about)
    if file is None:
        file = _asked(app, such_as)
    if file is not None and file.resolve() == app.place.path.resolve():
        raise UsageError("That is the journal itself. Choose another name for the file.")
    return file


def _asked(app: AppContext, such_as: str) -> Path | None:
    from hrjournal.cli.prompts import prompt

    if not app.is_interactive:
        raise UsageError(f"Give a name for the file, such as {such_as}, or - for standard output.")
    answer = prompt(app, f"A name for the file, such as {such_as}? (Enter stops)")
    if answer is None:
        app.print_lines("Nothing was written.")
        return None
    return Path(answer).expanduser()


def _deliver(app: AppContext, target: Path, text: str, done: str, *, force: bool) -> None:
    """Writes it. Nothing of it can steer a screen, where that is what reads it."""
    if target != STANDARD_OUTPUT:
        write_private_file(target, text.encode(), force=force)
        app.print_lines(done)
        return
    if sys.stdout.isatty():
        text = sanitize(text, keep_lines=True)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
