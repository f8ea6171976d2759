from __future__ import annotations

from typing import Any

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.win import Size
from support.builders import CANNABIS, TODAY, entry, history
from support.report.finding import at_once, usual

WEEK = [TODAY - back for back in range(7)]
BEFORE = [TODAY - back for back in range(7, 35)]


def each(days: list[int], **fields: Any) -> list[Entry]:
    return [entry(EntryType.CHECKIN, day, **fields) for day in days]


@pytest.mark.parametrize(
    ("now", "then", "size"),
    [
        (each(WEEK, mood=6), each(BEFORE, mood=5), Size.SOME),
        (each(WEEK[:6], mood=5) + each(WEEK[6:], mood=6), each(BEFORE, mood=5), Size.LITTLE),
        (each(WEEK, mood=5), each(BEFORE, mood=5), None),
        (each(WEEK[:4], mood=9), each(BEFORE, mood=5), None),
        (each(WEEK, mood=9), each(BEFORE[:13], mood=5), None),
        # told three times on one day, it is still one day
        (each(WEEK[:6], mood=5) + each(WEEK[6:] * 3, mood=5), each(BEFORE, mood=5), None),
        (each(WEEK[:6], mood=4) + each(WEEK[6:] * 9, mood=10), each(BEFORE, mood=5), None),
    ],
)
def test_a_better_mood(now: list[Entry], then: list[Entry], size: Size | None) -> None:
    won = usual(history(".", records=now + then), "mood_up")
    assert (won and won.size) == size


@pytest.mark.parametrize(
    ("now", "then", "fires"),
    [
        (each(WEEK, sleep=435), each(BEFORE, sleep=420), True),
        (each(WEEK[:6], sleep=435) + each(WEEK[6:], sleep=434), each(BEFORE, sleep=420), False),
        (each(WEEK[:4], sleep=480), each(BEFORE, sleep=420), False),
        (each(WEEK, sleep=480), each(BEFORE[:13], sleep=420), False),
    ],
)
def test_more_sleep(now: list[Entry], then: list[Entry], fires: bool) -> None:
    assert (usual(history(".", records=now + then), "sleep_up") is not None) == fires


def paid(days: list[int], amount: int) -> list[Entry]:
    return [
        entry(EntryType.USE, day, substance="cannabis", spend=1000 * amount, steps=())
        for day in days
    ]


@pytest.mark.parametrize(
    ("marks", "now", "then", "fires"),
    [
        ("1*35", paid(WEEK, 9), paid(BEFORE, 10), True),
        ("1*35", paid(WEEK, 10), paid(BEFORE, 10), False),
        ("1*4 0*31", [], paid(BEFORE[-4:], 10), True),  # a week without costs nothing
        ("1*3 0*32", [], paid(BEFORE[-3:], 10), False),  # 3 days of money
        ("1*35", [], paid(BEFORE, 10), False),  # used, and nothing noted: not known
        ("1*35", paid(WEEK[:4], 1), paid(BEFORE, 10), False),
        ("1*28 .*7", [], paid(BEFORE, 10), False),
        ("1*28 .*3 0*4", [], paid(BEFORE, 10), False),
        ("1*28 .*2 0*5", [], paid(BEFORE, 10), True),
    ],
)
def test_less_money_spent(marks: str, now: list[Entry], then: list[Entry], fires: bool) -> None:
    journal = history(marks, substance=CANNABIS, records=now + then)
    assert (usual(journal, "spend_less") is not None) == fires


def test_a_week_is_compared_when_its_last_day_is_over() -> None:
    now = history(".", records=each(WEEK, mood=9, sleep=500) + each(BEFORE, mood=5, sleep=400))
    assert not {"mood_up", "sleep_up"} & at_once(now)
