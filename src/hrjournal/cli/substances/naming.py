"""Other names, what is prescribed, and whether something is written as a total for the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.substances import find
from hrjournal.domain.settings import DAY_TOTALS, NOT, PRESCRIBED, SETTINGS, relisted
from hrjournal.domain.substances.substance import fold
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.substances.answers import UNDO
from hrjournal.sanitize import joined_own, own, quote
from hrjournal.store.substances import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal


def alias(app: AppContext, name: str | None, words: Sequence[str], remove: Sequence[str]) -> None:
    """Lets words mean something that is tracked, takes some out, or shows those that do.

    Raises:
        UsageError: when nothing is named.
    """
    if remove:
        _take_out(app, remove)
    if name is not None and (words or not remove):
        _give(app, name, words)
    elif not remove:
        raise UsageError("Say what, and its other name: hrjournal substances alias alcohol booze")


def _give(app: AppContext, name: str, words: Sequence[str]) -> None:
    with app.open_journal(write=bool(words)) as journal:
        one = find.tracked(app, journal, name)
        if not words:
            app.print_lines(_names(journal, one))
            return
        new = [find.free_name(app, journal, word, "name") for word in words]
        for word in new:
            find.refuse_serving(journal, word)
        with journal.change("alias", app.instant) as change:
            for word in new:
                named.set_alias(change, fold(word), one.id)
        app.print_lines(f"{_names(journal, one)} {UNDO}")


def _take_out(app: AppContext, words: Sequence[str]) -> None:
    with app.open_journal(write=True) as journal, journal.change("alias", app.instant) as change:
        for word in words:
            if not named.forget(change, named.ALIAS, fold(word)):
                raise NotFoundError(
                    f"{quote(word)} is no other name of yours. To see all: hrjournal substances"
                )
    app.print_lines(f"Taken out: {joined_own(words)}. To bring it back: hrjournal undo")


def prescribe(app: AppContext, word: str, *, yes: bool) -> None:
    """Keeps whether a medicine is prescribed, and answers."""
    with app.open_journal(write=True) as journal:
        one = find.known(app, journal, word)
        says = (one.key,) if yes else (f"{NOT}{one.key}",)
        _list(app, journal, PRESCRIBED, one, () if yes is one.kind.medicine else says)
    counts = "counts" if yes else "does not count"
    app.print_lines(f"{own(one.name)} {counts} as prescribed to you now. {UNDO}")


def count_by(app: AppContext, word: str, *, day: bool) -> None:
    """Keeps whether something is written as one total for the day, and answers."""
    with app.open_journal(write=True) as journal:
        one = find.known(app, journal, word)
        _list(app, journal, DAY_TOTALS, one, (one.key,) if day else ())
    how = "as one total for the day" if day else "use by use"
    app.print_lines(f"{own(one.name)} is written {how} now. {UNDO}")


def _list(
    app: AppContext, journal: Journal, key: str, one: Substance, says: tuple[str, ...]
) -> None:
    """Keeps a list of names with what it says of one now."""
    kept = relisted(journal.preferences.value(key), one.key, *says)
    verb = "prescribed" if key == PRESCRIBED else "total"
    with journal.change(verb, app.instant) as change:
        change.choose(key, None if kept == SETTINGS[key].usual else kept)


def _names(journal: Journal, one: Substance) -> str:
    words = [word for word, key in journal.aliases().items() if key == one.key]
    if not words:
        return f"{own(one.name)} has no other names."
    return f"{own(one.name)} is also found as {joined_own(words)}."
