"""What may lie underneath, in the person's own view: private words, kept beside the days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.content.roots import roots
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.knowledge.roots import root
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.pages.care import roots as pages
from hrjournal.sanitize import joined_own, quote
from hrjournal.store.keepsakes import add, forget, keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.roots import Root


def show_roots(
    app: AppContext, *, tags: Sequence[str], remove: bool, as_json: bool, plain: bool
) -> None:
    """Keeps or takes out what these words mean, then shows what there is."""
    named = list(dict.fromkeys(root(roots(), tag) for tag in tags if tag.strip()))
    if remove and not named:
        raise UsageError(
            "Say which one to take out, such as: hrjournal reflect roots sleep --remove"
        )
    done = (_take_out if remove else _keep)(app, named) if named else ""
    with app.open_journal() as journal:
        own = [kept.subject for kept in keepsakes(journal, KeepsakeType.ROOT)]
    app.print_page(pages.roots_page(roots(), own, done), as_json=as_json, plain=plain)


def _keep(app: AppContext, named: Sequence[Root]) -> str:
    """Keeps those that are not kept yet; gives what to say."""
    with app.open_journal(write=True) as journal:
        own = {kept.subject for kept in keepsakes(journal, KeepsakeType.ROOT)}
        new = [tag for tag in named if tag.id not in own]
        if not new:
            return "That is kept already."
        with journal.change("root", app.instant) as change:
            for tag in new:
                kept = Keepsake(KeepsakeType.ROOT, app.moment, subject=tag.id, written=app.instant)
                add(change, kept)
    return f"Kept: {joined_own(tag.name for tag in new)}. Undo takes it back."


def _take_out(app: AppContext, named: Sequence[Root]) -> str:
    with app.open_journal(write=True) as journal:
        own = {kept.subject: kept.id for kept in keepsakes(journal, KeepsakeType.ROOT)}
        missing = [tag for tag in named if tag.id not in own]
        if missing:
            raise NotFoundError(
                f"{quote(missing[0].name)} is not among yours. To see them: hrjournal reflect roots"
            )
        with journal.change("root", app.instant) as change:
            for tag in named:
                forget(change, own[tag.id])
    return f"Taken out: {joined_own(tag.name for tag in named)}. Undo takes it back."
