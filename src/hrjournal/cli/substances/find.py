"""What a word of the command line means among what is tracked, and words that can be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.domain.substances.substance import fold
from hrjournal.errors import HrjournalError, NotFoundError, UsageError
from hrjournal.sanitize import joined_own, own, quote

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def tracked(app: AppContext, journal: Journal, word: str, *, by_name: bool = False) -> Substance:
    """The tracked substance that a word means; with `by_name`, one that goes by that very name.

    Raises:
        NotFoundError: when nothing that is tracked goes by it, with names that look like it.
    """
    if named := arguments.tracked_by_name(app, journal, word):
        return named
    match = arguments.find_substance(app, journal, word)
    if match is None or match.new:
        raise not_found(app, journal, word)
    if by_name:
        raise NotFoundError(
            f"{quote(word)} could mean {own(match.substance.name)}. To be sure, write that name."
        )
    return match.substance


def known(app: AppContext, journal: Journal, word: str) -> Substance:
    """The substance that a word means, tracked already or not.

    Raises:
        NotFoundError: when nobody knows it.
    """
    match = arguments.find_substance(app, journal, word)
    if match is None:
        raise not_found(app, journal, word)
    return match.substance


def not_found(app: AppContext, journal: Journal, word: str) -> NotFoundError:
    """That nothing tracked goes by a word, with the names that look like it."""
    names = {key: one.name for key, one in journal.substances().items()}
    names |= {alias: names[key] for alias, key in journal.aliases().items()}
    near = [name for name in app.catalogue.nearest(word, names) if name in names]
    shown = dict.fromkeys(names[name] for name in near)
    close = f"Close to it: {joined_own(shown)}. " if shown else ""
    return NotFoundError(
        f"You track nothing called {quote(word)}. {close}To see all: hrjournal substances"
    )


def word_of_letters(text: str, what: str) -> str:
    """A name as it can be kept, which nobody can take for an amount.

    Raises:
        UsageError: when it cannot be kept.
    """
    name = arguments.parse_word(text, what)
    if not any(map(str.isalpha, name)):
        raise UsageError(f"{quote(text)} has no letters, so it would look like an amount.")
    return name


def free_name(app: AppContext, journal: Journal, text: str, what: str) -> str:
    """A name that goes for nothing that is tracked yet.

    Raises:
        HrjournalError: when it does.
    """
    name = word_of_letters(text, what)
    if one := arguments.tracked_by_name(app, journal, name):
        raise HrjournalError(
            f"{quote(text)} already means {own(one.name)}. To see all names: hrjournal substances"
        )
    return name


def refuse_serving(journal: Journal, name: str) -> None:
    """Refuses a name by which a serving goes.

    Raises:
        HrjournalError: when one does.
    """
    if serving := journal.servings().get(fold(name)):
        raise HrjournalError(
            f"{quote(name)} is a serving of yours. To free the name: "
            f'hrjournal substances serving --remove "{own(serving.name)}"'
        )
