"""Encrypting, changing the passphrase, and taking the encryption off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.system.passphrase import new_passphrase, tell_keyring
from hrjournal.errors import HrjournalError
from hrjournal.store.drafts.files import drafts_folder
from hrjournal.store.file import FileState, examine

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.store.encryption import Rewritten

ABOUT: Final = (
    "Your journal and its copies will be readable with your passphrase alone.",
    "If you forget it, nobody can bring them back. Keep it somewhere safe.",
    "What you exported before stays as it is.",
)
OPEN: Final = "Anyone who can read the file can then read your journal."


def encrypt(app: AppContext, *, change: bool, sure: bool) -> None:
    """Encrypts a plain journal, or gives an encrypted one another passphrase."""
    state = examine(app.place)
    if change and state is not FileState.ENCRYPTED:
        raise HrjournalError("Your journal is not encrypted yet. To do that: hrjournal encrypt")
    if state is FileState.ENCRYPTED and not change:
        raise HrjournalError(
            "Your journal is encrypted already. For another passphrase: hrjournal encrypt --change"
        )
    from hrjournal.store.encryption import rewrite_journal
    from hrjournal.store.file.cipher import library

    library()  # said before anything is asked
    _refuse_drafts(app)
    with app.open_journal(write=True):  # asks for the passphrase, and brings it up to date
        pass
    if app.is_interactive and not sure:
        app.print_lines(*ABOUT)
    new = new_passphrase(app.passphrase_fd)
    done = rewrite_journal(app.place, new)
    told = "{whose} opened by the new passphrase alone now." if change else "{whose} encrypted now."
    _say(app, told, done)
    if not tell_keyring(app.place.path, new):
        app.print_lines("The keyring of your system did not take the passphrase: please type it.")


def _refuse_drafts(app: AppContext) -> None:
    """Words that wait to be saved lie in plain files, which an encrypted journal does not have."""
    folder = drafts_folder(app.place)
    waiting = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if waiting:
        flow = waiting[0].name.partition("-")[0]
        raise HrjournalError(
            f"Words of yours wait to be saved ({flow}), in a file that is not encrypted. "
            "Save or delete them first, by starting that again. Nothing was changed."
        )


def take_off(app: AppContext, *, sure: bool) -> None:
    """Writes an encrypted journal as a plain file again."""
    if examine(app.place) is not FileState.ENCRYPTED:
        raise HrjournalError("Your journal is not encrypted.")
    from hrjournal.store.encryption import rewrite_journal

    app.prove_passphrase()
    if not sure:
        _ask(app)
    _say(app, "{whose} not encrypted any more.", rewrite_journal(app.place, None))
    if not tell_keyring(app.place.path, None):
        app.print_lines("The keyring of your system may still hold the former passphrase.")


def _ask(app: AppContext) -> None:
    from hrjournal.cli.prompts import confirm

    if not app.is_interactive:
        raise HrjournalError(f"{OPEN} To do it all the same, add --yes.")
    app.print_lines(OPEN)
    if not confirm("Take the encryption off?"):
        raise HrjournalError("Nothing was changed.")


def _say(app: AppContext, told: str, done: Rewritten) -> None:
    copies = "copy" if done.copies == 1 else f"{done.copies} copies"
    whose = f"Your journal and its {copies} are" if done.copies else "Your journal is"
    app.print_lines(told.format(whose=whose))
    if done.left:
        named = ", ".join(done.left)
        app.print_lines(
            f"These copies could not be read and stay as they are: {named}. "
            "To do away with one: hrjournal backup --delete NUMBER"
        )
