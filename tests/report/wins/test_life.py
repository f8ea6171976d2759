"""Life beside use: a closed week beside each of those before. The week ends on a Sunday."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.win import BaselineKind, Grade, Win, WinGroup
from support.builders import CANNABIS, METHADONE, entry, history, together
from support.report.finding import SUNDAY, at_once, won

if TYPE_CHECKING:
    from collections.abc import Callable


def week(back: int, days: int = 7, **fields: Any) -> list[Entry]:
    """The same on the first days of a week, so many weeks ago."""
    return _each(EntryType.CHECKIN, back, days, fields)


def _each(type_: EntryType, back: int, days: int, fields: dict[str, Any]) -> list[Entry]:
    monday = SUNDAY - 6 - 7 * back
    return [entry(type_, monday + day, **fields) for day in range(days)]


def four(weeks: Callable[..., list[Entry]], *how: Any, **fields: Any) -> list[Entry]:
    """The same in each of the four weeks before."""
    return [one for back in (1, 2, 3, 4) for one in weeks(back, *how, **fields)]


def urges(back: int, days: int, urge: int) -> list[Entry]:
    return _each(EntryType.URGE, back, days, {"urge": urge})


def paid(back: int, days: int, amount: int) -> list[Entry]:
    fields = {"substance": "cannabis", "spend": amount}
    return _each(EntryType.USE, back, days, fields)


def moods(*weeks: int | None) -> list[Entry]:
    """Weeks of a mood, the oldest first; the last of them ends on the Sunday."""
    last = len(weeks) - 1
    return [
        one
        for place, mood in enumerate(weeks)
        if mood is not None
        for one in week(last - place, mood=mood)
    ]


def found(records: list[Entry], rule: str, marks: str = ".", **how: Any) -> Win | None:
    now = history(marks, substance=CANNABIS, end=SUNDAY, records=records, **how)
    return won(now, rule, day=SUNDAY)


@pytest.mark.parametrize(
    ("records", "behind"),
    [
        (moods(5, 5, 5, 5, 6), 4),
        (moods(*[5] * 8, 6), 8),
        (moods(*[5] * 12, 6), 8),
        (moods(5, 5, 5, 6), 0),  # 3 weeks before
        (moods(5, 5, 5, 5, 5), 0),
        (moods(5, 6, 5, 5, 5, 5, 6), 4),  # as good a week ends the row
        (moods(5, 5, 6, 5, 5, 5, 6), 0),
        (moods(5, 5, None, 5, None, 5, 6), 4),  # a week of which nothing is told is passed over
        (moods(5, *[None] * 8, 5, 5, 5, 6), 4),  # 12 weeks back
        (moods(5, *[None] * 9, 5, 5, 5, 6), 0),
        # half a point more: three days of 5 and three of 6 come to 5.5
        ([*four(week, mood=5), *week(0, 3, mood=5), *week(0, mood=6)[3:6]], 4),
        ([*four(week, mood=5), *week(0, 3, mood=5), *week(0, mood=6)[3:5]], 0),  # 5.4
        ([*four(week, mood=5), *week(0, 4, mood=9)], 4),
        ([*four(week, mood=5), *week(0, 3, mood=9)], 0),  # 3 days of the week
        ([*four(week, 4, mood=5), *week(0, mood=9)], 4),
        ([*four(week, 3, mood=5), *week(0, mood=9)], 0),
    ],
)
def test_a_better_mood_than_in_each_of_the_weeks_before(records: list[Entry], behind: int) -> None:
    win = found(records, "mood_up")
    assert (win.figures["then_weeks"] if win else 0) == behind


def test_a_day_weighs_the_same_however_often_it_was_told() -> None:
    before = four(week, mood=5)
    often = [*week(0, 6, mood=5), *[entry(EntryType.CHECKIN, SUNDAY, mood=10)] * 9]
    win = found([*before, *often], "mood_up")
    # (6 x 5 + 10) / 7 = 5.71; by entries it would be 8
    assert win is not None
    assert (win.figures["now"], win.figures["then"]) == (57, 50)


def test_a_better_week_says_on_what_it_rests() -> None:
    win = found(moods(3, 4, 2, 3, 6), "mood_up")
    assert win is not None
    assert (win.grade, win.group, win.baseline, win.substance, win.chance) == (
        Grade.HAPPENED,
        WinGroup.LIFE,
        BaselineKind.USUAL,
        None,
        200_000,
    )
    assert win.figures == {
        "now": 60,
        "then": 40,  # the best of them
        "then_weeks": 4,
        "now_from": SUNDAY - 6,
        "now_to": SUNDAY,
        "now_days": 7,
        "then_from": SUNDAY - 34,
        "then_to": SUNDAY - 7,
    }


@pytest.mark.parametrize(("minutes", "fires"), [(435, True), (434, False)])
def test_a_quarter_of_an_hour_more_sleep(minutes: int, fires: bool) -> None:
    before = four(week, sleep=420)
    assert (found([*before, *week(0, sleep=minutes)], "sleep_up") is not None) == fires


@pytest.mark.parametrize(
    ("now", "fires"),
    [
        (urges(0, 3, 6), True),
        (urges(0, 2, 2), False),  # 2 urges
        ([entry(EntryType.URGE, SUNDAY, urge=6)] * 3, True),  # on one day
        (urges(0, 3, 7), False),
        (_each(EntryType.CHECKIN, 0, 3, {"urge": 2}), False),
    ],
)
def test_calmer_urges(now: list[Entry], fires: bool) -> None:
    before = four(urges, 3, 7)
    win = found([*before, *now], "calmer_urges")
    assert (win is not None) == fires
    assert win is None or (win.figures["now"], win.figures["then"]) == (60, 70)


@pytest.mark.parametrize(
    ("marks", "now", "fires"),
    [
        ("1*35", paid(0, 7, 9_500), True),  # half a unit of money less a day
        ("1*35", paid(0, 7, 9_501), False),
        ("1*35", [], False),  # used, and nothing noted: not known
        ("1*35", paid(0, 4, 1_000), True),
        ("1*35", paid(0, 3, 1_000), False),
        ("1*28 0*7", [], True),  # days without cost nothing
        ("1*28 0*4 1*3", [], True),
        ("1*28 0*3 1*4", [], False),
        ("1*28 .*7", [], False),
    ],
)
def test_less_money_spent(marks: str, now: list[Entry], fires: bool) -> None:
    before = four(paid, 7, 10_000)
    assert (found([*before, *now], "spend_less", marks) is not None) == fires


def test_what_two_things_cost_on_one_day_is_one_sum() -> None:
    before = four(paid, 7, 10_000)
    twice = [*paid(0, 7, 6_000), *paid(0, 7, 5_000)]  # 11 a day, not 5.50
    assert found([*before, *twice], "spend_less", "1*35") is None


def test_a_medicine_alone_says_nothing_of_money() -> None:
    before = four(paid, 7, 10_000)
    used = history("1*28 .*7", substance=CANNABIS, end=SUNDAY, records=before)
    dose = history("0*7", substance=METHADONE, end=SUNDAY)
    assert won(together(used, dose), "spend_less", day=SUNDAY) is None


def test_a_week_is_compared_when_its_last_day_is_over() -> None:
    now = history(".", end=SUNDAY, records=moods(5, 5, 5, 5, 9))
    assert "mood_up" not in at_once(now, day=SUNDAY)
    assert won(now, "mood_up", day=SUNDAY - 1) is None


def test_what_comes_later_changes_nothing() -> None:
    records = moods(5, 5, 5, 5, 6)
    more = [entry(EntryType.CHECKIN, SUNDAY + day, mood=1) for day in range(1, 30)]
    assert found([*records, *more], "mood_up") == found(records, "mood_up")
