from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from hrjournal.domain.knowledge.resources import Need
from hrjournal.domain.knowledge.screens import Cutoff, Item, Screen
from hrjournal.errors import UsageError

PAIR = Screen(
    id="pair",
    name="Pair",
    about="",
    weeks=2,
    need=Need.CRISIS,
    credit="",
    stem="",
    items=(Item("one", ("a", "b", "c", "d")), Item("two", ("a", "b", "c", "d"))),
    support=(),
    cutoffs=(Cutoff(3, "", verified=False, sources=()), Cutoff(5, "", verified=True, sources=())),
    never_ends=False,
    drink_grams={},
    verified=True,
    sources=(),
)
NEVER = PAIR._replace(id="never", name="Never", never_ends=True)


def test_a_score_is_the_sum_of_the_answers() -> None:
    assert [PAIR.score(both) for both in product(range(4), repeat=2)] == [
        *(0, 1, 2, 3),
        *(1, 2, 3, 4),
        *(2, 3, 4, 5),
        *(3, 4, 5, 6),
    ]
    assert PAIR.most == 6


@pytest.mark.parametrize("answers", [[], [1], [1, 1, 1], [4, 0], [0, 4], [-1, 0]])
def test_answers_that_do_not_fit_are_not_counted(answers: list[int]) -> None:
    with pytest.raises(UsageError, match="Pair has 2 answers"):
        PAIR.score(answers)


def test_never_as_the_first_answer_is_the_whole_answer_where_the_screen_says_so() -> None:
    assert NEVER.complete([0])
    assert not NEVER.complete([1])
    assert not PAIR.complete([0])
    assert NEVER.score([0]) == 0
    assert NEVER.score([0, 3]) == 0
    assert NEVER.score([1, 3]) == 4


def test_nothing_is_complete_before_it_began() -> None:
    assert not PAIR.complete([])
    assert not NEVER.complete([])


def test_the_lowest_cut_off_is_the_one_at_which_a_talk_makes_sense() -> None:
    assert [PAIR.reached(score) for score in range(7)] == [False] * 3 + [True] * 4


def test_a_drink_is_that_of_the_country_where_one_is_asked_about() -> None:
    drinks = PAIR._replace(drink_grams={"any": Decimal(10), "US": Decimal(14)})
    assert drinks.grams("US") == 14
    assert drinks.grams("PL") == 10
    assert PAIR.grams("US") is None
