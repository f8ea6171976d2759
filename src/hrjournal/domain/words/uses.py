"""What one segment of a line says was used: which substance, and how much of it."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from hrjournal.domain.substances.amount import AmountRange, scale, unknown
from hrjournal.domain.substances.units import ONE, PIECES
from hrjournal.domain.words.knowledge import ALCOHOL
from hrjournal.domain.words.lexicon import Role, UnitWord
from hrjournal.domain.words.line import unclear_word
from hrjournal.domain.words.numbers import Count
from hrjournal.domain.words.pours import ConflictError, poured
from hrjournal.domain.words.understood import Use
from hrjournal.errors import NotUnderstoodError
from hrjournal.named import NamedTuple
from hrjournal.sanitize import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from hrjournal.domain.substances.amount import Amount
    from hrjournal.domain.words.knowledge import Knowledge
    from hrjournal.domain.words.lexicon import Meaning
    from hrjournal.domain.words.line import Line, Part
    from hrjournal.domain.words.understood import Name

WEIGHED: Final = frozenset({"mg", "g", "ug", "ml"})  # of which one piece can hold so much
OCCASION: Final = "session"  # which says when, where what was used in it is counted by itself
MOST_PARTS: Final = 12  # of one segment; whoever writes more means more than one thing


def uses_of(parts: Sequence[Part], line: Line, known: Knowledge) -> list[Use]:
    """The uses that one segment names: mostly one; several where each has its own number.

    Raises:
        NotUnderstoodError: when it is not clear what is meant.
        UsageError: when an amount cannot be kept.
    """
    try:
        return [_Item(parts, line, known).use()]
    except ConflictError:
        ways = [way for way in _ways(parts, line) if _each_counted(way)]
        found = [uses for way in ways if (uses := _try(way, line, known))]
        if len(found) == 1:
            return found[0]
    raise NotUnderstoodError(
        f"{quote(line.typed(parts))} could be more than one thing. Please write how much of each, "
        "with commas between, such as: beer 2, wine 1"
    )


def _try(way: Sequence[Sequence[Part]], line: Line, known: Knowledge) -> list[Use] | None:
    try:
        return [_Item(parts, line, known).use() for parts in way]
    except (ConflictError, NotUnderstoodError):
        return None


def _ways(parts: Sequence[Part], line: Line) -> Iterator[list[Sequence[Part]]]:
    """Every way to part a segment into two things or three, between words and never in one."""
    places = [place for place in range(1, len(parts)) if line.tokens[parts[place].start].spaced]
    for cuts in (cut for many in (1, 2) for cut in combinations(places, many)):
        edges = (0, *cuts, len(parts))
        if len(parts) <= MOST_PARTS:
            yield [parts[start:end] for start, end in pairwise(edges)]


def _each_counted(way: Sequence[Sequence[Part]]) -> bool:
    return all(any(isinstance(part, Count) for part in parts) and len(parts) > 1 for parts in way)


class UnitCount(NamedTuple):
    """A number with the unit that stands behind it; `many` where the unit alone says several."""

    span: AmountRange | None
    word: UnitWord
    many: bool


class _Item:
    """The parts of one use, put together."""

    def __init__(self, parts: Sequence[Part], line: Line, known: Knowledge) -> None:
        self.parts = parts
        self.known = known
        self.words = line.typed(parts)
        self.meanings = [part for part in parts if not isinstance(part, Count)]

    def use(self) -> Use:
        """The use, if these parts are one."""
        if self._has(Role.FREE) and (self._has(Role.DRINK) or self._named() is not None):
            return Use(self.known.alcohol, None, self.words)
        name = self._named()
        served = name is not None and name.unit != ""  # by a name of the person's own
        if name is None or (name.kind.id == ALCOHOL and not served):
            self._alcoholic(name)
            grams = poured(self.parts, self.known, self.words)
            return Use(self.known.alcohol, grams, self.words)
        return Use(name, self._amount(name), self.words)

    def _has(self, role: Role) -> bool:
        return any(part.can(role) for part in self.meanings)

    def _alcoholic(self, name: Name | None) -> None:
        """Checks that it is a drink at all."""
        roles = (Role.DRINK, Role.VESSEL)
        strong = self._has(Role.VOLUME) and self._has(Role.PERCENT)
        units = [
            part
            for part in self.meanings
            if part.can(Role.UNIT) and not part.can(Role.VESSEL, Role.DRINK)
        ]
        drinks = any(ALCOHOL in part.counted_kinds for part in units)
        if name is None and not (strong or drinks or any(map(self._has, roles))):
            raise NotUnderstoodError(
                f"{quote(self.words)} does not say what it was. Name it too, such as: beer 2, "
                "joint 1, or diazepam 10mg"
            )
        if any(part.unit(ALCOHOL) is None for part in units):
            raise ConflictError

    def _named(self) -> Name | None:
        """The one substance that is named; None where it is a drink, or nothing is named."""
        named = [part for part in self.meanings if part.can(Role.NAME)]
        drinks = [part for part in self.meanings if part.can(Role.DRINK)]
        strong = [part for part in named if not part.can(Role.UNIT, Role.VESSEL, Role.DRINK)]
        chosen = strong or ([] if drinks else named)
        for part in chosen:
            if part.can(Role.UNCLEAR):
                raise unclear_word(part, self.words)
        names = list(dict.fromkeys(part.roles[Role.NAME] for part in chosen))
        if len(names) > 1 and not strong:
            names = self._most_telling(chosen)
        others = [part for part in named if part not in chosen and not part.can(Role.DRINK)]
        if len(names) > 1 or (drinks and names and names[0].kind.id != ALCOHOL):
            raise ConflictError
        if names and any(not self._counts(part, names[0]) for part in others):
            raise ConflictError
        return names[0] if names else self._implied()

    def _implied(self) -> Name | None:
        """The one kind of substance that is counted so: a pack is one of cigarettes."""
        units = [part.roles[Role.UNIT][0].kinds for part in self.meanings if part.can(Role.UNIT)]
        kinds = {kinds for kinds in units if len(kinds) == 1}
        served = self._has(Role.DRINK) or self._has(Role.VESSEL)
        if len(kinds) != 1 or served:
            return None
        (kind,) = kinds.pop()
        return self.known.of_kind(kind)

    def _most_telling(self, named: Sequence[Meaning]) -> list[Name]:
        """Of words that are names and units both, as `pack of smokes`, the one that is no unit.

        Of two kinds, as in `cigarettes 20 g`, it is the one that does not count the other.
        """
        kinds = {part.roles[Role.NAME].kind.id for part in named}
        told = [
            part.roles[Role.NAME]
            for part in named
            if len(kinds) == 1
            or any(part.unit(kind) is None for kind in kinds - {part.roles[Role.NAME].kind.id})
        ]
        return told[-1:] if len({name.kind.id for name in told}) == 1 else told

    def _counts(self, part: Meaning, name: Name) -> bool:
        """Whether a word that is a name too is what the named substance is counted in."""
        fits = part.unit(name.kind.id) is not None
        return fits or (part.can(Role.VESSEL) and name.kind.id == ALCOHOL)

    def _amount(self, name: Name) -> Amount:
        measures, counts = self._measured(name)
        if any(part.can(Role.PERCENT, Role.DRINK) for part in self.meanings):
            raise ConflictError
        open_ = not self._has(Role.TIMES)  # `2x` says how many of the unit behind it
        if name.unit and open_ and any(count.span for count in counts):
            measures = [measure for measure in measures if not self._beside(measure, name)]
        if not measures:
            return self._counted(name, counts)
        product = _product(measures, counts)
        if product is None:
            return unknown(self.known.units.base(measures[0].word.unit), self.words)
        span, word = product
        return self._kept(span, word)

    def _beside(self, measure: UnitCount, name: Name) -> bool:
        """Whether a unit is no measure of what is named and numbered, as in `session 4 joints`.

        Raises:
            ConflictError: when the number could be of either, as in `joint 4 bong`.
        """
        base = self.known.units.base
        unit = measure.word.unit
        if measure.span or unit in WEIGHED or base(unit) == base(name.unit):
            return False
        if unit != OCCASION:
            raise ConflictError
        return True

    def _counted(self, name: Name, counts: Sequence[Count]) -> Amount:
        """So many of what one of this name is."""
        if len(counts) > 1:
            raise ConflictError
        many = any(part.many for part in self.meanings)
        if not counts and (many or not name.unit):
            return unknown(self.known.units.base(name.unit or name.kind.unit), self.words)
        if counts and counts[0].span is None:
            return unknown(self.known.units.base(name.unit or name.kind.unit), self.words)
        span = counts[0].span if counts else None
        if name.unit:
            word = _unit_word(name.unit, name.factor)
        elif counts and _halved(counts[0]) and name.kind.unit in PIECES:
            word = UnitWord(name.kind.unit)  # half a Xanax is half a pill
        else:
            word = self.known.limits.bare(name, span, self.words)
        return self._kept(span, word)

    def _kept(self, span: AmountRange | None, word: UnitWord) -> Amount:
        base, factor = self.known.units.in_base(word.unit)
        return scale(span or ONE, factor * word.factor, base, self.words)

    def _measured(self, name: Name) -> tuple[list[UnitCount], list[Count]]:
        """Numbers with their units, and numbers without."""
        measures: list[UnitCount] = []
        counts: list[Count] = []
        for place, part in enumerate(self.parts):
            before = self.parts[place - 1] if place else None
            if isinstance(part, Count):
                counts.append(part)
            elif word := self._unit(part, name):
                span = before.span if isinstance(before, Count) else None
                if isinstance(before, Count) and span:  # else it is not known how many
                    counts.remove(before)
                measures.append(UnitCount(span, word, part.many))
        return measures, counts

    def _unit(self, part: Meaning, name: Name) -> UnitWord | None:
        if part.can(Role.NAME) and part.roles[Role.NAME] is name:
            return None
        word = part.unit(name.kind.id)
        if word is None and part.can(Role.UNIT):
            raise ConflictError
        if word is None and part.can(Role.VOLUME):
            return _unit_word("ml", part.roles[Role.VOLUME])
        if word is None and part.can(Role.VESSEL, Role.PACK):
            raise ConflictError
        return word


def _halved(count: Count) -> bool:
    """Whether it is a part of one, in words."""
    return count.span is not None and count.span.high < 1 and not any(map(str.isdigit, count.words))


def _product(
    measures: Sequence[UnitCount], counts: Sequence[Count]
) -> tuple[AmountRange | None, UnitWord] | None:
    """One measure out of all numbers: `2 pills of 10 mg` are 20 mg; None if not known how many."""
    spans = [measure.span for measure in measures if measure.span] + [
        count.span for count in counts if count.span
    ]
    if any(count.span is None for count in counts) or len(spans) > len(measures) + 1:
        if len(measures) == 1 and len(counts) == 1:
            return None
        raise ConflictError
    weighed = [measure for measure in measures if measure.word.unit in WEIGHED]
    pieces = [measure for measure in measures if measure.word.unit in PIECES]
    if len(measures) > len(weighed[:1]) + len(pieces[:1]) and len(measures) > 1:
        raise ConflictError
    if len(spans) > 1 and not (weighed and len(spans) == len(pieces) + len(weighed) + len(counts)):
        raise ConflictError
    total = spans[0] if spans else None
    for span in spans[1:]:
        total = total and AmountRange(total.low * span.low, total.high * span.high, total.about)
    several = total is None and any(measure.many for measure in measures)
    counted = [measure for measure in measures if measure.span]
    return None if several else (total, (weighed or counted or measures)[0].word)


def _unit_word(unit: str, factor: Decimal) -> UnitWord:
    return UnitWord(unit, frozenset(), factor)
