"""What `sos` does: it shows the emergency card whatever state the journal is in.

Nothing here loads the command-line library, makes a file, or waits for one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from hrjournal.cli.command_options import OutputOptions
from hrjournal.cli.system.locale import country_of_locale
from hrjournal.content.safety import card
from hrjournal.formats.plain import folded
from hrjournal.pages.safety.sos import sos_page
from hrjournal.store.peek import glance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.blocks import Block
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.safety import Call


PLACE: Final = "naloxone_place"


class SosOptions(OutputOptions):
    """What stood on the command line of `sos`."""

    sources: bool = False


def sos(app: AppContext, options: SosOptions) -> None:
    """Shows the emergency card."""
    chosen = stored_settings(app)
    place = chosen.get(PLACE)
    kept = [f"Your naloxone: {place}"] if place else []
    more = _sources() if options.sources else []
    page = sos_page(card(), call(chosen), kept, more)
    if options.as_json or options.plain or app.plain:
        app.print_page(page, as_json=options.as_json, plain=True)
    else:
        folded.show(page, sys.stdout)


def stored_settings(app: AppContext) -> Mapping[str, str]:
    """What the person chose, or nothing when that cannot be read calmly."""
    try:
        return glance(app.place)
    except (OSError, RuntimeError):  # even the place may be impossible to tell
        return {}


def country(chosen: Mapping[str, str]) -> str:
    """The code of the country that the person chose, else of that of this machine."""
    return chosen.get("country") or country_of_locale()


def call(chosen: Mapping[str, str]) -> Call:
    """Whom to call in that country."""
    return card().phones.call(country(chosen), chosen="country" in chosen)


def _sources() -> list[Block]:
    from hrjournal.content.notices import sources
    from hrjournal.pages.sources import origin_blocks

    told = card()
    passages = (*told.calls, told.calling, *told.passages)
    return origin_blocks(passages, sources(), told.reviewed)
