from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAYS
from hrjournal.domain.time.clock import now_at
from hrjournal.domain.time.parse_future import days_until, read_ahead, read_expiry
from hrjournal.errors import UsageError

HERE = ZoneInfo("Europe/Warsaw")
NOW = now_at(int(datetime(2026, 11, 23, 9, 40, tzinfo=HERE).timestamp()), HERE)  # a Monday


def shown(text: str) -> str:
    moment = read_ahead(text, NOW)
    there = datetime.fromtimestamp(moment.instant, HERE)
    return f"{there:%a %Y-%m-%d}" + (f" {moment.clock()}" if moment.timed else "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", "Tue 2026-11-24"),
        ("Tomorrow at 14:30", "Tue 2026-11-24 14:30"),
        ("friday 9:00", "Fri 2026-11-27 09:00"),
        ("next friday", "Fri 2026-11-27"),
        ("monday", "Mon 2026-11-30"),  # today's name is a week from now
        ("monday 9:00", "Mon 2026-11-30 09:00"),  # that time has gone by today
        ("monday 9:41", "Mon 2026-11-23 09:41"),
        ("on monday at 14:30", "Mon 2026-11-23 14:30"),
        ("next monday 14:30", "Mon 2026-11-30 14:30"),
        ("sunday 23:00", "Sun 2026-11-29 23:00"),
        ("in 2 weeks", "Mon 2026-12-07"),
        ("+3d", "Thu 2026-11-26"),
        ("in a week 10:00", "Mon 2026-11-30 10:00"),
        ("2027-03-28", "Sun 2027-03-28"),
        ("2026-11-20", "Fri 2026-11-20"),
        ("yesterday", "Sun 2026-11-22"),
        ("today 8:00", "Mon 2026-11-23 08:00"),
        ("today 18:00", "Mon 2026-11-23 18:00"),
        ("last friday", "Fri 2026-11-20"),
        ("friday 3pm", "Fri 2026-11-27 15:00"),
        ("next friday, at half past 3 pm", "Fri 2026-11-27 15:30"),
        ("friday afternoon", "Fri 2026-11-27"),
        ("friday afternoon at 3", "Fri 2026-11-27 15:00"),
        ("tomorrow at noon", "Tue 2026-11-24 12:00"),
        ("on monday at 8am", "Mon 2026-11-30 08:00"),
        ("in 2 weeks at 9am", "Mon 2026-12-07 09:00"),
    ],
)
def test_days_to_come_and_days_gone_by_are_read(text: str, day: str) -> None:
    assert shown(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *("", "soon", "2026-13-01", "2026-02-30", "tomorrow 25:00", "friday 9:61", "9999-01-01"),
        *("in 9999 weeks", "2027-03-28 02:30", "٣", "mo", "31/12/2026", "friday at 3"),
    ],
)
def test_what_cannot_be_read_is_refused_calmly(text: str) -> None:
    with pytest.raises(UsageError):
        read_ahead(text, NOW)


@given(st.integers(1, 3000), st.integers(0, 3))
def test_a_number_of_days_ahead_is_counted_on_the_calendar(days: int, hour: int) -> None:
    late = now_at(int(datetime(2026, 10, 24, hour, 30, tzinfo=HERE).timestamp()), HERE)
    moment = read_ahead(f"in {days} days", late)
    expected = date(2026, 10, 24) + timedelta(days=days)
    assert datetime.fromtimestamp(moment.instant, HERE).date() == expected
    assert days_until(moment, late) == days


@given(st.sampled_from(DAYS))
def test_a_weekday_is_the_next_one(name: str) -> None:
    moment = read_ahead(name.lower(), NOW)
    there = datetime.fromtimestamp(moment.instant, HERE)
    assert f"{there:%a}" == name
    assert 1 <= days_until(moment, NOW) <= 7


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2027-05", date(2027, 5, 31)),
        ("2028-02", date(2028, 2, 29)),
        ("2026-12", date(2026, 12, 31)),
        ("2027/5", date(2027, 5, 31)),
        ("2027-05-03", date(2027, 5, 3)),
    ],
)
def test_the_date_of_a_pack_runs_to_its_end(text: str, last: date) -> None:
    assert read_expiry(text) == last


@pytest.mark.parametrize("text", ["", "05/2027", "2027", "2027-13", "2027-02-30", "٢٠٢٧-05", "x"])
def test_what_stands_on_no_pack_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="as on the pack"):
        read_expiry(text)


def test_the_day_of_an_appointment_does_not_move_with_the_hour_of_asking() -> None:
    night = now_at(int(datetime(2026, 11, 24, 0, 30, tzinfo=UTC).timestamp()), UTC)
    assert days_until(read_ahead("tomorrow", night), night) == 1
