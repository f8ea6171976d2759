from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Moment, Outcome
from hrjournal.domain.time.spans import TimeSpan
from hrjournal.domain.words.feelings import (
    LineReader,
    UnknownWordError,
    line_tokens,
    read_line,
    read_outcome,
    read_steps,
)
from hrjournal.errors import HrjournalError, NotUnderstoodError, UsageError

TRIGGERS = {"stress", "bored", "after work", "pain", "anxious", "sleep in"}
COPINGS = {"walk", "sleep"}
NAMES = {"alcohol", "smoke"}


class NamedThing(NamedTuple):
    """Stands for a substance, which is a tuple too."""

    name: str


def means(phrase: str) -> list[tuple[str, Any]]:
    word = phrase.replace(" ", "-")
    found: list[tuple[str, Any]] = []
    if phrase in TRIGGERS:
        found.append(("triggers", (word,)))
    if phrase in COPINGS:
        found.append(("copings", (word,)))
    return found + ([("substance", NamedThing(phrase))] if phrase in NAMES else [])


CHECKIN = LineReader("mood", means)
URGE = LineReader("urge", means, lasting="minutes", outcomes=True)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("6", {"mood": 6}),
        ("six", {"mood": 6}),
        ("6/10", {"mood": 6}),
        ("6 out of 10", {"mood": 6}),
        ("mood=6", {"mood": 6}),
        ("mood: 5, anxiety: 8", {"mood": 5, "anxiety": 8}),
        ("5 mood 8 anxiety", {"mood": 5, "anxiety": 8}),
        ("anxious 7", {"anxiety": 7}),
        ("6 anxious", {"mood": 6, "triggers": ("anxious",)}),
        ("craving 8", {"urge": 8}),
        ("no pain", {"pain": 0}),
        ("4, pain", {"mood": 4, "triggers": ("pain",)}),
        ("mood 5 sleep 7h", {"mood": 5, "sleep": 420}),
        ("sleep 7h 6", {"sleep": 420, "mood": 6}),
        ("6 sleep 7h", {"mood": 6, "sleep": 420}),
        ("slept 7 and a half hours", {"sleep": 450}),
        ("7 hours of sleep", {"sleep": 420}),
        ("slept 7h last night, mood 5", {"sleep": 420, "mood": 5}),
        ("sleep=7:30", {"sleep": 450}),
        (
            "I\u2019m feeling 4 because of stress and after work",
            {"mood": 4, "triggers": ("stress", "after-work")},
        ),
        ("4 walk", {"mood": 4, "copings": ("walk",)}),
    ],
)
def test_how_someone_is_is_read_in_any_order(line: str, fields: dict[str, Any]) -> None:
    assert read_line([line], CHECKIN).fields == fields
    assert read_line(line.split(), CHECKIN).fields == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("7 smoke", {"urge": 7, "substance": ("smoke",)}),
        ("alcohol 7", {"urge": 7, "substance": ("alcohol",)}),
        ("urge to smoke 6", {"urge": 6, "substance": ("smoke",)}),
        ("6 rode it out", {"urge": 6, "outcome": Outcome.RODE_OUT}),
        ("6, didn\u2019t use", {"urge": 6, "outcome": Outcome.RODE_OUT}),
        ("used 7", {"urge": 7, "outcome": Outcome.USED}),
        ("7 then 3", {"urge": 7, "urge_after": 3}),
        ("7 for half an hour", {"urge": 7, "minutes": 30}),
        ("7 passed after 20 minutes", {"urge": 7, "outcome": Outcome.RODE_OUT, "minutes": 20}),
        ("7 sleep", {"urge": 7, "copings": ("sleep",)}),
        ("to use 7", {"urge": 7}),
    ],
)
def test_an_urge_is_read_with_what_came_of_it(line: str, fields: dict[str, Any]) -> None:
    assert read_line([line], URGE).fields == fields


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("mood good", '"mood good" was not understood. Write a number from 0 to 10'),
        ("mood 12", "a number from 0 to 10"),
        ("11", "a number from 0 to 10"),
        ("7.5", "a number from 0 to 10"),
        ("slept 40", '"slept 40" was not understood. Sleep is written in hours'),
        ("slept 7.30", "Sleep is written in hours"),
        ("6 mood 5", "Say what it is a number of"),
        ("not 6", '"not" was not understood'),
        ("4 pain", "--pain 4 or --mood 4 --trigger pain"),
        (" ".join(["stress"] * 61), "a lot for one line"),
    ],
)
def test_what_is_not_understood_is_said(line: str, sentence: str) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_line([line], CHECKIN)
    assert sentence in str(refused.value)


def test_an_unknown_word_is_told_as_it_stands() -> None:
    with pytest.raises(UnknownWordError) as refused:
        read_line(["7 stress wisky"], URGE)
    assert refused.value.word == "wisky"


THEN = Moment(1_000_000, 0, "UTC")


def last_night(tokens: Any) -> list[TimeSpan]:
    starts = [place for place, word in enumerate(tokens) if word == "last"]
    now = [TimeSpan(place, place + 1, THEN) for place, word in enumerate(tokens) if word == "now"]
    return [TimeSpan(place, place + 2, THEN) for place in starts] + now


def test_a_time_within_a_line_is_taken_out_of_it() -> None:
    timed = CHECKIN._replace(times=last_night)
    assert read_line(["6 last night"], timed) == ({"mood": 6}, THEN)
    assert read_line(["slept 7h last night"], timed) == ({"sleep": 420}, None)
    assert read_line(["7 now 3"], URGE._replace(times=last_night)).moment is None
    with pytest.raises(UsageError, match="two times"):
        read_line(["6 last night last week"], timed)


@pytest.mark.parametrize("text", ["passed", "Rode it out", "rode-out", "didn't use"])
def test_an_outcome_has_many_names(text: str) -> None:
    assert read_outcome(text) is Outcome.RODE_OUT


def test_every_outcome_goes_by_its_own_word() -> None:
    assert [read_outcome(word) for word in Outcome] == list(Outcome)
    with pytest.raises(UsageError, match="rode-out, delayed, less, used"):
        read_outcome("lost")


KNOWN = {"water": "water", "drank water": "water", "ate": "ate", "not alone": "not-alone"}


@pytest.mark.parametrize(
    ("line", "steps", "unknown"),
    [
        ("water", ("water",), ()),
        ("drank water, ate and water", ("water", "ate"), ()),
        ("wter not alone", ("water", "not-alone"), ()),
        ("ate sang loud water", ("ate", "water"), ("sang loud",)),
        ("sang, danced", (), ("sang", "danced")),
        ("", (), ()),
    ],
)
def test_steps_are_told_from_words_that_are_none(
    line: str, steps: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert read_steps([line], KNOWN) == (steps, unknown)


PARTS = st.sampled_from(
    [
        *("6", "six", "6/10", "7h", "half", "an", "hour", "a", "mood", "urge", "pain", "sleep"),
        *("slept", "stress", "alcohol", "walk", "rode", "it", "out", "then", "used", ",", "no"),
        *("11", "blah", "now", "of", "10", "and", "last", "night", "7:30"),
    ]
)


@given(st.lists(PARTS | st.text(max_size=5), max_size=12))
def test_any_line_is_understood_or_refused(words: list[str]) -> None:
    for reader in (CHECKIN, URGE):
        try:
            fields = read_line(words, reader).fields
        except HrjournalError:
            continue
        said = sum(
            len(value) if name in {"triggers", "copings"} else 1 for name, value in fields.items()
        )
        assert said <= len(line_tokens(words))
