"""Merging another copy of the journal: read, tried out in memory, told, and saved in one step."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hrjournal.cli.command_options import CommandOptions
from hrjournal.errors import ImportRefusedError
from hrjournal.pages.archive.merge import STRANGERS, MergeView, merge_page
from hrjournal.pages.entries.difference import RecordWords
from hrjournal.store.bulk import backup_before
from hrjournal.store.merge.read import in_memory, other_copy, uids_of
from hrjournal.store.merge.write import merge_copy

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.archive.merge import CopiesMerge, JournalCopy
    from hrjournal.store import Journal


class MergeOptions(CommandOptions):
    """Whether it is only tried, whether the two may be strangers, and how it is shown."""

    dry_run: bool = False
    yes: bool = False
    as_json: bool = False
    plain: bool = False


def merge_file(app: AppContext, file: Path, options: MergeOptions) -> None:
    """Merges another copy of the journal into this one, and says what became of both."""
    there = other_copy(file, app.place, app.catalogue.kinds)
    with app.open_journal(write=not options.dry_run) as journal:
        uids = uids_of(journal)
        strangers = not (there.is_empty or there.shares(uids)) and bool(uids)
        merge = _tried(app, journal, there)
        if not options.dry_run:
            if strangers and not options.yes:
                _ask(app)
            merge = _saved(app, journal, there, merge)
        view = MergeView(merge, _words(app, journal, there), options.dry_run, strangers)
        app.print_page(merge_page(view), as_json=options.as_json, plain=options.plain)


def _tried(app: AppContext, journal: Journal, there: JournalCopy) -> CopiesMerge:
    memory = in_memory(journal)
    with closing(memory):
        return merge_copy(memory, there, app.instant)


def _saved(
    app: AppContext, journal: Journal, there: JournalCopy, tried: CopiesMerge
) -> CopiesMerge:
    """The merge as it was saved; one that would change nothing is left alone."""
    if tried.is_idle:
        return tried
    if tried.size:
        backup_before(journal, app.backup_suffix)
    return merge_copy(journal, there, app.instant)


def _ask(app: AppContext) -> None:
    if app.is_interactive:
        from hrjournal.cli.prompts import confirm

        app.print_lines(STRANGERS)
        if confirm("Merge them all the same? Undo takes it back."):
            return
        raise ImportRefusedError("Nothing was merged.")
    raise ImportRefusedError(
        f"{STRANGERS} Nothing was merged. To merge them all the same, add --yes"
    )


def _words(app: AppContext, journal: Journal, there: JournalCopy) -> RecordWords:
    """How records are put into words, also of substances that only the other copy has."""
    substances = {one.key: one for one in there.beside.substances} | journal.substances()
    return RecordWords(substances, app.units(journal), app.today(journal), journal.day_start)
