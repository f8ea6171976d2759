"""What may lie underneath, in the person's own view: private words, kept beside the days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.errors import NotFoundError, UsageError
from hrjournal.sanitize import quote
from hrjournal.store.keepsakes import add, forget, keepsakes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.roots import Root


def roots(
    ctx: typer.Context,
    tags: Annotated[
        list[str] | None, typer.Argument(metavar="WORD", help="Such as sleep, or words of yours.")
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Takes these out.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """What may lie underneath use for you: pain, sleep, grief, or words of your own. Private."""
    from hrjournal.content.roots import roots as known
    from hrjournal.domain.knowledge.roots import root
    from hrjournal.pages.care import roots as pages

    app = app_context(ctx)
    named = list(dict.fromkeys(root(known(), tag) for tag in tags or () if tag.strip()))
    if remove and not named:
        raise UsageError("Say which one to take out, such as: hrjournal roots sleep --remove")
    done = (_take_out if remove else _keep)(app, named) if named else ""
    with app.open_journal() as journal:
        own = [kept.subject for kept in keepsakes(journal, KeepsakeType.ROOT)]
    app.print_page(pages.roots_page(known(), own, done), as_json=as_json, plain=plain)


def _keep(app: AppContext, named: Sequence[Root]) -> str:
    """Keeps those that are not kept yet; gives what to say."""
    with app.open_journal(write=True) as journal:
        own = {kept.subject for kept in keepsakes(journal, KeepsakeType.ROOT)}
        new = [one for one in named if one.id not in own]
        if not new:
            return "That is kept already."
        with journal.change("root", app.instant) as change:
            for one in new:
                add(
                    change,
                    Keepsake(KeepsakeType.ROOT, app.moment, subject=one.id, written=app.instant),
                )
    return f"Kept: {', '.join(one.name for one in new)}. Undo takes it back."


def _take_out(app: AppContext, named: Sequence[Root]) -> str:
    with app.open_journal(write=True) as journal:
        own = {kept.subject: kept.id for kept in keepsakes(journal, KeepsakeType.ROOT)}
        missing = [one for one in named if one.id not in own]
        if missing:
            raise NotFoundError(
                f"{quote(missing[0].name)} is not among yours. To see them: hrjournal roots"
            )
        with journal.change("root", app.instant) as change:
            for one in named:
                forget(change, own[one.id])
    return f"Taken out: {', '.join(one.name for one in named)}. Undo takes it back."
