"""Substances that are left out of what is handed on: nothing about them, and no name of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.keepsake import LONGEST_SUBJECT
from hrjournal.domain.reflection.reflection import ABOUT, about
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hrjournal.domain.history import History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.domain.summary.name_redactor import NameRedactor


class ExcludedSubstances(NamedTuple):
    """The substances that are left out, by their keys, and their names in a person's own words."""

    substances: Mapping[str, Substance]
    names: NameRedactor

    def holds(self, kind: str) -> bool:
        """Whether one of this kind is left out."""
        return any(substance.kind.id == kind for substance in self.substances.values())

    def history(self, found: History) -> History:
        """The same with none of their names in its records."""
        records = {
            day: tuple(map(self.names.entry, entries)) for day, entries in found.records.items()
        }
        return found._replace(records=records)

    def kept(self, found: Iterable[Keepsake]) -> list[Keepsake]:
        """What was kept that is about none of them, with no word of them."""
        return [
            self._kept(keepsake) for keepsake in found if about(keepsake) not in self.substances
        ]

    def _kept(self, one: Keepsake) -> Keepsake:
        words = self.names.words
        more = {name: text if name == ABOUT else words(text) for name, text in one.more.items()}
        return one.replace(
            subject=words(one.subject)[:LONGEST_SUBJECT], text=words(one.text), more=more
        )
