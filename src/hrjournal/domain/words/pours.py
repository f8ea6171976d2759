"""How much alcohol is in what was poured: vessels, servings, volumes and strengths in grams."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.amount import AmountRange, scale, unknown
from hrjournal.domain.substances.units import ALCOHOL_FREE, DENSITY, DRINK, GRAMS, ONE
from hrjournal.domain.words.knowledge import ALCOHOL
from hrjournal.domain.words.lexicon import Beverage, Pour, Role
from hrjournal.domain.words.numbers import Count
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import own, quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.words.knowledge import Knowledge
    from hrjournal.domain.words.lexicon import Lexicon, Meaning
    from hrjournal.domain.words.line import Part

ALONE: Final = ("beer", "cider", "spirits")  # what a pint or a shot holds if nothing else is said
LARGE: Final = 2500  # ml; what holds so much of one drink, as a cask of wine, holds no other
UNSURE: Final = frozenset({"bottle", "glass"})  # which hold beer and wine alike


class ConflictError(Exception):
    """These parts are more than one thing, or not one that can be put together."""


class _Spoken(NamedTuple):
    """What was said of a drink, each in its place."""

    number: Count | None
    drink: Beverage | None
    plural: bool
    vessel: str
    volume: tuple[AmountRange, Decimal] | None  # of so many millilitres
    percent: Decimal | None
    packs: int
    unit: str


def poured(parts: Sequence[Part], known: Knowledge, words: str) -> Amount | None:
    """Grams of pure alcohol in one drink or so many; None for one that holds none.

    Raises:
        NotUnderstoodError: when it is not said what, how strong, or how many.
    """
    spoken = _spoken(parts, known, words)
    if spoken.percent is not None and spoken.percent <= ALCOHOL_FREE:
        return None
    if _how_many_is_open(spoken):
        return unknown(GRAMS, words)
    span = spoken.number.span if spoken.number and spoken.number.span else ONE
    if spoken.unit:
        return scale(span, known.units.in_base(spoken.unit)[1], GRAMS, words)
    if spoken.volume:
        inner, millilitres = spoken.volume
        span = AmountRange(span.low * inner.low, span.high * inner.high, span.about or inner.about)
        grams = millilitres * _strength(spoken, None, known, words) / 100 * DENSITY
    elif spoken.drink is None and not spoken.vessel:
        grams = known.units.in_base(DRINK)[1]
    else:
        grams = _served(spoken, known, words)
    return scale(span, grams * spoken.packs, GRAMS, words)


def _check_liters(spoken: _Spoken, lexicon: Lexicon, words: str) -> None:
    """Refuses `0,5` of a drink where people say so of half a liter as well as of half of one."""
    number = spoken.number.words if spoken.number and spoken.drink and lexicon.liters else ""
    if number.startswith(("0,", "0.")):
        offer = words.replace(number, f"{number} l", 1)
        raise NotUnderstoodError(
            f"{quote(words)}: {number} l, or a part of one? Please say which, such as: "
            f"{own(offer)}",
            (offer,),
        )


def _how_many_is_open(spoken: _Spoken) -> bool:
    """Whether it is some, not known how much: `some wine`, `beers`, `alcohol`."""
    if spoken.number is not None:
        return spoken.number.span is None
    if spoken.volume or spoken.unit:
        return False
    return spoken.plural or (spoken.drink is None and not spoken.vessel)


def _served(spoken: _Spoken, known: Knowledge, words: str) -> Decimal:
    """Grams in one serving of it."""
    lexicon = known.lexicon
    _check_liters(spoken, lexicon, words)
    of = spoken.drink.of if spoken.drink else _held(spoken.vessel, lexicon, words)
    vessel = spoken.vessel or (spoken.drink.vessel if spoken.drink else "")
    vessel = vessel or _usual_vessel(of, spoken, lexicon)
    pour = _pour(of, vessel, lexicon, words)
    if pour.ml is None:
        usual = _pour(of, lexicon.usual[of].vessel, lexicon, words)
        one = spoken._replace(vessel=lexicon.usual[of].vessel)
        return pour.times * _grams(usual, _strength(one, usual, known, words))
    return _grams(pour, _strength(spoken, pour, known, words))


def _usual_vessel(of: str, spoken: _Spoken, lexicon: Lexicon) -> str:
    """What one of a drink is poured in; half of a beer is half a pint where people order halves."""
    halved = spoken.number is not None and spoken.number.words.lower() in {
        "half",
        "half a",
        "a half",
    }
    like = of in ALONE[:2] or lexicon.usual[of].like in ALONE[:2]
    return "pint" if halved and like and lexicon.halves else lexicon.usual[of].vessel


def _grams(pour: Pour, strength: Decimal) -> Decimal:
    return (pour.ml or Decimal(0)) * strength / 100 * DENSITY


def _held(vessel: str, lexicon: Lexicon, words: str) -> str:
    """What is in a vessel when only the vessel is named: what it holds in this country."""
    pours = {of: pour for (of, kind), pour in lexicon.pours.items() if kind == vessel}
    nearest = min((pour.away for pour in pours.values()), default=0)
    held = [of for of, pour in pours.items() if pour.away == nearest]
    chosen = next((of for of in ALONE if of in held), held[0] if len(held) == 1 else "")
    if not chosen or (len(held) > 1 and vessel in UNSURE):
        raise NotUnderstoodError(
            f"{quote(words)} does not say of what. Write it too, such as: beer {words}, "
            f"or wine {words}"
        )
    return chosen


def _pour(of: str, vessel: str, lexicon: Lexicon, words: str) -> Pour:
    """What a vessel of a beverage holds; of what it is like, where that is found nearer by."""
    like = lexicon.usual[of].like if of in lexicon.usual else ""
    own, shared = lexicon.pours.get((of, vessel)), lexicon.pours.get((like, vessel))
    if own is not None and (shared is None or own.away <= shared.away):
        return own
    others = (
        pour
        for (_, kind), pour in lexicon.pours.items()
        if kind == vessel and (pour.ml is None or pour.ml < LARGE)
    )
    pour = shared or next(others, None)
    if pour is None:
        raise NotUnderstoodError(
            f"I don't know how much is in {quote(words)}. Write how much and how strong, such as: "
            "500ml 5%"
        )
    return pour._replace(abv=None)


def _strength(spoken: _Spoken, pour: Pour | None, known: Knowledge, words: str) -> Decimal:
    """Percent of alcohol by volume."""
    of = spoken.drink.of if spoken.drink else "beer" if spoken.vessel else ""
    if spoken.percent is not None:
        return spoken.percent
    if spoken.drink and spoken.drink.abv is not None:
        return spoken.drink.abv
    if pour is not None and pour.abv is not None:
        return pour.abv
    if of in known.lexicon.usual:
        return known.lexicon.usual[of].abv
    raise NotUnderstoodError(f'How strong was it? Add the percent, as in "{words} 5%".')


def _spoken(parts: Sequence[Part], known: Knowledge, words: str) -> _Spoken:
    heard = _Heard(words)
    for place, part in enumerate(parts):
        heard.take(part, parts[place - 1] if place else None)
    drinks = [part.roles[Role.DRINK] for part in heard.drinks]
    if len({drink.of for drink in drinks}) > 1 or sum(drink.brand for drink in drinks) > 1:
        raise ConflictError
    if len(heard.vessels) > 1 or len(heard.counts) > 1:
        raise ConflictError
    drink = max(drinks, key=lambda drink: drink.brand, default=None)  # a brand says more
    if heard.percent is not None:
        _check_strength(heard.percent, drink, known, words)
    return _Spoken(
        heard.counts[0] if heard.counts else None,
        drink,
        plural=any(part.many for part in (heard.vessels or heard.drinks)),
        vessel=heard.vessels[0].roles[Role.VESSEL] if heard.vessels else "",
        volume=heard.volume,
        percent=heard.percent,
        packs=heard.packs,
        unit=GRAMS if heard.unit == "g" else heard.unit,
    )


class _Heard:
    """Collects the parts of a drink, a number with what stands behind it."""

    def __init__(self, words: str) -> None:
        self.words = words
        self.counts: list[Count] = []
        self.drinks: list[Meaning] = []
        self.vessels: list[Meaning] = []
        self.volume: tuple[AmountRange, Decimal] | None = None
        self.percent: Decimal | None = None
        self.packs = 1
        self.unit = ""

    def take(self, part: Part, before: Part | None) -> None:
        """Takes one part, and the number before it if that belongs to it."""
        if isinstance(part, Count):
            self.counts.append(part)
        elif part.can(Role.VOLUME):
            self.volume = (self._number(before), part.roles[Role.VOLUME])
        elif part.can(Role.PERCENT):
            if not isinstance(before, Count):
                raise ConflictError
            self.percent = _percent(self._number(before), self.words)
        elif part.can(Role.PACK):
            self.packs = _pack(self._number(before), self.words)
        else:
            self._take_word(part)

    def _take_word(self, part: Meaning) -> None:
        if part.can(Role.DRINK):
            self.drinks.append(part)
        elif part.can(Role.VESSEL):
            self.vessels.append(part)
        elif unit := part.unit(ALCOHOL):
            self.unit = unit.unit

    def _number(self, before: Part | None) -> AmountRange:
        """The number before a measure, which is no count of its own then; one without any.

        A number that is not known goes on to count, so that the whole is not known.
        """
        if not (isinstance(before, Count) and before.span and before in self.counts[-1:]):
            return ONE
        self.counts.pop()
        return before.span


def _pack(many: AmountRange, words: str) -> int:
    """How many are in a pack of so many."""
    if many.low != many.high or many.low != int(many.low) or many.low < 2:
        raise NotUnderstoodError(f"How many are in {quote(words)}? Write it, such as: 6 pack")
    return int(many.low)


def _percent(span: AmountRange, words: str) -> Decimal:
    if not 0 < span.low <= span.high <= 100:
        raise NotUnderstoodError(
            f"A strength lies above 0 and up to 100 percent, and {quote(words)} says another."
        )
    return span.low


def _check_strength(percent: Decimal, drink: Beverage | None, known: Knowledge, words: str) -> None:
    most = known.limits.strengths.get(drink.of) if drink else None
    if most is not None and percent > most:
        raise NotUnderstoodError(
            f"{quote(words)} would be very strong for that: {percent}%. "
            "Please check the number; to keep it as it stands, add --yes",
            sure=True,
        )
