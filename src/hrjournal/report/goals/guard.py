"""Goals worth a word on safety, and goals that do not go together. Nothing here refuses a goal."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from hrjournal.domain.goals.goal import AMOUNTS, GoalKind
from hrjournal.domain.history import DateRange
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import Course
from hrjournal.report.safety.stop_detector import SuddenStopDetector, Tier
from hrjournal.report.safety.stop_rules import stop_rule_of
from hrjournal.report.safety.stops import BACK
from hrjournal.report.safety.tolerance import is_opioid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrjournal.domain.goals.goal import Goal, GoalVersion
    from hrjournal.domain.history import History
    from hrjournal.domain.knowledge.stop_rule import StopRule

WEEK: Final = 7
USUAL: Final = 28  # days up to the last use that a goal is held beside
WITH_USE: Final = AMOUNTS | {
    *(GoalKind.USE_DAYS, GoalKind.GAP, GoalKind.NOT_BEFORE, GoalKind.NOT_ALONE, GoalKind.NOT_ON),
}


class SteepGoal(NamedTuple):
    """A substance that a goal means to leave or cut steeply, and how dangerous a stop may be."""

    key: str
    tier: Tier


def steep_goals(
    version: GoalVersion, history: History, today: int, keys: Iterable[str]
) -> tuple[SteepGoal, ...]:
    """The substances among `keys` that a goal would stop or cut steeply after near-daily use.

    The rules are those of a sudden stop: which substances, how near-daily, and how much of a fall
    is sudden. The history reaches back 126 days.
    """
    found = ((key, _tier(version, history, today, key)) for key in keys)
    return tuple(SteepGoal(key, tier) for key, tier in found if tier is not None)


def _tier(version: GoalVersion, history: History, today: int, key: str) -> Tier | None:
    substance = history.substances.get(key)
    rule = stop_rule_of(substance.kind) if substance else None
    if substance is None or rule is None:
        return None
    days = DateRange(today - BACK, today + 1).of(history.of(key))
    course = Course(substance, days)
    last = course.use_before(today + 1)
    if last is None or today - last > rule.watch_days or not _steep(version, course, rule, last):
        return None
    return SuddenStopDetector(course, history=history.withdrawal_history).tier(rule, last)


def _steep(version: GoalVersion, course: Course, rule: StopRule, last: int) -> bool:
    """Whether a goal lies further below what was usual up to a day than a slow step."""
    window = DateRange(last - USUAL + 1, last + 1)
    logged = course.written_in(window)
    used = course.use_days(window)
    if version.kind in AMOUNTS:
        among = logged if version.kind is GoalKind.WEEK else used
        doubled = [course.days[day].doubled(version.unit) for day in among]
        known = [amount for amount in doubled if amount is not None]
        usual = Fraction(sum(known), 2 * len(known)) if known else Fraction()
        wanted = Fraction(version.limit, WEEK if version.kind is GoalKind.WEEK else 1)
    else:
        usual, wanted = Fraction(WEEK * len(used), len(logged)), _days_wanted(version)
    return wanted < usual * Fraction(100 - rule.fall_percent, 100)


def _days_wanted(version: GoalVersion) -> Fraction:
    """The days of use a week that a goal has room for."""
    return {
        GoalKind.NONE: Fraction(),
        GoalKind.USE_DAYS: Fraction(version.limit),
        GoalKind.FREE_DAYS: Fraction(WEEK - version.limit),
        GoalKind.NOT_ON: Fraction(WEEK - len(version.weekdays)),
        GoalKind.GAP: Fraction(WEEK, max(1, version.limit)),
    }.get(version.kind, Fraction(WEEK))


def lowers_tolerance(version: GoalVersion, history: History, keys: Iterable[str]) -> str | None:
    """The opioid among `keys` that a goal means to leave; None where there is none."""
    if version.kind is not GoalKind.NONE:
        return None
    known = (history.substances[key] for key in keys if key in history.substances)
    return next((one.key for one in known if is_opioid(one.kind)), None)


def contrary(version: GoalVersion, goals: Sequence[Goal], day: int) -> tuple[Goal, ...]:
    """The goals that hold on a day and say something else of the same as this version does.

    They say two limits in one metric, or one says none and the other has room for use.
    """
    return tuple(goal for goal in goals if (one := goal.on(day)) and _differ(version, one))


def _differ(one: GoalVersion, other: GoalVersion) -> bool:
    kinds = {one.kind, other.kind}
    if GoalKind.NONE in kinds and kinds & WITH_USE:
        return one.about == other.about or not (one if one.kind is GoalKind.NONE else other).about
    same = (one.kind, one.about, one.what) == (other.kind, other.about, other.what)
    alike = (one.limit, one.unit, one.weekdays) == (other.limit, other.unit, other.weekdays)
    return same and not alike and one.kind is not GoalKind.OWN
