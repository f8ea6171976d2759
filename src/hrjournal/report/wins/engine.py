"""Every win of a day, or of a run of days walked once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, HeavyDayThresholds, Win
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import USUAL, Course, latest, pairs
from hrjournal.report.baseline.gaps import Gaps
from hrjournal.report.safety.stops import SuddenStopDetector, rose
from hrjournal.report.safety.tolerance import opioid_break
from hrjournal.report.wins.rule import (
    OF_PERSON,
    OF_SUBSTANCE,
    SUBSTITUTION,
    PersonDay,
    SubstanceDay,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import History
    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import Finding, WinRule

USUALLY = HeavyDayThresholds()


class AssessmentContext(NamedTuple):
    """A history made ready to be walked day by day."""

    history: History
    courses: Mapping[str, Course]
    stops: Mapping[str, SuddenStopDetector]
    gaps: Mapping[str, Gaps]
    yardstick: HeavyDayThresholds


def assess(
    history: History, day: int, today: int, yardstick: HeavyDayThresholds = USUALLY
) -> tuple[Win, ...]:
    """Every win due for a day. Until it is over, it has those that hold at once."""
    return tuple(assess_span(history, DateRange(day, day + 1), today, yardstick))


def assess_span(
    history: History, days: DateRange, today: int, yardstick: HeavyDayThresholds = USUALLY
) -> Iterator[Win]:
    """Every win due for each of these days, oldest first. A day knows nothing of later ones."""
    courses = {
        key: Course(substance, history.of(key))
        for key, substance in history.substances.items()
        if not substance.kind.medicine
    }
    stops = {key: SuddenStopDetector(course) for key, course in courses.items()}
    gaps = {key: Gaps(course, history.day_starts) for key, course in courses.items()}
    ground = AssessmentContext(history, courses, stops, gaps, yardstick)
    for day in range(days.start, min(days.end, today + 1)):
        yield from _of_day(ground, day, closed=day < today)


class SafetyChecks:
    """What has to be thought of beside the wins of one substance on one day."""

    def __init__(self, ground: AssessmentContext, look: SubstanceDay) -> None:
        """Takes the day; everything is looked up when it is first asked for."""
        self._ground = ground
        self._look = look

    @cached_property
    def stopped(self) -> bool:
        """Whether celebrating has to wait, because a sudden stop can be dangerous."""
        return self._ground.stops[self._look.course.substance.key].due(self._look.day)

    @cached_property
    def risen(self) -> str:
        """The names of the other substances that rose."""
        return ", ".join(
            other.substance.name
            for other in self._ground.courses.values()
            if other is not self._look.course and rose(other, self._look.day)
        )

    def told(self, rule: WinRule, figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
        """The figures of a win, with what has to be said beside it."""
        days = opioid_break(self._look.course, self._look.day)
        if OPIOID_BREAK in rule.guards and days:
            figures = {**figures, OPIOID_BREAK: days}
        if SUBSTITUTION in rule.guards and self.risen:
            figures = {**figures, "rose": self.risen}
        return figures


def _of_day(ground: AssessmentContext, day: int, *, closed: bool) -> Iterator[Win]:
    scene = PersonDay(ground.history, day, ground.courses, ground.yardstick)
    for rule, holds in OF_PERSON:
        if closed or rule.at_once:
            for finding in holds(scene):
                yield _win(rule, finding, day)
    for key, course in ground.courses.items():
        if course.written_in(DateRange(day - USUAL + 1, day + 1)):
            beside = pairs(ground.history, course, latest(day)) if closed else ()
            look = SubstanceDay(scene, course, ground.stops[key], ground.gaps[key], beside)
            yield from _of_substance(ground, look, closed=closed)


def _of_substance(ground: AssessmentContext, look: SubstanceDay, *, closed: bool) -> Iterator[Win]:
    care = SafetyChecks(ground, look)
    for rule, holds in OF_SUBSTANCE:
        if not (closed or rule.at_once):
            continue
        for finding in holds(look):
            if SUDDEN_STOP in rule.guards and care.stopped:
                break
            told = care.told(rule, finding.figures)
            key = look.course.substance.key
            yield _win(rule, finding._replace(figures=told, substance=key), look.day)


def _win(rule: WinRule, finding: Finding, day: int) -> Win:
    return Win(
        rule=rule.id,
        day=day,
        since=finding.since,
        group=rule.group,
        substance=finding.substance,
        baseline=finding.against,
        size=finding.size,
        rests=finding.rests,
        figures=finding.figures,
    )
