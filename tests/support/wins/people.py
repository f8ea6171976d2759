"""People whose course is known: half a year of days by chance, with or without a change in them."""

from __future__ import annotations

from math import exp, log, sqrt
from random import Random
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.history import DateRange, DayUse, History
from support.builders import ALCOHOL, CANNABIS, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hrjournal.domain.substances.substance import Substance

    Course = Callable[[float], float]  # from how far along to what the amount is multiplied by

WEEKS = 26
DAYS = 7 * WEEKS
BEGAN = TODAY - DAYS  # a Monday, as TODAY is
DRINK = 14_000
AFTER = 0.4  # how much of a day's luck is that of the day before


class Pattern(NamedTuple):
    """How somebody uses: pieces on a use day, and the chance of use by weekday from Monday on."""

    name: str
    substance: Substance
    pieces: float
    chances: tuple[float, ...]

    @property
    def piece(self) -> int:
        return DRINK if self.substance is ALCOHOL else 1000


ALWAYS = (1.0,) * 7
PATTERNS = (
    Pattern("weekends", ALCOHOL, 4, (0.15, 0.15, 0.2, 0.25, 0.8, 0.85, 0.45)),
    Pattern("daily", ALCOHOL, 2.5, ALWAYS),
    Pattern("heavy", ALCOHOL, 10, ALWAYS),
    Pattern("rare big nights", ALCOHOL, 11, (0.01, 0.01, 0.01, 0.03, 0.15, 0.2, 0.04)),
    Pattern("twenty a day", CANNABIS, 20, ALWAYS),
    Pattern("most days", CANNABIS, 3, (0.93,) * 7),
)
HEAVY = PATTERNS[2]
COURSES: dict[str, Course] = {
    "doubling": lambda far: 1 + far,
    "same": lambda _: 1.0,
    "halving": lambda far: 1 - far / 2,
}
MUCH = (0.95, 0.92, 0.92, 0.95, 1.1, 1.16, 1.0)  # of a usual day, by weekday


def lived(pattern: Pattern, course: Course, number: int) -> History:
    """What somebody wrote in half a year; the same luck on every course."""
    luck = Random(f"{pattern.name} {number}")
    uses = dict(_days(luck, pattern, course))
    key = pattern.substance.key
    days = DateRange(BEGAN, TODAY + 1)
    return History(days, {key: pattern.substance}, {key: uses}, written=frozenset(uses))


def _days(luck: Random, pattern: Pattern, course: Course) -> Iterator[tuple[int, DayUse]]:
    spread, writes = luck.uniform(0.3, 0.6), luck.uniform(0.7, 1)
    sigma = sqrt(log(1 + spread**2))
    much, whether = list(_luck(luck)), list(_luck(luck))
    for day in range(DAYS):
        written, known = luck.random() < writes, luck.random() >= 0.04
        if written:
            base, factor = pattern.chances[day % 7], course(day / (DAYS - 1))
            chance = min(1.0, base * sqrt(factor)) if base < 1 else 1.0
            mean = pattern.pieces * MUCH[day % 7] * factor * base / chance
            pieces = round(mean * exp(sigma * much[day] - sigma**2 / 2)) or int(base < 1)
            used = NormalDist().cdf(whether[day]) < chance and pieces > 0
            yield BEGAN + day, _day(pattern, pieces, known=known) if used else DayUse(0)


def _day(pattern: Pattern, pieces: int, *, known: bool) -> DayUse:
    unit, much = pattern.substance.unit, pieces * pattern.piece
    return (
        DayUse(1, unit, much, much, untimed=1) if known else DayUse(1, unit, unknown=1, untimed=1)
    )


def _luck(luck: Random) -> Iterator[float]:
    """Standard normal luck of every day that remembers some of the day before."""
    now = luck.gauss(0, 1)
    for _ in range(DAYS):
        yield now
        now = AFTER * now + sqrt(1 - AFTER**2) * luck.gauss(0, 1)
