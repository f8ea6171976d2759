"""What the person chooses: shown, set, and back to the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.settings import OWN_NAMES, SETTINGS, parse_setting
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext


def show(app: AppContext, key: str | None, options: OutputOptions) -> None:
    """Shows one setting, or all of them."""
    from hrjournal.pages.settings import page as pages

    if key is not None:
        _check(key)
    with app.open_journal() as journal:
        page = pages.config_page(journal.preferences, key)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def change(app: AppContext, key: str, value: str | None) -> None:
    """Sets what holds from now on; without a value, it is the usual again."""
    from hrjournal.store import changes

    _check(key)
    kept = None if value is None else parse_setting(key, value)
    if key == "country" and kept is not None:
        from hrjournal.content.units import units

        units(kept)
    with app.open_journal(write=True) as journal:
        changes.set_setting(journal, key, kept, app.instant)
        app.print_lines(f"{key} is now {kept or SETTINGS[key].usual}. Undo takes it back.")


def _check(key: str) -> None:
    """Refuses a name that is no setting, in the words of whoever reads settings."""
    if key in OWN_NAMES:
        raise UsageError("That is said of each substance by itself: hrjournal substances --help")
    if key not in SETTINGS:
        parse_setting(key, "")
