"""Journals of simulated people, of whom it is known what goes together: nothing, or one thing.

Use, mood, sleep and urges each have a memory from day to day and a weekly cycle; half the people
use little, with many days of none; six triggers come in spells, three of them at weekends more;
85 of 100 days are logged. Amounts are whole drinks and never below none.
"""

from __future__ import annotations

from collections import Counter
from math import sqrt
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from hrjournal.domain.entries.entry import DAY, EPOCH, Entry, EntryType, Moment, Outcome
from hrjournal.domain.history import DateRange, DayUse, History
from hrjournal.report.patterns.diary import Diary
from hrjournal.report.patterns.questions import topics
from hrjournal.report.patterns.view import links, standing
from support.builders import ALCOHOL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

START: Final = 739_000
COVERED: Final = 0.85
THIRD: Final = 1 / 3
SPREAD: Final = 2.5  # drinks in one standard deviation
TRIGGERS: Final = ("argument", "bored", "stress", "party", "payday", "tired")
WAYS: Final = ("walk", "music", "shower", "delay")
CYCLE: Final = (-0.4, -0.4, -0.3, -0.1, 0.7, 0.8, -0.3)  # in standard deviations
LENGTHS: Final = (56, 84, 182)
MEMORIES: Final = (0.0, 0.4, 0.6, 0.8)
SPELLS: Final = (0.0, 0.5)


class Cell(NamedTuple):
    """Which people: about how many logged days, how long their memory and spells of triggers.

    `more` is what days with an argument add to use, `lower` what mood is lower by on the day
    after a heavier one, both in standard deviations. With `along`, triggers are noted along with
    use alone.
    """

    days: int
    memory: float
    spell: float
    more: float = 0.0
    lower: float = 0.0
    along: bool = False

    @property
    def span(self) -> int:
        """How many days these are with those that are not logged."""
        return round(self.days / COVERED)


NULL_CELLS: Final = tuple(
    Cell(days, memory, spell) for days in LENGTHS for memory in MEMORIES for spell in SPELLS
)


def claims(cell: Cell, number: int) -> set[tuple[str, str]]:
    """What stands out for one of the people of a cell: the question, and its word."""
    diary = Diary(journal(cell, number), ALCOHOL, START + cell.span)
    return standing(links(diary, topics(diary)))


def counted(cell: Cell, people: int) -> Counter[tuple[str, str] | None]:
    """For how many people each thing stands out; under None, for how many anything does."""
    found: Counter[tuple[str, str] | None] = Counter()
    for number in range(people):
        said = claims(cell, number)
        found.update(said)
        found[None] += bool(said)
    return found


def journal(cell: Cell, number: int) -> History:
    """The journal of one of the people of a cell, the same on every run."""
    luck = Random(f"{cell} {number}")
    triggers = [_spells(luck, cell, weekly=place >= 3) for place in range(len(TRIGGERS))]
    use, mood, sleep, urges = (_course(luck, cell) for _ in range(4))
    usual = 0.5 if number % 2 else 5.0
    use = [value + cell.more * here for value, here in zip(use, triggers[0], strict=True)]
    drinks = [max(0, round(usual + SPREAD * value)) for value in use]
    line = sorted(drinks)[-(-2 * len(drinks) // 3) - 1]
    mood[1:] = [
        value - cell.lower * (before > line)
        for value, before in zip(mood[1:], drinks, strict=False)
    ]
    logged = [day for day in range(cell.span) if luck.random() < COVERED]
    urging = _urging(luck, cell, urges)
    records: dict[int, tuple[Entry, ...]] = {}
    for day in logged:
        words = tuple(word for word, days in zip(TRIGGERS, triggers, strict=True) if days[day])
        checkin = Entry(
            type=EntryType.CHECKIN,
            moment=_moment(day, 9),
            mood=min(10, max(0, round(6 + 1.5 * mood[day]))),
            sleep=max(0, 15 * round(28 + 4 * sleep[day])),
            triggers=() if cell.along else words,
        )
        records[START + day] = (checkin, *urging[day])
        if cell.along and drinks[day]:
            log = Entry(type=EntryType.USE, moment=_moment(day, 20), triggers=words)
            records[START + day] += (log.replace(substance=ALCOHOL.key),)
    uses = {START + day: _use(drinks[day]) for day in logged}
    span = DateRange(START, START + cell.span)
    return History(span, {ALCOHOL.key: ALCOHOL}, {ALCOHOL.key: uses}, records, frozenset(uses))


def _course(luck: Random, cell: Cell) -> list[float]:
    """A row of days with a memory and a weekly cycle."""
    return [
        value + CYCLE[day % 7] for day, value in enumerate(_drift(luck, cell.memory, cell.span))
    ]


def _drift(luck: Random, memory: float, count: int) -> Iterator[float]:
    value = luck.gauss(0, 1)
    for _ in range(count):
        yield value
        value = memory * value + sqrt(1 - memory**2) * luck.gauss(0, 1)


def _spells(luck: Random, cell: Cell, *, weekly: bool) -> list[bool]:
    """On which days a trigger is there: a third of them, in spells."""
    found: list[bool] = []
    usual = 0.0
    for day in range(cell.span):
        before = found[-1] - usual if found else 0.0
        usual = THIRD + 0.3 * CYCLE[day % 7] * weekly
        found.append(luck.random() < usual + cell.spell * before)
    return found


def _urging(luck: Random, cell: Cell, course: Sequence[float]) -> list[list[Entry]]:
    """The urges of each day; how they end has the same memory from urge to urge."""
    counts = [max(0, round(0.4 + value)) for value in course]
    ends = _drift(luck, cell.memory, sum(counts))
    return [
        [_urge(luck, day, next(ends)) for _ in range(count)] for day, count in enumerate(counts)
    ]


def _urge(luck: Random, day: int, end: float) -> Entry:
    strength = luck.randint(1, 10)
    return Entry(
        type=EntryType.URGE,
        moment=_moment(day, luck.choice((8, 14, 16, 19, 20, 22, 25))),
        urge=strength,
        copings=tuple(word for word in WAYS if luck.random() < THIRD),
        outcome=Outcome.RODE_OUT if end > 0.1 * strength - 0.8 else Outcome.USED,
    )


def _use(drinks: int) -> DayUse:
    return DayUse(1, "g_alc", drinks * 14_000, drinks * 14_000) if drinks else DayUse(0)


def _moment(day: int, hour: int) -> Moment:
    return Moment((START + day - EPOCH) * DAY + hour * 3600, 0, "UTC")
