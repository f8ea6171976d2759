"""What the journal knows of a span of days: used, none and unwritten kept apart."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.domain.substances.substance import Substance

Told = TypeVar("Told")


class DateRange(NamedTuple):
    """A half-open run of days as ordinals: `start` is in it, `end` is not."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many days."""
        return max(0, self.end - self.start)

    @property
    def every(self) -> range:
        """Each of them, in order."""
        return range(self.start, self.end)

    def __contains__(self, day: object) -> bool:
        """Whether a day lies in it."""
        return isinstance(day, int) and self.start <= day < self.end

    def of(self, days: Mapping[int, Told]) -> dict[int, Told]:
        """What is told of these days alone, in order; a long past costs nothing here."""
        return {day: days[day] for day in self.every if day in days}


class DayUse(NamedTuple):
    """One substance on one written day. No uses means: none, and said so.

    Amounts are sums in thousandths of `unit`. Amounts in units that do not convert to it are
    kept apart in `others`. A day that is not in a mapping of days is unwritten.

    The wall clock tells the time of day; how long something took is told by instants, since the
    clock jumps when it is changed and on a flight.
    """

    uses: int
    unit: str = ""
    low: int = 0
    high: int = 0
    unknown: int = 0  # uses whose amount is not known
    others: tuple[tuple[str, int, int], ...] = ()  # (unit, low, high)
    first: int | None = None  # local seconds since 1970 of the first timed use
    last: int | None = None  # and of the last
    untimed: int = 0  # uses of which only the day is known
    first_instant: int | None = None  # seconds since 1970 in UTC of the earliest timed use
    last_instant: int | None = None  # and of the latest

    @property
    def used(self) -> bool:
        """Whether there was use on this day."""
        return self.uses > 0

    def doubled(self, unit: str) -> int | None:
        """Twice the middle of the day's amount in `unit`; 0 on a none day; None if not known.

        Twice, so that the middle of a span stays a whole number.
        """
        if not self.uses:
            return 0
        if self.unknown or self.others or self.unit != unit:
            return None
        return self.low + self.high


NOTHING: Mapping[Any, Any] = MappingProxyType({})


class BaselinePin(NamedTuple):
    """Where a substance began: a pinned period, or the person's own estimate.

    With an estimate, `doubled` is twice the thousandths of `unit` on a use day, and `use_days`
    the use days in a week.
    """

    days: DateRange | None = None
    doubled: int | None = None
    use_days: int | None = None
    unit: str = ""


class History(NamedTuple):
    """A span of days: uses per substance, and every record that says more than an amount.

    `uses` maps a substance's key to its written days. `records` maps a day to the records that
    carry mood, urge, steps, triggers or the like, oldest first. `written` holds every day on
    which anything at all was written. A day begins `day_starts` seconds after 0:00. Someone with
    `withdrawal_history` said that a stop was dangerous for them before.
    """

    days: DateRange
    substances: Mapping[str, Substance]
    uses: Mapping[str, Mapping[int, DayUse]]
    records: Mapping[int, tuple[Entry, ...]] = NOTHING
    written: frozenset[int] = frozenset()
    baseline_pins: Mapping[str, BaselinePin] = NOTHING
    day_starts: int = 14_400
    withdrawal_history: bool = False

    @property
    def in_sight(self) -> History:
        """The same days, without the names of what the person hid."""
        seen = {key: one for key, one in self.substances.items() if not one.hidden}
        return self._replace(substances=seen)

    def of(self, key: str) -> Mapping[int, DayUse]:
        """The written days of one substance."""
        return self.uses.get(key, NOTHING)
