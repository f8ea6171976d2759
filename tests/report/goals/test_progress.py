"""Figures of weeks beside goals, and an independent computation of how near they are."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType
from hrjournal.domain.goals.goal import GoalKind, GoalVersion
from hrjournal.domain.history import DateRange, DayUse, History
from hrjournal.report.goals.progress import GoalWeek, goal_week, goal_weeks, weeks_up_to
from support.builders import ALCOHOL, CANNABIS, METHADONE, TODAY, entry, history, together
from support.report.goals import WEEK, drinks, goal, version

SUNDAY = TODAY - 1


def looked(marks: str, one: GoalVersion, *records: Entry, keys: tuple[str, ...] = ()) -> GoalWeek:
    """The last closed week, of which `marks` are the days (and those before)."""
    found = goal_week(
        goal(one), WEEK, history(marks, end=SUNDAY, records=records), TODAY, keys or ("alcohol",)
    )
    assert found is not None
    return found


def of_alcohol(kind: GoalKind, limit: int = 0, **fields: Any) -> GoalVersion:
    return version(kind, TODAY - 70, about="alcohol", limit=limit, unit="g_alc", **fields)


@pytest.mark.parametrize(
    ("marks", "one", "figure"),
    [
        # low, high, rests on, of, unknown, near
        ("1 2 3 0 0 4 0", drinks(8000), (10000, 10000, 7, None, 0, Fraction(8, 10))),
        ("1 2 3 0 0 4 0", drinks(12000), (10000, 10000, 7, None, 0, Fraction(1))),
        ("1 . . . 0 4 0", drinks(4000), (5000, 5000, 4, None, 0, Fraction(4, 5))),
        ("1 . . . . 4 0", drinks(4000), (5000, 5000, 3, None, 0, None)),
        ("1-3 0 0 0 0 0 0", drinks(1000), (1000, 3000, 7, None, 0, Fraction(1, 2))),
        ("1 ? 0 0 0 0 0", drinks(9000), (1000, 1000, 7, None, 1, None)),
        ("1 2mg 0 0 0 0 0", drinks(9000), (1000, 1000, 7, None, 1, None)),
        (
            "1 2 4 0 . . .",
            drinks(2000, kind=GoalKind.DAY),
            (3, 3, 4, 4, 0, Fraction(7, 8)),
        ),
        ("? 3+? 1+? 0 0 0 0", drinks(2000, kind=GoalKind.DAY), (4, 4, 5, 5, 2, Fraction(14, 15))),
        ("1 5 0 0 0 0 0", drinks(4000, kind=GoalKind.LARGEST), (5000, 5000, 7, None, 0, 0.8)),
        ("1 5 1 1 0 0 0", of_alcohol(GoalKind.USE_DAYS, 2), (4, 4, 7, None, 0, Fraction(1, 2))),
        ("1 5 . 1 0 0 0", of_alcohol(GoalKind.FREE_DAYS, 4), (3, 3, 6, None, 0, Fraction(3, 4))),
        ("1 5 . 1 0 0 .", of_alcohol(GoalKind.NONE), (2, 2, 5, 5, 0, Fraction(2, 5))),
        (
            "1 0 0 . 1 0 0",
            of_alcohol(GoalKind.NOT_ON, weekdays=(0, 1, 3)),
            (1, 1, 6, 2, 0, Fraction(1, 2)),
        ),
        ("2 0 0 2 2 . 2 0", of_alcohol(GoalKind.GAP, 2), (1, 1, 6, 2, 1, Fraction(3, 4))),
        ("2 0 0 0 0 0 0 0", of_alcohol(GoalKind.GAP, 2), (0, 0, 7, 0, 0, Fraction(1))),
        (
            "1@21:30 2@10:00 3@01:00 1 0 0 0",
            of_alcohol(GoalKind.NOT_BEFORE, 19 * 3600),
            (2, 2, 7, 3, 1, Fraction(4, 5)),
        ),
        ("1@23:00 0 0 0 0 0 0", of_alcohol(GoalKind.NOT_BEFORE, 3600), (0, 0, 7, 1, 0, 19 / 21)),
        ("0 0 0 0 0 0 0", of_alcohol(GoalKind.NOT_BEFORE, 68400), (0, 0, 7, 0, 0, Fraction(1))),
    ],
)
def test_a_week_beside_a_goal(marks: str, one: GoalVersion, figure: tuple[Any, ...]) -> None:
    found = looked(marks, one._replace(since=TODAY - 70))
    assert found.figure[:5] == figure[:5]
    near = found.figure.near
    assert near == (None if figure[5] is None else pytest.approx(Fraction(figure[5])))


def use(ordinal: int, **fields: Any) -> Entry:
    return entry(EntryType.USE, ordinal, substance="alcohol", **fields)


def test_with_whom() -> None:
    records = (
        use(SUNDAY, company="Alone"),
        use(SUNDAY, company="friends"),
        use(SUNDAY - 1, company="friends"),
        use(SUNDAY - 2),
        entry(EntryType.USE, SUNDAY - 1, substance="cannabis", company="alone"),
    )
    found = looked("0 0 0 0 1 1 1", of_alcohol(GoalKind.NOT_ALONE), *records)
    assert found.figure == (1, 1, 7, 2, 1, Fraction(1, 2))


def test_something_with_urges() -> None:
    records = (
        entry(EntryType.URGE, SUNDAY, urge=7, copings=("walk",)),
        entry(EntryType.URGE, SUNDAY, urge=7, copings=("music",)),
        entry(EntryType.CHECKIN, SUNDAY - 1, mood=5, copings=("walk",)),
    )
    marks = "0 0 0 0 0 0 0"
    found = looked(marks, version(GoalKind.COPING, what="walk"), *records)
    assert found.figure == (1, 1, 7, 2, 0, Fraction(1, 2))
    found = looked(marks, version(GoalKind.COPING, limit=4, what="walk"), *records)
    assert found.figure == (2, 2, 7, None, 0, Fraction(1, 2))
    assert looked(marks, version(GoalKind.COPING, what="walk")).figure.near is None


def test_steps_on_days_of_use_or_so_many_days() -> None:
    records = (use(SUNDAY, steps=("water",)), entry(EntryType.STEP, SUNDAY - 3, steps=("water",)))
    found = looked("0 0 0 0 0 1 1", version(GoalKind.STEP, what="water"), *records)
    assert found.figure == (1, 1, 7, 2, 0, Fraction(1, 2))
    found = looked("0 0 0 0 0 1 1", version(GoalKind.STEP, limit=3, what="water"), *records)
    assert found.figure == (2, 2, 7, None, 0, Fraction(2, 3))


@pytest.mark.parametrize(
    ("note", "counted"),
    [
        ("called my sister", 1),
        ("My SISTER: I called her", 1),
        ("call", 0),
        ("she called", 0),
        ("a call with her sisters", 1),
    ],
)
def test_a_good_thing_counts_by_its_words(note: str, counted: int) -> None:
    one = version(GoalKind.GOOD, limit=2, what="call my sister")
    found = looked("0 0 0 0 0 0 0", one, entry(EntryType.GOOD, SUNDAY, note=note))
    assert found.figure.low == counted
    bare = looked("0 0 0 0 0 0 0", one._replace(what=""), entry(EntryType.GOOD, SUNDAY, note=note))
    assert bare.figure == (1, 1, 7, None, 0, Fraction(1, 2))


def test_nights_and_money() -> None:
    nights = [entry(EntryType.CHECKIN, SUNDAY - n, sleep=420 - 60 * n) for n in range(4)]
    nights.append(entry(EntryType.CHECKIN, SUNDAY, sleep=300))  # with 420 the same day: 360
    found = looked("0 0 0 0 0 0 0", version(GoalKind.SLEEP, limit=360), *nights)
    near = (Fraction(1) + Fraction(1) + Fraction(300, 360) + Fraction(240, 360)) / 4
    assert found.figure == (2, 2, 4, 4, 0, near)
    spent = (use(SUNDAY, spend=12_000), use(SUNDAY - 1, spend=8_000))
    other = entry(EntryType.USE, SUNDAY, substance="cannabis", spend=5_000)
    found = looked("0 0 0 0 0 1 1", version(GoalKind.MONEY, limit=20_000), *spent, other)
    assert found.figure == (25_000, 25_000, 7, None, 0, Fraction(4, 5))
    alcohol = of_alcohol(GoalKind.MONEY, 20_000)
    assert looked("0 0 0 0 0 1 1", alcohol, *spent, other).figure.low == 20_000


def test_all_together_a_day_without_is_one_without_each() -> None:
    both = together(
        history("1 0 0 . 0 0 1", end=SUNDAY),
        history("0 0 1 0 . 0 0", substance=CANNABIS, end=SUNDAY),
        history("1 1 1 1 1 1 1", substance=METHADONE, end=SUNDAY),
    )
    one = goal(version(GoalKind.FREE_DAYS, TODAY - 70, limit=3))
    found = goal_week(one, WEEK, both, TODAY, ("alcohol", "cannabis"))
    assert found is not None
    assert found.figure == (2, 2, 5, None, 0, Fraction(2, 3))


def test_a_goal_begun_mid_week_and_one_that_runs() -> None:
    told = history("5 5 5 1 1 1 1 3", end=TODAY)
    one = goal(drinks(10_000, WEEK.start + 3))
    closed, running = goal_weeks(one, weeks_up_to(TODAY, 1, 0), told, TODAY)
    assert closed is not None
    assert (closed.days, closed.figure.low, closed.running) == (
        DateRange(WEEK.start + 3, WEEK.end),
        4000,
        False,
    )
    assert running is not None
    assert (running.days.length, running.figure.low, running.running) == (1, 3000, True)
    assert running.figure.near is None
    assert not running.enough


def test_a_goal_without_days_and_one_in_own_words() -> None:
    empty = History(DateRange(TODAY - 60, TODAY + 1), {"alcohol": ALCOHOL}, {})
    found = goal_week(goal(drinks(1)), WEEK, empty, TODAY)
    assert found is not None
    assert found.figure == (0, 0, 0, None, 0, None)
    assert goal_week(goal(version(GoalKind.OWN)), WEEK, empty, TODAY) is None
    assert goal_week(goal(drinks(1, TODAY)), WEEK, empty, TODAY) is None


MARKS = st.lists(
    st.sampled_from([".", "0", "?", "1", "2", "3.5", "1-4", "2+?", "5mg"]), min_size=7, max_size=7
)
LIMITS = st.integers(1, 9000)


def amounts(marks: list[str]) -> list[tuple[float, float] | None]:
    """Each logged day as two ends of an amount, None where it is not known."""
    told: list[tuple[float, float] | None] = []
    for mark in marks:
        if mark in {"?", "2+?", "5mg"}:
            told.append(None)
        elif mark != ".":
            low, _, high = mark.partition("-")
            told.append((float(low), float(high or low)))
    return told


@given(MARKS, LIMITS)
def test_how_near_a_week_is_equals_an_independent_computation(marks: list[str], limit: int) -> None:
    found = looked(" ".join(marks), drinks(limit, TODAY - 70)).figure
    told = amounts(marks)
    if len(told) < 4 or None in told:
        assert found.near is None
        return
    middle = sum((low + high) / 2 for low, high in filter(None, told)) * 1000
    wanted = 1 if middle <= limit else limit / middle
    assert float(found.near or 0) == pytest.approx(wanted)
    assert 0 <= (found.near or 0) <= 1


@given(MARKS, LIMITS)
def test_how_near_each_day_is_equals_an_independent_computation(
    marks: list[str], limit: int
) -> None:
    found = looked(" ".join(marks), drinks(limit, TODAY - 70, GoalKind.DAY)).figure
    days = [mark for mark in marks if mark not in {".", "?", "5mg"}]
    middles = [{"2+?": 2.0, "1-4": 2.5}.get(mark) or float(mark) for mark in days]
    known = [
        middle * 1000
        for mark, middle in zip(days, middles, strict=True)
        if mark != "2+?" or middle * 1000 > limit
    ]
    if len(known) < 4:
        assert found.near is None
        return
    near = [1 if amount <= limit else limit / amount for amount in known]
    assert float(found.near or 0) == pytest.approx(sum(near) / len(near))
    assert (found.low, found.of) == (sum(one == 1 for one in near), len(near))


@given(MARKS, st.integers(1, 7), st.sampled_from([GoalKind.USE_DAYS, GoalKind.FREE_DAYS]))
def test_days_equal_an_independent_computation(
    marks: list[str], limit: int, kind: GoalKind
) -> None:
    found = looked(" ".join(marks), of_alcohol(kind, limit)).figure
    free, used = marks.count("0"), sum(mark not in {"0", "."} for mark in marks)
    if free + used < 4:
        assert found.near is None
        return
    near = min(1, limit / used) if kind is GoalKind.USE_DAYS and used else 1
    near = min(1, free / limit) if kind is GoalKind.FREE_DAYS else near
    assert float(found.near or 0) == pytest.approx(near)


COUNTED = [kind for kind in GoalKind if kind not in {GoalKind.OWN, GoalKind.ENDED}]


@given(MARKS, st.sampled_from(COUNTED), st.integers(1, 7), st.randoms())
def test_the_order_of_days_as_they_come_and_days_not_logged_change_nothing(
    marks: list[str], kind: GoalKind, limit: int, chance: Random
) -> None:
    one = of_alcohol(kind, limit, weekdays=(0, 2), what="walk")
    before = looked(" ".join(marks), one)
    told = history(" ".join(marks), end=SUNDAY)
    days = list(told.of("alcohol").items())
    chance.shuffle(days)
    shuffled = told._replace(uses={"alcohol": dict(days)})
    found = goal_week(goal(one), WEEK, shuffled, TODAY, ("alcohol",))
    assert found == before
    near = before.figure.near
    assert near is None or 0 <= near <= 1
    # The week after is not logged, and what comes later says nothing of this one.
    later = {**dict(days), TODAY: DayUse(1, "g_alc", 9000, 9000)}
    found = goal_week(goal(one), WEEK, told._replace(uses={"alcohol": later}), TODAY, ("alcohol",))
    assert found == before


def test_weeks_begin_where_the_person_says() -> None:
    for starts in range(7):
        *_, last = weeks_up_to(TODAY, 3, starts)
        assert TODAY in last
        assert date.fromordinal(last.start).weekday() == starts
