from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrjournal.domain.reflection.coping import SHORTEST, Coping, Letter, Surfing

SURFING = Surfing("", (), "", "", (), ("a", "b", "c"), ("d", "e"), "z")


def said(minutes: int) -> list[tuple[str, int]]:
    """What is said second by second, as each sentence and for how long it stands."""
    length = 60 * minutes
    told = [SURFING.sentence(float(second), float(length)) for second in range(length)]
    return [(sentence, len(list(run))) for sentence, run in groupby(told)]


def test_ten_minutes_begin_go_round_and_end() -> None:
    told = said(10)
    assert "".join(sentence for sentence, _ in told) == "abcdededededede"[:14] + "z"
    assert {seconds for _, seconds in told} == {40}


def test_a_minute_is_short_and_whole() -> None:
    assert said(1) == [("a", 20), ("b", 20), ("z", 20)]


@given(st.integers(1, 60))
def test_it_changes_slowly_and_ends_with_the_end(minutes: int) -> None:
    told = said(minutes)
    assert told[0][0] == "a"
    assert told[-1][0] == "z"
    assert all(seconds >= SHORTEST - 1 for _, seconds in told)
    assert len(told) <= 16


@pytest.mark.parametrize(("gone", "sentence"), [(600.0, "z"), (700.0, "z")])
def test_past_the_end_the_last_stands(gone: float, sentence: str) -> None:
    assert SURFING.sentence(gone, 600.0) == sentence


def test_a_letter_is_one_word_to_write_down() -> None:
    assert Letter("a", ("angry", "anxious"), "").word == "angry-or-anxious"
    assert Letter("t", ("tired",), "").word == "tired"


def test_a_word_of_which_nothing_is_said_is_the_persons_own() -> None:
    assert Coping("cat", "cat", "", "").own
    assert not Coping("walk", "walk", "distract", "do something else", "Go.").own
