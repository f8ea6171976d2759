"""What is written of one substance up to a day, counted in the plainest way there is.

The files beside this one work out the ledger of small wins from raw days by its written rules,
slowly and with fractions, and share no code with what they are compared with.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from math import floor
from typing import TYPE_CHECKING, Final

from hrjournal.domain.win import BaselineKind, Figure, Grade, Win, WinGroup, WinMeasure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import BaselinePin, DayUse, History
    from hrjournal.domain.win import Yardstick

USUAL, START, NOTHING = BaselineKind.USUAL, BaselineKind.START, BaselineKind.NOTHING
LESS, OFTEN = WinGroup.LESS, WinGroup.LESS_OFTEN
HAPPENED, CHANGING = Grade.HAPPENED, Grade.CHANGING
TABLE: Final = {
    "lighter_day": (HAPPENED, LESS, WinMeasure.AMOUNT),
    "small_return": (HAPPENED, LESS, WinMeasure.AMOUNT),
    "day_without": (HAPPENED, OFTEN, WinMeasure.DAYS),
    "longest_gap": (HAPPENED, OFTEN, WinMeasure.GAP),
    "later_start": (HAPPENED, WinGroup.LATER, WinMeasure.FIRST_USE),
    "earlier_stop": (HAPPENED, WinGroup.LATER, WinMeasure.FIRST_USE),
    "lighter_week": (HAPPENED, LESS, WinMeasure.AMOUNT),
    "mood_up": (HAPPENED, WinGroup.LIFE, WinMeasure.LIFE),
    "sleep_up": (HAPPENED, WinGroup.LIFE, WinMeasure.LIFE),
    "spend_less": (HAPPENED, WinGroup.LIFE, WinMeasure.LIFE),
    "calmer_urges": (HAPPENED, WinGroup.URGES, WinMeasure.URGE),
    "clearly_less": (CHANGING, LESS, WinMeasure.AMOUNT),
    "clearly_fewer_days": (CHANGING, OFTEN, WinMeasure.DAYS),
    "clearly_fewer_heavy_days": (CHANGING, LESS, WinMeasure.HEAVY_DAYS),
    "clearly_lower_peaks": (CHANGING, LESS, WinMeasure.LARGEST),
    "clearly_longer_between": (CHANGING, OFTEN, WinMeasure.GAP),
    "holds": (Grade.HOLDS, LESS, WinMeasure.AMOUNT),
}


class PlainPast:
    """One substance of a history as it stands at the end of a day."""

    def __init__(self, history: History, key: str, day: int, yardstick: Yardstick) -> None:
        self.history, self.key, self.today, self.yardstick = history, key, day, yardstick
        self.logged = {one: use for one, use in history.uses.get(key, {}).items() if one <= day}
        self.use_days = sorted(one for one in self.logged if self.logged[one].uses)

    @cached_property
    def unit(self) -> str:
        """The unit with most use days; then the substance's own; then the first by name."""
        own = self.history.substances[self.key].unit
        units = [self.logged[one].unit for one in self.use_days]
        return max(sorted(units), key=lambda unit: (units.count(unit), unit == own), default=own)

    @property
    def piece(self) -> int:
        return self.piece_of(self.unit)

    @property
    def pin(self) -> BaselinePin | None:
        return self.history.baseline_pins.get(self.key)

    def piece_of(self, unit: str) -> int:
        return self.yardstick.drink if unit == "g_alc" else 1000

    def used(self, day: int) -> bool:
        return day in self.logged and self.logged[day].uses > 0

    def doubled(self, day: int, unit: str = "") -> int | None:
        """Twice the middle of what a logged day holds; None if it is not known in the unit."""
        return doubled_of(self.logged[day], unit or self.unit)

    def same_weekdays(self, day: int) -> list[int]:
        """The logged days of the same weekday in 26 weeks before a day, newest first."""
        return [day - 7 * back for back in range(1, 27) if day - 7 * back in self.logged]


def doubled_of(use: DayUse, unit: str) -> int | None:
    if use.uses == 0:
        return 0
    whole = use.unit == unit and not use.unknown and not use.others
    return use.low + use.high if whole else None


def rounded(value: Fraction | int) -> int:
    """The nearest whole number; the half goes up."""
    return floor(Fraction(value) + Fraction(1, 2))


def rounded_half(doubled: Fraction | int) -> int:
    return rounded(Fraction(doubled) / 2)


def millionths(ways: int, among: int) -> int:
    return rounded(Fraction(1_000_000 * ways, among))


def mean(values: Sequence[int] | Sequence[Fraction]) -> Fraction:
    return Fraction(sum(values)) / len(values)


def win(
    rule: str,
    day: int,
    substance: str | None,
    against: BaselineKind,
    *,
    chance: int,
    **figures: Figure,
) -> Win:
    grade, group, measure = TABLE[rule]
    return Win(
        rule=rule,
        day=day,
        grade=grade,
        group=group,
        measure=measure,
        substance=substance,
        baseline=against,
        figures=figures,
        chance=chance,
    )
