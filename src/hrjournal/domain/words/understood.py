"""What a line was understood to say: what was used, how much, when, and what goes with it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.substances.substance import Kind


class Name(NamedTuple):
    """A substance by one of its names: what to look for in a journal, and what one of it is."""

    kind: Kind
    word: str  # the name that it is tracked under goes by this word
    unit: str = ""  # a bare one is one of these, and numbers count them
    factor: Decimal = Decimal(1)  # how many of `unit` one of this name is


class Use(NamedTuple):
    """One use as it was understood. Without an amount it is a drink without alcohol."""

    name: Name
    amount: Amount | None
    words: str  # as typed, without the time and what else was said


class TimedUse(NamedTuple):
    """One use, and when it was if the line says so."""

    use: Use
    moment: Moment | None = None


class Understood(NamedTuple):
    """What a line says: uses in the order in which they were written, and what goes with all."""

    uses: tuple[TimedUse, ...]
    company: str | None = None
    route: str | None = None
    spend: str | None = None
    planned: bool = False
