"""What substances are counted in, how units convert, and how an amount is said."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from hrjournal.domain.substances.amount import THOUSAND, Amount, AmountRange, read_span, scale
from hrjournal.domain.substances.substance import fold
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrjournal.domain.substances.substance import Kind

GRAMS = "g_alc"
DRINK = "std_drink"
DENSITY = Decimal("0.789")  # grams of ethanol in a millilitre
ONE = AmountRange(Decimal(1), Decimal(1))
PIECES = {"pill", "capsule", "tab", "patch", "dose", "times"}  # of which each has a strength
MASKED = "some"  # stands for an amount that is not to be seen
HISSES = ("s", "x", "z", "ch", "sh")
ALCOHOL_FREE = Decimal("0.5")  # percent by volume; most countries draw the line there


class Unit(NamedTuple):
    """A unit, its words, and how many `base` units one of it holds."""

    id: str
    one: str
    many: str
    base: str
    factor: Decimal = Decimal(1)
    aliases: tuple[str, ...] = ()


class Drink(NamedTuple):
    """A country's standard drink."""

    country: str
    country_name: str
    one: str
    many: str
    grams: Decimal
    verified: bool
    aliases: tuple[str, ...] = ()


class Units:
    """Counts and says amounts for a person in one country."""

    def __init__(
        self,
        units: Iterable[Unit],
        drink: Drink,
        *,
        masked: bool = False,
    ) -> None:
        """Takes the units and the country's drink. With `masked`, amounts are never said."""
        self.drink = drink
        self.masked = masked
        self._said: dict[tuple[int, int, str], str] = {}
        names = ("drink", "drinks", *drink.aliases)
        standard = Unit(
            id=DRINK, one=drink.one, many=drink.many, base=GRAMS, factor=drink.grams, aliases=names
        )
        self._units = {unit.id: unit for unit in (standard, *units)}

    @cached_property
    def _names(self) -> dict[str, Unit]:
        """Every unit by its words; made when a name is looked at for being one too."""
        found: dict[str, Unit] = {}
        for unit in self._units.values():
            for name in (unit.id, unit.one, unit.many, *unit.aliases):
                found.setdefault(name.casefold(), unit)
        return found

    def base(self, unit: str) -> str:
        """The unit that this one is kept in."""
        found = self._units.get(unit)
        return found.base if found else unit

    def in_base(self, unit: str) -> tuple[str, Decimal]:
        """The unit that this one is kept in, and how many of those one holds."""
        known = self._units.get(unit)
        return (known.base, known.factor) if known else (unit, Decimal(1))

    def known(self) -> frozenset[str]:
        """The id of every unit that is known here."""
        return frozenset(self._units)

    def counted(self, number: str, unit: str, typed: str) -> Amount:
        """So many of a unit, from a number in figures."""
        base, factor = self.in_base(unit)
        return scale(read_span(number), factor, base, typed)

    def spelled(self, word: str) -> Unit | None:
        """The unit that goes by this word, as `US drinks` and `g_alc` do; or None."""
        return self._names.get(fold(word))

    def unit_in(self, name: str, kind: Kind) -> str:
        """The unit that a name is too, as `joint` and `nicotine pouches` are; or nothing."""
        whole = fold(name)
        spelled = [whole, whole.rpartition(" ")[2]]
        spelled += [re.sub("ies$", "y", word).removesuffix("s") for word in spelled]
        units = (self._names.get(word) for word in spelled)
        return next((unit.id for unit in units if unit and unit.id in kind.units), "")

    def say(self, low: int, high: int, unit: str) -> str:
        """A span of thousandths of a base unit, in words: `2 US drinks`, `7 to 9 lines`."""
        if self.masked:
            return MASKED
        amount = (low, high, unit)
        if amount not in self._said:  # a calendar says the same few amounts on many days
            shown, factor, places = self.shown(unit, high)
            first, last = (_figure(Decimal(n) / THOUSAND / factor, places) for n in (low, high))
            words = shown.one if first == last == "1" else shown.many
            span = first if first == last else f"{first} to {last}"
            self._said[amount] = f"{span} {words}"
        return self._said[amount]

    def brief(self, thousandths: int, unit: str) -> str:
        """An amount as a friend says it: `3 drinks`, without naming the country of the drink."""
        words = self.say(thousandths, thousandths, unit)
        number, _, name = words.partition(" ")
        return f"{number} {name.split()[-1]}" if unit == GRAMS and name else words

    def shown(self, unit: str, most: int = 0) -> tuple[Unit, Decimal, int]:
        """The unit that a base unit is shown in, how many base units it holds, and decimals."""
        if self.masked:
            return Unit(unit, "amount", "amounts", unit), Decimal(1), 0
        if unit == GRAMS:
            return self._units[DRINK], self.drink.grams, 1
        if unit == "mg" and most >= THOUSAND * THOUSAND:
            return self._units["g"], Decimal(THOUSAND), 2
        places = 3 if unit == "mg" and 0 < most < THOUSAND else 2  # micrograms stay exact
        return self._units.get(unit, Unit(unit, unit, _plural(unit), unit)), Decimal(1), places

    def many(self, unit: str) -> str:
        """The shown unit of several as a heading says it; a person's own word stays as it is."""
        shown = self.shown(unit)[0]
        return shown.many if shown.id in self._units else shown.one

    def figure(self, thousandths: Decimal | int, unit: str) -> str:
        """A single number of the shown unit, without its words."""
        if self.masked:
            return MASKED
        _, factor, places = self.shown(unit)
        return _figure(Decimal(thousandths) / THOUSAND / factor, places)


def singular(word: str) -> str:
    """One of a person's own unit, so that `1 scoop` and `2 scoops` are counted together."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    hissing = word.endswith("es") and word[:-2].endswith(("ss", "x", "ch", "sh"))
    return word[:-2] if hissing else word[:-1]


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith(HISSES) else f"{word}s"


def _figure(number: Decimal, places: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if not rounded and number:
        return f"under {Decimal(1).scaleb(-places)}"
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
