"""Life beside use: a week whose mood, sleep, urges or spending beat each of the weeks before."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING, Final

from hrjournal.domain.entries.entry import EntryType
from hrjournal.domain.history import DateRange
from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, Grade, WinGroup, WinMeasure
from hrjournal.named import NamedTuple
from hrjournal.report.baseline import ExactMean
from hrjournal.report.wins.rule import Finding, WinRule, enter, one_in, window
from hrjournal.report.wins.series import WEEK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.win import Figure
    from hrjournal.report.wins.rule import PersonDay

    DayValues = Callable[[PersonDay, int], Sequence[int]]

FEWEST_WEEKS: Final = 4  # earlier weeks that a rank rests on at least, and
MOST_WEEKS: Final = 8  # at most
FAR: Final = 12  # weeks back in which they are looked for
FEWEST_DAYS: Final = 4  # days of a week on which it is told
FEWEST_URGES: Final = 3


class LifeRule(NamedTuple):
    """What of life is compared from week to week.

    `apart` is the least by which a week has to be better, in the figure as it is kept: `times`
    the value.
    """

    rule: WinRule
    values: DayValues
    apart: int
    times: int = 1
    higher: bool = True
    fewest: int = FEWEST_DAYS
    fewest_days: int = FEWEST_DAYS


def _rule(name: str, group: WinGroup, measure: WinMeasure, section: Section, says: str) -> WinRule:
    return enter(
        WinRule(
            name,
            grade=Grade.HAPPENED,
            group=group,
            measure=measure,
            section=section,
            template=says,
        )
    )


def _mood(scene: PersonDay, day: int) -> Sequence[int]:
    entries = scene.history.records.get(day, ())
    return [entry.mood for entry in entries if entry.mood is not None]


def _sleep(scene: PersonDay, day: int) -> Sequence[int]:
    entries = scene.history.records.get(day, ())
    return [entry.sleep for entry in entries if entry.sleep is not None]


def _urges(scene: PersonDay, day: int) -> Sequence[int]:
    return [
        entry.urge
        for entry in scene.history.records.get(day, ())
        if entry.type is EntryType.URGE and entry.urge is not None
    ]


def _spent(scene: PersonDay, day: int) -> Sequence[int]:
    """The money of a day: some is noted, or the day is written and without use.

    A use day whose money is not noted is left out, and is never taken for one on which nothing
    was spent.
    """
    entries = scene.history.records.get(day, ())
    noted = [entry.spend for entry in entries if entry.spend is not None]
    here = [day_use for course in scene.courses.values() if (day_use := course.day(day))]
    return [sum(noted)] if noted or (here and not any(one.used for one in here)) else []


LIFE_RULES: Final = (
    LifeRule(
        _rule(
            "mood_up",
            WinGroup.LIFE,
            WinMeasure.LIFE,
            Section.MOOD,
            "Mood this week: {now:tenth} of 10, your best of the last {rank} weeks. "
            "Next best: {then:tenth}.",
        ),
        _mood,
        apart=5,
        times=10,
    ),
    LifeRule(
        _rule(
            "sleep_up",
            WinGroup.LIFE,
            WinMeasure.LIFE,
            Section.MOOD,
            "Sleep this week: {now:hours} a night, your longest of the last {rank} weeks. "
            "Next longest: {then:hours}.",
        ),
        _sleep,
        apart=15,
    ),
    LifeRule(
        _rule(
            "spend_less",
            WinGroup.LIFE,
            WinMeasure.LIFE,
            Section.MONEY,
            "Money spent this week: {now:money} a day, your lowest of the last {rank} weeks. "
            "Next lowest: {then:money}.",
        ),
        _spent,
        apart=500,
        higher=False,
    ),
    LifeRule(
        _rule(
            "calmer_urges",
            WinGroup.URGES,
            WinMeasure.URGE,
            Section.MOOD,
            "Urges this week: {now:tenth} of 10 when they came, your weakest of the last {rank} "
            "weeks. Next weakest: {then:tenth}.",
        ),
        _urges,
        apart=5,
        times=10,
        higher=False,
        fewest=FEWEST_URGES,
        fewest_days=1,
    ),
)


def better_weeks(scene: PersonDay, week: DateRange) -> Iterator[tuple[WinRule, Finding]]:
    """What a closed week has better than each of the last 4 to 8 weeks that can be compared."""
    for life in LIFE_RULES:
        now = _mean(scene, week, life)
        before = list(_worse(scene, week, life, now[0])) if now else []
        if now and len(before) >= FEWEST_WEEKS:
            best = (max if life.higher else min)(value for value, _ in before)
            figures: dict[str, Figure] = {
                "now": now[0],
                "then": best,
                "then_weeks": len(before),
                **window("now", week, now[1]),
                "then_from": before[-1][1],
                "then_to": week.start - 1,
            }
            yield life.rule, Finding(figures, BaselineKind.USUAL, one_in(len(before) + 1))


def _worse(
    scene: PersonDay, week: DateRange, life: LifeRule, now: int
) -> Iterator[tuple[int, int]]:
    """The weeks before that are worse by enough, the newest first, up to the first that is not."""
    found = 0
    for start in range(week.start - WEEK, week.start - FAR * WEEK - 1, -WEEK):
        mean = _mean(scene, DateRange(start, start + WEEK), life)
        if mean is None:
            continue
        better = now - mean[0] if life.higher else mean[0] - now
        if better < life.apart or found == MOST_WEEKS:
            return
        found += 1
        yield mean[0], start


def _mean(scene: PersonDay, week: DateRange, life: LifeRule) -> tuple[int, int] | None:
    """The mean of the means of the days, and on how many it rests.

    So no day weighs more for being told often.
    """
    days = [values for day in week.every if (values := life.values(scene, day))]
    if len(days) < life.fewest_days or sum(map(len, days)) < life.fewest:
        return None
    whole = lcm(*(len(values) for values in days))
    total = sum(sum(values) * (whole // len(values)) for values in days)
    return ExactMean(life.times * total, whole * len(days)).rounded(), len(days)
