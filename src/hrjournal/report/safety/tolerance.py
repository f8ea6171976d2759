"""Breaks after which the body handles less than before: when there was one, and how long."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from hrjournal.domain.win import OPIOID_BREAK
from hrjournal.named import NamedTuple

if TYPE_CHECKING:
    from hrjournal.domain.substances.substance import Kind
    from hrjournal.report.baseline import Course

BEFORE: Final = 28  # days up to the last use in which use is looked at
UNWRITTEN: Final = "unwritten"


class ToleranceRule(NamedTuple):
    """After how many days without a break is told, and told more strongly.

    `regular` is how many of the 28 days up to the last use were days of use: without a habit
    there is no tolerance to lose. Opioids ask for none, since there an error can kill.
    """

    id: str
    groups: tuple[str, ...]
    info_after: int
    strong_after: int | None
    regular: int = 0


RULES: Final = (
    ToleranceRule(OPIOID_BREAK, ("opioids", "tramadol", "kratom"), 3, 7),
    ToleranceRule(
        "depressant_break",
        ("alcohol", "benzodiazepines", "gabapentinoids", "ghb"),
        7,
        14,
        regular=12,
    ),
    ToleranceRule(
        "stimulant_break", ("cocaine", "amphetamines", "cathinones"), 14, None, regular=12
    ),
)
BREAK: Final = RULES[0].info_after


class Break(NamedTuple):
    """A break on one day: `days` written as none since the last use, `gap` all days since then.

    `since` is the day on which it reached the level that it has; `ended` says that there was use
    again on the day looked at.
    """

    rule: ToleranceRule
    days: int
    gap: int
    strong: bool
    since: int
    ended: bool

    @property
    def written(self) -> bool:
        """Whether the days written as none are a break by themselves."""
        return self.days >= self.rule.info_after


def rule_of(kind: Kind) -> ToleranceRule | None:
    """The rule that watches a kind; a treatment is watched over by others."""
    if kind.medicine:
        return None
    if kind.opioid:
        return RULES[0]
    return next((rule for rule in RULES if kind.group in rule.groups), None)


def is_opioid(kind: Kind) -> bool:
    """Whether tolerance to it falls within days of a break."""
    return kind.opioid and not kind.medicine


def days_without(course: Course, day: int) -> int:
    """The days written as none since the last use; 0 where no use is known before."""
    return len(_nones(course, day))


def opioid_break(course: Course, day: int) -> int:
    """The days without an opioid, when there are enough for tolerance to have fallen; else 0."""
    found = days_without(course, day) if is_opioid(course.substance.kind) else 0
    return found if found >= BREAK else 0


def break_on(course: Course, day: int) -> Break | None:
    """The break that a day lies in, or that use on this day ended; None when there is none."""
    rule = rule_of(course.substance.kind)
    here = course.days.get(day)
    if rule is None:
        return None
    ended = here is not None and here.used
    last = day - 1 if ended else day
    nones = _nones(course, last)
    uses = bisect_right(course.uses, last)
    if not uses or not _regular(course, course.uses[uses - 1], rule):
        return None
    gap = last - course.uses[uses - 1]
    return _broken(rule, nones, gap, day, ended=ended)


def _broken(
    rule: ToleranceRule, nones: list[int], gap: int, day: int, *, ended: bool
) -> Break | None:
    days = len(nones)
    if days >= rule.info_after:
        strong = rule.strong_after is not None and days >= rule.strong_after
        reached = (rule.strong_after or 0) if strong else rule.info_after
        return Break(
            rule,
            days=days,
            gap=gap,
            strong=strong,
            since=day if ended else nones[reached - 1],
            ended=ended,
        )
    # What was not written is not known. With an opioid a word on it is worth an error.
    if ended and rule.strong_after and gap >= rule.strong_after and rule.id == OPIOID_BREAK:
        return Break(rule, days, gap, strong=False, since=day, ended=True)
    return None


def _nones(course: Course, day: int) -> list[int]:
    """The days written as none after the last use, up to a day."""
    uses = bisect_right(course.uses, day)
    if not uses:
        return []
    first = bisect_right(course.written, course.uses[uses - 1])
    return list(course.written[first : bisect_right(course.written, day)])


def _regular(course: Course, last: int, rule: ToleranceRule) -> bool:
    first = bisect_left(course.uses, last - BEFORE + 1)
    return bisect_right(course.uses, last) - first >= rule.regular
