"""Copies that the person asks for: made, listed, and done away with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.system.zone import moment_here
from hrjournal.errors import HrjournalError, JournalError
from hrjournal.pages.backups import page as pages
from hrjournal.store import backups
from hrjournal.store.backups import looking

if TYPE_CHECKING:
    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Moment


def make(app: AppContext, options: OutputOptions) -> None:
    """Makes a copy, and says where.

    Raises:
        JournalError: when there is no journal, or the copy could not be made.
    """
    if not app.place.path.exists():
        raise JournalError("There is no journal yet, so there is nothing to copy.")
    with app.open_journal(mending=True) as journal:
        made = backups.back_up(journal.connection, journal.place, app.backup_suffix)
    number = looking.number_of(app.place, made)
    copy = looking.status(app.place, made, number)
    if options.as_json:
        page = pages.made_page(copy, str(made), lambda at: wall(app, at))
        app.print_page(page, as_json=True)
    else:
        app.print_lines(*pages.made_lines(copy, str(made)))


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows every copy."""
    page = pages.list_page(looking.copies(app.place), lambda at: wall(app, at))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def delete(app: AppContext, number: int, *, yes: bool) -> None:
    """Does away with a copy, and answers."""
    path = looking.copy_path(app.place, number)
    words = pages.copy_words(looking.status(app.place, path, number), lambda at: wall(app, at))
    if not agreed(
        app,
        (f"{words}.", "Nothing brings it back."),
        "Do away with it?",
        f"hrjournal backup --delete {number} --yes",
        yes=yes,
    ):
        app.print_lines("Nothing was changed.")
        return
    try:
        backups.delete(path)
    except OSError:
        raise JournalError(
            "That copy could not be taken away. Check the rights of its folder."
        ) from None
    app.print_lines(f"Copy {number} is gone. The others have new numbers: hrjournal backup --list")


def agreed(app: AppContext, lines: tuple[str, ...], question: str, line: str, *, yes: bool) -> bool:
    """Whether the person says yes, once it is said what it is about.

    Raises:
        HrjournalError: when nobody can be asked; `line` is what to write then.
    """
    if yes:
        return True
    app.print_lines(*lines)
    if not app.is_interactive:
        raise HrjournalError(f"Nothing was changed. If you mean it, add --yes: {line}")
    from hrjournal.cli.prompts import confirm

    return confirm(question)


def wall(app: AppContext, instant: int) -> Moment:
    """An instant as the clock on the wall shows it."""
    return moment_here(instant, app.zone)
