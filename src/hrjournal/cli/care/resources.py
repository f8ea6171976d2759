"""Where to turn to: lines, services and places by country and need."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from hrjournal.cli.context import app_context
from hrjournal.cli.options import AsJson, Plain
from hrjournal.domain.knowledge.resources import Need

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext


class For(StrEnum):
    """Who asks, when it is not for themselves."""

    FAMILY = "family"


def resources(
    ctx: typer.Context,
    country: Annotated[
        str | None, typer.Option(metavar="XX", help="Two letters, such as US, GB or PL.")
    ] = None,
    need: Annotated[Need | None, typer.Option(help="What for.", case_sensitive=False)] = None,
    audience: Annotated[
        For | None, typer.Option("--for", help="For those who love someone who uses.")
    ] = None,
    sources: Annotated[bool, typer.Option("--sources", help="Where it was read.")] = False,
    as_json: AsJson = False,
    plain: Plain = False,
) -> None:
    """Where to turn to: emergency, crisis and help lines, naloxone, services, by country.

    It needs no journal. The country is the one you name, else the one you chose, else the one in
    the settings of this machine.
    """
    from datetime import date

    from hrjournal.cli.locale import country as here
    from hrjournal.content import notices
    from hrjournal.content.resources import directory
    from hrjournal.content.units import countries
    from hrjournal.domain.settings import parse_setting
    from hrjournal.pages.care import resources as pages

    app = app_context(ctx)
    known = directory()
    named = here(app) if country is None else parse_setting("country", country.partition("-")[0])
    code = known.code(named)
    place = countries()[code].country_name if code in countries() else code
    asked = pages.PlaceAsked(code, place, date.fromordinal(app.moment.day(0)), need)
    read = notices.sources() if sources else None
    if audience is For.FAMILY:
        page = pages.family_page(known, asked, sources=read)
    else:
        contacts, naloxone = _own(app)
        page = pages.resources_page(known, asked, contacts, naloxone, sources=read)
    app.print_page(page, as_json=as_json, plain=plain)


def _own(app: AppContext) -> tuple[list[tuple[str, str]], list[str]]:
    """The person's own contacts, and where their naloxone lies; nothing when it cannot be read."""
    from hrjournal.cli.care.contacts import EXPIRES, PLACE
    from hrjournal.domain.keepsake import KeepsakeType
    from hrjournal.errors import JournalError
    from hrjournal.pages.care.people import expiry_words
    from hrjournal.store.keepsakes import keepsakes

    try:
        with app.open_journal() as journal:
            contacts = [(one.subject, one.text) for one in keepsakes(journal, KeepsakeType.CONTACT)]
            place, expires = journal.setting(PLACE), journal.setting(EXPIRES)
            today = app.today(journal)
    except JournalError:
        return [], []
    lines = [f"Where yours lies: {place}."] if place else []
    return contacts, lines + ([f"Good until {expiry_words(expires, today)}."] if expires else [])
