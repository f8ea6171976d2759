"""Going back to a copy, once the person saw what it is."""

from __future__ import annotations

from os.path import lexists
from typing import TYPE_CHECKING

from hrjournal.cli.backups.copies import agreed, wall
from hrjournal.errors import HrjournalError, JournalError, NotFoundError, UsageError
from hrjournal.pages.backups import page as pages
from hrjournal.store.backups import looking
from hrjournal.store.backups.restoring import restore as put_back

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.file import CopyStatus


def restore(app: AppContext, number: int | None, *, yes: bool) -> None:
    """Puts a copy in the place of the journal, and answers.

    Raises:
        JournalError: when it cannot be opened, or not be put there.
        NotFoundError: when there is no such copy.
    """
    number = number or _asked(app)
    if number is None:
        app.print_lines("Nothing was changed.")
        return
    path = looking.copy_path(app.place, number)
    copy = looking.status(app.place, path, number)
    if copy.contents is None:
        raise JournalError(
            f"Copy {number} cannot be opened, so nothing was changed. "
            "To see the others: hrjournal backup --list"
        )
    if not _is_meant(app, copy, yes=yes):
        app.print_lines("Nothing was changed.")
        return
    kept = put_back(app.place, path, app.backup_suffix)
    there, _ = looking.look(app.place, app.place.path)
    former = None if kept is None else looking.number_of(app.place, kept)
    app.print_lines(*pages.restored_lines(number, there, former))


def _is_meant(app: AppContext, copy: CopyStatus, *, yes: bool) -> bool:
    there, _ = looking.look(app.place, app.place.path)
    missing = not lexists(app.place.path)
    lines = pages.going_lines(copy, there, lambda at: wall(app, at), missing=missing)
    return agreed(
        app,
        tuple(lines),
        f"Go back to copy {copy.number}?",
        f"hrjournal restore {copy.number} --yes",
        yes=yes,
    )


def _asked(app: AppContext) -> int | None:
    """Which copy the person picks from the list; None when they leave it."""
    copies = looking.copies(app.place)
    app.print_page(pages.list_page(copies, lambda at: wall(app, at), hint=False))
    best = pages.best(copies)
    whole = looking.look(app.place, app.place.path)[0] or not lexists(app.place.path)
    if not copies and whole:
        raise NotFoundError("There is nothing to go back to yet. To make a copy: hrjournal backup")
    if best is None:
        raise NotFoundError(f"{pages.CLOSED} To begin anew: hrjournal wipe")
    if not app.is_interactive:
        raise HrjournalError(
            f"Say which one by its number, such as: hrjournal restore {best} --yes"
        )
    from hrjournal.cli.prompts import prompt

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= len(copies)):
            raise UsageError(f"A number from 1 to {len(copies)}, please. Enter leaves it.")
        return int(text)

    found: int | None = prompt(app, "Which copy? A number (Enter leaves it)", read)
    return found
