"""Where to turn to: lines, services and places by country and need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hrjournal.cli.safety.naloxone import EXPIRES, PLACE
from hrjournal.cli.system import locale
from hrjournal.content import notices
from hrjournal.content.resources import directory
from hrjournal.content.units import countries, country_code
from hrjournal.domain.keepsake import KeepsakeType
from hrjournal.domain.settings import parse_setting
from hrjournal.errors import JournalError
from hrjournal.pages.care import resources as pages
from hrjournal.pages.care.people import expiry_words
from hrjournal.sanitize import own
from hrjournal.store.keepsakes import keepsakes

if TYPE_CHECKING:
    from hrjournal.cli.context import AppContext
    from hrjournal.domain.knowledge.resources import Need


def show_resources(
    app: AppContext,
    *,
    country: str | None,
    need: Need | None,
    family: bool,
    sources: bool,
    as_json: bool,
    plain: bool,
) -> None:
    """Shows where to turn to; for those who love someone who uses, where they can turn to."""
    known = directory()
    named = (
        locale.country(app.place)
        if country is None
        else parse_setting("country", country_code(country.partition("-")[0]))
    )
    code = known.code(named)
    place = countries()[code].country_name if code in countries() else code
    asked = pages.PlaceAsked(code, place, date.fromordinal(app.moment.day(0)), need)
    read = notices.sources() if sources else None
    if family:
        page = pages.family_page(known, asked, sources=read)
    else:
        contacts, naloxone = _own(app)
        page = pages.resources_page(known, asked, contacts, naloxone, sources=read)
    app.print_page(page, as_json=as_json, plain=plain)


def _own(app: AppContext) -> tuple[list[tuple[str, str]], list[str]]:
    """The person's own contacts, and where their naloxone lies; nothing when it cannot be read."""
    try:
        with app.open_journal() as journal:
            kept = keepsakes(journal, KeepsakeType.CONTACT)
            contacts = [(contact.subject, contact.text) for contact in kept]
            place, expires = journal.setting(PLACE), journal.setting(EXPIRES)
            today = app.today(journal)
    except JournalError:
        return [], []
    lines = [f"Where yours lies: {own(place)}."] if place else []
    return contacts, lines + ([f"Good until {expiry_words(expires, today)}."] if expires else [])
