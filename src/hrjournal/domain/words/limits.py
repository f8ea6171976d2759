"""What is plausible of one record, and where a bare number would be a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.words.lexicon import UnitWord
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import own, quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from hrjournal.domain.substances.amount import Amount, AmountRange
    from hrjournal.domain.words.understood import Name

Row = TypeVar("Row")
ANY: Final = "any"


class BareNumber(NamedTuple):
    """How a number without a unit is read where its size tells, or of which units it could be."""

    unit: str
    least: Decimal | None = None
    below: Decimal | None = None
    ask: tuple[str, ...] = ()

    def holds(self, span: AmountRange) -> bool:
        """Whether a number is of this size."""
        return (self.least is None or span.low >= self.least) and (
            self.below is None or span.high < self.below
        )


class Limits(NamedTuple):
    """What is plausible, by the folded name of a substance or else by its kind."""

    most: Mapping[str, Mapping[str, Decimal]]  # of one record, in base units
    strengths: Mapping[str, Decimal]  # percent, by beverage
    asked: Mapping[str, tuple[str, ...]]  # units of which a bare number could be any
    bare_numbers: Mapping[str, Sequence[BareNumber]]

    def bare(self, name: Name, span: AmountRange | None, words: str) -> UnitWord:
        """The unit of a number that stands alone.

        Raises:
            NotUnderstoodError: when it could be one of several, and a wrong guess could hurt.
        """
        rules = _of(name, self.bare_numbers) or ()
        rule = next((rule for rule in rules if span and rule.holds(span)), None)
        if rule is not None and rule.unit:
            return UnitWord(rule.unit)
        units = rule.ask if rule else _of(name, self.asked)
        if not units:
            return UnitWord(name.kind.unit)
        offers = tuple(f"{words} {unit}" for unit in units)
        raise NotUnderstoodError(
            f"{quote(words)}: {', '.join(units[:-1])} or {units[-1]}? Please say which, such as: "
            f"{own(offers[0])}",
            offers,
        )

    def check(self, name: Name, amount: Amount | None, words: str) -> None:
        """Lets an amount through that a person can have used.

        Raises:
            NotUnderstoodError: when it lies far outside; a yes keeps it.
        """
        if amount is None or amount.high is None:
            return
        tables = (_of(name, self.most) or {}, self.most.get(ANY, {}))
        most = next((table[amount.unit] for table in tables if amount.unit in table), None)
        if most is not None and amount.high > most * THOUSAND:
            raise NotUnderstoodError(
                f"{quote(words)} is more than people use at one time. Please check the number and "
                "the unit. If it is right as it stands, add --yes",
                sure=True,
            )


def _of(name: Name, table: Mapping[str, Row]) -> Row | None:
    """What a table has for a substance by its own name, or for its kind."""
    return table.get(name.word.casefold(), table.get(name.kind.id))
