"""Lives of people, written day by day: every reply is approved, and notices are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from conftest import Answer

Run = Callable[..., "Answer"]
Words = tuple[str, ...]
Said = Iterator[tuple[str, Words]]  # the time of day, and a command
MONDAY: Final = date(2026, 6, 1)


def beers(day: int, luck: Random) -> Said:
    """Eight or nine beers a night for three weeks, then none."""
    if day < 21:
        yield "23:30", ("log", "beer", str(luck.choice([8, 8, 9, 9, 9])))
    else:
        yield "21:00", ("none", "alcohol")
        yield "21:05", ("today",)


def step_down(day: int, _luck: Random) -> Said:
    """Diazepam from 10 to 7 mg, two weeks a step."""
    yield "21:00", ("log", "diazepam", f"{10 - day // 14}mg")
    if day % 14 == 13:
        yield "21:05", ("wins",)


def after_a_break(day: int, _luck: Random) -> Said:
    """Heroin daily, 34 days without, and then again."""
    if day < 20:
        yield "20:00", ("log", "heroin", "2", "bags")
    elif day < 54:
        yield "20:00", ("none", "heroin")
    else:
        alone = ("--with", "alone") if day == 56 else ()
        yield "22:00", ("log", "heroin", "1", "bag", *alone)
        yield "22:05", ("today",)


def treated(day: int, _luck: Random) -> Said:
    """Methadone each morning; one evening with heroin, one with vodka and diazepam."""
    yield "09:00", ("log", "methadone", "60mg")
    if day == 20:
        yield "21:00", ("log", "heroin", "1", "bag")
    if day == 27:
        yield "21:00", ("log", "vodka", "3")
        yield "21:30", ("log", "diazepam", "10mg")
    if day % 7 == 6:
        yield "21:40", ("today",)


def fewer_cigarettes(day: int, luck: Random) -> Said:
    """From 20 cigarettes to 8 in six weeks, written down at bedtime."""
    count = 20 if day < 7 else max(8, round(20 - 12 * (day - 7) / 41 + luck.uniform(-2, 2)))
    yield f"23:{luck.randrange(10, 50)}", ("log", "cigarettes", str(count))
    if day % 7 == 6:
        yield "23:55", ("wins",)


def a_pack_a_day(day: int, luck: Random) -> Said:
    """A pack a day, written down whenever it is bedtime."""
    minutes = 21 * 60 + luck.randrange(175)
    clock = f"{minutes // 60:02}:{minutes % 60:02}"
    yield clock, ("log", "cigarettes", str(20 + luck.choice([-1, 0, 0, 1])))
    if day % 7 == 6:
        yield "23:58", ("wins",)


def steady(day: int, luck: Random) -> Said:
    """The same for twelve weeks, as days differ."""
    count = max(0, round(luck.gauss(3 if day % 7 < 4 else 4.5, 1.3)))
    yield "22:30", ("log", "beer", str(count)) if count else ("none", "alcohol")
    if day % 7 == 6:
        yield "23:00", ("wins",)


def weekends(day: int, luck: Random) -> Said:
    """Beer and cocaine at weekends; after six weeks the two are kept apart."""
    if day % 7 in {4, 5}:
        yield "21:00", ("log", "beer", str(luck.choice([4, 5, 6])))
        yield from _apart(luck) if day >= 42 else [("23:00", ("log", "cocaine", "1", "line"))]
    elif luck.random() < 0.8:
        yield "22:00", ("none", "alcohol")
    if day % 7 == 6:
        yield "23:30", ("wins",)


def _apart(luck: Random) -> Said:
    if luck.random() < 0.5:
        yield "23:00", ("none", "cocaine")
    yield "23:10", ("step", "one-at-a-time", "water")


# Each life, its days, and how often it hears of each danger, by the first words of a notice.
LIVES: Final[list[tuple[Callable[[int, Random], Said], int, dict[str, int]]]] = [
    (beers, 25, {"Stopping or cutting down alcohol fast can be dangerous": 1}),
    (step_down, 56, {}),
    (
        after_a_break,
        59,
        {
            "Your body may be used to less heroin now": 1,
            "Your body is used to much less heroin now": 2,
            "Your body is still used to less heroin": 4,
        },
    ),
    (
        treated,
        35,
        {
            "Methadone and heroin, 12 hours apart: high risk together": 1,
            "Methadone and alcohol, 12 hours apart: dangerous together": 1,
            "Methadone, alcohol and diazepam, within 13 hours: dangerous together": 1,
        },
    ),
    (fewer_cigarettes, 49, {}),
    (a_pack_a_day, 49, {}),
    (steady, 84, {}),
    (
        weekends,
        84,
        {
            "Alcohol and cocaine, 2 hours apart: high risk together": 6,
            "Cocaine and alcohol again, 22 hours apart: high risk together": 6,
        },
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("life", "days", "heard"), LIVES, ids=lambda one: getattr(one, "__name__", "")
)
def test_every_reply_of_a_life_reads_as_approved(
    run: Run,
    approved: Callable[[str, str], None],
    life: Callable[[int, Random], Said],
    days: int,
    heard: dict[str, int],
) -> None:
    luck, replies = Random(life.__name__), []
    for day in range(days):
        for clock, words in life(day, luck):
            answer = run(*words, at=f"{MONDAY + timedelta(days=day)} {clock}")
            assert answer.code == 0, answer.err
            if words[0] == "log":
                assert len(answer.out.splitlines()) <= 4
            replies.append(
                f"{MONDAY + timedelta(days=day)} {clock} $ {' '.join(words)}\n{answer.out}"
            )
    approved(f"lives/{life.__name__.replace('_', '-')}.txt", "\n".join(replies))
    said = [line for reply in replies for line in reply.splitlines() if line.startswith("Safety: ")]
    assert Counter(line.split(". ")[0].removeprefix("Safety: ") for line in said) == heard
