from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.time.parse_date import count, own_day, written_date

TODAY = date(2026, 11, 23)  # a Monday
DAYS = st.dates(date(1975, 1, 1), date(2099, 12, 31))


def own(words: str) -> str | None:
    found = own_day(words, TODAY.toordinal())
    return None if found is None else date.fromordinal(found).isoformat()


def written(words: str) -> str | None:
    found = written_date(words, TODAY.toordinal())
    return date.fromordinal(found).isoformat() if isinstance(found, int) else found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today", "2026-11-23"),
        ("tomorrow", "2026-11-24"),
        ("the day before yesterday", "2026-11-21"),
        ("1 day ago", "2026-11-22"),
        ("0d ago", "2026-11-23"),
        ("2w ago", "2026-11-09"),
        ("-10 days", "2026-11-13"),
        ("thurs", "2026-11-19"),
        ("on wednesday", "2026-11-18"),
    ],
)
def test_a_name_counts_from_today(words: str, expected: str) -> None:
    assert own(words) == expected


@given(today=DAYS, name=st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_the_latest_and_with_last_lies_before_today(today: date, name: str) -> None:
    week = [today - timedelta(days=back) for back in range(8)]
    named = [day for day in week if f"{day:%a}".lower() == name]
    assert own_day(name, today.toordinal()) == named[0].toordinal()
    before = [day for day in named if day < today]
    assert own_day(f"last {name}", today.toordinal()) == before[0].toordinal()


@pytest.mark.parametrize(
    "words", ["", "mo", "monx", "last", "last night", "may", "3 d", "ago", "-3d ago", "3 years ago"]
)
def test_other_words_are_no_name(words: str) -> None:
    assert own(words) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20 nov", "2026-11-20"),
        ("nov 20", "2026-11-20"),
        ("20 november 2024", "2024-11-20"),
        ("november 20 2024", "2024-11-20"),
        ("on 1st of sept", "2026-09-01"),
        ("dec 3rd", "2025-12-03"),
        ("23 nov", "2026-11-23"),
        ("24 nov", "2025-11-24"),
        ("29 feb", "2024-02-29"),
        ("mon 23 nov 2026", "2026-11-23"),
        ("sunday nov 22", "2026-11-22"),
    ],
)
def test_a_date_is_read_and_without_a_year_is_the_latest(words: str, expected: str) -> None:
    assert written(words) == expected


@pytest.mark.parametrize("words", ["2026-1-5", "20 nov 26", "20 no", "20", "nov", "xyz 20 nov"])
def test_other_words_are_no_date(words: str) -> None:
    assert written(words) is None


def test_the_leap_day_is_found_across_a_century_without_one() -> None:
    assert written_date("29 feb", date(2104, 2, 28).toordinal()) == date(2096, 2, 29).toordinal()


@pytest.mark.parametrize("words", ["2026-02-29", "31 apr", "0 nov", "99 nov", "2026-00-10"])
def test_a_date_that_does_not_exist_is_refused(words: str) -> None:
    assert written(words) == "{} names a day that the calendar does not have."


def test_a_date_with_another_weekday_is_asked_again() -> None:
    assert written("tue 23 nov 2026") == "{} names Tue, and that date is Mon 23 Nov 2026."


@given(day=DAYS, today=DAYS)
def test_a_written_date_is_read_back_in_every_form(day: date, today: date) -> None:
    for form in ("%Y-%m-%d", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%a %d %b %Y", "%A %d %B %Y"):
        words = day.strftime(form).lower()
        assert written_date(words, today.toordinal()) == day.toordinal()


@given(day=DAYS, today=DAYS)
def test_a_date_without_a_year_is_never_to_come_and_never_older_than_needed(
    day: date, today: date
) -> None:
    found = written_date(f"{day.day} {day:%b}".lower(), today.toordinal())
    assert isinstance(found, int)
    latest = date.fromordinal(found)
    assert (latest.month, latest.day) == (day.month, day.day)
    later = [today - timedelta(days=back) for back in range((today - latest).days)]
    assert latest <= today
    assert (day.month, day.day) not in {(one.month, one.day) for one in later}


def test_a_word_counts_as_one() -> None:
    assert (count("a"), count("an"), count("12")) == (1, 1, 12)
