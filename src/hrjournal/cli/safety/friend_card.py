"""A card for a friend, shown or written as a page to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.cli.safety import sos
from hrjournal.cli.safety.guide import safety_help
from hrjournal.content import safety as content
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from hrjournal.blocks import Page
    from hrjournal.cli.context import AppContext

CRISIS: Final = "crisis"


def friend_card(app: AppContext, options: sos.SosOptions, *, out: Path | None, force: bool) -> None:
    """Shows the card, or writes it to a file.

    Raises:
        UsageError: when a file may be replaced and none is named.
    """
    if force and out is None:
        raise UsageError("Add a file to write: hrjournal safety card --out card.html --force")
    page = _page(app, sources=options.sources)
    if out is None:
        app.print_page(page, as_json=options.as_json, plain=options.plain)
        return
    from hrjournal.cli.files import target_path
    from hrjournal.formats import Form, file_bytes
    from hrjournal.store.private_file import write_private_file

    write_private_file(target_path(app, out), file_bytes(page, Form.HTML), force=force)
    app.print_lines("Written. Print it from a browser, or send it to someone near you.")


def _page(app: AppContext, *, sources: bool) -> Page:
    from hrjournal.content.resources import directory
    from hrjournal.pages.safety.friend_card import friend_page

    chosen = sos.stored_settings(app)
    signs = content.friend()
    passages = (*signs, content.card().calling, *content.card().passages)
    near = directory().near(directory().code(sos.country(chosen)))
    lines = [line for line in near if line.kind == CRISIS and line.ways][:1]
    help_ = safety_help(app, passages, "emergency", sources=sources)
    return friend_page(help_, signs, lines, chosen.get(sos.PLACE, ""))
