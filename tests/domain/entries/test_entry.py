from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import EPOCH, Entry, EntryType, Moment, day_name
from hrjournal.errors import UsageError

MOMENT = Moment(1_795_423_200, 3600, "Europe/Warsaw")


def entry(**fields: Any) -> Entry:
    return Entry(type=EntryType.CHECKIN, moment=MOMENT, **fields)


def refusal(**fields: Any) -> str:
    with pytest.raises(UsageError) as refused:
        entry(**fields)
    return str(refused.value)


def test_the_first_day_of_all_counting_is_the_first_of_january_1970() -> None:
    assert date.fromordinal(EPOCH) == date(1970, 1, 1)


@pytest.mark.parametrize(
    ("clock", "starts", "expected"),
    [
        ("2026-11-22T01:30", 4 * 3600, "2026-11-21"),
        ("2026-11-22T03:59:59", 4 * 3600, "2026-11-21"),
        ("2026-11-22T04:00", 4 * 3600, "2026-11-22"),
        ("2026-11-22T01:30", 0, "2026-11-22"),
        ("2026-11-22T11:59", 12 * 3600, "2026-11-21"),
        ("2026-11-22T23:59:59", 4 * 3600, "2026-11-22"),
    ],
)
def test_the_small_hours_belong_to_the_day_before(clock: str, starts: int, expected: str) -> None:
    local = int(datetime.fromisoformat(clock).replace(tzinfo=UTC).timestamp())
    for offset in (0, 3600, -18_000, 46_800):
        moment = Moment(local - offset, offset, "somewhere")
        assert date.fromordinal(moment.day(starts)).isoformat() == expected


@given(
    instant=st.integers(86_400, 4_133_980_800),
    minutes=st.integers(-12 * 60, 14 * 60),
    starts=st.integers(0, 86_399),
)
def test_a_moment_keeps_the_wall_clock_and_the_persons_day(
    instant: int, minutes: int, starts: int
) -> None:
    moment = Moment(instant, minutes * 60, "somewhere")
    wall = datetime.fromtimestamp(instant, timezone(timedelta(minutes=minutes)))
    assert moment.clock() == f"{wall:%H:%M}"
    assert moment.local == int(wall.replace(tzinfo=UTC).timestamp())
    assert moment.day(starts) == (wall - timedelta(seconds=starts)).toordinal()


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_a_day_is_named_alike_in_every_locale(day: date) -> None:
    weekday, number, month, year, *_ = format_datetime(
        datetime(day.year, day.month, day.day)
    ).split()
    assert day_name(day.toordinal()) == f"{weekday.strip(',')} {int(number)} {month} {year}"


def test_an_entry_says_nothing_that_was_not_said() -> None:
    plain = entry()
    said = {"type": EntryType.CHECKIN, "moment": MOMENT}
    unsaid = {name: getattr(plain, name) for name in Entry._fields if name not in said}
    assert {name: value for name, value in unsaid.items() if value is not None} == {
        "planned": False,
        "triggers": (),
        "copings": (),
        "steps": (),
        "id": 0,
        "written": 0,
    }


def test_an_entry_does_not_change() -> None:
    kept = entry(mood=4)
    for name in Entry._fields:
        with pytest.raises(AttributeError):
            setattr(kept, name, 5)
    assert kept == entry(mood=4)


@pytest.mark.parametrize("scale", ["mood", "urge", "urge_after", "anxiety", "pain"])
def test_a_scale_goes_from_0_to_10(scale: str) -> None:
    for value in (0, 10):
        assert getattr(entry(**{scale: value}), scale) == value
    for value in (-1, 11):
        name = scale.replace("_", " ").capitalize()
        assert refusal(**{scale: value}) == f"{name} is a number from 0 to 10."


@pytest.mark.parametrize(
    ("name", "largest", "sentence"),
    [
        ("sleep", 24 * 60, "Sleep is between 0 and 24 hours."),
        ("minutes", 7 * 24 * 60, "Minutes is between 0 and 10080 minutes."),
        ("spend", 10**12, "Spend is 0 or more."),
    ],
)
def test_a_length_or_a_sum_lies_within_reason(name: str, largest: int, sentence: str) -> None:
    for value in (0, largest):
        assert getattr(entry(**{name: value}), name) == value
    for value in (-1, largest + 1):
        assert refusal(**{name: value}) == sentence


def test_a_note_can_be_long_but_not_endless() -> None:
    assert entry(note="x" * 200_000).note == "x" * 200_000
    assert refusal(note="x" * 200_001) == (
        "A note can hold 200,000 characters. Please shorten this one."
    )


@pytest.mark.parametrize("name", ["triggers", "copings", "steps", "route", "company"])
def test_a_short_word_is_short_and_not_empty(name: str) -> None:
    several = name.endswith("s")
    for word in ("a", "x" * 80):
        value = ("walk", word) if several else word
        assert getattr(entry(**{name: value}), name) == value
    for word in ("", "x" * 81):
        said = refusal(**{name: ("walk", word) if several else word})
        assert said.startswith(
            "A trigger, step or other short word has 1 to 80 characters on one line."
        )
