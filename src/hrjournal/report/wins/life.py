"""Life beside use: mood, sleep and money in the latest 7 days, beside the usual."""

from __future__ import annotations

from math import lcm
from typing import TYPE_CHECKING

from hrjournal.domain.summary.sections import Section
from hrjournal.domain.win import BaselineKind, Size, WinGroup
from hrjournal.report.baseline import FEWEST_NOW, FEWEST_THEN, ExactMean, latest, size, usual
from hrjournal.report.wins.rule import Finding, life_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hrjournal.domain.entries.entry import Entry
    from hrjournal.report.wins.rule import PersonDay

    Value = Callable[[Entry], int | None]

QUARTER = 15  # minutes
FEWEST_SPENT = 4  # days with money spent behind a usual week


@life_rule(
    "mood_up",
    group=WinGroup.LIFE,
    section=Section.MOOD,
    says="Mood this week: {higher} {against}: {now:tenth} of 10, was {then:tenth} ({days}).",
)
def mood_up(scene: PersonDay) -> Iterator[Finding]:
    """A higher mean mood."""
    now, then = _sides(scene, lambda entry: entry.mood)
    if _enough(now, then) and _mean(then).below(_mean(now)):
        yield _found(scene, now, then, 10, size(_mean(now), _mean(then)))


@life_rule(
    "sleep_up",
    group=WinGroup.LIFE,
    section=Section.MOOD,
    says="Sleep this week: {longer} {against}: {now:hours} a night, was {then:hours} ({days}).",
)
def sleep_up(scene: PersonDay) -> Iterator[Finding]:
    """A quarter of an hour more sleep a night, or better."""
    now, then = _sides(scene, lambda entry: entry.sleep)
    low, high = _mean(then), _mean(now)
    longer = ExactMean(low.total + QUARTER * low.among, low.among)
    if _enough(now, then) and not high.below(longer):
        yield _found(scene, now, then, 1, size(high, low))


@life_rule(
    "spend_less",
    group=WinGroup.LIFE,
    section=Section.MONEY,
    says="Money spent this week: {less} {against}: {now:money} a day, was {then:money} ({days}).",
)
def spend_less(scene: PersonDay) -> Iterator[Finding]:
    """Less money spent per day.

    A day tells its money if some is noted, or if it is written and without use. A use day whose
    money is not noted is left out, and is never taken for a day on which nothing was spent.
    """
    window = latest(scene.day)
    now, then = (_spent(scene, *days) for days in (window, usual(window)))
    noted = sum(1 for total, _ in then if total)
    if noted >= FEWEST_SPENT and _enough(now, then) and _mean(now).below(_mean(then)):
        yield _found(scene, now, then, 1, size(_mean(now), _mean(then)))


def _spent(scene: PersonDay, start: int, end: int) -> Sequence[tuple[int, int]]:
    """The money of each day that tells it."""
    found: list[tuple[int, int]] = []
    for day in range(start, end):
        entries = scene.history.records.get(day, ())
        noted = [entry.spend for entry in entries if entry.spend is not None]
        here = [day_use for course in scene.courses.values() if (day_use := course.day(day))]
        if noted or (here and not any(one.used for one in here)):
            found.append((sum(noted), 1))
    return found


def _sides(scene: PersonDay, value: Value) -> tuple[Sequence[tuple[int, int]], ...]:
    """Each day's sum and count of a value: of the latest 7 days, and of the 28 before them."""
    window = latest(scene.day)
    return tuple(_told(scene, value, *days) for days in (window, usual(window)))


def _told(scene: PersonDay, value: Value, start: int, end: int) -> Sequence[tuple[int, int]]:
    found = []
    for day in range(start, end):
        entries = scene.history.records.get(day, ())
        values = [told for entry in entries if (told := value(entry)) is not None]
        if values:
            found.append((sum(values), len(values)))
    return found


def _mean(days: Sequence[tuple[int, int]]) -> ExactMean:
    """The mean of the means of the days, so that no day weighs more for being told often."""
    whole = lcm(*(count for _, count in days))
    return ExactMean(sum(total * (whole // count) for total, count in days), whole * len(days))


def _enough(now: Sequence[tuple[int, int]], then: Sequence[tuple[int, int]]) -> bool:
    return len(now) >= FEWEST_NOW and len(then) >= FEWEST_THEN


def _found(
    scene: PersonDay,
    now: Sequence[tuple[int, int]],
    then: Sequence[tuple[int, int]],
    times: int,
    how_much: Size,
) -> Finding:
    window = latest(scene.day)
    before = usual(window)
    means = [_mean(days) for days in (now, then)]
    figures = [mean._replace(total=times * mean.total).rounded() for mean in means]
    return Finding(
        since=before.start,
        against=BaselineKind.USUAL,
        size=how_much,
        rests=len(now) + len(then),
        figures={
            "now": figures[0],
            "then": figures[1],
            "now_days": len(now),
            "now_span": window.length,
            "then_span": before.length,
            "then_days": len(then),
            "now_from": window.start,
            "now_to": window.end - 1,
            "then_from": before.start,
            "then_to": before.end - 1,
        },
    )
