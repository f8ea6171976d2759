"""Every win of a run of days, walked once. A day knows nothing of later ones."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import OPIOID_BREAK, Verdict, Win, Yardstick
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import Course
from hrjournal.report.baseline.gaps import Gaps
from hrjournal.report.safety.stops import full_stop_due
from hrjournal.report.safety.tolerance import opioid_break
from hrjournal.report.wins import safer, timing, urge  # noqa: F401 - rules enter themselves
from hrjournal.report.wins.days import without_doubles
from hrjournal.report.wins.rule import ACTS, ACTS_WITH, FACTS, RULES, PersonDay, SubstanceDay
from hrjournal.report.wins.runs import lighter_day
from hrjournal.report.wins.series import week_days, week_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrjournal.domain.history import History
    from hrjournal.report.wins.rule import Finding, WinRule
    from hrjournal.report.wins.week_end import WeekEnds

USUALLY: Final = Yardstick()
REACH: Final = 190  # days back that the facts of a day look, and
RECORDS: Final = 100  # those of a week at the records that say more than an amount


class Judged(NamedTuple):
    """What days come to: wins, the oldest first, and whether each was lighter, as far as told.

    Among the wins are lines of weeks that look lighter and are not clearly so; by their grade.
    """

    wins: list[Win]
    verdicts: list[Verdict]


def judge(
    history: History,
    days: DateRange,
    today: int,
    yardstick: Yardstick = USUALLY,
    earlier: Iterable[Win] = (),
) -> Judged:
    """The wins of these days. Until a day is over, it has its acts alone.

    `earlier` are the claims and holds of the days before, the oldest first. The history has to
    hold the last `REACH` days before these; where a week ends in them, all that is written.
    """
    return _Walk(history, yardstick, earlier).through(days, today)


def needs_all(days: DateRange, today: int, week_starts: int) -> bool:
    """Whether a week ends in these days, so that what was long ago is looked at as well."""
    closed = DateRange(days.start, min(days.end, today))
    return any(_ends_week(day, week_starts) for day in closed.every)


def _ends_week(day: int, week_starts: int) -> bool:
    return week_days(week_number(day, week_starts), week_starts).end == day + 1


class _Walk:
    """A history made ready to be walked day by day."""

    def __init__(self, history: History, yardstick: Yardstick, earlier: Iterable[Win]) -> None:
        self.history = history
        self.yardstick = yardstick
        self.courses = {
            key: Course(substance, history.of(key))
            for key, substance in history.substances.items()
            if not substance.kind.medicine
        }
        self._gaps = {key: Gaps(course) for key, course in self.courses.items()}
        self._earlier = earlier
        self._found = Judged([], [])

    @cached_property
    def _week_ends(self) -> WeekEnds:
        from hrjournal.report.wins.week_end import WeekEnds  # noqa: PLC0415 - no log needs it

        ends = WeekEnds(self.courses, self.yardstick)
        for win in self._earlier:
            ends.keep(win)
        return ends

    def through(self, days: DateRange, today: int) -> Judged:
        """Walks these days."""
        for day in range(days.start, min(days.end, today + 1)):
            scene = PersonDay(self.history, day, self.courses, self.yardstick)
            self._add(day, self._acts(scene))
            if day < today:
                self._add(day, self._facts(scene))
                lighter = lighter_day(scene)
                if lighter is not None and not (lighter and self._any_stopped(day)):
                    self._found.verdicts.append(Verdict(day, "", lighter))
                if _ends_week(day, self.yardstick.week_starts):
                    self._end_week(scene)
        return self._found

    def _end_week(self, scene: PersonDay) -> None:
        ends, before = self._week_ends, len(self._found.wins)
        self._add(scene.day, ends.end(scene, self._stopped, self._found.verdicts.append))
        for win in self._found.wins[before:]:
            ends.keep(win)

    def _add(self, day: int, found: Iterable[tuple[WinRule, Finding]]) -> None:
        for rule, finding in found:
            self._found.wins.append(_win(rule, finding, day))

    def _acts(self, scene: PersonDay) -> Iterator[tuple[WinRule, Finding]]:
        for rule, holds in ACTS:
            for finding in holds(scene):
                yield rule, finding
        for look in self._looks(scene):
            for rule, taken in ACTS_WITH:
                for finding in taken(look):
                    yield rule, finding._replace(substance=look.course.substance.key)

    def _looks(self, scene: PersonDay) -> Iterator[SubstanceDay]:
        """Each substance of which something is written on a day."""
        for key, course in self.courses.items():
            if scene.day in course.days:
                yield SubstanceDay(scene, course, self._gaps[key])

    def _facts(self, scene: PersonDay) -> Iterator[tuple[WinRule, Finding]]:
        for look in self._looks(scene):
            key = look.course.substance.key
            found = [
                (rule.id, finding)
                for rule, holds in FACTS
                for finding in holds(look)
                if not (rule.guarded and self._stopped(key, scene.day))
            ]
            for name, finding in without_doubles(found):
                yield RULES[name], _with_break(look, finding)._replace(substance=key)

    def _any_stopped(self, day: int) -> bool:
        """Whether a day is no run to be proud of, for a sudden stop in it can be dangerous."""
        return any(self._stopped(key, day) for key in self.courses)

    def _stopped(self, key: str, day: int) -> bool:
        return full_stop_due(self.history, key, day)


def _with_break(look: SubstanceDay, finding: Finding) -> Finding:
    """With days without an opioid behind it, what they do to tolerance goes along."""
    days = opioid_break(look.course, look.day - 1 if look.used else look.day)
    if not days:
        return finding
    return finding._replace(figures={**finding.figures, OPIOID_BREAK: days})


def _win(rule: WinRule, finding: Finding, day: int) -> Win:
    return Win(
        rule=rule.id,
        day=day,
        grade=rule.grade,
        group=rule.group,
        measure=rule.measure,
        substance=finding.substance,
        baseline=finding.against,
        figures=finding.figures,
        chance=finding.chance,
    )
