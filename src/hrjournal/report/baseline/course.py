"""One substance through its days, and what it comes to in any window of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from hrjournal.named import NamedTuple
from hrjournal.report.baseline.mean import ExactMean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.history import DateRange, DayUse
    from hrjournal.domain.substances.substance import Substance

USUAL = 28  # days of a usual
FEWEST_THEN = 14  # known days that a usual rests on at least


class Tally(NamedTuple):
    """What one substance comes to in a window. Amounts are doubled thousandths of `unit`."""

    window: DateRange
    unit: str
    written: int
    used: int
    known: int  # days whose amount is known in the unit, days without among them
    doubled: int
    parts: tuple[int, ...] = ()  # what is known of other use days

    @property
    def mean(self) -> ExactMean:
        """The mean of the known days."""
        return ExactMean(self.doubled, self.known)

    @property
    def at_least(self) -> ExactMean:
        """The mean of the known days, with known parts of other days as far as they raise it.

        A use of unknown amount takes its day out of the known days. Without this it could make
        a week look lighter than before it was written down.
        """
        most = self.mean
        for part in sorted(self.parts, reverse=True):
            more = ExactMean(most.total + part, most.among + 1)
            most = more if most.below(more) else most
        return most

    @property
    def rate(self) -> ExactMean:
        """The share of written days with use."""
        return ExactMean(self.used, self.written)


class Course:
    """One substance through its written days, so that any window is summed in one step."""

    def __init__(self, substance: Substance, days: Mapping[int, DayUse]) -> None:
        """Takes the written days of a substance."""
        self.substance = substance
        self.days = days
        self.written: Sequence[int] = sorted(days)
        self.uses: Sequence[int] = [day for day in self.written if days[day].used]
        self._units = {days[day].unit for day in self.uses} - {""}
        self._sums: dict[str, tuple[tuple[int, ...], ...]] = {}
        self._partly: dict[str, dict[int, int]] = {}

    def day(self, day: int) -> DayUse | None:
        """What is written of a day."""
        return self.days.get(day)

    def use_days(self, window: DateRange) -> Sequence[int]:
        """The use days of a window, oldest first."""
        low = bisect_left(self.uses, window.start)
        return self.uses[low : bisect_left(self.uses, window.end)]

    def use_before(self, day: int) -> int | None:
        """The last use day before a day."""
        count = bisect_left(self.uses, day)
        return self.uses[count - 1] if count else None

    def written_in(self, window: DateRange) -> Sequence[int]:
        """The written days of a window, oldest first."""
        low = bisect_left(self.written, window.start)
        return self.written[low : bisect_left(self.written, window.end)]

    def last(self, count: int, day: int) -> Sequence[int]:
        """The last written days up to a day, at most `count`, oldest first."""
        end = bisect_right(self.written, day)
        return self.written[max(0, end - count) : end]

    def unit(self, *windows: DateRange) -> str:
        """The unit with the most use days in these windows; of equal ones its own."""
        if len(self._units) == 1:
            return next(iter(self._units))
        found = [self.days[day].unit for window in windows for day in self.use_days(window)]
        own = self.substance.unit
        named = sorted(unit for unit in found if unit)
        return max(named, key=lambda unit: (named.count(unit), unit == own), default=own)

    def tally(self, window: DateRange, unit: str) -> Tally:
        """What the substance comes to in a window, in one unit."""
        written, used, known, doubled = self._sum(window, unit)
        partly = self._partly[unit] if known < written else {}
        parts = tuple(partly[day] for day in self.use_days(window) if day in partly)
        return Tally(
            window, unit=unit, written=written, used=used, known=known, doubled=doubled, parts=parts
        )

    def _sum(self, window: DateRange, unit: str) -> tuple[int, int, int, int]:
        """Written, used and known days of a window, and twice the amount of the known ones."""
        if unit not in self._sums:
            self._count(unit)
        low, high = (bisect_left(self.written, end) for end in window)
        if low >= high:
            return 0, 0, 0, 0
        used, known, doubled = (each[high] - each[low] for each in self._sums[unit])
        return high - low, used, known, doubled

    def _count(self, unit: str) -> None:
        """Adds up every day once, so that a window is the difference of two sums."""
        counted = zip(*(_counted(self.days[day], unit) for day in self.written), strict=True)
        self._sums[unit] = tuple(tuple(accumulate(each, initial=0)) for each in counted)
        parts = ((day, known_part(self.days[day], unit)) for day in self.uses)
        self._partly[unit] = {day: part for day, part in parts if part}


def _counted(day: DayUse, unit: str) -> tuple[int, int, int]:
    """One day as it enters a tally: used, known, and twice the amount."""
    whole = day.doubled(unit)
    return int(day.used), int(whole is not None), whole or 0


def known_part(day: DayUse, unit: str) -> int:
    """Twice what is known of the amount of a day that is not known as a whole."""
    if day.doubled(unit) is not None:
        return 0
    part = sum(low + high for one, low, high in day.others if one == unit)
    return part + (day.low + day.high if day.unit == unit else 0)
