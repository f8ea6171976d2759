"""In which country help is looked for: as said, as chosen, or as this machine is set up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from hrjournal.domain.settings import SETTINGS
from hrjournal.store.peek import glance

if TYPE_CHECKING:
    from hrjournal.store import Place

LOCALES: Final = ("LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG")


def country(place: Place) -> str:
    """The code of the person's country, or nothing when nothing says it. It waits for no lock."""
    return glance(place).get("country") or country_of_locale()


def country_of_drinks() -> str:
    """The country in the language settings of this machine, if its standard drink is known here."""
    from hrjournal.content.units import countries

    code = country_of_locale()
    return code if code in countries() else SETTINGS["country"].usual


def country_of_locale() -> str:
    """The country in the language settings of this machine, or nothing."""
    named = (_territory(os.environ.get(name, "")) for name in LOCALES)
    return next(filter(None, named), "")


def _territory(locale: str) -> str:
    """The country in a name such as `en_GB.UTF-8`, or nothing."""
    language, _, country_code = locale.replace("@", ".").partition(".")[0].partition("_")
    letters = f"{language}{country_code}"
    told = letters.isascii() and letters.isalpha() and len(language) in {2, 3}
    return country_code if told and len(country_code) == 2 and country_code.isupper() else ""
