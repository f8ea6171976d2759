"""A sample journal of half a year: a made-up person who drinks less often, bit by bit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from hrjournal.domain.entries.entry import DAY, EPOCH, Entry, EntryType, Moment, Outcome
from hrjournal.domain.substances.amount import Amount
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LENGTH: Final = 182  # days
DRINK: Final = 14_000  # thousandths of a gram
ALCOHOL: Final = "alcohol"
CANNABIS: Final = "cannabis"
NOTES: Final = {
    20: "Slept badly all week. Work is a lot.",
    47: "Told my sister that I am looking at this. She was kind.",
    75: "Long night after the argument. Ate, drank water, got home with Kim.",
    103: "First Friday in a while without. Cooked instead.",
    131: "Wedding. More than usual, and I wrote it down.",
    160: "Two calm weeks. Mornings are easier.",
}
GOOD_THINGS: Final = {58: "Swam in the lake.", 149: "Fixed the old bike with Ola."}
TRIGGERS: Final = ("stress", "after-work", "argument", "bored", "party", "lonely")
COPINGS: Final = ("walk", "call-someone", "music", "shower", "delay")


class Clockwork(NamedTuple):
    """The zone's clock, as far as a sample needs one."""

    offset: int
    zone: str

    def at(self, day: int, minutes: int, *, timed: bool = True) -> Moment:
        """A moment so many minutes after midnight of a day."""
        local = (day - EPOCH) * DAY + minutes * 60
        return Moment(local - self.offset, self.offset, self.zone, timed)


def sample(today: int, clockwork: Clockwork) -> Iterator[Entry]:
    """The records of the half year that ends yesterday, the oldest first."""
    for number in range(LENGTH):
        day = today - LENGTH + number
        if 84 <= number < 91 or _chance(number, "unwritten") < 0.07:
            continue  # a week away from the journal, and days here and there
        yield from _evening(number, day, clockwork)
        yield from _rest(number, day, clockwork)


def _evening(number: int, day: int, clockwork: Clockwork) -> Iterator[Entry]:
    calmer = number / LENGTH
    weekend = 0.2 if day % 7 in {5, 6} else 0.0
    drinks = _drinks(number, calmer)
    if number in {75, 131}:
        drinks = 9
    elif _chance(number, "dry") > 0.72 - 0.38 * calmer + weekend:
        drinks = 0
    if not drinks:
        yield _none(day, ALCOHOL, clockwork)
    else:
        yield from _drinking(number, day, drinks, clockwork)
    if _chance(number, "smoke") < 0.3 - 0.1 * calmer:
        moment = clockwork.at(day, 22 * 60 + int(60 * _chance(number, "hour")))
        yield Entry(
            type=EntryType.USE,
            moment=moment,
            written=moment.instant + 300,
            substance=CANNABIS,
            amount=Amount(1000, 1000, "joint", typed="1"),
        )
    elif _chance(number, "said") < 0.8:
        yield _none(day, CANNABIS, clockwork)


def _drinks(number: int, calmer: float) -> int:
    return max(1, round(5.4 - 2.6 * calmer + 2.4 * (_chance(number, "drinks") - 0.5)))


def _drinking(number: int, day: int, drinks: int, clockwork: Clockwork) -> Iterator[Entry]:
    calmer = number / LENGTH
    start = int(17.6 * 60 + 100 * calmer + 70 * _chance(number, "start"))
    first = max(1, drinks // 2)
    for part, (count, minutes) in enumerate(((first, start), (drinks - first, start + 110))):
        if not count:
            continue
        moment = clockwork.at(day, minutes)
        grams = count * DRINK
        steps: tuple[str, ...] = ()
        if part == 0 and _chance(number, "step") < 0.25 + 0.45 * calmer:
            steps = ("ate", "water") if _chance(number, "which") < 0.5 else ("not-alone",)
        yield Entry(
            type=EntryType.USE,
            moment=moment,
            written=moment.instant + 600,
            substance=ALCOHOL,
            amount=Amount(grams, grams, "g_alc", typed=str(count)),
            triggers=(_pick(TRIGGERS, number, "trigger"),) if part == 0 else (),
            steps=steps,
            note=NOTES.get(number) if part == 0 else None,
        )


def _rest(number: int, day: int, clockwork: Clockwork) -> Iterator[Entry]:
    calmer = number / LENGTH
    if _chance(number, "checkin") < 0.62:
        moment = clockwork.at(day, 9 * 60 + 20)
        yield Entry(
            type=EntryType.CHECKIN,
            moment=moment,
            written=moment.instant,
            mood=round(4.4 + 1.6 * calmer + 2.6 * (_chance(number, "mood") - 0.5)),
            sleep=int(60 * (6.1 + 0.9 * calmer + 1.4 * (_chance(number, "sleep") - 0.5))),
        )
    if _chance(number, "urge") < 0.16:
        moment = clockwork.at(day, 16 * 60 + 40)
        strength = round(7 - 1.5 * calmer + 2 * (_chance(number, "strength") - 0.5))
        rode = _chance(number, "rode") < 0.45 + 0.4 * calmer
        yield Entry(
            type=EntryType.URGE,
            moment=moment,
            written=moment.instant + 1500,
            urge=strength,
            urge_after=max(0, strength - 3) if rode else strength,
            minutes=15 + int(20 * _chance(number, "minutes")),
            triggers=(_pick(TRIGGERS, number, "urge-trigger"),),
            copings=(_pick(COPINGS, number, "coping"),),
            outcome=Outcome.RODE_OUT if rode else Outcome.LESS,
        )
    if number in {62, 131}:
        words = "payday" if number == 62 else "Ola's wedding"
        moment = clockwork.at(day, 12 * 60, timed=False)
        yield Entry(type=EntryType.EVENT, moment=moment, written=moment.instant, note=words)
    if number in GOOD_THINGS:
        yield Entry(
            type=EntryType.GOOD,
            moment=clockwork.at(day, 12 * 60, timed=False),
            written=clockwork.at(day, 12 * 60).instant,
            note=GOOD_THINGS[number],
            score=8,
        )


def _none(day: int, key: str, clockwork: Clockwork) -> Entry:
    moment = clockwork.at(day, 12 * 60, timed=False)
    return Entry(type=EntryType.NONE, moment=moment, written=moment.instant, substance=key)


def _chance(number: int, what: str) -> float:
    """A number from 0 to 1 that is the same on every run."""
    return crc32(f"{what} {number}".encode()) / 2**32


def _pick(words: tuple[str, ...], number: int, what: str) -> str:
    return words[int(_chance(number, what) * len(words))]
