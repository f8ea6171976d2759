"""A sudden stop, or a fall that is nearly one, of one substance after near-daily use.

A day without is a stop at once where such days are rare for the person, else from the first day
beyond the longest run of the last eight weeks. All of it is judged on any day, from what was
logged up to that day.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.substances.units import GRAMS
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import WEEK, Course, ExactMean, Tally, known_part
from hrjournal.report.safety.falls import LOOKED_AT, fell, stepped
from hrjournal.report.safety.stop_rules import stop_rule_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrjournal.domain.knowledge.stop_rule import StopRule

RARE: Final = 14  # one day without in so many logged days
FRESH: Final = 2  # days for which the last logged week still says how it is
AGAIN: Final = 7  # days within which one fall is the same fall


class Tier(StrEnum):
    """How much is said of a stop."""

    STEP = "step"  # faster than the pace that guidelines name: one line
    GENTLE = "gentle"
    FULL = "full"
    STRONGEST = "strongest"

    @property
    def holds_wins(self) -> bool:
        """Whether new wins of amounts wait."""
        return self in {Tier.FULL, Tier.STRONGEST}


class Stop(NamedTuple):
    """A stop that is due on a day. `until` is the last day on which it can be.

    `number` counts the days since it was first due, from 0. `used` of `logged` days up to `last`
    were days of use.
    """

    tier: Tier
    since: int
    until: int
    number: int
    last: int
    used: int
    logged: int
    fall: bool = False


class Span(NamedTuple):
    """The days on which a stop, or a fall, can be due."""

    first: int
    until: int
    fall: bool = False


class SuddenStopDetector:
    """Watches a substance that can be dangerous to stop suddenly after near-daily use."""

    def __init__(self, course: Course, *, history: bool = False) -> None:
        """Takes the days of a substance, and whether a stop was dangerous before."""
        self.course = course
        self.rule: StopRule | None = stop_rule_of(course.substance.kind)
        self.watched = self.rule is not None
        self._history = history
        self._tiers: dict[int, Tier | None] = {}
        self._falls: dict[int, Tier | None] = {}

    def due(self, day: int) -> bool:
        """Whether a full notice, or the strongest, is due: new wins of amounts wait."""
        found = self.find(day)
        return found is not None and found.tier.holds_wins

    def find(self, day: int) -> Stop | None:
        """The stop that is due on a day, by what was logged up to it."""
        if self.rule is None:
            return None
        return self._stop(self.rule, day) or self._fall(self.rule, day)

    def tier(self, rule: StopRule, day: int) -> Tier | None:
        """How much a stop after a day is worth saying; None where use was not near-daily."""
        if day not in self._tiers:
            self._tiers[day] = self._tier(rule, day)
        return self._tiers[day]

    def _tier(self, rule: StopRule, day: int) -> Tier | None:
        days = self._lately(day, rule.of_days)
        if sum(self.course.days[past].used for past in days) < rule.near_daily_days:
            return None
        if self._history:
            return Tier.STRONGEST
        if not rule.grams:
            return Tier.FULL
        return self._by_grams(rule, day)

    def _by_grams(self, rule: StopRule, day: int) -> Tier | None:
        """By the mean of use days, of two weeks or of eight, whichever is more."""
        both = (self._grams(self._lately(day, count)) for count in (rule.of_days, LOOKED_AT))
        means = [mean for mean in both if mean.among]
        lines = (
            (rule.strong_grams, Tier.STRONGEST),
            (rule.grams, Tier.FULL),
            (rule.gentle_grams, Tier.GENTLE),
        )
        for grams, tier in lines if means else ():
            if any(mean.total >= 2000 * grams * mean.among for mean in means):
                return tier
        return None if means else Tier.GENTLE  # how much it was is not known

    def _lately(self, day: int, count: int) -> Sequence[int]:
        """The last logged days up to a day, within eight weeks."""
        return [past for past in self.course.last(count, day) if past > day - LOOKED_AT]

    def _grams(self, days: Sequence[int]) -> ExactMean:
        """Twice the mean of use days; what is known in part counts as far as it raises it."""
        used = [one for day in days if (one := self.course.days[day]).used]
        known = [amount for one in used if (amount := one.doubled(GRAMS)) is not None]
        parts = tuple(part for one in used if (part := known_part(one, GRAMS)))
        if not known:
            return ExactMean(sum(parts), len(parts))
        return Tally(
            DateRange(0, 0),
            unit=GRAMS,
            written=len(used),
            used=len(used),
            known=len(known),
            doubled=sum(known),
            parts=parts,
        ).at_least

    def _stop(self, rule: StopRule, day: int) -> Stop | None:
        """A run of days without that is longer than what is usual for the person."""
        run, last = self._run(day)
        if not run or last is None or run[0] - last > LOOKED_AT:
            return None
        until = run[0] - 1 + rule.watch_days
        tier = self.tier(rule, last) if day <= until else None
        usual = self._usual_run(run[0])
        if tier is None or len(run) <= usual:
            return None
        first = run[usual]
        if tier is Tier.GENTLE and day > first + 1:
            return None
        if tier.holds_wins:  # a fall that led here is the same stop
            first = self._fall_since(rule, first)
        return self._told(rule, tier, Span(first, until), day, last)

    def _told(self, rule: StopRule, tier: Tier, span: Span, day: int, last: int) -> Stop:
        days = self._lately(last, rule.of_days)
        return Stop(
            tier,
            since=span.first,
            until=span.until,
            number=day - span.first,
            last=last,
            used=sum(self.course.days[past].used for past in days),
            logged=len(days),
            fall=span.fall,
        )

    def _run(self, day: int) -> tuple[Sequence[int], int | None]:
        """The logged days without since the last use, and the day of that use."""
        last = self.course.use_before(day + 1)
        if last is None:
            return (), None
        return self.course.written_in(DateRange(last + 1, day + 1)), last

    def _usual_run(self, first: int) -> int:
        """How many days without in a row are usual: 0 where a single one is rare."""
        days = self.course.written_in(DateRange(first - LOOKED_AT, first))
        without = [not self.course.days[day].used for day in days]
        if RARE * sum(without) < len(without):
            return 0
        longest = here = 0
        for none in without:
            here = here + 1 if none else 0
            longest = max(longest, here)
        return longest

    def _fall(self, rule: StopRule, day: int) -> Stop | None:
        """A fall that is due; days without after it are those of a stop."""
        latest = self._falling(rule, day)
        tier = self._falls[latest] if latest is not None else None
        if latest is None or tier is None:
            return None
        first = self._fall_since(rule, latest)
        if day >= first + (2 if tier is Tier.GENTLE else rule.watch_days):
            return None
        if any(self._stop(rule, past) for past in range(first - rule.watch_days, first)):
            return None  # it was told as a stop
        span = Span(first, first + rule.watch_days, fall=True)
        return self._told(rule, tier, span, day, first - WEEK)

    def _fall_since(self, rule: StopRule, latest: int) -> int:
        """The first day of a fall; days on which it does not show may lie within it."""
        first = latest
        back = DateRange(latest - 2 * rule.watch_days, latest)
        for past in reversed(self.course.written_in(back)):
            if first - past <= AGAIN and self._fell(rule, past):
                first = past
        return first

    def _falling(self, rule: StopRule, day: int) -> int | None:
        """The latest logged day, where it is a day of use in a fall."""
        latest = next(iter(self.course.last(1, day)), None)
        if latest is None or latest < day - FRESH or not self.course.days[latest].used:
            return None
        return latest if self._fell(rule, latest) else None

    def _fell(self, rule: StopRule, day: int) -> Tier | None:
        """How much a fall up to a logged day is worth saying."""
        if day not in self._falls:
            used = self.course.days[day].used
            sudden = used and fell(self.course, day, rule)
            slower = used and not sudden and stepped(self.course, day, rule)
            tier = self.tier(rule, day - WEEK) if sudden or slower else None
            self._falls[day] = Tier.STEP if tier and slower else tier
        return self._falls[day]
