"""Own contacts: people to turn to, kept in the journal alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli import arguments
from hrjournal.cli.care.keep import keep, take_out
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.pages.care import people as pages
from hrjournal.sanitize import own
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext


def contact(
    app: AppContext,
    *,
    name: str | None,
    how: str,
    add: bool,
    remove: int | None,
    for_good: bool,
    as_json: bool,
    plain: bool,
) -> None:
    """Keeps a contact, takes one out, or shows them all; with `add` it asks who."""
    if remove is not None:
        take_out(app, KeepsakeType.CONTACT, remove, for_good=for_good)
        return
    if name:
        _keep(app, name, how)
    elif add:
        _ask(app)
    else:
        with app.open_journal() as journal:
            page = pages.contacts_page(keepsakes(journal, KeepsakeType.CONTACT))
        app.print_page(page, as_json=as_json, plain=plain)


def _ask(app: AppContext) -> None:
    from hrjournal.cli.drafts.keeping import Flow, typed_words
    from hrjournal.cli.prompts import prompt

    with typed_words(app, Flow("contact", "a contact", "hrjournal contact --add")):
        name = prompt(app, "Who? (Enter leaves it)", own_words=True)
        if name:
            _keep(app, name, prompt(app, "How can you reach them?", own_words=True) or "")


def _keep(app: AppContext, name: str, how: str) -> None:
    who = arguments.parse_word(name, "name")
    text = arguments.read_note(how) or ""
    number = keep(app, Keepsake(KeepsakeType.CONTACT, app.moment, subject=who, text=text))
    app.print_lines(f"Saved {number}. {own(who)} is among your contacts. Undo takes it back.")
