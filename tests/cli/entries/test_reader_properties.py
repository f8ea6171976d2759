"""The reader in a journal: nothing unknown is kept, and what an answer says can be typed back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unicodedata import combining, normalize

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from hrjournal.cli.context import AppContext
from hrjournal.cli.entries.log_use import MOST, plain_use
from hrjournal.cli.entries.understand import Reader
from hrjournal.content.units import catalogue
from hrjournal.domain.substances.amount import Amount
from hrjournal.domain.substances.substance import even, fold
from hrjournal.domain.time.parse_date import NAMED
from hrjournal.domain.time.phrase import CLOCKS, DAY_AND_PART
from hrjournal.domain.time.spans import BEGINNINGS, BEHIND_NUMBER
from hrjournal.errors import NotUnderstoodError
from hrjournal.pages.entries.confirmation import amount_words
from support.examples import EXAMPLES
from support.meanings import SHORT, jobs
from support.vocabulary import CODES, stems
from support.words import amount as read_amount
from support.words import knowledge

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from conftest import Answer
    from hrjournal.store import Journal

Run = Callable[..., "Answer"]
NOW: Final = 1_795_423_200  # 23 November 2026, 09:40 in Warsaw
IN_A_JOURNAL: Final = partial(
    settings,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much],
)
TIMES: Final = {*NAMED, *CLOCKS, *DAY_AND_PART, *BEGINNINGS, *BEHIND_NUMBER}  # begin a time
KNOWN: Final = {even(word) for word in jobs("US")} | TIMES
NAMES: Final = sorted(word for word in map(fold, catalogue().names()) if word.isalpha())
LETTERS: Final = st.one_of(
    [
        st.text(alphabet, min_size=3, max_size=12)
        for alphabet in (
            "abcdefghijklmnopqrstuvwxyz",
            "\u00e4\u00f6\u00fc\u0142\u0119\u015b\u017e\u00f8aeioklmnrst",
            "\u0430\u0431\u0432\u0433\u0434\u0435\u0436\u043a\u043b\u043c\u043d\u043e\u0440",
            "\u03b1\u03b2\u03b3\u03b4\u03b5\u03ba\u03bb\u03bd\u03bf\u03c1",
            "\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5\u05d9\u05db",
            "\u0627\u0628\u062a\u062b\u062f\u0631\u0633\u0645",
            "\u5927\u9ebb\u9152\u70df\u98f2\u5c0f\u4e2d",
            "\u0e01\u0e02\u0e04\u0e07\u0e08\u0e19\u0e21",
        )
    ]
)
DIGITS: Final = st.builds("{}{}".format, LETTERS, st.integers(0, 999))
NEAR: Final = st.builds(
    lambda name, place, letter: f"{name[: place % len(name)]}{letter}{name[place % len(name) :]}",
    st.sampled_from(NAMES),
    st.integers(0, 20),
    st.sampled_from("aehkmnrstxyz"),
)
FORMS: Final = ("{}", "{} 2", "2 {}", "{} ?", "beer 2 {}", "{} and 2 beers", "{} last night")


def plain_letters(word: str) -> str:
    """The word without accents."""
    apart = normalize("NFD", word.translate({0x142: "l", 0xF8: "o"}))
    return "".join(mark for mark in apart if not combining(mark))


def outside(word: str) -> bool:
    """Whether the letters of a word are none that the vocabulary has, nor begin like a day."""
    letters = word.rstrip("0123456789")
    if plain_letters(letters) in PLAIN:
        return False  # times are known without their accents
    spelled = {even(stem) for part in (word, letters) for stem in stems(part)}
    return not spelled & KNOWN and plain_letters(letters)[:3] not in SHORT


PLAIN: Final = frozenset(map(plain_letters, KNOWN))
UNKNOWN: Final = (LETTERS | DIGITS | NEAR).filter(outside)


@contextmanager
def opened(home: Path) -> Iterator[tuple[AppContext, Journal]]:
    """The journal of this home, open, and the run that opened it."""
    del home  # the place is in the environment
    app = AppContext(clock=lambda: NOW)
    with app.open_journal(write=True) as journal:
        yield app, journal


def unknown_words_are_refused(home: Path, examples: int) -> None:
    with opened(home) as (app, journal):
        reader = Reader(app, journal)

        @IN_A_JOURNAL(max_examples=examples)
        @given(UNKNOWN, st.sampled_from(FORMS))
        def refused(word: str, form: str) -> None:
            with pytest.raises(NotUnderstoodError) as raised:
                reader.uses(form.format(word).split())
            assert len(str(raised.value).splitlines()) == 1

        refused()


def test_words_that_nobody_knows_are_refused(home: Path) -> None:
    unknown_words_are_refused(home, 100)


@pytest.mark.slow
def test_many_words_that_nobody_knows_are_refused(home: Path) -> None:
    unknown_words_are_refused(home, EXAMPLES)


def test_nothing_is_saved_of_words_that_nobody_knows(run: Run) -> None:
    @IN_A_JOURNAL(max_examples=8)
    @given(UNKNOWN | st.text(max_size=20), st.sampled_from(FORMS))
    def refused(word: str, form: str) -> None:
        assume(outside(fold(word)) and "," not in word and word.strip().isalpha())
        answer = run("log", "--", *form.format(word).split())
        assert (answer.code, answer.out) == (1, "")
        assert len(answer.err.splitlines()) == 1
        assert "Traceback" not in answer.err

    refused()
    assert "#1" in run("checkin", "6").out  # the first record of all


def new_words_are_kept(home: Path, examples: int) -> None:
    with opened(home) as (app, journal):
        reader = Reader(app, journal)

        @IN_A_JOURNAL(max_examples=examples)
        @given(UNKNOWN, st.booleans())
        def kept(word: str, turned: bool) -> None:
            reader.own.clear()
            line = ("3", word) if turned else (word, "3")
            ((use, moment),) = reader.uses(line, new=True).uses
            assert (use.name.word, moment) == (word, None)
            assert use.amount
            assert (use.amount.low, use.amount.unit) == (3_000, "times")

        kept()


def test_a_new_word_is_kept_as_typed(home: Path) -> None:
    new_words_are_kept(home, 100)


@pytest.mark.slow
def test_many_new_words_are_kept_as_typed(home: Path) -> None:
    new_words_are_kept(home, EXAMPLES)


@pytest.mark.parametrize("code", CODES)
def test_a_plain_line_says_what_the_reader_of_all_lines_says(
    home: Path, run: Run, code: str
) -> None:
    assert run("config", "country", code).code == 0
    with opened(home) as (app, journal):
        reader = Reader(app, journal)
        for number in range(1, MOST + 1):
            for line in (("alcohol", str(number)), ("ALCOHOL", str(number))):
                assert plain_use(app, journal, line) == reader.uses(line)
        for line in (("alcohol", "02"), ("Alcohol", "09")):
            assert plain_use(app, journal, line) == reader.uses(line)
        for text in ("0", "00", "21", "2.5", "~3", "2-4", "?", "\u0663", "-2", "100"):
            assert plain_use(app, journal, ("alcohol", text)) is None
        for words in (("alcohol",), ("beer", "2"), ("2", "alcohol"), ("alcohol", "2", "3")):
            assert plain_use(app, journal, words) is None


AMOUNTS: Final = st.builds(
    lambda low, more, about: (low, low + more, about and not more),
    st.integers(1, 2_000_000),
    st.just(0) | st.integers(1, 2_000_000),
    st.booleans(),
)


def same_when_typed_back(code: str, kind_id: str, unit: str, amount: Amount) -> None:
    """An amount said, read again and found to be no farther away than it was rounded."""
    units = knowledge(code).units
    said = amount_words(amount, units).partition(" (")[0]
    assume("under" not in said)  # less than the last place of what is shown
    again = read_amount(f"{catalogue().kinds[kind_id].name} {said}", code, sure=True)
    assert (again.unit, again.about) == (unit, amount.about)
    _, factor, places = units.shown(unit, amount.high or 0)
    rounded = Fraction(factor) * 1000 / 10**places / 2 + 1
    for end, first in ((again.low, amount.low), (again.high, amount.high)):
        assert end is not None
        assert first is not None
        assert abs(end - first) <= rounded


@st.composite
def known_amounts(draw: st.DrawFn) -> tuple[str, str, str, Amount]:
    """Some of a kind in one of its units, in a country."""
    code = draw(st.sampled_from(CODES))
    kinds = [kind for kind in catalogue().kinds.values() if kind.id not in {"other", "lean"}]
    kind = draw(st.sampled_from(kinds))
    unit = knowledge(code).units.base(draw(st.sampled_from(kind.units)))
    low, high, about = draw(AMOUNTS)
    return code, kind.id, unit, Amount(low, high, unit, about)


@settings(max_examples=150)
@given(known_amounts())
def test_an_amount_as_it_is_said_can_be_typed_back(one: tuple[str, str, str, Amount]) -> None:
    same_when_typed_back(*one)


@pytest.mark.slow
@settings(max_examples=EXAMPLES)
@given(known_amounts())
def test_many_amounts_can_be_typed_back(one: tuple[str, str, str, Amount]) -> None:
    same_when_typed_back(*one)


SAID: Final = (
    ("GB", "4 pints of lager at 23:10 yesterday", "2026-11-23 09:40"),
    ("DE", "2 halbe last night", "2026-11-23 09:40"),
    ("US", "vodka and coke 00:20", "2026-11-22 01:30"),
    ("AU", "3-4 schooners", "2026-10-25 02:30"),
    ("GB", "cannabis 2 joints at 01:50", "2026-10-25 03:30"),
    ("PL", "diazepam 10 mg on friday", "2026-11-23 09:40"),
    ("NL", "~3 biertjes 3 days ago", "2026-03-29 03:30"),
    ("CA", "1500 mg kratom yesterday at 02:10", "2026-11-23 09:40"),
)


@pytest.mark.parametrize(("code", "line", "at"), SAID)
def test_an_answer_typed_back_gives_the_same_record(
    run: Run, code: str, line: str, at: str
) -> None:
    run("config", "country", code)
    first = run("log", *line.split(), at=at)
    assert first.code == 0, first.err
    words = first.out.splitlines()[0].removeprefix("Saved #1. ").removesuffix(".")
    if drink := re.fullmatch(r".* \((.*), [^)]* g\), (.*)", words):  # a drink in own words
        name, said, when = "Alcohol", *drink.groups()
    else:
        what, _, when = words.partition(", ")
        name, _, said = what.partition(": ")
    again = run("log", name, *said.partition(" (")[0].split(), f"--at={when}", at=at)
    assert again.code == 0, again.err
    one, two = (json.loads(run("show", str(number), "--json").out) for number in (1, 2))
    for field in ("substance", "day", "time", "instant", "offset_seconds"):
        assert one[field] == two[field], field
    assert one["amount"]["unit"] == two["amount"]["unit"]
    for end in ("low", "high"):  # drinks are said to a tenth, and hold at most 14 grams
        assert one["amount"][end] == pytest.approx(two["amount"][end], abs=0.71)
