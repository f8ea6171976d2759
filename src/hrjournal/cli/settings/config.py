"""What the person chooses: shown, set, and back to the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.settings import OWN_NAMES, SETTINGS, parse_setting
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.units import GRAMS
from hrjournal.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.command_options import OutputOptions
    from hrjournal.cli.context import AppContext

FEW = 20  # grams; below it a bare number for a heavy day means drinks


def show(app: AppContext, key: str | None, options: OutputOptions) -> None:
    """Shows one setting, or all of them."""
    from hrjournal.pages.settings import page as pages

    if key is not None:
        _check(key)
    with app.open_journal() as journal:
        page = pages.config_page(journal.preferences, key)
    app.print_page(page, as_json=options.as_json, plain=options.plain)


def parted(key: str | None, words: Sequence[str]) -> tuple[str | None, str | None]:
    """The name of a setting and its new value: `drink size 10 grams` names drink_size."""
    if key is None:
        return None, None
    every = [key, *words]
    for length in range(len(every), 0, -1):
        name = "_".join(every[:length]).lower().replace("-", "_")
        if name in SETTINGS:
            return name, " ".join(every[length:]) if every[length:] else None
    return key, " ".join(words) if words else None


def change(app: AppContext, key: str, value: str | None) -> None:
    """Sets what holds from now on; without a value, it is the usual again."""
    from hrjournal.store import changes

    _check(key)
    kept = None if value is None else _kept(app, key, value)
    with app.open_journal(write=True) as journal:
        changes.set_setting(journal, key, kept, app.instant)
        app.print_lines(f"{key} is now {kept or SETTINGS[key].usual}. Undo takes it back.")


def _kept(app: AppContext, key: str, value: str) -> str:
    """A value in the form in which it is kept, by the countries and drinks that are known."""
    if key == "country":
        from hrjournal.content.units import country_code, units

        return units(parse_setting(key, country_code(value))).drink.country
    if key == "heavy_day" and value.isdigit() and int(value) < FEW:
        raise UsageError(f"Is that {value} drinks? Then write: config heavy_day '{value} drinks'")
    if key == "heavy_day" and not any(map(str.isdigit, value[-1:])):
        return parse_setting(key, _in_grams(app, value))
    return parse_setting(key, value)


def _in_grams(app: AppContext, value: str) -> str:
    """Whole grams of an amount of alcohol, such as `5 drinks`; what is none stays as it is."""
    if value.strip().lower().endswith(("g", "gram", "grams")):
        return value
    from hrjournal.cli.entries.understand import Reader

    with app.open_journal() as journal:
        try:
            amount = Reader(app, journal).cell("alcohol", value)
        except UsageError:
            return value
    exact = amount.unit == GRAMS and amount.low == amount.high
    return str(round(amount.low / THOUSAND)) if exact and amount.low else value


def _check(key: str) -> None:
    """Refuses a name that is no setting, in the words of whoever reads settings."""
    if key in OWN_NAMES:
        raise UsageError("That is said of each substance by itself: hrjournal substances --help")
    if key not in SETTINGS:
        parse_setting(key, "")
