"""Substances under letters, and amounts on a scale of the person's own.

On it, what the person usually used on a day of use is 1. So a page says nothing of what it was.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import BaselinePin
from hrjournal.domain.keepsake import LONGEST_SUBJECT
from hrjournal.domain.substances.amount import THOUSAND
from hrjournal.domain.substances.substance import OTHER, PSEUDONYM, Substance, fold
from hrjournal.domain.substances.units import Unit, Units
from hrjournal.domain.summary.name_redactor import THE_REST, NameRedactor, names_of
from hrjournal.domain.win import OPIOID_BREAK
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.history import DayUse, History
    from hrjournal.domain.keepsake import Keepsake
    from hrjournal.domain.substances.units import Drink
    from hrjournal.domain.win import Win

PORTION: Final = "usual"  # a person's own usual day of use; on their scale it is 1
TELLING: Final = {
    "clearly_fewer_heavy_days",
    "alcohol_free",
    "naloxone",
}  # wins of certain substances
TELLING_FIGURES: Final = {"levels", OPIOID_BREAK, "heavy_days_now", "heavy_days_then"}
AMOUNTS: Final = {  # figures of a win that are amounts, by the figure that names their unit
    "unit": {"now", "then", "start", "amount_now", "amount_then", "largest_now", "largest_then"},
    "rose_unit": {"rose_now", "rose_then"},
}
TELLING_STEPS: Final = {"carried-naloxone"}
NO_OTHERS: Final[Mapping[str, Iterable[str]]] = MappingProxyType({})


class Pseudonym(NamedTuple):
    """How one substance goes: its name and key, and what each of its units is called.

    `usual` is the amount of a usual day of use by unit, in doubled thousandths.
    """

    substance: Substance
    units: Mapping[str, str]
    usual: Mapping[str, int]


class Pseudonyms:
    """Gives every substance of a journal another name, wherever it is named."""

    def __init__(
        self,
        substances: Mapping[str, Substance],
        letters: Iterable[str],
        history: History,
        drink: Drink,
        slang: Mapping[str, Sequence[str]],
        others: Mapping[str, Iterable[str]] = NO_OTHERS,
    ) -> None:
        """Takes the substances in their order with a letter each, and other words for each kind.

        `others` are names that the person gave, by the key of a substance.
        """
        self.drink = drink
        self.others = {
            key: _other(substance, letter, history)
            for (key, substance), letter in zip(substances.items(), letters, strict=False)
        }
        told = [
            (name, other.substance.name)
            for key, other in self.others.items()
            for name in (*names_of(substances[key], slang), *others.get(key, ()))
        ]
        self.names = NameRedactor(told + [(step, THE_REST) for step in TELLING_STEPS])

    @property
    def substances(self) -> Mapping[str, Substance]:
        """The substances as they go now, by the keys that they had."""
        return {key: other.substance for key, other in self.others.items()}

    def units(self, *, masked: bool = False) -> Units:
        """What says amounts without saying of what."""
        drink = self.drink._replace(one=PORTION, many=PORTION, aliases=())
        ids = {name for other in self.others.values() for name in other.units.values()}
        return Units([_unit(name) for name in sorted(ids | {PORTION})], drink, masked=masked)

    def words(self, text: str) -> str:
        """The text with letters in place of names."""
        return self.names.words(text)

    def history(self, found: History) -> History:
        """The same days under other names."""
        kept = [key for key in found.substances if key in self.others]
        return found._replace(
            substances={self.key(key): self.others[key].substance for key in kept},
            uses={
                self.key(key): {
                    day: self._day(day_use, self.others[key])
                    for day, day_use in found.of(key).items()
                }
                for key in kept
            },
            records={
                day: tuple(map(self._entry, entries)) for day, entries in found.records.items()
            },
            baseline_pins={
                self.key(key): self._start(start, self.others[key])
                for key, start in found.baseline_pins.items()
                if key in self.others
            },
        )

    def key(self, key: str) -> str:
        """The key by which a substance goes now."""
        return self.others[key].substance.key

    def wins(self, found: Iterable[Win]) -> list[Win]:
        """The wins that can be told without saying of what, under other names."""
        return [self._win(win) for win in found if self._tellable(win)]

    def kept(self, one: Keepsake) -> Keepsake:
        """What a person kept, with letters in place of names."""
        more = {
            name: self.key(text) if text in self.others else self.words(text)
            for name, text in one.more.items()
        }
        subject = self.words(one.subject)[:LONGEST_SUBJECT]
        return one.replace(subject=subject, text=self.words(one.text), more=more)

    def _tellable(self, win: Win) -> bool:
        words = str(win.figures.get("strategy", ""))
        known = win.substance is None or win.substance in self.others
        return known and win.rule not in TELLING and not self.names.name(words)

    def _win(self, win: Win) -> Win:
        figures = {name: one for name, one in win.figures.items() if name not in TELLING_FIGURES}
        if "also" in figures:
            figures["also"] = str(figures["also"]).replace("heavy_days", "").strip()
        for name, key in (("unit", win.substance), ("rose_unit", figures.get("rose"))):
            other, unit = self.others.get(str(key)), str(figures.get(name, ""))
            if other and unit:
                figures[name] = other.units.get(unit, PORTION)
                for amount in AMOUNTS[name] & figures.keys():
                    figures[amount] = _scaled(int(figures[amount]), unit, other)
        if figures.get("rose") in self.others:
            figures["rose"] = self.key(str(figures["rose"]))
        substance = None if win.substance is None else self.key(win.substance)
        return win._replace(substance=substance, figures=figures)

    def _entry(self, entry: Entry) -> Entry:
        other = self.others.get(entry.substance or "")
        told = self.names.entry(entry)
        return told.replace(substance=other.substance.key if other else None, amount=None)

    def _day(self, day: DayUse, other: Pseudonym) -> DayUse:
        low, high = (_scaled(end, day.unit, other) for end in (day.low, day.high))
        others = tuple(
            (other.units[unit], _scaled(least, unit, other), _scaled(most, unit, other))
            for unit, least, most in day.others
        )
        unit = other.units.get(day.unit, day.unit)
        return day._replace(unit=unit, low=low, high=high, others=others)

    def _start(self, start: BaselinePin, other: Pseudonym) -> BaselinePin:
        doubled = None if start.doubled is None else _scaled(start.doubled, start.unit, other)
        return start._replace(doubled=doubled, unit=other.units.get(start.unit, start.unit))


def _scaled(thousandths: int, unit: str, other: Pseudonym) -> int:
    """An amount on the person's own scale, in thousandths."""
    usual = other.usual.get(unit, 0)
    if not usual or not thousandths:
        return thousandths
    return max(1, round(Fraction(2 * THOUSAND * thousandths, usual)))


def _other(one: Substance, letter: str, history: History) -> Pseudonym:
    """A substance under a letter. Whether it is a treatment stays, for it is counted by that."""
    days = history.of(one.key).values()
    used = {unit for day in days for unit in (day.unit, *(name for name, _, _ in day.others))}
    start = history.baseline_pins.get(one.key, BaselinePin())
    found = [one.unit, *sorted((used | {start.unit}) - {one.unit, ""})]
    units = {unit: PORTION if not at else f"{PORTION} {at + 1}" for at, unit in enumerate(found)}
    usual = {unit: _usual_day(days, unit) for unit in found}
    usual[start.unit] = usual.get(start.unit) or start.doubled or 0
    kind = OTHER._replace(medicine=one.kind.medicine, units=(PORTION,))
    name = f"{PSEUDONYM}{letter}"
    return Pseudonym(Substance(fold(name), name, kind, PORTION, one.id), units, usual)


def _usual_day(days: Iterable[DayUse], unit: str) -> int:
    """The median amount of the days of use that are known in a unit, in doubled thousandths."""
    known = sorted(amount for day in days if day.used and (amount := day.doubled(unit)))
    if not known:  # it stands beside another unit on each of its days
        parts = [part for day in days for part in ((day.unit, day.low, day.high), *day.others)]
        known = sorted(low + high for name, low, high in parts if name == unit and high)
    return known[len(known) // 2] if known else 0


def _unit(name: str) -> Unit:
    _, _, number = name.partition(" ")
    tail = f" of kind {number}" if number else ""
    return Unit(name, f"x usual{tail}", f"x usual{tail}", name)
