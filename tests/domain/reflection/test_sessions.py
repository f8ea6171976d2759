from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAY, EPOCH, Moment
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.sessions import (
    AgreedItems,
    agreed_by_session,
    agreed_since,
    latest_session,
    points_before,
)

MONDAY = 739_944  # 2026-11-23
FIVE = 5 * 3600  # a day that begins at five


def at(day: int, hour: float, *, timed: bool = True) -> Moment:
    """A moment of a date two hours ahead of UTC."""
    return Moment(clock(day, hour) - 7200, 7200, "", timed)


def clock(day: int, hour: float) -> int:
    return (day - EPOCH) * DAY + int(hour * 3600)


def session(day: int, hour: float | None = None) -> Keepsake:
    moment = at(day, 12 if hour is None else hour, timed=hour is not None)
    return Keepsake(KeepsakeType.APPOINTMENT, moment)


def words(day: int, hour: float, text: str = "x") -> Keepsake:
    return Keepsake(KeepsakeType.AGREED, at(day, hour), text=text)


def test_a_session_takes_place_at_its_time() -> None:
    first, second = session(MONDAY - 7, 14.5), session(MONDAY, 14.5)
    sessions = (first, second)
    assert latest_session(sessions, clock(MONDAY - 7, 14)) is None
    assert latest_session(sessions, clock(MONDAY, 14)) == first
    assert latest_session(sessions, clock(MONDAY, 15)) == second
    assert latest_session((second, first), clock(MONDAY + 30, 0)) == second


def test_one_without_a_time_takes_place_on_its_day() -> None:
    one = session(MONDAY)
    assert latest_session((one,), clock(MONDAY, 23)) is None
    assert latest_session((one,), clock(MONDAY, 9), {MONDAY}) == one
    assert latest_session((one,), clock(MONDAY + 1, 0)) == one


def test_the_day_of_words_begins_where_the_person_says() -> None:
    sessions = (session(MONDAY, 14),)
    night, before = words(MONDAY + 1, 2), words(MONDAY, 2)
    found = agreed_since((before, night), sessions, clock(MONDAY + 1, 3), FIVE)
    assert found == AgreedItems(MONDAY, (night,))
    found = agreed_since((before, night), sessions, clock(MONDAY + 1, 3), 0)
    assert found == AgreedItems(MONDAY, (before, night))


def test_as_a_day_begins_nothing_of_it_is_known() -> None:
    sessions = (session(MONDAY - 7, 14), session(MONDAY, 0), session(MONDAY))
    old, new = words(MONDAY - 6, 9), words(MONDAY, 15)
    found = agreed_since((old, new), sessions, clock(MONDAY, 0), 0)
    assert found == AgreedItems(MONDAY - 7, (old,))
    assert agreed_since((old, new), sessions, clock(MONDAY + 1, 0), 0).items == (new,)


def test_with_no_session_four_weeks_stand() -> None:
    every = [words(MONDAY - back, 9) for back in (40, 28, 27, 0)]
    found = agreed_since(every, (session(MONDAY + 1, 9),), clock(MONDAY, 20), 0)
    assert found == AgreedItems(None, tuple(every[2:]))


def test_points_from_before_a_session() -> None:
    early, late = words(MONDAY, 9), words(MONDAY, 16)
    assert points_before((early, late), session(MONDAY, 14), 0) == (early,)
    assert points_before((early, late), session(MONDAY), 0) == ()
    assert points_before((early, late), session(MONDAY + 1), 0) == (early, late)


DAYS = st.integers(MONDAY - 60, MONDAY + 10)
HOURS = st.integers(0, 23)
SESSIONS = st.lists(st.builds(session, DAYS, st.none() | HOURS), max_size=6)
WORDS = st.lists(st.builds(words, DAYS, HOURS), max_size=8).map(
    lambda found: sorted(found, key=lambda one: one.moment.instant)
)


@given(WORDS, SESSIONS, HOURS, st.sampled_from([0, FIVE]))
def test_every_word_stands_once_and_the_latest_session_is_the_first(
    every: list[Keepsake], sessions: list[Keepsake], hour: int, starts: int
) -> None:
    until = clock(MONDAY, hour + 0.5)
    groups = agreed_by_session(every, sessions, until, starts)
    known = [one for one in every if one.moment.day(starts) <= MONDAY]
    assert sorted((one for group in groups for one in group.items), key=known.index) == known
    dates = [group.session or 0 for group in groups]
    assert dates == sorted(set(dates), reverse=True)
    latest = agreed_since(every, sessions, until, starts)
    if latest.session is not None and latest.items:
        assert latest == groups[0]
