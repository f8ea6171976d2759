"""What substances are counted in, how units convert, and how an amount is read and said."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from hrjournal.domain.substances.amount import (
    THOUSAND,
    Amount,
    AmountRange,
    is_unknown,
    read_span,
    refusal,
    scale,
    unknown,
)
from hrjournal.domain.substances.substance import fold
from hrjournal.errors import UsageError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import own

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.substances.substance import Kind

GRAMS = "g_alc"
DRINK = "std_drink"
DENSITY = Decimal("0.789")  # grams of ethanol in a millilitre
MILLILITRES = {"ml": Decimal(1), "cl": Decimal(10), "dl": Decimal(100), "l": Decimal(1000)}
NUMBER = re.compile(r"(~?[0-9][0-9.,]*(?:-[0-9][0-9.,]*)?)(.*)", re.DOTALL)
ONE = AmountRange(Decimal(1), Decimal(1))
PIECES = {"pill", "capsule", "tab", "patch", "dose", "times"}  # of which each has a strength
GLASS = {"glass", "glasses"}  # of whatever is usual
LONGEST_UNIT = 40
PLAIN_GRAMS = {"g", "gram", "grams"}
MASKED = "some"  # stands for an amount that is not to be seen
HISSES = ("s", "x", "z", "ch", "sh")
STRENGTH = re.compile(r"@?([0-9]{1,2}(?:[.,][0-9]{1,3})?|100)%")


ALCOHOL_FREE = Decimal("0.5")  # percent by volume; most countries draw the line there
FREE_WORDS = {"alcohol-free", "alcohol free", "non-alcoholic", "nonalcoholic", "0.0", "0,0"}
FREE = re.compile(r"(?:[0-9~].*[\sa-zA-Z@])?([0-9]+(?:[.,][0-9]+)?) ?%")


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


class Serving(NamedTuple):
    """A named serving of alcohol."""

    id: str
    one: str
    many: str
    ml: Decimal
    abv: Decimal

    @property
    def grams(self) -> Decimal:
        """Grams of pure alcohol in one."""
        return self.ml * self.abv / 100 * DENSITY


class Units:
    """Reads and says amounts for a person in one country."""

    def __init__(
        self,
        units: Iterable[Unit],
        drink: Drink,
        servings: Mapping[str, Serving],
        *,
        masked: bool = False,
    ) -> None:
        """Takes the units, the country's drink, and its servings by every name they go by.

        With `masked`, amounts are read as ever and never said.
        """
        self.drink = drink
        self.masked = masked
        self._servings = servings
        self._said: dict[tuple[int, int, str], str] = {}
        names = ("drink", "drinks", *drink.aliases)
        standard = Unit(
            id=DRINK, one=drink.one, many=drink.many, base=GRAMS, factor=drink.grams, aliases=names
        )
        self._units = {unit.id: unit for unit in (standard, *units)}
        self._names: dict[str, Unit] = {}
        for unit in self._units.values():
            for name in (unit.id, unit.one, unit.many, *unit.aliases):
                self._names.setdefault(name.casefold(), unit)

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

    def unit_in(self, name: str, kind: Kind) -> str:
        """The unit that a name is too, as `joint` and `nicotine pouches` are; or nothing."""
        unit = self._names.get(fold(name)) or self._names.get(fold(name).rpartition(" ")[2])
        return unit.id if unit and unit.id in kind.units else ""

    def read(
        self, words: Sequence[str], kind: Kind, name: str, unit: str = "", *, each: str = ""
    ) -> Amount:
        """Reads the words of an amount of `kind`, called `name` by the person.

        `unit` is the one to use when the words name none, and `each` the strength of one, where
        it stood in the name: `Xanax 0.5mg` and `2` are 1 mg.

        Raises:
            UsageError: with what could not be read and how to write it.
        """
        usual = self._named(unit, kind) if unit else self._usual(kind, name)
        typed = " ".join(words)
        if each and (told := self._of_each(typed, kind, usual, each)):
            return told
        if not words or is_unknown(words[0]):
            rest = " ".join(words[1:])
            return unknown(self._one(self._named(rest, kind, usual), kind)[0], typed)
        number, rest = _split(typed)
        if kind.id == "alcohol" and number and (poured := _poured(number, rest, typed)):
            return poured
        if number:
            span, named = read_span(number), self._named(rest, kind, usual)
        else:
            span, named = ONE, self._alone(typed, kind, usual)
        base, factor = self._one(named, kind)
        return scale(span, factor, base, typed)

    def _of_each(self, typed: str, kind: Kind, usual: str, each: str) -> Amount | None:
        """So many of a strength; None where the words are no count of pieces."""
        number, rest = _split(typed)
        pieces = not rest or self._known(rest, kind, usual) in PIECES
        if (typed and not number) or not pieces:
            return None
        strength, named = _split(each)
        one, times = read_span(strength), read_span(number) if number else ONE
        span = AmountRange(one.low * times.low, one.high * times.high, times.about)
        base, factor = self._one(self._named(named, kind, usual), kind)
        return scale(span, factor, base, f"{typed} x {each}" if typed else each)

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

    def figure(self, thousandths: Decimal | int, unit: str) -> str:
        """A single number of the shown unit, without its words."""
        if self.masked:
            return MASKED
        _, factor, places = self.shown(unit)
        return _figure(Decimal(thousandths) / THOUSAND / factor, places)

    def _usual(self, kind: Kind, name: str) -> str:
        if kind.id == "alcohol" and fold(name) in self._servings:
            return fold(name)
        # An edible is counted as edibles, never as joints: a name that is a unit counts in it.
        return self.unit_in(name, kind) or kind.unit

    def _named(self, word: str, kind: Kind, usual: str = "") -> str:
        """The unit that a word names: known, a serving, or the person's own; no word, the usual."""
        if not word:
            return usual
        known = self._known(word, kind, usual)
        if known is not None:
            return known
        unit = fold(word)
        letters = unit.replace("-", "").replace(" ", "").isalpha()
        if len(unit) > LONGEST_UNIT or not letters or not unit[0].isalpha():
            raise UsageError(
                f'"{own(word)}" is not a unit. Write a plain word, such as line or hit.'
            )
        return singular(unit)

    def _alone(self, word: str, kind: Kind, usual: str) -> str:
        """The unit of which one is meant when its word stands alone."""
        known = self._known(word, kind, usual)
        if known is None:
            raise refusal(word)
        return known

    def _known(self, word: str, kind: Kind, usual: str) -> str | None:
        folded = fold(word)
        if usual and singular(folded) == usual:
            return usual
        unit = self._names.get(folded)
        if kind.id == "alcohol":
            return self._alcoholic(folded, usual) or (unit.id if unit else None)
        return unit.id if unit and unit.base != GRAMS else None

    def _alcoholic(self, folded: str, usual: str) -> str | None:
        if folded in self._servings:
            return folded
        if folded in PLAIN_GRAMS:
            return GRAMS
        return usual or DRINK if folded in GLASS else None

    def _one(self, unit: str, kind: Kind) -> tuple[str, Decimal]:
        """The base unit of a unit and how many base units one holds."""
        if kind.id == "alcohol" and unit in self._servings:
            return GRAMS, self._servings[unit].grams
        return self.in_base(unit)


def is_alcohol_free(words: Sequence[str]) -> bool:
    """Whether the words of a drink say that it holds 0.5 percent of alcohol or less."""
    typed = fold(" ".join(words))
    if typed in FREE_WORDS:
        return True
    found = FREE.fullmatch(typed)
    return found is not None and Decimal(found[1].replace(",", ".")) <= ALCOHOL_FREE


def _split(typed: str) -> tuple[str, str]:
    """The number that the words begin with, empty if there is none, and the rest."""
    matched = NUMBER.fullmatch(typed)
    return (matched[1], matched[2].strip()) if matched else ("", typed)


def singular(word: str) -> str:
    """One of a person's own unit, so that `1 scoop` and `2 scoops` are counted together."""
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    hissing = word.endswith("es") and word[:-2].endswith(("ss", "x", "ch", "sh"))
    return word[:-2] if hissing else word[:-1]


def _plural(word: str) -> str:
    return f"{word}es" if word.endswith(HISSES) else f"{word}s"


def _poured(number: str, rest: str, typed: str) -> Amount | None:
    """Grams of pure alcohol in `500ml 5%`, `0.33l@4.8%` or `2 x 500ml 5%`; None if not so."""
    times = ONE
    if rest[:1] in {"x", "X", "\u00d7"} and (inner := NUMBER.fullmatch(rest[1:].strip())):
        times, number, rest = read_span(number), inner[1], inner[2].strip()
    volume, strength = _volume_and_strength(rest)
    if volume is None:
        return None
    if strength is None:
        pour = f"{number}{rest.split()[0]}"
        raise UsageError(f'How strong was it? Add the percent, as in "{pour} 5%".')
    percent = Decimal(strength.replace(",", "."))
    if not 0 < percent <= 100:
        raise UsageError(f'"{strength}%" is not a strength. It lies above 0 and up to 100.')
    each = read_span(number)
    span = AmountRange(times.low * each.low, times.high * each.high, times.about or each.about)
    return scale(span, volume * percent / 100 * DENSITY, GRAMS, typed)


def _volume_and_strength(rest: str) -> tuple[Decimal | None, str | None]:
    words = rest.replace("@", " @").split()
    if not words or words[0].casefold() not in MILLILITRES:
        return None, None
    matched = STRENGTH.fullmatch("".join(words[1:]))
    return MILLILITRES[words[0].casefold()], matched[1] if matched else None


def _figure(number: Decimal, places: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if not rounded and number:
        return f"under {Decimal(1).scaleb(-places)}"
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
