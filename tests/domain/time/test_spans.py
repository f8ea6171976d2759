from __future__ import annotations

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrjournal.content.words.times import time_words
from hrjournal.domain.time.parse_moment import CurrentTime, now_at
from hrjournal.domain.time.spans import TimeSpan, time_spans

UTC: Final = ZoneInfo("Etc/UTC")


def present(text: str, country: str = "US") -> CurrentTime:
    instant = int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())
    return now_at(instant, UTC)._replace(words=lambda: time_words(country))


NOW: Final = present("2026-11-25T21:10")  # a Wednesday
GERMAN: Final = present("2026-11-25T21:10", "DE")


def said(line: str, now: CurrentTime = NOW) -> list[tuple[str, str]]:
    words = line.split()
    return [
        (" ".join(words[one.start : one.end]), meant(one, now)) for one in time_spans(words, now)
    ]


def meant(span: TimeSpan, now: CurrentTime) -> str:
    if span.moment is None:
        assert span.error is not None
        return "refused"
    shown = date.fromordinal(span.moment.day(now.day_start)).isoformat()[5:]
    return f"{shown} {span.moment.clock()}" if span.moment.timed else shown


@pytest.mark.parametrize(
    ("line", "span", "when"),
    [
        ("3 beers last night", "last night", "11-24"),
        ("beer 2 at 7pm", "at 7pm", "11-25 19:00"),
        ("beer 9pm", "9pm", "11-25 21:00"),
        ("beer 20:30", "20:30", "11-25 20:30"),
        ("yesterday 3 beers", "yesterday", "11-24"),
        ("3 pints on friday", "on friday", "11-20"),
        ("acid 1 tab sat", "sat", "11-21"),
        ("mushrooms 1.5 g last saturday", "last saturday", "11-21"),
        ("xanax 2mg last night at 11pm", "last night at 11pm", "11-24 23:00"),
        ("2 joints 10pm yesterday", "10pm yesterday", "11-24 22:00"),
        ("half past eight pm beer", "half past eight pm", "11-25 20:30"),
        ("joint 30 min ago", "30 min ago", "11-25 20:40"),
        ("two beers two hours ago", "two hours ago", "11-25 19:10"),
        ("a couple of beers a couple of hours ago", "a couple of hours ago", "11-25 19:10"),
        ("half an hour ago half a pill", "half an hour ago", "11-25 20:40"),
        ("xanax 0.5 12h ago", "12h ago", "11-25 09:10"),
        ("2 wines saturday night at 11", "saturday night at 11", "11-21 23:00"),
        ("beer 2 at 2030", "at 2030", "11-25 20:30"),
        ("beer 2 around 9pm", "around 9pm", "11-25 21:00"),
        ("2 beers in the afternoon", "in the afternoon", "11-25"),
        ("5 beers nov 20 at 9pm", "nov 20 at 9pm", "11-20 21:00"),
        ("20 nov 5 beers", "20 nov", "11-20"),
        ("on 11/20 3 beers", "on 11/20", "11-20"),
        ("methadone 60 mg 8 am", "8 am", "11-25 08:00"),
        ("10 cigs all day", "all day", "11-25"),
        ("3 beers on the 20th", "on the 20th", "11-20"),
        ("beer 2 tomorrow", "tomorrow", "refused"),
        ("beer 2 11pm", "11pm", "refused"),
        ("beer 2 25:00", "25:00", "refused"),
        ("beer 2 at 9", "at 9", "refused"),
        ("3 beers between 7 and 9pm", "between 7 and 9pm", "refused"),
        ("3 beers last week", "last week", "refused"),
        ("next friday 2 beers", "next friday", "refused"),
        ("beer 5 nov 20", "5 nov 20", "refused"),
    ],
)
def test_a_time_within_a_line_is_found_whole(line: str, span: str, when: str) -> None:
    assert said(line) == [(span, when)]


@pytest.mark.parametrize(
    ("line", "span", "when"),
    [
        ("zwei bier gestern abend", "gestern abend", "11-24"),
        ("3 bier heute um 20 uhr", "heute um 20 uhr", "11-25 20:00"),
        ("vor 2 stunden ein bier", "vor 2 stunden", "11-25 19:10"),
        ("bier 0,5 l am 20.11.", "am 20.11.", "11-20"),
    ],
)
def test_places_are_those_of_the_words_as_typed(line: str, span: str, when: str) -> None:
    assert said(line, GERMAN) == [(span, when)]


def test_two_times_are_both_found() -> None:
    assert said("2 beers yesterday and 3 today") == [("yesterday", "11-24"), ("today", "11-25")]
    assert said("fri 3 beers, sat 4") == [("fri", "11-20"), ("sat", "11-21")]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "beer 9",
            "beer 1/2",
            "11/20 beers",
            "2 to 4 beers",
            "2-4 beers",
            "between 2 and 4 beers",
        ),
        *(
            "half a bottle of wine",
            "night nurse 1",
            "morning glory 20 seeds",
            "one last beer",
            "420",
        ),
        *(
            "2 at 5 mg",
            "the 2nd beer",
            "1st joint",
            "half 8",
            "slept 7h",
            "0.75 l wine",
            "lsd 2000 ug",
            "a beer",
            "the usual",
            "march",
            "",
        ),
    ],
)
def test_what_can_be_an_amount_or_a_name_is_no_time(line: str) -> None:
    assert said(line) == []


def test_without_other_words_plain_english_is_found() -> None:
    now = NOW._replace(words=None)
    assert said("3 beers last night, gestern", now) == [("last night,", "11-24")]


WORDS: Final = (
    *("beer", "2", "0.5", "1/2", "at", "on", "in", "the", "last", "night", "half", "past", "to"),
    *("yesterday", "today", "tomorrow", "sat", "nov", "20", "2026", "9pm", "25:00", "22:30", "ago"),
    *(
        "hours",
        "a",
        "an",
        "and",
        "-",
        "-2h",
        "20.11.",
        "11/20",
        "week",
        "between",
        "morgens",
        "vor",
    ),
    *("", ",", "z", "+14:00", "second", "noon", "next", "9999-12-31", "0001-01-01", "99999999999"),
)


@settings(max_examples=300)
@given(
    words=st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=8),
    now=st.sampled_from([NOW, GERMAN, present("2026-11-28T00:43"), NOW._replace(words=None)]),
)
def test_any_words_give_spans_in_order_each_with_one_meaning(
    words: list[str], now: CurrentTime
) -> None:
    end = 0
    for span in time_spans(words, now):
        assert end <= span.start < span.end <= len(words)
        assert (span.moment is None) != (span.error is None)
        if span.moment and span.moment.timed:
            assert span.moment.instant <= now.moment.instant + 60
        end = span.end
