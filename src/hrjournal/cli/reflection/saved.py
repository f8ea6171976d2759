"""What was kept of thinking about it: to list, read, change and take out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.care.keep import take_out_kept
from hrjournal.cli.drafts.keeping import Flow, typed_words
from hrjournal.cli.reflection import flows
from hrjournal.content.reflection import guide
from hrjournal.domain.reflection.reflection import EXERCISES, WHY, Exercise, empty, with_names
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.reflection import page as pages
from hrjournal.store import keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.store import Journal


def show_list(app: AppContext, *, kind: Exercise | None, as_json: bool, plain: bool) -> None:
    """Shows everything that is kept here, or all of one exercise."""
    with app.open_journal() as journal:
        kept = with_names(everything(journal, kind), journal.substances())
        page = pages.list_page(kept, guide(), journal.day_start)
    app.print_page(page, as_json=as_json, plain=plain)


def show_kept(app: AppContext, number: int, *, as_json: bool, plain: bool) -> None:
    """Shows what is kept under a number, whole."""
    with app.open_journal() as journal:
        keepsake = with_names([_keepsake(journal, number)], journal.substances())[0]
        page = pages.show_page(keepsake, guide(), journal.day_start)
    app.print_page(page, as_json=as_json, plain=plain)


def edit_kept(app: AppContext, number: int, *, text: str | None) -> None:
    """Changes what is kept under a number: it asks anew, or takes the words that are given."""
    with app.open_journal() as journal:
        keepsake = _keepsake(journal, number)
    if text is not None:
        _change(app, keepsake, _reworded(EXERCISES[keepsake.type], keepsake, flows.given(text)))
        return
    if not app.is_interactive:
        how = f"hrjournal reflect edit {number} --text -"
        raise UsageError(f"Give the new words: {how}")
    again = f"hrjournal reflect edit {number}"
    with typed_words(app, Flow(f"edit-{number}", f"a change to {number}", again)):
        _change(app, keepsake, _asked_anew(app, keepsake))


def _change(app: AppContext, keepsake: Keepsake, changed: Keepsake) -> None:
    if empty(changed):
        raise UsageError(
            "Nothing of it would be left, so it stays as it is. "
            f"To take it out: hrjournal reflect delete {keepsake.id}"
        )
    if changed == keepsake:
        app.print_lines("It stays as it was.")
        return
    with app.open_journal(write=True) as journal:
        with journal.change("edit", app.instant) as change:
            keepsakes.replace(change, changed)
        app.words_saved()
        named = with_names([changed], journal.substances())[0]
        app.print_lines(f"Changed {pages.saved_words(named, guide())}")


def delete_kept(app: AppContext, number: int, *, for_good: bool) -> None:
    """Takes out what is kept under a number, and answers."""
    with app.open_journal(write=True) as journal:
        keepsake = _keepsake(journal, number)
        how = take_out_kept(app, journal, keepsake, "delete", for_good=for_good)
    name = guide().exercises[EXERCISES[keepsake.type]].name
    app.print_lines(f"Deleted {number}. {name}. {how}")


def everything(journal: Journal, kind: Exercise | None = None) -> Sequence[Keepsake]:
    """What is kept here, the oldest first; other things are kept beside the days too."""
    kept = keepsakes.keepsakes(journal, kind.sort if kind else None)
    return [keepsake for keepsake in kept if keepsake.type in EXERCISES]


def _keepsake(journal: Journal, number: int) -> Keepsake:
    for keepsake in everything(journal):
        if keepsake.id == number:
            return keepsake
    raise NotFoundError(
        f"There is nothing kept here under the number {number}. "
        "To see the numbers: hrjournal reflect list"
    )


def _asked_anew(app: AppContext, keepsake: Keepsake) -> Keepsake:
    exercise = EXERCISES[keepsake.type]
    app.print_lines("Enter keeps what is there. Ctrl-C leaves all of it as it is.")
    return flows.FLOWS[exercise](flows.start_exercise(app, exercise), keepsake)


def _reworded(exercise: Exercise, keepsake: Keepsake, text: str) -> Keepsake:
    if exercise is Exercise.RULER:
        return keepsake.replace(more={**keepsake.more, WHY: text})
    words = flows.picks(guide())(text) if exercise is Exercise.VALUES else text
    return keepsake.replace(text=words)
