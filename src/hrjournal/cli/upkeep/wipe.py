"""Deleting all that the program keeps, once the person typed that it is meant."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hrjournal.cli.command_options import OutputOptions
from hrjournal.errors import HrjournalError, JournalError
from hrjournal.pages.upkeep.wipe import WORD, going_page, gone_page
from hrjournal.store.upkeep.belongings import belongings, inside
from hrjournal.store.upkeep.wiping import wipe

if TYPE_CHECKING:
    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext


class WipeOptions(OutputOptions):
    """What stood on the command line of `wipe`."""

    yes: bool = False


def delete_all(app: AppContext, options: WipeOptions) -> None:
    """Deletes everything that is the program's own, and says what is left.

    Raises:
        HrjournalError: when nobody can be asked and it was not said that it is meant.
        JournalError: when something could not be deleted.
    """
    found = belongings(app.place)
    empty = [folder for folder in found.folders if not inside(folder)]
    own = [str(path) for path in found.files or empty]
    going = going_page(own, [str(path) for path in found.foreign])
    if not own:
        app.print_page(going, as_json=options.as_json, plain=options.plain)
        _say_what_stays(app)
        return
    if not options.yes and not _is_meant(app, options, going):
        app.print_lines("Nothing was deleted.")
        return
    removal = wipe(app.place)
    app.print_page(gone_page(removal), as_json=options.as_json, plain=options.plain)
    if removal.stuck:
        raise JournalError(
            "Not all of it could be deleted; what is left is listed above. "
            "Check who it belongs to and the rights of its folder, then try again."
        )
    _say_what_stays(app)


def _say_what_stays(app: AppContext) -> None:
    """Says that something else lies at the journal's place, such as a link to another file."""
    if os.path.lexists(app.place.path):
        raise JournalError(
            "What lies at the journal's place was not made by hrjournal, so it was left as it is. "
            "If it is a link, your journal is the file that it leads to."
        )


def _is_meant(app: AppContext, options: WipeOptions, going: Page) -> bool:
    """Whether the person types the word that stands for it all."""
    if not app.is_interactive:
        raise HrjournalError(
            "Nothing was deleted. To delete the journal with its copies and all else that "
            "hrjournal keeps, for good: hrjournal wipe --yes"
        )
    from hrjournal.cli.prompts import prompt, told_if_stopped

    app.print_page(going, plain=options.plain)
    app.print_lines("")
    question = f"To delete it all, type {WORD}. Enter leaves it as it is"
    with told_if_stopped(lambda: "Stopped here. Nothing was deleted."):
        return str(prompt(app, question) or "").casefold() == WORD
