from __future__ import annotations

from itertools import permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Moment
from hrjournal.domain.goals.goal import (
    GoalKind,
    GoalVersion,
    Rating,
    goals_in_window,
    goals_of,
    rating_of,
    ratings_of,
)
from hrjournal.domain.history import DateRange
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from support.builders import TODAY, local
from support.report.goals import day, drinks, goal, version

STARTS = 4 * 3600


def kept(one: GoalVersion, written: int, number: int = 0, mark: str = "a") -> Keepsake:
    moment = Moment(written, 0, "UTC")
    return one.keepsake(mark, moment).replace(written=written, id=number or written)


def rating(score: int, ordinal: int, clock: str = "20:00", mark: str = "mark1") -> Keepsake:
    moment = Moment(local(ordinal, clock), 0, "UTC")
    more = {"goal": mark}
    return Keepsake(KeepsakeType.RATING, moment, score=score, more=more, written=moment.instant)


def test_a_version_is_kept_and_comes_back_whole() -> None:
    every = (
        drinks(140_000),
        version(GoalKind.NOT_ON, about="alcohol", weekdays=(0, 6), words="not on mondays"),
        version(GoalKind.GOOD, limit=2, what="call my sister", words="call my sister twice"),
        version(GoalKind.OWN, words="be kinder"),
        version(GoalKind.ENDED),
    )
    for one in every:
        (found,) = goals_of([kept(one, 5)])
        assert found.versions == (one,)


def test_a_past_day_is_read_by_what_held_then() -> None:
    first, second = drinks(10, TODAY - 30), drinks(8, TODAY - 10)
    end, again = version(GoalKind.ENDED, TODAY - 5), drinks(6, TODAY - 2)
    one = goal(first, second, end, again)
    assert one.on(TODAY - 31) is None
    assert one.on(TODAY - 30) == one.on(TODAY - 11) == first
    assert one.on(TODAY - 10) == one.on(TODAY - 6) == second
    assert one.on(TODAY - 5) is one.on(TODAY - 3) is None
    assert one.on(TODAY) == one.last == again
    assert one.ended is None
    assert goal(first, end).ended == TODAY - 5


def test_a_week_is_read_by_the_version_that_holds_last_in_it() -> None:
    first, second = drinks(10, TODAY - 30), drinks(8, TODAY - 3)
    one = goal(first, second, version(GoalKind.ENDED, TODAY + 2))
    whole = DateRange(TODAY - 7, TODAY)
    held = one.within(whole)
    assert held is not None
    assert held == (second, whole)
    held = one.within(DateRange(TODAY, TODAY + 7))
    assert held is not None
    assert held == (second, DateRange(TODAY, TODAY + 2))
    assert one.within(DateRange(TODAY + 7, TODAY + 14)) is None
    begun = one.within(DateRange(TODAY - 34, TODAY - 27))
    assert begun is not None
    assert begun.days == DateRange(TODAY - 30, TODAY - 27)


def test_of_two_versions_from_one_day_the_later_word_stands_and_an_end_erases_nothing() -> None:
    first, second, end = drinks(10), drinks(8), version(GoalKind.ENDED)
    (found,) = goals_of([kept(first, 1), kept(second, 2), kept(end, 3)])
    assert found.versions == (second, end)
    assert found.last == second
    assert found.on(TODAY) is None
    (found,) = goals_of([kept(first, 1), kept(end, 2), kept(second, 3)])
    assert found.on(TODAY) == second


def test_the_number_is_that_of_the_first_and_stays() -> None:
    rows = [kept(drinks(10), 5, 7), kept(drinks(8, TODAY), 6, 12), kept(drinks(9), 3, 9, "b")]
    assert [one.number for one in goals_of(rows)] == [7, 9]


def test_the_order_of_what_was_kept_changes_nothing() -> None:
    rows = [
        kept(drinks(10, TODAY - 9), 1),
        kept(drinks(8, TODAY - 9), 2),
        kept(version(GoalKind.ENDED, TODAY - 3), 3),
        kept(version(GoalKind.OWN, words="x"), 4, mark="b"),
    ]
    assert len({goals_of(order) for order in permutations(rows)}) == 1


def test_what_cannot_be_read_is_a_goal_in_own_words() -> None:
    odd: tuple[dict[str, str], ...] = (
        {},
        {"kind": "from-a-newer-version", "goal": "a"},
        {"kind": "week", "limit": "much", "goal": "a"},
        {"kind": "week", "limit": "-3", "goal": "a"},
        {"kind": "not-on", "weekdays": "8", "goal": "a"},
        {"kind": "week", "since": "someday", "goal": "a"},
    )
    for more in odd:
        moment = Moment(local(TODAY, "20:00"), 0, "UTC")
        one = Keepsake(KeepsakeType.GOAL, moment, text="words", more=more, id=3)
        (found,) = goals_of([one])
        assert found.last.kind in {GoalKind.OWN, GoalKind.WEEK}
        assert (found.last.words, found.last.since) == ("words", TODAY)


def test_ratings_by_day_the_later_word_of_a_day_stands() -> None:
    rows = [rating(7, TODAY), rating(4, TODAY - 3), rating(8, TODAY, "23:00"), rating(5, 1, "9:00")]
    rows += [rating(3, TODAY, "20:00", "other"), rating(2, TODAY - 1, "2:00")]
    found = ratings_of(rows[:3] + rows[4:], STARTS)
    assert found["mark1"] == (Rating(TODAY - 3, 4), Rating(TODAY - 1, 2), Rating(TODAY, 8))
    assert found["other"] == (Rating(TODAY, 3),)


def test_a_rating_goes_with_the_substance_of_its_goal() -> None:
    moment = Moment(0, 0, "UTC")
    assert rating_of(goal(drinks(1)), 7, moment).more == {"goal": "mark1", "about": "alcohol"}
    assert rating_of(goal(version(GoalKind.SLEEP)), 7, moment).more == {"goal": "mark1"}


def test_the_goals_of_a_window() -> None:
    first, second = drinks(10, TODAY - 30), drinks(8, TODAY - 10)
    changed = goal(first, second)
    over = goal(drinks(3, TODAY - 60), version(GoalKind.ENDED, TODAY - 40), number=2)
    new = goal(version(GoalKind.OWN, TODAY, words="x"), number=3)
    ratings = {"mark1": (Rating(TODAY - 50, 1), Rating(TODAY - 20, 5), Rating(TODAY, 7))}
    found = goals_in_window((changed, over, new), ratings, DateRange(TODAY - 28, TODAY + 1))
    assert [one.goal.number for one in found] == [1, 3]
    assert found[0].versions == (first, second)
    assert found[0].ratings == (Rating(TODAY - 20, 5), Rating(TODAY, 7))
    assert goals_in_window((new,), {}, DateRange(TODAY - 28, TODAY)) == ()


def test_a_leap_day_is_a_day_like_any_other() -> None:
    leap = drinks(10, day("2028-02-29"))
    (found,) = goals_of([kept(leap, 1)])
    assert found.versions == (leap,)
    assert found.on(day("2028-02-28")) is None
    assert found.on(day("2028-03-01")) == leap


DAYS = st.integers(TODAY - 40, TODAY)
VERSIONS = st.lists(
    st.builds(
        lambda since, limit: drinks(limit, since) if limit else version(GoalKind.ENDED, since),
        DAYS,
        st.integers(0, 9),
    ),
    min_size=1,
    max_size=8,
)


@given(VERSIONS, DAYS, st.randoms())
def test_past_weeks_are_read_by_the_goal_of_their_time(
    versions: list[GoalVersion], at: int, chance: Random
) -> None:
    rows = [kept(one, number) for number, one in enumerate(versions, 1)]
    chance.shuffle(rows)
    (found,) = goals_of(rows)
    begun = [(one.since, number, one) for number, one in enumerate(versions) if one.since <= at]
    last = max(begun)[2] if begun else None
    assert found.on(at) == (None if last is None or last.kind is GoalKind.ENDED else last)
    later = kept(drinks(99, at + 1), 50)  # what is wanted later never changes how a day is read
    assert goals_of([*rows, later])[0].on(at) == found.on(at)
    held = found.within(DateRange(at - 6, at + 1))
    days = [one for one in range(at - 6, at + 1) if found.on(one)]
    assert (held is None) == (not days)
    if held is not None:
        assert held.version == found.on(days[-1])
        assert (held.days.start, held.days.end - 1) == (days[0], days[-1])


@pytest.mark.parametrize("kind", list(GoalKind))
def test_every_kind_can_be_kept(kind: GoalKind) -> None:
    (found,) = goals_of([kept(version(kind, limit=3), 1)])
    assert found.versions[0].kind is kind
