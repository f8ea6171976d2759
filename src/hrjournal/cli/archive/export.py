"""Taking the journal out of the program: all of it, or a table; said first what is in the file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.files import target_path
from hrjournal.errors import UnwritableJournalError, UsageError
from hrjournal.sanitize import sanitize
from hrjournal.store.archive import everything, give_name
from hrjournal.store.private_file import write_private_file

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.archive import Archive

STANDARD_OUTPUT = Path("-")
MARK = "\ufeff"  # by which Excel knows that letters are in UTF-8


def export_json(
    app: AppContext, file: Path | None, *, force: bool, explain: bool, plain: bool
) -> None:
    """Writes all of the journal into one file, or shows what would be in it."""
    from hrjournal.domain.archive import text_of
    from hrjournal.pages.archive import export as pages

    if explain:
        app.print_page(pages.file_page(), plain=plain)
        return
    target = _target(app, file, pages.ALL_OF_IT, "journal.json")
    if target is not None:
        archive, _ = _load_archive(app)
        _deliver(app, target, text_of(archive), pages.done(archive, str(target)), force=force)


def export_csv(
    app: AppContext, file: Path | None, *, excel: bool, force: bool, explain: bool, plain: bool
) -> None:
    """Writes every record as a row of a table, or shows what would be in it."""
    from hrjournal.domain.archive.csv_table import table_of
    from hrjournal.pages.archive import export as pages

    if explain:
        app.print_page(pages.table_page(), plain=plain)
        return
    target = _target(app, file, pages.TABLE, "journal.csv")
    if target is not None:
        archive, starts = _load_archive(app)
        text = (MARK if excel else "") + table_of(archive, starts)
        _deliver(app, target, text, pages.done(archive, str(target)), force=force)


def _load_archive(app: AppContext) -> tuple[Archive, int]:
    """All of the journal, and when its days start. One that cannot be written is read as it is."""
    with app.open_for_viewing() as journal:
        try:
            give_name(journal)
        except UnwritableJournalError:
            journal.read_from_memory()
        return everything(journal), journal.day_start


def _target(app: AppContext, file: Path | None, about: str, such_as: str) -> Path | None:
    """Where it goes, once it is said what it holds; None when the person stops."""
    from hrjournal.formats import say

    if file == STANDARD_OUTPUT or (file is None and not sys.stdout.isatty()):
        say([about], sys.stderr)
        return STANDARD_OUTPUT
    app.print_lines(about)
    if file is None:
        file = _ask_file(app, such_as)
    return None if file is None else target_path(app, file)


def _ask_file(app: AppContext, such_as: str) -> Path | None:
    from hrjournal.cli.prompts import prompt

    if not app.is_interactive:
        raise UsageError(f"Give a name for the file, such as {such_as}, or - for standard output.")
    answer = prompt(app, f"A name for the file, such as {such_as}? (Enter stops)")
    if answer is None:
        app.print_lines("Nothing was written.")
        return None
    return Path(answer)


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
