"""The journal file: where it lies, and whether it is as it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.errors import JournalError
from hrjournal.pages.settings import page as pages

if TYPE_CHECKING:
    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext


def where(app: AppContext, options: OutputOptions) -> None:
    """Shows where the journal and its copies lie, and who can read them."""
    from hrjournal.store.file_status import file_status

    page = pages.where_page(file_status(app.place))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def verify(app: AppContext, options: OutputOptions) -> None:
    """Shows what was checked.

    Raises:
        JournalError: when something is not as it was written.
    """
    from hrjournal.store.integrity import verify_journal

    with app.open_journal() as journal:
        checked = verify_journal(journal)
    app.print_page(pages.verify_page(checked), as_json=options.as_json, plain=options.plain)
    if checked.faults:
        raise JournalError(
            "Some of the journal is not as it was written. It was left as it is. "
            "To see your copies: hrjournal backup --list"
        )
