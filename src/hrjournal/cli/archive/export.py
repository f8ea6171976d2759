"""Taking the journal out of the program: all of it, or a table; said first what is in the file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import session
from hrjournal.cli.options import Plain
from hrjournal.errors import UsageError
from hrjournal.sanitize import harmless
from hrjournal.store.archive import everything, give_name
from hrjournal.store.private_file import write_out

if TYPE_CHECKING:
    from hrjournal.cli.context import Session
    from hrjournal.domain.archive import Archive

share = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
STANDARD_OUTPUT = Path("-")
MARK = "\ufeff"  # by which Excel knows that letters are in UTF-8
Target = Annotated[
    Path | None, typer.Argument(metavar="[FILE|-]", help="A new file; - is standard output.")
]
Force = Annotated[bool, typer.Option("--force", help="Replaces a file of that name.")]
Explain = Annotated[bool, typer.Option("--explain", help="What stands in the file.")]


@share.callback()
def main() -> None:
    """Take your journal out of the program: all of it, or a table for spreadsheets."""


@share.command("json")
def share_json(
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

    now = session(ctx)
    if explain:
        now.show(pages.file_page(), plain=plain)
        return
    target = _target(now, file, pages.ALL_OF_IT, "journal.json")
    if target is not None:
        found, _ = _everything(now)
        _hand_over(now, target, text_of(found), pages.done(found, str(target)), force=force)


@share.command("csv")
def share_csv(
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

    now = session(ctx)
    if explain:
        now.show(pages.table_page(), plain=plain)
        return
    target = _target(now, file, pages.TABLE, "journal.csv")
    if target is not None:
        found, starts = _everything(now)
        text = (MARK if excel else "") + table_of(found, starts)
        _hand_over(now, target, text, pages.done(found, str(target)), force=force)


def _everything(now: Session) -> tuple[Archive, int]:
    """All of the journal, and when its days start. One that cannot be written is read as it is."""
    path = now.place.path
    writable = path.exists() and all(os.access(one, os.W_OK) for one in (path, path.parent))
    with now.open(write=writable) as journal:
        if writable:
            give_name(journal)
        return everything(journal), journal.starts


def _target(now: Session, file: Path | None, about: str, such_as: str) -> Path | None:
    """Where it goes, once it is said what it holds; None when the person stops."""
    from hrjournal.formats import say

    if file == STANDARD_OUTPUT or (file is None and not sys.stdout.isatty()):
        say([about], sys.stderr)
        return STANDARD_OUTPUT
    now.say(about)
    if file is None:
        file = _asked(now, such_as)
    if file is not None and file.resolve() == now.place.path.resolve():
        raise UsageError("That is the journal itself. Choose another name for the file.")
    return file


def _asked(now: Session, such_as: str) -> Path | None:
    from hrjournal.cli.prompts import ask

    if not now.asking:
        raise UsageError(f"Give a name for the file, such as {such_as}, or - for standard output.")
    answer = ask(now, f"A name for the file, such as {such_as}? (Enter stops)")
    if answer is None:
        now.say("Nothing was written.")
        return None
    return Path(answer).expanduser()


def _hand_over(now: Session, target: Path, text: str, done: str, *, force: bool) -> None:
    """Writes it. Nothing of it can steer a screen, where that is what reads it."""
    if target != STANDARD_OUTPUT:
        write_out(target, text.encode(), force=force)
        now.say(done)
        return
    if sys.stdout.isatty():
        text = harmless(text, keep_lines=True)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
