"""What comes before any celebration: a sudden stop, a break from opioids, one for another.

The rules err on the side of saying too much. The danger of a sudden stop lies in the days after
it, so the notice stays due for 14 days after the last day at which use was near-daily.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange, DayUse
from hrjournal.domain.substances.units import GRAMS
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, BaselineKind, Notice
from hrjournal.report.baseline import (
    FEWEST_NOW,
    Course,
    ExactMean,
    Tally,
    WindowPair,
    known_part,
    latest,
    usual,
)
from hrjournal.report.safety.tolerance import UNWRITTEN, break_on, is_opioid, rule_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrjournal.domain.history import History
    from hrjournal.domain.substances.substance import Substance
    from hrjournal.report.safety.tolerance import Break

WATCHED = 14  # written days that are looked at, and days for which the notice stays due
NEAR_DAILY = 12
HEAVY = 240_000  # twice 120 g of pure alcohol on a use day, in thousandths
RUN = 28
TOGETHER = "together"  # the figure of a break from all opioids, told of one


class Urgency(IntEnum):
    """Which notice comes first: what can kill in the coming hours, then in the coming days."""

    RETURN = 0  # use of an opioid after a break
    DANGEROUS_MIX = 1
    STOP = 2
    RISKY_MIX = 3
    LONG_BREAK = 4
    BREAK = 5
    OTHER_BREAK = 6
    MIX = 7
    NALOXONE = 8


class SuddenStopDetector:
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
        day_uses = [self.course.days[day] for day in days]
        used = [day for day in day_uses if day.used]
        if len(used) < NEAR_DAILY or self.course.substance.kind.id != "alcohol":
            return len(used) >= NEAR_DAILY
        known = [amount for day in used if (amount := day.doubled(GRAMS)) is not None]
        parts = tuple(part for day in used if (part := known_part(day, GRAMS)))
        if not known:  # how much it was cannot be told, so it may have been a lot
            return sum(parts) >= HEAVY * len(parts)
        window = DateRange(days[0], days[-1] + 1)
        mean = Tally(
            window,
            unit=GRAMS,
            written=len(used),
            used=len(used),
            known=len(known),
            doubled=sum(known),
            parts=parts,
        ).at_least
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
        then, now = DateRange(days[0], days[half]), DateRange(days[half], day + 1)
        unit = self.course.unit(then, now)
        first, last = self.course.tally(then, unit), self.course.tally(now, unit)
        if min(first.known, last.known) >= FEWEST_NOW:
            return _under(last.mean, 9, first.mean, 10)
        return _under(last.rate, 9, first.rate, 10)


def stop_notices(history: History, day: int) -> tuple[Notice, ...]:
    """The safety notices that hold on a day, the most urgent first."""
    notices: list[Notice] = []
    for key, substance in history.substances.items():
        if substance.kind.hard_stop or rule_of(substance.kind):
            course = Course(substance, history.of(key))
            notices += _stop(course, day) + _break(course, day)
    kinds = {key: one.kind.group for key, one in history.substances.items()}
    told = {kinds[one.substance] for one in notices if one.rule == SUDDEN_STOP}
    notices += [one for one in _stops_together(history, day) if kinds[one.substance] not in told]
    notices = _opioids_together(history, day, notices)
    return tuple(sorted(notices, key=lambda notice: (notice.urgency, notice.substance)))


def due(history: History, day: int) -> tuple[Notice, ...]:
    """The notices that a day is worth, the most urgent first.

    The day of a return is the one on which lower tolerance matters most, so a break that ended
    on it is told, and on the day after, when a night is often written down. A break that goes on
    is told for two weeks.
    """
    return tuple(
        notice
        for notice in stop_notices(history, day)
        if notice.rule == SUDDEN_STOP or day < notice.since + WATCHED
    )


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
    pair = WindowPair(BaselineKind.USUAL, course.tally(window, unit), course.tally(before, unit))
    if pair.amounts_enough():
        return _under(pair.then.mean, 4, pair.now.mean, 5)
    return pair.days_enough() and _under(pair.then.rate, 4, pair.now.rate, 5)


def _under(low: ExactMean, parts: int, high: ExactMean, whole: int) -> bool:
    """Whether one mean is less than `parts` in `whole` of another."""
    return low.total * whole * high.among < high.total * parts * low.among


def _stop(course: Course, day: int) -> list[Notice]:
    stop = SuddenStopDetector(course)
    last = stop.last_near(day)
    if last is None or not stop.due(day):
        return []
    days = course.last(WATCHED, last)
    figures = {
        "used": sum(course.days[past].used for past in days),
        "written": len(days),
        "until": last + WATCHED,
    }
    return [Notice(SUDDEN_STOP, course.substance.key, Urgency.STOP, figures, _since(stop, day))]


def _stops_together(history: History, day: int) -> list[Notice]:
    """Stops of several substances of one group: the body counts them together.

    Only days of use are counted here, for amounts of different things do not add up.
    """
    groups: dict[str, list[Substance]] = {}
    for substance in history.substances.values():
        if (
            substance.kind.hard_stop
            and substance.kind.id != "alcohol"
            and history.of(substance.key)
        ):
            groups.setdefault(substance.kind.group, []).append(substance)
    found = []
    for several in groups.values():
        if len(several) > 1:
            together = _together([history.of(one.key) for one in several])
            latest_used = max(several, key=lambda one: _last_use(history.of(one.key)))
            found += _stop(Course(latest_used, together), day)
    return found


def _opioids_together(history: History, day: int, found: list[Notice]) -> list[Notice]:
    """The notices, with that of a return to one opioid after a break from all of them.

    Tolerance is to opioids, not to one of them, so another one brings nobody's old tolerance back.
    """
    several = [substance for substance in history.substances.values() if is_opioid(substance.kind)]
    several = [one for one in several if history.of(one.key)]
    if len(several) < 2 or any(one.urgency == Urgency.RETURN for one in found):
        return found
    latest_used = max(several, key=lambda one: _last_use(history.of(one.key)))
    together = _together([history.of(one.key) for one in several])
    back = _break(Course(latest_used, together), day)
    if not back or back[0].urgency != Urgency.RETURN:
        return found
    notice = back[0]._replace(figures={**back[0].figures, TOGETHER: 1})
    return [notice, *(one for one in found if one.rule != OPIOID_BREAK)]


def _together(courses: Sequence[Mapping[int, DayUse]]) -> dict[int, DayUse]:
    """The days of several: use where any was used, none where every written one says none."""
    return {
        day: DayUse(uses, unknown=uses)
        for day in sorted({day for course in courses for day in course})
        for uses in [sum(course[day].uses for course in courses if day in course)]
    }


def _last_use(days: Mapping[int, DayUse]) -> int:
    return max((day for day, day_use in days.items() if day_use.used), default=0)


def _since(stop: SuddenStopDetector, day: int) -> int:
    """The first day of a run of days on which a stop has been due; four weeks back at most."""
    first = day
    for past in range(day - 1, day - RUN, -1):
        if past not in stop.course.days:
            continue
        if not stop.due(past):
            break
        first = past
    return first


def _break(course: Course, day: int) -> list[Notice]:
    found = break_on(course, day) or _ended(break_on(course, day - 1))
    if found is None:
        return []
    figures = {"days": found.days, "gap": found.gap, "strong": int(found.strong)}
    words = found.rule.id if found.written else f"{found.rule.id}_{UNWRITTEN}"
    key = course.substance.key
    return [
        Notice(
            found.rule.id,
            key,
            urgency=_urgency(found),
            figures=figures,
            since=found.since,
            words=words,
        )
    ]


def _ended(found: Break | None) -> Break | None:
    """A break of the day before, when use ended it."""
    return found if found and found.ended else None


def _urgency(found: Break) -> Urgency:
    if found.rule.id != OPIOID_BREAK:
        return Urgency.OTHER_BREAK
    if found.ended:
        return Urgency.RETURN
    return Urgency.LONG_BREAK if found.strong else Urgency.BREAK
