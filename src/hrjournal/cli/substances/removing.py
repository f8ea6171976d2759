"""Taking something out for good, once the person said its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.backups.forgetting import forget
from hrjournal.cli.entries.current_wins import keep_wins_current
from hrjournal.cli.substances import find
from hrjournal.errors import HrjournalError
from hrjournal.pages.substances import answers
from hrjournal.sanitize import own
from hrjournal.store.substances import tracked
from hrjournal.store.substances.remove import remove as take_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.store import Journal
    from hrjournal.store.journal import JournalChange


def remove(app: AppContext, word: str, *, yes: bool) -> None:
    """Takes something out with all its records, and answers.

    Raises:
        HrjournalError: when nobody can be asked, and it was not said that it is meant so.
    """
    with app.open_journal(write=True) as journal:
        one = find.tracked(app, journal, word, by_name=True)
        count = tracked.count(journal, one)
        if not (yes or _is_meant(app, journal, one, count)):
            app.print_lines("Nothing was taken out.")
            return
        # In a copy it may go by a name that it had once, or be what was put together with it.
        names = {word for word, key in journal.aliases().items() if key == one.key} | {one.key}
        how = forget(app, journal, "remove", lambda change: _take_out(app, change, names))
        keep_wins_current(app, journal)
        app.print_lines(answers.gone(one, count, how))


def _take_out(app: AppContext, change: JournalChange, names: Collection[str]) -> None:
    for key, one in change.journal.substances().items():
        if key in names:
            take_out(change, one, partial(_means, app, change.journal, one))


def _means(app: AppContext, journal: Journal, one: Substance, word: str) -> bool:
    match = arguments.find_substance(app, journal, word)
    return match is not None and match.substance.id == one.id


def _is_meant(app: AppContext, journal: Journal, one: Substance, count: int) -> bool:
    """Whether the person types the name of what is to go."""
    if not app.is_interactive:
        raise HrjournalError(
            f"{answers.going(one, count)} If you mean it, add --yes: "
            f'hrjournal substances remove "{own(one.key)}" --yes'
        )
    from hrjournal.cli.prompts import prompt

    app.print_lines(answers.going(one, count))
    answer = prompt(app, "To go on, type its name. Enter leaves it as it is")
    typed = arguments.tracked_by_name(app, journal, answer) if answer else None
    return typed is not None and typed.id == one.id
