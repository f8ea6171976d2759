"""Journals made of marks, so that a test can be read at a glance.

`history("2 0 . ? 3")` is five days that end on `TODAY`: two, none, unwritten, some, three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrjournal.domain.entries.entry import DAY, EPOCH, Entry, EntryType, Moment
from hrjournal.domain.history import BaselinePin, DateRange, DayUse, History
from hrjournal.domain.substances.substance import Kind, Substance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TODAY = 739_943  # Mon 23 Nov 2026
DAY_STARTS = 4 * 3600

ALCOHOL = Substance(
    "alcohol",
    "Alcohol",
    Kind("alcohol", "Alcohol", group="alcohol", units=("std_drink",), hard_stop=True),
    "g_alc",
    1,
)
CANNABIS = Substance(
    "cannabis", "Cannabis", Kind("cannabis", "Cannabis", group="cannabis"), "joint", 2
)
COCAINE = Substance("cocaine", "Cocaine", Kind("cocaine", "Cocaine", group="cocaine"), "line", 3)
DIAZEPAM = Substance(
    "diazepam",
    "Diazepam",
    Kind("benzodiazepines", "Benzodiazepines", group="benzodiazepines", hard_stop=True),
    "pill",
    4,
)
HEROIN = Substance(
    "heroin", "Heroin", Kind("heroin", "Heroin", group="opioids", opioid=True), "bag", 5
)
METHADONE = Substance(
    "methadone",
    "Methadone",
    Kind("moud", "Opioid treatment", group="opioids", medicine=True, opioid=True),
    "mg",
    6,
)


def history(
    marks: str | Iterable[str],
    *,
    substance: Substance = ALCOHOL,
    unit: str | None = None,
    end: int = TODAY,
    each: int = 1000,
    records: Iterable[Entry] = (),
    start: BaselinePin | None = None,
) -> History:
    """A journal of one substance whose last mark is the day `end`.

    A mark is `0` (none), `.` (unwritten), `?` (some) or an amount, in which 1 is `each`
    thousandths of `unit`: `2`, `2-4`, `2+?` (two and some more), `2mg` (in another unit).
    `@` adds clock times, of which those before 4:00 are of the night after: `2@22:30`,
    `2@20:00-01:15`. `*` repeats: `0*7`.
    """
    written: dict[int, DayUse] = {}
    spread = _spread(marks.split() if isinstance(marks, str) else marks)
    first = end - len(spread) + 1
    for number, mark in enumerate(spread):
        if mark != ".":
            written[first + number] = day(
                mark, first + number, unit=unit or substance.unit, each=each
            )
    noted = by_day(records)
    return History(
        DateRange(min([first, *noted]), end + 1),
        {substance.key: substance},
        {substance.key: written},
        noted,
        frozenset(written) | frozenset(noted),
        {} if start is None else {substance.key: start},
    )


def together(*histories: History) -> History:
    """Several journals as one; of a substance in two of them, the later one stands."""
    substances: dict[str, Substance] = {}
    uses: dict[str, Mapping[int, DayUse]] = {}
    starts: dict[str, BaselinePin] = {}
    entries: list[Entry] = []
    written: frozenset[int] = frozenset()
    for one in histories:
        substances |= one.substances
        uses |= one.uses
        starts |= one.baseline_pins
        entries += [entry for noted in one.records.values() for entry in noted]
        written |= one.written
    days = DateRange(
        min(one.days.start for one in histories), max(one.days.end for one in histories)
    )
    return History(days, substances, uses, by_day(entries), written, starts)


def day(mark: str, ordinal: int, *, unit: str = "g_alc", each: int = 1000) -> DayUse:
    """One written day from its mark."""
    if mark == "0":
        return DayUse(0)
    amount, _, clock = mark.partition("@")
    first, last, untimed = None, None, 1
    if clock:
        begun, _, ended = clock.partition("-")
        first, last, untimed = local(ordinal, begun), local(ordinal, ended or begun), 0
    clocks = _clock(first, last)
    uses = 2 if "-" in clock else 1
    known, _, some = amount.partition("+")
    if known == "?":
        return DayUse(uses, unit, unknown=1, untimed=untimed)._replace(**clocks)
    number = known.rstrip("abcdefghijklmnopqrstuvwxyz_")
    low, _, high = number.partition("-")
    return DayUse(
        uses + len(some),
        known[len(number) :] or unit,
        round(float(low) * each),
        round(float(high or low) * each),
        unknown=len(some),
        untimed=untimed,
    )._replace(**clocks)


def _clock(first: int | None, last: int | None) -> dict[str, Any]:
    """The first and last use by the wall clock and as instants: the place is on UTC."""
    return {"first": first, "last": last, "first_instant": first, "last_instant": last}


def local(ordinal: int, clock: str, starts: int = DAY_STARTS) -> int:
    """Seconds since 1970 on the wall clock; a time before the day starts is of the next date."""
    hours, minutes = clock.split(":")
    seconds = int(hours) * 3600 + int(minutes) * 60
    return (ordinal - EPOCH + (seconds < starts)) * DAY + seconds


def entry(type_: EntryType, ordinal: int = TODAY, clock: str = "20:00", **fields: Any) -> Entry:
    """A record at a time on a day, in a place on UTC."""
    return Entry(type=type_, moment=Moment(local(ordinal, clock), 0, "UTC"), **fields)


def by_day(entries: Iterable[Entry]) -> dict[int, tuple[Entry, ...]]:
    """Records under their day, oldest first."""
    found: dict[int, tuple[Entry, ...]] = {}
    for one in sorted(entries, key=lambda one: one.moment.instant):
        ordinal = one.moment.day(DAY_STARTS)
        found[ordinal] = (*found.get(ordinal, ()), one)
    return found


def _spread(marks: Iterable[str]) -> list[str]:
    spread: list[str] = []
    for mark in marks:
        one, _, times = mark.partition("*")
        spread += [one] * int(times or 1)
    return spread
