"""The worked example of each question, and what heavier and comparable mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.report.patterns import questions
from hrjournal.report.patterns.association import PairedRows
from hrjournal.report.patterns.diary import Diary, most_frequent
from hrjournal.report.patterns.noted import alike
from hrjournal.report.patterns.questions import HOURS, QUESTIONS, Topics, asked, topics
from support.builders import ALCOHOL, TODAY, entry, history

Question = Callable[[Diary, str], PairedRows | None]
LAST = 3  # the number of the last of four days
ARGUMENT: dict[str, Any] = {"triggers": ("argument",)}


def checkin(number: int, **fields: Any) -> Entry:
    """A check-in on day 0 to 4 of an example whose last logged day is day 3."""
    return entry(EntryType.CHECKIN, TODAY - LAST + number, "09:00", **fields)


def urge(number: int, clock: str, **fields: Any) -> Entry:
    return entry(EntryType.URGE, TODAY - LAST + number, clock, **fields)


def diary(marks: str, *records: Entry) -> Diary:
    return Diary(history(marks, records=records), ALCOHOL, TODAY + 5)


SAME_DAY = (checkin(0, **ARGUMENT), checkin(2, **ARGUMENT))
MOODS = tuple(checkin(number + 1, mood=mood) for number, mood in enumerate((5, 7, 3)))
SLEEPS = (checkin(1, sleep=420), checkin(3, sleep=300))
URGES = (
    urge(0, "23:10", urge=8, copings=("walk",), outcome=Outcome.RODE_OUT),
    urge(1, "07:00", urge=3, outcome=Outcome.USED),
    urge(2, "21:00", urge=7, outcome=Outcome.RODE_OUT),
    urge(3, "12:00", urge=7),  # its end is not known
)


@pytest.mark.parametrize(
    ("question", "word", "found", "x", "y"),
    [
        (questions.amount, "argument", diary("1 0 3 ?", *SAME_DAY), [1, 0, 1], [2000, 0, 6000]),
        (questions.used, "argument", diary("1 0 3 ?", *SAME_DAY), [1, 0, 1, 0], [1, 0, 1, 1]),
        (
            questions.urges,
            "argument",
            diary("1 0 3 .", *SAME_DAY, urge(0, "20:00"), urge(0, "21:00")),
            [1, 0, 1],
            [2, 0, 0],
        ),
        (questions.heavier_mood, "", diary("0 0 3 .", *MOODS), [0, 0, 1], [5, 7, 3]),
        (questions.heavier_sleep, "", diary("0 0 3 .", *SLEEPS), [0, 1], [420, 300]),
        (questions.none_mood, "", diary("0 0 3 .", *MOODS), [1, 1, 0], [5, 7, 3]),
        (questions.none_sleep, "", diary("0 0 3 .", *SLEEPS), [1, 0], [420, 300]),
        (questions.coping, "walk", diary("1 1 1 1", *URGES), [1, 0, 0], [1, 0, 1]),
        (questions.hour, "evening", diary("1 1 1 1", *URGES), [1, 0, 1], [1, 0, 1]),
    ],
)
def test_each_question_compares_the_rows_that_it_says(
    question: Question, word: str, found: Diary, x: list[int], y: list[float]
) -> None:
    rows = question(found, word)
    assert rows is not None
    assert (list(rows.x), list(rows.y)) == (x, y)
    assert len(rows.times) == len(rows.groups) == len(x)


def test_every_question_has_its_example() -> None:
    assert len(QUESTIONS) == 9
    assert len({question.id for question in QUESTIONS}) == 9
    assert all(question.rows.__doc__ for question in QUESTIONS)


def test_urges_are_compared_within_bands_of_strength_in_their_order() -> None:
    rows = questions.coping(diary("1 1 1 1", *URGES), "walk")
    assert rows is not None
    assert (list(rows.times), rows.groups, rows.yes_no) == ([0, 1, 2], [3, 1, 3], True)


def test_days_are_compared_within_weekdays_by_their_numbers() -> None:
    rows = questions.amount(diary("1 . 3 0", *SAME_DAY), "argument")
    assert rows is not None
    assert rows.times == (TODAY - 3, TODAY - 1, TODAY)
    assert rows.groups == [day % 7 for day in rows.times]


def test_30_questions_at_most_in_a_fixed_order() -> None:
    every = list(asked(Topics(tuple("abcdef"), tuple("wxyz"))))
    assert len(every) == 30
    assert [word for _, word in every[:6]] == list("abcdef")
    assert [word for _, word in every[-4:]] == list(HOURS)
    assert {question.id for question, _ in every[:18]} == {"amount", "used", "urges"}


@pytest.mark.parametrize(
    ("clock", "band"),
    [("05:59", "night"), ("06:00", "morning"), ("12:00", "afternoon"), ("18:00", "evening")],
)
def test_a_day_has_four_quarters(clock: str, band: str) -> None:
    assert questions.hour_band(entry(EntryType.URGE, clock=clock).moment.local) == band


@pytest.mark.parametrize(
    ("marks", "heavier"),
    [
        ("1 2 3", "3"),
        ("0 0 0 0 5 6 7", "6 7"),
        ("2 2 2 2 2 3", "3"),  # one of six is more than 15 %
        ("2*6 3", "2*6 3"),  # one of seven is not: days at the line count too
        ("5*5 0*5 9", "5*5 9"),
        ("? 1 2 3", "3"),  # what is not known is not compared
    ],
)
def test_a_heavier_day_lies_above_two_thirds_of_the_days(marks: str, heavier: str) -> None:
    found = Diary(history(marks), ALCOHOL, TODAY + 1)
    wanted = sorted(history(heavier).of(ALCOHOL.key).values(), key=lambda one: one.low)
    above = [one for one in found.amounts.values() if found.heavier.above(one)]
    assert sorted(above) == [one.low + one.high for one in wanted]


def test_the_most_frequent_words_do_not_depend_on_their_letters() -> None:
    places = [(1, {"b", "a"}), (2, {"b"}), (3, {"c"}), (4, {"a"}), (5, {"c"}), (6, {"d"})]
    told = [(place, frozenset(words)) for place, words in places]
    assert most_frequent(told, 3) == ("b", "a", "c")
    assert most_frequent(told[::-1], 9)[-1] == "d"


def test_words_of_check_ins_can_always_be_compared() -> None:
    records = [checkin(number, **ARGUMENT) for number in range(-10, 0)]
    marks = "3*10 0*4"
    assert Diary(history(marks, records=records), ALCOHOL, TODAY + 1).tied == (False, False)


def noted(type_: EntryType, days: range) -> list[Entry]:
    about = {"substance": "alcohol"} if type_ is EntryType.USE else {}
    return [entry(type_, TODAY - day, **about, **ARGUMENT) for day in days]


def test_words_that_were_noted_along_with_use_alone_are_not_compared_with_days_without() -> None:
    records = noted(EntryType.USE, range(10))
    found = Diary(history("0*20 3*10", records=records), ALCOHOL, TODAY + 1)
    assert found.tied == (True, False)  # there was no urge to be tied to
    assert questions.amount(found, "argument") is None
    assert topics(found).triggers == ("argument",)


def test_words_that_were_noted_along_with_use_and_elsewhere_are_compared() -> None:
    records = [*noted(EntryType.USE, range(10)), *noted(EntryType.CHECKIN, range(10, 28))]
    found = Diary(history("0*20 3*10", records=records), ALCOHOL, TODAY + 1)
    assert not found.tied[0]


def test_words_that_were_noted_along_with_urges_are_not_compared_with_days_without_one() -> None:
    records = noted(EntryType.URGE, range(10))
    found = Diary(history("3*15 0*15", records=records), ALCOHOL, TODAY + 1)
    assert found.tied[1]
    assert questions.urges(found, "argument") is None


def test_alike_is_three_quarters_as_often_and_needs_five_days_a_side() -> None:
    with_it, without = frozenset(range(8)), frozenset(range(8, 16))
    words = {day: frozenset({"a"}) for day in (*range(8), *range(8, 14))}
    assert alike(words, with_it, without)
    del words[8]
    assert not alike(words, with_it, without)
    assert alike(words, with_it, frozenset(range(8, 12)))
    assert not alike({}, with_it, without)
