"""What comes before any celebration: a sudden stop, a break from opioids, one for another.

The rules err on the side of saying too much. The danger of a sudden stop lies in the days after
it, so the notice stays due for 14 days after the last day at which use was near-daily.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from hrjournal.domain.history import Days
from hrjournal.domain.units import GRAMS
from hrjournal.domain.win import Against, Notice
from hrjournal.report.baseline import (
    FEWEST_NOW,
    Course,
    Mean,
    Pair,
    Tally,
    known_part,
    latest,
    usual,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.substance import Kind

SUDDEN_STOP = "sudden_stop"
OPIOID_BREAK = "opioid_break"
WATCHED = 14  # written days that are looked at, and days for which the notice stays due
NEAR_DAILY = 12
HEAVY = 240_000  # twice 120 g of pure alcohol on a use day, in thousandths
BREAK = 3  # days without an opioid after which tolerance has begun to fall
LONG_BREAK = 7


class Stop:
    """Watches a substance that can be dangerous to stop suddenly after near-daily use."""

    def __init__(self, course: Course) -> None:
        """Takes the days of a substance."""
        self.course = course
        self.watched = course.substance.kind.hard_stop
        self._near: dict[int, bool] = {}
        self._drop: dict[int, bool] = {}

    def due(self, day: int) -> bool:
        """Whether use was near-daily of late and has since been stopped or fallen fast."""
        near = False
        for past in self._recent(day):
            near = near or self.near(past)
            if near and self._dropped(past):
                return True
        return False

    def last_near(self, day: int) -> int | None:
        """The latest written day at which use was near-daily, within the days watched."""
        return next((past for past in reversed(self._recent(day)) if self.near(past)), None)

    def near(self, day: int) -> bool:
        """Whether the last 14 written days up to a written day are near-daily use."""
        if day not in self._near:
            self._near[day] = self._is_near(self.course.last(WATCHED, day))
        return self._near[day]

    def _recent(self, day: int) -> Sequence[int]:
        if not self.watched:
            return ()
        return [past for past in self.course.last(WATCHED + 1, day) if past >= day - WATCHED]

    def _is_near(self, days: Sequence[int]) -> bool:
        found = [self.course.days[day] for day in days]
        used = [day for day in found if day.used]
        if len(used) < NEAR_DAILY or self.course.substance.kind.id != "alcohol":
            return len(used) >= NEAR_DAILY
        known = [amount for day in used if (amount := day.doubled(GRAMS)) is not None]
        parts = tuple(part for day in used if (part := known_part(day, GRAMS)))
        if not known:  # how much it was cannot be told, so it may have been a lot
            return sum(parts) >= HEAVY * len(parts)
        window = Days(days[0], days[-1] + 1)
        mean = Tally(window, GRAMS, len(used), len(used), len(known), sum(known), parts).at_least
        return mean.total >= HEAVY * mean.among

    def _dropped(self, day: int) -> bool:
        """Whether a day is one without or a sharp step, or 7 written days fell by over 10%."""
        if day not in self._drop:
            none = not self.course.days[day].used
            self._drop[day] = none or self._fell(day) or self._stepped(day)
        return self._drop[day]

    def _stepped(self, day: int) -> bool:
        """Whether a day holds no more than half of the smallest of the written days before it.

        A week's mean shows a sharp fall a day late; a day far below all others shows it at once.
        """
        *before, here = (self.course.days[past] for past in self.course.last(WATCHED, day))
        amount = here.doubled(here.unit)
        known = [found for past in before if (found := past.doubled(here.unit)) is not None]
        return bool(amount and len(known) >= WATCHED // 2 and 2 * amount <= min(known))

    def _fell(self, day: int) -> bool:
        days = self.course.last(WATCHED, day)
        if len(days) < WATCHED:
            return False
        half = WATCHED // 2
        then, now = Days(days[0], days[half]), Days(days[half], day + 1)
        unit = self.course.unit(then, now)
        first, last = self.course.tally(then, unit), self.course.tally(now, unit)
        if min(first.known, last.known) >= FEWEST_NOW:
            return _under(last.mean, 9, first.mean, 10)
        return _under(last.rate, 9, first.rate, 10)


def notices(history: History, day: int) -> tuple[Notice, ...]:
    """The safety notices that are due on a day, the most urgent first."""
    found: list[Notice] = []
    for key, substance in history.substances.items():
        kind = substance.kind
        if kind.hard_stop or is_opioid(kind):
            course = Course(substance, history.of(key))
            found += _stop(course, day) + _break(course, day)
    return tuple(sorted(found, key=lambda notice: (notice.urgency, notice.substance)))


def due(history: History, day: int) -> tuple[Notice, ...]:
    """The notices of a day on which one may be written of use after a break.

    The day of a return is the one on which lower tolerance matters most, so the break that ended
    on it is still told.
    """
    here = notices(history, day)
    told = {(notice.rule, notice.substance) for notice in here}
    back = [
        notice
        for notice in notices(history, day - 1)
        if notice.rule == OPIOID_BREAK
        and (notice.rule, notice.substance) not in told
        and (found := history.of(notice.substance).get(day))
        and found.used
    ]
    return tuple(sorted((*here, *back), key=lambda notice: notice.urgency))


def is_opioid(kind: Kind) -> bool:
    """Whether tolerance to it falls in a break; a treatment is watched over by others."""
    return kind.opioid and not kind.medicine


def days_without(course: Course, day: int) -> int:
    """The days written as none since the last use; 0 where no use is known before."""
    uses = bisect_right(course.uses, day)
    if not uses:
        return 0
    last = course.uses[uses - 1]
    return bisect_right(course.written, day) - bisect_right(course.written, last)


def opioid_break(course: Course, day: int) -> int:
    """The days without an opioid, when there are enough for tolerance to have fallen; else 0."""
    found = days_without(course, day) if is_opioid(course.substance.kind) else 0
    return found if found >= BREAK else 0


def substitution(history: History, day: int, substance: str) -> tuple[str, ...]:
    """The other substances of which there was over a quarter more in the latest 7 days."""
    return tuple(
        key
        for key, other in history.substances.items()
        if key != substance and rose(Course(other, history.of(key)), day)
    )


def rose(course: Course, day: int) -> bool:
    """Whether the latest 7 days lie over a quarter above the usual, in amount or else in days."""
    if course.substance.kind.medicine:
        return False
    window = latest(day)
    before = usual(window)
    unit = course.unit(window, before)
    pair = Pair(Against.USUAL, course.tally(window, unit), course.tally(before, unit))
    if pair.amounts_enough():
        return _under(pair.then.mean, 4, pair.now.mean, 5)
    return pair.days_enough() and _under(pair.then.rate, 4, pair.now.rate, 5)


def _under(low: Mean, parts: int, high: Mean, whole: int) -> bool:
    """Whether one mean is less than `parts` in `whole` of another."""
    return low.total * whole * high.among < high.total * parts * low.among


def _stop(course: Course, day: int) -> list[Notice]:
    stop = Stop(course)
    last = stop.last_near(day)
    if last is None or not stop.due(day):
        return []
    days = course.last(WATCHED, last)
    figures = {
        "used": sum(course.days[past].used for past in days),
        "written": len(days),
        "until": last + WATCHED,
    }
    return [Notice(SUDDEN_STOP, course.substance.key, 1, figures)]


def _break(course: Course, day: int) -> list[Notice]:
    found = opioid_break(course, day)
    if not found:
        return []
    strong = found >= LONG_BREAK
    figures = {"days": found, "strong": int(strong)}
    return [Notice(OPIOID_BREAK, course.substance.key, 2 if strong else 3, figures)]
