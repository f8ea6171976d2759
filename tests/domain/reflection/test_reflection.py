from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import DAY, Moment
from hrjournal.domain.keepsake import Keepsake, KeepsakeType
from hrjournal.domain.reflection.reflection import (
    Exercise,
    RulerScale,
    about,
    courses,
    empty,
    few,
    least_recent_first,
    previous,
    with_names,
)
from support.builders import ALCOHOL

QUESTIONS = ["first?", "second?", "third?"]
TEXTS = ["For my daughter.", "to sleep well", "For my daughter!", "money", "to sleep", ""]


def reason(text: str, day: int, number: int = 0) -> Keepsake:
    return Keepsake(KeepsakeType.REASON, Moment(day * DAY, 0, "UTC"), text=text, id=number or day)


def ruler(scale: RulerScale, score: int, day: int, what: str = "") -> Keepsake:
    more = {"about": what} if what else {}
    moment = Moment(day * DAY, 0, "UTC")
    return Keepsake(KeepsakeType.RULER, moment, subject=scale.value, score=score, more=more, id=day)


def test_questions_never_asked_come_first_in_their_order() -> None:
    assert least_recent_first(QUESTIONS, []) == QUESTIONS
    assert least_recent_first(QUESTIONS, ["first?"]) == ["second?", "third?", "first?"]


def test_then_comes_the_one_asked_longest_ago() -> None:
    asked = ["first?", "third?", "second?", "first?", "an old one?"]
    assert least_recent_first(QUESTIONS, asked) == ["third?", "second?", "first?"]


@given(rounds=st.integers(1, 12))
def test_asking_in_turn_leaves_nothing_out(rounds: int) -> None:
    asked: list[str] = []
    for _ in range(rounds):
        asked.append(least_recent_first(QUESTIONS, asked)[0])
    assert asked == [QUESTIONS[place % 3] for place in range(rounds)]


def test_a_few_reasons_are_the_newest_and_those_most_unlike_it() -> None:
    kept = [
        reason("money", 1),
        reason("to sleep well at night", 2),
        reason("to wake up well", 3),
        reason("to sleep well at night again", 4),
    ]
    assert [one.id for one in few(kept)] == [4, 1, 3]
    assert [one.id for one in few(kept, 1)] == [4]


def test_the_same_reason_is_shown_once() -> None:
    kept = [reason("For my daughter.", 1), reason("for my daughter", 2), reason("money", 3)]
    assert [one.id for one in few(kept)] == [3, 2]
    assert few([]) == ()


@given(texts=st.lists(st.sampled_from(TEXTS), max_size=8), most=st.integers(1, 4))
def test_a_few_are_never_more_than_asked_for_and_begin_with_the_newest(
    texts: list[str], most: int
) -> None:
    kept = [reason(text, day + 1) for day, text in enumerate(texts)]
    found = few(kept, most)
    assert len(found) <= most
    assert [one.id for one in found[:1]] == [len(texts)][: len(texts)]
    assert len({one.text.strip(".!").casefold() for one in found}) == len(found)


def test_the_time_before_is_on_the_same_ruler_about_the_same() -> None:
    past = [
        ruler(RulerScale.IMPORTANCE, 3, 1, "alcohol"),
        ruler(RulerScale.IMPORTANCE, 4, 2, "alcohol"),
        ruler(RulerScale.IMPORTANCE, 5, 3),
        ruler(RulerScale.READINESS, 6, 4, "alcohol"),
    ]
    found = previous(ruler(RulerScale.IMPORTANCE, 7, 5, "alcohol"), past)
    assert found is past[1]
    assert previous(ruler(RulerScale.CONFIDENCE, 7, 5), past) is None


def test_two_sides_have_no_time_before() -> None:
    one = Keepsake(KeepsakeType.BALANCE, Moment(0, 0, "UTC"), subject="alcohol")
    assert previous(one, [one.replace(id=1)]) is None


def test_each_ruler_runs_from_its_first_number_to_its_latest() -> None:
    past = [
        ruler(RulerScale.READINESS, 1, 1),
        ruler(RulerScale.IMPORTANCE, 2, 2),
        ruler(RulerScale.READINESS, 3, 3),
        ruler(RulerScale.IMPORTANCE, 4, 4, "alcohol"),
        ruler(RulerScale.READINESS, 5, 5),
    ]
    found = [(one.scale, one.about, one.first.score, one.last.score) for one in courses(past)]
    assert found == [
        (RulerScale.IMPORTANCE, "", 2, 2),
        (RulerScale.READINESS, "", 1, 5),
        (RulerScale.IMPORTANCE, "alcohol", 4, 4),
    ]


def test_what_it_is_about_goes_by_the_name_of_the_substance() -> None:
    drinks = {"alcohol": ALCOHOL._replace(name="Wine")}
    sides = Keepsake(KeepsakeType.BALANCE, Moment(0, 0, "UTC"), subject="alcohol")
    other = ruler(RulerScale.IMPORTANCE, 4, 1, "sugar")
    found = with_names([sides, ruler(RulerScale.IMPORTANCE, 4, 1, "alcohol"), other], drinks)
    assert [about(one) for one in found] == ["Wine", "Wine", "sugar"]
    assert found[1].score == 4


@pytest.mark.parametrize(
    ("sort", "fields"),
    [
        (KeepsakeType.RULER, {"subject": "importance", "more": {"about": "alcohol", "why": "a"}}),
        (KeepsakeType.BALANCE, {"subject": "alcohol"}),
        (KeepsakeType.VALUE, {"more": {"question": "Which?"}}),
        (KeepsakeType.ANSWER, {"subject": "Which?"}),
    ],
)
def test_nothing_answered_is_empty(sort: KeepsakeType, fields: dict[str, Any]) -> None:
    one = Keepsake(sort, Moment(0, 0, "UTC"), **fields)
    assert empty(one)
    assert not empty(one.replace(text="words", score=0))


def test_every_exercise_keeps_something_of_its_own() -> None:
    assert len({exercise.sort for exercise in Exercise}) == len(Exercise)
