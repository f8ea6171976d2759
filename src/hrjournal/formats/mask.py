"""The discreet view: own words of a person, masked in whatever is about to be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from hrjournal.sanitize import CLOSES, OPENS, OwnWord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.blocks import Page

HIDDEN: Final = "\u2026"  # stands for own words that go by no other name
TITLE: Final = "Notes"  # of every page
_OWN: Final = re.compile(f"{OPENS}([^{CLOSES}]*){CLOSES}?")  # one that was cut off, too


class Mask:
    """What own words are shown as: names by their letters, everything else hidden."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        """Takes the letter of each name; case does not matter."""
        self._letters = {name.casefold(): letter for name, letter in letters.items()}

    def page(self, page: Page) -> Page:
        """The page, its title and its data, with every own word masked."""
        title = TITLE if page.title else ""
        return page._replace(
            title=title, blocks=self._masked(page.blocks), data=self._masked(page.data)
        )

    def text(self, text: str) -> str:
        """The sentence, or the word, with every own word masked."""
        if isinstance(text, OwnWord):
            return self._shown(text) if text else text
        return _OWN.sub(lambda match: self._shown(match[1]), text)

    def _shown(self, word: str) -> str:
        return self._letters.get(word.casefold(), HIDDEN)

    def _masked(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value) if isinstance(value, OwnWord) or OPENS in value else value
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)(*map(self._masked, value))
        if isinstance(value, tuple | list):
            return type(value)(map(self._masked, value))
        if hasattr(value, "items"):
            return self._mapping(value)
        return value

    def _mapping(self, mapping: Mapping[Any, Any]) -> dict[Any, Any]:
        """The same with masked keys, of which none takes the place of another."""
        shown: dict[Any, Any] = {}
        for name, item in mapping.items():
            key = self._masked(name)
            while key in shown:
                key += HIDDEN
            shown[key] = self._masked(item)
        return shown
