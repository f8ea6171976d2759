"""What a clinical measure is called and means, and what national drinking guides name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

    from hrjournal.domain.substances.substance import Kind


class Definition(NamedTuple):
    """A measure in words. `sources` are ids; without any it is a plain count."""

    id: str
    name: str  # the term of the field
    plain: str  # the same in plain words
    other: str  # what it is called for anything but alcohol
    care: str  # and for a medicine
    text: str
    formula: str
    verified: bool
    sources: tuple[str, ...]

    def named(self, kind: Kind) -> str:
        """The term for a kind of substance."""
        if kind.medicine:
            return self.care
        return self.name if kind.id == "alcohol" else self.other


class DrinkingGuide(NamedTuple):
    """A country's advice on drinking. None where it names no number."""

    country: str
    body: str
    year: int | None
    week: tuple[Decimal, ...]  # grams of pure alcohol at most; the lower of two first
    day: Decimal | None  # at most on one day
    text: str  # what to know beside the numbers
    verified: bool
    sources: tuple[str, ...]
