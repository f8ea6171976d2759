from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Moment
from hrjournal.domain.time.parse_moment import CurrentTime, now_at, read_day, read_moment
from hrjournal.errors import UsageError

ZONES: Final = tuple(
    ZoneInfo(name)
    for name in (
        "Europe/Warsaw",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Australia/Lord_Howe",
    )
)
LATE: Final = {zone.key: now_at(4_134_240_000, zone) for zone in ZONES}  # 4 January 2101
MONDAY: Final = now_at(1_795_423_200, ZONES[0])  # 23 November 2026, 09:40
SMALL_HOURS: Final = now_at(1_795_307_400, ZONES[0])  # 22 November 2026, 01:30


def matching_instants(local: datetime, zone: ZoneInfo) -> list[int]:
    """Every instant that the zone's clocks show as `local`, found by trying the offsets nearby."""
    middle = local.replace(tzinfo=UTC)
    nearby = (middle + timedelta(hours=hours) for hours in range(-36, 37, 3))
    offsets = {instant.astimezone(zone).utcoffset() or timedelta() for instant in nearby}
    found = (middle - offset for offset in offsets)
    return sorted(
        int(instant.timestamp())
        for instant in found
        if instant.astimezone(zone).replace(tzinfo=None) == local
    )


def around_clock_changes() -> st.SearchStrategy[datetime]:
    """Local times within hours of the dates on which many clocks change."""
    months = st.sampled_from([(3, 8), (3, 29), (4, 5), (10, 4), (10, 25), (11, 1), (12, 30)])
    return st.builds(
        lambda year, at, shift: datetime(year, *at) + timedelta(minutes=shift),
        st.integers(2005, 2035),
        months,
        st.integers(-7 * 1440, 7 * 1440),
    )


@settings(max_examples=300)
@given(
    local=around_clock_changes()
    | st.datetimes(datetime(1971, 1, 1), datetime(2100, 12, 31)).map(
        lambda moment: moment.replace(microsecond=0)
    ),
    zone=st.sampled_from(ZONES),
)
def test_a_written_moment_is_the_first_that_shows_it_or_skipped(
    local: datetime, zone: ZoneInfo
) -> None:
    now = LATE[zone.key]
    expected = matching_instants(local, zone)
    if not expected:
        with pytest.raises(UsageError, match="does not exist in"):
            read_moment(local.isoformat(), now)
        return
    moment = read_moment(local.isoformat(" "), now)
    assert moment.instant == expected[0]
    assert moment.local == int(local.replace(tzinfo=UTC).timestamp())
    if len(expected) > 1:
        assert read_moment(f"{local.isoformat()} second", now).instant == expected[1]


@given(
    written=st.dates(date(1971, 1, 1), date(2100, 12, 31)),
    zone=st.sampled_from(ZONES),
    day_start=st.integers(0, 12 * 3600),
)
def test_a_written_date_is_that_day_wherever_and_whenever_days_start(
    written: date, zone: ZoneInfo, day_start: int
) -> None:
    now = LATE[zone.key]._replace(day_start=day_start)
    assert read_day(written.isoformat(), now) == written.toordinal()
    assert read_moment(written.isoformat(), now).day(day_start) == written.toordinal()
    assert read_day(f"{written:%d %B %Y}", now) == written.toordinal()


@given(back=st.integers(1, 400), minute=st.integers(0, 1439), day_start=st.integers(0, 12 * 3600))
def test_a_time_on_a_named_day_lies_within_that_day(back: int, minute: int, day_start: int) -> None:
    now = now_at(MONDAY.moment.instant, ZoneInfo("Asia/Kolkata"), day_start)
    text = f"{back} days ago {minute // 60:02}:{minute % 60:02}"
    moment = read_moment(text, now)
    assert moment.day(day_start) == now.today - back
    assert moment.clock() == text[-5:]


def moment_or_sentence(text: str, now: CurrentTime) -> Moment | str:
    try:
        return read_moment(text, now)
    except UsageError as refused:
        return str(refused)


FRAGMENTS: Final = (
    *("now", "today", "yesterday", "tomorrow", "last", "night", "mon", "sunday", "at", "on", "ago"),
    *("2026-11-20", "9999-12-31", "1970-01-02", "0001-01-01", "29 feb", "nov", "20", "2026", "26"),
    *(
        "22:30",
        "22.30",
        "00:00",
        "9pm",
        "12",
        "am",
        "noon",
        "midnight",
        "second",
        "3 days",
        "99999",
    ),
    *(
        "-",
        "-3d",
        "-2h",
        "+01:00",
        "z",
        "t",
        "Z",
        "+14:00",
        "-12:00",
        ",",
        "1/2",
        "a",
        "hours",
        "w",
    ),
)


@settings(max_examples=400)
@given(
    text=st.text(st.characters(exclude_categories=[]), max_size=50)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=4).map(" ".join)
    | st.lists(st.sampled_from(FRAGMENTS), max_size=4).map("".join),
    now=st.sampled_from([MONDAY, SMALL_HOURS, *LATE.values()]),
)
def test_any_text_gives_a_past_moment_or_one_calm_sentence(text: str, now: CurrentTime) -> None:
    answer = moment_or_sentence(text, now)
    if isinstance(answer, str):
        assert all(unicodedata.category(mark) not in {"Cc", "Cs", "Zl"} for mark in answer)
        assert answer.endswith(".")
        assert len(answer) < 300
        return
    assert answer.local >= 86_400
    if answer.timed:
        assert answer.instant <= now.moment.instant + 60
    else:
        assert answer.day(now.day_start) <= now.today


@given(
    text=st.sampled_from(
        ["yesterday at 22:30", "last monday", "20 Nov 2026", "2 hours ago", "2026-11-20T22:30z"]
    ),
    space=st.text(" \t\n", min_size=1, max_size=4),
    data=st.data(),
)
def test_case_and_spaces_do_not_matter(text: str, space: str, data: st.DataObject) -> None:
    mixed = "".join(mark.upper() if data.draw(st.booleans()) else mark.lower() for mark in text)
    varied = space + mixed.replace(" ", space) + space
    assert read_moment(varied, MONDAY) == read_moment(text, MONDAY)
