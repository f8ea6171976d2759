"""How much alcohol is in what was poured: vessels, servings, volumes and strengths in grams."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.amount import AmountRange, scale, unknown
from hrjournal.domain.substances.units import ALCOHOL_FREE, DENSITY, DRINK, GRAMS, ONE
from hrjournal.domain.words.lexicon import Beverage, Pour, Role
from hrjournal.domain.words.numbers import Count
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.words.lexicon import Lexicon, Meaning
    from hrjournal.domain.words.line import Part
    from hrjournal.domain.words.uses import Knowledge

ALONE: Final = ("beer", "cider")  # what a pint or a can holds when nothing else is said
BORROWED: Final = ("beer", "wine", "spirits")  # whose glass is taken where a drink has none listed


class ConflictError(Exception):
    """These parts are more than one thing, or not one that can be put together."""


class _Spoken(NamedTuple):
    """What was said of a drink, each in its place."""

    count: Count | None
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
    span = spoken.count.span if spoken.count and spoken.count.span else ONE
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


def _how_many_is_open(spoken: _Spoken) -> bool:
    """Whether it is some, not known how much: `some wine`, `beers`, `alcohol`."""
    if spoken.count is not None:
        return spoken.count.span is None
    if spoken.volume or spoken.unit:
        return False
    return spoken.plural or (spoken.drink is None and not spoken.vessel)


def _served(spoken: _Spoken, known: Knowledge, words: str) -> Decimal:
    """Grams in one serving of it."""
    lexicon = known.lexicon
    of = spoken.drink.of if spoken.drink else _held(spoken.vessel, lexicon, words)
    vessel = spoken.vessel or (spoken.drink.vessel if spoken.drink else "")
    vessel = vessel or _usual_vessel(of, spoken, lexicon)
    pour = _pour(of, vessel, lexicon, words)
    if pour.ml is None:
        usual = _pour(of, lexicon.usual[of][0], lexicon, words)
        one = spoken._replace(vessel=lexicon.usual[of][0])
        return pour.times * _grams(usual, _strength(one, usual, known, words))
    return _grams(pour, _strength(spoken, pour, known, words))


def _usual_vessel(of: str, spoken: _Spoken, lexicon: Lexicon) -> str:
    """What one of a drink is poured in; half of a beer is a half where people order halves."""
    count = spoken.count
    halved = count is not None and count.span is not None and count.words.split()[-1] == "half"
    if halved and ("beer", "half") in lexicon.pours and of in ALONE:
        return "pint"
    return lexicon.usual[of][0]


def _grams(pour: Pour, strength: Decimal) -> Decimal:
    return (pour.ml or Decimal(0)) * strength / 100 * DENSITY


def _held(vessel: str, lexicon: Lexicon, words: str) -> str:
    """What is in a vessel when only the vessel is named."""
    held = [of for of, kind in lexicon.pours if kind == vessel]
    chosen = next((of for of in ALONE if of in held), held[0] if len(held) == 1 else "")
    unsure = {"wine", "spirits"} & set(held) and len(held) > 1
    if not chosen or unsure:
        raise NotUnderstoodError(
            f"{quote(words)} does not say of what. Write it too, such as: beer {words}, "
            f"or wine {words}"
        )
    return chosen


def _pour(of: str, vessel: str, lexicon: Lexicon, words: str) -> Pour:
    for other in (of, *BORROWED):
        if (other, vessel) in lexicon.pours:
            pour = lexicon.pours[other, vessel]
            return pour if other == of else pour._replace(abv=None)
    for (_, kind), pour in lexicon.pours.items():
        if kind == vessel:
            return pour._replace(abv=None)
    raise NotUnderstoodError(
        f"I don't know how much is in {quote(words)}. Write how much and how strong, such as: "
        "500ml 5%"
    )


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
        return known.lexicon.usual[of][1]
    raise NotUnderstoodError(f'How strong was it? Add the percent, as in "{words} 5%".')


def _spoken(parts: Sequence[Part], known: Knowledge, words: str) -> _Spoken:
    counts: list[Count] = []
    volume, percent, packs, vessels, drinks = None, None, 1, [], []
    unit = ""
    for place, part in enumerate(parts):
        before = parts[place - 1] if place else None
        if isinstance(part, Count):
            counts.append(part)
        elif part.can(Role.VOLUME):
            volume = (_number(before, counts), part.roles[Role.VOLUME])
        elif part.can(Role.PERCENT):
            percent = _percent(_number(before, counts), words)
        elif part.can(Role.PACK):
            packs = _pack(before, counts, words)
        elif part.can(Role.DRINK):
            drinks.append(part)
        elif part.can(Role.VESSEL):
            vessels.append(part)
        elif part.can(Role.UNIT):
            unit = part.roles[Role.UNIT].unit
    _check(drinks, vessels, counts)
    drink = _merged([part.roles[Role.DRINK] for part in drinks])
    if percent is not None:
        _check_strength(percent, drink, known, words)
    return _Spoken(
        count=counts[0] if counts else None,
        drink=drink,
        plural=any(part.many for part in (vessels or drinks)),
        vessel=vessels[0].roles[Role.VESSEL] if vessels else "",
        volume=volume,
        percent=percent,
        packs=packs,
        unit=GRAMS if unit == "g" else unit,
    )


def _number(before: Part | None, counts: list[Count]) -> AmountRange:
    """The number before a measure, which is no count of its own then; one if there is none."""
    if not (isinstance(before, Count) and counts and before is counts[-1]):
        return ONE
    return counts.pop().span or ONE


def _pack(before: Part | None, counts: list[Count], words: str) -> int:
    """How many are in a pack of so many."""
    many = _number(before, counts)
    if many.low != many.high or many.low != int(many.low) or many.low < 2:
        raise NotUnderstoodError(f"How many are in {quote(words)}? Write it, such as: 6 pack")
    return int(many.low)


def _percent(span: AmountRange, words: str) -> Decimal:
    if not 0 < span.low <= span.high <= 100:
        raise NotUnderstoodError(
            f"A strength lies above 0 and up to 100 percent, and {quote(words)} says another."
        )
    return span.low


def _check(drinks: Sequence[Meaning], vessels: Sequence[Meaning], counts: Sequence[Count]) -> None:
    """One drink, one vessel, one number; `lager beer` and `glass pint` are no two things."""
    kinds = {part.roles[Role.DRINK].of for part in drinks}
    brands = sum(part.roles[Role.DRINK].brand for part in drinks)
    if len(kinds) > 1 or brands > 1 or len(vessels) > 1 or len(counts) > 1:
        raise ConflictError


def _merged(drinks: Sequence[Beverage]) -> Beverage | None:
    """A brand says more than the kind of drink beside it."""
    return max(drinks, key=lambda drink: drink.brand, default=None)


def _check_strength(percent: Decimal, drink: Beverage | None, known: Knowledge, words: str) -> None:
    most = known.limits.strengths.get(drink.of) if drink else None
    if most is not None and percent > most:
        raise NotUnderstoodError(
            f"{quote(words)} would be very strong for that: {percent}%. "
            "Please check the number; to keep it as it stands, add --yes",
            sure=True,
        )
