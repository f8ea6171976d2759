"""What the end of a week brings: a lighter week, and what is changing or holds.

It is loaded on days that end a week, so that writing stays light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.history import DateRange
from hrjournal.domain.win import Grade, Verdict
from hrjournal.report.wins.beside import CourseWeeks, FourWeeks
from hrjournal.report.wins.changing import LOOKS, changing, holding, looks_lighter
from hrjournal.report.wins.life import better_weeks
from hrjournal.report.wins.runs import still_held
from hrjournal.report.wins.series import WEEK
from hrjournal.report.wins.weeks import LIGHTER, lighter_week

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from hrjournal.domain.win import Win, Yardstick
    from hrjournal.report.baseline import Course
    from hrjournal.report.wins.rule import Finding, PersonDay, WinRule

    Found = tuple[WinRule, Finding]

GRID: Final = 4  # weeks from one judging of what is changing to the next


class WeekEnds:
    """The weeks of all substances, and the claims that were made of them so far."""

    def __init__(self, courses: Mapping[str, Course], yardstick: Yardstick) -> None:
        """Takes the days of each substance."""
        self._weeks = {
            key: CourseWeeks(course, yardstick.week_starts, yardstick.lines.heavy)
            for key, course in courses.items()
        }
        self._claims: dict[str | None, Win] = {}
        self._holds: dict[str | None, Win] = {}

    def keep(self, win: Win) -> None:
        """Remembers a claim, for what comes after it."""
        if win.grade is Grade.CHANGING:
            self._claims[win.substance] = win
        elif win.grade is Grade.HOLDS:
            self._holds[win.substance] = win

    def end(
        self,
        scene: PersonDay,
        stopped: Callable[[str, int], bool],
        told: Callable[[Verdict], None],
    ) -> Iterator[Found]:
        """What the week that ends with a day brings; whether it was lighter goes to `told`.

        Nothing is said of a substance while a full notice about its sudden stop is due.
        """
        fours = {key: FourWeeks(scene, weeks) for key, weeks in self._weeks.items()}
        for key, four in fours.items():
            if four.course.written_in(four.span) and not stopped(key, scene.day):
                others = [other for name, other in fours.items() if name != key]
                for rule, finding in self._end_of(four, key, others, told):
                    yield rule, finding._replace(substance=key)
        yield from better_weeks(scene, DateRange(scene.day - WEEK + 1, scene.day + 1))

    def _end_of(
        self,
        four: FourWeeks,
        key: str,
        others: Iterable[FourWeeks],
        told: Callable[[Verdict], None],
    ) -> Iterator[Found]:
        """What the week of one substance brings."""
        week = lighter_week(four, others)
        if week.finding:
            yield LIGHTER, week.finding
        if week.lighter is not None:
            lighter = week.lighter or still_held(four, self._holds.get(key))
            told(Verdict(four.scene.day, key, lighter))
        if four.number % GRID == GRID - 1:
            yield from self._four_weeks(four, key)

    def _four_weeks(self, four: FourWeeks, key: str) -> Iterable[Found]:
        """A claim of four weeks; without one, what holds of the last, or what looks lighter."""
        before = self._claims.get(key)
        claimed = list(changing(four))
        if before is not None and not claimed:
            then = FourWeeks(four.scene._replace(day=before.day), self._weeks[key])
            claimed += holding(four, before, then)
        return [*claimed, *((LOOKS, finding) for finding in looks_lighter(four))]
