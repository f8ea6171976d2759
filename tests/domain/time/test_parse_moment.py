from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from hrjournal.content.words.times import time_words
from hrjournal.domain.time.parse_moment import CurrentTime, now_at, read_day, read_moment
from hrjournal.errors import UsageError

WARSAW: Final = ZoneInfo("Europe/Warsaw")


def present(text: str) -> CurrentTime:
    instant = datetime.fromisoformat(text).replace(tzinfo=WARSAW).timestamp()
    return now_at(int(instant), WARSAW)


MONDAY: Final = present("2026-11-23T09:40")
SMALL_HOURS: Final = present("2026-11-22T01:30")  # by the calendar Sunday, for the person Saturday


def wall(text: str, now: CurrentTime) -> str:
    moment = read_moment(text, now)
    assert moment.timed
    shown = datetime.fromtimestamp(moment.instant, timezone(timedelta(seconds=moment.offset)))
    return shown.isoformat()


def day(text: str, now: CurrentTime) -> str:
    moment = read_moment(text, now)
    assert not moment.timed
    assert moment.clock() == "12:00"
    assert moment.day(now.day_start) == read_day(text, now)
    return date.fromordinal(read_day(text, now)).isoformat()


def refusal(text: str, now: CurrentTime = MONDAY) -> str:
    with pytest.raises(UsageError) as refused:
        read_moment(text, now)
    with pytest.raises(UsageError) as refused_day:
        read_day(text, now)
    assert str(refused.value) == str(refused_day.value)
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("now", "2026-11-23T09:40:00+01:00"),
        ("2026-11-20 22:30", "2026-11-20T22:30:00+01:00"),
        ("2026-11-20T22:30", "2026-11-20T22:30:00+01:00"),
        ("2026-11-20 at 9pm", "2026-11-20T21:00:00+01:00"),
        ("2026-11-20T22:30:15", "2026-11-20T22:30:15+01:00"),
        ("2026-11-20T22:30:15.250000", "2026-11-20T22:30:15+01:00"),
        ("2026-07-01 22:30", "2026-07-01T22:30:00+02:00"),
        ("2026-11-20T22:30Z", "2026-11-20T22:30:00+00:00"),
        ("2026-11-20T22:30+01:00", "2026-11-20T22:30:00+01:00"),
        ("2026-11-20 22:30 -0530", "2026-11-20T22:30:00-05:30"),
        ("1971-01-01T00:00:30-00:44:30", "1971-01-01T00:00:30-00:44:30"),
        ("08:15", "2026-11-23T08:15:00+01:00"),
        ("8:15", "2026-11-23T08:15:00+01:00"),
        ("8.30", "2026-11-23T08:30:00+01:00"),
        ("at 8.05", "2026-11-23T08:05:00+01:00"),
        ("9am", "2026-11-23T09:00:00+01:00"),
        ("9:15 a.m.", "2026-11-23T09:15:00+01:00"),
        ("yesterday 22:30", "2026-11-22T22:30:00+01:00"),
        ("yesterday at 22:30", "2026-11-22T22:30:00+01:00"),
        ("yesterday 9:15 pm", "2026-11-22T21:15:00+01:00"),
        ("yesterday 22.10", "2026-11-22T22:10:00+01:00"),
        ("yesterday 01:30", "2026-11-23T01:30:00+01:00"),
        ("yesterday 03:59:59", "2026-11-23T03:59:59+01:00"),
        ("yesterday 04:00", "2026-11-22T04:00:00+01:00"),
        ("yesterday noon", "2026-11-22T12:00:00+01:00"),
        ("yesterday 12am", "2026-11-23T00:00:00+01:00"),
        ("yesterday 12 pm", "2026-11-22T12:00:00+01:00"),
        ("yesterday at midnight", "2026-11-23T00:00:00+01:00"),
        ("day before yesterday 18:00", "2026-11-21T18:00:00+01:00"),
        ("last monday 18:00", "2026-11-16T18:00:00+01:00"),
        ("on friday, 18:00", "2026-11-20T18:00:00+01:00"),
        ("sun 01:30", "2026-11-23T01:30:00+01:00"),
        ("20 Nov 22:30", "2026-11-20T22:30:00+01:00"),
        ("Nov 20, 2026 at 9pm", "2026-11-20T21:00:00+01:00"),
        ("Mon 23 Nov 2026 at 09:40", "2026-11-23T09:40:00+01:00"),
        ("3 days ago 22:30", "2026-11-20T22:30:00+01:00"),
        ("-1w 9pm", "2026-11-16T21:00:00+01:00"),
        ("2 hours ago", "2026-11-23T07:40:00+01:00"),
        ("an hour ago", "2026-11-23T08:40:00+01:00"),
        ("30 min ago", "2026-11-23T09:10:00+01:00"),
        ("90m ago", "2026-11-23T08:10:00+01:00"),
        ("-2h", "2026-11-23T07:40:00+01:00"),
        ("-45m", "2026-11-23T08:55:00+01:00"),
        ("-720h", "2026-10-24T10:40:00+02:00"),
        ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 02:30 second", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25 02:30 later", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25T02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("2026-10-25 02:30 UTC+01:00", "2026-10-25T02:30:00+01:00"),
        ("9", "2026-11-23T09:00:00+01:00"),  # nine in the evening is still to come
        ("2am", "2026-11-23T02:00:00+01:00"),
        ("today 1am", "2026-11-23T01:00:00+01:00"),
        ("monday 1am", "2026-11-23T01:00:00+01:00"),
        ("this morning at 8", "2026-11-23T08:00:00+01:00"),
        ("this morning at 3", "2026-11-23T03:00:00+01:00"),
        ("8 this morning", "2026-11-23T08:00:00+01:00"),
        ("yesterday morning at 3", "2026-11-22T03:00:00+01:00"),
        ("10pm yesterday", "2026-11-22T22:00:00+01:00"),
        ("yesterday at 10 at night", "2026-11-22T22:00:00+01:00"),
        ("8 in the evening on saturday", "2026-11-21T20:00:00+01:00"),
        ("last night at 11", "2026-11-22T23:00:00+01:00"),
        ("last night at 2", "2026-11-23T02:00:00+01:00"),
        ("last night 22:30", "2026-11-22T22:30:00+01:00"),
        ("saturday night at 12", "2026-11-22T00:00:00+01:00"),
        ("half past 8 yesterday evening", "2026-11-22T20:30:00+01:00"),
        ("yesterday, quarter to 9 pm", "2026-11-22T20:45:00+01:00"),
        ("yesterday 10 past 8 pm", "2026-11-22T20:10:00+01:00"),
        ("yesterday 21h30", "2026-11-22T21:30:00+01:00"),
        ("yesterday 2030", "2026-11-22T20:30:00+01:00"),
        ("yesterday 0930", "2026-11-22T09:30:00+01:00"),
        ("half an hour ago", "2026-11-23T09:10:00+01:00"),
        ("an hour and a half ago", "2026-11-23T08:10:00+01:00"),
        ("2 and a half hours ago", "2026-11-23T07:10:00+01:00"),
        ("1.5 hours ago", "2026-11-23T08:10:00+01:00"),
        ("1,5h ago", "2026-11-23T08:10:00+01:00"),
        ("1h30m ago", "2026-11-23T08:10:00+01:00"),
        ("1 hour and 15 minutes ago", "2026-11-23T08:25:00+01:00"),
        ("about 2 hours ago", "2026-11-23T07:40:00+01:00"),
        ("the night of Sun 22 Nov 2026 at 01:30", "2026-11-23T01:30:00+01:00"),
        ("sun 22 nov 2026 at 01:30", "2026-11-22T01:30:00+01:00"),
    ],
)
def test_a_time_is_read_as_a_person_means_it(text: str, expected: str) -> None:
    assert wall(text, MONDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("23:10", "2026-11-21T23:10:00+01:00"),
        ("01:10", "2026-11-22T01:10:00+01:00"),
        ("05:00", "2026-11-21T05:00:00+01:00"),
        ("yesterday 01:30", "2026-11-21T01:30:00+01:00"),
        ("saturday 23:10", "2026-11-21T23:10:00+01:00"),
        ("22 nov 01:10", "2026-11-22T01:10:00+01:00"),
        ("2026-11-22 01:10", "2026-11-22T01:10:00+01:00"),
        ("2 hours ago", "2026-11-21T23:30:00+01:00"),
        ("tonight at 11", "2026-11-21T23:00:00+01:00"),
        ("tonight at 1", "2026-11-22T01:00:00+01:00"),
        ("sunday 1am", "2026-11-22T01:00:00+01:00"),
        ("saturday 1am", "2026-11-22T01:00:00+01:00"),
        ("this morning at 8", "2026-11-21T08:00:00+01:00"),
        ("01:31", "2026-11-22T01:31:00+01:00"),  # a clock may be a minute ahead
    ],
)
def test_in_the_small_hours_today_is_still_the_day_before(text: str, expected: str) -> None:
    assert wall(text, SMALL_HOURS) == expected
    assert SMALL_HOURS.today == date(2026, 11, 21).toordinal()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("1970-01-02", "1970-01-02"),
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("day before yesterday", "2026-11-21"),
        ("the day before yesterday", "2026-11-21"),
        ("last night", "2026-11-22"),
        ("this morning", "2026-11-23"),
        ("yesterday evening", "2026-11-22"),
        ("monday", "2026-11-23"),
        ("last monday", "2026-11-16"),
        ("tue", "2026-11-17"),
        ("last sunday", "2026-11-22"),
        ("3 days ago", "2026-11-20"),
        ("a week ago", "2026-11-16"),
        ("-2w", "2026-11-09"),
        ("20 Nov", "2026-11-20"),
        ("Nov 24", "2025-11-24"),
        ("29 Feb", "2024-02-29"),
        ("20th of november", "2026-11-20"),
        ("the 20th of November 2026", "2026-11-20"),
        ("saturday night", "2026-11-21"),
        ("last friday evening", "2026-11-20"),
        ("2 nights ago", "2026-11-21"),
        ("late last night", "2026-11-22"),
        ("in the morning", "2026-11-23"),
    ],
)
def test_a_day_is_read_without_a_time(text: str, expected: str) -> None:
    assert day(text, MONDAY) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2026-11-21"),
        ("saturday", "2026-11-21"),
        ("sunday", "2026-11-15"),
        ("last night", "2026-11-20"),
        ("-1d", "2026-11-20"),
        ("tonight", "2026-11-21"),
        ("this evening", "2026-11-21"),
        ("saturday night", "2026-11-21"),
        ("friday night", "2026-11-20"),
    ],
)
def test_in_the_small_hours_days_count_from_the_persons_own(text: str, expected: str) -> None:
    assert day(text, SMALL_HOURS) == expected


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("tomorrow", "Tue 24 Nov 2026, which is still to come."),
        ("tomorrow 09:00", "Tue 24 Nov 2026 at 09:00, which is still to come."),
        ("2026-11-24", "Tue 24 Nov 2026, which is still to come."),
        ("monday 18:00", "Mon 23 Nov 2026 at 18:00, which is still to come."),
        ("2026-11-23T09:00Z", "Mon 23 Nov 2026 at 09:00 (UTC), which is still to come."),
        ("9999-12-31 23:59", "Fri 31 Dec 9999 at 23:59, which is still to come."),
        ("9999-12-31", "Fri 31 Dec 9999, which is still to come."),
        (
            "9:15 pm",
            (
                "Mon 23 Nov 2026 at 21:15, which is still to come. "
                "For the day before, write: yesterday 21:15."
            ),
        ),
    ],
)
def test_a_time_to_come_is_refused_with_what_was_understood(text: str, understood: str) -> None:
    assert refusal(text) == f'"{text}" was understood as {understood}'


def test_a_date_that_has_not_begun_for_the_person_is_refused_with_when_it_begins() -> None:
    for text in ("2026-11-22", "22 nov", "tomorrow"):
        assert refusal(text, SMALL_HOURS) == (
            f'"{text}" was understood as Sun 22 Nov 2026, which is still to come: '
            "your day starts at 04:00."
        )


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("yesterday at 10", "10am or 10pm"),
        ("monday 9", "9am or 9pm"),
        ("3 days ago at 12", "12am or 12pm"),
        ("yesterday half past eight", "8:30am or 8:30pm"),
        ("nov 20 at quarter to 9", "8:45am or 8:45pm"),
        ("yesterday 8 o'clock", "8am or 8pm"),
    ],
)
def test_an_hour_that_can_be_two_is_asked_again(text: str, halves: str) -> None:
    now = MONDAY._replace(moment=present("2026-11-23T21:40").moment, words=lambda: time_words("DE"))
    assert refusal(text, now) == f'"{text}" could be {halves}. Please write which.'


def test_clocks_that_go_around_twice_leave_short_times_open() -> None:
    evening = present("2026-11-23T21:40")
    assert wall("8:30", evening) == "2026-11-23T08:30:00+01:00"
    evening = evening._replace(words=lambda: time_words("US"))
    assert "8:30am or 8:30pm" in refusal("8:30", evening)
    assert wall("08:30", evening) == "2026-11-23T08:30:00+01:00"
    assert wall("10:45", evening) == "2026-11-23T10:45:00+01:00"  # at night it is still to come
    assert wall("Fri 20 Nov 2026 at 10:30", evening) == "2026-11-20T10:30:00+01:00"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("last week", "could be more than one day."),
        ("the other night", "could be more than one day."),
        ("all week", "could be more than one day."),
        ("few hours ago", "could be more than one time. Write how many"),
        ("between 7 and 9pm", "is more than one time. Write one"),
        ("7-9pm", "is more than one time. Write one"),
        ("next monday", "is still to come."),
        ("2026", "could be a time or a year. For the time, write 20:26."),
        ("tonight", "was understood as the night of Mon 23 Nov 2026, which is still to come."),
        ("0", "does not name a time of day."),
    ],
)
def test_what_is_no_one_time_says_what_to_write(text: str, words: str) -> None:
    assert refusal(text).startswith(f'"{text}" {words}')


def test_two_minutes_ahead_are_to_come() -> None:
    assert "still to come" in refusal("09:42")


@pytest.mark.parametrize("text", ["1/2", "31/12/2026", "20.11.2026", "20 nov 26", "Nov 20, 26"])
def test_a_date_that_can_be_read_twice_is_asked_again(text: str) -> None:
    assert refusal(text) == (
        f'"{text}" can be read in more than one way. '
        "Write a date with the year first, as in 2026-11-20."
    )
    assert "more than one way" in refusal("31/12/2026 22:30")


def test_digits_that_can_be_a_time_or_a_date_are_asked_again() -> None:
    assert refusal("20.11").startswith('"20.11" can be a time or a date. Write 20:11 for the time')


@pytest.mark.parametrize(
    "text", ["24:00", "25:00", "13pm", "0am", "9:60", "22:30:60", "2026-11-20T22:30+15:00"]
)
def test_what_no_clock_shows_is_refused(text: str) -> None:
    assert refusal(text).startswith(f'"{text}" does not name a time of day.')


@pytest.mark.parametrize("text", ["2026-02-30", "30 feb", "2026-13-01", "0000-01-01", "31 nov"])
def test_a_day_that_the_calendar_does_not_have_is_refused(text: str) -> None:
    assert refusal(text) == f'"{text}" names a day that the calendar does not have.'


@pytest.mark.parametrize(
    "text", ["1970-01-01", "1970-01-01 23:59", "-999999w", "-999999w 22:30", "-999999h"]
)
def test_a_day_before_all_counting_is_refused(text: str) -> None:
    assert refusal(text) == (
        f'"{text}" lies too far back. The first day that can be kept is Fri 2 Jan 1970.'
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "hello", "20261120", "3 months ago", "nov", "tonight at 14:00", "yesterday 9pm tue"),
        *(
            "yesterday 22:30Z",
            "2026-11-20T",
            "2 hours ago 22:30",
            "-3d ago",
            "gestern",
            "morning 9pm",
            "2 hours",
            "in 2 hours",
            "2h",
            "9 h",
            "in 3 days",
            "half an hour",
        ),
        *("\u0662\u0662:\u0663\u0660", "\uff12\uff12:\uff13\uff10", "\u22123d", "to\u212aay"),
    ],
)
def test_other_words_are_refused_with_how_to_write_a_time(text: str) -> None:
    assert refusal(text) == (
        f'"{text}" could not be read as a day or a time. '
        "Write 2026-11-20 22:30, 22:30, yesterday 22:30, monday or 2 hours ago."
    )


def test_a_very_long_text_is_refused_and_quoted_short() -> None:
    assert refusal("yesterday" + " " * 100 + "22:30" + "0" * 10_000).startswith('"yesterday  ')
    assert len(refusal("1" * 100_000)) < 200


def test_a_stated_offset_keeps_the_zone_name_where_it_holds() -> None:
    assert read_moment("2026-11-20T22:30+01:00", MONDAY).zone == "Europe/Warsaw"
    assert read_moment("2026-11-20T22:30+02:00", MONDAY).zone == "UTC+02:00"
    assert read_moment("2026-11-20T22:30Z", MONDAY).zone == "UTC"
