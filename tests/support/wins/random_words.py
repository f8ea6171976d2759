"""Records by chance, as a person writes them into a journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrjournal.domain.entries.entry import Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
from support.builders import ALCOHOL, CANNABIS, TODAY, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from hrjournal.domain.substances.substance import Substance

STEPS = ("carried-naloxone", "tested", "measured", "not-alone")


def random_words(luck: Random, days: int) -> list[Entry]:
    """What was written of so many days up to the one before today, the oldest first."""
    writes = luck.choice((0.8, 1.0))
    found: list[Entry] = []
    for day in range(TODAY - days, TODAY):
        falls = 1 - 0.8 * (day - TODAY + days) / days
        for substance, each in ((ALCOHOL, 14_000), (CANNABIS, 1000)):
            if luck.random() < writes:
                found += _of_day(luck, substance, day, falls * each)
        if luck.random() < 0.8:
            mood = luck.randint(2, 4) + 3 * (falls < 0.6)  # better from one week to the next
            found.append(_entry(EntryType.CHECKIN, day, "09:00").replace(mood=mood))
        if luck.random() < 0.4:
            found.append(_beside(luck, day))
    return found


def _of_day(luck: Random, substance: Substance, day: int, scale: float) -> Iterator[Entry]:
    weekend = 0.9 if day % 7 in {5, 6} else 0.4
    if luck.random() > weekend:
        yield _entry(EntryType.NONE, day, "12:00", substance)
        return
    for number in range(luck.choice((1, 1, 2))):
        much = round(luck.randint(1, 6) * scale / 100) * 100 or None
        amount = Amount(much, much, substance.unit) if luck.random() < 0.95 else None
        clock = f"{18 + 2 * number}:{luck.randrange(60):02}"
        yield _entry(EntryType.USE, day, clock, substance, amount, timed=luck.random() < 0.9)


def _beside(luck: Random, day: int) -> Entry:
    """A night, an urge or a safer step."""
    clock = f"10:{luck.randrange(60):02}"
    sort = luck.choice((EntryType.CHECKIN, EntryType.URGE, EntryType.STEP))
    if sort is EntryType.CHECKIN:
        return _entry(sort, day, clock).replace(sleep=luck.randint(300, 540))
    if sort is EntryType.URGE:
        outcome = luck.choice((None, *Outcome))
        return _entry(sort, day, clock).replace(urge=luck.randint(1, 9), outcome=outcome)
    return _entry(sort, day, clock).replace(steps=(luck.choice(STEPS),))


def _entry(
    sort: EntryType,
    day: int,
    clock: str,
    substance: Substance | None = None,
    amount: Amount | None = None,
    *,
    timed: bool = True,
) -> Entry:
    instant = local(day, clock)
    return Entry(
        type=sort,
        moment=Moment(instant, 0, "UTC", timed=timed),
        substance=substance.key if substance else None,
        amount=amount,
        written=instant,
    )


def changed(luck: Random, entry: Entry) -> Entry:
    """A record as it may be corrected; it stays of its day and its sort."""
    if entry.amount is not None and entry.amount.low is not None:
        much = entry.amount.low * luck.choice((1, 2, 3)) // 2
        return entry.replace(amount=entry.amount._replace(low=much, high=much))
    if entry.type is EntryType.URGE:
        return entry.replace(outcome=luck.choice((None, *Outcome)))
    return entry.replace(note="said otherwise")
