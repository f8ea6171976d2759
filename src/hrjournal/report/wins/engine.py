"""Every win of a day, or of a run of days walked once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hrjournal.domain.history import Days
from hrjournal.domain.win import OPIOID_BREAK, SUDDEN_STOP, Win, Yardstick
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import USUAL, Course, latest, pairs
from hrjournal.report.baseline.gaps import Gaps
from hrjournal.report.safety.stops import Stop, rose
from hrjournal.report.safety.tolerance import opioid_break
from hrjournal.report.wins.rule import OF_PERSON, OF_SUBSTANCE, SUBSTITUTION, Look, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hrjournal.domain.history import History
    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import Finding, Rule

USUALLY = Yardstick()


class Ground(NamedTuple):
    """A history made ready to be walked day by day."""

    history: History
    courses: Mapping[str, Course]
    stops: Mapping[str, Stop]
    gaps: Mapping[str, Gaps]
    yardstick: Yardstick


def assess(
    history: History, day: int, today: int, yardstick: Yardstick = USUALLY
) -> tuple[Win, ...]:
    """Every win due for a day. Until it is over, it has those that hold at once."""
    return tuple(assess_span(history, Days(day, day + 1), today, yardstick))


def assess_span(
    history: History, days: Days, today: int, yardstick: Yardstick = USUALLY
) -> Iterator[Win]:
    """Every win due for each of these days, oldest first. A day knows nothing of later ones."""
    courses = {
        key: Course(substance, history.of(key))
        for key, substance in history.substances.items()
        if not substance.kind.medicine
    }
    stops = {key: Stop(course) for key, course in courses.items()}
    gaps = {key: Gaps(course, history.day_starts) for key, course in courses.items()}
    ground = Ground(history, courses, stops, gaps, yardstick)
    for day in range(days.start, min(days.end, today + 1)):
        yield from _of_day(ground, day, closed=day < today)


class Care:
    """What has to be thought of beside the wins of one substance on one day."""

    def __init__(self, ground: Ground, look: Look) -> None:
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

    def told(self, rule: Rule, figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
        """The figures of a win, with what has to be said beside it."""
        days = opioid_break(self._look.course, self._look.day)
        if OPIOID_BREAK in rule.guards and days:
            figures = {**figures, OPIOID_BREAK: days}
        if SUBSTITUTION in rule.guards and self.risen:
            figures = {**figures, "rose": self.risen}
        return figures


def _of_day(ground: Ground, day: int, *, closed: bool) -> Iterator[Win]:
    scene = Scene(ground.history, day, ground.courses, ground.yardstick)
    for rule, holds in OF_PERSON:
        if closed or rule.at_once:
            for finding in holds(scene):
                yield _win(rule, finding, day)
    for key, course in ground.courses.items():
        if course.written_in(Days(day - USUAL + 1, day + 1)):
            beside = pairs(ground.history, course, latest(day)) if closed else ()
            look = Look(scene, course, ground.stops[key], ground.gaps[key], beside)
            yield from _of_substance(ground, look, closed=closed)


def _of_substance(ground: Ground, look: Look, *, closed: bool) -> Iterator[Win]:
    care = Care(ground, look)
    for rule, holds in OF_SUBSTANCE:
        if not (closed or rule.at_once):
            continue
        for finding in holds(look):
            if SUDDEN_STOP in rule.guards and care.stopped:
                break
            told = care.told(rule, finding.figures)
            key = look.course.substance.key
            yield _win(rule, finding._replace(figures=told, substance=key), look.day)


def _win(rule: Rule, finding: Finding, day: int) -> Win:
    return Win(
        rule=rule.id,
        day=day,
        since=finding.since,
        group=rule.group,
        substance=finding.substance,
        against=finding.against,
        size=finding.size,
        rests=finding.rests,
        figures=finding.figures,
    )
