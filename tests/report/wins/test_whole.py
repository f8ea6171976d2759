"""Whether small wins are true as a whole, measured on people whose course is known.

Each win can be true by itself while all of them say nothing. So the same people, with the same
luck, go three ways in half a year: to twice as much, nowhere, and to half. The first 8 weeks,
before there is a usual, are not counted.
"""

from __future__ import annotations

from functools import cache
from statistics import mean
from typing import TYPE_CHECKING, NamedTuple

import pytest

from hrjournal.domain.history import DateRange, DayUse
from hrjournal.domain.win import Grade, WinGroup, WinMeasure
from hrjournal.report.safety.stops import stop_notices
from hrjournal.report.wins import judge
from support.builders import TODAY
from support.wins.people import BEGAN, COURSES, HEAVY, PATTERNS, WEEKS, lived

if TYPE_CHECKING:
    from hrjournal.domain.history import History
    from hrjournal.domain.win import Win
    from support.wins.people import Pattern

pytestmark = pytest.mark.slow

PEOPLE = 10  # of each pattern
QUIET = 8  # first weeks that do not count
MONTHS = (WEEKS - QUIET) * 7 / 30.44
OF_USE = {WinGroup.LESS, WinGroup.LESS_OFTEN, WinGroup.LATER}
CLAIMS = {Grade.CHANGING, Grade.HOLDS}


class Told(NamedTuple):
    """What somebody is told of less use."""

    pattern: Pattern
    wins: tuple[Win, ...]

    @property
    def claims(self) -> list[Win]:
        return [win for win in self.wins if win.grade in CLAIMS]


@cache
def told(course: str) -> tuple[Told, ...]:
    """What everybody on a course is told."""
    return tuple(
        Told(pattern, tuple(reductions(pattern, course, number)))
        for pattern in PATTERNS
        for number in range(PEOPLE)
    )


def reductions(pattern: Pattern, course: str, number: int) -> list[Win]:
    history = lived(pattern, COURSES[course], number)
    found = judge(history, DateRange(BEGAN, TODAY + 1), TODAY).wins
    counted = [win for win in found if win.day >= BEGAN + 7 * QUIET]
    return [win for win in counted if win.group in OF_USE and win.grade is not Grade.LOOKS]


def weekly(course: str) -> float:
    return mean(len(one.wins) for one in told(course)) / (WEEKS - QUIET)


def claims(course: str) -> float:
    """Claims of whole weeks in a month of one person."""
    return mean(len(one.claims) for one in told(course)) / MONTHS


def test_less_is_told_more_often_the_less_there_is() -> None:
    assert weekly("doubling") < weekly("same") < weekly("halving")
    assert claims("doubling") < claims("same") < claims("halving")
    assert weekly("halving") > 1.2 * weekly("doubling")
    assert claims("halving") > 8 * claims("doubling")


def test_without_a_change_a_claim_of_one_is_rare() -> None:
    assert claims("same") <= 0.15


def test_half_of_those_who_halve_their_use_hear_it() -> None:
    assert mean(bool(one.claims) for one in told("halving")) >= 0.5


def test_who_does_not_change_is_told_something_and_not_all_the_time() -> None:
    assert 0.2 < weekly("same") < 1.5


def test_no_win_says_less_by_what_nobody_can_write() -> None:
    for course in COURSES:
        for one in told(course):
            for win in one.wins:
                assert apart(win) >= least(win, one.pattern.piece), win


def apart(win: Win) -> float:
    """By how much a win is less: of a day, of a week, or of all days of its window."""
    now, then = (float(win.figures[name]) for name in ("now", "then"))
    if win.measure is WinMeasure.GAP:
        return now - then
    over = win.grade in CLAIMS and win.measure is not WinMeasure.LARGEST
    return (then - now) * (float(win.figures["now_days"]) if over else 1)


def least(win: Win, piece: int) -> float:
    """Half a piece, half a day of use, or a whole day between uses; figures are rounded."""
    if win.measure is WinMeasure.GAP or win.rule == "day_without":
        return 1
    if win.measure in {WinMeasure.DAYS, WinMeasure.HEAVY_DAYS}:
        return 70 / 2
    days = float(win.figures["now_days"])
    return piece / 2 - (days if win.grade in CLAIMS else 1)


def alarmed(history: History, days: range) -> list[bool]:
    """On which of these days a notice about a sudden stop is due."""
    return ["sudden_stop" in {one.rule for one in stop_notices(history, day)} for day in days]


def test_steady_heavy_drinking_brings_no_standing_alarm() -> None:
    days = range(BEGAN + 7 * QUIET, TODAY)
    steady = [lived(HEAVY, COURSES["same"], number) for number in range(PEOPLE)]
    assert mean(due for one in steady for due in alarmed(one, days)) <= 0.04


def test_the_same_people_are_told_by_the_second_day_of_a_sudden_stop() -> None:
    stop = TODAY - 30
    for number in range(PEOPLE):
        before = lived(HEAVY, COURSES["same"], number)
        uses = {day: use for day, use in before.of(HEAVY.substance.key).items() if day < stop}
        uses |= {stop: DayUse(0), stop + 1: DayUse(0)}
        after = before._replace(uses={HEAVY.substance.key: uses})
        assert any(alarmed(after, range(stop, stop + 2))), number
