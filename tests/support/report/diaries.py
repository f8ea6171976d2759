"""Random diaries, the history that they come to, and what a report says in bare numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from hrjournal.content.levels import levels
from hrjournal.content.mixing import mixing
from hrjournal.domain.entries.entry import DAY, EPOCH
from hrjournal.domain.history import DateRange, DayUse, History
from hrjournal.domain.knowledge.definitions import DrinkingGuide
from hrjournal.domain.substances.substance import Substance
from hrjournal.report.clinical import (
    Answer,
    Interval,
    LevelReached,
    MeasureReport,
    MeasureResult,
    Sum,
    Thresholds,
    WeekdayBreakdown,
    clinical,
)
from support.builders import ALCOHOL, DAY_STARTS, TODAY
from support.report.plain_clinical import Diary, Use

HEAVY = 56_000
LOWER = [20_000, 40_000, 60_000]
HIGHER = [40_000, 60_000, 100_000]
GUIDE = DrinkingGuide("XX", "A body", 2020, (Decimal(100), Decimal(150)), Decimal(40), "", True, ())


def lines(
    heavy: int = HEAVY, chosen: str = "20/40/60", guide: DrinkingGuide | None = None
) -> Thresholds:
    own = heavy != HEAVY
    return Thresholds(heavy, own, levels(), chosen, chosen != "20/40/60", mixing(), guide)


def history_of(diaries: dict[Substance, Diary]) -> History:
    uses = {
        one.key: {day: as_day(day, written, one.unit) for day, written in diary.items()}
        for one, diary in diaries.items()
    }
    written = frozenset(day for days in uses.values() for day in days)
    span = DateRange(min(written, default=TODAY), TODAY + 1)
    return History(span, {one.key: one for one in diaries}, uses, written=written)


def as_day(ordinal: int, written: list[Use], own: str) -> DayUse:
    """What the store would say of a day with these uses."""
    if not written:
        return DayUse(0)
    known = [use for use in written if use.low is not None]
    units = sorted({use.unit for use in known}, key=lambda unit: (unit != own, unit))
    sums = [
        (
            unit,
            sum(use.low or 0 for use in known if use.unit == unit),
            sum(use.high or 0 for use in known if use.unit == unit),
        )
        for unit in units
    ]
    lead, *others = sums or [(own, 0, 0)]
    midnight = (ordinal - EPOCH) * DAY
    clocks = [midnight + use.clock for use in written if use.clock is not None]
    return DayUse(
        len(written),
        *lead,
        unknown=len(written) - len(known),
        others=tuple(others),
        first=min(clocks, default=None),
        last=max(clocks, default=None),
        first_instant=min(clocks, default=None),
        last_instant=max(clocks, default=None),
        untimed=sum(use.clock is None for use in written),
    )


def measured(
    diary: Diary,
    first: int,
    last: int,
    by: Thresholds | None = None,
    substance: Substance = ALCOHOL,
    *,
    chosen: bool = False,
    today: int = TODAY,
) -> dict[str, MeasureResult]:
    found = report({substance: diary}, first, last, by, chosen=chosen, today=today)
    return {one.id: one for one in found.substances[0].measured}


def report(
    diaries: dict[Substance, Diary],
    first: int,
    last: int,
    by: Thresholds | None = None,
    *,
    chosen: bool = False,
    today: int = TODAY,
) -> MeasureReport:
    keys = [one.key for one in diaries]
    window = DateRange(first, last + 1)
    return clinical(history_of(diaries), window, today, by or lines(), keys, chosen=chosen)


def bare(found: MeasureResult) -> Any:
    """A value without its wrapping."""
    return _numbers(found.value) if isinstance(found.value, tuple) else _word(found.value)


def _numbers(value: tuple[Any, ...]) -> Any:
    match value:
        case Interval(low, high):
            return low if low == high else (low, high)
        case Sum(low, high, others, unknown):
            return low, high, {other.unit: (other.low, other.high) for other in others}, unknown
        case LevelReached():
            return value.order
        case WeekdayBreakdown(parts):
            means = [part.mean and _numbers(part.mean) for part in parts]
            counts = [(part.written, part.use_days) for part in parts]
            return [(*count, mean) for count, mean in zip(counts, means, strict=True)]
        case _:
            return tuple(value)


def _word(value: Any) -> Any:
    return value is Answer.YES if isinstance(value, Answer) else value


def plainly(value: Any) -> Any:
    """A plain value in the same form: two ends that are alike are one number."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], Fraction):
        return value[0] if value[0] == value[1] else value
    if isinstance(value, list):
        return [(written, used, plainly(mean)) for written, used, mean in value]
    return value


def diaries(units: tuple[str, ...] = ("g_alc", "jar")) -> st.SearchStrategy[Diary]:
    """Up to 100 days that end today: unwritten, none, and one to three uses.

    Some people know every amount and time, some leave a few out, some leave out many.
    """
    sizes = st.sampled_from([0, 1, 7, 20, 40, 70, 100])
    return st.tuples(sizes, st.sampled_from([0, 0, 1, 8]), st.sampled_from([0, 0, 1])).flatmap(
        lambda drawn: st.lists(_marks(units, *drawn[1:]), min_size=drawn[0], max_size=drawn[0]).map(
            _diary
        )
    )


def _marks(units: tuple[str, ...], hidden: int, mixed: int) -> st.SearchStrategy[Any]:
    """One day; of 24 uses about so many are hidden, and of 9 so many are in another unit."""
    ends = st.tuples(st.integers(1, 90_000), st.sampled_from([0, 0, 0, 1, 9_000]))
    amounts = st.sampled_from([1] * (24 - hidden) + [0] * hidden)
    unit = st.sampled_from([units[0]] * 8 + [units[-1]] * mixed)
    clocks = st.integers(DAY_STARTS, DAY_STARTS + DAY - 1)
    use = st.builds(_use, amounts, ends, unit, clocks)
    some = st.lists(use, min_size=1, max_size=3)
    return st.one_of(st.just(None), st.just([]), st.just([]), some, some)


def _use(known: int, ends: tuple[int, int], unit: str, clock: int) -> Use:
    low, more = ends
    if known:
        return Use(low, low + more, unit, clock)
    return Use(None, None, unit, clock if low % 2 else None)


def _diary(marks: list[list[Use] | None]) -> Diary:
    return {TODAY - place: mark for place, mark in enumerate(marks) if mark is not None}
