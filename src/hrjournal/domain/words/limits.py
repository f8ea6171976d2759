"""What is plausible of one record, and where a bare number would be a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

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


class Limits(NamedTuple):
    """What is plausible, by the folded name of a substance or else by its kind, as the file has it.

    `most` has the largest amount of one record by base unit, `strengths` percent by beverage,
    `asked` units of which a bare number could be any, and `bare_numbers` rules for such numbers
    by their size: from and below what they are so many of a unit, or of which units they could be.
    """

    most: Mapping[str, Mapping[str, Decimal]]
    strengths: Mapping[str, Decimal]
    asked: Mapping[str, Sequence[str]]
    bare_numbers: Mapping[str, Sequence[Mapping[str, Any]]]

    def bare(self, name: Name, span: AmountRange | None, words: str) -> UnitWord:
        """The unit of a number that stands alone.

        Raises:
            NotUnderstoodError: when it could be one of several, and a wrong guess could hurt.
        """
        rules = _of(name, self.bare_numbers) or ()
        rule = next((rule for rule in rules if span and _holds(rule, span)), None)
        if rule is not None and "unit" in rule:
            return UnitWord(rule["unit"])
        units: Sequence[str] = rule["ask"] if rule else _of(name, self.asked) or ()
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


def _holds(rule: Mapping[str, Any], span: AmountRange) -> bool:
    """Whether a number is of the size that a rule is about."""
    least, below = rule.get("from"), rule.get("below")
    return (least is None or span.low >= least) and (below is None or span.high < below)


def _of(name: Name, table: Mapping[str, Row]) -> Row | None:
    """What a table has for a substance by its own name, or for its kind."""
    return table.get(name.word.casefold(), table.get(name.kind.id))
