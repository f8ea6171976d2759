"""Runs: lighter weeks and lighter days in a row. What says nothing neither adds nor ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import Outcome
from hrjournal.domain.win import WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import middle

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hrjournal.domain.win import Win
    from hrjournal.report.baseline import Course, ExactMean
    from hrjournal.report.wins.beside import FourWeeks
    from hrjournal.report.wins.rule import PersonDay

LATELY: Final = 28  # days
FEWEST_LIKE: Final = 3  # same weekdays behind a median
FAR: Final = 182  # days back in which they are looked for
ANSWERED: Final = frozenset({Outcome.RODE_OUT, Outcome.DELAYED, Outcome.LESS})


class Streak(NamedTuple):
    """How many in a row now, how many at the longest, and how many in all."""

    now: int = 0
    longest: int = 0
    total: int = 0


def streak(verdicts: str) -> Streak:
    """The run of verdicts in order: a row of 1 for lighter and 0 for not."""
    runs = verdicts.split("0")
    return Streak(len(runs[-1]), max(map(len, runs)), verdicts.count("1"))


def lighter_day(scene: PersonDay) -> bool | None:
    """Whether a day was lighter than usual; None where it does not say.

    It was if there was none of what was used in the last 28 days, if something lay below the
    median of its weekday and nothing above, or if an urge passed, came later or led to less.
    """
    if any(entry.outcome in ANSWERED for entry in scene.entries):
        return True
    here = {key: day for key, course in scene.courses.items() if (day := course.day(scene.day))}
    used = [key for key, day in here.items() if day.used]
    if not used:
        lately = [key for key, course in scene.courses.items() if _lately(course, scene.day)]
        return True if lately and all(key in here for key in lately) else None
    return _below_like_days(scene, used)


def _lately(course: Course, day: int) -> bool:
    last = course.use_before(day)
    return last is not None and last >= day - LATELY


def _below_like_days(scene: PersonDay, used: Iterable[str]) -> bool | None:
    """Whether what was used lies below its weekday somewhere and above it nowhere."""
    below = above = False
    for key in used:
        course = scene.courses[key]
        unit = course.days[scene.day].unit
        now, usual = course.days[scene.day].doubled(unit), _like_middle(course, scene.day, unit)
        if now is None or not usual.among:
            return None
        below = below or now * usual.among < usual.total
        above = above or now * usual.among > usual.total
    return below and not above


def _like_middle(course: Course, day: int, unit: str) -> ExactMean:
    """The median of the same weekdays before a day; of too few it rests on nothing."""
    found = list(_like_amounts(course, day, unit))
    return middle(found if len(found) >= FEWEST_LIKE else ())


def _like_amounts(course: Course, day: int, unit: str) -> Iterator[int]:
    for past in range(day - 7, day - FAR - 1, -7):
        amount = course.days[past].doubled(unit) if past in course.days else None
        if amount is not None:
            yield amount


def still_held(four: FourWeeks, held: Win | None) -> bool:
    """Whether a week lies at the lower level that was told to hold, within half a piece."""
    if held is None or held.figures["unit"] != four.unit:
        return False
    week = four.series(WinMeasure.AMOUNT).total(four.week)
    return week.total <= 2 * int(held.figures["now"]) * week.among + four.scene.piece(four.unit)
