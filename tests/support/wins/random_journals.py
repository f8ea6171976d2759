"""Journals by chance, made so that every rule of small wins has something to find in some."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

from hrjournal.domain.entries.entry import DAY, EPOCH, Entry, EntryType, Outcome
from hrjournal.domain.history import BaselinePin, DateRange, DayUse, History
from hrjournal.domain.win import HeavyDayThresholds, Yardstick
from support.builders import ALCOHOL, CANNABIS, COCAINE, DIAZEPAM, METHADONE, TODAY, by_day, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hrjournal.domain.substances.substance import Substance

TRACKED = (ALCOHOL, CANNABIS, COCAINE, DIAZEPAM._replace(unit="mg"), METHADONE)
LONGEST = 60  # weeks
OUTCOMES = (*Outcome, None)


class RandomJournal(NamedTuple):
    """A history, the day after its last one, and what its wins are measured by."""

    history: History
    today: int
    yardstick: Yardstick


class Habits(NamedTuple):
    """How somebody uses one substance for some weeks."""

    chances: tuple[float, ...]  # of use, by weekday
    most: int  # pieces on a day
    hour: int


class Writing(NamedTuple):
    """How somebody writes of one substance."""

    logged: float
    unknown: float
    odd: float  # days in another unit, or of a span
    timed: float
    many: float  # days with several uses
    flies: int  # on this day to a place whose clock is `ahead`
    ahead: int


def random_journal(seed: int) -> RandomJournal:
    luck = Random(f"journal {seed}")
    weeks = luck.choice((0, 1, 6, 12, 16, 20, 26, 34, LONGEST))
    days = DateRange(TODAY - 7 * weeks - luck.randrange(7), TODAY)
    tracked = luck.sample(TRACKED, luck.choice((1, 1, 2, 3)))
    drink = luck.choice((14_000, 10_000))
    noted = by_day(_records(luck, days)) if luck.random() < 0.5 else {}
    uses = {one.key: dict(_days(luck, one, days, drink)) for one in tracked}
    pins = {one.key: _pin(luck, one, days, drink) for one in tracked if luck.random() < 0.3}
    return RandomJournal(
        History(
            DateRange(min([days.start, *noted]), TODAY + 1),
            {one.key: one for one in tracked},
            uses,
            noted,
            frozenset(noted).union(*uses.values()),
            pins,
        ),
        TODAY,
        Yardstick(
            HeavyDayThresholds(heavy=luck.choice((4, 5)) * drink),
            drink,
            luck.choice((0, 6, luck.randrange(7))),
            frozenset(one.key for one in tracked if luck.random() < 0.2),
        ),
    )


def _pin(luck: Random, substance: Substance, days: DateRange, drink: int) -> BaselinePin:
    if luck.random() < 0.5:
        unit = luck.choice((substance.unit, substance.unit, "pack"))
        each = drink if substance is ALCOHOL else 1000
        return BaselinePin(None, luck.randint(1, 12) * each, luck.randint(1, 7), unit)
    start = luck.choice((days.start, days.start + luck.randrange(60)))
    return BaselinePin(DateRange(start, start + luck.choice((14, 30, 45, 63))))


def _days(
    luck: Random, substance: Substance, days: DateRange, drink: int
) -> Iterator[tuple[int, DayUse]]:
    each = drink if substance is ALCOHOL else 1000
    writing = Writing(
        logged=luck.choice((0.6, 0.85, 1.0, 1.0)),
        unknown=luck.choice((0.0, 0.0, 0.04, 0.2)),
        odd=luck.choice((0.0, 0.0, 0.03)),
        timed=luck.choice((0.0, 0.97, 1.0)),
        many=luck.choice((0.0, 0.5, 1.0)),
        flies=luck.choice(days.every or [0]),
        ahead=3600 * luck.choice((0, 0, 1, 9, -11)),
    )
    scale = luck.choice((1.0, 1.0, 0.15))  # some use rarely
    habits, until = _habits(luck, rising=scale), 0
    for number, day in enumerate(days.every):
        if number >= until:
            habits = _habits(luck, rising=scale * luck.choice((1, 0.7, 0.4)))
            until = number + _stretch(luck)
        if luck.random() < writing.logged:
            yield day, _day(luck, substance, day, habits, writing, each)


def _stretch(luck: Random) -> int:
    return 7 * luck.choice((2, 4, 8, 8, 12, 20))


def _habits(luck: Random, rising: float) -> Habits:
    often = luck.choice((0.03, 0.1, 0.3, 0.6, 0.9, 1.0)) * rising
    weekend = luck.choice((1.0, 2.0))
    chances = tuple(min(1.0, often * (weekend if day >= 4 else 1)) for day in range(7))
    return Habits(
        chances, max(1, round(luck.choice((1, 3, 8, 12)) * rising)), luck.choice((13, 19))
    )


def _day(
    luck: Random, substance: Substance, day: int, habits: Habits, writing: Writing, each: int
) -> DayUse:
    if luck.random() >= habits.chances[(day - 1) % 7]:
        return DayUse(0)
    uses = luck.choice((2, 3)) if luck.random() < writing.many else 1
    low = luck.randint(max(1, habits.most // 2), habits.most) * each
    high = low + luck.choice((each, each // 2, 1)) if luck.random() < writing.odd else low
    made = DayUse(uses, substance.unit, low, high, untimed=uses)
    if luck.random() < writing.timed:
        made = _timed(luck, day, made, habits, writing)
    if luck.random() < writing.unknown:
        return made._replace(unknown=1) if uses > 1 else made._replace(low=0, high=0, unknown=1)
    if luck.random() < writing.odd:
        return made._replace(unit="pack", low=1000, high=1000)
    return made


def _timed(luck: Random, day: int, made: DayUse, habits: Habits, writing: Writing) -> DayUse:
    hours = sorted(habits.hour + luck.randint(-16, 24) / 4 for _ in range(made.uses))
    first, last = ((day - EPOCH) * DAY + int(3600 * hour) for hour in (hours[0], hours[-1]))
    ahead = writing.ahead if day >= writing.flies else 0
    return made._replace(
        first=first,
        last=last,
        untimed=0,
        first_instant=first - ahead,
        last_instant=last - ahead,
    )


def _records(luck: Random, days: DateRange) -> Iterator[Entry]:
    for day in days.every:
        far = (day - days.start) / days.length
        if luck.random() < 0.7:
            mood = min(10, round(3 + 4 * far + luck.random() * 2))
            yield entry(
                EntryType.CHECKIN, day, mood=mood, sleep=luck.randint(380, 400 + int(90 * far))
            )
        if luck.random() < 0.5:
            urge = max(0, round(8 - 5 * far - luck.random() * 2))
            outcome = luck.choice(OUTCOMES) if luck.random() < 0.1 else None
            yield entry(EntryType.URGE, day, "21:00", urge=urge, outcome=outcome)
        if luck.random() < 0.3:
            yield entry(
                EntryType.CHECKIN, day, "22:00", spend=luck.randint(0, 9 - int(6 * far)) * 1000
            )
