from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.time.clock import (
    clock,
    midnight,
    moment_at,
    moment_of_day,
    moment_on_wall,
    moment_with_offset,
    now_at,
    spoken,
)
from hrjournal.errors import UsageError

WARSAW = ZoneInfo("Europe/Warsaw")
APIA = ZoneInfo("Pacific/Apia")
ZONES = (WARSAW, APIA, *map(ZoneInfo, ("America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")))


def local(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def test_now_knows_the_persons_day_and_the_calendars() -> None:
    now = now_at(local("2026-11-22T00:30"), WARSAW)  # 01:30 in Warsaw
    assert now.moment.clock() == "01:30"
    assert now.day_start == 4 * 3600
    assert now.today == date(2026, 11, 21).toordinal()
    assert now.date == date(2026, 11, 22).toordinal()
    assert now_at(local("2026-11-22T00:30"), WARSAW, 0).today == now.date


@given(instant=st.integers(86_400, 4_133_980_800), zone=st.sampled_from(ZONES))
def test_an_instant_is_shown_as_the_zone_shows_it(instant: int, zone: ZoneInfo) -> None:
    moment = moment_at(instant, zone)
    shown = datetime.fromtimestamp(instant, UTC).astimezone(zone)
    assert moment.zone == zone.key
    assert moment.timed
    assert moment.clock() == f"{shown:%H:%M}"
    assert moment.day(0) == shown.toordinal()


def test_a_zone_without_a_name_of_its_own_goes_by_its_offset() -> None:
    assert moment_at(10**9, timezone(timedelta(hours=5, minutes=30))).zone == "UTC+05:30"


@given(
    day=st.dates(date(1970, 1, 2), date(2100, 12, 31)),
    zone=st.sampled_from(ZONES),
    starts=st.integers(0, 12 * 3600),
)
def test_a_day_without_a_time_is_kept_at_noon_of_that_day(
    day: date, zone: ZoneInfo, starts: int
) -> None:
    moment = moment_of_day(day.toordinal(), zone)
    assert not moment.timed
    assert moment.clock() == "12:00"
    assert moment.day(starts) == day.toordinal()
    if (zone.key, day) != ("Pacific/Apia", date(2011, 12, 30)):
        shown = datetime.fromtimestamp(moment.instant, zone)
        assert shown.replace(tzinfo=None) == datetime(day.year, day.month, day.day, 12)


def test_a_date_that_a_zone_left_out_can_still_hold_a_day() -> None:
    left_out = date(2011, 12, 30).toordinal()
    assert moment_of_day(left_out, APIA).day(4 * 3600) == left_out


@pytest.mark.parametrize(
    ("zone", "text", "sentence"),
    [
        (
            "Europe/Warsaw",
            "2026-03-29T02:30",
            "the clock went from 02:00 to 03:00. The nearest times are 01:59 and 03:00.",
        ),
        (
            "Europe/Warsaw",
            "2026-03-29T02:00",
            "the clock went from 02:00 to 03:00. The nearest times are 01:59 and 03:00.",
        ),
        (
            "Europe/Warsaw",
            "2026-03-29T02:59:59",
            "the clock went from 02:00 to 03:00. The nearest times are 01:59 and 03:00.",
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-04T02:15",
            "the clock went from 02:00 to 02:30. The nearest times are 01:59 and 02:30.",
        ),
        (
            "America/Sao_Paulo",
            "2018-11-04T00:15",
            (
                "the clock went from Sun 4 Nov 2018 at 00:00 to Sun 4 Nov 2018 at 01:00. "
                "The nearest times are Sat 3 Nov 2018 at 23:59 and Sun 4 Nov 2018 at 01:00."
            ),
        ),
        (
            "Pacific/Apia",
            "2011-12-30T18:00",
            (
                "the clock went from Fri 30 Dec 2011 at 00:00 to Sat 31 Dec 2011 at 00:00. "
                "The nearest times are Thu 29 Dec 2011 at 23:59 and Sat 31 Dec 2011 at 00:00."
            ),
        ),
    ],
)
def test_a_skipped_time_is_refused_with_the_nearest_two(
    zone: str, text: str, sentence: str
) -> None:
    with pytest.raises(UsageError) as refused:
        moment_on_wall(local(text), ZoneInfo(zone), "that\x1b time")
    assert str(refused.value) == f'"that\u00b7 time" does not exist in {zone}: {sentence}'


@pytest.mark.parametrize("text", ["2026-03-29T01:59:59", "2026-03-29T03:00"])
def test_the_times_beside_a_skip_exist(text: str) -> None:
    assert moment_on_wall(local(text), WARSAW, text).local == local(text)


def test_a_time_that_comes_twice_is_the_first_unless_the_later_is_meant() -> None:
    half_past_two = local("2026-10-25T02:30")
    first = moment_on_wall(half_past_two, WARSAW, "")
    later = moment_on_wall(half_past_two, WARSAW, "", later=True)
    assert (first.offset, later.offset) == (7200, 3600)
    assert later.instant - first.instant == 3600
    assert first.local == later.local == half_past_two


def test_a_time_that_comes_once_has_no_second() -> None:
    with pytest.raises(UsageError, match="comes once on that day"):
        moment_on_wall(local("2026-10-24T02:30"), WARSAW, "02:30 second", later=True)


def test_a_stated_offset_is_kept() -> None:
    summer = local("2026-07-01T12:00")
    assert moment_with_offset(summer, 7200, WARSAW).zone == "Europe/Warsaw"
    abroad = moment_with_offset(summer, -12_600, WARSAW)
    assert (abroad.instant, abroad.local, abroad.zone) == (summer + 12_600, summer, "UTC-03:30")


@given(day=st.dates(date(1970, 1, 1), date(2100, 12, 31)), minute=st.integers(0, 1439))
def test_local_seconds_are_said_as_a_date_and_a_clock(day: date, minute: int) -> None:
    seconds = midnight(day.toordinal()) + minute * 60
    shown = datetime(1970, 1, 1) + timedelta(seconds=seconds)
    assert shown.date() == day
    assert clock(seconds) == f"{shown:%H:%M}"
    assert spoken(seconds) == f"{shown:%a} {day.day} {shown:%b %Y} at {shown:%H:%M}"
