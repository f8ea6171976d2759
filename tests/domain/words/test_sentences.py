"""Lines made from the grammar are read as they were made, and any text is read or refused."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction
from functools import cache, partial
from time import process_time
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrjournal.content.words.times import time_words
from hrjournal.domain.substances.substance import even
from hrjournal.domain.time.parse_moment import CurrentTime, now_at
from hrjournal.domain.time.spans import time_spans
from hrjournal.domain.words.lexicon import clean, meanings, pieces
from hrjournal.domain.words.reader import understand_uses
from hrjournal.errors import UsageError
from support.examples import EXAMPLES
from support.meanings import jobs
from support.sentences import Sentence, Thing, When, sentences
from support.vocabulary import CODES
from support.words import knowledge

if TYPE_CHECKING:
    from hrjournal.domain.entries.entry import Moment
    from hrjournal.domain.words.understood import Understood, Use

INSTANT: Final = int(datetime(2026, 11, 25, 21, 10, tzinfo=UTC).timestamp())
MADE: Final = partial(settings, suppress_health_check=list(HealthCheck))
FAST: Final = 0.25  # seconds for a line of 80 words, on a slow machine; far below a blow-up
LISTED_ONLY: Final = {"n,n-dmt", "other substance", "custom"}  # a list, and no names of a thing


@cache
def now(country: str) -> CurrentTime:
    """Wednesday 25 November 2026, 21:10."""
    return now_at(INSTANT, ZoneInfo("Etc/UTC"))._replace(words=lambda: time_words(country))


def read(line: str, country: str) -> Understood:
    present = now(country)
    return understand_uses(
        line, knowledge(country), lambda words: time_spans(words, present), sure=True
    )


def compare(sentence: Sentence) -> None:
    told = read(sentence.text, sentence.country)
    assert len(told.uses) == len(sentence.things)
    for timed, (thing, when) in zip(told.uses, sentence.things, strict=True):
        compare_use(timed.use, thing)
        compare_time(timed.moment, when)


def compare_use(use: Use, thing: Thing) -> None:
    amount = use.amount
    assert amount is not None
    assert even(use.name.word) == even(thing.name)
    assert (amount.unit, amount.about) == (thing.unit, thing.about)
    for end, exact in ((amount.low, thing.low), (amount.high, thing.high)):
        if end is None or exact is None:
            assert (end, exact) == (None, None)
        else:
            assert abs(end - exact) <= Fraction(1, 2)


def compare_time(moment: Moment | None, when: When | None) -> None:
    if moment is None or when is None:
        assert (moment, when) == (None, None)
        return
    clock = moment.clock() if moment.timed else None
    assert (moment.day(now("US").day_start), clock) == (when.day, when.clock)


@MADE(max_examples=100)
@given(sentences())
def test_a_line_is_read_as_it_was_made(sentence: Sentence) -> None:
    compare(sentence)


@pytest.mark.slow
@MADE(max_examples=EXAMPLES)
@given(sentences())
def test_many_lines_are_read_as_they_were_made(sentence: Sentence) -> None:
    compare(sentence)


@pytest.mark.parametrize("code", CODES)
def test_every_listed_phrase_is_read_whole(code: str) -> None:
    words = knowledge(code).lexicon
    listed = [word for word, done in jobs(code).items() if done != {"time"}]
    for phrase in listed:
        if phrase not in LISTED_ONLY:
            (whole,) = meanings(pieces(clean(phrase).split(), words), 0, words)
            assert whole.roles, phrase


def read_or_refused(line: str, country: str = "US") -> float:
    """How many seconds it takes to read a line, or to refuse it calmly."""
    began = process_time()
    try:
        uses = read(line, country).uses
    except UsageError:
        uses = ()
    assert all(timed.use.name.word and timed.use.words for timed in uses)
    return process_time() - began


PARTS: Final = (
    *(
        "2",
        "0.5",
        "1/2",
        "half",
        "a",
        "an",
        "the",
        "of",
        "at",
        "on",
        "last",
        "night",
        "9pm",
        "22:30",
    ),
    *(
        "nov",
        "20",
        "ago",
        "hours",
        "two",
        "days",
        "and",
        ",",
        "-",
        "to",
        "or",
        "beer",
        "pint",
        "wine",
    ),
    *(
        "mg",
        "xanax",
        "500ml",
        "5%",
        "x",
        "?",
        "about",
        "between",
        "20.11.",
        "quarter",
        "no",
        "with",
    ),
    *(
        "coke",
        "vodka",
        "joint",
        "$",
        "each",
        "+",
        "pack",
        "0.0",
        "foo",
        "halbe",
        "min",
        "k",
        "free",
    ),
)
ANY_TEXT: Final = (
    st.text(st.characters(exclude_categories=[]), max_size=60)
    | st.lists(st.sampled_from(PARTS) | st.text(max_size=4), max_size=20).map(" ".join)
    | st.lists(st.sampled_from(PARTS), max_size=8).map("".join)
)


@settings(max_examples=120)
@given(ANY_TEXT, st.sampled_from(CODES))
def test_any_text_is_read_or_refused(text: str, code: str) -> None:
    read_or_refused(text, code)


@pytest.mark.slow
@settings(max_examples=EXAMPLES)
@given(ANY_TEXT, st.sampled_from(CODES))
def test_many_texts_are_read_or_refused(text: str, code: str) -> None:
    read_or_refused(text, code)


@pytest.mark.slow
@settings(max_examples=60)
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=4))
def test_a_line_of_eighty_words_is_read_at_once(some: list[str]) -> None:
    line = " ".join((some * 80)[:80])
    read_or_refused("beer 2 last night", "DE")
    assert min(read_or_refused(line, "DE") for _ in range(3)) < FAST


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["9", "a-", ",", "1.", "x'", " ", "a ", "-", "1/", "\u0301", "~", "a=", "\u202e", "\0"]
)
def test_a_very_long_text_takes_no_more_than_its_length(text: str) -> None:
    read_or_refused("beer 2")
    assert min(read_or_refused(text * 4000) for _ in range(2)) < 8 * FAST
