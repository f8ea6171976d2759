from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest

from hrjournal.content.loader import load
from hrjournal.content.units import countries
from hrjournal.content.words.times import time_words
from hrjournal.domain.time.parse_moment import CurrentTime, now_at, read_day, read_moment
from hrjournal.domain.time.vocabulary import LONGEST_PHRASE
from hrjournal.errors import UsageError

WARSAW: Final = ZoneInfo("Europe/Warsaw")


def evening(country: str) -> CurrentTime:
    """Wednesday, 25 November 2026, 21:10, in a country."""
    instant = int(datetime(2026, 11, 25, 21, 10, tzinfo=WARSAW).timestamp())
    return now_at(instant, WARSAW)._replace(words=lambda: time_words(country))


def wall(text: str, now: CurrentTime) -> str:
    moment = read_moment(text, now)
    assert moment.timed
    return datetime.fromtimestamp(moment.instant, WARSAW).isoformat()


def day(text: str, now: CurrentTime) -> str:
    assert not read_moment(text, now).timed
    return date.fromordinal(read_day(text, now)).isoformat()


def refusal(text: str, now: CurrentTime) -> str:
    with pytest.raises(UsageError) as refused:
        read_moment(text, now)
    return str(refused.value)


TABLES = [table for name, table in load("times").tables() if name not in {"dates", "clocks"}]
SAID = [said for table in TABLES for plain in table.facts for said in table.texts(plain)]


def test_every_phrase_means_one_thing() -> None:
    twice = [said for said, times in Counter(SAID).items() if times > 1]
    assert twice == []


def test_every_phrase_is_found_as_it_is_written() -> None:
    for said in SAID:
        assert said == " ".join(said.lower().split())
        assert said.isascii()
        assert len(said.split()) <= LONGEST_PHRASE


def test_no_phrase_hides_what_it_means() -> None:
    phrases = time_words("US").phrases
    for said, plain in phrases.items():
        assert said not in plain.split()
        assert phrases.get(plain, plain) == plain


def test_countries_are_written_by_their_codes() -> None:
    file = load("times")
    named = {
        *file.table("dates").texts("month_first"),
        *file.table("dates").texts("either"),
        *file.table("clocks").texts("twelve_hours"),
    }
    assert named - countries().keys() <= {"CN", "HU", "KR", "LT", "PH", "TW"}


def test_words_keep_their_places() -> None:
    words = time_words("DE").plain(["zwei", "bier", "heute", "Früh".lower(), "um", "8"])
    assert [(word.text, word.start, word.end) for word in words] == [
        ("2", 0, 1),
        ("bier", 1, 2),
        ("this", 2, 4),
        ("morning", 2, 4),
        ("at", 4, 5),
        ("8", 5, 6),
    ]


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("US", "half past eight pm", "2026-11-25T20:30:00+01:00"),
        ("US", "a couple of hours ago", "2026-11-25T19:10:00+01:00"),
        ("US", "three quarters of an hour ago", "2026-11-25T20:25:00+01:00"),
        ("US", "twenty five minutes ago", "2026-11-25T20:45:00+01:00"),
        ("US", "just now", "2026-11-25T21:10:00+01:00"),
        ("GB", "yesterday at half eight in the evening", "2026-11-24T20:30:00+01:00"),
        ("DE", "gestern um 20 Uhr", "2026-11-24T20:00:00+01:00"),
        ("DE", "gestern abend um halb neun", "2026-11-24T20:30:00+01:00"),
        ("DE", "20:30 Uhr", "2026-11-25T20:30:00+01:00"),
        ("DE", "vor einer halben Stunde", "2026-11-25T20:40:00+01:00"),
        ("DE", "letzte Nacht um 2", "2026-11-25T02:00:00+01:00"),
        ("NL", "2 uur geleden", "2026-11-25T19:10:00+01:00"),
        ("NL", "gisteravond om 10", "2026-11-24T22:00:00+01:00"),
        ("PL", "pół godziny temu", "2026-11-25T20:40:00+01:00"),
        ("PL", "wczoraj o 22:00", "2026-11-24T22:00:00+01:00"),
    ],
)
def test_times_are_read_in_words_of_several_languages(
    country: str, text: str, expected: str
) -> None:
    assert wall(text, evening(country)) == expected


@pytest.mark.parametrize(
    ("country", "text", "expected"),
    [
        ("US", "two days ago", "2026-11-23"),
        ("US", "the night before last", "2026-11-23"),
        ("US", "lunchtime", "2026-11-25"),
        ("US", "on the 20th", "2026-11-20"),
        ("US", "the 31st", "2026-10-31"),
        ("US", "friday the 20th", "2026-11-20"),
        ("AU", "yesterday arvo", "2026-11-24"),
        ("DE", "Samstag Nacht", "2026-11-21"),
        ("NL", "vrijdagnacht", "2026-11-20"),
        ("DE", "gestern", "2026-11-24"),
        ("DE", "heute Früh", "2026-11-25"),
        ("DE", "vor 3 Tagen", "2026-11-22"),
        ("DE", "am Samstagabend", "2026-11-21"),
        ("NL", "eergisteren", "2026-11-23"),
        ("PL", "w środę", "2026-11-25"),
        ("PL", "20 listopada", "2026-11-20"),
        ("FR", "hier soir", "2026-11-24"),
        ("US", "11/20", "2026-11-20"),
        ("US", "20/11", "2026-11-20"),
        ("US", "3/2/2026", "2026-03-02"),
        ("GB", "3/2/2026", "2026-02-03"),
        ("GB", "03/02/26", "2026-02-03"),
        ("GB", "11/20", "2026-11-20"),
        ("DE", "20.11.", "2026-11-20"),
        ("DE", "3.2.2026", "2026-02-03"),
        ("US", "20.11.2026", "2026-11-20"),
        ("DE", "25.11", "2026-11-25"),
        ("", "2026/11/20", "2026-11-20"),
        ("", "5/5/2026", "2026-05-05"),
    ],
)
def test_days_are_read_in_words_of_several_languages_and_figures_of_the_country(
    country: str, text: str, expected: str
) -> None:
    assert day(text, evening(country)) == expected


@pytest.mark.parametrize(("country", "text"), [("", "3/2/2026"), ("CA", "3/2"), ("US", "3.2.2026")])
def test_figures_that_nobody_can_place_are_asked_again(country: str, text: str) -> None:
    now = evening(country)
    assert "can be read in more than one way" in refusal(text, now)
