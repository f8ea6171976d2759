from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.settings import (
    LEVELS,
    OWN_NAMES,
    SETTINGS,
    WEEKDAYS,
    Preferences,
    parse_setting,
)
from hrjournal.errors import UsageError

anything = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"\A[0-9]{1,3}:[0-9]{1,3}\Z"),
    st.from_regex(r"\A[0-9]{1,4} ?g?\Z"),
    st.sampled_from(
        [
            *WEEKDAYS,
            *LEVELS,
            "mo",
            "t",
            "GB",
            "pl",
            "٣٠",
            "²",
            "ß",
            "on",
            "10.5",
            "wins week",
            "none",
            "quiet",
        ]
    ),
)


def test_what_is_not_chosen_is_as_usual() -> None:
    usual = Preferences({})
    assert {key: usual.value(key) for key in SETTINGS} == {
        "country": "US",
        "day_starts_at": "04:00",
        "week_starts_on": "monday",
        "heavy_day": "56",
        "who_levels": "20/40/60",
        "drink_size": "country",
        "plain": "off",
        "discreet": "off",
        "today_shows": "written week wins hints",
        "checkin_questions": "mood urge",
        "notices_off": "none",
        "withdrawal_history": "no",
        "prescribed": "none",
        "day_totals": "cigarettes",
        "pause": "off",
    }
    assert (usual.country, usual.day_start, usual.week_start) == ("US", 4 * 3600, 0)
    assert (usual.heavy_day_thresholds.heavy, usual.heavy_day_thresholds.levels) == (
        56_000,
        (20_000, 40_000, 60_000),
    )


def test_what_is_chosen_holds() -> None:
    chosen = Preferences(
        {
            "country": "GB",
            "day_starts_at": "06:30",
            "week_starts_on": "sunday",
            "heavy_day": "60",
            "who_levels": "40/60/100",
        }
    )
    assert (chosen.country, chosen.day_start, chosen.week_start) == ("GB", 23_400, 6)
    assert (chosen.heavy_day_thresholds.heavy, chosen.heavy_day_thresholds.levels) == (
        60_000,
        (40_000, 60_000, 100_000),
    )


@given(st.sampled_from(sorted(SETTINGS)), anything)
def test_a_choice_is_refused_or_kept_in_one_plain_form(key: str, text: str) -> None:
    try:
        kept = parse_setting(key, text)
    except UsageError:
        return
    assert kept.isascii() or key in OWN_NAMES
    assert kept == kept.strip() != ""
    assert parse_setting(key, kept) == kept
    chosen = Preferences({key: kept})
    assert chosen.value(key) == kept
    assert 0 <= chosen.day_start < 12 * 3600
    assert 0 <= chosen.week_start < 7
    assert 0 < chosen.heavy_day_thresholds.heavy < 1_000_000


@pytest.mark.parametrize(
    ("key", "text", "kept"),
    [
        ("drink_size", "10 g", "10"),
        ("drink_size", "12,5", "12.5"),
        ("drink_size", "014.0", "14"),
        ("drink_size", "Country", "country"),
        ("plain", " ON ", "on"),
        ("today_shows", "wins, written", "written wins"),
        ("today_shows", "nothing", "nothing"),
        ("notices_off", "mixing sudden_stop", "mixing sudden_stop"),
        ("pause", "Numbers", "numbers"),
        ("withdrawal_history", "Yes", "yes"),
        ("withdrawal_history", "no", "no"),
    ],
)
def test_choices_are_read_as_people_write_them(key: str, text: str, kept: str) -> None:
    assert parse_setting(key, text) == kept


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("drink_size", "0.9"),
        ("drink_size", "101"),
        ("drink_size", "1.25"),
        ("drink_size", "-3"),
        ("plain", "yes"),
        ("today_shows", ""),
        ("today_shows", "nothing wins"),
        ("notices_off", "everything"),
        ("pause", "forever"),
        ("withdrawal_history", "maybe"),
    ],
)
def test_what_is_no_choice_is_refused(key: str, text: str) -> None:
    with pytest.raises(UsageError):
        parse_setting(key, text)


@given(st.integers(0, 11), st.integers(0, 59))
def test_every_morning_time_can_start_a_day(hour: int, minute: int) -> None:
    kept = parse_setting("day_starts_at", f"{hour}:{minute:02}")
    assert Preferences({"day_starts_at": kept}).day_start == hour * 3600 + minute * 60


@pytest.mark.parametrize("day", range(7))
def test_every_weekday_can_start_a_week_by_its_name_or_its_beginning(day: int) -> None:
    for text in (WEEKDAYS[day], WEEKDAYS[day].title(), WEEKDAYS[day][:2], f" {WEEKDAYS[day][:3]} "):
        assert parse_setting("week_starts_on", text) == WEEKDAYS[day]


@pytest.mark.parametrize("text", ["12:00", "24:00", "4:0", "04.00", "-1:00", "4", ":", "\u0664:00"])
def test_an_afternoon_or_a_riddle_starts_no_day(text: str) -> None:
    with pytest.raises(UsageError, match="from 00:00 to 11:59"):
        parse_setting("day_starts_at", text)


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(UsageError, match="week_starts_on"):
        parse_setting("colors", "red")
