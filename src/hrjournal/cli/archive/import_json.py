"""Bringing in all of another journal: read, compared, reported, and saved in one step."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hrjournal.cli.files import readable, too_large
from hrjournal.cli.prompts import walk
from hrjournal.domain.archive import ImportChecks, read
from hrjournal.errors import ImportRefusedError, UsageError
from hrjournal.store import archive
from hrjournal.store.bulk import backup_before

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext

LARGEST: Final = 64  # megabytes; decades of a journal are smaller


def import_archive(
    app: AppContext, file: Path, *, dry_run: bool, skip_bad: bool, as_json: bool
) -> None:
    """Takes in what a file of `export json` holds and the journal does not."""
    from hrjournal.pages.archive.imports import everything_page

    import_result = read(_text(file), ImportChecks(_country), walk("Reading"))
    stopped = bool(import_result.refused) and not skip_bad
    with app.open_journal(write=not (dry_run or stopped)) as journal:
        ready = archive.prepared(journal, import_result.archive)
        saved = 0 if dry_run or stopped else ready.plan.size
        if saved:
            backup_before(journal, app.backup_suffix)
            archive.take(journal, ready, app.instant, walk("Saving"))
        page = everything_page(ready.plan.found, import_result.refused, saved, dry_run=dry_run)
        app.print_page(page, as_json=as_json)
    if stopped:
        raise ImportRefusedError(
            "Nothing was written. Mend these parts, or leave them out with --skip-bad."
        )


def _text(file: Path) -> str:
    """The file, or standard input."""
    if file == Path("-"):
        raw = sys.stdin.buffer.read(LARGEST * 1024 * 1024 + 1)
        if len(raw) > LARGEST * 1024 * 1024:
            raise too_large(LARGEST)
    else:
        with readable(file, LARGEST):
            raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ImportRefusedError(
            f"The file is not text in UTF-8, from line {line} on. Nothing was written."
        ) from None


def _country(code: str) -> bool:
    """Whether amounts can be said in the drinks of this country."""
    from hrjournal.content.units import units

    try:
        units(code)
    except UsageError:
        return False
    return True
