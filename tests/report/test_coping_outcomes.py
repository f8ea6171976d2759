from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.entries.entry import Entry, EntryType, Outcome
from hrjournal.domain.reflection.coping import Coping
from hrjournal.report.coping_outcomes import FEWEST, at_hand, coping_outcomes
from support.builders import TODAY, entry

WORDS = ("walk", "music", "shower")
TRIGGERS = ("argument", "payday")
ENDS = (*Outcome, None)
WALK, MUSIC = Coping("walk", "walk", "distract", "do", "Go."), Coping("game", "", "distract", "do")
EAT, CALL = (
    Coping("eat", "eat", "body", "body", "Eat."),
    Coping("call", "", "people", "people", "C"),
)
PLAN = Coping("plan", "plan", "structure", "plan", "Plan.", at_hand=False)
CAT = Coping("cat", "cat", "body", "body")


def urge(copings: tuple[str, ...], outcome: Outcome | None, *triggers: str) -> Entry:
    return entry(EntryType.URGE, TODAY, copings=copings, outcome=outcome, triggers=triggers)


@st.composite
def urges(draw: st.DrawFn) -> list[Entry]:
    some = st.lists(st.sampled_from(WORDS), max_size=3).map(tuple)
    came = st.lists(st.sampled_from(TRIGGERS), max_size=2).map(tuple)
    made = st.builds(lambda a, b, c: urge(a, b, *c), some, st.sampled_from(ENDS), came)
    return draw(st.lists(made, max_size=15))


def test_what_went_together_with_easier_urges_is_counted() -> None:
    found = coping_outcomes(
        [
            urge(("walk", "music"), Outcome.RODE_OUT),
            urge(("walk",), Outcome.DELAYED),
            urge(("walk",), Outcome.LESS),
            urge(("music",), Outcome.USED),
            urge(("walk",), Outcome.USED),
        ]
    )
    assert [tuple(one) for one in found] == [("walk", 3, 4), ("music", 1, 2)]
    assert [one.often for one in found] == [True, True]


@pytest.mark.parametrize(
    "told",
    [
        [urge(("walk",), Outcome.RODE_OUT)],
        [urge(("walk",), Outcome.RODE_OUT), urge(("walk",), None)],
        [urge(("walk",), Outcome.USED), urge(("walk",), Outcome.USED)],
        [urge((), Outcome.RODE_OUT), urge((), Outcome.RODE_OUT)],
        [urge(("walk", "walk"), Outcome.RODE_OUT)],
    ],
)
def test_too_little_and_nothing_easier_are_not_spoken_of(told: list[Entry]) -> None:
    assert coping_outcomes(told) == ()


def test_with_triggers_urges_that_came_with_one_of_them_count() -> None:
    told = [
        urge(("walk",), Outcome.RODE_OUT, "argument", "tired"),
        urge(("walk",), Outcome.RODE_OUT, "payday"),
        urge(("walk",), Outcome.USED, "bored"),
        urge(("walk",), Outcome.USED),
    ]
    assert coping_outcomes(told, ("argument", "payday"))[0][1:] == (2, 2)
    assert coping_outcomes(told, ("argument",)) == ()
    assert coping_outcomes(told)[0][1:] == (2, 4)


def test_many_weigh_more_than_few() -> None:
    told = [urge(("walk",), Outcome.RODE_OUT)] * 9 + [urge(("walk",), Outcome.USED)]
    told += [urge(("music",), Outcome.RODE_OUT)] * 2
    assert [one.word for one in coping_outcomes(told)] == ["walk", "music"]


@given(urges(), st.lists(st.sampled_from(TRIGGERS), max_size=2))
@pytest.mark.slow
def test_every_count_agrees_with_going_through_the_urges(
    told: list[Entry], triggers: list[str]
) -> None:
    expected = {}
    for word in WORDS:
        ends = [
            one.outcome
            for one in told
            if word in one.copings
            and one.outcome
            and (not triggers or any(came in one.triggers for came in triggers))
        ]
        easier = len([end for end in ends if end.value != "used"])
        if len(ends) >= FEWEST and easier:
            expected[word] = (easier, len(ends))
    found = coping_outcomes(told, triggers)
    assert {one.word: (one.easier, one.among) for one in found} == expected
    weights = [Fraction(one.easier + 1, one.among + 2) for one in found]
    assert weights == sorted(weights, reverse=True)


def test_ideas_are_of_different_kinds_and_fit_the_moment() -> None:
    found = at_hand((), (WALK, MUSIC, EAT, CALL, PLAN), 0)
    assert [one.kind for one in found] == ["distract", "body", "people"]
    assert all(one.at_hand for one in found)


def test_one_of_the_persons_own_comes_first() -> None:
    assert at_hand((CAT,), (WALK, EAT, CALL), 5)[0] == CAT
    assert [one.kind for one in at_hand((CAT,), (WALK, EAT, CALL), 0)].count("body") == 1


@given(st.integers(0, 500))
def test_in_time_every_idea_has_its_turn(turn: int) -> None:
    known = (WALK, MUSIC, EAT, CALL)
    shown = {one for later in range(turn, turn + 6) for one in at_hand((), known, later)}
    assert shown == set(known)


@pytest.mark.parametrize("known", [(), (PLAN,), (WALK,)])
def test_where_little_is_known_little_is_shown(known: tuple[Coping, ...]) -> None:
    assert at_hand((), known, 3) == tuple(one for one in known if one.at_hand)
