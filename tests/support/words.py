"""Lines read as in an empty journal of one country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hrjournal.content.units import catalogue, units
from hrjournal.content.words.lexicon import lexicon, limits
from hrjournal.domain.words.knowledge import Knowledge
from hrjournal.domain.words.reader import understand_uses

if TYPE_CHECKING:
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.words.understood import Use


@cache
def knowledge(country: str) -> Knowledge:
    """What lines are read with in this country."""
    counted = units(country)
    return Knowledge(lexicon(country, counted), counted, limits(), catalogue().kinds)


def uses(line: str, country: str = "US", *, sure: bool = False) -> list[Use]:
    """The uses that a line says, without times."""
    told = understand_uses(line, knowledge(country), lambda _: (), sure=sure)
    return [timed.use for timed in told.uses]


def amount(line: str, country: str = "US", *, sure: bool = False) -> Amount:
    """The amount of the one use that a line says."""
    (use,) = uses(line, country, sure=sure)
    assert use.amount is not None
    return use.amount
