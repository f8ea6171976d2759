"""What is said of simulated people whose course is known.

Weekdays, a memory of 0.4 from day to day, gaps and unknown amounts: a journal as people keep them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from math import exp, sqrt
from random import Random

import pytest

from hrjournal.domain.history import DateRange, DayUse
from hrjournal.report.measures import measures
from hrjournal.report.trends.direction import direction

MEMORY, SPREAD, UNKNOWN = 0.4, 0.45, 0.02
WEEKDAYS = (0.9, 0.8, 0.9, 1.0, 1.3, 1.6, 1.0)
Course = Callable[[float], float]  # from 0 at the start to 1 at the end: what multiplies amounts


def told(luck: Random, weeks: int, course: Course) -> str:
    """What is said of one person: `less`, `more step`, `same`."""
    noise, uses = luck.gauss(0, 1), {}
    covered = luck.uniform(0.8, 1)
    for day in range(7 * weeks):
        noise = MEMORY * noise + sqrt(1 - MEMORY**2) * luck.gauss(0, 1)
        mean = 6 * WEEKDAYS[day % 7] * course(day / (7 * weeks))
        amount = round(mean * exp(SPREAD * noise - SPREAD**2 / 2)) * 1000
        known = luck.random() >= UNKNOWN
        if luck.random() < covered:
            used = DayUse(1, "g_alc", amount, amount) if known else DayUse(1, "g_alc", unknown=1)
            uses[day] = used if amount else DayUse(0)
    spans = [DateRange(7 * week, 7 * week + 7) for week in range(weeks)]
    said = direction([measures(uses, span, "g_alc") for span in spans])
    return f"{said.way}{' step' if said.step else ''}"


def everybody(weeks: int, people: int, course: Course) -> Counter[str]:
    luck = Random(f"{weeks} {people}")
    return Counter(told(luck, weeks, course) for _ in range(people))


@pytest.mark.slow
@pytest.mark.parametrize(("weeks", "people"), [(9, 500), (13, 500), (26, 400), (52, 200)])
def test_without_change_hardly_anyone_is_told_of_one(weeks: int, people: int) -> None:
    said = everybody(weeks, people, lambda _: 1)
    claims = people - said["same"] - said["None"]
    assert claims <= 0.05 * people + 2 * sqrt(0.05 * 0.95 * people)
    assert said["None"] < 0.2 * people


@pytest.mark.slow
@pytest.mark.parametrize(
    ("course", "own", "other"),
    [
        (lambda when: 1 - 0.6 * when, "less", "less step"),
        (lambda when: 1 + when, "more", "more step"),
        (lambda when: 1.0 if when < 0.5 else 0.5, "less step", "less"),
        (lambda when: 1.0 if when < 0.3 else 0.5, "less step", "less"),
        (lambda when: 1.0 if when < 0.5 else 2.0, "more step", "more"),
    ],
)
def test_a_drift_and_a_step_are_each_told_as_what_they_are(
    course: Course, own: str, other: str
) -> None:
    people = 60
    said = everybody(26, people, course)
    assert said[own] + said[other] > 0.7 * people
    assert said[own] > 1.5 * said[other]
