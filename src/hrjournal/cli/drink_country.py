"""Whose standard drinks amounts of alcohol are counted in, settled with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.cli.system.locale import country_of_locale
from hrjournal.domain.substances.units import GRAMS
from hrjournal.store.queries import more_in_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.cli.context import AppContext
    from hrjournal.domain.entries.entry import Entry
    from hrjournal.store.journal import JournalChange

COUNTRY = "country"


def settle_country(app: AppContext, change: JournalChange, entries: Sequence[Entry]) -> list[str]:
    """Keeps the country of this computer with the first amount of alcohol, if none was chosen.

    It is part of the change that saves the amount, so undo takes both back. What it gives is the
    line that says whose drinks they are, which is so said once.
    """
    drinks = sum(entry.amount is not None and entry.amount.unit == GRAMS for entry in entries)
    if not drinks or change.journal.setting(COUNTRY) is not None:
        return []
    from hrjournal.pages.entries.confirmation import counted_in

    if country_of_locale():
        change.choose(COUNTRY, app.country(change.journal))
    elif more_in_unit(change.journal, GRAMS, drinks):  # nothing says where: said with the first
        return []
    return [] if app.discreet else [counted_in(app.units(change.journal).drink)]
