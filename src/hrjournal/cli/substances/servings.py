"""Servings that a person names: how much one is, and of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.substances import find
from hrjournal.domain.substances.substance import OwnServing, fold
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.substances import page as pages
from hrjournal.sanitize import joined_own, own, quote
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext
    from hrjournal.store import Journal

LONGEST_NAME = 4  # words of a substance that are looked for behind an amount
EXAMPLE = 'Such as: hrjournal substances serving "my joint" 0.3g cannabis'


def show(app: AppContext, options: OutputOptions) -> None:
    """Shows every serving that was named."""
    with app.open_journal() as journal:
        page = pages.servings_page(journal.servings(), journal.substances(), app.units(journal))
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def change(app: AppContext, name: str | None, words: Sequence[str], remove: Sequence[str]) -> None:
    """Names a serving, or takes some out, and answers."""
    with app.open_journal(write=True) as journal:
        serving = None if name is None else _read(app, journal, name, words)
        with journal.change("serving", app.instant) as change:
            for word in remove:
                if not named.forget(change, named.SERVING, fold(word)):
                    raise NotFoundError(
                        f"{quote(word)} is no serving of yours. To see all: "
                        "hrjournal substances serving"
                    )
            if serving:
                named.set_serving(change, fold(serving.name), serving)
        if serving:
            said = pages.serving_words(serving, journal.substances(), app.units(journal))
            shown = own(serving.name)
            app.print_lines(f'"{shown}" is {said}. To write one: hrjournal log "{shown}"')
        if remove:
            app.print_lines(f"Taken out: {joined_own(remove)}. To bring it back: hrjournal undo")


def _read(app: AppContext, journal: Journal, name: str, words: Sequence[str]) -> OwnServing:
    """A serving from its name and the words for how much of what it is.

    Raises:
        UsageError: when it is no one amount, or it is not said of what.
    """
    shown = find.free_name(app, journal, name, "serving")
    if shown[0].isdigit():
        raise UsageError(f"{quote(name)} starts with a number, so it would look like an amount.")
    if not words:
        raise UsageError(f"Say how much one is, and of what. {EXAMPLE}")
    from hrjournal.cli.entries.understand import Reader

    uses = Reader(app, journal).uses(words, sure=True).uses
    use = uses[0].use
    amount = use.amount
    if len(uses) > 1 or amount is None or amount.low is None or amount.low != amount.high:
        raise UsageError(f"A serving is one amount, with its number. {EXAMPLE}")
    if amount.about:
        raise UsageError(f"A serving is one amount, with its number. {EXAMPLE}")
    substance = arguments.named_substance(app, journal, use.name).substance
    return OwnServing(shown, substance.key, amount.unit, amount.low, " ".join(words))
